"""What of a profile a CV shows: a letter that goes with it tells of the same."""

import re
from collections.abc import Iterable
from typing import Any

from jobmatch_desktop.domain.cv_markdown import read_line, split_lines
from jobmatch_desktop.domain.inline_markdown import plain

_SHARE_SAID = 0.6
_WORD = re.compile(r"[^\W_]+[+#]*")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")

_NAMED = {
    "work": ("name", "position"),
    "volunteer": ("organization", "position"),
    "education": ("institution", "area"),
    "projects": ("name",),
    "awards": ("title",),
    "certificates": ("name",),
    "publications": ("name",),
    "languages": ("language",),
}
"""By list of JSON Resume, the fields that name an entry: the CV shows it where it has one of them."""


def leaning_on(source: dict[str, Any], cv: str) -> dict[str, Any]:
    """The JSON Resume document with what a CV (CV Markdown) shows of it: entries that it names, lines that it says in these or, for the
    most part, in other words, skills that it has. Who the person is stays. Pure, any thread.

    A CV that shows nothing of the profile tells nothing: then all of it stays.
    """
    said = _Said(cv)
    shown = {name: _list(name, value, said) if isinstance(value, list) else value for name, value in source.items()}
    if not any(isinstance(value := shown.get(name), list) and value for name in (*_NAMED, "skills")):
        return source
    basics = source.get("basics")
    if isinstance(basics, dict) and isinstance(basics.get("summary"), str):
        kept = [one for one in _SENTENCE.split(basics["summary"]) if said.says(one)]
        shown["basics"] = {**basics, "summary": " ".join(kept)}
    return shown


class _Said:
    """The lines of a CV, and the words of each."""

    def __init__(self, cv: str) -> None:
        lines = [plain(read_line(line).text) for line in split_lines(cv)]
        self._lines = [words for line in lines if (words := _words(line))]
        self._all = f" {' '.join(_sequence(' '.join(lines)))} "

    def names(self, text: object) -> bool:
        """Whether the words of a name stand in the CV one after the other."""
        return isinstance(text, str) and bool(words := _sequence(text)) and f" {' '.join(words)} " in self._all

    def says(self, text: object) -> bool:
        """Whether a line of the CV says a text for the most part."""
        words = _words(text) if isinstance(text, str) else set()
        return bool(words) and any(len(words & line) >= _SHARE_SAID * len(words) for line in self._lines)


def _list(name: str, entries: list[Any], said: _Said) -> list[Any]:
    if name == "skills":
        return [skill for entry in entries if (skill := _skill(entry, said))]
    if name not in _NAMED:
        return entries
    return [_entry(entry, said) for entry in entries if isinstance(entry, dict) and _is_named(name, entry, said)]


def _is_named(name: str, entry: dict[str, Any], said: _Said) -> bool:
    return any(said.names(entry.get(field)) for field in _NAMED[name])


def _entry(entry: dict[str, Any], said: _Said) -> dict[str, Any]:
    if not isinstance(entry.get("highlights"), list):
        return entry
    return {**entry, "highlights": [line for line in entry["highlights"] if said.says(line)]}


def _skill(entry: Any, said: _Said) -> dict[str, Any] | None:
    if not isinstance(entry, dict):
        return None
    keywords: Iterable[Any] = entry.get("keywords") or ()
    shown = [word for word in keywords if said.names(word)]
    if not shown and (keywords or not said.names(entry.get("name"))):
        return None
    return {**entry, "keywords": shown} if keywords else entry


def _sequence(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _words(text: str) -> set[str]:
    return {word for word in _sequence(text) if len(word) > 2 or not word.isalpha()}
