"""Versions of a document in words."""

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.document import Cause, VersionEntry
from jobmatch_desktop.ui.shared.naming import writer_name


def version_name(version: VersionEntry) -> str:
    """The name that the person gave it, else what made it."""
    if version.name:
        return version.name
    files = [PurePath(file).name for file in version.files]
    match version.cause:
        case Cause.GENERATED:
            return _tr("Written by {model}").format(model=writer_name(version.provider or "", version.model or ""))
        case Cause.EXPORTED:
            return _tr("Exported as {file}").format(file=", ".join(files)) if files else _tr("Exported")
        case Cause.IMPORTED:
            return _tr("Brought in from {file}").format(file=", ".join(files)) if files else _tr("Brought in")
        case Cause.COMPOSED:
            return _tr("Composed without a model")
        case Cause.RESTORED:
            return _tr("Restored")
        case Cause.EDITED:
            return _tr("Edited by you")


def file_words(version: VersionEntry, templates: Mapping[str, str]) -> str:
    """The files that it was exported to or brought in from, with their folders, one a line, and the template that it was exported with
    (`templates` are their names); empty without any."""
    name = templates.get(version.template, version.template) if version.template is not None else ""
    return "\n".join((*version.files, *([_tr("Template: {name}").format(name=name)] if name else ())))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Versions", words)
