"""The page of the profile, driven as a person does, over the real services."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.domain.profile_edits import AddItem, SetText
from tests.ui.profile.conftest import ADA, Room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def work(room: Room, job: int = 0) -> list[str]:
    return [str(line) for line in room.stored()["work"][job]["highlights"]]


def test_what_is_typed_is_stored_after_a_pause_and_the_caret_stays(room: Room) -> None:
    room.edit("work/0/highlights/1")
    QTest.keyClicks(room.canvas.editor, " for ten years")
    room.until_stored(lambda source: source["work"][0]["highlights"][1] == "Kept the books for ten years")
    assert room.canvas.editor.hasFocus()
    assert room.canvas.editor.textCursor().position() == len("Kept the books for ten years")
    QTest.keyClicks(room.canvas.editor, " and more")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["work"][0]["highlights"][1] == "Kept the books for ten years and more")
    assert room.stored()["x-own"] == ADA["x-own"]


def test_one_visit_to_a_field_is_one_step_to_undo(room: Room) -> None:
    before = room.state().step
    room.edit("work/0/position")
    for word in (" of", " corn"):
        QTest.keyClicks(room.canvas.editor, word)
        room.until_stored(lambda source, word=word: source["work"][0]["position"].endswith(word))
    assert room.state().step == before + 1
    room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Z, CONTROL)
    room.until_stored(lambda source: source == ADA)


def test_enter_begins_a_line_that_is_kept_once_it_says_something(room: Room) -> None:
    room.edit("work/0/highlights/0")
    room.press(Qt.Key.Key_Return)
    assert room.at() == "work/0/highlights/1"
    assert room.canvas.editor.toPlainText() == ""
    room.house.live(50)
    assert room.stored() == ADA
    QTest.keyClicks(room.canvas.editor, "Sold flour")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: len(source["work"][0]["highlights"]) == 4)
    assert work(room)[:2] == ["Ground corn for ten villages", "Sold flour"]


def test_what_was_typed_does_not_wait_for_a_line_that_says_nothing_yet(room: Room) -> None:
    room.edit("work/0/highlights/0")
    QTest.keyClicks(room.canvas.editor, " and towns")
    room.press(Qt.Key.Key_Return)
    room.until_stored(lambda source: source["work"][0]["highlights"][0].endswith(" and towns"))
    assert len(work(room)) == 3
    assert room.at() == "work/0/highlights/1"
    assert room.canvas.editor.hasFocus()
    QTest.keyClicks(room.canvas.editor, "Sold flour")
    room.until_stored(lambda source: source["work"][0]["highlights"][1] == "Sold flour")


def test_a_line_left_empty_goes(room: Room) -> None:
    room.edit("work/0/highlights/0")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Tab)
    assert room.at() == "work/0/highlights/1"
    assert room.canvas.editor.toPlainText() == "Kept the books"
    room.type("work/0/highlights/1", " ")
    room.press(Qt.Key.Key_Backspace)
    room.house.live(1000)
    assert work(room) == ADA["work"][0]["highlights"]
    room.press(Qt.Key.Key_Backspace)
    assert room.at() == "work/0/highlights/0"
    room.until_stored(lambda source: len(source["work"][0]["highlights"]) == 2)
    assert work(room) == ["Ground corn for ten villages", "Mended the wheel"]


def test_enter_within_a_line_makes_two(room: Room) -> None:
    room.edit("work/0/highlights/0")
    for _ in range(len(" for ten villages")):
        room.press(Qt.Key.Key_Left)
    room.press(Qt.Key.Key_Return)
    assert room.canvas.editor.toPlainText() == "for ten villages"
    assert room.canvas.editor.textCursor().position() == 0
    room.until_stored(lambda source: source["work"][0]["highlights"][:2] == ["Ground corn", "for ten villages"])


def test_lines_are_pasted_as_lines(room: Room) -> None:
    room.edit("work/1/highlights/1")
    data = QMimeData()
    data.setText("• Swept the floor\n\n• Sold bread\n• Counted coins")
    room.canvas.editor.insertFromMimeData(data)
    room.press(Qt.Key.Key_Escape)
    room.until_stored(lambda source: len(source["work"][1]["highlights"]) == 4)
    assert work(room, 1) == ["Baked rye", "Swept the floor", "Sold bread", "Counted coins"]


def test_escape_gives_up_what_was_typed(room: Room) -> None:
    room.type("basics/label", "Countess")
    room.until_stored(lambda source: source["basics"]["label"] == "Countess")
    room.press(Qt.Key.Key_Escape)
    assert room.canvas.editor.toPlainText() == "Analyst"
    room.until_stored(lambda source: source["basics"]["label"] == "Analyst")
    room.press(Qt.Key.Key_Escape)
    assert not room.canvas.editor.isVisible()


def test_dates_are_taken_as_people_type_them(room: Room) -> None:
    room.type("work/0/startDate", "depuis mars 2018")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["work"][0]["startDate"] == "2018-03")
    room.type("work/0/endDate", "aujourd'hui")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["work"][0]["endDate"] == "Present")
    room.type("work/0/endDate", "2017")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["work"][0]["endDate"] == "2017")
    assert any(cell.wrong for row in room.canvas.shown.rows for cell in row.cells)


def test_words_of_a_list_keep_their_ids(room: Room) -> None:
    before = room.state()
    room.type("skills/0/keywords", "Python, Rust, Go, C")
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_Escape)
    room.type("skills/0/keywords", "Python, Go, C")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["skills"][0]["keywords"] == ["Python", "Go", "C"])
    after = room.state().ids
    assert after["skills/0/keywords/0"] == before.ids["skills/0/keywords/0"]
    assert after["skills/0/keywords/1"] == before.ids["skills/0/keywords/2"]


def test_a_line_moves_by_keys_within_its_job_and_to_the_next(room: Room) -> None:
    item = room.state().ids["work/0/highlights/1"]
    room.edit("work/0/highlights/1")
    room.press(Qt.Key.Key_Down, ALT)
    assert room.at() == "work/0/highlights/2"
    room.press(Qt.Key.Key_Down, ALT)
    assert room.at() == "work/1/highlights/0"
    assert room.canvas.editor.hasFocus()
    room.until_stored(lambda source: source["work"][1]["highlights"] == ["Kept the books", "Baked rye"])
    assert room.state().ids["work/1/highlights/0"] == item
    room.press(Qt.Key.Key_Up, ALT)
    room.until_stored(lambda source: source["work"][0]["highlights"][-1] == "Kept the books")


def test_a_job_moves_by_keys(room: Room) -> None:
    room.edit("work/1/name")
    room.press(Qt.Key.Key_Up, ALT)
    room.until_stored(lambda source: [job["name"] for job in source["work"]] == ["Bakery", "Mill"])
    assert room.at() == "work/0/name"


def drag(room: Room, path: str, to: QPoint) -> None:
    view, item = room.canvas.viewport(), room.state().ids[path]
    start = room.place(item)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(0, 30))
    QTest.mouseMove(view, to)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)


def test_lines_and_jobs_are_dragged_by_their_handles(room: Room) -> None:
    room.page.resize(1188, 1600)
    room.house.live(10)
    ids = room.state().ids
    drag(room, "work/0/highlights/0", room.place(ids["work/1/highlights/0"]) - QPoint(0, 9))
    room.until_stored(lambda source: len(source["work"][1]["highlights"]) == 2)
    assert work(room, 1) == ["Ground corn for ten villages", "Baked rye"]
    drag(room, "work/1", room.place(ids["work/0"]) - QPoint(0, 9))
    room.until_stored(lambda source: [job["name"] for job in source["work"]] == ["Bakery", "Mill"])
    assert room.state().ids["work/0"] == ids["work/1"]
    QTest.keyClick(room.canvas, Qt.Key.Key_Z, CONTROL)
    room.until_stored(lambda source: [job["name"] for job in source["work"]] == ["Mill", "Bakery"])


def test_an_entry_that_says_nothing_is_not_kept(room: Room) -> None:
    room.canvas.adds["work"].click()
    assert room.at() == "work/0/position"
    room.press(Qt.Key.Key_Tab)
    assert room.at() == "work/0/name"
    QTest.mouseClick(room.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    room.edit("basics/label")
    assert len([row for row in room.canvas.shown.rows if row.head and row.section == "work"]) == 2
    assert room.stored() == ADA
    room.canvas.adds["work"].click()
    QTest.keyClicks(room.canvas.editor, "Weaver")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["work"][0] == {"position": "Weaver"})


def test_an_entry_of_which_nothing_is_left_goes_when_it_is_left(room: Room) -> None:
    room.edit("basics/profiles/0/network")
    room.canvas.editor.selectAll()
    room.press(Qt.Key.Key_Delete)
    room.edit("basics/profiles/0/url")
    room.canvas.editor.selectAll()
    room.press(Qt.Key.Key_Delete)
    room.house.live(1000)
    assert room.at() == "basics/profiles/0/url"
    room.edit("basics/label")
    room.until_stored(lambda source: source["basics"]["profiles"] == [])
    room.page.head.undo.click()
    room.until_stored(lambda source: source["basics"]["profiles"] == [{}])
    room.page.head.undo.click()
    room.page.head.undo.click()
    room.until_stored(lambda source: source == ADA)


def test_a_field_that_is_empty_is_shown_when_it_is_asked_for(room: Room) -> None:
    key = f"{room.state().ids['work/0']}/summary"
    assert room.canvas.place_of(key) is None
    room.canvas._ask_field(key)
    QTest.keyClicks(room.canvas.editor, "By the river")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["work"][0].get("summary") == "By the river")


def test_a_section_is_begun(room: Room) -> None:
    assert "languages" not in {row.section for row in room.canvas.shown.rows}
    room.page._add_entry("languages")
    QTest.keyClicks(room.canvas.editor, "French")
    room.press(Qt.Key.Key_Return)
    QTest.keyClicks(room.canvas.editor, "fluent")
    room.press(Qt.Key.Key_Return)
    room.until_stored(lambda source: source.get("languages") == [{"language": "French", "fluency": "fluent"}])


def test_an_entry_is_removed_with_all_in_it_and_comes_back(room: Room) -> None:
    room.edit("work/0/highlights/0")
    head = next(placed.row for placed in room.canvas.laid.rows if placed.row.head and placed.row.section == "work")
    room.canvas._remove(head)
    room.until_stored(lambda source: len(source["work"]) == 1)
    assert not room.canvas.editor.isVisible()
    room.page.head.undo.click()
    room.until_stored(lambda source: source == ADA)


def test_what_was_changed_elsewhere_is_taken_and_typing_stands_on_it(room: Room) -> None:
    room.edit("work/0/highlights/1")
    QTest.keyClicks(room.canvas.editor, " well")
    state, editing = room.state(), room.house.services.profile_editing
    said = [AddItem("work", 0, {"name": "Sea", "position": "Sailor"}), SetText("basics/label", "Countess")]
    room.house.call(editing.edit, state, said)
    room.until_stored(lambda source: source["work"][1]["highlights"][1] == "Kept the books well")
    assert room.stored()["basics"]["label"] == "Countess"
    assert room.at() == "work/1/highlights/1"
    assert room.canvas.editor.toPlainText() == "Kept the books well"


def test_the_event_of_another_change_is_shown(room: Room) -> None:
    room.house.feed.arrived.connect(room.page.take_events)
    room.edit("basics/label")
    room.house.call(room.house.services.profile_editing.edit, room.state(), [SetText("basics/label", "Countess")])
    room.house.until(lambda: room.canvas.editor.toPlainText() == "Countess")
    room.house.feed.arrived.disconnect(room.page.take_events)


def test_the_history_is_there_another_day(room: Room) -> None:
    room.type("basics/name", "Ada Lovelace")
    room.press(Qt.Key.Key_Tab)
    room.until_stored(lambda source: source["basics"]["name"] == "Ada Lovelace")
    again = Room(room.house, {"basics": {"name": "Somebody"}})
    again.page.show_fact(room.kept, "work/1/highlights/0")
    room.house.until(lambda: again.canvas.shown.kept == room.kept)
    assert again.canvas._lit == room.state().ids["work/1/highlights/0"]
    again.page.presenter.undo()
    room.until_stored(lambda source: source == ADA)
    again.close()


def test_the_whole_page_is_reached_by_tab(room: Room) -> None:
    room.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [room.at()]
    while (widget := QApplication.focusWidget()) is not None and room.canvas.isAncestorOf(widget):
        assert widget.accessibleName(), widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        seen.append(room.at())
    assert seen[0] == "basics/name"
    said = {cell.path for row in room.canvas.shown.rows for cell in row.cells}
    assert said <= set(seen)
    assert room.stored() == ADA


def test_a_field_says_whose_it_is(room: Room) -> None:
    room.edit("work/1/highlights/0")
    assert room.canvas.editor.accessibleName() == "What you did, Baker, Experience"
    room.edit("basics/email")
    assert room.canvas.editor.accessibleName() == "E-mail, About you"


def test_a_profile_is_exported_as_it_stands(room: Room, tmp_path: Path) -> None:
    room.type("basics/label", "Countess")
    room.page._export(str(tmp_path / "ada.json"))
    room.house.until((tmp_path / "ada.json").exists)
    written = json.loads((tmp_path / "ada.json").read_text(encoding="utf-8"))
    assert written == {**ADA, "basics": {**ADA["basics"], "label": "Countess"}}


def test_what_is_typed_when_the_program_ends_is_kept(room: Room) -> None:
    room.type("basics/label", "Countess")
    room.house.run(room.page.wind_up())
    assert room.stored()["basics"]["label"] == "Countess"


def test_what_the_disk_does_not_take_is_said_and_tried_again(room: Room) -> None:
    database = room.house.services.profile_editing._stored.database

    def allow(pages: int) -> None:
        room.house.call(
            database.write, lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        )

    allow(1)
    long = "Kept the books of ten villages. " * 400
    room.edit("basics/summary")
    room.canvas.editor.insertPlainText(long)
    room.press(Qt.Key.Key_Tab)
    room.house.until(room.page.notice.isVisible)
    assert room.page.head._state.text() == "Not saved"
    assert room.house.run(room.page.flush()) is False
    assert room.stored() == ADA
    allow(1_000_000)
    room.type("basics/label", "Countess")
    assert room.house.run(room.page.flush()) is True
    assert room.stored()["basics"]["summary"] == long.strip()
    assert room.page.head._state.text() == ""
