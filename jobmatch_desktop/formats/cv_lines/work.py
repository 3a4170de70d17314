"""Jobs out of the entries of a section: title, organisation, place, dates, text."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.blocks import Block, paragraphs_of
from jobmatch_desktop.formats.cv_lines.employers import (
    Looks,
    looks_otherwise,
    only_text,
    spans_next,
    with_place,
    with_places_alike,
    without_umbrellas,
)
from jobmatch_desktop.formats.cv_lines.heads import SEPARATORS, SLASH, Head, head_of, is_within
from jobmatch_desktop.formats.cv_lines.line import Said
from jobmatch_desktop.formats.cv_lines.texts import said
from jobmatch_desktop.formats.cv_lines.vocabulary import is_part, organisation_score, title_score

_FIRST = 0.1
_SHAPES = ("bar", "dot", "dash", "at", "slash", "comma")
_SURE = 2.4
_LONGEST_NAME = 9
_LEGAL = re.compile(
    r"\b(?:LLP|LLC|L\.?P|Ltd|Limited|Inc|Corp|PLC|plc|GmbH|AG|SA|SAS|SARL|BV|B\.V|NV|AB|ApS|Oy|Pty|S\.p\.A|S\.r\.l)\b"
)
_OF_A_PART = 1.5
"""How much speaks against a team or a ward as the employer where another name follows."""
_LABELLED = re.compile(
    r"(?i)^(?:(?:company|employer|entreprise|employeur|title|position|poste|role)\s*:\s*|(?:chez|at|@)\s+(?=[^\W\d_]))"
)


class _Reading(msgspec.Struct):
    """One way to read a head: what is the title, what the organisation, what is left. `shape` and `turned` name the way."""

    title: Said | None
    organisation: Said | None
    rest: list[Said]
    shape: str
    turned: bool
    score: float


def jobs_of(blocks: Sequence[Block], organisation: str = "name") -> list[dict[str, Any]]:
    """JSON Resume's items with `Said` as leaves. `organisation` is the name of that field.

    People write all entries of a section alike: the order that suits them all best holds for each, unless its own words say
    otherwise clearly.
    """
    heads = [head_of(block.head) for block in blocks]
    readings = [_readings(head) for head in heads]
    shapes: dict[tuple[str, bool], float] = {}
    for found in readings:
        for reading in found:
            key = (reading.shape, reading.turned)
            shapes[key] = shapes.get(key, 0.0) + reading.score
    items: list[dict[str, Any]] = []
    employer: Said | None = None
    umbrella: Head | None = None
    looks = Looks()
    for place, (block, head, found) in enumerate(zip(blocks, heads, readings, strict=True)):
        chosen = _chosen(found, shapes)
        title, company, rest = (chosen.title, chosen.organisation, chosen.rest) if chosen else (None, None, [])
        if not block.body and spans_next(heads, place):
            # `Acme, Springfield` with the whole time there, above its posts.
            title, company, *rest = None, *head.texts[0]
        if company is not None and looks.is_further_post(title, company):
            rest, company = [company, *rest], None
        looks.note(title, company)
        if (
            umbrella is not None
            and is_within(head, umbrella)
            and looks_otherwise(head, umbrella)
            and (post := only_text(head)) is not None
        ):
            # `Cabin Crew, First Class` under the employer whose whole time stands above.
            title, company, rest = post, employer, []
        elif company is not None and title is None and not block.body:
            umbrella = head
        else:
            umbrella = None
        if company is None and title is not None and employer is not None and title_score(title.text) > 0:
            company = msgspec.structs.replace(employer, confidence=0.6)
        items.append(_item(organisation, title, company, rest, head, block))
        employer = company or employer
    return with_places_alike(without_umbrellas(items, organisation), organisation)


def _chosen(found: list[_Reading], shapes: dict[tuple[str, bool], float]) -> _Reading | None:
    if not found:
        return None
    best = max(found, key=lambda reading: reading.score)
    # The section's total holds this reading's own score once already.
    common = max(found, key=lambda reading: (shapes[reading.shape, reading.turned], reading.score))
    sure = best.score - common.score >= _SURE
    chosen = best if sure else common
    # How much better it suits the words of the section than the same texts the other way round.
    turned = shapes.get((chosen.shape, not chosen.turned), 0.0)
    margin = shapes[chosen.shape, chosen.turned] - turned
    confidence = 0.9 if margin >= 0.5 else 0.7 if margin > 0.2 else 0.5
    return _Reading(
        chosen.title and msgspec.structs.replace(chosen.title, confidence=confidence),
        chosen.organisation and msgspec.structs.replace(chosen.organisation, confidence=confidence),
        chosen.rest,
        chosen.shape,
        chosen.turned,
        chosen.score,
    )


def _readings(head: Head) -> list[_Reading]:
    """Every way to read the head, each with how well its words suit it."""
    lines = [_line_text(texts) for texts in head.texts]
    if not lines:
        return []
    found: list[_Reading] = []
    if len(lines) >= 2:
        rest = [text for texts in head.texts[2:] for text in texts]
        ways = _both_ways(lines[0], lines[1], rest, "lines")
        for way in ways:
            if head.parted and _splits(head.texts[0]):
                way.score -= 0.5
            if ";" in lines[1].text or len(lines[1].text.split()) > _LONGEST_NAME:
                # It tells what was done there.
                way.score -= 1.0
        found += ways
    for parts, shape in _splits(head.texts[0]):
        others = [text for texts in head.texts[1:] for text in texts]
        reads = _both_ways(parts[0], parts[1], [*parts[2:], *others], shape)
        for reading in reads:
            # A change of style within a line parts two things, though no table knows either.
            reading.score += {"at": 0.5, "style": 0.3}.get(shape, 0.0)
            # A second line that names something is left over here; one after the dates only describes.
            reading.score -= (0.0 if head.parted else 0.6) * len(head.texts[1:2]) + sum(
                _score(text) for text in lines[1:2]
            )
            found.append(reading)
        if len(parts) > 2 and is_part(parts[1].text):
            reads[0].score -= _OF_A_PART
        if len(parts) > 2 and shape.startswith("comma"):
            found += _longer(parts, others, shape)
    if not found or all(reading.score < 0.3 for reading in found):
        alone = lines[0]
        title = title_score(alone.text) >= organisation_score(alone.text) and title_score(alone.text) > 0
        rest = [text for texts in head.texts[1:] for text in texts]
        if len(lines) == 1:
            known = title_score(alone.text) - organisation_score(alone.text)
            found.append(
                _Reading(
                    alone if title else None,
                    None if title else alone,
                    rest,
                    "alone",
                    title,
                    0.35 + max(0.0, abs(known)),
                )
            )
    return found


def _both_ways(first: Said, second: Said, rest: list[Said], shape: str) -> list[_Reading]:
    straight = _suits(first, second) + _FIRST
    turned = _suits(second, first)
    return [
        _Reading(first, second, rest, shape, turned=False, score=straight),
        _Reading(second, first, rest, shape, turned=True, score=turned),
    ]


def _longer(parts: list[Said], rest: list[Said], shape: str) -> list[_Reading]:
    """`Senior Engineer, Platform, Acme`: a title with a comma of its own, then the organisation."""
    title = said(", ".join(part.text for part in parts[:-1]), [word for part in parts[:-1] for word in part.words])
    # A team or a ward in the middle belongs to what somebody was in it, and so does all before a company's legal form.
    legal = bool(_LEGAL.search(parts[-1].text)) and not any(_LEGAL.search(part.text) for part in parts[:-1])
    within = 0.9 if legal or all(is_part(part.text) for part in parts[1:-1]) else 0.0
    organisation = said(", ".join(part.text for part in parts[1:]), [word for part in parts[1:] for word in part.words])
    whole = 0.35 + (_OF_A_PART if legal or is_part(parts[1].text) else 0.0)
    return [
        _Reading(title, parts[-1], rest, shape, turned=False, score=_suits(parts[0], parts[-1]) - 0.3 + within),
        _Reading(parts[0], organisation, rest, shape, turned=False, score=_suits(parts[0], organisation) - whole),
    ]


def _suits(title: Said, organisation: Said) -> float:
    return (
        title_score(title.text)
        + organisation_score(organisation.text)
        - 0.8 * title_score(organisation.text)
        - 0.8 * organisation_score(title.text)
    )


def _score(text: Said) -> float:
    return 0.5 * max(title_score(text.text), organisation_score(text.text))


def _line_text(texts: list[Said]) -> Said:
    return said(" | ".join(text.text for text in texts), [word for text in texts for word in text.words])


def _splits(texts: list[Said]) -> list[tuple[list[Said], str]]:
    """The ways to part a line: at its cells, else at its strongest separator, else where its style changes."""
    if len(texts) > 1:
        return [(texts, "cells")]
    text = texts[0]
    if styled := parted_by_style(text):
        return [(styled, "style")]
    for separator, shape in zip((*SEPARATORS[:4], SLASH, SEPARATORS[4]), _SHAPES, strict=True):
        pieces = [piece for piece in separator.split(text.text) if piece.strip()]
        if len(pieces) > 1:
            parts = [said(piece, text.words) for piece in pieces]
            return [(parts, shape)]
    return []


def parted_by_style(text: Said) -> list[Said]:
    """The halves of a line whose look changes once: bold, then not. None for any other line."""
    looks = [(word.style.bold, word.style.italic) for word in text.words]
    places = [place for place in range(1, len(looks)) if looks[place] != looks[place - 1]]
    if len(places) != 1:
        return []
    first, last = (" ".join(word.text for word in part) for part in (text.words[: places[0]], text.words[places[0] :]))
    if not text.text.endswith("."):
        last = last.rstrip(".")
    halves = [said(first, text.words[: places[0]]), said(last, text.words[places[0] :])]
    if not all(halves) or _letters(" ".join(half.text for half in halves)) != _letters(text.text):
        return []
    return halves


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _item(
    organisation: str, title: Said | None, company: Said | None, rest: list[Said], head: Head, block: Block
) -> dict[str, Any]:
    company, place = with_place(company, head.place)
    item: dict[str, Any] = {
        organisation: _unlabelled(company),
        "position": _unlabelled(title),
        "location": place,
        **dated(head),
    }
    paragraphs = paragraphs_of(block.body)
    prose, bullets = text_of(paragraphs)
    item["summary"] = [*rest, *head.prose, *prose]
    item["highlights"] = bullets
    return item


def _unlabelled(text: Said | None) -> Said | None:
    return msgspec.structs.replace(text, text=_LABELLED.sub("", text.text)) if text else None


def dated(head: Head) -> dict[str, Any]:
    """The head's dates as JSON Resume has them. `current` and `dates` keep what it has no place for."""
    dates, words = head.dates, head.dated
    if dates is None or words is None:
        return {}

    def said_so(text: str) -> Said:
        return msgspec.structs.replace(words, text=text)

    found: dict[str, Any] = {
        "startDate": said_so(dates.start or dates.single),
        "endDate": said_so(dates.end or dates.single),
    }
    if dates.goes_on:
        found["current"] = True
    if dates.vague:
        found["dates"] = said_so(dates.words.strip())
    return found


def text_of(paragraphs: Sequence[tuple[bool, Said]]) -> tuple[list[Said], list[Said]]:
    """Prose and bullets of an entry's text. Several paragraphs without marks are bullets whose marks were only drawn."""
    marked = any(mark for mark, _ in paragraphs)
    if not marked and len(paragraphs) > 1:
        return [], [msgspec.structs.replace(text, confidence=0.7) for _, text in paragraphs]
    prose = [
        text for place, (mark, text) in enumerate(paragraphs) if not mark and not any(m for m, _ in paragraphs[:place])
    ]
    bullets = [text for place, (mark, text) in enumerate(paragraphs) if mark or any(m for m, _ in paragraphs[:place])]
    return prose, bullets
