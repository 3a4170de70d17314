"""The page of the coach: talks begun, said, stopped, asked again, found again."""

from collections.abc import Iterator
from contextlib import AsyncExitStack

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QWidget

from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.domain.task import ModelSettings
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.coach.shown import Message
from jobmatch_desktop.ui.coach.talk_view import FIRST, SHOWN
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import Fault, Script
from tests.ui.applications.house import House
from tests.ui.coach.desk import CoachDesk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
ASKED = "What were you asked to do?"
SAID = "At Meridian Pay every release took a day."


@pytest.fixture
def desk(house: House) -> Iterator[CoachDesk]:
    desk = CoachDesk(house)
    yield desk
    desk.end()


def test_a_talk_is_streamed_and_found_again(desk: CoachDesk) -> None:
    with OllamaServer(Script(text=ASKED)) as server:
        desk.at(server.url).show()
        assert desk.button("A success").isVisible()
        conversation = desk.begin()
        assert desk.texts()[0].endswith("?")
        desk.tell(SAID)
        assert desk.texts()[1:] == [SAID, ASKED]
        assert desk.page.pane.input.text() == ""
        desk.again()
        desk.show()
        desk.house.until(lambda: len(desk.cards()) == 3)
        assert desk.page.talk.conversation == conversation
        assert desk.texts()[1:] == [SAID, ASKED]
        assert "A success" in desk.said()


def test_thinking_is_folded_and_can_be_read(desk: CoachDesk) -> None:
    with OllamaServer(Script(text=ASKED, thinking=("Let me ", "think."))) as server:
        desk.at(server.url).show().begin()
        desk.tell(SAID)
        thinking = desk.cards()[-1].thinking
        assert thinking.isVisible()
        assert not thinking.head.isChecked()
        assert thinking._text is None
        QTest.keyClick(thinking.head, Qt.Key.Key_Space)
        assert thinking._text is not None
        assert thinking._text.toPlainText() == "Let me think."
        assert desk.texts()[-1] == ASKED


def test_stop_keeps_what_came_and_it_goes_on(desk: CoachDesk) -> None:
    slow = Script(text="What were you asked to do then, and by whom?", fault=Fault.SILENCE, fault_after=3)
    with OllamaServer(slow, Script(text=" you asked to do?")) as server:
        desk.at(server.url).show().begin()
        desk.say(SAID)
        desk.house.until(lambda: desk.texts()[-1] == "What were you")
        assert desk.page.pane.input._doing.words().startswith("Writing")
        assert not desk.button("Edit and resend").isEnabled()
        desk.press("Stop")
        desk.house.until(lambda: not desk.busy())
        assert "Stopped. 3 words are kept." in desk.said()
        assert desk.texts()[-1] == "What were you"
        desk.press("Continue")
        desk.house.until(lambda: not desk.busy() and len(server.chats) == 2)
        assert desk.texts()[-1] == "What were you asked to do?"


def test_a_broken_answer_says_so_and_is_started_over(desk: CoachDesk) -> None:
    broken = Script(text=ASKED, fault=Fault.RESET, fault_after=2)
    with OllamaServer(broken, broken, Script(text=ASKED)) as server:
        desk.at(server.url).show().begin()
        desk.say(SAID)
        desk.house.until(lambda: "2 words are kept." in desk.said())
        desk.press("Start over")
        desk.house.until(lambda: not desk.busy() and len(server.chats) == 2)
        desk.press("Leave it as it is")
        desk.house.until(lambda: "Stopped." in desk.said())
        desk.press("Start over")
        desk.house.until(lambda: desk.texts()[-1] == ASKED)


def test_earlier_answers_can_be_chosen(desk: CoachDesk) -> None:
    with OllamaServer(Script(text="First?"), Script(text="Second?")) as server:
        desk.at(server.url).show().begin()
        desk.tell(SAID)
        desk.press("Regenerate")
        desk.house.until(lambda: desk.texts()[-1] == "Second?" and not desk.busy())
        assert "2 of 2" in desk.said()
        assert not desk.button("Later answer").isEnabled()
        desk.press("Earlier answer")
        desk.house.until(lambda: desk.texts()[-1] == "First?")
        assert "1 of 2" in desk.said()
        desk.again()
        desk.show()
        desk.house.until(lambda: len(desk.cards()) == 3)
        assert desk.texts()[-1] == "First?"


