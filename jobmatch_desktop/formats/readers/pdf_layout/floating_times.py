"""Times that stand at the middle of what they date, as tables set them whose cells are centred in height."""

from collections.abc import Callable, Sequence

import msgspec

from jobmatch_desktop.formats.readers.pdf_layout.cells import Cell, rows_of
from jobmatch_desktop.formats.written_dates import dates_in

# In sizes of the font.
_OFF = 0.8
_FEWEST = 2


def beside_beginnings(
    left: Sequence[Cell], right: Sequence[Cell], is_heading: Callable[[Cell], bool]
) -> list[Cell] | None:
    """All cells, each time of the left column moved to the first row of those that it stands at the middle of. None where the left column
    holds anything but times and titles, or some time stands at no middle."""
    times = [cell for cell in left if not is_heading(cell)]
    titles = [cell.base for cell in left if is_heading(cell)]
    if len(times) < _FEWEST or not all(map(_is_time, times)) or any(map(_is_time, right)):
        return None
    moved: list[Cell] = []
    rows = [row[0] for row in rows_of(right)]
    times.sort(key=lambda one: one.base)
    for place, time in enumerate(times):
        last = place + 1 == len(times) or any(time.base < title <= times[place + 1].base for title in titles)
        end = next((title for title in titles if title > time.base), float("inf"))
        run = [row for row in rows if row.base < end]
        if not run:
            return None
        reach = 2 * time.base - run[0].base + _OFF * time.size
        own = [row for row in run if row.base <= reach]
        if (
            not own
            or (last and len(own) < len(run))
            or abs(own[0].base + own[-1].base - 2 * time.base) > _OFF * time.size
        ):
            return None
        moved.append(msgspec.structs.replace(time, base=own[0].base))
        rows = [row for row in rows if row.base > own[-1].base]
    if rows or all(one.base == time.base for one, time in zip(moved, times, strict=True)):
        return None
    return [*right, *moved, *(cell for cell in left if is_heading(cell))]


def _is_time(cell: Cell) -> bool:
    found = dates_in(cell.text)
    return found is not None and bool(found.start or found.single) and not any(map(str.isalnum, found.rest))
