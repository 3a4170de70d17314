"""Which paragraphs of a letter are its frame (salutation, closing, name) and which its body.

The words that tell are in resources/letter_frame.json.
"""

import functools
import re

import msgspec

from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.resources import resource

_LONGEST_GREETING = 80
_LONGEST_CLOSING = 60
_LONGEST_FORMULA = 400
_SENTENCE_END = re.compile(r"[.!?…]\s+\S|[?…]")


class _FrameWords(msgspec.Struct, frozen=True):
    closings: tuple[str, ...]
    closing_words: tuple[str, ...]
    closing_sentence_starts: tuple[str, ...]
    salutations: tuple[str, ...]


def is_salutation(paragraph: str) -> bool:
    """Whether a paragraph (inline Markdown) greets somebody: one short line, a greeting first or a comma last."""
    words = _plain(paragraph)
    if not words or len(words) > _LONGEST_GREETING or "\n" in paragraph.strip():
        return False
    return words.endswith((",", ":")) or bool(_frame()["salutations"].match(words))


def is_closing(paragraph: str) -> bool:
    """Whether a paragraph takes leave: `Yours sincerely,`, or a French sentence with its formula."""
    words = _plain(paragraph)
    if len(words) <= _LONGEST_CLOSING and _frame()["closings"].match(words) and not _SENTENCE_END.search(words):
        return True
    return (
        len(words) <= _LONGEST_FORMULA
        and bool(_frame()["closing_sentence_starts"].match(words))
        and bool(_frame()["closing_words"].search(words))
    )


def body_of(paragraphs: list[str]) -> range:
    """Which of the paragraphs after a letter's subject are its body: not the salutation, not the closing and on."""
    first = 1 if paragraphs and is_salutation(paragraphs[0]) else 0
    last = len(paragraphs)
    closing = next((index for index in range(last - 1, first - 1, -1) if is_closing(paragraphs[index])), None)
    if closing is not None:
        return range(first, closing)
    for _ in ("name", "closing"):
        if last > first and _is_short_line(paragraphs[last - 1]):
            last -= 1
    return range(first, last)


def _is_short_line(paragraph: str) -> bool:
    """A name, or a closing in words of the person's own: no sentence, and no list."""
    words = _plain(paragraph)
    return (
        len(words) <= _LONGEST_CLOSING and not words.endswith((".", "!", "?", "…")) and not paragraph.startswith("- ")
    )


def _plain(paragraph: str) -> str:
    return " ".join(plain(paragraph[: _LONGEST_FORMULA * 2]).casefold().replace("’", "'").split())


@functools.cache
def _frame() -> dict[str, re.Pattern[str]]:
    words = msgspec.json.decode(resource("letter_frame.json").read_bytes(), type=_FrameWords)
    return {name: re.compile(rf"\b(?:{either(getattr(words, name))})\b") for name in _FrameWords.__struct_fields__}
