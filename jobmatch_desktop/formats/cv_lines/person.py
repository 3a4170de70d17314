"""The person: name, label, how to reach them, where they live, out of the lines before the sections and those under "Contact"."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.contacts import EMAIL, PHONE, put_place, reached, whole_phone
from jobmatch_desktop.formats.cv_lines.headings import is_known_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Said
from jobmatch_desktop.formats.cv_lines.texts import joined, said
from jobmatch_desktop.formats.cv_lines.unwrapping import unwrapped
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    folded,
    is_language,
    is_place,
    organisation_score,
    title_score,
    tokens,
)
from jobmatch_desktop.formats.written_dates import dates_in

_STREET = re.compile(
    r"(?i)\w*stra(?:ß|ss)e\b|\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|ln\.?|drive|dr\.?|boulevard|blvd\.?|bd|way|court|ct\.?|square|rue|allée|chemin|impasse|"
    r"place|quai|cours|route|weg|platz|apt\.?|suite)\b"
)
# A town and its region that no table has.
_TOWN = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ\w][\w'’-]+){0,3},\s*[A-ZÀ-Þ][\w'’-]+(?:[ -][\w'’-]+){0,2}(?:\s*\([A-Z]{2}\))?"
)
_NOT_NAMES = frozenset(
    ("curriculum", "vitae", "resume", "cv", "page", "updated", "profile", "portfolio", "confidential")
)
_PARTICLES = frozenset(("de", "van", "von", "der", "la", "le", "du", "di", "da", "el", "al", "bin", "y"))
_MOST_OF_NAME = 6
_NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?:\s+(?:\([^\W\d_][\w.'’ -]*\)|[“\"][^\W\d_][\w.'’ -]*[”\"]|[^\W\d_][\w.'’-]*)){0,5}"
    r"(?:,\s*(?:PhD|Ph\.D\.|MBA|MD|Jr\.?|Sr\.?|PMP|CPA|RN|PE))*"
)
# The beginning of an address, and what may be the rest of one.
_ADDRESS = re.compile(r"@|^(?:https?:|www\.)|/\w")
_REST = re.compile(r"[a-z0-9./_?=&#-]+|[\w-]*(?:\.|/)[\w./-]+", re.ASCII)
# An e-mail address whose host has no ending yet.
_INCOMPLETE = re.compile(r"@[\w-]*[\w\xad-]$")
_CLOSE = 0.7
_LONGEST_PIECE = 5
_LONGEST_LABEL = 100
_MOST_OF = 0.8


class Person(msgspec.Struct):
    """`basics` with `Said` as leaves, the prose that stood with it, and lines that are nothing of the person's."""

    basics: dict[str, Any]
    prose: list[Said]
    left: list[Line]


def person_of(opening: Sequence[Line], contact: Sequence[Line], every: Sequence[Line]) -> Person:
    """`opening`: lines before any section; `contact`: those under a title such as "Contact"; `every`: the whole document."""
    person = Person({}, [], [])
    opening, contact = _whole_addresses(opening), _whole_addresses(contact)
    rests = [(line, reached(line, person.basics)) for line in (*unwrapped(opening, full_lines=False), *contact)]
    name = _name([(line, piece) for line, pieces in rests for piece in pieces], person.basics, set(map(id, contact)))
    if name:
        person.basics["name"] = name
    used = set(name.words) if name else set()
    remaining = [(line, [piece for piece in pieces if not used & set(piece.words)]) for line, pieces in rests]
    _place_and_label(remaining, person, set(map(id, contact)))
    _elsewhere(person.basics, every)
    return person


def _whole_addresses(lines: Sequence[Line]) -> list[Line]:
    """Addresses that a narrow column broke over two lines, whole."""
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if (
            before
            and (before.wide or _INCOMPLETE.search(before.text))
            and len(line.words) == 1
            and line.column == before.column
            and line.gap < _CLOSE
            and _REST.fullmatch(line.text)
            and _ADDRESS.search(before.words[-1].text)
        ):
            last = before.words[-1]
            # A hyphen at the line's end is one of the address.
            last = msgspec.structs.replace(last, text=last.text.replace("\xad", "-") + line.text)
            whole[-1] = msgspec.structs.replace(before, words=(*before.words[:-1], last), wide=line.wide)
        else:
            whole.append(line)
    return whole


