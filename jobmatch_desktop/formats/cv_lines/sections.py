"""Lines to sections: which of them are titles, by their look and by their words."""

import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.headings import goes_on_as_heading, role_by_words, role_of_heading
from jobmatch_desktop.formats.cv_lines.line import Line, part_of
from jobmatch_desktop.formats.cv_lines.looks import (
    SAME_EDGE,
    Look,
    Looks,
    begins_entry,
    is_set_off,
    look_of,
    looks_of,
    may_be_title,
    text_style,
)
from jobmatch_desktop.formats.cv_lines.vocabulary import names_language, title_score
from jobmatch_desktop.formats.written_dates import dates_in

_LISTS = frozenset(
    ("skills", "languages", "interests", "certificates", "awards", "courses", "publications", "references")
)
_WITHIN = _LISTS | {"contact", "links", "volunteer", "summary"}
_OF_ENTRIES = frozenset(("experience", "education", "projects", "volunteer"))
_WITHIN_ENTRIES = frozenset(("summary", "awards", "skills", "courses", "projects"))
_LABEL = re.compile(r"([^:]{3,40}?)\s*:\s*")
_LEAST_BLANK = 0.7
_INDENTED = 2.0
_ORNATE = 1.15
_FEWEST_ORNATE = 3


class Section(msgspec.Struct):
    """A title and the lines under it. `role` is that of headings.py, `""` before any title, `own` for words that no table has.

    `certain`: the words of the title are in the table.
    """

    role: str
    title: Line | None
    lines: list[Line]
    certain: bool = True
    labels: list[Line] = msgspec.field(default_factory=list)
    """Lines that only name what follows within each entry, such as "Highlights"; they are not among its lines."""
    opens: bool = False
    """Whether no title that the tables know stands before it in its column: its own may be a line of the person's."""


def sections_of(lines: Sequence[Line]) -> list[Section]:
    """The sections in reading order. The first has no title, and so has each column that begins without one."""
    lines = _whole_titles(_without_marks_of_titles(lines))
    looks = looks_of(lines)
    repeated = _repeated(lines, looks)
    sections = [Section("", None, [])]
    begun: set[int] = set()
    for place, line in enumerate(lines):
        if line.fresh and (sections[-1].lines or sections[-1].title):
            sections.append(Section("", None, []))
        if (
            sections[-1].role in _OF_ENTRIES
            and _key_of(line) in repeated
            and look_of(line.words) not in looks.of_titles
        ):
            sections[-1].labels.append(line)
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        titled = _titled(line, following, looks, sections[-1], begun=line.column in begun, opens=place == 0)
        if titled is None:
            sections[-1].lines.append(line)
            continue
        role, title, rest, certain = titled
        opens = not certain and line.column not in begun
        if certain:
            begun.add(line.column)
        sections.append(Section(role, title, [rest] if rest else [], certain, opens=opens))
    return sections


def _repeated(lines: Sequence[Line], looks: Looks) -> frozenset[str]:
    """Titles that stand in every entry of a section."""
    counts: dict[str, int] = {}
    for line in lines:
        inner = may_be_title(line) and look_of(line.words) not in looks.of_titles
        if inner and role_of_heading(line.text) in _WITHIN_ENTRIES:
            counts[_key_of(line)] = counts.get(_key_of(line), 0) + 1
    return frozenset(key for key, count in counts.items() if count > 1)


def _without_marks_of_titles(lines: Sequence[Line]) -> list[Line]:
    """Titles with an ornament before them, which was taken for the mark of a list: several that the tables know, larger than the text."""
    text = text_style(lines)
    bare = {
        place: msgspec.structs.replace(line, marked=False)
        for place, line in enumerate(lines)
        if line.marked and line.style.size >= _ORNATE * text.size
    }
    known = [line for line in bare.values() if may_be_title(line) and role_of_heading(line.text)]
    looks = {look_of(line.words) for line in known}
    if len(looks) != 1 or len(known) < _FEWEST_ORNATE:
        return list(lines)
    return [bare[place] if place in bare and look_of(line.words) in looks else line for place, line in enumerate(lines)]


def _key_of(line: Line) -> str:
    return line.text.strip(" :").casefold()


