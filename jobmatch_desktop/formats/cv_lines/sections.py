"""Lines to sections: which of them are titles, by their look and by their words."""

import itertools
import re
import statistics
from collections.abc import Iterable, Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.headings import role_by_words, role_of_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word
from jobmatch_desktop.formats.cv_lines.vocabulary import degree_score, names_language, title_score
from jobmatch_desktop.formats.written_dates import dates_in

_LISTS = frozenset(
    ("skills", "languages", "interests", "certificates", "awards", "courses", "publications", "references")
)
_WITHIN = _LISTS | {"contact", "links", "volunteer", "summary"}
_OF_ENTRIES = frozenset(("experience", "education", "projects", "volunteer"))
_WITHIN_ENTRIES = frozenset(("summary", "awards", "skills", "courses", "projects"))
_LABEL = re.compile(r"([^:]{3,40}?)\s*:\s*")
_LONGEST_TITLE = 48
_MOST_WORDS = 7
_LARGER = 1.06
_DEGREE = 1.0
_LEAST_BLANK = 0.7
_SAME_EDGE = 2.5
_LEAST_IN_MARGIN = 3
_INDENTED = 2.0

Look = tuple[float, bool, bool, bool]


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


class _Looks(msgspec.Struct):
    """What sets titles apart in a document: the look of its text, and that of its titles by column (None: none stands out)."""

    text: Style
    titles: dict[int, Look]
    common: Look | None
    strict: bool
    gap: float
    """The blank above its titles, in heights."""
    edges: dict[int, float]
    """The left edge, by column, where most of its titles begin; none where they begin at several."""
    margins: dict[int, float]
    """The left edge, by column, of a margin that holds titles alone, each beside its text."""

    @property
    def of_titles(self) -> frozenset[Look]:
        return frozenset(look for look in (*self.titles.values(), self.common) if look is not None)


def sections_of(lines: Sequence[Line]) -> list[Section]:
    """The sections in reading order. The first has no title, and so has each column that begins without one."""
    lines = _whole_titles(lines)
    looks = _looks(lines)
    repeated = _repeated(lines, looks)
    sections = [Section("", None, [])]
    begun: set[int] = set()
    for place, line in enumerate(lines):
        if line.fresh and (sections[-1].lines or sections[-1].title):
            sections.append(Section("", None, []))
        if sections[-1].role in _OF_ENTRIES and _key_of(line) in repeated and _look(line.words) not in looks.of_titles:
            sections[-1].labels.append(line)
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        titled = _titled(line, following, looks, sections[-1], line.column in begun)
        if titled is None:
            sections[-1].lines.append(line)
            continue
        role, title, rest, certain = titled
        begun.add(line.column)
        sections.append(Section(role, title, [rest] if rest else [], certain))
    return sections


def _repeated(lines: Sequence[Line], looks: _Looks) -> frozenset[str]:
    """Titles that stand in every entry of a section."""
    counts: dict[str, int] = {}
    for line in lines:
        inner = _may_be_title(line) and _look(line.words) not in looks.of_titles
        if inner and role_of_heading(line.text) in _WITHIN_ENTRIES:
            counts[_key_of(line)] = counts.get(_key_of(line), 0) + 1
    return frozenset(key for key, count in counts.items() if count > 1)


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
            and all(map(_may_be_title, (before, line)))
            and _look(before.words) == _look(line.words)
            and role_of_heading(line.text) is None
            and role_of_heading(f"{before.text} {line.text}")
        ):
            whole[-1] = msgspec.structs.replace(before, words=(*before.words, *line.words))
        else:
            whole.append(line)
    return whole


