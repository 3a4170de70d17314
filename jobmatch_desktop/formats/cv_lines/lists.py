"""Sections that are lists: skills, languages, certificates and other credentials, interests, courses, references."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.blocks import paragraphs_of
from jobmatch_desktop.formats.cv_lines.headings import role_of_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Said, Word
from jobmatch_desktop.formats.cv_lines.sections import is_set_off, text_style
from jobmatch_desktop.formats.cv_lines.texts import joined, said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import is_level, is_place, names_language
from jobmatch_desktop.formats.listed import split_outside_parentheses
from jobmatch_desktop.formats.written_dates import dates_in

_LABEL = re.compile(r"([^:,;|•]{2,45}?)\s*:\s+(?=\S)")
_DASHED_LABEL = re.compile(r"([^:,;|•()]{2,40}?)\s+[—–-]\s+(?=\S)")
_ONLY_LABEL = re.compile(r"([^:]{2,45}?)\s*:\s*")
_PARTS = re.compile(r"\s*[|•∙◦‖●■]\s*|\s+[·⋅]\s+|\s*;\s+")
_SLASHES = re.compile(r"\s+[/\\]\s+")
_PARENTHESES = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
_DOTS = re.compile(r"[●○◉◯★☆■□▪▫⬤⚫⚪✦✧]{2,}|\b\d{1,3}\s?%|\b\d\s?/\s?(?:5|10)\b")
_NAMED = re.compile(r"\s*[:–—]\s*|\s+-\s+")
_AND = re.compile(r"^(?:and|et|&)\s+", re.IGNORECASE)
_INSIDE = re.compile(r"\s*\([^()]*\)")
_LONGEST_SKILL = 70
_LONGEST_ISSUER = 30
_RANK = re.compile(
    r"(?i)(?:professional|associate|specialty|practitioner|expert|foundation|advanced|level|niveau|part)\b"
)


class Group(msgspec.Struct):
    """A label (None for none) and the texts of a list under it."""

    label: Said | None
    items: list[Said]


def groups_of(lines: Sequence[Line]) -> list[Group]:
    """The texts of a list with their labels: `Web: HTML, CSS`, a label on a line or in a cell of its own, or none."""
    groups: list[Group] = []
    text = text_style(lines)
    pending: list[Line] = []

    def flush() -> None:
        if pending:
            if not groups:
                groups.append(Group(None, []))
            groups[-1].items.extend(_split(joined(pending), slashes=groups[-1].label is not None))
            pending.clear()

    for place, whole in enumerate(lines):
        label, line = _label_of(whole, lines[place + 1] if place + 1 < len(lines) else None, text)
        if label is not None:
            flush()
            groups.append(Group(label, []))
        if line is None:
            continue
        if label is None and (line.marked or len(line.cells) > 1 or (pending and not _goes_on(pending[-1], line))):
            flush()
            if (
                line.marked
                and groups
                and groups[-1].label is not None
                and groups[-1].items
                and not _under_label(groups[-1], lines, place)
            ):
                groups.append(Group(None, []))
        if len(line.cells) > 1:
            flush()
            if not groups:
                groups.append(Group(None, []))
            for cell in line.cells:
                groups[-1].items.extend(_split(Said(" ".join(word.text for word in cell), cell)))
        else:
            pending.append(line)
    flush()
    return [group for group in groups if group.items or group.label]


def skills_of(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """`skills`: a group with a label is one with keywords, each text without a label one by itself."""
    found: list[dict[str, Any]] = []
    for group in groups:
        if group.label is not None and group.items:
            found.append({"name": group.label, "keywords": [_bare(item) for item in group.items]})
        elif group.label is not None:
            found.append({"name": group.label})
        else:
            for item in group.items:
                level = _PARENTHESES.fullmatch(item.text)
                if level and is_level(level[2]):
                    found.append({"name": said(level[1], item.words), "level": said(level[2], item.words)})
                else:
                    found.append({"name": _bare(item)})
    return found


def languages_of(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """`languages`, each with its level where one is told."""
    found: list[dict[str, Any]] = []
    for group in groups:
        told = names_language(group.label.text) if group.label is not None else False
        if (
            group.label is not None
            and len(group.items) <= 2
            and (told or not any(names_language(item.text) for item in group.items))
        ):
            found.append({"language": group.label, "fluency": _all(group.items)})
            continue
        for item in group.items:
            if found and not names_language(item.text) and is_level(item.text) and "fluency" not in found[-1]:
                found[-1]["fluency"] = item
            else:
                found.append(_language(item))
    return found


def _language(item: Said) -> dict[str, Any]:
    inside = _PARENTHESES.fullmatch(item.text)
    if inside:
        return {"language": said(inside[1], item.words), "fluency": said(inside[2], item.words)}
    halves = _NAMED.split(item.text, maxsplit=1)
    if len(halves) == 2 and halves[0] and halves[1]:
        return {"language": said(halves[0], item.words), "fluency": said(halves[1], item.words)}
    fluent = re.match(
        r"(?i)(fluent|native|proficient|conversational|bilingual|basic)\s+(?:in\s+|speaker of\s+)?(.+)", item.text
    )
    if fluent:
        return {"language": said(fluent[2], item.words), "fluency": said(fluent[1], item.words)}
    words = item.text.split()
    if len(words) > 1 and names_language(words[0]) and is_level(" ".join(words[1:])):
        return {"language": said(words[0], item.words), "fluency": said(" ".join(words[1:]), item.words)}
    return {"language": item}


def interests_of(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """`interests`, a label with its texts as keywords."""
    found: list[dict[str, Any]] = []
    for group in groups:
        if group.label is not None:
            found.append({"name": group.label, "keywords": list(group.items)})
        else:
            found.extend({"name": item} for item in group.items)
    return found


def credentials_of(lines: Sequence[Line], names: tuple[str, str, str]) -> list[dict[str, Any]]:
    """Certificates, awards or publications, one a paragraph; `names` are JSON Resume's for name, issuer and date."""
    found: list[dict[str, Any]] = []
    style, open_title = text_style(lines), False
    for line_group in _credential_lines(lines):
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


