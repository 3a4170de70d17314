"""One message of a talk on screen, with what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.coach.message_text import MARGIN, MessageText
from jobmatch_desktop.ui.coach.shown import Message, Way
from jobmatch_desktop.ui.coach.thinking import Thinking
from jobmatch_desktop.ui.coach.writing import Writing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label


class MessageCard(QFrame):
    """`taken` tells the message and the `Way` that the person wants; `resent` its turn with other words; `chosen` its turn and the task of
    another answer."""

    taken = Signal(object, object)
    resent = Signal(int, str)
    chosen = Signal(int, str)
    reordered = Signal()
    """Where the keyboard goes in it is another order now."""

    def __init__(self, message: Message, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self.message = message
        self._why_not = ""
        self._writing: Writing | None = None
        self.setProperty("role", "said" if message.person else "answered")
        self._who = ElidedLabel("muted")
        self._who.setIndent(look.px(MARGIN))
        self.thinking = Thinking(appearance)
        self.body = MessageText(self._who_words(message), appearance)
        self._ending = label("small", wraps=True)
        self._ending.setIndent(look.px(MARGIN))
        self._ending.hide()
        self._buttons: dict[Way, QPushButton] = {}
        self._before = self._choice("‹", self.tr("Earlier answer"), -1)
        self._place = label("muted")
        self._after = self._choice("›", self.tr("Later answer"), 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(look.steps(0.5))
        self._actions.setContentsMargins(-look.steps(1.5), 0, 0, 0)
        for made in (self._before, self._place, self._after):
            self._actions.addWidget(made)
        self._actions.addStretch(1)
        self._edit: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.steps(4), look.steps(2.5), look.steps(4), look.steps(1.5))
        self._column.setSpacing(look.steps(1))
        for shown in (self._who, self.thinking, self.body, self._ending):
            self._column.addWidget(shown)
        self._column.addLayout(self._actions)
        self.show_message(message)

    def show_message(self, message: Message) -> None:
        """Shows the message as it is now. What is drawn of it already stays."""
        before, self.message = self.message, message
        self._who.set_words(self._who_words(message))
        self.body.setAccessibleName(self._who_words(message))
        self.thinking.show_thinking(message.thinking, message.thought_seconds, message.runs and not message.text)
        self._show_text(message)
        self._ending.setText(message.ending)
        self._ending.setProperty("role", "bad" if message.failed else "small")
        if before.failed != message.failed:
            self._ending.style().polish(self._ending)
        self._ending.setVisible(bool(message.ending))
        several = len(message.answers) > 1 and not message.runs
        for made in (self._before, self._place, self._after):
            made.setVisible(several)
        self._place.setText(
            self.tr("{number} of {count}").format(number=message.number, count=len(message.answers)) if several else ""
        )
        self._show_ways()

    def append(self, piece: str, thinking: bool) -> None:
        """More of the answer came."""
        if thinking:
            self.thinking.append(piece)
        else:
            self.body.append(piece)
            self.body.show()

    def allow(self, why_not: str) -> None:
        """Whether something may be asked of the model now, or why not."""
        self._why_not = why_not
        self._show_allowed()

    def stops(self) -> list[QWidget]:
        """Where the keyboard goes, in order."""
        ways = [self._buttons[way] for way in self.message.ways]
        edit = self._edit.findChildren(QWidget) if self._edit is not None else []
        return [self.thinking.head, *edit, self.body, self._before, self._after, *ways]

    def edited(self) -> str:
        """The words that are to take the place of these, while they are written."""
        return self._writing.toPlainText() if self._writing is not None else ""

    def begin_edit(self, text: str = "") -> None:
        """Lets the person put other words in the place of these; `text` is what they began with earlier."""
        if self._edit is not None:
            return
        look = self._appearance.look
        self._writing = Writing(self.tr("Your message, to send again"), self._appearance)
        self._writing.setPlainText(text or self.message.text)
        self._writing.selectAll()
        send = button(self.tr("Send again"), "primary")
        send.setDisabled(bool(self._why_not))
        leave = button(self.tr("Cancel"))
        send.clicked.connect(self._resend)
        self._writing.entered.connect(self._resend)
        self._writing.left.connect(self.end_edit)
        leave.clicked.connect(self.end_edit)
        self._edit = QWidget()
        column = QVBoxLayout(self._edit)
        column.setContentsMargins(0, 0, 0, look.steps(1))
        column.setSpacing(look.steps(2))
        column.addWidget(self._writing)
        row = QHBoxLayout()
        row.addWidget(label("muted", self.tr("What was said after it is kept, and no longer shown."), wraps=True), 1)
        row.addWidget(leave)
        row.addWidget(send)
        column.addLayout(row)
        self._column.insertWidget(self._column.indexOf(self.body), self._edit)
        self.reordered.emit()
        self.body.hide()
        if not text:
            self._writing.setFocus()

    def end_edit(self) -> None:
        """The words stay as they were."""
        if self._edit is None:
            return
        edit, self._edit, self._writing = self._edit, None, None
        self.body.show()
        if Way.EDIT in self._buttons:
            self._buttons[Way.EDIT].setFocus()
        edit.hide()
        edit.deleteLater()

    def _show_text(self, message: Message) -> None:
        before = self.body.source()
        if message.person:
            if before != message.text:
                self.body.set_plain(message.text)
        elif before and message.text.startswith(before):
            if len(message.text) > len(before):
                self.body.append(message.text[len(before) :])
        elif before != message.text:
            self.body.set_markdown(message.text)
        elif not before:
            self.body.set_markdown("")
        self.body.setVisible(bool(message.text) and self._edit is None)

    def _show_ways(self) -> None:
        focused = next((way for way, made in self._buttons.items() if made.hasFocus()), None)
        before = list(self._buttons)
        for way in list(self._buttons):
            if way not in self.message.ways:
                made = self._buttons.pop(way)
                self._actions.removeWidget(made)
                made.hide()
                made.deleteLater()
        for place, way in enumerate(self.message.ways):
            if way not in self._buttons:
                self._buttons[way] = self._made(way)
            self._actions.insertWidget(3 + place, self._buttons[way])
            self._buttons[way].setText(self._way_words(way))
        if focused is not None and focused not in self._buttons and self._buttons:
            next(iter(self._buttons.values())).setFocus()
        self._show_allowed()
        if before != list(self._buttons):
            self.reordered.emit()

    def _show_allowed(self) -> None:
        asking = (Way.EDIT, Way.ASK, Way.AGAIN, Way.CONTINUE, Way.START_OVER)
        for way, made in self._buttons.items():
            if way in asking:
                allow(made, self._why_not)
        number, count = self.message.number, len(self.message.answers)
        allow(self._before, "" if number > 1 else self.tr("This is the first one."))
        allow(self._after, "" if number < count else self.tr("This is the last one."))

    def _made(self, way: Way) -> QPushButton:
        made = button(self._way_words(way), "quiet")
        made.clicked.connect(lambda: self._take(way))
        return made

    def _take(self, way: Way) -> None:
        if way is Way.COPY:
            QGuiApplication.clipboard().setText(self.message.text)
            self._buttons[way].setText(self.tr("Copied"))
        elif way is Way.EDIT:
            self.begin_edit()
        else:
            self.taken.emit(self.message, way)

    def _resend(self) -> None:
        if self._writing is None or self.message.turn is None or self._why_not:
            return
        text = self._writing.toPlainText()
        if text.strip():
            self.resent.emit(self.message.turn, text)

    def _choice(self, words: str, name: str, step: int) -> QPushButton:
        made = button(words, "quiet", accessible=name)
        made.setFixedWidth(self._appearance.look.px(26))
        made.clicked.connect(lambda: self._choose(step))
        return made

    def _choose(self, step: int) -> None:
        place = self.message.number - 1 + step
        if self.message.turn is not None and 0 <= place < len(self.message.answers):
            self.chosen.emit(self.message.turn, self.message.answers[place])

    def _who_words(self, message: Message) -> str:
        if message.person:
            return self.tr("You")
        return " · ".join(part for part in (self.tr("Coach"), message.model) if part)

    def _way_words(self, way: Way) -> str:
        return {
            Way.COPY: self.tr("Copy"),
            Way.EDIT: self.tr("Edit and resend"),
            Way.ASK: self.tr("Ask for an answer"),
            Way.AGAIN: self.tr("Regenerate"),
            Way.CONTINUE: self.tr("Continue"),
            Way.START_OVER: self.tr("Start over"),
            Way.KEEP_PART: self.tr("Leave it as it is"),
            Way.KEEP: self.tr("Keep…"),
        }[way]
