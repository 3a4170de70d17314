"""What writers need to know of a document's words: their direction, the file's title, the order of details."""

import re
import unicodedata

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.style import Style

SEPARATOR = " · "
"""Stands between the parts of a contact line and of an entry's details."""

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})
_DATED = re.compile(r"\d{4}")


def title_of(document: CvDocument, style: Style) -> str:
    """The file's title: the style's, else the person's name with a letter's subject or "CV"."""
    subject = next((plain(section.title) for section in document.sections if section.title), "")
    parts = (plain(document.name).strip(), subject if style.kind is DocumentKind.LETTER else "CV")
    return shown(style.title or " – ".join(part for part in parts if part)) or "–"


def author_of(document: CvDocument, style: Style) -> str:
    """The file's author: the style's, else the person's name."""
    return shown(style.author or plain(document.name))


def runs_left(language: str) -> bool:
    """Whether a language (ISO 639-1) is written from right to left."""
    return language in _RIGHT_TO_LEFT


def starts_right(text: str) -> bool:
    """Whether the first letter of a text (inline Markdown) that has a direction runs from right to left (Unicode's
    rule P2)."""
    for character in plain(text):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def dates_last(details: str) -> str:
    """An entry's details with the dates at their end, so that they stand under each other at the page's edge."""
    parts = details.split(SEPARATOR)
    return SEPARATOR.join(sorted(parts, key=lambda part: bool(_DATED.search(part))))


def place_and_dates(details: str) -> tuple[str, str]:
    """An entry's details as what has no date in it, and what has; each `""` where there is none."""
    parts = [part for part in details.split(SEPARATOR) if part]
    dated = [part for part in parts if _DATED.search(part)]
    return SEPARATOR.join(part for part in parts if part not in dated), SEPARATOR.join(dated)


def without_part(line: str, part: str) -> str:
    """A contact line (inline Markdown) without the part of these plain words."""
    return SEPARATOR.join(piece for piece in line.split(SEPARATOR) if plain(piece).strip() != part)
