"""Where lines of a profile came from, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from jobmatch_desktop.formats.imported import Place
    from jobmatch_desktop.services.profile_importing import Origins


def _tr(words: str) -> str:
    return QCoreApplication.translate("Review", words)


def origin_words(origins: "Origins | None") -> dict[str, str]:
    """By a line's path: the file, the page, and whether the reader was unsure."""
    if origins is None:
        return {}
    return {path: _words(origins.name, place) for path, place in origins.places.items()}


def _words(name: str, place: "Place") -> str:
    if place.boxes:
        words = _tr("From {name}, page {page}").format(name=name, page=place.boxes[0].page + 1)
    else:
        words = _tr("From {name}").format(name=name)
    return f"{words} · {_tr('read unsurely')}" if place.unsure else words
