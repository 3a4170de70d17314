"""Several offers in one text: where each begins."""

import itertools
import re

from jobmatch_desktop.evidence.offer_reading import begins_offer

MOST = 100
"""Offers that are told apart in one text."""

_RULE = re.compile(r"^[ \t]*(?:[-=_*~#—–]{3,}|(?:[-=_*] ){3,})[ \t]*$")
_FEWEST_WORDS = 25


def split_offers(text: str) -> tuple[str, ...]:
    """The texts of the offers, or the whole as one. Pure, any thread.

    An offer begins with its title, at the beginning of the text, after a rule or after a blank line, with its employer, its place or a
    label in one of the next lines, and has at least 25 words.
    """
    lines = text.splitlines(keepends=True)
    starts = [0]
    for number, line in enumerate(lines):
        if number and line.strip() and not _RULE.match(line):
            before = lines[number - 1]
            ruled = bool(_RULE.match(before)) or (
                not before.strip() and number > 1 and bool(_RULE.match(lines[number - 2]))
            )
            if (ruled or not before.strip()) and begins_offer(_next_lines(lines, number), ruled):
                starts.append(number)
    parts = ["".join(lines[start:end]).strip() for start, end in itertools.pairwise([*starts, len(lines)])]
    if len(parts) > 1 and not begins_offer(_next_lines(lines, 0), True):
        # What stands before the first is the page's own head.
        parts = parts[1:]
    if len(parts) < 2 or any(len(part.split()) < _FEWEST_WORDS for part in parts) or len(parts) > MOST:
        return (text,)
    return tuple(re.sub(r"(?:\n[ \t]*[-=_*~#—–]{3,}[ \t]*)+$", "", part).strip() for part in parts)


def _next_lines(lines: list[str], start: int) -> list[str]:
    return [line.strip() for line in lines[start : start + 8] if line.strip()][:4]
