"""Which profile the page shows: none yet, one of several, one that went."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget

from jobmatch_desktop.ui.profile.name_dialog import NameDialog
from jobmatch_desktop.ui.profile.page import ProfilePage
from tests.ui.applications.house import OFFER, House
from tests.ui.profile.conftest import ADA, Room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(house: House) -> Iterator[ProfilePage]:
    window = QWidget()
    window.resize(1188, 800)
    made = ProfilePage(house.services, house.engine, house.appearance, house.icons)
    made.setParent(window)
    made.resize(window.size())
    window.show()
    yield made
    house.run(made.wind_up())
    window.close()
    window.deleteLater()
    house.live(1)


def test_nobody_yet(house: House, page: ProfilePage) -> None:
    house.until(page.empty.isVisible)
    page.ask_name()
    dialog = page.window().findChild(NameDialog)
    QTest.keyClicks(dialog.findChild(QLineEdit), "Ada  Byron")
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    house.until(page.canvas.isVisible)
    assert page.head.people.currentText() == "Ada Byron"
    assert {row.section for row in page.canvas.shown.rows} == {"who", "summary", "work", "education", "skills"}
    page.empty.sample_asked.emit()
    house.until(lambda: page.head.people.count() == 2)
    assert page.head.people.currentText() == "Nora Lindqvist"


def test_a_file_that_is_dropped_is_to_be_imported(house: House, page: ProfilePage, tmp_path: Path) -> None:
    asked: list[Path] = []
    page.import_asked.connect(asked.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "cv.pdf"))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    assert asked == [tmp_path / "cv.pdf"]


def test_another_profile_is_opened_with_what_was_typed_kept(room: Room) -> None:
    room.type("basics/label", "Countess")
    other = room.house.call(room.house.services.profiles.import_sample)
    room.page._choose_profile(other.kept)
    room.house.until(lambda: room.canvas.shown.kept == other.kept)
    assert room.stored()["basics"]["label"] == "Countess"


def test_deleting_says_what_goes(room: Room) -> None:
    services = room.house.services
    room.house.call(services.profile_editing.add_targeting, room.kept, "Mills")
    room.page.presenter.targetings.take(room.kept, room.house.call(services.profile_editing.targetings, room.kept))
    application = room.house.call(services.applications.add, room.state().version, OFFER)
    room.page.head.removal_asked.emit()
    room.house.until(lambda: room.page.findChildren(QMessageBox))
    (box,) = room.page.findChildren(QMessageBox)
    assert box.text() == "Delete the profile of Ada Byron?"
    assert "One application made from it keeps it as it is." in box.informativeText()
    assert "So does its choice for a kind of job." in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Delete").click()
    room.house.until(room.page.empty.isVisible)
    assert room.house.call(services.profiles.list) == []
    assert room.house.call(services.applications.get, application.id).profile


def test_a_profile_that_was_deleted_elsewhere_is_told(room: Room) -> None:
    room.house.call(room.house.services.profile_editing.remove, room.kept)
    room.type("basics/label", "Countess")
    room.press(Qt.Key.Key_Tab)
    room.house.until(room.page.notice.isVisible)
    room.house.until(room.page.empty.isVisible)


def test_where_a_line_came_from_stays_with_it(room: Room) -> None:
    room.page.set_origins({"work/0/highlights/1": "from page 2 of cv.pdf", "basics/email": "from page 1 of cv.pdf"})
    row = next(row for row in room.canvas.shown.rows if row.path == "work/0/highlights/1")
    room.page.presenter.step(row, down=True)
    moved = next(row for row in room.canvas.shown.rows if row.path == "work/0/highlights/2")
    assert room.canvas._origin_of(moved, moved.cells[0].key) == "from page 2 of cv.pdf"
    assert room.page.presenter.origin("basics/email") == "from page 1 of cv.pdf"


def test_the_outline_marks_what_is_seen_and_leads_there(room: Room) -> None:
    room.page.resize(1188, 400)
    room.house.live(10)
    room.page.outline.section_chosen.emit("work")
    assert room.page.outline.currentItem().text() == "Experience  2"
    card = next(card for card in room.canvas.laid.cards if card.section == "work")
    assert 0 <= card.rect.top() - room.canvas.top() < 50
    room.page.resize(700, 400)
    room.house.live(10)
    assert not room.page.outline.isVisible()


def test_a_fact_is_shown_amid_what_stands_around_it_and_keys_go_on_from_there(room: Room) -> None:
    room.page.resize(1188, 500)
    room.house.live(10)
    room.page.show_fact(room.kept, "work/1/highlights/0")
    room.house.until(lambda: room.canvas.top())
    placed = next(placed for placed in room.canvas.laid.rows if placed.row.path == "work/1/highlights/0")
    height = room.canvas.viewport().height()
    assert height / 5 < placed.rect.top() - room.canvas.top() < height * 4 / 5
    QTest.keyClick(room.canvas, Qt.Key.Key_Tab)
    assert room.at() == "work/1/highlights/1"


def test_a_long_profile_is_drawn_in_part(house: House) -> None:
    """Whatever its length, there is one field and one button a section."""
    job = ADA["work"][0]
    room = Room(house, {**ADA, "work": [{**job, "position": f"Miller {number}"} for number in range(200)]})
    widgets = len(room.canvas.viewport().children())
    assert len(room.canvas.laid.rows) > 1000
    assert widgets < 20
    room.close()