def _name(pieces: Sequence[tuple[Line, Said]], basics: dict[str, Any], contact: set[int]) -> Said | None:
    """The piece that reads most like a name: by its words, its size and place, and the e-mail address."""
    local = folded(basics["email"].text.partition("@")[0]) if "email" in basics else ""
    pieces = _halves_joined(pieces)
    largest = max((max(word.style.size for word in piece.words) for _, piece in pieces if piece.words), default=1.0)
    best: tuple[float, Said] | None = None
    for place, (line, piece) in enumerate(pieces):
        score = _name_score(piece, local)
        if score is None:
            continue
        size = max((word.style.size for word in piece.words), default=largest)
        score += 1.5 * size / largest - 0.15 * min(place, 10) - (1.0 if id(line) in contact else 0.0) - 0.5 * line.page
        if best is None or score > best[0]:
            best = score, piece
    if best is None or best[0] < 0.6:
        return None
    return msgspec.structs.replace(best[1], confidence=0.95 if best[0] > 2.5 else 0.7)


def _halves_joined(pieces: Sequence[tuple[Line, Said]]) -> list[tuple[Line, Said]]:
    """First and family name on lines of their own, in one piece."""
    found: list[tuple[Line, Said]] = []
    for line, piece in pieces:
        if found and piece.words and found[-1][1].words:
            before, last = found[-1]
            sizes = (last.words[-1].style.size, piece.words[0].style.size)
            short = (
                len(last.text.split()) <= 2 and len(piece.text.split()) <= 2 and len(last.words) + len(piece.words) <= 4
            ) or (
                last.text.split()[-1].casefold() in _PARTICLES and len(last.words) + len(piece.words) <= _MOST_OF_NAME
            )
            if (
                before is not line
                and short
                and abs(sizes[0] - sizes[1]) < 0.6
                and sizes[0] >= 17
                and _name_score(last, "") is not None
                and _name_score(piece, "") is not None
            ):
                found[-1] = (before, Said(f"{last.text} {piece.text}", (*last.words, *piece.words), last.confidence))
                continue
        found.append((line, piece))
    return found


def _name_score(piece: Said, local: str) -> float | None:
    """How much a piece reads like a name; None where it cannot be one."""
    text = piece.text
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 50 or not _NAME.fullmatch(text):
        return None
    low = [folded(word.strip(".,()")) for word in words]
    if any(word in _NOT_NAMES for word in low) or (is_known_heading(text) and len(words) < 3):
        return None
    if is_language(text) or (is_place(text) and "," in text):
        return None
    score = -0.8 if is_place(text) else 0.0
    capitalised = sum(word[:1].isupper() or word.casefold() in _PARTICLES for word in words)
    # Scripts without capitals, some of which write a name in one piece.
    uncased = text.upper() == text.lower()
    score += 0.6 if capitalised == len(words) or uncased else -1.2
    score += 0.5 if 2 <= len(words) <= 4 or (uncased and len(text) <= _LONGEST_PIECE) else -0.4
    score -= 0.9 * title_score(text) + 0.6 * organisation_score(text)
    if local:
        parts = [word for word in low if len(word) > 2]
        score += 1.8 if any(word in local for word in parts) else 0.0
    return score


