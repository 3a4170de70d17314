"""Words of any length that still fit: what is typed without a space may break anywhere."""

import re

_LONG = re.compile(r"[!-~\u00c0-\u024f]{24,}")
_BREAK = "\u200b"


def breakable(words: str) -> str:
    """The same words, where a run of 24 Latin letters and signs or more may break; other scripts break by themselves."""
    return _LONG.sub(lambda run: _BREAK.join(run[0]), words)