def test_edit_and_resend(desk: CoachDesk) -> None:
    with OllamaServer(Script(text="One?"), Script(text="Two?"), Script(text="Three?")) as server:
        desk.at(server.url).show().begin()
        desk.tell(SAID)
        desk.tell("More.")
        card = desk.cards()[1]
        desk.press("Edit and resend", card)
        assert card._writing is not None
        assert card._writing.toPlainText() == SAID
        QTest.keyClick(card._writing, Qt.Key.Key_Escape)
        assert card._writing is None
        desk.press("Edit and resend", card)
        card._writing.setPlainText("Something else.")
        QTest.keyClick(card._writing, Qt.Key.Key_Return)
        desk.house.until(lambda: desk.texts()[1:] == ["Something else.", "Three?"] and not desk.busy())


def test_copy_is_the_source(desk: CoachDesk) -> None:
    with OllamaServer(Script(text="**Good.** <b>And</b> [then](https://example.com)?")) as server:
        desk.at(server.url).show().begin()
        desk.tell(SAID)
        assert desk.texts()[-1] == "Good. <b>And</b> then (https://example.com)?"
        desk.press("Copy", desk.cards()[-1])
        assert QGuiApplication.clipboard().text() == "**Good.** <b>And</b> [then](https://example.com)?"
        body = desk.cards()[-1].body
        body.selectAll()
        body.copy()
        copied = QGuiApplication.clipboard().mimeData()
        assert copied.text() == "Good. <b>And</b> then (https://example.com)?"
        assert not copied.hasHtml()


def test_what_is_typed_stays_when_it_cannot_be_sent_and_beside_other_talks(desk: CoachDesk) -> None:
    with OllamaServer(Script(text=ASKED)) as server:
        desk.at(server.url).show()
        first = desk.begin()
        desk.page.pane.input.field.setPlainText("Half a thought")
        desk.begin(TalkKind.PITCH_30)
        assert desk.page.pane.input.text() == ""
        desk.page.talks.open(first)
        desk.house.until(lambda: desk.page.pane.input.text() == "Half a thought")
        desk.house.call(desk.house.services.coach.remove, first)
        desk.say("Whole thought")
        desk.house.until(lambda: desk.page.notice.isVisible())
        assert "Whole thought" in desk.page._drafts.values()


def test_shift_enter_begins_a_line_and_nothing_is_not_sent(desk: CoachDesk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).show().begin()
        field = desk.page.pane.input.field
        field.setPlainText("One")
        field.moveCursor(field.textCursor().MoveOperation.End)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(field, "two")
        assert field.toPlainText() == "One\ntwo"
        desk.say("   ")
        assert not desk.page.pane.input.send.isEnabled()
        assert server.chats == []


def test_two_talks_stream_at_once(desk: CoachDesk) -> None:
    def slow(word: str) -> Script:
        return Script(pieces=(word,), repeat=40, held_after=20)

    with OllamaServer(slow("one "), slow("two ")) as server:
        desk.at(server.url).show()
        desk.house.call(desk.house.services.provider_settings.change, "ollama", _wide(desk))
        first = desk.begin()
        desk.say("First.")
        desk.house.until(lambda: "one" in desk.texts()[-1])
        second = desk.begin(TalkKind.PITCH_30)
        desk.say("Second.")
        desk.house.until(lambda: "two" in desk.texts()[-1])
        assert desk.page.talk.answers.talks() >= {second}
        desk.page.talks.open(first)
        desk.house.until(lambda: len(desk.cards()) == 3 and "one" in desk.texts()[-1])
        assert "two" not in desk.texts()[-1]
        server.go_on.set()
        desk.house.until(lambda: not desk.page.talk.answers.talks())
        desk.house.until(lambda: desk.texts()[-1].split() == ["one"] * 40)


def _wide(desk: CoachDesk) -> object:
    return msgspec.structs.replace(desk.house.services.provider_settings.now("ollama").place, width=2)


def test_what_no_longer_fits_is_said_above_the_first_that_is_sent(desk: CoachDesk) -> None:
    long = " ".join(["word"] * 900)
    with OllamaServer(Script(text=long), Script(text=long), Script(text=long), Script(text=long)) as server:
        settings = {"ollama": {"smollm2:135m": ModelSettings(context_tokens=4000)}}
        desk.house.call(desk.house.services.preferences.change, models=settings)
        desk.at(server.url).show().begin()
        for text in ("One.", "Two.", "Three.", "Four."):
            desk.tell(text)
        told = desk.house.call(
            desk.house.services.coach.left_out, desk.page.talk.conversation, Choice("ollama", "smollm2:135m")
        )
        assert told.messages > 0
        desk.house.until(lambda: f"The first {told.messages} messages no longer fit" in desk.said())
        column = desk.page.pane.view._column
        rule = column.indexOf(desk.page.pane.view._rule)
        assert column.itemAt(rule + 1).widget() is desk.cards()[told.messages]