def _place_and_label(remaining: Sequence[tuple[Line, list[Said]]], person: Person, contact: set[int]) -> None:
    """The pieces that tell no way to reach the person: a place, a label under the name, prose; others are left."""
    prose: list[Line] = []
    titled = next(
        (line for line, pieces in remaining if id(line) not in contact and _names_a_post(pieces, line.text)), None
    )
    for place, (line, pieces) in enumerate(remaining):
        following = remaining[place + 1][0] if place + 1 < len(remaining) else None
        wraps = (
            following is not None
            and line.wide
            and not following.marked
            and following.text[:1].islower()
            and following.column == line.column
            and "@" not in following.text
        )
        left: list[Said] = []
        for piece in pieces:
            street = _STREET.search(piece.text) and any(map(str.isdigit, piece.text))
            sure = is_place(piece.text)
            if (
                "location" not in person.basics
                and (sure or street or (_TOWN.fullmatch(piece.text) and title_score(piece.text) == 0))
                and len(piece.text) < 90
            ):
                town = _town_below(remaining[place + 1 :]) if street and not sure else None
                if town is not None:
                    pieces_below = remaining[place + 1][1]
                    pieces_below.remove(town)
                    piece = Said(f"{piece.text.rstrip(', ')}, {town.text}", (*piece.words, *town.words))
                put_place(person.basics, piece.text, piece.words, 0.9 if sure or town else 0.7)
            else:
                left.append(piece)
        if not left:
            continue
        whole = sum(len(piece.text) for piece in left) >= _MOST_OF * len(line.text)
        text = line.text
        if id(line) in contact:
            person.left.append(line)
        elif "label" not in person.basics and line is (titled or line) and not wraps and _reads_like_label(left, text):
            person.basics["label"] = _label(left, line)
        elif (whole and (len(text) > 60 or prose or wraps) and len(line.cells) == 1) or (
            "label" in person.basics and prose
        ):
            prose.append(line)
        else:
            person.left.append(line)
    if prose:
        if len(joined(prose).text.split()) >= 8:
            person.prose.append(joined(prose, 0.6))
        else:
            person.left.extend(prose)


def _town_below(remaining: Sequence[tuple[Line, list[Said]]]) -> Said | None:
    """The postal code and town on the line under a street."""
    pieces = remaining[0][1] if remaining else []
    found = pieces[0] if pieces else None
    return found if found and is_place(found.text) else None


def _names_a_post(pieces: Sequence[Said], text: str) -> bool:
    return _reads_like_label(pieces, text) and any(
        title_score(piece.text) > 0 and len(piece.text) < 60 for piece in pieces
    )


def _reads_like_label(pieces: Sequence[Said], text: str) -> bool:
    if len(text) > _LONGEST_LABEL or text.rstrip().endswith((".", "”", "!")) or dates_in(text):
        return False
    return any(title_score(piece.text) > 0 for piece in pieces) or (
        len(pieces) == 1 and len(text) < 60 and 1 < len(tokens(text)) <= 8
    )


def _label(pieces: Sequence[Said], line: Line) -> Said:
    words = [word for piece in pieces for word in piece.words]
    sure = 0.85 if any(title_score(piece.text) > 0 for piece in pieces) else 0.55
    return Said(" · ".join(piece.text for piece in pieces), tuple(dict.fromkeys(words)), sure)


def _elsewhere(basics: dict[str, Any], every: Sequence[Line]) -> None:
    """An e-mail address and a telephone number that stand anywhere else, such as at the page's foot, and the place beside them."""
    lost = "email" not in basics
    for line in every:
        if "email" not in basics and (found := EMAIL.search(line.text)):
            basics["email"] = said(found[0].strip("."), line.words, 0.7)
        if "phone" not in basics and len(line.words) <= 12 and not line.marked:
            phone = PHONE.search(line.text)
            if phone and 9 <= sum(map(str.isdigit, phone[0])) <= 15 and not dates_in(phone[0]):
                basics["phone"] = said(whole_phone(phone[0]), line.words, 0.6)
    if lost and "location" not in basics:
        places = [place for place, line in enumerate(every) if EMAIL.search(line.text) and not line.marked]
        near = (every[place] for at in places for place in range(max(0, at - 2), min(at + 2, len(every))))
        if beside := next((line for line in near if is_place(line.text)), None):
            put_place(basics, beside.text, beside.words, 0.6)
