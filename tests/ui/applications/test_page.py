"""The page of applications, worked by keys and mouse over real services."""

import warnings

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from jobmatch_desktop.ui.applications.listing import Column
from jobmatch_desktop.ui.applications.profile_choice import SAMPLE
from jobmatch_desktop.ui.applications.writer_choice import WriterChoice
from jobmatch_desktop.ui.shared.commands import commands_of, keys_of
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact
from tests.loopback.ollama_server import OllamaServer
from tests.providers.test_local_servers import LLAMA, answering
from tests.ui.applications.desk import Desk
from tests.ui.applications.house import OFFER, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def add(house: House, count: int) -> list[Application]:
    profile = house.profile()
    made = []
    for number in range(count):
        application = house.call(house.services.applications.add, profile, f"{OFFER}\n{number}")
        offer = msgspec.structs.replace(application.offer, title=f"Analyst {number}", company=f"Company {number % 3}")
        made.append(house.call(house.services.applications.update, msgspec.structs.replace(application, offer=offer)))
    return made


def test_the_first_run_makes_the_sample_and_opens_it(desk: Desk) -> None:
    desk.show()
    QTest.keyClick(QApplication.focusWidget() or desk.page, Qt.Key.Key_Space)
    if not desk.opened:
        desk.click("Try with a sample")
    desk.house.until(lambda: desk.opened)
    (kept,) = desk.kept()
    assert desk.opened == [kept.id]


def test_a_new_application_from_the_keyboard_alone(desk: Desk) -> None:
    profile = desk.house.profile()
    desk.show()
    assert desk.button("Add an offer").isVisible()
    next(action for action in commands_of(desk.page) if keys_of(action) == "Ctrl+N").trigger()
    dialog = desk.dialog()
    desk.house.until(lambda: dialog.profile.profile() == profile)
    offer = dialog.findChild(QPlainTextEdit)
    QApplication.clipboard().setText(OFFER)
    QTest.keyClick(offer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    title, company = (dialog.findChild(QLineEdit, name) for name in ("title", "company"))
    desk.house.until(lambda: company.text() == "Contoso")
    assert title.text() == "Data analyst"
    for stop in ("address", "", "title"):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget().objectName() == stop
    title.selectAll()
    QTest.keyClicks(title, "Head of data")
    QTest.keyClick(title, Qt.Key.Key_Return)
    desk.house.until(lambda: desk.opened)
    (kept,) = desk.kept()
    assert (kept.offer.title, kept.offer.company, kept.offer.text) == ("Head of data", "Contoso", OFFER.strip())
    assert desk.opened == [kept.id]


def test_words_that_were_typed_are_not_read_over(desk: Desk) -> None:
    desk.house.profile()
    desk.show()
    desk.page.add_offer()
    dialog = desk.dialog()
    title, company = (dialog.findChild(QLineEdit, name) for name in ("title", "company"))
    QTest.keyClicks(title, "Mine")
    dialog.findChild(QPlainTextEdit).insertPlainText(OFFER)
    desk.house.until(lambda: company.text() == "Contoso")
    assert title.text() == "Mine"


def test_an_offer_without_words_is_refused_in_a_line_and_kept(desk: Desk) -> None:
    desk.house.profile()
    desk.show()
    desk.page.add_offer()
    dialog = desk.dialog()
    assert not desk.button("Add", dialog).isEnabled()
    assert desk.button("Add", dialog).toolTip() == "Paste the text of an offer first"
    dialog.findChild(QPlainTextEdit).insertPlainText(" \n ")
    desk.house.until(lambda: desk.button("Add", dialog).isEnabled())
    desk.click("Add", dialog)
    desk.house.until(lambda: dialog._fault.isVisible())
    assert dialog._fault.text().startswith("The offer is empty.")
    assert dialog.draft() == " \n "
    assert desk.kept() == []


def test_what_was_pasted_comes_back_after_a_cancel(desk: Desk) -> None:
    desk.house.profile()
    desk.show()
    desk.page.add_offer()
    dialog = desk.dialog()
    dialog.findChild(QPlainTextEdit).insertPlainText(OFFER)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.house.until(lambda: desk.page._dialog is None)
    desk.page.add_offer()
    assert desk.dialog().draft() == OFFER


def drop(target: QWidget, path: str) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    action, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        # Deprecated in Qt 6.12 for one that Qt 6.11 does not have.
        warnings.simplefilter("ignore", DeprecationWarning)
        entered = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, buttons, none)
    QApplication.sendEvent(target, entered)
    if entered.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), action, data, buttons, none))
    return entered.isAccepted()


