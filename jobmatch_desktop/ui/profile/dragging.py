"""Where a line that is dragged would land."""

from typing import NamedTuple

from jobmatch_desktop.ui.profile.layout import Laid, PlacedRow
from jobmatch_desktop.ui.profile.moving import may_drop
from jobmatch_desktop.ui.profile.rows import Row


class Landing(NamedTuple):
    """Before or after a line, and the height on the page of the gap there."""

    target: Row
    after: bool
    height: float


def landing(laid: Laid, row: Row, height: float, own_list_alone: bool) -> Landing | None:
    """The gap nearest to a height of the page; None where the line has nowhere to go."""
    found = list(_landings(laid, row, own_list_alone))
    return min(found, key=lambda gap: abs(gap.height - height), default=None)


def _landings(laid: Laid, row: Row, own_list_alone: bool) -> list[Landing]:
    found: list[Landing] = []
    last: dict[str, PlacedRow] = {}
    begins: dict[str, PlacedRow] = {}
    for placed in laid.rows:
        other = placed.row
        if row.head:
            if other.entry and other.section == row.section:
                last[row.list_path] = placed
                if other.head:
                    begins[row.list_path] = placed
                    found.append(Landing(other, False, placed.rect.top()))
        elif may_drop(row, other) and (other.item or other.adds):
            if own_list_alone and other.list_path != row.list_path:
                continue
            found.append(Landing(other, False, placed.rect.top()))
            if other.item:
                last[other.list_path] = placed
                begins[other.list_path] = placed
            else:
                last.pop(other.list_path, None)
    found.extend(Landing(begins[path].row, True, placed.rect.bottom()) for path, placed in last.items())
    return found


class Drag:
    """A line in the person's hand. `distance` is how far the mouse must go, in pixels, before it is."""

    def __init__(self, row: Row, x: float, y: float, distance: int) -> None:
        self.row = row
        self._from = (x, y)
        self._distance = distance
        self.under_way = False
        self.landing: Landing | None = None

    def move(self, x: float, y: float, laid: Laid, own_list_alone: bool) -> None:
        """The mouse is at this point of the page."""
        far = abs(x - self._from[0]) + abs(y - self._from[1]) >= self._distance
        self.under_way = self.under_way or far
        if self.under_way:
            self.landing = landing(laid, self.row, y, own_list_alone)


def same_place(row: Row, other: Row) -> bool:
    """Whether it is the same line, or the same place to add one."""
    if row.item or other.item:
        return row.item == other.item
    return row.adds and other.adds and (row.entry, row.section) == (other.entry, other.section)
