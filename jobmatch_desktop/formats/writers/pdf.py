"""A document as a tagged PDF (PDF/UA-1), set by a Typst template."""

import re
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.format_errors import PhotoDamaged, TemplateFault
from jobmatch_desktop.domain.remark import Boxes, StandIn
from jobmatch_desktop.formats.writers.arranging import arranged
from jobmatch_desktop.formats.writers.fonts import Fallback, fallbacks, font_folders, in_order, scripts, stand_in
from jobmatch_desktop.formats.writers.last_page import lines_of_last_page
from jobmatch_desktop.formats.writers.look import GENTLE, STEPS, typst_look
from jobmatch_desktop.formats.writers.page_data import page_data, words_of
from jobmatch_desktop.formats.writers.photo import framed_photo
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import Found, Template, find_template
from jobmatch_desktop.resources import resource

if TYPE_CHECKING:
    import typst

_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_MAIN = "main.typ"
_PHOTO = "photo.svg"
_MOST_SAID = 120
_FEW_LINES = 12


class Pdf(msgspec.Struct, frozen=True):
    """A PDF and what a person should know of it: `boxes` of what could not be shown, `stand_in` of another font than the chosen.
    `fits` is False where the text takes more pages than it was to fit into."""

    data: bytes
    pages: int
    boxes: Boxes | None = None
    stand_in: StandIn | None = None
    fits: bool = True


class PdfWriter:
    """Sets documents as PDFs and keeps Typst's compilers, so that setting a changed document again takes milliseconds.

    Any thread; one document at a time. It keeps nothing of a document but Typst's own caches.
    """

    def __init__(self, *templates: Path) -> None:
        """`templates` are the folders of templates, the first that has a name wins; none: the program's own alone. Of folders
        that have no `shared`, such as a person's own, the program's is used."""
        self._folders = templates or (resource("templates"),)
        self._own = next((folder for folder in self._folders if (folder / "shared").is_dir()), resource("templates"))
        self._lock = threading.Lock()
        self._compilers: dict[tuple[tuple[str, ...], bool], typst.Compiler] = {}

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that templates are looked for in."""
        return self._folders

    @property
    def own(self) -> Path:
        """The folder of the program's own templates."""
        return self._own

    def write(self, document: CvDocument, style: Style) -> Pdf:
        """The document as a PDF, the same bytes each time. Blocks for milliseconds, the first time for up to 0.3 s; fitting into
        pages sets the document up to five times.

        Raises `TemplateMissing`, `TemplateFault`, `PhotoUnusable`.
        """
        found = find_template(self._folders, style.template)
        job = _Job(arranged(document, style), style, found, fallbacks(self._own))
        files = self._files(found, style)
        with self._lock:
            return self._fitted(job, files, style.options.pages or found.template.pages)

    def _fitted(self, job: "_Job", files: dict[str, bytes], most: int) -> Pdf:
        """The least tightened pages of at most `most` (0 for any number), or the tightest where there are more still. A last page
        of a few lines is done without where a little less space does it."""
        first = self._set(job, files, 0)
        if first.pages == 1 or "pages" not in job.found.template.options:
            return first
        if not most or first.pages <= most:
            if lines_of_last_page(first.data) > _FEW_LINES:
                return first
            tighter = (self._set(job, files, step) for step in GENTLE)
            return next((pages for pages in tighter if pages.pages < first.pages), first)
        best = self._set(job, files, STEPS)
        if best.pages > most:
            return msgspec.structs.replace(best, fits=False)
        low, high = 0, STEPS
        while high - low > 1:
            middle = (low + high) // 2
            tried = self._set(job, files, middle)
            if tried.pages <= most:
                best, high = tried, middle
            else:
                low = middle
        return best

    def _set(self, job: "_Job", files: dict[str, bytes], step: int) -> Pdf:
        source = job.source(step, photo=_PHOTO in files)
        try:
            data = self._compile(job, files, source, with_system=False)
        except _Undisplayed:
            try:
                data = self._compile(job, files, source, with_system=True)
            except _Undisplayed as missing:
                # PDF/UA forbids text without a shape, so this file cannot claim it; it still says what it holds.
                data = self._compile(job, files, source, with_system=True, accessible=False)
                return Pdf(data, _pages(data), Boxes(missing.characters, tuple(sorted(scripts(missing.characters)))))
        if _PHOTO in files and not _PICTURE.search(data) and "photo" in job.found.template.options:
            raise PhotoDamaged
        return Pdf(data, _pages(data), stand_in=stand_in(data, job.families, job.text))

    def _compile(
        self, job: "_Job", files: dict[str, bytes], source: bytes, *, with_system: bool, accessible: bool = True
    ) -> bytes:
        import typst  # 7 MB, which a window that only lists applications does without

        key = (job.folders, with_system)
        compiler = self._compilers.get(key)
        if compiler is None:
            compiler = self._compilers[key] = self._compiler(job.folders, with_system)
        try:
            data = compiler.compile(
                # Its stubs leave out that it takes a dictionary of files too.
                cast("bytes", {_MAIN: source, **files}) if files else source,
                format="pdf",
                pdf_standards=["ua-1"] if accessible else [],
                timestamp=_timestamp(job.style.today),
            )
        except typst.TypstError as fault:
            undisplayed = "".join(_UNDISPLAYED.findall(fault.diagnostic))
            if undisplayed:
                raise _Undisplayed(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), undisplayed)) from fault
            raise _template_fault(job.found.template, job.style.template, fault) from fault
        assert isinstance(data, bytes)
        return data

    def _compiler(self, folders: tuple[str, ...], with_system: bool) -> "typst.Compiler":
        import typst

        paths = [str(folder) for folder in font_folders(folders)]
        fonts = typst.Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=paths)
        return typst.Compiler(root=str(self._own), font_paths=fonts)

    def _files(self, found: Found, style: Style) -> dict[str, bytes]:
        """Files that Typst finds in memory: a template's from a folder that is not Typst's root, and the photo."""
        files: dict[str, bytes] = {}
        if found.folder != self._own:
            for path in sorted((found.folder / style.template).rglob("*")):
                if path.suffix in (".typ", ".toml", ".svg") and path.is_file():
                    files[path.relative_to(found.folder).as_posix()] = path.read_bytes()
        if style.options.photo and "photo" in found.template.options:
            files[_PHOTO] = framed_photo(style.options.photo).encode()
        return files


