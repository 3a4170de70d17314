"""A text that was changed in two places: here by the person, and elsewhere."""

import time
from typing import Any

from diff_match_patch import diff_match_patch

SECONDS = 0.2
"""How long the finest differences are looked for; after that coarser ones do."""


def merge(base: str, here: str, elsewhere: str) -> str:
    """`here` with what changed from `base` to `elsewhere`. Where both changed the same words, both stay.

    Both were made from `base`. Nothing that was typed here is lost.
    """
    if here in (base, elsewhere):
        return elsewhere
    if elsewhere == base:
        return here
    differ: Any = diff_match_patch()
    differ.Diff_Timeout = SECONDS
    changes = _changes(differ, base, elsewhere)
    typed = _changes(differ, base, here)
    return "".join(_woven(base, typed, changes))


def _changes(differ: Any, base: str, changed: str) -> list[tuple[int, int, str]]:
    """What was changed: from where to where in `base`, and the words that stand there now."""
    found: list[tuple[int, int, str]] = []
    position = 0
    start, removed, added = 0, 0, ""
    differences = differ.diff_main(base, changed, deadline=time.time() + SECONDS)
    differ.diff_cleanupSemantic(differences)
    for kind, words in [*differences, (0, "")]:
        if kind == 0:
            if removed or added:
                found.append((start, start + removed, added))
            position += len(words)
            start, removed, added = position, 0, ""
        elif kind < 0:
            removed += len(words)
            position += len(words)
        else:
            added += words
    return found


def _woven(base: str, typed: list[tuple[int, int, str]], changes: list[tuple[int, int, str]]) -> list[str]:
    """The base with both lists of changes. What both changed alike is changed once."""
    pieces: list[str] = []
    position = 0
    for start, end, words in sorted({*typed, *changes}, key=lambda change: (change[0], change[1])):
        pieces += [base[position:start], words] if start >= position else [words]
        position = max(position, end)
    pieces.append(base[position:])
    return pieces