def test_the_view_follows_only_from_the_end(desk: CoachDesk) -> None:
    lines = Script(pieces=("A line of words that goes on.\n\n",), repeat=40)
    with OllamaServer(lines, msgspec.structs.replace(lines, held_after=20)) as server:
        desk.at(server.url).show().begin()
        bar = desk.page.pane.view.verticalScrollBar()
        desk.tell(SAID)
        desk.house.until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
        desk.say("More.")
        desk.house.until(lambda: desk.busy() and desk.texts()[-1].count("line") > 2)
        bar.setValue(0)
        server.go_on.set()
        desk.house.until(lambda: not desk.busy())
        assert bar.value() == 0


def test_nobody_answers(desk: CoachDesk) -> None:
    desk.house.call(desk.house.services.preferences.change, provider="ollama", model="smollm2:135m")
    desk.at(f"http://127.0.0.1:{closed_port()}")
    desk.page.writers._provider = "ollama"
    desk.show().begin()
    desk.house.until(lambda: desk.page.pane._writers.why_not not in ("", "Looking for models"))
    assert desk.page.pane._writers.why_not in desk.said()
    desk.page.pane.input.field.setPlainText(SAID)
    assert not desk.page.pane.input.send.isEnabled()
    assert desk.page.pane.input.send.toolTip()
    assert desk.button("Look again").isVisible()


def test_deleting_asks_first(desk: CoachDesk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).show().begin()
        QTest.keyClick(desk.page.list.list, Qt.Key.Key_Delete)
        desk.answer("Keep")
        assert desk.page.list.list.count() == 1
        desk.press("Delete the talk")
        desk.answer("Delete")
        desk.house.until(lambda: desk.page.list.list.count() == 0)
        assert desk.page.pane._stack.currentWidget() is desk.page.pane._empty


def test_interviews_need_an_application(desk: CoachDesk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).show()
        combo = desk.page.list.application
        combo.setCurrentIndex(0)
        combo.activated.emit(0)
        desk.house.until(lambda: desk.page.list._talks.application is None)
        assert not desk.page.list._kinds[TalkKind.INTERVIEW].isEnabled()
        assert desk.page.list._kinds[TalkKind.INTERVIEW].toolTip()
        desk.page.open_application(desk.application)
        desk.house.until(lambda: desk.page.list._talks.application == desk.application)
        desk.begin(TalkKind.INTERVIEW)


def test_long_strange_and_right_to_left_words(desk: CoachDesk) -> None:
    with OllamaServer(Script(text="مرحبا، كيف حالك؟ 👩‍🚀\n\n" + "x" * 3000)) as server:
        desk.at(server.url).show().begin()
        desk.tell("w" * 10_000)
        width = desk.page.pane.view.viewport().width()
        for card in desk.cards():
            assert card.width() <= width
            assert card.body.document().idealWidth() <= card.body.width() + 1
        assert desk.page.pane.view.horizontalScrollBar().maximum() == 0
        desk.page.resize(700, 560)
        desk.house.live(50)
        assert desk.page.pane.view.horizontalScrollBar().maximum() == 0


def test_everything_has_a_name_and_is_reached_by_keyboard(desk: CoachDesk) -> None:
    with OllamaServer(Script(text=ASKED, thinking=("Hm.",))) as server:
        desk.at(server.url).show().begin()
        desk.tell(SAID)
        desk.page.show_panel()
        desk.house.until(lambda: desk.page.panel.fields)
        for kind in (QAbstractButton, QComboBox, QPlainTextEdit):
            for made in desk.page.findChildren(kind):
                if made.isVisible():
                    assert made.accessibleName() or made.text(), made
                    group = made.group() if isinstance(made, QAbstractButton) else None
                    by_tab = group.checkedButton() if group else made  # the arrows lead to the others of it
                    assert by_tab.focusPolicy() & Qt.FocusPolicy.TabFocus, made


