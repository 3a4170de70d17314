"""Degrees out of the entries of a section: what, where, when, with what marks and courses."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.blocks import Block, paragraphs_of
from jobmatch_desktop.formats.cv_lines.employers import with_places_alike
from jobmatch_desktop.formats.cv_lines.heads import SEPARATORS, SLASH, Head, head_of
from jobmatch_desktop.formats.cv_lines.line import Said
from jobmatch_desktop.formats.cv_lines.texts import said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    degree_score,
    ends_in_degree,
    is_part,
    is_place,
    school_score,
    tokens,
)
from jobmatch_desktop.formats.cv_lines.work import dated, parted_by_style
from jobmatch_desktop.formats.listed import split_outside_parentheses

_SCORE = re.compile(
    r"(?i)(?:^|[\s,(|·–—-]+)((?:(?:overall|cumulative|cum\.?|major|final)\s+)*(?:gpa|grade|score|note|moyenne|cgpa)\b\s*[:=]?\s*[\d.,]+(?:\s*/\s*[\d.,]+)?"
    r"|[\d.]+(?:\s*/\s*[\d.]+)?\s*(?:c?gpa)\b|mention\s+(?:tr[èe]s\s+bien|assez\s+bien|bien|passable|honorable)"
    r"|(?:summa |magna )?cum laude|"
    r"first[- ]class honou?rs)\)?"
)
_SCORE_NUMBER = re.compile(r"\d[\d.,]*(?:\s*/\s*[\d.,]+)?")
_COURSES = re.compile(
    r"(?i)^(?:(?:relevant|selected|incoming|key|main)\s+)?(?:coursework|courses?|modules|cours|matières)(?:\s+(?:include[sd]?|suivis|principaux))?\s*[:–—-]\s*(.+)$"
)
_LIST = re.compile(r"\s*[|•·;]\s*")
_AREA = re.compile(
    r"(?i)^((?:(?:bachelor|master|associate|doctor)(?:'?s|’s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|business\s+administration|fine\s+arts|"
    r"philosophy|laws|education|technology|commerce|applied\s+science)))*|dipl[oô]me\s+(?:d['’]|de\s+|national\s+)\w+|[\w.’'-]+(?:\s*\([^)]*\))?))(?:\s+(?:in|of|en|de)\s+|\s*[,:–—-]\s+|\s+)(.+)$"
)


_AREA_FIRST = re.compile(r"(.{3,}?)(?:,\s+|\s+[–—-]\s+|\s*\()([^,()]+)\)?")
_MOST_BELOW = 3
_LONGEST_BELOW = 70
_BEGINS = 2.0
"""The score of a text that begins with a degree's word."""


class _Parts(msgspec.Struct):
    degrees: list[Said]
    schools: list[Said]
    others: list[Said]
    score: Said | None
    area: Said | None = None
    """The subject, where it stands apart from the degree."""


def studies_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """JSON Resume's `education` with `Said` as leaves; a second degree of one head is an item of its own."""
    items: list[dict[str, Any]] = []
    school: Said | None = None
    heads = [head_of(block.head) for block in blocks]
    firsts = [head.texts[0][0].text for head in heads if head.texts]
    school_first = sum(school_score(text) - degree_score(text) for text in firsts) >= 0
    inline = any(degree_score(text) and school_score(text) for text in firsts)
    for whole, above in zip(blocks, heads, strict=True):
        block, head = _with_degree_below(whole, above)
        parts = _parts(head, school_first, inline)
        institution = parts.schools[0] if parts.schools else None
        if institution is None and parts.degrees and school is not None and not parts.others:
            institution = msgspec.structs.replace(school, confidence=0.5)
        school = institution or school
        base: dict[str, Any] = {"institution": institution, **when_studied(head)}
        texts = [*parts.others, *head.prose, *(text for _, text in paragraphs_of(block.body))]
        notes, courses, score = _noted(texts, parts.score)
        degrees: list[Said | None] = [*parts.degrees] or [None]
        for place, degree in enumerate(degrees):
            item = {**base, **degree_of(degree)}
            if place == 0 and parts.area is not None and "area" not in item:
                item["area"] = parts.area
            if place == 0:
                item.update(
                    score=score,
                    courses=courses,
                    location=head.place,
                    summary=[*parts.schools[1:], *notes],
                )
            items.append(item)
    return with_places_alike(items, "institution")


def _with_degree_below(block: Block, head: Head) -> tuple[Block, Head]:
    """An entry whose degree stands in the first short lines of its text, with those lines in its head."""
    if any(degree_score(text.text) for texts in head.texts for text in texts):
        return block, head
    count = 0
    for line in block.body[:_MOST_BELOW]:
        if len(line.text) > _LONGEST_BELOW or line.text.rstrip().endswith(".") or _COURSES.match(line.text):
            break
        count += 1
    found = [place for place in range(count) if degree_score(block.body[place].text) >= _BEGINS]
    if not found:
        return block, head
    lines = [msgspec.structs.replace(line, marked=False) for line in block.body[: found[-1] + 1]]
    block = Block([*block.head, *lines], block.body[found[-1] + 1 :])
    return block, head_of(block.head)