def references_of(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """`references`, one a paragraph: its words, or a name before a colon."""
    found: list[dict[str, Any]] = []
    for _, text in paragraphs_of(lines):
        name, colon, words = text.text.partition(": ")
        if colon and len(name) <= 60:
            found.append({"name": said(name, text.words), "reference": said(words, text.words)})
        else:
            found.append({"reference": text})
    return found


def _label_of(line: Line, following: Line | None, text: Any) -> tuple[Said | None, Line | None]:
    """A label at the beginning of a line, and the rest of the line (None where the label is the whole)."""
    if len(line.cells) > 1 and len(line.cells[0]) <= 5:
        first = line.cells[0]
        words = " ".join(word.text for word in first)
        bold = all(word.style.bold for word in first) and not any(word.style.bold for word in line.cells[1])
        if (words.endswith(":") or bold or first[0].style.size != line.cells[1][0].style.size) and not line.marked:
            return said(words, first), _rest_line(line, len(first))
    whole = _ONLY_LABEL.fullmatch(line.text)
    if whole and len(line.words) <= 6:
        return said(whole[1], line.words), None
    found = _LABEL.match(line.text)
    if found and len(found[1].split()) <= 6:
        count, spelled = 0, ""
        while count < len(line.words) and len(spelled.replace(" ", "")) < len(found[0].replace(" ", "")):
            spelled += line.words[count].text
            count += 1
        return said(found[1], line.words[:count]), _rest_line(line, count) if count < len(line.words) else None
    dashed = _DASHED_LABEL.match(line.text)
    if dashed and len(dashed[1].split()) <= 4 and "," in line.text[dashed.end() :] and len(line.cells) == 1:
        count = len(dashed[1].split())
        return said(dashed[1], line.words[:count]), _rest_line(line, count)
    if line.words[0].style.bold and not line.words[-1].style.bold and len(line.cells) == 1:
        count = next(place for place, word in enumerate(line.words) if not word.style.bold)
        first_words = " ".join(word.text for word in line.words[:count])
        if trimmed(first_words) and not first_words.endswith(","):
            return said(first_words, line.words[:count]), _rest_line(line, count)
    if (
        following is not None
        and not line.marked
        and len(line.cells) == 1
        and len(line.words) <= 5
        and is_set_off(line, text)
        and (following.marked or not is_set_off(following, text))
        and "," not in line.text
    ):
        return said(line.text, line.words), None
    return None, line


def _rest_line(line: Line, count: int) -> Line | None:
    words = line.words[count:]
    while words and not any(sign.isalnum() for sign in words[0].text):
        words = words[1:]
    return msgspec.structs.replace(line, words=words, marked=False) if words else None


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a list's line is the rest of the one before: that one filled its column or ends in a separator."""
    text = before.text.rstrip()
    if text.endswith((",", ";", "•", "|", "·", "&", "/", "(", "\xad", "-")):
        return True
    if text.count("(") > text.count(")"):
        return True
    begins = line.text[:1]
    listed = bool(re.search(r",\s|\s[|•·]\s", before.text))
    return (
        begins in "(|•·,&/" or (before.wide and (listed or begins.islower())) or (listed and begins.islower())
    ) and line.gap < 1.0


def _under_label(group: Group, lines: Sequence[Line], place: int) -> bool:
    """Whether a marked line goes on with the list of the label above: the label's line had no mark."""
    label_words = group.label.words if group.label else ()
    for before in reversed(lines[:place]):
        if before.words and label_words and before.words[0] == label_words[0]:
            return not before.marked
    return True


def _split(text: Said, slashes: bool = False) -> list[Said]:
    """The texts of a list on one line. A slash between spaces parts them where there are several, or with `slashes`."""
    cleaned = trimmed(_DOTS.sub(" | ", text.text).rstrip("."))
    if not cleaned:
        return []
    if len(_SLASHES.findall(cleaned)) > (0 if slashes else 1) and "," not in cleaned:
        cleaned = _SLASHES.sub(" | ", cleaned)
    pieces = [part for part in _PARTS.split(cleaned) if trimmed(part)]
    parts = [inner for piece in pieces for inner in split_outside_parentheses(piece)]
    found = [said(_AND.sub("", part), text.words) for part in parts]
    return [part for part in found if part.text and any(sign.isalnum() for sign in part.text)]


def _bare(item: Said) -> Said:
    confidence = 0.9 if len(item.text) <= _LONGEST_SKILL else 0.4
    return msgspec.structs.replace(item, confidence=confidence)


def _all(items: Sequence[Said]) -> Said | None:
    words: list[Word] = [word for item in items for word in item.words]
    return said(", ".join(item.text for item in items), words) if items else None


def is_prose(group: Group) -> bool:
    """Whether a group's texts are sentences, not names of things."""
    words = [len(_INSIDE.sub("", item.text).split()) for item in group.items]
    return bool(words) and (
        max(words) > 9
        or sum(words) / len(words) > 5
        or any(re.search(r"\w{3,}\. [A-Z]", item.text) for item in group.items)
    )


def label_role(label: Said | None) -> str | None:
    """The role that a list's label names: `Languages`, `Certifications`, `Interests` within the skills."""
    return role_of_heading(label.text) if label is not None else None
