"""From texts that know where they stand to the plain document, the places of its fields, and the lines left over."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line, Said, Word
from jobmatch_desktop.formats.cv_lines.sections import Section
from jobmatch_desktop.formats.cv_lines.texts import joined
from jobmatch_desktop.formats.imported import Box, Imported, Place, Unplaced, boxes_around

_FEWEST_LETTERS = 3
_EDGES = " ,.;|·•–—-/()"
# What stands before a field and is said by its name.
_NAMING = re.compile(
    r"(?i)(?:e-?mail|courriel|phone|mobile|tel|tél|téléphone|portable|address|adresse|website|linkedin|github|expected|anticipated|graduat\w+|"
    r"graduation|grad|gpa|overall|cum|depuis|since|from|present|current|chez|at|and|et|coursework|courses|cours|relevant|incoming|technologies|"
    r"keywords|stack|fluent|native|in|with|link|[\s.:&])+"
)
_LINES = frozenset(("summary", "description"))


def settled(
    tree: dict[str, Any],
    sections: Sequence[Section],
    titles: Sequence[Line],
    own: Sequence[tuple[Line | None, list[Line]]],
) -> Imported:
    """`tree` is a JSON Resume document with `Said` for texts; `own` are sections that fit no field, kept under `meta.sections`."""
    places: dict[str, Place] = {}
    used: set[Box | int] = set()
    profile = _plain(tree, "", places, used)
    profile = profile if isinstance(profile, dict) else {}
    for title in titles:
        used.update(map(_mark, title.words))
    if own:
        kept = [
            {"title": title.text if title else "", "text": "\n".join(line.text for line in found)}
            for title, found in own
        ]
        profile["meta"] = {"sections": kept}
    named = {id(line): section.title.text if section.title else "" for section in sections for line in section.lines}
    told = "\n".join(_texts(profile))
    unplaced = []
    for line in (line for section in sections for line in section.lines):
        for words in _missing(line, used):
            if " ".join(word.text for word in words).strip(_EDGES) in told:
                continue
            boxes = boxes_around([word.box for word in words if word.box])
            text = joined([msgspec.structs.replace(line, words=words)]).text.strip(" |·•–—")
            unplaced.append(Unplaced(text, named.get(id(line), ""), boxes[0] if boxes else None))
    return Imported(profile, places, tuple(unplaced))


def _plain(value: Any, path: str, places: dict[str, Place], used: set[Box | int]) -> Any:
    """The value with texts for `Said`, without what is empty; notes places and the words used."""
    if isinstance(value, Said):
        return _text([value], path, places, used)
    if isinstance(value, dict):
        found = {}
        for key, inner in value.items():
            here = f"{path}/{key}" if path else key
            if key in _LINES and isinstance(inner, list):
                inner = _text([text for text in inner if text], here, places, used)
            else:
                inner = _plain(inner, here, places, used)
            if inner not in (None, "", [], {}):
                found[key] = inner
        return found
    if isinstance(value, list):
        items: list[Any] = []
        for inner in value:
            plain = _plain(inner, f"{path}/{len(items)}", places, used)
            if plain not in (None, "", [], {}):
                items.append(plain)
        return items
    return value


def _text(texts: Sequence[Said], path: str, places: dict[str, Place], used: set[Box | int]) -> str:
    texts = [text for text in texts if text.text]
    words: list[Word] = [word for text in texts for word in text.words]
    used.update(map(_mark, words))
    if texts:
        boxes = boxes_around([word.box for word in words if word.box])
        places[path] = Place(round(min(text.confidence for text in texts), 2), boxes)
    return "\n".join(text.text for text in texts)


def _texts(value: Any) -> list[str]:
    """Every text of the document."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key != "meta" for text in _texts(inner)]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else []


def _mark(word: Word) -> Box | int:
    """What a word is known again by: its place on the page."""
    return word.box if word.box is not None else id(word)


def _missing(line: Line, used: set[Box | int]) -> list[tuple[Word, ...]]:
    """The runs of words of a line that stand in no field, but for what only names or parts fields."""
    runs: list[list[Word]] = [[]]
    for word in line.words:
        if _mark(word) in used:
            runs.append([])
        else:
            runs[-1].append(word)
    return [tuple(run) for run in runs if _matters(run, whole=len(run) == len(line.words))]


def _matters(run: Sequence[Word], whole: bool) -> bool:
    text = " ".join(word.text for word in run).strip(_EDGES)
    letters = sum(map(str.isalnum, text))
    if letters < _FEWEST_LETTERS:
        return False
    return whole or not (text.endswith(":") or _NAMING.fullmatch(text))
