"""Items of a list whose words took more than one line of a narrow column."""

from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line

# Points.
_SAME_EDGE = 2.0


def whole_items(lines: Sequence[Line]) -> list[Line]:
    """Items of a marked list together with the lines that go on from them, which begin where the item's words do."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        before, after = (last.words[0].box if last else None), line.words[0].box
        goes_on = before and after and before.page == after.page and abs(before.left - after.left) <= _SAME_EDGE
        if last is not None and last.marked and not line.marked and goes_on:
            found[-1] = msgspec.structs.replace(last, words=(*last.words, *line.words))
        else:
            found.append(line)
    return found
