"""Sections that are lists: skills, languages, certificates and other credentials, interests, courses, references."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.blocks import paragraphs_of
from jobmatch_desktop.formats.cv_lines.headings import role_of_heading
from jobmatch_desktop.formats.cv_lines.heads import DURATION
from jobmatch_desktop.formats.cv_lines.items import whole_items
from jobmatch_desktop.formats.cv_lines.labelled_columns import by_columns
from jobmatch_desktop.formats.cv_lines.line import Line, Said, Style, Word, part_of
from jobmatch_desktop.formats.cv_lines.looks import is_set_off, text_style
from jobmatch_desktop.formats.cv_lines.texts import joined, said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import folded, is_level, names_language
from jobmatch_desktop.formats.listed import split_outside_parentheses

_LABEL = re.compile(r"([^:,;|•]{2,45}?)\s*:\s+(?=\S)")
_DASHED_LABEL = re.compile(r"([^:,;|•()]{2,40}?)\s+[—–-]\s+(?=\S)")
_ONLY_LABEL = re.compile(r"([^:]{2,45}?)\s*:\s*")
_PARTS = re.compile(r"\s*[|•∙◦‖●■]\s*|\s+[·⋅]\s+|\s*;\s+")
_DASHES = re.compile(r"\s+[–—-]\s+")
_SLASHES = re.compile(r"\s+[/\\]\s+")
_PARENTHESES = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
_DOTS = re.compile(r"[●○◉◯★☆■□▪▫⬤⚫⚪✦✧]{2,}|\b\d{1,3}\s?%|\b\d\s?/\s?(?:5|10)\b")
_NAMED = re.compile(r"\s*[:–—]\s*|\s+-\s+")
_AND = re.compile(r"^(?:and|et|&)\s+", re.IGNORECASE)
_INSIDE = re.compile(r"\s*\([^()]*\)")
_LONGEST_SKILL = 70
_SHORT = 10
_MOST_OF_LABEL = 4
_NUMBER = re.compile(r"\d{1,2}[.)]")
_FEWEST_COUNTED = 2
_DEEPER = 10.0  # points


class Group(msgspec.Struct):
    """A label (None for none) and the texts of a list under it."""

    label: Said | None
    items: list[Said]


def groups_of(lines: Sequence[Line]) -> list[Group]:
    """The texts of a list with their labels: `Web: HTML, CSS`, a label on a line or in a cell of its own, or none."""
    groups: list[Group] = []
    lines = [part for line in whole_items(by_columns(_without_numbers(lines))) for part in _by_inner_labels(line)]
    text = text_style(lines)
    labelled = _have_labels(lines)
    pending: list[Line] = []

    def flush() -> None:
        if pending:
            if not groups:
                groups.append(Group(None, []))
            groups[-1].items.extend(_split(joined(pending), slashes=groups[-1].label is not None))
            pending.clear()

    for place, whole in enumerate(lines):
        label, line = _label_of(whole, lines[place + 1] if place + 1 < len(lines) else None, text, labelled)
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


def _without_numbers(lines: Sequence[Line]) -> list[Line]:
    """Lines that are counted from one, each an item without its number."""
    counted = {
        place: int(line.words[0].text[:-1])
        for place, line in enumerate(lines)
        if len(line.words) > 1 and not line.marked and _NUMBER.fullmatch(line.words[0].text)
    }
    numbers = list(counted.values())
    if len(numbers) < _FEWEST_COUNTED or numbers != list(range(1, len(numbers) + 1)):
        return list(lines)
    return [
        msgspec.structs.replace(part_of(line, line.words[1:]), marked=True) if place in counted else line
        for place, line in enumerate(lines)
    ]


def _by_inner_labels(line: Line) -> list[Line]:
    """`Proficient: Go, C; Familiar: Rust` as two lines, each with its label."""
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(line.words):
        following = " ".join(one.text for one in line.words[place : place + _MOST_OF_LABEL + 1])
        after = place > 0 and line.words[place - 1].text.endswith(";")
        if after and _LABEL.match(following):
            parts.append([])
        parts[-1].append(word)
    if len(parts) == 1:
        return [line]
    return [part_of(line, tuple(words)) for words in parts]


def _have_labels(lines: Sequence[Line]) -> bool:
    """Whether the lines of a list are each a label and, in another cell, what it names: several of one kind."""
    parted = [line for line in lines if len(line.cells) > 1]
    return (
        len(parted) >= 1
        and all(len(line.cells) == 2 and len(line.cells[0]) <= 4 for line in parted)
        and sum("," in " ".join(word.text for word in line.cells[1]) for line in parted) > len(parted) / 2
        and not any("," in word.text for line in parted for word in line.cells[0])
    )


def skills_of(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """`skills`: a group with a label is one with keywords, each text without a label one by itself."""
    found: list[dict[str, Any]] = []
    for group in groups:
        if group.label is not None and group.items:
            named = [item for item in group.items if not _only_level(item.text)]
            levels = [item for item in group.items if _only_level(item.text)]
            found.append(
                {
                    "name": group.label,
                    "level": _all(levels),
                    "keywords": [_bare(item) for item in named],
                }
            )
        elif group.label is not None:
            # `Programming` over other labels is a title within the skills.
            if label_role(group.label) is None:
                found.append({"name": group.label})
        else:
            levelled = sum(_only_level(item.text) for item in group.items) > 1
            for item in group.items:
                if levelled and found and _only_level(item.text):
                    # `Python — Expert`, in cells of their own.
                    found[-1].setdefault("level", item)
                    continue
                level = _PARENTHESES.fullmatch(item.text)
                if level and (is_level(level[2]) or DURATION.fullmatch(level[2])):
                    found.append({"name": said(level[1], item.words), "level": said(level[2], item.words)})
                else:
                    found.append({"name": _bare(item)})
    return found


def _only_level(text: str) -> bool:
    """Whether a text is a level and nothing else, such as "Advanced"."""
    return len(text.split()) <= 2 and is_level(text) and folded(text) not in ("technical", "technique")


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


def _label_of(line: Line, following: Line | None, text: Style, labelled: bool) -> tuple[Said | None, Line | None]:
    """A label at the beginning of a line, and the rest of the line (None where the label is the whole)."""
    if len(line.cells) > 1 and len(line.cells[0]) <= 5:
        first = line.cells[0]
        words = " ".join(word.text for word in first)
        bold = all(word.style.bold for word in first) and not any(word.style.bold for word in line.cells[1])
        larger = first[0].style.size != line.cells[1][0].style.size
        if (words.endswith(":") or bold or larger or labelled) and not line.marked:
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
    if following is not None and line.marked and len(line.words) <= _MOST_OF_LABEL and _holds(line, following):
        return said(line.text, line.words), None
    if (
        following is not None
        and not line.marked
        and len(line.cells) == 1
        and len(line.words) <= 5
        and (
            _stands_over(line, following)
            or _is_term(line, following)
            or (_stands_out(line, text) and (following.marked or not is_set_off(following, text)))
        )
        and "," not in line.text
    ):
        return said(line.text, line.words), None
    return None, line


def _stands_over(line: Line, following: Line) -> bool:
    """Whether a line looks more important than the one that follows."""
    return (line.bold and not following.bold) or line.style.size > 1.06 * following.style.size


def _is_term(line: Line, following: Line) -> bool:
    """Whether a list further to the right stands under a line, as under the terms of a glossary."""
    deeper = line.indent > 0 and following.indent > line.indent + _DEEPER
    return deeper and not following.marked and "," in following.text


def _holds(line: Line, following: Line) -> bool:
    """Whether the item of a list has a list of its own under it, further to the right, and looks otherwise."""
    deeper = following.marked and following.indent > line.indent + _DEEPER
    return deeper and line.bold and not following.bold


def _stands_out(line: Line, text: Style) -> bool:
    """Whether a line's looks set it off; a short name in capitals is an item."""
    letters = sum(map(str.isalpha, line.text))
    return is_set_off(line, text) and (
        not line.capitals or line.bold or line.style.size > text.size or letters > _SHORT
    )


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
    """Whether a marked line goes on with the list of the label above: the label's line had no mark, or stands further to
    the left."""
    label_words = group.label.words if group.label else ()
    for before in reversed(lines[:place]):
        if before.words and label_words and before.words[0] == label_words[0]:
            return not before.marked or lines[place].indent > before.indent + _DEEPER
    return True


def _split(text: Said, slashes: bool = False) -> list[Said]:
    """The texts of a list on one line. A slash between spaces parts them where there are several, or with `slashes`."""
    cleaned = trimmed(_DOTS.sub(" | ", text.text).rstrip("."))
    if not cleaned:
        return []
    if len(_SLASHES.findall(cleaned)) > (0 if slashes else 1) and "," not in cleaned:
        cleaned = _SLASHES.sub(" | ", cleaned)
    if len(_DASHES.findall(cleaned)) > 1 and "," not in cleaned:
        cleaned = _DASHES.sub(" | ", cleaned)
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
