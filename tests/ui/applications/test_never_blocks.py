"""While a person lists, notes, pastes and adds, the window's thread does nothing that could block."""

import msgspec
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.ui.applications.offer_field import LINE, OfferField, broken
from tests.bridge.gate import Gate
from tests.bridge.gate import gate as gate
from tests.bridge.gate import listener as listener
from tests.ui.applications.desk import Desk
from tests.ui.applications.house import OFFER

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = (OFFER + "We look for somebody who writes SQL and Python. " * 40 + "\n") * 260


def test_the_whole_way_from_the_list_to_a_new_application(desk: Desk, gate: Gate) -> None:
    house, page = desk.house, desk.page
    with gate.lifted():
        house.profile()
        made = house.call(house.services.applications.add_sample)
    desk.show()
    house.until(lambda: page._table.present() == made.id)
    QTest.keyClicks(page._detail.findChild(QPlainTextEdit), "Call Jo")
    page.add_offer()
    dialog = desk.dialog()
    house.until(lambda: dialog.profile.profile())
    pasted = QMimeData()
    pasted.setText(LONG)
    assert len(LONG) > 500_000
    dialog.findChild(OfferField).insertFromMimeData(pasted)
    house.until(lambda: dialog._company.text() == "Contoso")
    dialog._ask()
    house.until(lambda: desk.opened)
    house.run(page.wind_up())
    with gate.lifted():
        kept = desk.kept()
        assert {application.notes for application in kept} == {"", "Call Jo"}
        assert max(len(application.offer.text) for application in kept) > 500_000


def test_a_change_that_cannot_be_stored_is_told(desk: Desk) -> None:
    made = desk.house.call(desk.house.services.applications.add_sample)
    desk.show()
    desk.house.until(lambda: desk.page._table.present() == made.id)
    desk.house.call(desk.house.services.applications.remove, made.id)
    desk.page.presenter.set_notes(made.id, "Call Jo")
    desk.house.until(desk.page.notice.isVisible)
    assert "was not found" in desk.page.notice.accessibleName()


@pytest.mark.parametrize("text", ["", "short", "word " * 2_000, "x" * 9_000, LONG])
def test_very_long_lines_are_broken_and_no_word_is_lost(text: str) -> None:
    lines = broken(text).split("\n")
    assert max(map(len, lines)) <= LINE
    assert "".join(lines).replace("\n", "") == text.replace("\n", "")


def test_what_another_window_stored_is_there_after_a_reload(desk: Desk) -> None:
    made = desk.house.call(desk.house.services.applications.add_sample)
    desk.show()
    desk.house.until(lambda: desk.page._table.present() == made.id)
    elsewhere = msgspec.structs.replace(made, notes="From elsewhere")
    desk.house.call(desk.house.services.applications.update, elsewhere)
    desk.page.presenter.reload()
    desk.house.until(lambda: desk.page._detail._notes.toPlainText() == "From elsewhere")
