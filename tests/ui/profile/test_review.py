"""A file is looked at before it counts: by mouse and by keys, over real services and real pages."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMessageBox, QPushButton, QWidget

from jobmatch_desktop.domain.kept_profile import ProfileState
from jobmatch_desktop.domain.profile_edits import SetText
from jobmatch_desktop.services.profile_importing import WaitingImport
from jobmatch_desktop.ui.applications.profile_choice import ProfileChoice
from jobmatch_desktop.ui.profile.review_dialog import ReviewDialog
from jobmatch_desktop.ui.profile.review_fields import FieldBox
from jobmatch_desktop.ui.shared.background import Background
from tests.formats.readers.cv_layouts import pdf, title_first
from tests.formats.readers.people import ENGINEER
from tests.ui.applications.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ODD = "# Ada Quill\n\n## Experience\n### Clerk · Fen\n2019\n\n- Kept the books\n\n## Odd\nLeft-handed\nTall\n"


class Table:
    """Opens reviews, and hears what became of them."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.troubles: list[object] = []
        self.background = Background(self.troubles.append)
        self.became: list[ProfileState] = []
        self.ended: list[bool] = []
        self.dialog: ReviewDialog = None

    def read(self, data: bytes, name: str = "cv.pdf") -> WaitingImport:
        found = self.house.call(self.house.services.profile_importing.read, name, data)
        assert isinstance(found, WaitingImport)
        return found

    def open(self, data: bytes, name: str = "cv.pdf") -> ReviewDialog:
        return self.review(self.read(data, name))

    def review(self, waiting: WaitingImport) -> ReviewDialog:
        house = self.house
        self.dialog = ReviewDialog(
            house.services, house.engine, self.background, house.appearance, house.icons, waiting, None
        )
        self.dialog.accepted_profile.connect(self.became.append)
        self.dialog.ended.connect(lambda: self.ended.append(True))
        self.dialog.open()
        house.until(self.dialog.built)
        self.dialog.activateWindow()
        return self.dialog

    def box(self, path: str) -> FieldBox:
        return next(box for box in self.dialog.cards.boxes if box.field.path == path)

    def paths(self) -> list[str]:
        return [box.field.path for box in self.dialog.cards.boxes]

    def check(self, name: str) -> QCheckBox:
        return next(made for made in self.dialog.findChildren(QCheckBox) if made.accessibleName() == name)

    def click(self, words: str, inside: QWidget | None = None) -> None:
        found = (made for made in (inside or self.dialog).findChildren(QPushButton) if made.text() == words)
        QTest.mouseClick(next(made for made in found if made.isVisible()), Qt.MouseButton.LeftButton)

    def type(self, path: str, words: str) -> None:
        editor = self.box(path).editor
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, words) if words else QTest.keyClick(editor, Qt.Key.Key_Delete)

    def use(self) -> ProfileState:
        QTest.keyClick(self.dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.house.until(lambda: self.ended)
        return self.became[-1]

    def texts(self) -> str:
        return "\n".join(made.text() for made in self.dialog.findChildren(QLabel))


@pytest.fixture
def table(house: House, qapp: QApplication) -> Iterator[Table]:
    quits = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)  # as in the program
    table = Table(house)
    yield table
    if table.dialog is not None and not table.ended:
        table.dialog.reject()
        house.until(lambda: table.ended)
    house.run(table.background.settle())
    house.live(1)
    qapp.setQuitOnLastWindowClosed(quits)


def cv(**sections: Any) -> bytes:
    return pdf(title_first({**ENGINEER, **sections}, "en"))


def test_sections_and_fields_are_taken_edited_or_left_out(table: Table) -> None:
    table.open(cv())
    assert table.box("work/0/endDate").editor.text() == "present"
    table.type("work/0/position", "Backend developer and host")
    table.type("work/1/endDate", "Nov 2020")
    table.type("work/1/highlights/0", "")
    table.type("basics/url", "ifeoma.example")
    table.check("Use: Languages").click()
    assert not table.box("languages/0/language").editor.isEnabled()
    table.check("Coding").click()
    state = table.use()
    assert state.source["work"][0]["position"] == "Backend developer and host"
    assert state.source["work"][0]["current"] is True
    assert state.source["work"][1]["endDate"] == "2020-11"
    assert state.source["work"][1]["highlights"] == ENGINEER["work"][1]["highlights"][1:]
    assert state.source["basics"]["url"] == "ifeoma.example"
    assert "languages" not in state.source
    assert [one["name"] for one in state.source["skills"]] == ["Tools"]
    assert table.troubles == []