def test_a_cv_is_dropped_and_a_bad_one_is_told_of(desk: Desk) -> None:
    desk.show()
    desk.page.add_offer()
    dialog = desk.dialog()
    bad, good = desk.house.folder / "bad.json", desk.house.folder / "good.json"
    bad.write_text("[1, 2]", encoding="utf-8")
    good.write_text('{"basics": {"name": "Grace", "label": "Admiral"}}', encoding="utf-8")
    assert drop(dialog, str(bad))
    desk.house.until(lambda: dialog.profile._says.text().startswith("The file is JSON, but no résumé."))
    assert dialog.profile.profile() is None
    assert drop(dialog, str(good))
    desk.house.until(lambda: dialog.profile.profile())
    assert dialog.profile._kept.currentText() == "Grace · Admiral"
    other = desk.house.folder / "other.json"
    other.write_text('{"basics": {"name": "Other"}}', encoding="utf-8")
    assert drop(dialog.findChild(QPlainTextEdit).viewport(), str(other))
    desk.house.until(lambda: dialog.profile._kept.currentText() == "Other")
    assert dialog.draft() == ""


def test_enter_double_click_and_the_button_open(desk: Desk) -> None:
    first, second = add(desk.house, 2)
    desk.show()
    table = desk.page._table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    where = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    desk.click("Open")
    assert desk.opened == [second.id, first.id, second.id, second.id]


def test_search_filter_and_sort(desk: Desk) -> None:
    add(desk.house, 6)
    desk.show()
    model = desk.page._model
    QTest.keyClicks(desk.page._head.search, "company 2")
    assert [model.application(row).offer.title for row in range(model.rowCount())] == ["Analyst 5", "Analyst 2"]
    assert desk.page._head.count.text() == "2 of 6"
    QTest.keyClicks(desk.page._head.search, " nowhere")
    desk.click("Show all")
    assert (model.rowCount(), desk.page._head.search.text()) == (6, "")
    header = desk.page._table.horizontalHeader()
    where = header.sectionViewportPosition(0) + 5
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(where, 5).toPoint())
    assert model.application(0).offer.title == "Analyst 0"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(where, 5).toPoint())
    assert model.application(0).offer.title == "Analyst 5"


