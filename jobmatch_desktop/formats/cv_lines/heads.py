"""The head of an entry taken apart: its dates, its place, and the texts that are left, line by line."""

import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line, Said, Word
from jobmatch_desktop.formats.cv_lines.texts import said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    degree_score,
    is_known_place,
    is_place,
    organisation_score,
    school_score,
    title_score,
)
from jobmatch_desktop.formats.written_dates import Dates, dates_in

# From the strongest: what stands before a weaker one is not parted by it.
SEPARATORS = (
    re.compile(r"\s*\|\s*|\s*‖\s*"),
    re.compile(r"\s+[·•∙⋅◦◆]\s+|\s*•\s*"),
    re.compile(r"\s+[–—―]\s+|\s+--?\s+"),
    re.compile(r"\s*@\s+|\s+(?:at|chez)\s+(?=[A-ZÀ-Þ])"),
    re.compile(r",\s+"),
)
SLASH = re.compile(r"\s+/\s+")
_PLACE_BEFORE = re.compile(r"[|·•∙–—,(-]\s*$")
_OPEN = re.compile(r"\s*(?:-|–|—|→)\s*")
# Lines that tell a year of something else than the entry.
NOTE = re.compile(r"(?i)\b(?:gpa|dean['’]s list|scholarship|honou?rs? roll|coursework|award)\b")
# How long something took, as LinkedIn writes beside the dates.
DURATION = re.compile(
    r"(?i)(?:(?:about|environ|\+)?\s*\d+\+?\s*(?:years?|yrs?|ans?|months?|mos?|mois)\.?(?:\s*(?:,|and|et)?\s*\d+\s*(?:months?|mos?|mois)\.?)?)"
)
_LASTING = re.compile(rf"\s*[(·|]?\s*\b{DURATION.pattern.removeprefix('(?i)')}\s*\)?\s*$", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})(?<!corp)(?<!Corp)(?<!Dept)(?<!Univ)(?<!Prof)\.$")
_PROSE = re.compile(r"(?:\S+\s+){2,}\S+\.")
_DATE_LABEL = re.compile(
    r"(?i)\b(?:expected|anticipated|graduat(?:ed|ion|ing)|grad|completed|obtained|awarded|issued|date|dates|period|période|obtenue?|"
    r"prévue?|promotion|class of|durée|duration)\b\.?(?:\s+(?:graduation|date|in|en|:))*\s*:?\s*$"
)


class Head(msgspec.Struct):
    """What a head says. `texts` are those of each line that has one, cell by cell; `words` all the head's."""

    texts: list[list[Said]]
    dates: Dates | None
    dated: Said | None
    place: Said | None
    words: tuple[Word, ...]
    prose: list[Said]
    parted: bool = False
    """Whether a line with the dates and no text stands between the first text and the second."""


def head_of(lines: Sequence[Line]) -> Head:
    """The head's parts. Dates are those of the first line that has a span of time, else of the first with a date."""
    words = tuple(word for line in lines for word in line.words)
    head = Head([], None, None, None, words, [])
    rows = [[(" ".join(word.text for word in cell), cell) for cell in line.cells] for line in lines]
    rows = _without_dates(rows, head)
    numbers: list[int] = []
    for number, row in enumerate(rows):
        texts: list[Said] = []
        for place, (text, cell) in enumerate(row):
            if DURATION.fullmatch(text.strip(" ()·|-–")):
                continue
            left = _without_place(_FULL_STOP.sub("", text), cell, head, alone=sum(map(bool, rows)) == 1)
            if left and any(sign.isalnum() for sign in left):
                found = said(left, cell)
                others = (
                    len(row) > 2 or sum(map(bool, rows)) > 1 or SEPARATORS[4].search(texts[0].text if texts else "")
                )
                beside = place and texts and others and head.place is None and number < 2
                if beside and _reads_like_place(found, place, len(row)):
                    head.place = msgspec.structs.replace(found, confidence=0.6)
                    continue
                texts.append(found)
        if texts:
            head.texts.append(texts)
            numbers.append(number)
    head.parted = len(numbers) > 1 and numbers[1] > numbers[0] + 1
    return head


def is_within(head: Head, other: Head) -> bool:
    """Whether a head tells of a time within that of another."""
    inner, outer = head.dates, other.dates
    if inner is None or outer is None or not inner.start or not outer.start:
        return False
    ends = [dates.end or ("9" if dates.goes_on else "") for dates in (inner, outer)]
    return all(ends) and outer.start <= inner.start and ends[0] <= ends[1]


_Rows = list[list[tuple[str, tuple[Word, ...]]]]


def _told_in(text: str) -> Dates | None:
    """The dates in a cell; a date with nothing after its dash goes on."""
    found = dates_in(text)
    if found and found.single and _OPEN.fullmatch(text.partition(found.words)[2]):
        return msgspec.structs.replace(found, start=found.single, single="", goes_on=True, words=text.strip())
    return found


