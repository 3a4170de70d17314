"""A document as a tagged PDF (PDF/UA-1), set by a Typst template."""

import re
import threading
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import typst

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.format_errors import TemplateFault, TemplateMissing
from jobmatch_desktop.formats.writers.fonts import fallbacks, font_folders, in_order, scripts
from jobmatch_desktop.formats.writers.page_data import page_data, words_of
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.resources import resource

_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_NOT_HARMLESS = re.compile(r"[^\w ,.:;{}\[\]()·–—•+@-]")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


class Pdf(msgspec.Struct, frozen=True):
    """A PDF and what a person should know of it: `warnings` are whole sentences in English."""

    data: bytes
    pages: int
    warnings: tuple[str, ...] = ()


class Template(msgspec.Struct, frozen=True, rename="kebab"):
    """A template's template.toml: the name people see, the Typst file to start from, its font families in order."""

    name: str
    entry: str
    fonts: tuple[str, ...]
    look: dict[str, object] = {}


class PdfWriter:
    """Sets documents as PDFs and keeps Typst's compilers, so that setting a changed document again takes milliseconds.

    Any thread; one document at a time. It keeps nothing of a document but Typst's own caches.
    """

    def __init__(self, templates: Path | None = None) -> None:
        """`templates` is the folder of templates; None: the program's own."""
        self._templates = templates or resource("templates")
        self._lock = threading.Lock()
        self._compilers: dict[tuple[str, bool], typst.Compiler] = {}

    def write(self, document: CvDocument, style: Style) -> Pdf:
        """The document as a PDF, the same bytes each time. Blocks for milliseconds, the first time for up to 0.3 s.

        Raises `TemplateMissing`, `TemplateFault`.
        """
        template = read_template(self._templates, style.template)
        text = "\n".join(words_of(document))
        families = in_order(text, template.fonts, fallbacks(self._templates), style.language)
        source = _source(style.template, template.entry, page_data(document, style, families))
        with self._lock:
            try:
                data = self._compile(template, style, source, with_system=False)
            except _Undisplayed:
                try:
                    data = self._compile(template, style, source, with_system=True)
                except _Undisplayed as missing:
                    # PDF/UA forbids text without a shape, so this file cannot claim it; it still says what it holds.
                    data = self._compile(template, style, source, with_system=True, accessible=False)
                    return Pdf(data, _pages(data), (_warning(missing.characters),))
        return Pdf(data, _pages(data))

    def _compile(
        self, template: Template, style: Style, source: bytes, *, with_system: bool, accessible: bool = True
    ) -> bytes:
        key = (style.template, with_system)
        compiler = self._compilers.get(key)
        if compiler is None:
            compiler = self._compilers[key] = self._compiler(template, with_system)
        try:
            data = compiler.compile(
                source,
                format="pdf",
                pdf_standards=["ua-1"] if accessible else [],
                timestamp=_timestamp(style.today),
            )
        except typst.TypstError as fault:
            undisplayed = "".join(_UNDISPLAYED.findall(fault.diagnostic))
            if undisplayed:
                raise _Undisplayed(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), undisplayed)) from fault
            place = _PLACE.search(fault.diagnostic)
            file, line = place.groups() if place else (template.entry, "1")
            raise TemplateFault(template=style.template, file=Path(file).name, line=line) from fault
        assert isinstance(data, bytes)
        return data

    def _compiler(self, template: Template, with_system: bool) -> typst.Compiler:
        folders = font_folders((*template.fonts, *(each.folder for each in fallbacks(self._templates))))
        paths = [str(folder) for folder in folders]
        fonts = typst.Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=paths)
        return typst.Compiler(root=str(self._templates), font_paths=fonts)


def read_template(templates: Path, name: str) -> Template:
    """What the template of this name says of itself. Raises `TemplateMissing`."""
    if name != Path(name).name or not (templates / name / "template.toml").is_file():
        raise TemplateMissing(template=name, fault="No template has this name.")
    try:
        table = tomllib.loads((templates / name / "template.toml").read_text(encoding="utf-8"))
        return msgspec.convert(table, Template)
    except (OSError, ValueError) as fault:
        raise TemplateMissing(template=name, fault="Its template.toml cannot be read.") from fault


def template_names(templates: Path) -> dict[str, str]:
    """Folder name to the name people see, of every template in the folder, in order."""
    folders = sorted(path.parent.name for path in templates.glob("*/template.toml"))
    return {name: read_template(templates, name).name for name in folders}


def _source(folder: str, entry: str, data: str) -> bytes:
    """The Typst file that calls the template's entry with the data: one literal in which all but letters, digits and
    harmless marks stands as its code, so that it can only ever be data.

    As `sys_inputs` it would empty Typst's caches each time: 24 ms for three pages instead of 5.
    """
    literal = _NOT_HARMLESS.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", data)
    return f'#import "/{folder}/{entry}": document-pages\n#document-pages(json(bytes("{literal}")))'.encode()


class _Undisplayed(Exception):
    """No font at hand has these characters."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


def _warning(characters: str) -> str:
    named = ", ".join(
        "signs such as emoji" if script == "symbol" else f"{script} letters" for script in sorted(scripts(characters))
    )
    return (
        f"No font on this machine has {named} ({' '.join(dict.fromkeys(characters))[:40]}), so empty boxes stand for "
        "them and the PDF is not marked as accessible. Install a font that has them, such as one of the Noto fonts."
    )


def _pages(data: bytes) -> int:
    return len(_PAGE.findall(data))


def _timestamp(today: str) -> int:
    return int(datetime.fromisoformat(today).replace(tzinfo=UTC).timestamp()) if today else 0
