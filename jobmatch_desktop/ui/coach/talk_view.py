"""A talk on screen: its messages down the page, the newest in view while they come."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.ui.coach.message import MessageCard
from jobmatch_desktop.ui.coach.shown import Message
from jobmatch_desktop.ui.coach.words import not_sent_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import label

FIRST = 6
"""Messages of another talk that are drawn at once."""
STEP = 2
"""Older ones that are drawn in one turn of the window's loop after that: each takes some milliseconds."""
SHOWN = 40
"""Messages that are drawn by themselves; older ones when the person asks for them."""
COLUMN = 780
"""Widest column of text, in pixels at 100 %."""
NEAR = 8
"""Pixels from the end within which the view follows what comes."""


class TalkView(QScrollArea):
    """`taken`, `resent` and `chosen` are as in `MessageCard`."""

    taken = Signal(object, object)
    resent = Signal(int, str)
    chosen = Signal(int, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._cards: dict[str, MessageCard] = {}
        self._messages: tuple[Message, ...] = ()
        self._most = FIRST
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(self._order)
        self._why_not = ""
        self._follows = True
        self._rule: QLabel | None = None
        self._edits: dict[str, str] = {}
        """Words in the place of others that were not sent yet, by message, of talks that are not shown."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What was said"))
        self.older = button("", "quiet")
        self.older.clicked.connect(self._show_older)
        self._column_widget = QWidget()
        self._column_widget.setMaximumWidth(look.px(COLUMN))
        self._column = QVBoxLayout(self._column_widget)
        self._column.setContentsMargins(look.steps(4), look.steps(4), look.steps(4), look.steps(4))
        self._column.setSpacing(look.steps(3))
        self._column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        whole = QWidget()
        whole.setProperty("role", "surface")
        outer = self._whole = QHBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._column_widget, 1000)
        outer.addStretch(1)
        self.setWidget(whole)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._grew)
        bar.valueChanged.connect(self._scrolled)

    def show_talk(self, messages: Sequence[Message]) -> None:
        """Another talk, from its end."""
        for card in self._cards.values():
            self._drop(card)
        self._cards.clear()
        self._most = FIRST
        self._follows = True
        self._filling.start()
        self.show_messages(messages)

    def show_messages(self, messages: Sequence[Message]) -> None:
        """The same talk as it is now."""
        self._messages = tuple(messages)
        shown = self._messages[-self._most :]
        kept = {message.key for message in shown}
        for key in [key for key in self._cards if key not in kept]:
            self._drop(self._cards.pop(key))
        if self._rule is not None:
            self._column.removeWidget(self._rule)
        for place, message in enumerate(shown):
            card = self._cards.get(message.key)
            if card is None:
                card = self._cards[message.key] = self._made(message)
                self._column.insertWidget(1 + place, card)
            elif card.message != message or message.runs:
                card.show_message(message)
            if self._column.indexOf(card) != 1 + place:
                self._column.insertWidget(1 + place, card)
        hidden = len(self._messages) - len(shown)
        self.older.setVisible(hidden > 0 and not self._filling.isActive())
        words = self.tr("Show earlier messages ({count} more)").format(count=hidden)
        self.older.setText(words)
        self.older.setAccessibleName(words)
        self._show_rule(shown, hidden)

    def append(self, key: str, piece: str, thinking: bool) -> None:
        """More of an answer came."""
        card = self._cards.get(key)
        if card is not None:
            card.append(piece, thinking)

    def allow(self, why_not: str) -> None:
        """Whether something may be asked of the model now, or why not."""
        self._why_not = why_not
        for card in self._cards.values():
            card.allow(why_not)

    def end_edits(self) -> None:
        """What was edited was sent."""
        for card in self._cards.values():
            card.end_edit()

    def last(self) -> MessageCard | None:
        """The newest message."""
        return self._cards.get(self._messages[-1].key) if self._messages else None

    def go_to_end(self) -> None:
        """Shows the newest message, and follows it."""
        self._follows = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _made(self, message: Message) -> MessageCard:
        card = MessageCard(message, self._appearance)
        card.allow(self._why_not)
        card.taken.connect(self.taken)
        card.resent.connect(self.resent)
        card.chosen.connect(self.chosen)
        card.reordered.connect(self._ordering.start)
        self._ordering.start()
        if message.key in self._edits:
            card.begin_edit(self._edits.pop(message.key))
        return card

    def _show_rule(self, shown: Sequence[Message], hidden: int) -> None:
        """Right above the first message that is sent."""
        number = sum(message.left_out for message in self._messages)
        if not number:
            if self._rule is not None:
                self._rule.hide()
            return
        if self._rule is None:
            self._rule = label("muted", wraps=True)
        self._rule.setText(not_sent_words(number))
        first = next((place for place, message in enumerate(self._messages) if not message.left_out), 0)
        self._column.insertWidget(1 + max(0, first - hidden), self._rule)
        self._rule.show()

    def _order(self) -> None:
        """The keyboard goes down the page, whatever was made first."""
        before: QWidget = self.older
        for message in self._messages:
            card = self._cards.get(message.key)
            for stop in card.stops() if card is not None else ():
                QWidget.setTabOrder(before, stop)
                before = stop

    def _drop(self, card: MessageCard) -> None:
        if card.edited():
            self._edits[card.message.key] = card.edited()
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _fill(self) -> None:
        if self._most < SHOWN and self._most < len(self._messages):
            self._filling.start()
            self._show_more(min(STEP, SHOWN - self._most))
        else:
            self._show_more(max(0, SHOWN - self._most))

    def _show_more(self, number: int) -> None:
        """Draws so many more above; what is in view stays in view."""
        bar = self.verticalScrollBar()
        from_end, follows = bar.maximum() - bar.value(), self._follows
        self._most += number
        self.show_messages(self._messages)
        if not follows:
            self._whole.activate()
            bar.setValue(bar.maximum() - from_end)
            self._follows = False

    def _show_older(self) -> None:
        self._follows = False
        self._show_more(SHOWN)
        if not self.older.isVisible() and self._cards:
            next(iter(self._cards.values())).body.setFocus()

    def _grew(self, _least: int, most: int) -> None:
        if self._follows:
            self.verticalScrollBar().setValue(most)

    def _scrolled(self, value: int) -> None:
        self._follows = value >= self.verticalScrollBar().maximum() - NEAR