def test_status_and_notes_are_stored_and_another_pages_change_stays(desk: Desk) -> None:
    (made,) = add(desk.house, 1)
    desk.show()
    renamed = msgspec.structs.replace(made, offer=Offer(text=made.offer.text, title="Renamed"))
    desk.house.call(desk.house.services.applications.update, renamed)
    combo = desk.page._detail.findChild(QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    desk.house.until(lambda: desk.kept()[0].status is ApplicationStatus.APPLIED)
    notes = desk.page._detail.findChild(QPlainTextEdit)
    notes.setFocus()
    QTest.keyClicks(notes, "Call Jo")
    desk.house.until(lambda: desk.kept()[0].notes == "Call Jo")
    assert desk.kept()[0].offer.title == "Renamed"
    assert notes.toPlainText() == "Call Jo"


def test_notes_typed_a_moment_ago_are_stored_when_the_program_ends(desk: Desk) -> None:
    add(desk.house, 1)
    desk.show()
    QTest.keyClicks(desk.page._detail.findChild(QPlainTextEdit), "x")
    desk.house.run(desk.page.wind_up())
    assert desk.kept()[0].notes == "x"


def question(desk: Desk) -> QMessageBox:
    """The question that is being asked, with its buttons."""

    def asked() -> bool:
        box = desk.page.findChild(QMessageBox)
        return box is not None and bool(box.buttons()) and all(made.isVisible() for made in box.buttons())

    desk.house.until(asked)
    return desk.page.findChild(QMessageBox)


def test_delete_asks_and_the_next_row_is_looked_at(desk: Desk) -> None:
    first, second, third = add(desk.house, 3)
    desk.show()
    desk.page._table.look_at(second.id)
    QTest.keyClick(desk.page._table, Qt.Key.Key_Delete)
    desk.click("Keep", question(desk))
    assert len(desk.kept()) == 3
    desk.house.until(lambda: desk.page.findChild(QMessageBox) is None)
    QTest.keyClick(desk.page._table, Qt.Key.Key_Delete)
    desk.click("Delete", question(desk))
    desk.house.until(lambda: [one.id for one in desk.kept()] == [third.id, first.id])
    assert desk.page._table.present() == first.id


def test_the_last_one_deleted_leaves_the_two_ways_on(desk: Desk) -> None:
    (made,) = add(desk.house, 1)
    desk.show()
    desk.page.presenter.remove(made.id)
    desk.house.until(lambda: desk.page._stack.currentWidget() is desk.page._empty)
    desk.click("Try with a sample", desk.page._empty)
    desk.house.until(lambda: desk.opened)


def test_the_first_run_step_by_step(desk: Desk) -> None:
    desk.show()
    run = desk.page.first_run
    assert desk.page._stack.currentWidget() is run
    assert not run._start.isEnabled()
    path = desk.house.folder / "grace.json"
    path.write_text('{"basics": {"name": "Grace"}}', encoding="utf-8")
    assert drop(run._profile, str(path))
    desk.house.until(lambda: run._profile.profile())
    assert run._start.text() == "Go on without an offer"
    assert (run._start.property("role"), run._sample.property("role")) == ("", "primary")
    desk.page.presenter.reload()
    desk.house.live(50)
    assert desk.page._stack.currentWidget() is run
    run._offer.field.insertPlainText(OFFER)
    assert run._start.text() == "Start"
    assert (run._start.property("role"), run._sample.property("role")) == ("primary", "")
    QTest.mouseClick(run._start, Qt.MouseButton.LeftButton)
    desk.house.until(lambda: desk.opened)
    assert (desk.kept()[0].person, desk.kept()[0].offer.company) == ("Grace", "Contoso")


def test_the_first_run_without_a_cv_says_who_stands_in(desk: Desk) -> None:
    desk.show()
    run = desk.page.first_run
    run._offer.field.insertPlainText(OFFER)
    assert run._start.text() == "Start with the sample CV"
    QTest.mouseClick(run._start, Qt.MouseButton.LeftButton)
    desk.house.until(lambda: desk.opened)
    assert desk.kept()[0].offer.company == "Contoso"


def test_the_first_run_without_an_offer_keeps_the_cv(desk: Desk) -> None:
    desk.show()
    run = desk.page.first_run
    desk.house.profile()
    run._profile.load()
    desk.house.until(lambda: run._profile.profile() not in (None, SAMPLE))
    QTest.mouseClick(run._start, Qt.MouseButton.LeftButton)
    assert desk.page._stack.currentWidget() is desk.page._empty


def test_the_writer_chosen_is_told(desk: Desk) -> None:
    desk.show()
    writer = desk.page.first_run._writer
    desk.house.until(lambda: writer._looked)
    choose(writer, "ollama")
    assert [choice.provider for choice in desk.choices] == ["ollama"]
    assert writer._says.text()


def test_those_that_are_set_up_can_be_chosen_and_are_asked_then(desk: Desk) -> None:
    """The loopback server plays a proxy to a machine elsewhere."""
    with OllamaServer() as ollama, answering(LLAMA) as server, answering({}) as proxy:
        places = {
            "ollama": ProviderPlace(base_url=ollama.url),
            "compatible": ProviderPlace(base_url="http://models.invalid/v1", proxy=f"http://127.0.0.1:{proxy}"),
        }
        desk.house.call(desk.house.services.preferences.change, providers=places)
        desk.show()
        writer = desk.page.first_run._writer
        desk.house.until(lambda: writer._writer.findData("compatible") >= 0)
        assert writer._writer.findData("openai") < 0
        assert writer._found["compatible"].state is State.NOT_ASKED
        choose(writer, "ollama")
        assert desk.choices[-1] == Choice(provider="ollama", model="smollm2:135m")
        choose(writer, "compatible")
        desk.house.until(lambda: writer._found["compatible"].state is not State.NOT_ASKED)
        assert writer._says.text()
        places["compatible"] = ProviderPlace(base_url=f"http://127.0.0.1:{server}/v1")
        desk.house.call(desk.house.services.preferences.change, providers=places)
        writer.look()
        desk.house.until(lambda: desk.choices[-1].model == "/models/a.gguf" or writer._models())
        choose(writer, "compatible")
        assert desk.choices[-1] == Choice(provider="compatible", model="/models/a.gguf")


def test_another_writer_is_set_up_in_the_settings(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    with qtbot.waitSignal(desk.page.settings_asked):
        desk.button("More in Settings").click()


def choose(writer: WriterChoice, provider: str) -> None:
    """As the person does in the list of writers."""
    place = writer._writer.findData(provider)
    writer._writer.setCurrentIndex(place)
    writer._writer.activated.emit(place)


def test_matches_come_into_the_table_sort_it_and_follow_the_profile(desk: Desk) -> None:
    profile = desk.house.profile()
    texts = [
        f"{title}\nFen & Co | Ely\n\nRequirements\n- {what}\n"
        for title, what in (("Cook", "Pastry"), ("Analyst", "SQL"))
    ]
    cook, analyst = [desk.house.call(desk.house.services.applications.add, profile, text) for text in texts]
    nothing = desk.house.call(desk.house.services.applications.add, profile, "Come and see us")
    desk.show()
    model = desk.page._model

    def shown() -> dict[int, str]:
        return {model.application(row).id: model.index(row, Column.MATCH).data() for row in range(model.rowCount())}

    desk.house.until(lambda: all(shown().values()))
    assert shown() == {cook.id: "0", analyst.id: "60", nothing.id: "–"}
    desk.page.presenter.sort(Column.MATCH, True)
    assert model.ids() == [analyst.id, cook.id, nothing.id]
    desk.house.call(desk.house.services.matching.have, cook.id, ProfileFact("skill", "Pastry"))
    desk.page.presenter.reload()
    desk.house.until(lambda: shown()[cook.id] not in ("0", "") and all(shown().values()))
    assert shown()[analyst.id] == "60"