def when_studied(head: Head) -> dict[str, Any]:
    """A date alone is the end of a study."""
    found = dated(head)
    if head.dates and head.dates.single:
        found.pop("startDate", None)
    return found


def degree_of(degree: Said | None) -> dict[str, Any]:
    """A degree as JSON Resume has it: its kind, and its subject where the text names one."""
    if degree is None:
        return {}
    last = _AREA_FIRST.fullmatch(degree.text)
    if last and not degree_score(last[1]) and _is_bare(last[2]):
        return {
            "studyType": said(last[2], degree.words, degree.confidence),
            "area": said(last[1], degree.words, degree.confidence),
        }
    found = _AREA.match(degree.text)
    if found is None or degree_score(found[1]) == 0:
        return {"studyType": degree}
    return {
        "studyType": said(found[1], degree.words, degree.confidence),
        "area": said(found[2], degree.words, degree.confidence),
    }


def _parts(head: Head, school_first: bool, inline: bool) -> _Parts:
    """Each text of the head by what its words say; where they say nothing, by what is missing. `inline`: other entries of the section
    have degree and school in one text."""
    parts = _Parts([], [], [], None)
    unknown: list[Said] = []
    named = any(degree_score(text.text) for texts in head.texts for text in texts)
    for texts in head.texts:
        for whole in texts:
            text = _without_score(whole, parts)
            for piece in _pieces(text, named=named) if text is not None else []:
                degree, school = degree_score(piece.text), school_score(piece.text)
                if (school > degree and not ends_in_degree(piece.text)) or (
                    school and parts.degrees and not parts.schools
                ):
                    parts.schools.append(piece)
                elif degree:
                    parts.degrees.append(piece)
                else:
                    unknown.append(piece)
    for piece in unknown:
        guess = msgspec.structs.replace(piece, confidence=0.5)
        if not parts.schools and (parts.degrees or school_first or len(unknown) > 1):
            parts.schools.append(guess)
        elif not parts.degrees:
            parts.degrees.append(guess)
        else:
            parts.others.append(piece)
    if parts.degrees and not parts.schools:
        _school_at_end(parts, inline)
    if len(parts.degrees) == 1 and _is_bare(parts.degrees[0].text):
        _area_apart(parts)
    if len(parts.degrees) > 1:
        parts = _joined_degrees(parts)
    return parts


def _area_apart(parts: _Parts) -> None:
    """The subject of a degree that names none: a text of its own, or what follows the school's name."""
    named = " ".join(school.text for school in parts.schools)
    texts = [
        text
        for text in parts.others
        if not any(map(str.isdigit, text.text)) and not is_place(text.text) and text.text not in named
    ]
    if texts:
        parts.area = msgspec.structs.replace(texts[0], confidence=0.7)
        parts.others.remove(texts[0])
        return
    for number, school in enumerate(parts.schools[:1]):
        name, comma, subject = school.text.rpartition(", ")
        if (
            comma
            and len(subject.split()) > 1
            and school_score(name)
            and not school_score(subject)
            and not is_place(subject)
        ):
            parts.schools[number] = said(name, school.words, 0.7)
            parts.area = said(subject, school.words, 0.6)


def _is_bare(text: str) -> bool:
    """Whether a text is a degree's name without a subject: `M.A.`, `Master of Science`, `BSc (Hons)`."""
    words = tokens(text)
    found = _AREA.match(f"{text} in x")
    return (
        0 < len(words) <= 4 and degree_score(text) == _BEGINS and (len(words) == 1 or bool(found and found[2] == "x"))
    )


def _school_at_end(parts: _Parts, inline: bool) -> None:
    """`Diploma in Cooking, Le Cordon Bleu`: what follows a degree that has its subject, or looks otherwise, is the school."""
    degree = parts.degrees[0]
    for separator in (*SEPARATORS[:3], SEPARATORS[4]):
        places = list(separator.finditer(degree.text))
        if not places:
            continue
        for found in (places[-1], places[0]):
            first, last = (
                said(degree.text[: found.start()], degree.words),
                said(degree.text[found.end() :], degree.words),
            )
            if degree_score(first.text) and not degree_score(last.text) and _is_whole(first, last):
                parts.degrees[0] = msgspec.structs.replace(first, confidence=0.6)
                parts.schools.append(msgspec.structs.replace(last, confidence=0.6))
                return
            if degree_score(last.text) == _BEGINS and not degree_score(first.text):
                parts.degrees[0] = msgspec.structs.replace(last, confidence=0.6)
                parts.schools.append(msgspec.structs.replace(first, confidence=0.6))
                return
    first_text, comma, last_text = degree.text.partition(", ")
    if inline and comma and degree_score(first_text) and not degree_score(last_text):
        parts.degrees[0] = msgspec.structs.replace(said(first_text, degree.words), confidence=0.5)
        parts.schools.append(msgspec.structs.replace(said(last_text, degree.words), confidence=0.5))


