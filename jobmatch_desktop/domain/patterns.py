"""Patterns made of lists of words."""

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A regular expression that any of the words fits, the longest first; to be put in a group. Pure, any thread.

    Beginnings that words share are tried once, so that a list of hundreds takes a text no longer than a short one.
    """
    branches: dict[str, list[str]] = {}
    ends = False
    for word in dict.fromkeys(words):
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    found = [re.escape(first) + _rest(rests) for first, rests in branches.items()]
    return "|".join([*found, ""] if ends and found else found)


def _rest(rests: list[str]) -> str:
    """What follows a beginning: the longer words before the one that ends there."""
    if len(rests) == 1:
        return re.escape(rests[0])
    return f"(?:{either(rests)})"
