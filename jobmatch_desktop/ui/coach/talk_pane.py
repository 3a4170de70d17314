"""The open talk: its head, what was said or the form, and what is being written below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.ui.coach.form import Form, Keep
from jobmatch_desktop.ui.coach.input import Input
from jobmatch_desktop.ui.coach.talk import Talk
from jobmatch_desktop.ui.coach.talk_view import TalkView
from jobmatch_desktop.ui.coach.talks import Talks
from jobmatch_desktop.ui.coach.words import kind_purpose, kind_words
from jobmatch_desktop.ui.coach.writer_bar import WriterBar
from jobmatch_desktop.ui.coach.writers import Writers
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.numbers import left_out_text
from jobmatch_desktop.ui.shared.theme import Look

HEAD = 67


class TalkPane(QWidget):
    """`begun` tells a kind of talk to begin; `drafted` a talk and what is written in it and not sent."""

    begun = Signal(object)
    drafted = Signal(int, str)

    def __init__(self, appearance: Appearance, icons: Icons, background: Background, keep: Keep) -> None:
        super().__init__()
        look = appearance.look
        self._talk: Talk | None = None
        self._writers: Writers | None = None
        self._loading_draft = False
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel("title")
        self._purpose = ElidedLabel("muted")
        self.keep = button(self.tr("Keep…"), accessible=self.tr("See what of this talk is worth keeping"))
        self.kept = button(self.tr("Kept"), accessible=self.tr("See what you have kept"))
        self._material = label("muted", wraps=True)
        self.view = TalkView(appearance)
        self.form = Form(appearance, background, keep)
        self.input = Input(appearance)
        self.writers = WriterBar(appearance, icons)
        self._kinds: dict[TalkKind, tuple[QWidget, QLabel]] = {}
        self._empty = self._make_empty(look)
        self._stack = QStackedWidget()
        self._below = QWidget()
        self._arrange(look)
        self.input.field.textChanged.connect(self._drafted)
        self._show_what()

    @property
    def conversation(self) -> int | None:
        """The talk that is shown."""
        return self._talk.conversation.id if self._talk is not None else None

    def show_opened(self, talk: Talk | None, draft: str) -> None:
        """Another talk is open, or none; `draft` is what was written in it and not sent."""
        self._talk = talk
        self._loading_draft = True
        self.input.write(draft)
        self._loading_draft = False
        self.view.show_talk(talk.messages if talk else ())
        self._show_talk()

    def show_talk(self, talk: Talk) -> None:
        """The same talk as it is now."""
        self._talk = talk
        self.view.show_messages(talk.messages)
        self._show_talk()

    def show_talks(self, talks: Talks) -> None:
        """Which talks can be begun."""
        made = self._kinds[TalkKind.INTERVIEW][0]
        allow(made, "" if talks.application is not None else self.tr("Choose an application first."))

    def show_writers(self, writers: Writers) -> None:
        """Who answers."""
        self._writers = writers
        self.writers.show_writers(writers)
        self._show_what()

    def show_doing(self, words: str) -> None:
        """What the answer under way is doing; empty when there is none."""
        self.input.show_doing(words)
        self._allow()

    def begin_writing(self) -> None:
        """The keyboard goes to where the person answers."""
        stops = self.stops()
        if stops:
            stops[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where F6 leads, in order."""
        last = self.view.last()
        if self._stack.currentWidget() is self.form:
            return [next(iter(self.form.answers.values())).field] if self.form.answers else []
        return [*([last.body] if last is not None else []), self.input.field]

    def _show_talk(self) -> None:
        talk = self._talk
        if talk is not None:
            self._title.set_words(kind_words(talk.conversation.kind))
            self._purpose.set_words(kind_purpose(talk.conversation.kind))
            self.form.show_talk(talk)
            says = [left_out_text(one) for one in talk.material]
            self._material.setText(" ".join(says))
        else:
            self._title.set_words(self.tr("Coach"))
            self._purpose.set_words(self.tr("Practise what to say of yourself, and keep what is worth it."))
        self._show_what()

    def _show_what(self) -> None:
        """The form where nobody asks, else the talk; without one, what can be begun."""
        without = self._writers is not None and self._writers.choice.provider == COMPOSER
        if self._talk is None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.form if without else self.view)
        self._below.setVisible(self._talk is not None)
        busy = self._talk is not None and self._talk.busy is not None
        self.input.setVisible(not without or busy)
        self._material.setVisible(bool(self._material.text()) and self._talk is not None and not without)
        self.keep.setVisible(self._talk is not None)
        self._allow()

    def _allow(self) -> None:
        why_not = self._writers.why_not if self._writers is not None else self.tr("Looking for models")
        self.input.allow(why_not)
        if self._talk is not None and self._talk.busy is not None:
            why_not = self.tr("An answer is being written.")
        self.view.allow(why_not)

    def _drafted(self) -> None:
        if self._talk is not None and not self._loading_draft:
            self.drafted.emit(self._talk.conversation.id, self.input.text())

    def _make_empty(self, look: Look) -> QWidget:
        empty = QWidget()
        empty.setProperty("role", "surface")
        inner = QWidget()
        inner.setMaximumWidth(look.px(560))
        column = QVBoxLayout(inner)
        column.setContentsMargins(look.steps(6), look.steps(8), look.steps(6), look.steps(6))
        column.setSpacing(look.steps(1.5))
        column.addWidget(label("strong", self.tr("What do you want to prepare?")))
        for kind in TalkKind:
            made = button(kind_words(kind))
            made.clicked.connect(lambda _on=False, kind=kind: self.begun.emit(kind))
            says = label("muted", kind_purpose(kind), wraps=True)
            made.setAccessibleDescription(kind_purpose(kind))
            column.addSpacing(look.steps(2))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(says)
            self._kinds[kind] = (made, says)
        column.addStretch(1)
        outer = QVBoxLayout(empty)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner)
        return empty

    def _arrange(self, look: Look) -> None:
        head = QWidget()
        head.setProperty("role", "head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(look.px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.steps(5), 0, look.steps(5), 0)
        row.setSpacing(look.steps(2))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self._title)
        titles.addWidget(self._purpose)
        titles.addStretch(1)
        row.addLayout(titles, 1)
        row.addWidget(self.keep)
        row.addWidget(self.kept)
        for widget in (self._empty, self.view, self.form):
            self._stack.addWidget(widget)
        self._below.setProperty("role", "bar")
        self._below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(look.steps(5), look.steps(3), look.steps(5), look.steps(3))
        below.setSpacing(look.steps(2))
        for widget in (self._material, self.input, self.writers):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._below)
