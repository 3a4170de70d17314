"""What the title of a section says it holds. The words are in resources/titles.json and resources/reading/headings.json."""

import functools
import re
import unicodedata

import msgspec

from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.titles import section_titles

_JOINTS = re.compile(r"\s*(?:&|/|\+|,|\||·|-|–|\b(?:and|et|und)\b)\s*", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^\w\s&/+,'’|·–-]")
# The number before a title: `II. Education`, `3) Skills`.
_NUMBERED = re.compile(r"^\s*(?:[IVX]{1,4}|\d{1,2}|[A-H])\s?[.)/–-]\s*(?=[^\W\d_]{3})")
_MOST_WORDS = 6


class _Table(msgspec.Struct, frozen=True):
    titles: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


def role_of_heading(text: str) -> str | None:
    """The role of a title that the tables know: `experience`, `education`, `contact`, `links`, `courses`, ... None else.

    Case, accents, a colon and spaces between letters do not matter; of `Projects & Volunteering` it is the first.
    """
    text = _NUMBERED.sub("", text)
    if len(text) > 60 or any(sign.isdigit() for sign in text):
        return None
    titles = _titles()
    if role := titles.get(_key(text)):
        return role
    parts = [part for part in _JOINTS.split(_NOT_LETTERS.sub(" ", text).strip()) if part.strip()]
    if len(parts) > 1:
        roles = [titles.get(_key(part)) for part in parts]
        if roles[0] and sum(role is not None for role in roles) >= len(roles) / 2:
            return roles[0]
    return None


def roles_of_heading(text: str) -> frozenset[str]:
    """Every role that a title names: both of `Projects & Volunteering`."""
    parts = [part for part in _JOINTS.split(_NOT_LETTERS.sub(" ", text).strip()) if part.strip()]
    found = {_titles().get(_key(part)) for part in (text, *parts)}
    return frozenset(role for role in found if role)


def is_known_heading(text: str) -> bool:
    """Whether the tables know the whole text as a section's title."""
    return role_of_heading(text) is not None


def goes_on_as_heading(first: str, second: str) -> bool:
    """Whether a title that the second text does not begin by itself goes on in it: `Technical` in `Skills`, `Education &` in `Training`."""
    whole = f"{first} {second}"
    if role_of_heading(second) is not None or role_of_heading(whole) is None:
        return False
    return role_of_heading(first) is None or _key(whole) in _titles()


def role_by_words(text: str) -> str | None:
    """The role of a title with words of the person's own (`Computer Engineering Experience`): by its main word, which English has
    last and French first. For lines that look like titles alone. None for no such word."""
    words = [_key(word) for word in re.findall(r"[\w'’-]+", text)]
    if not 1 <= len(words) <= _MOST_WORDS + 2:
        return None
    known = _words()
    for place in (-1, 0):
        if role := known.get(words[place]):
            return role
    return next((known[word] for word in words if word in known), None)


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("reading/headings.json").read_bytes(), type=_Table)


@functools.cache
def _titles() -> dict[str, str]:
    roles: dict[str, str] = {}
    for role, title in section_titles().items():
        for name in (title.en, title.fr, *title.also):
            roles.setdefault(_key(name), role)
    for role, names in _table().titles.items():
        for name in names:
            roles.setdefault(_key(name), role)
    return roles


@functools.cache
def _words() -> dict[str, str]:
    return {_key(word): role for role, words in _table().words.items() for word in words}


def _key(title: str) -> str:
    """Letters alone, without accents: `&` counts as "and"."""
    spelled = unicodedata.normalize("NFKD", title.casefold()).replace("&", "and")
    return "".join(sign for sign in spelled if sign.isalnum())
