"""An offer's text as it is shown: its very long lines are broken, and places in it are counted as Qt counts them. No widgets."""

import bisect
import re
from dataclasses import dataclass

from jobmatch_desktop.domain.offer import Span

LINE = 2_000
"""Characters of one line beyond which it is broken at a space: laying out a longer one stops the window."""

_TOO_LONG = re.compile(rf"[^\n]{{{LINE + 1},}}")


@dataclass(frozen=True)
class ShownText:
    """`text` is what is shown; `wider` are the places in the offer's own text (code points, rising) after which a place counts one
    more in the shown text: a sign that Qt counts twice, or a break."""

    text: str
    wider: tuple[int, ...]

    def place(self, code_point: int) -> int:
        """Where a place of the offer's text is in the shown one."""
        return code_point + bisect.bisect_left(self.wider, code_point)

    def code_point(self, place: int) -> int:
        """Which place of the offer's text is shown there."""
        return bisect.bisect_right(range(place + 1), place, key=self.place) - 1

    def span(self, span: Span) -> tuple[int, int]:
        """Where words of the offer's text begin and end in the shown one."""
        return self.place(span.start), self.place(span.end)


def shown_text(text: str) -> ShownText:
    """The text with lines of at most `LINE` characters. Pure, any thread."""
    breaks = [place for line in _TOO_LONG.finditer(text) for place in _breaks(text, *line.span())]
    parts = [text[start:end] for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True)]
    twice = [place for place, sign in enumerate(text) if sign > "\uffff"] if not text.isascii() else []
    return ShownText("\n".join(parts), tuple(sorted([*twice, *(place - 1 for place in breaks)])))


def _breaks(text: str, start: int, end: int) -> list[int]:
    """Where a line is broken: after its last space that fits, or anywhere where there is none."""
    found = []
    while end - start > LINE:
        space = text.rfind(" ", start + LINE // 2, start + LINE)
        start = start + LINE if space < 0 else space + 1
        found.append(start)
    return found
