"""A requirement taken apart: what asks for itself ("… and experience in …"), and the things that commas, "and" and "or" join."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.offer import Span
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.matching_weights import asked_words
from jobmatch_desktop.evidence.spelling import WORD

_JOINT = re.compile(
    r"[,;:]|\s[-–—]\s|\s?/\s?|\s[&+]\s|\b(?:and/or|et/ou|or|ou)\b|\b(?:and|with|et|avec|as well as|ainsi que|plus)\b",
    re.IGNORECASE,
)
_EITHER = ("/", "or", "ou", "and/or", "et/ou")
_AND = ("and", "et", "&")
_DONE = re.compile(r"\w{2,}ing|[a-zà-ÿ]{2,}(?:er|ir|oir|re)")
"""What is done, in one word: an English form in -ing, a French infinitive."""
_OF = re.compile(r"\s*\w+\s+(?:of|de|des|du|d['’])\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)?")


class Segment(msgspec.Struct, frozen=True):
    """Some words of a clause, and where they stand in it."""

    text: str
    at: Span


def clauses(text: str) -> list[str]:
    """The parts of a requirement that each ask for themselves: "a degree in law" and "two years of litigation". All of it where there
    is one."""
    joints = [found.span() for found in asked_words().clause.finditer(text)]
    begins = [0, *(end for _, end in joints)]
    ends = [*(start for start, _ in joints), len(text)]
    return [text[begin:end] for begin, end in zip(begins, ends, strict=True) if text[begin:end].strip()]


def lists(text: str, whole: Sequence[Span]) -> Iterator[list[Segment]]:
    """The things that a clause joins, in order: those that "or" joins are one list, of which one will do, and each other thing is a list of
    its own. `whole` are names that nothing takes apart, such as "food and beverage". What stands in brackets, or is an example, is left
    out."""
    bare = _ASIDE.sub(lambda found: " " * len(found[0]), text)
    if found := asked_words().exemplary.search(bare):
        bare = bare[: found.start()]
    joints = _parting(bare, whole)
    begins = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(bare)]
    listed: list[Segment] = []
    one_of = False
    for begin, end, joint in zip(begins, ends, [*(joint[0].strip().casefold() for joint in joints), ""], strict=True):
        if bare[begin:end].strip():
            listed.append(Segment(bare[begin:end], Span(begin, end)))
        one_of = one_of or joint in _EITHER
        if joint not in (",", *_EITHER):
            yield from [listed] if one_of else ([one] for one in listed)
            listed, one_of = [], False


def _parting(text: str, whole: Sequence[Span]) -> list[re.Match[str]]:
    """The joints that part one thing from another: not within a name, and not between two words for one: "building and running servers",
    "conception et mise en place de serveurs"."""
    joints = [joint for joint in _JOINT.finditer(text) if not any(_overlap(joint.span(), span) for span in whole)]
    ends = [*(joint.start() for joint in joints[1:]), len(text)]
    parting: list[re.Match[str]] = []
    for joint, end in zip(joints, ends, strict=False):
        begin = parting[-1].end() if parting else 0
        before, after = text[begin : joint.start()], text[joint.end() : end]
        named = any(_overlap((begin, joint.start()), span) for span in whole)
        if named or joint[0].strip().casefold() not in _AND or not _share(before, after):
            parting.append(joint)
    return parting


def _share(before: str, after: str) -> bool:
    """Whether one word before a joint and what is after it say of what they are only once."""
    telling = _telling_words(before)
    following = _telling_words(after)
    if len(telling) != 1 or len(following) < 2:
        return False
    done = _DONE.fullmatch(telling[0]) and _DONE.fullmatch(following[0])
    return bool(done or _OF.match(after))


def _telling_words(text: str) -> list[str]:
    return [
        word
        for word in WORD.findall(text)
        if not asked_words().is_generic(word) and lexicon.stem(word) not in lexicon.stop_stems()
    ]


def _overlap(one: tuple[int, int], other: Span) -> bool:
    return one[0] < other.end and other.start < one[1]
