"""What a reader found in a CV, and where on the page each of it stands."""

from typing import Any

import msgspec

_UNSURE = 0.75
"""Below this confidence (0 to 1) a person is asked to look at a field."""


class Box(msgspec.Struct, frozen=True):
    """A rectangle on a page, in points from the page's left and upper edge; `page` counts from 0."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Place(msgspec.Struct, frozen=True):
    """Where a field came from, and how sure the reader is of it, 0 to 1.

    `boxes` are one a line, in reading order; none for a format that has no pages.
    """

    confidence: float
    boxes: tuple[Box, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether a person should look at the field."""
        return self.confidence < _UNSURE


class Unplaced(msgspec.Struct, frozen=True):
    """A line that fits no field: its text, the title of the section that it stands in (`""` for none), and where."""

    text: str
    section: str = ""
    box: Box | None = None


class Imported(msgspec.Struct, frozen=True):
    """A file as a JSON Resume document (`profile`), with the fields that were read out of a page or a text.

    `places` maps a field's path (`work/0/highlights/2`, as facts have it) to its place; a field that the file named
    itself, as JSON Resume does, has none. `unplaced` are the lines that fit no field, in reading order.
    """

    profile: dict[str, Any]
    places: dict[str, Place] = {}
    unplaced: tuple[Unplaced, ...] = ()


def boxes_around(boxes: list[Box]) -> tuple[Box, ...]:
    """Neighbours on one line joined: boxes of the same page that overlap in height become one. Order is kept."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if (
            last
            and last.page == box.page
            and min(last.bottom, box.bottom) - max(last.top, box.top) > 0.5 * (box.bottom - box.top)
        ):
            joined[-1] = Box(
                box.page,
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            joined.append(box)
    return tuple(joined)
