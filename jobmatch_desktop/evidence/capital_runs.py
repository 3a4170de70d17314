"""Runs of capitalised words, and words that look like no ordinary one: what may be a name."""

import functools
import re
from collections.abc import Iterator

from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.lexicon import stop_words

LINE_MARK = re.compile(r"\s*(?:[-*+•]\s+|#{1,6}\s+|\d+[.)]\s+)?")
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
CONNECTING = frozenset({"of", "the", "for", "de", "du", "des", "la", "le", "les", "d", "l", "von", "van"})
ELISION = re.compile(r"(?:[ldnsjcmtLDNSJCMT]|qu|Qu)[’'](?=\w)")
WORD = re.compile(r"[^\W_]+(?:[.&'’+#/-]*[^\W_]+)*[+#]*")
_OPENS = re.compile(r"[.!?…:“«\"][\s“«\"]*$")
_BREAK = re.compile(r"\s[·|]\s")
_TECHNICAL = re.compile(
    r"(?=\w*[A-Z])(?=\w*\d)\w+|\w*[a-zà-ÿ][A-Z]\w*|[A-Z][A-Z&]+s?|\w+(?:\+\+|#)|\w+\.(?:js|py|net|io|ai)", re.ASCII
)
_COMPOUND = re.compile(
    r"[A-Z]\w+-(?:speaking|language|certified|licen[cs]ed|trained|qualified|prepared|style|only|free)"
)
_LONGEST_NAME = 8
_SENTENCES_REMEMBERED = 200


@functools.lru_cache(_SENTENCES_REMEMBERED)
def runs(words: str) -> tuple[tuple[int, int], ...]:
    """Where each run begins and ends (code points)."""
    return tuple(_each_run(words))


def _each_run(words: str) -> Iterator[tuple[int, int]]:
    mark = LINE_MARK.match(words)
    begins = mark.end() if mark else 0
    heading = words.lstrip().startswith("#")
    run: list[tuple[int, int]] = []
    previous: re.Match[str] | None = None
    for word in WORD.finditer(words, begins):
        gap = words[previous.end() : word.start()] if previous else ""
        first = previous is None or bool(_OPENS.search(gap))
        breaks = bool(_BREAK.search(gap))
        elision = ELISION.match(word[0])
        start = word.start() + (elision.end() if elision else 0)
        said = words[start : word.end()]
        technical = bool(_TECHNICAL.fullmatch(said))
        opens_name = first and not elision and _is_name_beginning(words, word)
        capital = said[0].isupper() and (not first or bool(elision) or heading or breaks or opens_name)
        if (
            (capital or technical)
            and not _is_ordinary(said)
            and not (breaks and words[word.end() :].lstrip().startswith(":"))
        ):
            joined = not gap.strip() and (not elision or elision[0][0] in "dl")
            if run and ((not joined and gap.strip(" ") not in ("&", "-", "/")) or len(run) == _LONGEST_NAME):
                yield from _without_number(words, run)
                run = []
            run.append((start, word.end()))
        elif not (run and word[0] in CONNECTING and not gap.strip() and _capital_follows(words, word.end())):
            if run:
                yield from _without_number(words, run)
            run = []
        previous = word
    if run:
        yield from _without_number(words, run)


def _without_number(words: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A run without a number that ends it: the years in "Hooli, Six years" are no name."""
    while run and words[run[-1][0] : run[-1][1]].casefold() in claim_words().numbers:
        run = run[:-1]
    if run:
        yield run[0][0], run[-1][1]


def _is_name_beginning(words: str, word: re.Match[str]) -> bool:
    """Whether a sentence begins with a name: another capital follows at once, and the word is no usual one."""
    following = WORD.match(words, word.end() + 1)
    if words[word.end() : word.end() + 1] != " " or following is None or not following[0][0].isupper():
        return False
    if _is_ordinary(following[0]):
        return False
    spelled = word[0].casefold()
    if spelled in claim_words().openers:
        return False
    return spelled not in stop_words() and not spelled.endswith(("ed", "ing", "ly", "é", "ée")) and len(spelled) > 2


def _is_ordinary(word: str) -> bool:
    if _COMPOUND.fullmatch(word):
        return True
    spelled = word.casefold().replace("’", "'").removesuffix("'s")
    return spelled in claim_words().ordinary_capitals or spelled in date_words().months


def _capital_follows(words: str, place: int) -> bool:
    following = WORD.match(words, place + 1)
    return following is not None and (following[0][0].isupper() or following[0] in CONNECTING)
