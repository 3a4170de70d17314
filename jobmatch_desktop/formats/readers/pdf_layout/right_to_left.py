"""Stretches of a line that run from right to left, turned so that they are read like all others."""

import unicodedata
from collections.abc import Iterable

import msgspec

from jobmatch_desktop.formats.readers.pdf_layout.character import Character

_RIGHT_TO_LEFT = ("R", "AL", "AN")
_WITHIN = ("R", "AL", "AN", "NSM", "WS", "CS", "ON", "EN", "BN")
_SAME_LINE = 0.12


def turned(characters: Iterable[Character]) -> list[Character]:
    """The characters, those of stretches from right to left mirrored within their stretch: pdfium gives them in the order that they
    are read in, so their places then rise as those of other letters do. A box around whole stretches stays where it was."""
    found: list[Character] = []
    stretch: list[Character] = []
    for one in characters:
        kind = unicodedata.bidirectional(one.sign[:1])
        level = not stretch or abs(one.base - stretch[0].base) <= _SAME_LINE * max(one.style.size, 1.0)
        if stretch and level and kind in _WITHIN:
            stretch.append(one)
            continue
        found.extend(_mirrored(stretch))
        stretch = []
        if kind in _RIGHT_TO_LEFT:
            stretch.append(one)
        else:
            found.append(one)
    return [*found, *_mirrored(stretch)]


def _mirrored(stretch: list[Character]) -> list[Character]:
    end = len(stretch)
    while end and unicodedata.bidirectional(stretch[end - 1].sign[:1]) not in _RIGHT_TO_LEFT:
        end -= 1
    letters, rest = stretch[:end], stretch[end:]
    # Written in the order in which they stand on the page, they need no turning.
    if len(letters) < 2 or letters[0].left <= letters[-1].left:
        return stretch
    left, right = min(one.left for one in letters), max(one.right for one in letters)
    return [
        *(
            msgspec.structs.replace(one, left=left + right - one.right, right=left + right - one.left)
            for one in letters
        ),
        *rest,
    ]
