"""The sentences of a text, and what each speaks of: things that were done, or the job that is sought."""

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence.claim_words import claim_words

_SENTENCE_END = re.compile(r"\n|(?<=[.!?…])[\"”’»)\]]*\s+(?=[^\s\da-zà-ÿ])")
_ABBREVIATION = re.compile(r"(?<![\w/])(?:mr|mrs|ms|dr|prof|st|ste|no|inc|ltd|co|vs|e\.g|i\.e|\w)\.$", re.IGNORECASE)
_FURTHEST = 200
_ALWAYS_CLAIMED = frozenset({"employer", "date", "duration", "copied", "contact"})
_NOT_DONE_FOR_OTHERS = frozenset({"name", "place", "skill", "title", "project", "language"})
_DENIABLE = _NOT_DONE_FOR_OTHERS | {"certificate", "degree", "award", "publication", "patent"}
_YOURS = re.compile(r"(?<!\w)(?:your|votre|vos)\s(?:[\w’'-]+\s)?$", re.IGNORECASE)
_DENIED = re.compile(
    r"(?<!\w)(?:ni|neither|nor|aucune?|n(?:e\s|[’'])(?:[^\W\d_]+[\s’']){1,4}(?:pas(?!\s(?:seulement|que|moins|peur))|jamais|ni|guère|aucune?|encore)"
    r"|(?:have|has|had|do|did|am|was|is|are)(?:\snot(?!\sonly)|n[’']t)|won[’']t|without ever|sans jamais|never)(?!\w)",
    re.IGNORECASE,
)
_LEARNING_FIELDS = re.compile(
    r"(?<!\w)(?:(?:machine|deep|reinforcement|federated|transfer|supervised|unsupervised|distance|blended|online|mobile|adult|language|early)[\s-]learning"
    r"|e-learning|learning\s(?:difficult\w+|disabilit\w+|support|outcomes?|management|environments?|resources?|needs|technolog\w+|centres?|centers?"
    r"|models?|algorithms?|materials?|platforms?))(?!\w)",
    re.IGNORECASE,
)
"""In which nobody says to be learning."""
_CLAUSE = re.compile(r"[,;:()–—]+|\s(?:and|but|while|whereas|et|mais|tandis)\s")


BEFORE_WORD = r"(?:(?<![\w’'-])|(?<=(?<!\w)[ldnjmstLDNJMST][’']))"
"""Before a whole word: no word, hyphen or apostrophe, unless that of a French elision (`l’ingénieur`)."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with its place in the words of the text (code points); `goal` says that it speaks of the job that is sought,
    `past` that it says what the person was or did."""

    start: int
    end: int
    words: str
    goal: bool
    past: bool


class Found(msgspec.Struct, frozen=True):
    """Words of a sentence that need a fact, with the facts that they have; `allowed` needs none. `why` is the template of a reason
    (domain/claim.py), `""` for the usual one."""

    start: int
    end: int
    kind: str
    facts: tuple[str, ...]
    allowed: bool = False
    why: str = ""


def sentences(words: str) -> Iterator[Sentence]:
    """The sentences in order, without those that are blank."""
    start = 0
    for first, last in [*(found.span() for found in _SENTENCE_END.finditer(words)), (len(words), len(words))]:
        if first < len(words) and words[first] != "\n" and _ABBREVIATION.search(words, max(start, first - 6), first):
            continue
        sentence = words[start:first]
        if sentence.strip():
            past = bool(_cues("past_cues").search(sentence))
            yield Sentence(start, first, sentence, bool(_cues("goal_cues").search(sentence)) and not past, past)
        start = last


def before(words: str, place: int, reach: int = 40) -> str:
    """The characters right before a place. Looking at so many alone keeps the time in proportion to the text."""
    return words[max(0, place - reach) : place]


def clause_at(words: str, place: int) -> str:
    """The part of a sentence around a place, between commas and the like: at most 200 characters each way."""
    first = max(0, place - _FURTHEST)
    begin, last = first, min(len(words), place + _FURTHEST)
    for mark in _CLAUSE.finditer(words, first, last):
        if mark.start() >= place:
            return words[begin : mark.start()]
        begin = mark.end()
    return words[begin:last]


def is_goal(clause: str) -> bool:
    """Whether a part of a sentence speaks of the job that is sought."""
    return bool(_cues("goal_cues").search(clause)) and not _cues("past_cues").search(clause)


def is_denied(words: str, place: int) -> bool:
    """Whether the clause around a place says that something is not so."""
    return _DENIED.search(clause_at(words, place)) is not None


def is_disclaimed(words: str, found: Found) -> bool:
    """Whether words claim nothing for those around them: what the employer has or wants, or what the person would learn or has not
    done."""
    clause = clause_at(words, found.start)
    if found.kind in _ALWAYS_CLAIMED:
        return found.kind == "employer" and not found.facts and _DENIED.search(clause) is not None
    following = _LEARNING_FIELDS.sub(" ", words[found.start : found.start + _FURTHEST])
    if _cues("learning_cues").search(following) or any(
        _cues(name).search(_LEARNING_FIELDS.sub(" ", clause)) for name in ("learning_cues", "denial_cues")
    ):
        return True
    if found.kind in _DENIABLE and _DENIED.search(clause):
        return True
    if found.kind in _NOT_DONE_FOR_OTHERS and _YOURS.search(before(words, found.start)):
        return True
    return bool(_cues("employer_cues").search(clause)) and not _cues("own_cues").search(clause)


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the words, standing alone, with either apostrophe."""
    spelled = either(words).replace("'", "[’']")
    return re.compile(rf"{BEFORE_WORD}(?:{spelled})(?![\w-])", re.IGNORECASE)


def folded(words: str) -> str:
    """Words as the tables spell them."""
    return words.casefold().replace("’", "'")


@functools.cache
def _cues(name: str) -> re.Pattern[str]:
    return whole_words(getattr(claim_words(), name))
