"""A model's words as the body of a part: what it said around them is taken off, and nothing of it is markup any more.

The words that tell a remark from an answer are in resources/answer_noise.json.
"""

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from jobmatch_desktop.domain.inline_markdown import escape, plain
from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.letter_frame import is_closing, is_salutation
from jobmatch_desktop.writing.recipes import Step

_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FENCE = re.compile(r"\s*(?:```|~~~|={3,}|-{3,}|\*{3,}|_{3,})\S*\s*")
_HEADING = re.compile(r"\s*#{1,6}(?:\s|$)")
_BULLET = re.compile(r"\A\s*(?:[-*+•‣◦▪●○–—]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_BOLD = re.compile(r"\*{2,}")
_BARE_BULLET = re.compile(r"\A\s*(?:[-*+•‣◦▪●○–—]|\d{1,2}[.)])\s*")
_PLACEHOLDER = re.compile(r"\[([^\[\]\n]{1,60})\]|<([^<>\n]{1,60})>|\{([^{}\n]{1,60})\}|_{4,}")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"), ("'", "'"), ("`", "`"))
_LONGEST_LABEL = 60
_LONGEST_NOTE = 100
_LONGEST_PREAMBLE = 160


def clean(step: Step, raw: str) -> str:
    """The Markdown that goes into the step's part: `- ` lines or one paragraph; `""` if the model said nothing of use.

    No more bullets or sentences than were asked for, and none twice. Takes time in proportion to `raw`. Never raises.
    """
    lines = _lines(raw)
    if step.shape == "bullets":
        items = _distinct(_tidy(item) for item in _items(lines, step.bullets))
        kept = [item for item in items if item and not item.endswith(":") and not _unfilled(item, step)]
        return "\n".join(f"- {escape(item)}" for item in kept[: step.bullets])
    sentences = _distinct(sentence for sentence in _spoken(lines) if not _unfilled(sentence, step))
    return escape(" ".join(sentences[: step.sentences or len(sentences)]))


def has_surplus(step: Step, raw: str) -> bool:
    """Whether an answer that was cut at its greatest length holds more whole bullets or sentences than were asked for.

    To go on with it would be of no use: what is over is not taken. Never raises.
    """
    lines = _lines(without_cut_end(step, raw))
    if step.shape == "bullets":
        return len(list(_items(lines, step.bullets))) > step.bullets
    return 0 < step.sentences < len(_spoken(lines))


def without_cut_end(step: Step, raw: str) -> str:
    """The words of an answer that was cut, up to its last whole line (bullets) or sentence (a paragraph)."""
    if step.shape == "bullets":
        return raw[: raw.rfind("\n") + 1]
    ends = list(_SENTENCE.finditer(raw))
    return raw[: ends[-1].start()] if ends else ""


def _lines(raw: str) -> list[str]:
    return _until_closing(_answer(_UNSEEN.sub("", _THOUGHT.sub("", raw))))


def _spoken(lines: list[str]) -> list[str]:
    """The sentences of a paragraph, whatever lines they came in."""
    spoken = [_BULLET.sub("", line, count=1).strip() for line in lines if not is_salutation(line)]
    return _SENTENCE.split(_tidy(" ".join(_without_notes(spoken))))


def _without_notes(lines: list[str]) -> list[str]:
    """A paragraph's lines without those that are headings or notes: short, without an end, and a sentence begins after."""
    return [
        line
        for line, after in zip(lines, [*lines[1:], ""], strict=False)
        if not (after[:1].isupper() and len(line) < _LONGEST_NOTE and line[-1:].isalnum())
    ]


def _answer(raw: str) -> list[str]:
    """The lines that are the answer, as plain words: without fences, headings, labels, and remarks before and after."""
    words = _noise()
    lines = [line.rstrip() for line in raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in lines if line.strip() and not _FENCE.fullmatch(line) and not _HEADING.match(line)]
    lines = [_unstyled(line) for line in lines if not _BARE_BULLET.fullmatch(line)]
    if lines and words["refusals"].match(_spelled(lines[0])):
        return []
    first = next((place for place, line in enumerate(lines) if not _is_preamble(line)), len(lines))
    lines = lines[first:]
    ends = (place for place, line in enumerate(lines) if place and _is_remark(line))
    return [line for line in map(_without_label, lines[: next(ends, len(lines))]) if line.strip()]


def _unstyled(line: str) -> str:
    """Plain words, the bullet before them kept."""
    line = _BOLD.sub("", line)
    mark = _BULLET.match(line)
    return line[: mark.end()] + plain(line[mark.end() :]) if mark else plain(line)


def _is_preamble(line: str) -> bool:
    """A line that announces the answer: a known beginning and a colon last, or no more than a label."""
    spelled = _spelled(line)
    if len(spelled) > _LONGEST_PREAMBLE:
        return False
    announces = spelled.endswith(":") and _noise()["preambles"].match(spelled)
    return bool(announces or _noise()["labels"].fullmatch(spelled.rstrip(": ")))


def _is_remark(line: str) -> bool:
    """A line about the answer, or a label alone: what follows is no part of it."""
    spelled = _spelled(line)
    return bool(_noise()["remarks"].match(spelled) or _noise()["labels"].fullmatch(spelled.rstrip(": ")))


def _without_label(line: str) -> str:
    """The line without a label such as `Summary:` before its words, or `""` if it is but a label."""
    label, colon, rest = line.partition(":")
    if colon and len(label) <= _LONGEST_LABEL and _noise()["labels"].fullmatch(_spelled(label)):
        return rest.strip()
    return line


def _items(lines: list[str], count: int) -> Iterator[str]:
    """Marked lines with those that go on with them; without a mark, every line, or every sentence of the only one."""
    if not any(_BULLET.match(line) for line in lines):
        yield from _SENTENCE.split(lines[0]) if len(lines) == 1 and count > 1 else lines
        return
    current = ""
    for line in lines:
        mark = _BULLET.match(line)
        if mark or not current or not (line[:1].isspace() or line.lstrip()[:1].islower()):
            if current:
                yield current
            current = line[mark.end() :] if mark else line
        else:
            current = f"{current} {line.strip()}"
    if current:
        yield current


def _until_closing(lines: list[str]) -> list[str]:
    closing = next((place for place, line in enumerate(lines) if place and is_closing(line)), len(lines))
    return lines[:closing]


def _tidy(text: str) -> str:
    """On one line, without the quotation marks around the whole."""
    text = " ".join(text.split())
    for opening, closing in _QUOTES:
        inner = text[1:-1]
        if (
            len(text) > 1
            and text[0] == opening
            and text[-1] == closing
            and opening not in inner
            and closing not in inner
        ):
            text = inner.strip()
    return text


def _unfilled(text: str, step: Step) -> bool:
    """Whether the text has a blank that the model wants filled, such as `[Your Name]`, and that no fact has."""
    for found in _PLACEHOLDER.finditer(text):
        inside = next((group for group in found.groups() if group), "")
        if inside and not _noise()["placeholders"].search(_spelled(inside)):
            continue
        if not any(found[0] in source for source in (*step.facts, step.draft)):
            return True
    return False


def _distinct(texts: Iterable[str]) -> list[str]:
    """Each text once: small models repeat themselves."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(text.casefold(), text)
    return list(first.values())


def _spelled(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).strip("*_ ")


class _Noise(msgspec.Struct, frozen=True):
    preambles: tuple[str, ...]
    remarks: tuple[str, ...]
    refusals: tuple[str, ...]
    placeholders: tuple[str, ...]


@functools.cache
def _noise() -> dict[str, re.Pattern[str]]:
    noise = msgspec.json.decode(resource("answer_noise.json").read_bytes(), type=_Noise)

    return {
        "preambles": re.compile(rf"(?:{either(noise.preambles)})(?!\w)"),
        "labels": re.compile(rf"(?:{either(noise.preambles)})"),
        "remarks": re.compile(either(noise.remarks)),
        "refusals": re.compile(either(noise.refusals)),
        "placeholders": re.compile(rf"(?<!\w)(?:{either(noise.placeholders)})(?!\w)"),
    }