def _is_whole(degree: Said, rest: Said) -> bool:
    """Whether a degree has its subject already, or the rest looks otherwise."""
    subject = _AREA.match(degree.text)
    if subject and degree_score(subject[1]):
        return True
    before, after = degree.words[-1:], rest.words[:1]
    return [(word.style.bold, word.style.italic) for word in before] != [
        (word.style.bold, word.style.italic) for word in after
    ]


def _joined_degrees(parts: _Parts) -> _Parts:
    """Pieces of one degree that commas parted are one again; lines of their own stay degrees of their own."""
    kept: list[Said] = []
    for degree in parts.degrees:
        last = kept[-1] if kept else None
        if last and last.words and degree.words and last.words[0].box == degree.words[0].box:
            continue
        kept.append(degree)
    return _Parts(kept, parts.schools, parts.others, parts.score)


def _pieces(text: Said, *, named: bool) -> list[Said]:
    """A line that names both, in two; else whole. `named`: some line of the entry names a degree."""
    degree, school = degree_score(text.text), school_score(text.text)
    for separator in SEPARATORS[:3]:
        pieces = [piece for piece in separator.split(text.text) if trimmed(piece)]
        if len(pieces) > 1:
            if degree and school:
                whole = _grouped([said(piece, text.words) for piece in pieces])
                # `Diploma in Cooking, Lycée Ferry · Nantes`: a weaker separator parts the two.
                return [one for piece in whole for one in (_pieces(piece, named=named) if piece != text else [piece])]
            return (
                [said(piece, text.words) for piece in pieces]
                if separator is not SEPARATORS[2] or not (degree or school)
                else _dashed(text, pieces)
            )
    if degree and school:
        styled = parted_by_style(text)
        if styled and any(degree_score(one.text) > school_score(one.text) for one in styled):
            return styled
        for separator in (SLASH, *SEPARATORS[3:]):
            pieces = [piece for piece in separator.split(text.text) if trimmed(piece)]
            if len(pieces) > 1:
                return _grouped([said(piece, text.words) for piece in pieces])
    if school and not named:
        first, comma, rest = text.text.partition(", ")
        if comma and not (school_score(first) or is_place(first) or is_part(first)) and school_score(rest):
            return [said(first, text.words, 0.5), said(rest, text.words)]
    return [text]


def _dashed(text: Said, pieces: list[str]) -> list[Said]:
    """A dash parts a school from its town, a degree from its subject: the first stays the name, a place is left out."""
    if is_place(pieces[-1]):
        return [said(" — ".join(pieces[:-1]), text.words)]
    return [text]


def _grouped(pieces: list[Said]) -> list[Said]:
    """Neighbours that go together: `BSc, Physics, University of Oslo` is a degree of two pieces and a school."""
    schools = [
        place
        for place, piece in enumerate(pieces)
        if school_score(piece.text) > degree_score(piece.text) and not ends_in_degree(piece.text)
    ]
    if not schools:
        return pieces
    first = schools[0]
    if first == 0:
        degree = next(
            (place for place, piece in enumerate(pieces) if degree_score(piece.text) and place not in schools), None
        )
        if degree is None:
            return [_one(pieces)]
        return [_one(pieces[:degree]), _one(pieces[degree:])]
    return [_one(pieces[:first]), _one(pieces[first:])]


def _one(pieces: list[Said]) -> Said:
    words = tuple(dict.fromkeys(word for piece in pieces for word in piece.words))
    return Said(", ".join(piece.text for piece in pieces), words, min(piece.confidence for piece in pieces))


def _without_score(text: Said, parts: _Parts) -> Said | None:
    found = _SCORE.search(text.text)
    if found is None:
        return text
    if parts.score is None:
        parts.score = said(_marks(found[1]), text.words)
    left = trimmed(f"{text.text[: found.start()]} {text.text[found.end() :]}".strip())
    return said(left, text.words) if left else None


def _marks(words: str) -> str:
    number = _SCORE_NUMBER.search(words)
    return number[0].strip(" .,") if number else words.strip()


def _noted(texts: Sequence[Said], score: Said | None) -> tuple[list[Said], list[Said], Said | None]:
    """Notes, courses and marks of an entry's texts."""
    notes: list[Said] = []
    courses: list[Said] = []
    for text in texts:
        listed = _COURSES.match(text.text)
        if listed:
            pieces = _LIST.split(listed[1]) if _LIST.search(listed[1]) else split_outside_parentheses(listed[1])
            courses.extend(said(piece, text.words) for piece in pieces if piece.strip())
        elif (found := _SCORE.match(text.text)) and (score is None or not score.text[:1].isdigit()):
            notes.extend([score] if score is not None else [])
            score = said(_marks(found[1]), text.words)
            if len(text.text) > len(found[0]) + 3:
                notes.append(text)
        else:
            notes.append(text)
    return notes, courses, score
