"""Certificates, awards and publications out of the lines of a section."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.items import whole_items
from jobmatch_desktop.formats.cv_lines.line import Line, Said
from jobmatch_desktop.formats.cv_lines.looks import is_set_off, text_style
from jobmatch_desktop.formats.cv_lines.texts import joined, said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import is_place
from jobmatch_desktop.formats.written_dates import dates_in

_LONGEST_ISSUER = 30
_RANK = re.compile(
    r"(?i)(?:professional|associate|specialty|practitioner|expert|foundation|advanced|level|niveau|part)\b"
)


def credentials_of(lines: Sequence[Line], names: tuple[str, str, str]) -> list[dict[str, Any]]:
    """Certificates, awards or publications, one a paragraph; `names` are JSON Resume's for name, issuer and date."""
    found: list[dict[str, Any]] = []
    style, open_title = text_style(lines), False
    for line_group in _credential_lines(whole_items(lines)):
        text = joined(line_group)
        cells = (
            [Said(" ".join(word.text for word in cell), cell) for cell in line_group[0].cells]
            if len(line_group) == 1
            else [text]
        )
        titled = len(line_group) == 1 and is_set_off(line_group[0], style) and not line_group[0].marked
        told = found[-1] if found and open_title and not titled else None
        if told is not None and not dates_in(text.text) and len(text.text) > _LONGEST_ISSUER:
            told.setdefault("summary", []).append(text)
            continue
        found.append(_credential(text, cells, names))
        open_title = titled
    return [item for item in found if item.get(names[0])]


def _credential_lines(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        begins = line.text[:1]
        goes_on = (
            bool(groups)
            and not line.marked
            and (
                (groups[-1][-1].wide and len(line.cells) == 1 and not dates_in(groups[-1][-1].cells[-1][-1].text))
                or begins.islower()
                or groups[-1][-1].text.rstrip().endswith((",", "\xad", "-"))
                or (groups[0][0].marked and line.indent > groups[-1][0].indent + 2.5)
            )
        )
        if goes_on and line.gap < 1.2 and not _dated_at_begin(line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _dated_at_begin(line: Line) -> bool:
    found = dates_in(line.text)
    return bool(found and line.text.startswith(found.words.strip()))


def _credential(text: Said, cells: list[Said], names: tuple[str, str, str]) -> dict[str, Any]:
    item: dict[str, Any] = {}
    rest: list[Said] = []
    for cell in cells:
        dates = None if names[2] in item else dates_in(cell.text)
        left = cell.text
        if dates:
            item[names[2]] = said(dates.words, cell.words)
            item[names[2]] = msgspec.structs.replace(item[names[2]], text=dates.end or dates.single or dates.start)
            left = dates.rest
        if trimmed(left):
            rest.append(said(left, cell.words))
    if len(rest) > 1 and is_place(rest[-1].text):
        item["location"] = rest.pop()
    if not rest:
        return item
    parts = rest if len(rest) > 1 else _name_and_issuer(rest[0])
    item[names[0]] = parts[0]
    if len(parts) > 1:
        item[names[1]] = said(
            ", ".join(part.text for part in parts[1:]), [word for part in parts[1:] for word in part.words], 0.7
        )
    return item


def _name_and_issuer(text: Said) -> list[Said]:
    words = text.words
    for place in range(1, len(words)):
        if words[place - 1].style.bold and not words[place].style.bold:
            first, second = (" ".join(word.text for word in part) for part in (words[:place], words[place:]))
            if trimmed(first) and trimmed(second) and first[:8] == text.text[:8]:
                return [said(first, words), said(second, words)]
    for separator in (re.compile(r"\s*\|\s*"), re.compile(r"\s+[–—·]\s+|\s+-\s+"), re.compile(r",\s+")):
        pieces = [piece for piece in separator.split(text.text) if piece.strip()]
        if len(pieces) > 1 and _RANK.match(pieces[1]):
            # "Architect – Professional": the rank is part of the name.
            pieces = [text.text[: text.text.index(pieces[1]) + len(pieces[1])], *pieces[2:]]
        if len(pieces) == 2 or (len(pieces) > 2 and separator.pattern != r",\s+"):
            return [said(pieces[0], words), *(said(piece, words) for piece in pieces[1:])]
        if len(pieces) > 2:
            return [said(", ".join(pieces[:-1]), words), said(pieces[-1], words)]
    return [text]
