"""The parts of a document that are worded anew: where each stands in the text, and how new words come into it.

Keys: `summary`; `work/<n>`, the bullets of the n-th entry (from 0) of the experience; `letter/<n>`, the n-th paragraph
(from 0) between salutation and closing. Every place is exact in code points of the text as it stands, whatever a
person made of it.
"""

import difflib
import itertools
import re
from collections.abc import Iterator, Mapping

import msgspec

from jobmatch_desktop.domain.cv_markdown import Line, parse, read_line, render
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.writing.letter_frame import body_of, is_salutation
from jobmatch_desktop.writing.titles import role_of

_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(msgspec.Struct, frozen=True):
    """A range of a text in code points; `end` is exclusive. Empty where a part has room and no words yet."""

    start: int
    end: int


class Merged(msgspec.Struct, frozen=True):
    """A text with new words in it, and the keys of the parts that stayed as the person has them."""

    text: str
    kept: tuple[str, ...] = ()


class PartNotFound(JobMatchError):
    """The text has no such part (any more)."""

    what = "The document has no part to put these words into any more."
    why = "Its section or entry was deleted or is no longer recognised ({key})."
    remedy = "Copy the words from the task, or undo the deletion."


class _Placed(msgspec.Struct, frozen=True):
    """A line with its place in the text, without its end."""

    start: int
    end: int
    line: Line

    @property
    def blank(self) -> bool:
        return self.line.level is None and not self.line.text


class _Part(msgspec.Struct, frozen=True):
    """A part, and the heading that tells it from others of its kind (`""` where nothing does)."""

    key: str
    span: Span
    heading: str = ""


def locate(text: str) -> dict[str, Span]:
    """The place of each part, in order; parts that the text does not have are left out. Never raises."""
    return {part.key: part.span for part in _parts(text)}


def bodies(text: str) -> dict[str, str]:
    """The words of each part as they stand in the text."""
    return {key: text[span.start : span.end] for key, span in locate(text).items()}


def replace(text: str, key: str, body: str) -> str:
    """The text with `body` (Markdown of the part's shape) in the place of the part. Raises `PartNotFound`."""
    span = locate(text).get(key)
    if span is None:
        raise PartNotFound(key=key)
    return _put(text, {key: (span, body)})


def edited(base: str, current: str) -> frozenset[str]:
    """The keys of `current` whose words differ from those of the same part in `base`, or that `base` does not have."""
    same = {theirs.key for ours, theirs in _paired(base, current) if _same(_words(base, ours), _words(current, theirs))}
    return frozenset(locate(current)) - same


def followed(base: str, current: str) -> dict[str, str]:
    """From the key of each part of `base` to that of the same part in `current`, where it still is, whatever its words."""
    return {ours.key: theirs.key for ours, theirs in _paired(base, current)}


def merge(base: str, current: str, written: Mapping[str, str], rewrite_edited: bool) -> Merged:
    """`current` with the bodies of `written`, whose keys are those of `base`, the text that they were written for.

    A part that a person edited since `base` is kept unless `rewrite_edited`; one that was moved is followed; one that
    is gone stays gone. `kept` names the keys of `written` that did not come in.
    """
    places: dict[str, tuple[Span, str]] = {}
    for ours, theirs in _paired(base, current):
        if ours.key in written and (rewrite_edited or _same(_words(base, ours), _words(current, theirs))):
            places[ours.key] = (theirs.span, written[ours.key])
    return Merged(_put(current, places), tuple(key for key in written if key not in places))


