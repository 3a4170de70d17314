"""Sections that are lists: skills, languages, certificates, interests, as the items of JSON Resume."""

import re
from collections.abc import Iterable, Iterator

from jobmatch_desktop.domain.inline_markdown import plain, spans
from jobmatch_desktop.formats.written_dates import dates_in

_SEPARATORS = re.compile(r"\s*[,;]\s+|\s+[·|•]\s+|\s*[|•]\s*")
_NAMED = re.compile(r"\s*[:–—]\s+|\s+-\s+|\s*:$")
_IN_PARENTHESES = re.compile(r"(.+?)\s*\(([^()]+)\)")


def split_outside_parentheses(text: str) -> list[str]:
    """The parts of a list on one line: `a, b (c, d)` is two."""
    text = " ".join(text.split())
    parts, depth, start, position = [], 0, 0, 0
    while position < len(text):
        depth += (text[position] == "(") - (text[position] == ")" and depth > 0)
        if depth == 0 and (found := _SEPARATORS.match(text, position)):
            parts.append(text[start:position])
            start = position = found.end()
        else:
            position += 1
    return [part.strip().rstrip(",;") for part in (*parts, text[start:]) if part.strip(" ,;")]


def skills_of(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """`**Web** (Master): HTML, CSS` is a skill with level and keywords; each part of other lines is a skill."""
    for line in lines:
        head, tail = _named(line)
        if head:
            name, level = _level(head)
            yield {"name": name, **({"level": level} if level else {}), "keywords": split_outside_parentheses(tail)}
        else:
            for part in split_outside_parentheses(plain(line).rstrip(".")):
                name, level = _level(part)
                yield {"name": name, **({"level": level} if level else {})}


def languages_of(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """`English (Native), French (B2)` or `English: native` on each line."""
    for line in lines:
        head, tail = _named(line)
        if head and len(split_outside_parentheses(tail)) == 1:
            yield {"language": head, "fluency": tail}
            continue
        for part in split_outside_parentheses(plain(line).rstrip(".")):
            language, fluency = _level(part)
            if not fluency and len(halves := _NAMED.split(part, maxsplit=1)) == 2:
                language, fluency = halves
            yield {"language": language, **({"fluency": fluency} if fluency else {})}


def interests_of(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """`Wildlife (Ferrets, Unicorns)`, each with its keywords."""
    for line in lines:
        for part in split_outside_parentheses(plain(line).rstrip(".")):
            name, keywords = _level(part)
            yield {"name": name, **({"keywords": split_outside_parentheses(keywords)} if keywords else {})}


def credential_of(line: str, names: tuple[str, str, str]) -> dict[str, str]:
    """`Name, issuer, date`; `names` are JSON Resume's for the three. A link on the name is its `url`."""
    parts = spans(line)
    linked = next((span for span in parts if span.url), None)
    marked = linked or next((span for span in parts[:1] if span.bold), None)
    words = plain(line)
    found = dates_in(words)
    date = (found.end or found.single or found.start) if found else ""
    rest = found.rest if found else words
    if marked and rest.startswith(marked.text):
        name, issuer = marked.text, rest[len(marked.text) :].strip(" ,–—-|·:")
    else:
        halves = re.split(r"\s+[–—|·-]\s+", rest, maxsplit=1)
        head, _, tail = rest.rpartition(", ") if len(halves) == 1 else (halves[0], "", halves[1])
        name, issuer = (head, tail) if head else (tail, "")
    item = dict(zip(names, (name.strip(), issuer.strip(), date), strict=True))
    if linked:
        item["url"] = linked.url
    return {key: value for key, value in item.items() if value}


def _named(line: str) -> tuple[str, str]:
    """`Name: the rest` in two: by its bold words, or by a colon near its beginning. Empty name for none."""
    parts = spans(line)
    words = plain(line)
    if parts and parts[0].bold and len(parts) > 1:
        # A level in parentheses may stand between the bold name and the colon.
        after = words[len(parts[0].text) :]
        if colon := re.match(r"(\s*\([^()]*\))?\s*[:–—-]?\s*", after):
            head = (parts[0].text.rstrip(": ") + (colon[1] or "")).strip()
            return head, after[colon.end() :].strip()
    head, mark, tail = words.partition(":")
    if mark and tail.strip() and len(split_outside_parentheses(head)) == 1 and len(head) <= 60:
        return head.strip(), tail.strip()
    return "", ""


def _level(part: str) -> tuple[str, str]:
    found = _IN_PARENTHESES.fullmatch(part.strip())
    return (found[1], found[2]) if found else (part.strip(), "")