def test_the_page_shows_where_a_field_stands_and_leads_to_it(table: Table) -> None:
    dialog = table.open(cv())
    pages = dialog.source.source
    table.house.until(lambda: pages._images)
    box = table.box("work/1/name")
    box.editor.setFocus()
    assert pages._lit == box.field.boxes
    assert box.field.boxes
    other = table.box("education/0/institution")
    place = pages._place_of(pages._places()[0], other.field.boxes[0]).center().toPoint()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.focusWidget() is other.editor
    assert pages._lit == other.field.boxes
    lit = pages.viewport().grab().toImage().pixelColor(place)
    assert lit.green() > lit.red(), "the accent lies on it"


def test_what_the_reader_was_unsure_of_is_marked_gone_through_and_confirmed(table: Table) -> None:
    waiting = table.read(cv())
    doubtful = ("work/0/name", "work/1/position", "education/0/area")
    for path in doubtful:
        place = waiting.found.places[path]
        waiting.found.places[path] = type(place)(0.5, place.boxes)
    dialog = table.review(waiting)
    pages = dialog.source.source
    assert pages._unsure == frozenset(doubtful)
    assert dialog._counts.text() == "3 fields are unsure."
    seen = []
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_F8)
        seen.append(next(box.field.path for box in dialog.cards.boxes if box.editor is dialog.focusWidget()))
    assert seen == [*doubtful, doubtful[0]]
    for path in (doubtful[1], doubtful[2], doubtful[0]):
        table.click("Next unsure field")
        assert table.box(path).editor is dialog.focusWidget(), "a click on the button does not begin anew"
    assert table.box("work/0/name").editor.accessibleDescription() == "Unsure, please look"
    mark = next(made for made in table.box("work/0/name").findChildren(QPushButton))
    QTest.keyClick(mark, Qt.Key.Key_Space)
    table.type("work/1/position", "Technician")
    assert not mark.isVisible()
    assert dialog._counts.text() == "1 field is unsure."
    table.check("Use: Education").click()
    assert dialog._counts.text() == "Everything was read clearly."
    assert not dialog._next.isEnabled()


def test_later_keeps_what_was_decided_also_over_an_end_of_the_program(table: Table) -> None:
    dialog = table.open(cv())
    table.type("work/0/name", "Parcelwise Inc.")
    table.check("Use: Skills").click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    table.house.until(lambda: table.ended)
    table.house.reopen()
    (waiting,) = table.house.call(table.house.services.profile_importing.waiting)
    table.review(waiting)
    assert table.box("work/0/name").editor.text() == "Parcelwise Inc."
    assert not table.check("Use: Skills").isChecked()
    table.ended.clear()
    state = table.use()
    assert state.source["work"][0]["name"] == "Parcelwise Inc."
    assert "skills" not in state.source


def test_each_decision_is_on_the_disk_without_any_end(table: Table) -> None:
    table.open(cv())
    table.type("work/0/name", "Parcelwise Inc.")

    def stored() -> dict[str, str]:
        return table.house.call(table.house.services.profile_importing.waiting)[0].decided.texts

    table.house.until(lambda: stored() == {"work/0/name": "Parcelwise Inc."})


def test_a_file_read_again_shows_what_is_new_changed_and_gone(table: Table) -> None:
    table.open(cv())
    state = table.use()
    editing = table.house.services.profile_editing
    typed = table.house.call(editing.edit, state, [SetText("basics/phone", "+1 646 555 0177")])
    job = {"position": "Staff Engineer", "name": "Brinewall", "location": "Boston, MA", "startDate": "2024-02",
           "highlights": ["Took the billing apart"]}  # fmt: skip
    basics = {**ENGINEER["basics"], "email": "ifeoma@brinewall.example", "phone": "(646) 555-0100"}
    dialog = table.open(cv(basics=basics, work=[job, ENGINEER["work"][0]]), "cv-2026.pdf")
    assert dialog._into.currentData() == state.id
    shown = table.texts()
    assert "New in the file: 1" in shown
    assert "Changed: 2" in shown
    assert "No longer in the file: 1" in shown
    assert "Help Desk Technician · Quillfeather" in shown
    assert dialog._counts.text() == "2 changes are made."
    assert not table.check("Use: (646) 555-0100").isChecked()
    table.check("Take away: Help Desk Technician · Quillfeather").click()
    assert dialog._counts.text() == "3 changes are made."
    table.ended.clear()
    merged = table.use()
    assert [one["name"] for one in merged.source["work"]] == ["Brinewall", "Parcelwise"]
    assert merged.source["basics"]["email"] == "ifeoma@brinewall.example"
    assert merged.source["basics"]["phone"] == typed.source["basics"]["phone"]


