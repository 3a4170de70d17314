"""What the sections of a CV are called, in English and French. The table is resources/titles.json."""

import functools
import unicodedata

import msgspec

from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.resources import resource


class SectionTitle(msgspec.Struct, frozen=True):
    """A role's title in both languages, and other titles that people give the same section."""

    en: str
    fr: str
    also: tuple[str, ...] = ()


@functools.cache
def section_titles() -> dict[str, SectionTitle]:
    """Role (`summary`, `experience`, `volunteer`, `education`, ...) to its titles. Not to be changed."""
    return msgspec.json.decode(resource("titles.json").read_bytes(), type=dict[str, SectionTitle])


def section_title(role: str, language: str) -> str:
    """The title of a role's section in `en` or `fr`. Raises `KeyError` for a role that the table does not have."""
    title = section_titles()[role]
    return title.fr if language == "fr" else title.en


def role_of(title: str) -> str | None:
    """The role that a section's title (inline Markdown) stands for, in either language; None for an own one.
    Case, accents and punctuation do not matter."""
    return _roles().get(_key(plain(title)))


@functools.cache
def _roles() -> dict[str, str]:
    roles: dict[str, str] = {}
    for role, title in section_titles().items():
        for name in (title.en, title.fr, *title.also):
            roles.setdefault(_key(name), role)
    return roles


def _key(title: str) -> str:
    """Letters and digits alone, without accents: `&` counts as "and"."""
    spelled = unicodedata.normalize("NFKD", title.casefold()).replace("&", "and")
    return "".join(character for character in spelled if character.isalnum())
