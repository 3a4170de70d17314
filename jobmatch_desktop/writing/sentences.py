"""Whole sentences: taking a text apart into them, and choosing which stand in a document."""

import re
from collections.abc import Callable

from jobmatch_desktop.writing.wording import Openings

_ABBREVIATIONS = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "inc", "ltd", "co", "corp", "no", "vs", "e.g", "i.e", "etc", "approx",
        "dept", "fig", "jr", "sr", "m", "mme", "mlle", "p", "ex", "env", "av",
    }
)  # fmt: skip
_END = re.compile(r"[.!?…。！？]+[\"”’»)\]]*(?:\s+|$)|[。！？]")
_SHOUTED = re.compile(
    r"\b(?:THAT|NOT|VERY|NEVER|ALWAYS|THIS|REALLY|YOU|EVERY|PAS|JAMAIS|TRÈS|TOUT|TOUJOURS|VRAIMENT)\b"
)


def clean(text: str) -> str:
    """The text in one line, with single spaces."""
    return " ".join(text.split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each in one line with its stop; a line end after a blank line or a stop ends one too."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*[-•*]\s)", text):
        line = clean(paragraph).lstrip("-•* ")
        start = 0
        for end in _END.finditer(line):
            piece = line[start : end.end()]
            last = piece.rstrip(". ").rsplit(" ", 1)[-1].casefold()
            following = line[end.end() : end.end() + 1]
            if end[0].startswith(".") and (last in _ABBREVIATIONS or len(last) == 1 or following.islower()):
                continue
            found.append(piece.strip())
            start = end.end()
        if rest := line[start:].strip():
            found.append(rest)
    return tuple(found)


def is_aside(sentence: str, words: Openings) -> bool:
    """Whether a sentence is no statement for an employer: in brackets, exclaimed, shouted, or about spare time."""
    return (
        (sentence.startswith("(") and sentence.endswith(")"))
        or sentence.rstrip('"”’»)').endswith("!")
        or bool(_SHOUTED.search(sentence) and not sentence.isupper())
        or bool(re.search(words.hobby, sentence, re.I))
    )


def is_wish(sentence: str, words: Openings) -> bool:
    """Whether a sentence says what the person looks for."""
    return bool(re.search(words.wish, sentence, re.I))


def is_first_person(sentence: str, words: Openings) -> bool:
    """Whether the person speaks of themselves as "I"."""
    return any(word in words.first_person for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]*)?", sentence.casefold()))


def fitting(text: str, most_words: int, keep: Callable[[str], bool] = bool) -> str:
    """The text's sentences that are kept, from the first, as many as fit in `most_words`; the first always stands."""
    chosen: list[str] = []
    count = 0
    for sentence in sentences(text):
        if not keep(sentence):
            continue
        count += len(sentence.split())
        if chosen and count > most_words:
            break
        chosen.append(sentence)
    return " ".join(chosen)
