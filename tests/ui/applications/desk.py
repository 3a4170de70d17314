"""The page of applications on screen over real services, and what it told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.applications.new_application import NewApplicationDialog
from jobmatch_desktop.ui.applications.page import ApplicationsPage
from tests.ui.applications.house import House


class Desk:
    """The page on screen, and what it told."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.opened: list[int] = []
        self.choices: list[Choice] = []
        self.page = ApplicationsPage(
            house.services, house.engine, house.appearance, house.icons, Choice(), self.choices.append
        )
        self.page.opened.connect(self.opened.append)
        self.page.resize(1100, 700)

    def show(self) -> None:
        self.page.show()
        self.house.until(lambda: self.page._stack.currentWidget() is not self.page._loading)

    def kept(self) -> list[Application]:
        return self.house.call(self.house.services.applications.list)

    def button(self, words: str, inside: QWidget | None = None) -> QPushButton:
        found = [
            made for made in (inside or self.page).findChildren(QPushButton) if made.text().replace("&", "") == words
        ]
        return next(made for made in found if made.isVisible())

    def click(self, words: str, inside: QWidget | None = None) -> None:
        QTest.mouseClick(self.button(words, inside), Qt.MouseButton.LeftButton)

    def dialog(self) -> NewApplicationDialog:
        self.house.until(lambda: self.page._dialog is not None and self.page._dialog.isVisible())
        assert self.page._dialog is not None
        return self.page._dialog


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    desk = Desk(house)
    yield desk
    house.run(desk.page.wind_up())
    desk.page.close()
    desk.page.deleteLater()
    house.live(1)
