"""The house, and a page of the profile over it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.domain.kept_profile import ProfileState
from jobmatch_desktop.ui.profile.page import ProfilePage
from jobmatch_desktop.ui.profile.painting import handle_middle
from tests.ui.applications.house import House
from tests.ui.applications.house import house as house

ADA: dict[str, Any] = {
    "basics": {
        "name": "Ada Byron",
        "label": "Analyst",
        "email": "ada@example.com",
        "profiles": [{"network": "GitHub", "url": "https://github.example.com/ada"}],
    },
    "work": [
        {
            "name": "Mill",
            "position": "Miller",
            "startDate": "2020-03",
            "highlights": ["Ground corn for ten villages", "Kept the books", "Mended the wheel"],
        },
        {"name": "Bakery", "position": "Baker", "startDate": "2015", "endDate": "2019", "highlights": ["Baked rye"]},
    ],
    "skills": [{"name": "Languages", "keywords": ["Python", "SQL", "Go"]}],
    "x-own": {"stays": [1, None, "two"]},
}


class Room:
    """A page on the screen, and the profile that it shows."""

    def __init__(self, house: House, source: dict[str, Any]) -> None:
        self.house = house
        self.kept = house.call(house.services.profiles.import_data, "a.json", json.dumps(source).encode()).kept
        self.window = QWidget()
        self.window.resize(1188, 1600)
        self.page = ProfilePage(house.services, house.engine, house.appearance, house.icons)
        self.page.setParent(self.window)
        self.page.resize(1188, 800)
        self.window.show()
        self.canvas = self.page.canvas
        house.until(lambda: self.canvas.shown is not None)

    def close(self) -> None:
        """As the program does when it ends."""
        self.house.run(self.page.wind_up())
        self.window.close()
        self.window.deleteLater()
        self.house.live(1)

    def state(self) -> ProfileState:
        """The profile as the disk has it."""
        return self.house.call(self.house.services.profile_editing.open, self.kept)

    def stored(self) -> dict[str, Any]:
        """Its document."""
        return self.state().source

    def key(self, path: str) -> str:
        """The key of the field or line at a path."""
        return next(cell.key for row in self.canvas.shown.rows for cell in row.cells if cell.path == path)

    def edit(self, path: str) -> None:
        """Brings the person to a field."""
        self.canvas.edit(self.key(path))

    def type(self, path: str, words: str) -> None:
        """Writes other words into a field."""
        self.edit(path)
        self.canvas.editor.selectAll()
        QTest.keyClicks(self.canvas.editor, words)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, in the field where the person is."""
        QTest.keyClick(self.canvas.editor, key, modifiers)

    def at(self) -> str:
        """The path of the field that the person is in."""
        cell = self.canvas.visit.cell
        return "" if cell is None else cell.path

    def place(self, item: str) -> QPoint:
        """The middle of the handle of a line, in the view."""
        placed = next(placed for placed in self.canvas.laid.rows if placed.row.item == item)
        x, y = handle_middle(placed, self.canvas.look)
        return (QPointF(x, y) - QPointF(0, self.canvas.top())).toPoint()

    def until_stored(self, holds: Any) -> None:
        """Lets the window live until the document on the disk is so."""
        self.house.until(lambda: holds(self.stored()))


@pytest.fixture
def room(house: House) -> Iterator[Room]:
    made = Room(house, ADA)
    yield made
    made.close()
