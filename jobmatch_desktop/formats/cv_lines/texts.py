"""Lines and words as texts for fields, with what they stand on."""

import re
from collections.abc import Iterable, Sequence

from jobmatch_desktop.formats.cv_lines.line import Line, Said, Word, words_of

_EDGES = " \t,;:|·•–—-/⋅∙"


def said(text: str, words: Iterable[Word], confidence: float = 0.9) -> Said:
    """The text without separators at its edges, standing on those of the words that it has in it."""
    text = trimmed(text)
    return Said(text, _standing_on(text, tuple(words)), confidence)


def trimmed(text: str) -> str:
    """Without spaces and separators at the edges; brackets that are not closed are cut off too."""
    text = text.strip(_EDGES).rstrip("([").rstrip(_EDGES)
    if text.endswith(")") and "(" not in text:
        text = text[:-1].rstrip(_EDGES)
    if text.startswith("(") and ")" not in text:
        text = text[1:].lstrip(_EDGES)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip(_EDGES)
    return text


def joined(lines: Sequence[Line], confidence: float = 0.9) -> Said:
    """Lines that go on with each other as one text: hyphens that only end a line are gone."""
    text = ""
    for line in lines:
        begun = line.text
        if text.endswith("\xad"):
            text = text[:-1] + begun
        elif re.search(r"\w[-/]$", text[-2:]) and begun[:1].isalnum():
            text += begun
        else:
            text = f"{text} {begun}" if text else begun
    return Said(text.replace("\xad", "-").strip(), words_of(lines), confidence)


def _standing_on(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The run of words that the text is made of; all of them where it is none."""
    wanted = "".join(text.split())
    start = "".join(word.text for word in words).find(wanted) if wanted else -1
    if start < 0:
        return words
    found, place = [], 0
    for word in words:
        if place + len(word.text) > start and place < start + len(wanted):
            found.append(word)
        place += len(word.text)
    return tuple(found)
