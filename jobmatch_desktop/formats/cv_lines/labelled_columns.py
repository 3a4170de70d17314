"""Lists that stand in columns beside each other, each under its label."""

from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line, Word

# Points.
_SAME_EDGE = 2.0


def by_columns(lines: Sequence[Line]) -> list[Line]:
    """Lines whose cells stand in columns under labels that stand out, column by column."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and _beneath(lines[place], lines[end]) and not _labels(lines[end]):
            end += 1
        if len(lines[place].cells) > 1 and end > place + 1 and _labels(lines[place]):
            for number in range(len(lines[place].cells)):
                for line in lines[place:end]:
                    cells = [cell for cell in line.cells if _label_above(lines[place], cell) == number]
                    words = tuple(word for cell in cells for word in cell)
                    if words:
                        words = (msgspec.structs.replace(words[0], apart=False), *words[1:])
                        found.append(msgspec.structs.replace(line, words=words))
        else:
            found.extend(lines[place:end])
        place = end
    return found


def _beneath(labels: Line, line: Line) -> bool:
    """Whether every cell of a line stands under a label."""
    return len(labels.cells) > 1 and all(_label_above(labels, cell) is not None for cell in line.cells)


def _label_above(labels: Line, cell: Sequence[Word]) -> int | None:
    """Which label a cell stands under; None where it reaches under another, too."""
    begins, ends = cell[0].box, cell[-1].box
    lefts = [label[0].box.left for label in labels.cells if label[0].box]
    if begins is None or ends is None or len(lefts) < len(labels.cells) or begins.left < lefts[0] - _SAME_EDGE:
        return None
    number = max(place for place, left in enumerate(lefts) if left <= begins.left + _SAME_EDGE)
    return number if number + 1 == len(lefts) or ends.right < lefts[number + 1] else None


def _labels(line: Line) -> bool:
    """Whether all of a line's cells are short and bold."""
    return all(len(cell) <= 4 and all(word.style.bold for word in cell) for cell in line.cells)
