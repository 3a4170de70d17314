"""The page of tasks: what runs, what waits, what has ended, over all applications and every JobMatch program of the folder."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.task_list import TaskListModel
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.ui.editor.sending_presenter import SendingPresenter
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.page_frame import frame_page, head_row
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text
from jobmatch_desktop.ui.tasks.presenter import Groups, TasksPresenter
from jobmatch_desktop.ui.tasks.rows import Row, Way
from jobmatch_desktop.ui.tasks.task_card import TaskCard

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

WIDTH = 980


class TasksPage(QWidget):
    """`opened` tells the application whose documents the person wants to see. The feed's batches are given to `take_events`."""

    opened = Signal(int)
    talk_opened = Signal(int)
    """The talk with the coach that the person wants to see."""

    def __init__(
        self, services: "Services", engine: Engine, model: TaskListModel, appearance: Appearance, icons: Icons
    ) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._icons = icons
        self._cards: dict[TaskId, TaskCard] = {}
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.presenter = TasksPresenter(services, engine, model)
        self._sending = SendingPresenter(services, engine, self.presenter.background, appearance)
        self.notice = Notice(appearance, icons)
        self._count = label("muted")
        self._older = button("", "quiet")
        self._nothing = label("muted", self.tr("Nothing has been written yet. What is being written shows here."), True)
        self._sections = {
            "running": _Section(self.tr("Running"), look),
            "waiting": _Section(self.tr("Waiting"), look),
            "ended": _Section(self.tr("Ended"), look),
        }
        self._arrange(look)
        self.presenter.shown.connect(self._show)
        self.presenter.failed.connect(self._show_trouble)
        self._older.clicked.connect(self.presenter.show_older)

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed, after the task list has taken it."""
        self.presenter.take_events(events)

    async def wind_up(self) -> None:
        """Before the program ends: nothing of the page is under way when it returns."""
        await self.presenter.wind_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.look(False)

    def _show(self, groups: Groups) -> None:
        focused = next((task for task, card in self._cards.items() if card.has_focus()), None)
        rows = {"running": groups.running, "waiting": groups.waiting, "ended": groups.ended}
        kept = {row.id for group in rows.values() for row in group}
        for task in self._cards.keys() - kept:
            card = self._cards.pop(task)
            card.hide()
            card.deleteLater()
        for name, group in rows.items():
            self._sections[name].show_cards([self._card(row) for row in group])
        if focused in self._cards and not self._cards[focused].has_focus():
            # It moved to another section, and its buttons are others now.
            self._cards[focused].take_focus()
        self._nothing.setVisible(not kept)
        self._older.setVisible(groups.older > 0)
        words = self.tr("Show older ones ({count} more)").format(count=groups.older)
        self._older.setText(words)
        self._older.setAccessibleName(words)
        self._count.setText(self._count_words(groups))

    def _card(self, row: Row) -> TaskCard:
        card = self._cards.get(row.id)
        if card is None:
            card = self._cards[row.id] = TaskCard(row, self._appearance, self._icons)
            card.chosen.connect(self._take)
        else:
            card.show_row(row)
        return card

    def _count_words(self, groups: Groups) -> str:
        parts = []
        if groups.running:
            parts.append(self.tr("{number} running").format(number=len(groups.running)))
        if groups.waiting:
            parts.append(self.tr("{number} waiting").format(number=len(groups.waiting)))
        return " · ".join(parts)

    def _take(self, row: Row, way: Way) -> None:
        self.notice.hide()
        if way is Way.OPEN:
            if row.conversation is not None:
                self.talk_opened.emit(row.conversation)
            elif row.application is not None:
                self.opened.emit(row.application)
            return
        if way is Way.SENT:
            self._sending.open_sent(row.id, self)
            return
        self.presenter.take_way(row.id, way)

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))

    def _arrange(self, look: Look) -> None:
        head, row = head_row(look)
        row.setSpacing(look.steps(2.5))
        row.addWidget(label("title", self.tr("Tasks")))
        row.addWidget(self._count)
        row.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(look.px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(5))
        column.addWidget(self._nothing)
        for section in self._sections.values():
            column.addWidget(section)
        column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        frame_page(self, head, self.notice, inner, QScrollArea(), look)


class _Section(QWidget):
    """A heading with the cards under it; hidden while it has none."""

    def __init__(self, heading: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._cards: list[TaskCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.steps(1.5))
        named: QLabel = label("strong", heading)
        self._column.addWidget(named)
        self.hide()

    def show_cards(self, cards: list[TaskCard]) -> None:
        """Shows these, in this order."""
        if cards != self._cards:
            for place, card in enumerate(cards, 1):
                if self._column.indexOf(card) != place:
                    self._column.insertWidget(place, card)
            self._cards = cards
        self.setVisible(bool(cards))
