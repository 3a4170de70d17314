"""What of a profile is shown for one kind of job, chosen and ordered on the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.domain.profile_edits import targeted
from jobmatch_desktop.ui.profile.name_dialog import NameDialog
from jobmatch_desktop.ui.profile.targeting_choice import TargetingChoice
from tests.ui.applications.house import OFFER, House
from tests.ui.profile.conftest import ADA, Room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def mills(room: Room) -> Room:
    """The page, where what is for mills is chosen."""
    room.page.resize(1188, 1600)
    room.page.targeting.added.emit("Mills")
    room.house.until(lambda: room.canvas.checks)
    return room


def stored(room: Room) -> Targeting:
    (found,) = room.house.call(room.house.services.profile_editing.targetings, room.kept)
    return found


def shown(room: Room) -> dict[str, object]:
    state, found = room.state(), stored(room)
    return targeted(state.source, state.ids, found.left_out, found.arranged)


def click(room: Room, path: str) -> None:
    key = room.key(path)
    found = room.canvas.place_of(key)
    assert found is not None
    place = found[1].rect.center().toPoint() - QPoint(0, room.canvas.top())
    QTest.mouseClick(room.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_name_begins_one(room: Room) -> None:
    room.page.targeting.ask_new()
    dialog = room.page.window().findChild(NameDialog)
    QTest.keyClicks(dialog.findChild(QLineEdit), " Mills ")
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    room.house.until(lambda: room.canvas.checks)
    assert stored(room).name == "Mills"
    assert room.page.targeting.choice.currentText() == "Mills"


def test_lines_are_left_out_by_mouse_and_by_keys(mills: Room) -> None:
    click(mills, "work/0/highlights/1")
    QTest.keyClick(mills.canvas.check, Qt.Key.Key_Down)
    assert mills.canvas.check.accessibleName() == "Mended the wheel"
    QTest.keyClick(mills.canvas.check, Qt.Key.Key_Space)
    assert not mills.canvas.check.isChecked()
    click(mills, "work/1/name")
    mills.house.until(lambda: len(stored(mills).left_out) == 3)
    assert shown(mills) == {
        **ADA,
        "work": [{**ADA["work"][0], "highlights": ["Ground corn for ten villages"]}],
    }
    assert mills.stored() == ADA
    assert [row.left_out for row in mills.canvas.shown.rows if row.path == "work/0/highlights/1"] == [True]
    assert all(row.pale for row in mills.canvas.shown.rows if row.path.startswith("work/1"))
    click(mills, "work/1/name")
    mills.house.until(lambda: len(stored(mills).left_out) == 2)


def test_a_word_of_a_skill_is_left_out(mills: Room) -> None:
    found = mills.canvas.place_of(mills.key("skills/0/keywords"))
    assert found is not None
    place = found[1].words[1].rect.center().toPoint() - QPoint(0, mills.canvas.top())
    QTest.mouseClick(mills.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert mills.canvas.check.accessibleName() == "SQL"
    mills.house.until(lambda: stored(mills).left_out)
    assert shown(mills)["skills"] == [{"name": "Languages", "keywords": ["Python", "Go"]}]


def test_order_is_of_this_one_alone(mills: Room) -> None:
    ids = mills.state().ids
    start, to = mills.place(ids["work/0/highlights/2"]), mills.place(ids["work/0/highlights/0"]) - QPoint(0, 9)
    view = mills.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start - QPoint(0, 20))
    QTest.mouseMove(view, to)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    mills.house.until(lambda: stored(mills).arranged)
    highlights = ["Mended the wheel", "Ground corn for ten villages", "Kept the books"]
    assert shown(mills)["work"][0]["highlights"] == highlights  # type: ignore[index]
    assert mills.stored() == ADA
    QTest.keyClick(mills.canvas.check, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    highlights = ["Ground corn for ten villages", "Mended the wheel", "Kept the books"]
    mills.house.until(lambda: shown(mills)["work"][0]["highlights"] == highlights)  # type: ignore[index]
    mills.page.head.undo.click()
    mills.page.head.undo.click()
    mills.house.until(lambda: shown(mills) == ADA)
    assert not mills.page.head.undo.isEnabled()


def test_nothing_is_written_while_lines_are_chosen(mills: Room) -> None:
    assert not mills.canvas.adds
    assert not any(row.adds for row in mills.canvas.shown.rows)
    click(mills, "basics/label")
    assert not mills.canvas.editor.isVisible()
    mills.page.targeting.chosen.emit(None)
    assert not mills.canvas.checks
    mills.edit("basics/label")
    assert mills.canvas.editor.isVisible()


def test_it_is_renamed_and_deleted_and_says_where_it_is_used(mills: Room) -> None:
    services = mills.house.services
    application = mills.house.call(services.applications.add, mills.state().version, OFFER)
    found = stored(mills)
    mills.house.call(services.profile_editing.choose_targeting, application.id, found.id)
    mills.page.targeting.choice.chosen.emit(found.id)
    mills.house.until(lambda: mills.page.targeting._used.words() == "Used for: Data analyst")
    mills.page.targeting.renamed.emit("Water mills")
    mills.house.until(lambda: stored(mills).name == "Water mills")
    assert mills.page.targeting.choice.currentText() == "Water mills"
    mills.page.targeting._ask_to_remove()
    box = mills.page.window().findChild(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Delete").click()
    mills.house.until(lambda: not mills.canvas.checks)
    assert mills.house.call(services.profile_editing.targetings, mills.kept) == []
    assert mills.house.call(services.applications.get, application.id).targeting is None


def test_one_that_was_deleted_elsewhere_is_told(mills: Room) -> None:
    mills.house.call(mills.house.services.profile_editing.remove_targeting, stored(mills).id)
    click(mills, "work/1/name")
    mills.house.until(mills.page.notice.isVisible)
    assert not mills.canvas.checks
    assert mills.page.targeting.choice.count() == 1


def test_a_choice_lists_everything_and_the_targetings(house: House, mills: Room) -> None:
    choice = TargetingChoice(house.appearance, house.icons)
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.show_targetings([stored(mills)], stored(mills).id)
    assert [choice.itemText(place) for place in range(choice.count())] == ["Everything", "Mills"]
    assert choice.currentText() == "Mills"
    for place in (0, 1):
        choice.activated.emit(place)
    assert told == [None, stored(mills).id]
    choice.deleteLater()