def _put(text: str, places: Mapping[str, tuple[Span, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for span, body in sorted(places.values(), key=lambda place: place[0].start):
        pieces += [text[position : span.start], body.strip("\r\n")]
        position = span.end
    return "".join([*pieces, text[position:]])


def _words(text: str, part: _Part) -> str:
    return text[part.span.start : part.span.end]


def _same(one: str, other: str) -> bool:
    """Whether two bodies say the same, whatever the space around their lines."""
    return one == other or render(parse(one)) == render(parse(other))


def _paired(base: str, current: str) -> Iterator[tuple[_Part, _Part]]:
    """Each part of `base` with the same part of `current`, where there is one."""
    ours, theirs = _parts(base), _parts(current)
    yield from _paired_by_heading([part for part in ours if part.heading], [part for part in theirs if part.heading])
    mine, others = [part for part in ours if not part.heading], [part for part in theirs if not part.heading]
    matcher = difflib.SequenceMatcher(
        None, [_words(base, part).strip() for part in mine], [_words(current, part).strip() for part in others]
    )
    for operation, first, last, there, there_last in matcher.get_opcodes():
        if operation == "equal" or (operation == "replace" and last - first == there_last - there):
            yield from zip(mine[first:last], others[there:there_last], strict=True)


def _paired_by_heading(ours: list[_Part], theirs: list[_Part]) -> Iterator[tuple[_Part, _Part]]:
    """The same heading first; of what is left, one alone on each side is the same part renamed."""
    waiting: dict[str, list[_Part]] = {}
    for part in reversed(theirs):
        waiting.setdefault(part.heading, []).append(part)
    left: list[_Part] = []
    for part in ours:
        if same := waiting.get(part.heading):
            yield part, same.pop()
        else:
            left.append(part)
    renamed = [part for parts in waiting.values() for part in parts]
    if len(left) == len(renamed) == 1:
        yield left[0], renamed[0]


def _parts(text: str) -> list[_Part]:
    lines = _placed(text)
    starts = [index for index, placed in enumerate(lines) if placed.line.level in (1, 2)]
    sections = [(lines[start].line, lines[start + 1 : end]) for start, end in itertools.pairwise([*starts, len(lines)])]
    if sections and sections[0][0].level == 1:
        lines = sections.pop(0)[1]
    named = [(role_of(heading.text), body) for heading, body in sections]
    if any(role for role, _ in named):
        return _cv_parts(named)
    return _letter_parts(text, sections[0][1] if sections else None, lines)


def _cv_parts(sections: list[tuple[str | None, list[_Placed]]]) -> list[_Part]:
    parts: list[_Part] = []
    number = 0
    for role, lines in sections:
        entries = [index for index, placed in enumerate(lines) if placed.line.level == 3]
        if role == "summary" and all(part.key != "summary" for part in parts):
            span = _whole(lines[: entries[0]] if entries else lines)
            parts.extend([_Part("summary", span)] if span else [])
        elif role == "experience":
            for start, end in itertools.pairwise([*entries, len(lines)]):
                span = _bullets(lines[start + 1 : end])
                heading = " ".join(lines[start].line.text.casefold().split()) or "·"
                parts.extend([_Part(f"work/{number}", span, heading)] if span else [])
                number += 1
    return parts


def _letter_parts(text: str, subject: list[_Placed] | None, preamble: list[_Placed]) -> list[_Part]:
    """The body is what follows the subject; without a subject, what follows the first line that greets."""
    lines = preamble if subject is None else subject
    if any(placed.line.level == 3 for placed in lines):
        return []
    blocks = _blocks(lines)
    paragraphs = [text[block.start : block.end] for block in blocks]
    if subject is None:
        greeting = next((index for index, paragraph in enumerate(paragraphs) if is_salutation(paragraph)), None)
        if greeting is None:
            return []
        blocks, paragraphs = blocks[greeting:], paragraphs[greeting:]
    return [_Part(f"letter/{number}", blocks[index]) for number, index in enumerate(body_of(paragraphs))]


def _placed(text: str) -> list[_Placed]:
    placed: list[_Placed] = []
    start = 0
    for end in _LINE_END.finditer(text):
        placed.append(_Placed(start, end.start(), read_line(text[start : end.start()])))
        start = end.end()
    placed.append(_Placed(start, len(text), read_line(text[start:])))
    return placed


def _whole(lines: list[_Placed]) -> Span | None:
    """All that is said in the lines; without words, the first blank line."""
    said = [placed for placed in lines if not placed.blank]
    if said:
        return Span(said[0].start, said[-1].end)
    return Span(lines[0].start, lines[0].start) if lines else None


def _bullets(lines: list[_Placed]) -> Span | None:
    """The first list in the lines, with the words right under its bullets."""
    first = last = None
    for placed, before in zip(lines, [None, *lines], strict=False):
        if placed.line.level == 0:
            first = first or placed
            last = placed
        elif first and not placed.blank:
            if before is None or before.blank:
                break
            last = placed
    return Span(first.start, last.end) if first and last else None


def _blocks(lines: list[_Placed]) -> list[Span]:
    """Paragraphs and lists."""
    blocks: list[Span] = []
    listed = False
    joined = False
    for placed in lines:
        if placed.blank:
            joined = False
            continue
        bullet = placed.line.level == 0
        if (joined and (listed or not bullet)) or (bullet and listed):
            blocks[-1] = Span(blocks[-1].start, placed.end)
        else:
            blocks.append(Span(placed.start, placed.end))
            listed = bullet
        joined = True
    return blocks
