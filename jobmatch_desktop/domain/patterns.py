"""Patterns made of lists of words."""

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A regular expression that any of the words fits, the longest first; to be put in a group. Pure, any thread."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