def usual_gap(lines: Iterable[Line]) -> float:
    """The blank between lines that belong together, in heights."""
    gaps = [line.gap for line in lines if line.gap > 0]
    return statistics.median_low(sorted(gaps)[: max(1, (len(gaps) * 3) // 4)]) if gaps else 0.0


def text_style(lines: Iterable[Line]) -> Style:
    """The style of most of the text."""
    counts: dict[Style, int] = {}
    for line in lines:
        for word in line.words:
            style = msgspec.structs.replace(word.style, colour=0, font="")
            counts[style] = counts.get(style, 0) + len(word.text)
    return max(counts, key=lambda style: counts[style]) if counts else Style()


def is_set_off(line: Line, text: Style) -> bool:
    """Whether a line looks more important than the text."""
    style = line.style
    return style.size > _LARGER * text.size or (line.bold and not text.bold) or line.capitals or _coloured(style)


def _coloured(style: Style) -> bool:
    parts = (style.colour >> 16, style.colour >> 8 & 0xFF, style.colour & 0xFF)
    return max(parts) - min(parts) > 60


def _look(words: Sequence[Word]) -> Look:
    style = max(words, key=lambda word: (len(word.text), word.style.size)).style
    letters = [sign for word in words for sign in word.text if sign.isalpha()]
    return (round(style.size * 2) / 2, style.bold, style.italic, len(letters) > 2 and all(map(str.isupper, letters)))


def _looks(lines: Sequence[Line]) -> _Looks:
    text = text_style(lines)
    known = [line for line in lines if _may_be_title(line) and role_of_heading(line.text)]
    # A title may stand in a cell of its own beside the text.
    known += [
        _part(line, line.cells[0])
        for line in lines
        if not line.marked and len(line.cells) > 1 and _heads(line.cells[0])
    ]
    set_off = [line for line in known if is_set_off(line, text)]
    titles: dict[int, Look] = {}
    for column in {line.column for line in set_off}:
        if (look := _commonest([line for line in set_off if line.column == column])) is not None:
            titles[column] = look
    common = _commonest(set_off)
    every = set(titles.values()) | ({common} if common else set())
    alike = [line for line in lines if _may_be_title(line) and _look(line.words) in every]
    strangers = sum(role_of_heading(line.text) is None for line in alike)
    gaps = [line.gap for line in set_off if line.gap > 0]
    gap = statistics.median_low(gaps) if gaps else 0.0
    following = dict(itertools.pairwise(range(len(lines))))
    entries = sum(
        role_of_heading(line.text) is None
        and _begins_entry(line, lines[following[place]] if place in following else None)
        for place, line in enumerate(lines)
        if _may_be_title(line) and _look(line.words) in every
    )
    return _Looks(
        text,
        titles,
        common,
        strict=strangers > len(alike) - strangers or 2 * entries > strangers,
        gap=gap,
        edges=_edges(set_off),
        margins=_margins(lines),
    )


def _margins(lines: Sequence[Line]) -> dict[int, float]:
    found: dict[int, float] = {}
    for column in {line.column for line in lines}:
        inner = [line for line in lines if line.column == column and line.indent > 0]
        beside = [line for line in inner if len(line.cells) > 1 and not line.marked and _heads(line.cells[0])]
        if len(beside) < _LEAST_IN_MARGIN:
            continue
        edge = min(line.indent for line in beside)
        begun = inner.index(beside[0])
        there = [line for line in inner[begun:] if line.indent < edge + _SAME_EDGE]
        if len([line for line in beside if line.indent < edge + _SAME_EDGE]) >= max(_LEAST_IN_MARGIN, 0.7 * len(there)):
            found[column] = edge
    return found


def _edges(titles: Sequence[Line]) -> dict[int, float]:
    found: dict[int, float] = {}
    for column in {line.column for line in titles}:
        lefts = [line.indent for line in titles if line.column == column]
        edge = min(lefts)
        if edge > 0 and sum(left < edge + _SAME_EDGE for left in lefts) >= max(2, 0.6 * len(lefts)):
            found[column] = edge
    return found


def _heads(cell: Sequence[Word]) -> bool:
    return role_of_heading(" ".join(word.text for word in cell)) is not None


def _commonest(lines: Sequence[Line]) -> Look | None:
    """The look that titles of the most roles have; of two, the larger."""
    roles: dict[Look, set[str | None]] = {}
    for line in lines:
        roles.setdefault(_look(line.words), set()).add(role_of_heading(line.text))
    main = {look: len(found) + (0.5 if found & {"experience", "education"} else 0.0) for look, found in roles.items()}
    return max(main, key=lambda look: (main[look], look[0])) if main else None


def _may_be_title(line: Line) -> bool:
    return (
        not line.marked and len(line.cells) == 1 and len(line.text) <= _LONGEST_TITLE and len(line.words) <= _MOST_WORDS
    )


def _titled(
    line: Line, following: Line | None, looks: _Looks, section: Section, begun: bool
) -> tuple[str, Line, Line | None, bool] | None:
    """Role, title, the rest of the line, and whether the words are known; None where the line is no title."""
    role = role_of_heading(line.text) if _may_be_title(line) else None
    main = looks.titles.get(line.column) or looks.common
    if role:
        if _allowed(line, role, looks, main, section) and not _names_programming(role, line, following, section, main):
            return role, line, None, True
        return None
    stranger = _may_be_title(line) and main and _look(line.words) == main and begun and _stands_alone(line, looks)
    if stranger and not _has_sentence(line.text) and not _begins_entry(line, following):
        if not looks.strict:
            return role_by_words(line.text) or "own", line, None, False
        if line.capitals and (worded := role_by_words(line.text)):
            return worded, line, None, False
    return _label_title(line, looks, main, section)


def _allowed(line: Line, role: str, looks: _Looks, main: Look | None, section: Section) -> bool:
    if main is None:
        # Nothing stands out in this document: a title stands alone, after a blank or with a colon.
        return line.gap > 0.6 or line.text.rstrip().endswith(":") or not section.lines
    look = _look(line.words)
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
    within = role == "languages" and section.role == "skills" and _look(line.words) != main
    return within and not (following and names_language(following.text))


def _label_title(
    line: Line, looks: _Looks, main: Look | None, section: Section
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
        beside = margin is not None and abs(line.indent - margin) < _SAME_EDGE
        if beside or _look(first) == main or (bold and role in _WITHIN and section.role not in _LISTS):
            return role, _part(line, first), _part(line, rest), True
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
    return role, _part(line, first), _part(line, rest), True


def _part(line: Line, words: tuple[Word, ...]) -> Line:
    words = (msgspec.structs.replace(words[0], apart=False), *words[1:])
    indent = words[0].box.left if words[0].box else line.indent
    return msgspec.structs.replace(line, words=words, indent=indent, fresh=False)


def _stands_alone(line: Line, looks: _Looks) -> bool:
    """Whether a line has one look and as much blank above it as titles have."""
    styles = {(word.style.size, word.style.bold, word.style.italic) for word in line.words}
    return len(styles) == 1 and (line.gap == 0 or line.gap >= _LEAST_BLANK * looks.gap)


def _begins_entry(line: Line, following: Line | None) -> bool:
    """Whether a line that looks like a title reads like the first of an entry."""
    if "|" in line.text:
        return True
    if role_by_words(line.text):
        return False
    if title_score(line.text) > 0 or degree_score(line.text) > _DEGREE:
        return True
    return (
        following is not None
        and not following.marked
        and len(following.text) < _LONGEST_TITLE
        and dates_in(following.text) is not None
    )


def _has_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", ",", ";")) or any(sign.isdigit() for sign in text)