def test_it_may_go_into_a_new_profile_all_the_same(table: Table) -> None:
    table.open(cv())
    first = table.use()
    dialog = table.open(cv(languages=[{"language": "Igbo", "fluency": "Native"}]))
    assert "work/0/name" not in table.paths()
    dialog._into.setCurrentIndex(0)
    dialog._into.activated.emit(0)
    table.house.until(lambda: dialog.built() and "work/0/name" in table.paths())
    table.ended.clear()
    second = table.use()
    assert second.id != first.id
    assert second.source["languages"] == [{"language": "Igbo", "fluency": "Native"}]
    assert table.house.call(table.house.services.profile_editing.open, first.id) == first


def test_lines_that_fit_no_field_are_put_somewhere_or_left_out(table: Table) -> None:
    dialog = table.open(ODD.encode(), "ada.md")
    assert dialog.source is None
    assert dialog._counts.text() == "2 lines are not placed."
    assert "Odd: Left-handed" in table.texts()
    (left, _), (tall, _) = dialog.cards.lines
    for combo, target in ((left, "work/0/highlights"), (tall, "")):
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(target))
        combo.activated.emit(combo.currentIndex())
    assert dialog._counts.text() == "Everything was read clearly."
    assert table.use().source["work"][0]["highlights"] == ["Kept the books", "Left-handed"]