class _Job:
    """A document with all that setting it once or several times needs."""

    def __init__(self, document: CvDocument, style: Style, found: Found, others: tuple[Fallback, ...]) -> None:
        self.style, self.found = style, found
        self.text = "\n".join(words_of(document))
        template, chosen = found.template, style.options.font
        own = (
            tuple(dict.fromkeys((chosen, *template.fonts))) if chosen and "font" in template.options else template.fonts
        )
        self.families = in_order(self.text, own, others, style.language)
        self.folders = (*own, *(each.folder for each in others))
        self._document = document

    def source(self, step: int, photo: bool) -> bytes:
        """The Typst file to compile."""
        template = self.found.template
        look = typst_look(template, self.style.options, self.style.kind, step)
        data = page_data(self._document, self.style, self.families, look, f"/{_PHOTO}" if photo else "")
        return _source(self.style.template, template.entry, data)


def _source(folder: str, entry: str, data: str) -> bytes:
    """The Typst file that calls the template's entry with the data: one string, which ends at no mark that stands in the data, so
    that it can only ever be data. The sign that leads the compiler's word on a fault's place stands in it as its code.

    As `sys_inputs` it would empty Typst's caches each time: 24 ms for three pages instead of 5.
    """
    literal = data.replace("\\", "\\\\").replace('"', '\\"').replace("┌", "\\u{250c}")
    source = f'#import "/{folder}/{entry}": document-pages\n#document-pages(json(bytes("{literal}")))'
    return source.encode("utf-8", "replace")


def _template_fault(template: Template, name: str, fault: "typst.TypstError") -> TemplateFault:
    """Where the fault stands in the template: the innermost file and line that the compiler names."""
    place = _PLACE.search(fault.diagnostic)
    file, line = place.groups() if place else (template.entry, "1")
    said = fault.message.splitlines()[0].partition(" (")[0][:_MOST_SAID]
    return TemplateFault(template=name, file=Path(file).name, line=line, said=said)


class _Undisplayed(Exception):
    """No font at hand has these characters."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


def _pages(data: bytes) -> int:
    return len(_PAGE.findall(data))


def _timestamp(today: str) -> int:
    return int(datetime.fromisoformat(today).replace(tzinfo=UTC).timestamp()) if today else 0
