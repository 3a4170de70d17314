"""Where the person can be on the profile's page, going through it by keys."""

from collections.abc import Sequence
from typing import NamedTuple

from jobmatch_desktop.ui.profile.rows import Row


class Stop(NamedTuple):
    """A field or a line to add (`cell`), a section's button (`add`), a line's or word's check (`check`); by its key, section or
    id."""

    kind: str
    key: str


def stops_of(rows: Sequence[Row], adding: frozenset[str], checks: bool) -> list[Stop]:
    """All of them, down the page. `adding` are the sections that have a button; with `checks` there are no fields."""
    stops: list[Stop] = []
    section = ""
    for row in rows:
        if row.section != section:
            if section in adding:
                stops.append(Stop("add", section))
            section = row.section
        if checks:
            if row.item:
                stops.append(Stop("check", row.item))
            stops.extend(Stop("check", word.id) for cell in row.cells for word in cell.words)
        else:
            stops.extend(Stop("cell", cell.key) for cell in row.cells)
    if section in adding:
        stops.append(Stop("add", section))
    return stops
