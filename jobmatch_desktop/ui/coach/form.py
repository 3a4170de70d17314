"""The questions of a talk as a form, where no model asks them. What is typed is kept by itself."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.coach.talk import Talk
from jobmatch_desktop.ui.coach.writing import Writing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text
from jobmatch_desktop.writing.coaching.questions import Question

PAUSE = 1200
"""Milliseconds without a key after which an answer is kept."""
COLUMN = 780

Keep = Callable[[int, str, str], Coroutine[Any, Any, None]]
"""Keeps an answer: of a talk, to a question, the words. Raises domain errors."""


class Form(QScrollArea):
    """All questions down the page."""

    def __init__(self, appearance: Appearance, background: Background, keep: Keep) -> None:
        super().__init__()
        self._appearance = appearance
        self._background = background
        self._keep = keep
        self._conversation: int | None = None
        self._questions: tuple[Question, ...] = ()
        self.answers: dict[str, Answer] = {}
        self._beside = label("muted", wraps=True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_talk(self, talk: Talk) -> None:
        """Shows the questions of a talk, with what was answered. What is being typed stays."""
        if talk.conversation.id != self._conversation or talk.questions != self._questions:
            self._conversation, self._questions = talk.conversation.id, talk.questions
            self._build(talk)
        others = sum(message.person for message in talk.messages) - len(talk.answered)
        self._beside.setVisible(others > 0)
        for key, text in talk.answered.items():
            if key in self.answers:
                self.answers[key].show_kept(text)

    async def flush(self) -> None:
        """Keeps all that was typed. Raises domain errors."""
        for answer in self.answers.values():
            await answer.keep()

    def has_unkept(self) -> bool:
        """Whether something typed is not kept yet."""
        return any(answer.unkept() for answer in self.answers.values())

    def _build(self, talk: Talk) -> None:
        look = self._appearance.look
        words = self.tr("What was said in this talk is kept: choose a model below to see it.")
        self._beside = label("muted", words, wraps=True)
        for before in self.answers.values():
            if before.unkept():
                self._background.start(self._keep(*before.typed()))
        inner = QWidget()
        inner.setMaximumWidth(look.px(COLUMN))
        column = QVBoxLayout(inner)
        column.setContentsMargins(look.steps(6), look.steps(5), look.steps(6), look.steps(5))
        column.setSpacing(look.steps(5))
        column.addWidget(self._beside)
        self.answers = {}
        for number, question in enumerate(talk.questions, 1):
            made = Answer(talk.conversation.id, number, question, self._appearance, self._background, self._keep)
            self.answers[question.key] = made
            column.addWidget(made)
        column.addStretch(1)
        whole = QWidget()
        whole.setProperty("role", "surface")
        outer = QHBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inner, 1000)
        outer.addStretch(1)
        self.setWidget(whole)


class Answer(QWidget):
    """One question and its answer."""

    def __init__(
        self,
        conversation: int,
        number: int,
        question: Question,
        appearance: Appearance,
        background: Background,
        keep: Keep,
    ) -> None:
        super().__init__()
        self._conversation = conversation
        self._question = question
        self._background = background
        self._keep = keep
        self._kept = ""
        self._keeping = asyncio.Lock()
        words = f"{number}. {question.text}"
        optional = self.tr("You may leave this out.") if question.optional else ""
        self._asks = label("strong", words, wraps=True)
        hint = label("muted", " ".join(part for part in (question.hint, optional) if part), wraps=True)
        hint.setVisible(bool(hint.text()))
        self.field = Writing(words, appearance, enter_sends=False)
        self.field.setAccessibleDescription(hint.text())
        self._asks.setBuddy(self.field)
        self._state = label("muted")
        self._arrange(appearance.look, hint)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep_later)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)

    def show_kept(self, text: str) -> None:
        """Shows what is kept, unless the person is typing something else."""
        if not self.unkept() and self.field.toPlainText().strip() != text:
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.blockSignals(False)
        self._kept = text
        self._say()

    def unkept(self) -> bool:
        """Whether something typed is not kept yet."""
        text = self.field.toPlainText().strip()
        return bool(text) and text != self._kept

    def typed(self) -> tuple[int, str, str]:
        """The talk, the question, and what is typed."""
        return self._conversation, self._question.key, self.field.toPlainText().strip()

    async def keep(self) -> None:
        """Keeps what is typed. Raises domain errors."""
        self._pause.stop()
        async with self._keeping:
            if not self.unkept():
                return
            typed = self.typed()
            try:
                await self._keep(*typed)
            except JobMatchError as error:
                self._state.setText(trouble_text(error.trouble))
                raise
            self._kept = typed[2]
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.keep_later()
        return False

    def _typed(self) -> None:
        self._pause.start()
        self._say()

    def keep_later(self) -> None:
        """Keeps what is typed, without waiting."""
        if self.unkept():
            self._background.start(self.keep())

    def _say(self) -> None:
        text = self.field.toPlainText().strip()
        if self._kept and not text:
            words = self.tr("What you wrote before is still kept until you write something else.")
        elif self.unkept():
            words = self.tr("Not saved yet")
        else:
            words = self.tr("Saved") if self._kept else ""
        self._state.setText(words)

    def _arrange(self, look: Look, hint: QLabel) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1.5))
        for made in (self._asks, hint, self.field, self._state):
            column.addWidget(made)