def _whole_titles(lines: Sequence[Line]) -> list[Line]:
    """Titles that a narrow column broke over two lines, whole."""
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if (
            before
            and before.column == line.column
            and line.gap < 1.2
            and all(map(may_be_title, (before, line)))
            and look_of(before.words) == look_of(line.words)
            and goes_on_as_heading(before.text, line.text)
        ):
            whole[-1] = msgspec.structs.replace(before, words=(*before.words, *line.words))
        else:
            whole.append(line)
    return whole


def _titled(
    line: Line, following: Line | None, looks: Looks, section: Section, *, begun: bool, opens: bool
) -> tuple[str, Line, Line | None, bool] | None:
    """Role, title, the rest of the line, and whether the words are known; None where the line is no title."""
    role = role_of_heading(line.text) if may_be_title(line) else None
    main = looks.titles.get(line.column) or looks.common
    if role:
        if _allowed(line, role, looks, main, section) and not _names_programming(role, line, following, section, main):
            return role, line, None, True
        return None
    stranger = may_be_title(line) and main and look_of(line.words) == main and _stands_alone(line, looks)
    # Above all titles that the tables know, what the person is called stands too.
    stranger = stranger and (begun or not (opens or looks.strict or title_score(line.text)))
    if stranger and not _has_sentence(line.text) and not begins_entry(line, following):
        if not looks.strict:
            return role_by_words(line.text) or "own", line, None, False
        if line.capitals and (worded := role_by_words(line.text)):
            return worded, line, None, False
    return _label_title(line, looks, main, section)


def _allowed(line: Line, role: str, looks: Looks, main: Look | None, section: Section) -> bool:
    if main is None:
        # Nothing stands out in this document: a title stands alone, after a blank or with a colon.
        return line.gap > 0.6 or line.text.rstrip().endswith(":") or not section.lines
    look = look_of(line.words)
    edge = looks.edges.get(line.column)
    if edge is not None and line.indent > edge + _INDENTED * line.style.size and section.title is not None:
        # Under the titles' edge: the label of a list within a section.
        return role not in _WITHIN and look[0] > main[0]
    if look == main or look in looks.titles.values():
        return True
    # `Volunteer` as a post within the volunteering.
    if not is_set_off(line, looks.text) or role == section.role:
        return False
    return role in _WITHIN or look[0] > main[0]


def _names_programming(role: str, line: Line, following: Line | None, section: Section, main: Look | None) -> bool:
    """Whether "Languages" within the skills are those of programming."""
    within = role == "languages" and section.role == "skills" and look_of(line.words) != main
    return within and not (following and names_language(following.text))


def _label_title(
    line: Line, looks: Looks, main: Look | None, section: Section
) -> tuple[str, Line, Line | None, bool] | None:
    """A title on the line where its text begins: in a cell of its own, or before a colon."""
    if line.marked:
        return None
    if len(line.cells) > 1 and (role := role_of_heading(" ".join(word.text for word in line.cells[0]))):
        first, rest = line.cells[0], tuple(word for cell in line.cells[1:] for word in cell)
        if role == section.role and dates_in(" ".join(word.text for word in rest)):
            return None  # `Volunteer` with its dates, within the volunteering
        bold = all(word.style.bold for word in first) and not all(word.style.bold for word in rest)
        margin = looks.margins.get(line.column)
        beside = margin is not None and abs(line.indent - margin) < SAME_EDGE
        if beside or look_of(first) == main or (bold and role in _WITHIN and section.role not in _LISTS):
            return role, part_of(line, first), part_of(line, rest), True
    found = _LABEL.match(line.text)
    if found is None or section.role in _LISTS or (role := role_of_heading(found[1])) not in _LISTS:
        return None
    count, length = 0, 0
    while count < len(line.words) and length < len(found[1]):
        length += len(line.words[count].text) + 1
        count += 1
    first, rest = line.words[:count], line.words[count:]
    stands_out = all(word.style.bold for word in first) or line.gap > 0.9 or found[1].isupper()
    if rest and rest[0].text == ":":
        rest = rest[1:]
    if role is None or not rest or not stands_out:
        return None
    return role, part_of(line, first), part_of(line, rest), True


def _stands_alone(line: Line, looks: Looks) -> bool:
    """Whether a line has one look and as much blank above it as titles have."""
    styles = {(word.style.size, word.style.bold, word.style.italic) for word in line.words}
    return len(styles) == 1 and (looks.sure or line.gap == 0 or line.gap >= _LEAST_BLANK * looks.gap)


def _has_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", ",", ";")) or any(sign.isdigit() for sign in text)
