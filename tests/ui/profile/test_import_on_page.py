"""A file brought in on the profile's page, reviewed there, and where its lines came from."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jobmatch_desktop.ui.profile.review_dialog import ReviewDialog
from tests.formats.readers.cv_layouts import pdf, title_first
from tests.formats.readers.people import ENGINEER
from tests.ui.profile.conftest import Room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def review(room: Room) -> ReviewDialog:
    room.house.until(lambda: (found := room.page.findChild(ReviewDialog)) is not None and found.built())
    return room.page.findChild(ReviewDialog)


def test_a_file_is_reviewed_and_its_profile_is_opened(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(pdf(title_first(ENGINEER, "en")))
    page = room.page
    page.import_asked.emit(path)
    assert page.imports.isVisible()
    QTest.keyClick(review(room), Qt.Key.Key_Escape)
    room.house.until(lambda: page.imports._go_on.isVisible())
    assert page.imports._says.words() == "cv.pdf was read and waits for your review."
    QTest.mouseClick(page.imports._go_on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(review(room).use, Qt.MouseButton.LeftButton)
    room.house.until(lambda: page.head.people.currentText().startswith("Ifeoma"))
    room.house.until(lambda: not page.imports.isVisible())
    room.kept = page.presenter.present
    job = room.key("work/0/name")
    room.house.until(lambda: page.presenter.origin(job))
    assert page.presenter.origin(job) == "From cv.pdf, page 1"


def test_a_file_that_cannot_be_read_is_told_of(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"%PDF-1.4 and nothing more")
    room.page.import_asked.emit(path)
    room.house.until(room.page.notice.isVisible)
    assert not room.page.imports.isVisible()


def test_the_file_stands_beside_its_lines(room: Room) -> None:
    importing, page = room.house.services.profile_importing, room.page
    assert not page.file.toggle.isVisible()
    waiting = room.house.call(importing.read, "cv.pdf", pdf(title_first(ENGINEER, "en")))
    state = room.house.call(importing.accept, waiting.id, waiting.decided)
    page.open(state.id)
    room.house.until(page.file.toggle.isVisible)
    QTest.mouseClick(page.file.toggle, Qt.MouseButton.LeftButton)
    room.house.until(lambda: page.file._view is not None and page.file._view.source._images)
    source = page.file._view.source
    room.edit("work/1/name")
    assert source._lit == waiting.found.places["work/1/name"].boxes
    room.edit("skills/0/keywords")
    assert len(source._lit) == 3
    box = waiting.found.places["education/0/institution"].boxes[0]
    place = source._place_of(source._places()[0], box).center().toPoint()
    QTest.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.at() == "education/0/institution"
    word = waiting.found.places["skills/0/keywords/1"].boxes[0]
    place = source._place_of(source._places()[0], word).center().toPoint()
    QTest.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.at() == "skills/0/keywords"
    page.open(room.kept)
    room.house.until(lambda: not page.file.isVisible())