def _without_dates(rows: _Rows, head: Head) -> _Rows:
    best: tuple[int, int, Dates] | None = None
    for number, row in enumerate(rows):
        for place, (text, _) in enumerate(row):
            found = None if number and NOTE.search(text) else _told_in(text)
            if found and (best is None or (_span(found) and not _span(best[2]))):
                best = (number, place, found)
    whole: tuple[int, Dates] | None = None
    for number, row in enumerate(rows):
        # A span whose halves stand in cells of their own.
        if len(row) > 1 and (found := dates_in(" ".join(text for text, _ in row))) and _span(found):
            if best is None or not _span(best[2]):
                whole = (number, found)
            break
    if whole:
        number, found = whole
        head.dates = found
        cells = tuple(word for _, cell in rows[number] for word in cell)
        head.dated = said(found.words, cells, 0.95)
        left = _cut(" ".join(text for text, _ in rows[number]), found)
        return [*rows[:number], [(left, cells)] if trimmed(left) else [], *rows[number + 1 :]]
    if best is None:
        return rows
    number, place, found = best
    text, cell = rows[number][place]
    head.dates = found
    head.dated = said(found.words, cell, 0.95 if _span(found) else 0.8)
    left = _LASTING.sub("", _cut(text, found))
    before, bar, after = left.partition(" | ")
    if bar and _PROSE.fullmatch(after):
        head.prose.append(said(after, cell))
        head.prose[-1] = msgspec.structs.replace(head.prose[-1], text=after)
        left = before
    row = [*rows[number][:place], *([(left, cell)] if trimmed(left) else []), *rows[number][place + 1 :]]
    return [*rows[:number], row, *rows[number + 1 :]]


def _span(dates: Dates) -> bool:
    return bool(dates.start and (dates.end or dates.goes_on))


def _cut(text: str, dates: Dates) -> str:
    """The text without its dates: the two halves stay apart."""
    before, _, after = text.partition(dates.words)
    before = _DATE_LABEL.sub("", before.rstrip(" ([,:"))
    before, after = trimmed(before), trimmed(after.lstrip(" )],:"))
    return f"{before} | {after}" if before and after else before or after


def _without_place(text: str, cell: tuple[Word, ...], head: Head, *, alone: bool) -> str:
    """The text without a place at its end (or alone), which is put into the head."""
    text = trimmed(text)
    if head.place is not None:
        return "" if is_place(text) and text == head.place.text else text
    if is_place(text):
        head.place = _place(text, cell, 0.9)
        return ""
    for start in _places_to_cut(text):
        tail = trimmed(text[start:])
        if alone and _may_be_employer(text[:start], tail):
            continue
        if tail and is_place(tail) and text[:start].strip(" ,|·•–—-("):
            rest = trimmed(text[:start])
            # "University of Texas, Austin" names a school; a lone town after a comma may be part of a name.
            head.place = _place(tail, cell, 0.85)
            return rest
    for number, separator in enumerate(SEPARATORS[:3]):
        parts = separator.split(text)
        if len(parts) > 2:
            for place in range(1, len(parts)):
                if is_place(parts[place]):
                    head.place = _place(parts[place], cell, 0.8)
                    kept = [part for part in parts[:place] + parts[place + 1 :] if part.strip()]
                    return (" | ", " · ", " — ")[number].join(kept)
        if len(parts) == 2 and is_place(parts[0]):
            head.place = _place(parts[0], cell, 0.8)
            return trimmed(parts[1])
    return _without_inner_place(text, cell, head)


def _may_be_employer(rest: str, tail: str) -> bool:
    """`Developer, Hartwell, France`: with one name besides the title, an unknown one before a land is no town."""
    town, _, land = tail.partition(", ")
    return (
        bool(land)
        and not is_known_place(town)
        and is_known_place(land)
        and not re.search(r",\s+\S|\s[|·•–—-]\s", trimmed(rest))
    )


def _place(text: str, cell: tuple[Word, ...], confidence: float) -> Said:
    text = trimmed(text)
    return said(text if "." in text[:-1] else text.rstrip("."), cell, confidence)


def _without_inner_place(text: str, cell: tuple[Word, ...], head: Head) -> str:
    """`Founder · Meridian Labs, Chicago, IL · Team`: the place is the end of a part."""
    for bracket in re.finditer(r"\s*\(([^()]+)\)", text):
        if is_place(bracket[1]):
            head.place = _place(bracket[1], cell, 0.85)
            return trimmed(text[: bracket.start()] + text[bracket.end() :])
    for separator in SEPARATORS[:3]:
        for found in separator.finditer(text):
            before = text[: found.start()]
            commas = [place.end() for place in re.finditer(r",\s*", before)]
            for start in commas[-2:]:
                if is_place(before[start:]) and "," in before[start:]:
                    head.place = _place(before[start:], cell, 0.8)
                    return trimmed(before[:start]) + text[found.start() :]
    return text


def _places_to_cut(text: str) -> list[int]:
    """Where a place at the end of a text may begin, the longest first."""
    return [
        found.end()
        for found in re.finditer(
            r"\s*[|·•∙]\s*|\s+[–—/-]\s+|,\s*|\s*\((?=[^()]*\)$)|\s+(?=[A-Z][\w.]+,\s[A-Z]{2}$)", text
        )
    ]


def _reads_like_place(text: Said, place: int, cells: int) -> bool:
    """A cell at the line's right end that names nothing else."""
    return (
        place == cells - 1
        and len(text.text) <= 40
        and not any(sign.isdigit() or sign in "|·•/@" for sign in text.text)
        and title_score(text.text) == 0
        and organisation_score(text.text) == 0
        and degree_score(text.text) == 0
        and school_score(text.text) == 0
        and len(text.text.split()) <= 4
    )
