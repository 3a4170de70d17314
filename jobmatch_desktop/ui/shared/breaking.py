"""Words of any length that still fit: what is typed without a space may break anywhere."""

import re

_LONG = re.compile(r"\S{24,}")
_BREAK = "\u200b"


def breakable(words: str) -> str:
    """The same words, where a run of 24 characters or more without a space may break."""
    return _LONG.sub(lambda run: _BREAK.join(run[0]), words)