def test_the_end_leaves_nothing_under_way(desk: CoachDesk) -> None:
    slow = Script(pieces=("word ",), repeat=400, tokens_per_second=50, held_after=300)
    with OllamaServer(slow) as server:
        desk.at(server.url).show().begin()
        desk.say(SAID)
        desk.house.until(lambda: "word" in desk.texts()[-1])
        desk.again()
        desk.show()
        desk.house.until(lambda: len(desk.cards()) == 3)
        assert "The answer was interrupted." in desk.said()
        assert "word" in desk.texts()[-1]


def test_another_programs_answer_is_shown_and_stopped(desk: CoachDesk) -> None:
    slow = Script(pieces=("word ",), repeat=400, tokens_per_second=50, held_after=300)
    with OllamaServer(slow) as server:
        desk.at(server.url).show()
        conversation = desk.begin()
        other = AsyncExitStack()

        async def answer_there() -> None:
            program = await other.enter_async_context(open_program(desk.house.folder, lambda event: None))
            await program.coach.send(conversation, SAID, Choice("ollama", "smollm2:135m", base_url=server.url))

        desk.house.call(answer_there)
        try:
            desk.page.talk.read()
            desk.house.until(lambda: desk.busy() and desk.texts()[-1].count("word") > 3)
            before = len(desk.texts()[-1])
            desk.house.until(lambda: len(desk.texts()[-1]) > before)
            desk.press("Stop")
            desk.house.until(lambda: not desk.busy())
            assert "Stopped." in desk.said()
        finally:
            desk.house.call(other.aclose)


def test_words_of_an_edit_stay_beside_other_talks(desk: CoachDesk) -> None:
    with OllamaServer(Script(text=ASKED)) as server:
        desk.at(server.url).show()
        first = desk.begin()
        desk.tell(SAID)
        desk.cards()[1].begin_edit()
        writing = desk.cards()[1]._writing
        assert writing is not None
        writing.setPlainText("Half an edit")
        desk.begin(TalkKind.PITCH_30)
        desk.page.talks.open(first)
        desk.house.until(lambda: len(desk.cards()) == 3)
        assert desk.cards()[1].edited() == "Half an edit"


def test_a_long_talk_is_drawn_from_its_end(desk: CoachDesk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).show()
        desk.begin()
        view = desk.page.pane.view
        view.show_talk([Message(f"turn/{n}", True, f"Message {n}\n" * 5, turn=n) for n in range(100)])
        assert "turn/99" in view._cards
        assert len(view._cards) == FIRST
        desk.house.until(lambda: len(view._cards) == SHOWN and view.older.isVisible())
        bar = view.verticalScrollBar()
        desk.house.until(lambda: bar.value() == bar.maximum())
        bar.setValue(0)
        top = view._cards["turn/60"]
        before = top.mapTo(view, top.rect().topLeft()).y()
        desk.press("Show earlier messages (60 more)")
        desk.house.until(lambda: len(view._cards) == 2 * SHOWN)
        desk.house.until(lambda: abs(top.mapTo(view, top.rect().topLeft()).y() - before) < 60)


def test_another_answer_arrives_where_reading_and_hearing_overlap(desk: CoachDesk) -> None:
    with OllamaServer(Script(pieces=("one ", "two ", "three "), tokens_per_second=20)) as server:
        desk.at(server.url).show().begin()
        number = len(desk.cards())
        desk.say(SAID)
        while desk.busy() or len(desk.cards()) < number + 2:
            desk.page.talk.read()
            desk.house.live(3)
            if len(desk.cards()) == number + 2:
                assert "one two three ".startswith(desk.cards()[-1].body.source())
        assert desk.texts()[-1].split() == ["one", "two", "three"]


def test_the_keyboard_goes_down_the_page(desk: CoachDesk) -> None:
    with OllamaServer(Script(text=ASKED), Script(text="And then?")) as server:
        desk.at(server.url).show().begin()
        desk.tell(SAID)
        desk.tell("More.")
        desk.house.until(lambda: not desk.page.pane.view._ordering.isActive())
        places: list[QWidget] = [desk.page.list.list, desk.page.pane.keep]
        for card in desk.cards():
            places += [card.body, *(card._buttons[way] for way in card.message.ways)]
        places += [desk.page.pane.input.field, desk.page.pane.writers.writer]
        order: list[QWidget] = []
        at: QWidget = desk.page.list.list
        while at not in order:
            order.append(at)
            at = at.nextInFocusChain()
        found = [order.index(place) for place in places]
        assert found == sorted(found)
