"""A requirement taken apart: what asks for itself ("… and experience in …"), and the things that commas, "and" and "or" join."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.offer import Span
from jobmatch_desktop.evidence.matching_weights import asked_words

_JOINT = re.compile(
    r"[,;:]|\s[-–—]\s|\s?/\s?|\s[&+]\s|\b(?:and/or|et/ou|or|ou)\b|\b(?:and|with|et|avec|as well as|ainsi que|plus)\b",
    re.IGNORECASE,
)
_EITHER = ("/", "or", "ou", "and/or", "et/ou")
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
    joints = [joint for joint in _JOINT.finditer(bare) if not any(_overlap(joint.span(), span) for span in whole)]
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


def _overlap(one: tuple[int, int], other: Span) -> bool:
    return one[0] < other.end and other.start < one[1]
