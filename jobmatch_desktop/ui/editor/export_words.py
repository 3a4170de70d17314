"""Exports in words: formats, the parts of names, what became of a file. No widgets."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.ui.shared.remarks import remark_text
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.exporting import Exported, SetFile


def format_words() -> dict[str, str]:
    """The formats by their endings, in the order in which they are offered."""
    return {
        "pdf": "PDF",
        "docx": "Word",
        "html": "HTML",
        "md": "Markdown",
        "txt": _tr("Text"),
        "json": "JSON Resume",
    }


def part_words() -> dict[str, str]:
    """What each part of a name stands for (services/file_names.py)."""
    return {
        "person": _tr("your name"),
        "company": _tr("the employer"),
        "title": _tr("the post"),
        "kind": _tr("CV or letter"),
        "date": _tr("today"),
        "language": _tr("the document's language"),
    }


def name_values(application: Application) -> dict[str, str]:
    """The values of a name's parts that are the same for each document."""
    offer = application.offer
    return {
        "person": application.person,
        "company": offer.company or offer.title,
        "title": offer.title,
        "date": datetime.now().astimezone().date().isoformat(),
    }


def file_words(file: "SetFile") -> str:
    """What became of a file of a set: what came back of it and what did not, or why it was not written."""
    if file.exported is None:
        return trouble_text(file.trouble) if file.trouble else ""
    words = with_back(_tr("Written"), file.exported)
    return f"{words}. {remark_text(file.exported.warnings)}" if file.exported.warnings else words


def with_back(words: str, exported: "Exported") -> str:
    """The words with what came back of the file, where all of it did."""
    back = exported.read_back
    if back is None or not back.whole:
        return words
    return words + " · " + _tr("reads back: {back} of {fields} fields").format(back=back.back, fields=back.fields)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Exports", words)
