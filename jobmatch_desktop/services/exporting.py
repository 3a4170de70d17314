"""Documents as files: each format by the file's ending, each file whole or not at all."""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.cv_document import CvDocument, Paragraph
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.file_errors import FileStands
from jobmatch_desktop.domain.options import USUAL, Options
from jobmatch_desktop.domain.read_back import ReadBack
from jobmatch_desktop.domain.remark import Overflow, Remark
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.formats.readers.plain_text import text_in
from jobmatch_desktop.formats.writers.arranging import arranged
from jobmatch_desktop.formats.writers.colour import Accent, offered_accents
from jobmatch_desktop.formats.writers.overflow import overflow
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.formats.writers.registry import ending_of, write
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import Listed, find_template, listed_templates, offered_fonts
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.reading_back import ENDINGS, read_back
from jobmatch_desktop.services.set_names import Naming, stands
from jobmatch_desktop.storage.export_faults import make_folder, write_export
from jobmatch_desktop.writing.titles import role_of


class Exported(msgspec.Struct, frozen=True):
    """A written file, and what a person should know of it (services/remark_words.py has the sentences): what the writer says, and
    what does not read back from it. `read_back` is None for a format that holds the text itself."""

    path: Path
    warnings: tuple[Remark, ...] = ()
    read_back: ReadBack | None = None


class ToExport(msgspec.Struct, frozen=True):
    """A document of an application to be written: its text, and how."""

    text: str
    kind: DocumentKind
    language: str
    template: str
    options: Options = USUAL


class SetFile(msgspec.Struct, frozen=True):
    """One file of a set, of a document of this kind: as it was written, or why it was not."""

    kind: DocumentKind
    path: Path
    exported: Exported | None = None
    trouble: Trouble | None = None


def check_endings(paths: Sequence[Path]) -> None:
    """Raises `FormatUnknown` for the first path that no writer is for."""
    for path in paths:
        ending_of(path)


def template_folders(data: Path) -> tuple[Path, Path]:
    """Where templates are: the program's own, and those that a person put into their data folder."""
    return resource("templates"), data / "templates"


def check_template(name: str, data: Path) -> None:
    """Raises `TemplateMissing` for a name that no usable template has."""
    find_template(template_folders(data), name)


def text_of(data: bytes) -> str:
    """The CV Markdown in a file's bytes. Raises `NotText`, `EmptyFile`."""
    return text_in(data)


def kind_of(text: str) -> DocumentKind:
    """A text with a section that a CV has, or more than one section, or none, is a CV; one that addresses somebody a letter."""
    document = parse(text)
    titles = [section.title for section in document.sections]
    addressed = any(isinstance(block, Paragraph) for block in document.preamble)
    is_cv = any(role_of(title) for title in titles) or len(titles) != 1 or not addressed
    return DocumentKind.CV if is_cv else DocumentKind.LETTER


class Exporter:
    """Writes documents. Blocks; any thread, one PDF at a time."""

    def __init__(self, pdf: PdfWriter) -> None:
        self._pdf = pdf

    def templates(self) -> list[Listed]:
        """Every template that there is (formats/writers/template.py)."""
        return listed_templates(*self._pdf.folders)

    def fonts(self) -> tuple[str, ...]:
        """The families that a person may choose."""
        return offered_fonts(self._pdf.own)

    def accents(self) -> tuple[Accent, ...]:
        """The colours that are offered; a person may choose any other."""
        return offered_accents(self._pdf.own)

    def pdf(self, text: str, kind: DocumentKind, language: str, template: str, options: Options = USUAL) -> Pdf:
        """The pages of a text. Raises `TemplateMissing`, `TemplateFault`, `PhotoUnusable`."""
        return self._pdf.write(parse(text), _style(kind, language, template, options))

    def to_cut(self, text: str, kind: DocumentKind, language: str, template: str, options: Options) -> Overflow:
        """What takes how many lines, where the text does not fit into the pages asked for. Raises as `pdf`; blocks for 0.2 s."""
        written = self.pdf(text, kind, language, template, options)
        return overflow(parse(text), _style(kind, language, template, options), written)

    def export(
        self,
        text: str,
        paths: Sequence[Path],
        kind: DocumentKind | None,
        language: str | None,
        template: str,
        options: Options = USUAL,
    ) -> list[Exported]:
        """Writes the text to each path. `kind` and `language` of None are told from the text.

        Every format is made, and read back, before any file is written. Raises `FormatUnknown`, `TemplateMissing`, `TemplateFault`,
        `PhotoUnusable`, and `StorageFault` or one of its kinds for a file that could not be written; an older file is then as it was.
        """
        written_language = language or language_of(text)
        style = _style(
            kind or kind_of(text),
            written_language if written_language in ("en", "fr") else "en",
            template,
            options,
        )
        made = self._made(parse(text), paths, style)
        for path, data, _ in made:
            write_export(path, data)
        return [exported for _, _, exported in made]

    def export_set(
        self, documents: Sequence[ToExport], named: Naming, replacing: Collection[str] | None = None
    ) -> list[SetFile]:
        """Every document in every format into the folder, which is made if it is not there. A file that cannot be made or written is told
        of, whole or not at all, and the others are written.

        A file that stands there under the same name is replaced where `replacing` names it (None: always). Raises `PatternUnknown`,
        `FormatUnknown` and `StorageFault` before any is written.
        """
        paths = named.paths([(document.kind, document.language) for document in documents])
        check_endings([path for of_one in paths for path in of_one])
        make_folder(named.folder)
        return [
            self._written(document, path, replacing is None or path.name in replacing)
            for document, of_one in zip(documents, paths, strict=True)
            for path in of_one
        ]

    def _written(self, document: ToExport, path: Path, may_replace: bool) -> SetFile:
        """One file of a set."""
        try:
            if not may_replace and stands(path):
                raise FileStands(path=path)
            (written,) = self.export(
                document.text, [path], document.kind, document.language, document.template, document.options
            )
        except JobMatchError as error:
            return SetFile(document.kind, path, trouble=error.trouble)
        return SetFile(document.kind, path, written)

    def _made(self, document: CvDocument, paths: Sequence[Path], style: Style) -> list[tuple[Path, bytes, Exported]]:
        """The bytes of each file with what is to be told of it. Files are read back side by side."""
        made = [(path, write(path, document, style, self._pdf)) for path in paths]
        readable = [(path, written.data) for path, written in made if path.suffix.lower() in ENDINGS]
        arranged_document = arranged(document, style)
        sidebar = find_template(self._pdf.folders, style.template).template.look.sidebar if readable else ()
        with ThreadPoolExecutor(max_workers=max(1, len(readable))) as pool:
            results = dict(
                zip(
                    (path for path, _ in readable),
                    pool.map(lambda one: read_back(one[0].name, one[1], arranged_document, style, sidebar), readable),
                    strict=True,
                )
            )
        found = []
        for path, written in made:
            result = results.get(path)
            not_back = () if result is None or result.whole else (result,)
            found.append((path, written.data, Exported(path, (*written.warnings, *not_back), result)))
        return found


def _style(kind: DocumentKind, language: str, template: str, options: Options) -> Style:
    """How it is written: a letter shows no photo, whatever was chosen."""
    if kind is DocumentKind.LETTER:
        options = msgspec.structs.replace(options, photo=b"")
    return Style(kind, language, template, options=options)
