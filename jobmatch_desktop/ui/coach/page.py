"""The page of the coach: the talks, the one that is open, and what is worth keeping of it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.services.coach_keeping import Aim
from jobmatch_desktop.ui.coach.arranging import arrange
from jobmatch_desktop.ui.coach.keep_panel import KEPT, TALK, KeepPanel
from jobmatch_desktop.ui.coach.keeping import KeepingPresenter
from jobmatch_desktop.ui.coach.shown import Message, Way
from jobmatch_desktop.ui.coach.talk import Talk, TalkPresenter
from jobmatch_desktop.ui.coach.talk_list import TalkList
from jobmatch_desktop.ui.coach.talk_pane import TalkPane
from jobmatch_desktop.ui.coach.talks import TalksPresenter
from jobmatch_desktop.ui.coach.writers import Writers, WritersPresenter
from jobmatch_desktop.ui.editor.sending_presenter import SendingPresenter
from jobmatch_desktop.ui.late_pages import LatePage
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

NARROW = 1010
"""Width, in pixels at 100 %, under which the list of talks makes room for what is worth keeping."""


def present() -> datetime:
    """Now, with its time zone."""
    return datetime.now(UTC)


class CoachPage(LatePage):
    """The feed's batches are given to `take_events`, once the page is there."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        appearance: Appearance,
        icons: Icons,
        now: Callable[[], datetime] = present,
    ) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._drafts: dict[int, str] = {}
        self._begins = False
        self.talks = TalksPresenter(services, engine)
        self.talk = TalkPresenter(services, engine)
        self.writers = WritersPresenter(services, engine)
        self.keeping = KeepingPresenter(services, engine)
        self._sending = SendingPresenter(services, engine, self.talk.background, appearance)
        self.notice = Notice(appearance, icons)
        self.list = TalkList(appearance, icons, now)
        self.pane = TalkPane(appearance, icons, self.talk.background, self.talk.answer)
        self.panel = KeepPanel(appearance, icons)
        self.panel.hide()
        self.splitter = QSplitter()
        arrange(self, appearance.look)
        self._connect()
        self._make_shortcuts()

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        self.talk.take_events(events)

    def open_application(self, application: int) -> None:
        """Shows the talks about an application."""
        self.talks.choose_application(application)

    def open_talk(self, conversation: int) -> None:
        """Shows a talk."""
        self.talks.find(conversation)

    async def wind_up(self) -> None:
        """Before the program ends: what was typed into a form, or into what is kept, is stored, and nothing is under way when it
        returns."""
        try:
            await self.pane.form.flush()
        except JobMatchError as error:
            self._show_trouble(error.trouble)
        for one, fields in self.panel.kept.unsaved():
            self.keeping.change(one, fields)
        await self.keeping.wind_up()
        await self.talks.wind_up()
        await self.writers.wind_up()
        await self.talk.wind_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.talks.read()
        self.talk.read()
        self.writers.look()
        self._begins = True
        if self.pane.conversation is not None:
            self._begin_writing()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for answer in self.pane.form.answers.values():
            answer.keep_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # What the presenters tell

    def _show_opened(self, talk: Talk | None) -> None:
        self.keeping.open(talk.conversation if talk else None)
        self.panel.forget()
        self.pane.show_opened(talk, self._drafts.get(talk.conversation.id, "") if talk else "")
        if talk is not None and self.panel.isVisible():
            self.keeping.propose()
            self.keeping.look()
        if talk is not None and self._begins:
            self._begin_writing()

    def _show_talk(self, talk: Talk) -> None:
        self.keeping.open(talk.conversation)
        self.pane.show_talk(talk)
        if self.panel.isVisible() and talk.busy is None:
            self.keeping.propose()

    def _said(self, conversation: int, text: str) -> None:
        if self._drafts.get(conversation) == text:
            del self._drafts[conversation]
        if conversation == self.pane.conversation and self.pane.input.text() == text:
            self.pane.input.write("")
        self.pane.view.go_to_end()

    def _show_writers(self, writers: Writers) -> None:
        self.talk.choose(writers.choice, not writers.why_not)
        self.pane.show_writers(writers)

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))

    # What the person does

    def _open(self, conversation: int | None) -> None:
        self.notice.hide()
        self.talk.open(conversation)

    def _begin(self, kind: TalkKind) -> None:
        self.notice.hide()
        self._begins = True
        self.talks.begin(kind)

    def _begin_writing(self) -> None:
        self._begins = False
        if self.isActiveWindow():
            self.pane.begin_writing()

    def _draft(self, conversation: int, text: str) -> None:
        self._drafts[conversation] = text

    def _send(self, text: str) -> None:
        self.notice.hide()
        if self.pane.conversation is not None:
            self.talk.send(self.pane.conversation, text)

    def _resend(self, turn: int, text: str) -> None:
        self.notice.hide()
        self.talk.resend(turn, text)
        self.pane.input.field.setFocus()

    def _take(self, message: Message, way: Way) -> None:
        self.notice.hide()
        if way is Way.KEEP:
            self.show_panel(TALK)
        elif way in (Way.AGAIN, Way.ASK):
            self.talk.ask_again()
            self.pane.input.field.setFocus()
        elif message.task is not None:
            act = {
                Way.CONTINUE: self.talk.go_on,
                Way.START_OVER: self.talk.start_over,
                Way.KEEP_PART: self.talk.keep_part,
            }
            act[way](message.task)
            self.pane.input.field.setFocus()

    def show_panel(self, which: str = TALK) -> None:
        """Shows what is worth keeping, or what was kept."""
        self.panel.show()
        self._make_room()
        self.panel.turn_to(which)
        self.keeping.propose()
        if which == KEPT:
            self.keeping.look()
        self.panel.segments.setFocus()

    def _hide_panel(self) -> None:
        self.panel.hide()
        self._make_room()
        self.pane.keep.setFocus()

    def _confirm(self, conversation: int, aim: Aim, told: object) -> None:
        self.notice.hide()
        keep: dict[Aim, Callable[..., None]] = {
            Aim.SUCCESS: self.keeping.keep_success,
            Aim.PITCH: self.keeping.keep_pitches,
            Aim.FACTS: self.keeping.keep_facts,
        }
        keep[aim](conversation, told)

    def _ask_sending(self) -> None:
        conversation = self.pane.conversation
        if conversation is not None:
            self._sending.open_said(conversation, self.pane.input.text(), self.talk.choice, self)

    def _make_room(self) -> None:
        narrow = self.width() < self._appearance.look.px(NARROW)
        self.list.setVisible(not (narrow and self.panel.isVisible()))

    def _next_pane(self) -> None:
        """From the talks to what was said, to what is being written, and around."""
        places: list[QWidget] = [
            self.list.list,
            *self.pane.stops(),
            *([self.panel.aim] if self.panel.isVisible() else []),
        ]
        places = [place for place in places if place.isVisible() and place.isEnabled()]
        if not places:
            return
        at = next((number for number, place in enumerate(places) if place.hasFocus()), -1)
        places[(at + 1) % len(places)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_shortcuts(self) -> None:
        command(self, self.tr("Go to the next pane"), "F6", self._next_pane)
        command(self, self.tr("Begin a new talk"), "Ctrl+N", self.list.new.click)

    def _connect(self) -> None:
        for presenter in (self.talks, self.talk, self.writers, self.keeping):
            presenter.failed.connect(self._show_trouble)
        self.talks.shown.connect(self.list.show_talks)
        self.talks.shown.connect(self.pane.show_talks)
        self.talks.opened.connect(self._open)
        self.talk.opened.connect(self._show_opened)
        self.talk.shown.connect(self._show_talk)
        self.talk.arrived.connect(self.pane.view.append)
        self.talk.doing.connect(self.pane.show_doing)
        self.talk.said.connect(self._said)
        self.talk.resent.connect(self.pane.view.end_edits)
        self.talk.changed.connect(lambda: self.talks.read_later(self.talk.answers.talks()))
        self.writers.shown.connect(self._show_writers)
        self.keeping.proposed.connect(self.panel.show_proposed)
        self.keeping.kept.connect(self.panel.kept.show_kept)
        self.keeping.failed.connect(self.panel.allow_again)
        self.keeping.saved.connect(self.panel.show_saved)
        self.list.application_chosen.connect(self.talks.choose_application)
        self.list.opened.connect(self.talks.open)
        self.list.begun.connect(self._begin)
        self.list.deleted.connect(self.talks.delete)
        self.pane.begun.connect(self._begin)
        self.pane.drafted.connect(self._draft)
        self.pane.input.sent.connect(self._send)
        self.pane.input.stopped.connect(self.talk.stop)
        self.pane.view.taken.connect(self._take)
        self.pane.view.resent.connect(self._resend)
        self.pane.view.chosen.connect(self.talk.show_answer)
        self.pane.keep.clicked.connect(lambda: self.show_panel(TALK))
        self.pane.kept.clicked.connect(lambda: self.show_panel(KEPT))
        self.pane.writers.provider_chosen.connect(self.writers.choose_provider)
        self.pane.writers.model_chosen.connect(self.writers.choose_model)
        self.pane.writers.look_again.connect(self.writers.look)
        self.pane.writers.sending_asked.connect(self._ask_sending)
        self.panel.aim_chosen.connect(self.keeping.propose)
        self.panel.confirmed.connect(self._confirm)
        self.panel.kept_asked.connect(self.keeping.look)
        self.panel.closed.connect(self._hide_panel)
        self.panel.kept.changed.connect(self.keeping.change)
        self.panel.kept.forgotten.connect(self.keeping.forget)
