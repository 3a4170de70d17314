"""The form without a model, and what is kept of talks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.coach_keeping import Aim
from jobmatch_desktop.ui.coach.keep_panel import KEPT
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.ui.applications.house import House
from tests.ui.coach.desk import CoachDesk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
STORY = {
    "situation": "At Meridian Pay every release took a day.",
    "task": "I was asked to make releases safe.",
    "action": "I wrote a pipeline that tests every change in Go.",
    "result": "We release ten times a day now.",
}


@pytest.fixture
def desk(house: House) -> Iterator[CoachDesk]:
    desk = CoachDesk(house)
    yield desk
    desk.end()


def without_a_model(desk: CoachDesk) -> CoachDesk:
    desk.show()
    desk.page.writers.choose_provider(COMPOSER)
    return desk


def fill(desk: CoachDesk) -> None:
    form = desk.page.pane.form
    desk.house.until(lambda: form.answers)
    for key, text in STORY.items():
        form.answers[key].field.setFocus()
        form.answers[key].field.setPlainText(text)
        form.answers[key].keep_later()
    desk.house.until(lambda: not form.has_unkept())


def kept_successes(desk: CoachDesk) -> list[tuple[str, ...]]:
    profile = desk.house.call(desk.house.services.applications.get, desk.application).profile
    found = desk.house.call(desk.house.services.coach.keeping.successes, profile)
    return [(one.title, one.situation, one.task, one.action, one.result) for one in found]


def test_the_form_keeps_what_is_typed(desk: CoachDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobmatch_desktop.ui.coach.form.PAUSE", 10)
    without_a_model(desk).begin()
    form = desk.page.pane.form
    assert desk.page.pane._stack.currentWidget() is form
    assert list(form.answers) == ["situation", "task", "action", "result", "title"]
    assert "You may leave this out." in desk.said()
    QTest.keyClicks(form.answers["situation"].field, "It was slow.")
    desk.house.until(lambda: not form.has_unkept())
    assert form.answers["situation"]._state.text() == "Saved"
    QTest.keyClicks(form.answers["task"].field, "Typed at the last moment")
    desk.again()
    without_a_model(desk)
    form = desk.page.pane.form
    desk.house.until(lambda: form.answers)
    assert form.answers["situation"].field.toPlainText() == "It was slow."
    assert form.answers["task"].field.toPlainText() == "Typed at the last moment"


def test_the_form_of_another_talk_leaves_nothing_unkept(desk: CoachDesk) -> None:
    without_a_model(desk)
    first = desk.begin()
    desk.page.pane.form.answers["result"].field.setPlainText("Ten times a day.")
    desk.begin(TalkKind.PITCH_30)

    def said() -> list[str]:
        return [turn.text for turn in desk.house.call(desk.house.services.coach.turns, first)]

    desk.house.until(lambda: "Ten times a day." in said())


def test_only_what_is_ticked_is_kept(desk: CoachDesk) -> None:
    without_a_model(desk).begin()
    fill(desk)
    desk.press("See what of this talk is worth keeping")
    desk.house.until(lambda: desk.page.panel.fields)
    fields = {field.proposed.key: field for field in desk.page.panel.fields}
    assert not any(field.tick.isChecked() for field in fields.values())
    assert not desk.page.panel.keep.isEnabled()
    assert fields["situation"].text() == STORY["situation"]
    QTest.keyClick(fields["situation"].tick, Qt.Key.Key_Space)
    QTest.keyClick(fields["result"].tick, Qt.Key.Key_Space)
    fields["result"].words.setPlainText("Ten releases a day.")
    desk.press("Keep what is ticked")
    desk.house.until(lambda: "The success is kept." in desk.said())
    assert kept_successes(desk) == [("", STORY["situation"], "", "", "Ten releases a day.")]
    assert not any(field.tick.isChecked() for field in fields.values())


def test_what_is_kept_is_changed_copied_and_deleted(desk: CoachDesk) -> None:
    without_a_model(desk)
    conversation = desk.begin()
    desk.house.call(desk.house.services.coach.keeping.keep_success, conversation, {"title": "Releases", **STORY})
    desk.page.show_panel(KEPT)
    desk.house.until(lambda: desk.page.panel.kept._cards)
    (card,) = desk.page.panel.kept._cards.values()
    assert not card.save.isEnabled()
    card.fields["title"].setPlainText("Safe releases")
    desk.press("Save", card)
    desk.house.until(lambda: [one[0] for one in kept_successes(desk)] == ["Safe releases"])
    desk.press("Copy", card)
    assert QGuiApplication.clipboard().text().startswith("Safe releases\n\nSituation: At Meridian Pay")
    for answer, left in (("Keep", 1), ("Delete", 0)):
        desk.press("Delete…", card)
        desk.answer(answer)
        desk.house.until(lambda left=left: len(kept_successes(desk)) == left)  # type: ignore[misc]
    desk.house.until(lambda: "Nothing is kept yet." in desk.said())


def test_a_line_of_the_profile(desk: CoachDesk) -> None:
    without_a_model(desk).begin()
    fill(desk)
    desk.page.show_panel()
    desk.house.until(lambda: desk.page.panel.fields)
    combo = desk.page.panel.aim
    combo.setCurrentIndex(combo.findData(Aim.FACTS))
    combo.activated.emit(combo.currentIndex())
    desk.page.keeping.propose()  # as a word of the talk that comes right then does: what was chosen stays
    desk.house.until(
        lambda: any(field.text() == STORY["action"] and field.job.isVisible() for field in desk.page.panel.fields)
    )
    wanted = next(field for field in desk.page.panel.fields if field.text() == STORY["action"])
    assert wanted.job.isVisible()
    assert wanted.job.count() > 1
    wanted.job.setCurrentIndex(1)
    wanted.tick.setChecked(True)
    desk.press("Keep what is ticked")
    desk.house.until(lambda: "1 line was added to your profile." in desk.said())
    profile = desk.house.call(desk.house.services.applications.get, desk.application).profile
    jobs = desk.house.call(desk.house.services.profiles.get, profile).work
    assert jobs[1].highlights[-1] == STORY["action"]
    assert STORY["action"] not in jobs[0].highlights
    desk.house.until(lambda: STORY["action"] not in [field.text() for field in desk.page.panel.fields])


def test_a_pitch_says_how_long_it_takes(desk: CoachDesk) -> None:
    wording = (
        "I am an engineer who makes releases safe and calm for everybody in the team. At Meridian Pay I wrote a pipeline that"
        " tests every change. I won the Nobel prize in 1987 with 93 people."
    )
    with OllamaServer(Script(text=wording)) as server:
        desk.at(server.url).show().begin(TalkKind.PITCH_30)
        desk.tell("I make releases safe and calm. At Meridian Pay I wrote a pipeline that tests every change.")
        desk.press("Keep…", desk.cards()[-1])
        desk.house.until(lambda: desk.page.panel.fields)
        own = desk.page.panel.fields[0]
        assert own._source.text() == "In your words"
        assert "of 30 s" in own._time.text()
        model = desk.page.panel.fields[-1]
        assert "In the model's words" in model._source.text()
        assert "Nobel" not in model.text()
        assert "Left out: “I won the Nobel prize" in desk.said()
        own.words.setPlainText("word " * 200)
        assert "too long" in own._time.text()
        own.words.setPlainText("I make releases safe.")
        own.tick.setChecked(True)
        desk.press("Keep what is ticked")
        desk.house.until(lambda: "The pitch is kept." in desk.said())
        profile = desk.house.call(desk.house.services.applications.get, desk.application).profile
        (pitch,) = desk.house.call(desk.house.services.coach.keeping.pitches, profile)
        assert (pitch.text, pitch.seconds) == ("I make releases safe.", 30)


def test_what_is_ticked_stays_while_the_talk_goes_on(desk: CoachDesk) -> None:
    with OllamaServer(Script(text="And then?")) as server:
        desk.at(server.url).show().begin()
        desk.tell(STORY["situation"])
        desk.page.show_panel()
        desk.house.until(lambda: desk.page.panel.fields)
        ticked = next(field for field in desk.page.panel.fields if field.proposed.key == "situation")
        ticked.tick.setChecked(True)
        desk.tell("To make releases safe.")
        desk.house.live(100)
        assert ticked in desk.page.panel.fields
        assert ticked.tick.isChecked()
