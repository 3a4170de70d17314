"""Documents as files: each format by the file's ending, each file whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.cv_document import Paragraph
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.formats.readers.plain_text import text_in
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.formats.writers.registry import ending_of, write
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import read_template
from jobmatch_desktop.resources import resource
from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.writing.titles import role_of


class Exported(msgspec.Struct, frozen=True):
    """A written file, and what a person should know of it (whole sentences in English)."""

    path: Path
    warnings: tuple[str, ...] = ()


def check_endings(paths: Sequence[Path]) -> None:
    """Raises `FormatUnknown` for the first path that no writer is for."""
    for path in paths:
        ending_of(path)


def check_template(name: str) -> None:
    """Raises `TemplateMissing` for a name that no usable template has."""
    read_template(resource("templates"), name)


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

    def pdf(self, text: str, kind: DocumentKind, language: str, template: str) -> Pdf:
        """The pages of a text. Raises `TemplateMissing`, `TemplateFault`."""
        return self._pdf.write(parse(text), Style(kind, language, template))

    def export(
        self, text: str, paths: Sequence[Path], kind: DocumentKind | None, language: str | None, template: str
    ) -> list[Exported]:
        """Writes the text to each path. `kind` and `language` of None are told from the text.

        Every format is made before any file is written. Raises `FormatUnknown`, `TemplateMissing`, `TemplateFault`, and
        `StorageFault` or one of its kinds for a file that could not be written; an older file is then as it was.
        """
        document = parse(text)
        written_language = language or language_of(text)
        style = Style(kind or kind_of(text), written_language if written_language in ("en", "fr") else "en", template)
        made = [(path, write(path, document, style, self._pdf)) for path in paths]
        for path, written in made:
            write_whole(path, written.data)
        return [Exported(path, written.warnings) for path, written in made]