def test_long_words_are_all_in_view_and_the_wheel_passes_over_fields(table: Table) -> None:
    long = " ".join(["A sentence that goes on for as long as a person has something to say."] * 6)
    dialog = table.open(ODD.encode() + f"\n## Summary\n{long}\n\n{long}\n".encode(), "ada.md")
    box = table.box("basics/summary").editor
    assert box.verticalScrollBar().maximum() == 0
    assert box.height() > 6 * box.fontMetrics().lineSpacing()
    combo, _ = dialog.cards.lines[0]
    wheel = QWheelEvent(
        QPointF(3, 3), QPointF(3, 3), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == 0


def test_thrown_away_asks_first(table: Table) -> None:
    dialog = table.open(cv())
    table.click("Throw away")

    def question() -> QMessageBox | None:
        box = dialog.findChild(QMessageBox)
        return box if box is not None and all(made.isVisible() for made in box.buttons()) else None

    table.house.until(question)
    table.click("Throw away", question())
    table.house.until(lambda: table.ended)
    assert table.became == []
    assert table.house.call(table.house.services.profile_importing.waiting) == []


def test_with_all_left_out_it_says_so_and_goes_on_waiting(table: Table) -> None:
    dialog = table.open(ODD.encode(), "ada.md")
    for made in dialog.findChildren(QCheckBox):
        if made.text():
            made.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    table.house.until(dialog.notice.isVisible)
    assert dialog.notice.accessibleName().startswith("Nothing of this file is used.")
    assert dialog.use.isEnabled()


def test_a_long_cv_does_not_hold_the_window_up(table: Table) -> None:
    job = {"position": "Clerk", "startDate": "2001", "endDate": "2002", "highlights": ["Kept the books of it all"] * 4}
    work = [{**job, "name": f"Company {number}", "startDate": str(1900 + number)} for number in range(60)]
    data = json.dumps({"basics": {"name": "Ada"}, "work": work}).encode()
    table.house.call(table.house.services.profiles.import_data, "a.json", b'{"basics": {"name": "Ada"}}')
    waiting = table.read(data, "ada.json")
    house = table.house
    dialog = ReviewDialog(house.services, house.engine, table.background, house.appearance, house.icons, waiting, None)
    table.dialog = dialog
    pieces: list[int] = []
    dialog._builds.timeout.connect(lambda: pieces.append(len(dialog.cards.boxes)))
    dialog.open()
    house.until(dialog.built)
    assert len(dialog.cards.boxes) == 60 * (5 + 4)
    assert len(pieces) > 3, "it is made in pieces"
    dialog.ended.connect(lambda: table.ended.append(True))


class Choice:
    """The choice of a CV, with a file chosen in it."""

    def __init__(self, table: Table) -> None:
        house = table.house
        self.house = house
        self.widget = ProfileChoice(house.services, house.engine, table.background, house.appearance, house.icons)
        self.widget.show()

    def choose(self, data: bytes, name: str = "cv.pdf") -> None:
        path = self.house.folder / name
        path.write_bytes(data)
        self.widget.import_file(path)

    def dialog(self) -> ReviewDialog:
        self.house.until(lambda: (found := self.widget.findChild(ReviewDialog)) is not None and found.built())
        return self.widget.findChild(ReviewDialog)

    def gone(self) -> bool:
        return self.widget.findChild(ReviewDialog) is None


@pytest.fixture
def choice(table: Table) -> Iterator[Choice]:
    choice = Choice(table)
    yield choice
    table.house.run(table.background.settle())
    choice.widget.close()
    choice.widget.deleteLater()
    table.house.live(1)


def test_a_file_that_is_chosen_is_reviewed_and_then_chosen(table: Table, choice: Choice) -> None:
    choice.choose(cv())
    dialog = choice.dialog()
    assert choice.widget.profile() is None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    table.house.until(lambda: choice.gone() and choice.widget._go_on.isVisible())
    assert choice.widget._go_on.text() == "Go on reviewing cv.pdf"
    QTest.mouseClick(choice.widget._go_on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(choice.dialog().use, Qt.MouseButton.LeftButton)
    table.house.until(lambda: choice.widget.profile() is not None)
    assert choice.widget._kept.currentText().startswith("Ifeoma Castellanos")
    table.house.until(lambda: not choice.widget._go_on.isVisible())


def test_reading_can_be_stopped_and_a_file_without_words_says_so(table: Table, choice: Choice) -> None:
    choice.choose(cv())
    table.house.until(choice.widget._stop.isVisible)
    QTest.mouseClick(choice.widget._stop, Qt.MouseButton.LeftButton)
    table.house.until(lambda: not choice.widget._stop.isVisible())
    assert choice.widget._file.isEnabled()
    choice.choose(pdf("#rect(width: 5cm, height: 5cm)"), "scan.pdf")
    table.house.until(lambda: choice.widget._says.property("role") == "bad")
    assert choice.gone()
    assert table.house.call(table.house.services.profile_importing.waiting) == []


def test_a_long_entry_is_made_row_by_row(table: Table) -> None:
    lines = "\n".join(f"- Kept the books of mill {number}" for number in range(30))
    dialog = table.open(f"# Ada Quill\n\n## Experience\n### Clerk · Fen\n2019\n\n{lines}\n".encode(), "cv.md")
    card = next(card for card in dialog.presenter._shown.cards if card.section == "work")
    made = dialog.cards.section(card)
    next(made)
    before = len(dialog.cards.boxes)
    rows = []
    for _ in made:
        rows.append(len(dialog.cards.boxes) - before)
        before += rows[-1]
    assert sum(rows) == len([*card.fields()]) > 30
    assert max(rows) <= 3  # a row of short fields side by side


def test_a_bullet_that_moved_to_another_job_is_shown_as_moved(table: Table) -> None:
    jobs = ["### Lead · Fen\n2020 - 2022\n\n- Kept the books\n", "### Clerk · Mill\n2016 - 2019\n\n- Ground the corn\n"]
    text = "# Ada Quill\n\n## Experience\n{}\n{}"
    table.open(text.format(jobs[0] + "- Trained six clerks\n", jobs[1]).encode(), "cv.md")
    before = table.use()
    table.ended.clear()
    dialog = table.open(text.format(jobs[0], jobs[1] + "- Trained six clerks\n").encode(), "cv.md")
    shown = table.texts()
    assert "Moved: 1" in shown
    assert "Moved from Lead · Fen to Clerk · Mill" in shown
    assert "No longer in the file" not in shown
    assert table.check("Move: Trained six clerks").isChecked()
    assert [box.field.path for box in dialog.cards.boxes] == ["work/1/highlights/1"]
    after = table.use()
    assert [job["highlights"] for job in after.source["work"]] == [
        ["Kept the books"],
        ["Ground the corn", "Trained six clerks"],
    ]
    assert after.ids["work/1/highlights/1"] == before.ids["work/0/highlights/1"]
