"""Under the editor: a passage, and other words for it side by side, each to be taken as it is or changed before."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.domain.rewrite import Wish
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.ui.editor.drafting import MOST_DRAFTS, Draft
from jobmatch_desktop.ui.editor.wishes import wish_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.naming import phase_words
from jobmatch_desktop.ui.shared.words import translated, trouble_text

FRAME = 33
"""Milliseconds between two times that words which came are drawn."""
CARD = 250
"""Least width of a draft, in pixels at 100 %."""
CARD_HEIGHT = 190
REASONS = 2


class DraftsPanel(QFrame):
    """`taken` tells the words that are to stand in the passage's place, `left` that it stays, `asked` a `Wish` and the person's own
    words for one more draft, `stopped` that no more is to be written."""

    taken = Signal(str)
    left = Signal()
    asked = Signal(object, str)
    stopped = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._icons = icons
        self._drafts: tuple[Draft, ...] = ()
        self._language = "en"
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Other words"))
        self._says = ElidedLabel("strong", self.tr("Other words"))
        self._buttons = {wish: button(wish_words(wish, "en"), "slim") for wish in Wish if wish is not Wish.OWN}
        self._own = QLineEdit()
        self._own.setAccessibleName(self.tr("How it should be put"))
        self._own.setPlaceholderText(self.tr("Or say how: “without the word pager”"))
        self._stop = button(self.tr("Stop"), "slim")
        self._close = button(self.tr("Leave it as it is"), "slim")
        above = QHBoxLayout()
        above.setSpacing(look.steps(2))
        above.addWidget(self._says)
        above.addWidget(self._own, 1)
        above.addWidget(self._stop)
        above.addWidget(self._close)
        wishes = QHBoxLayout()
        wishes.setSpacing(look.steps(1.5))
        for wish, made in self._buttons.items():
            made.setObjectName(wish)
            made.clicked.connect(self._ask)
            wishes.addWidget(made)
        wishes.addStretch(1)
        self._original = _Card(appearance, self.tr("As it stands"), None)
        self._cards: list[_Card] = []
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.steps(2))
        self._row.addWidget(self._original, 1)
        inner = QWidget()
        inner.setLayout(self._row)
        area = QScrollArea()
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self._area = area
        area.setFixedHeight(look.px(CARD_HEIGHT) + area.horizontalScrollBar().sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(2), look.steps(3), look.steps(2))
        column.setSpacing(look.steps(1.5))
        column.addLayout(above)
        column.addLayout(wishes)
        column.addWidget(area, 1)
        self._own.returnPressed.connect(self._ask_own)
        self._stop.clicked.connect(self.stopped)
        self._close.clicked.connect(self.left)
        self._drawing = QTimer(self, singleShot=True, interval=FRAME)
        self._drawing.timeout.connect(self._draw)
        self.hide()

    def open(self, passage: str, language: str) -> None:
        """Shows a passage of a document in `language`, without drafts yet."""
        self._language = language
        for wish, made in self._buttons.items():
            made.setText(wish_words(wish, language))
            made.setAccessibleName(made.text())
        self._original.show_text(passage)
        self._own.clear()
        self.show_drafts(())
        self.show()

    def first_field(self) -> QWidget:
        """Where the keyboard begins here."""
        return self._buttons[Wish.SHORTER]

    def show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Shows these; words that come are drawn with the next frame."""
        self._drafts = drafts
        if len(drafts) != len(self._cards):
            self._draw()
        elif not self._drawing.isActive():
            self._drawing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        drafts = self._drafts
        while len(self._cards) > len(drafts):
            card = self._cards.pop()
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < len(drafts):
            words = wish_words(drafts[len(self._cards)].wish, self._language)
            card = _Card(self._appearance, words.rstrip("…"), self.tr("Use this"))
            card.taken.connect(self.taken)
            self._cards.append(card)
            self._row.addWidget(card, 1)
            QTimer.singleShot(0, self._show_newest)
        for card, draft in zip(self._cards, drafts, strict=True):
            card.show_draft(draft)
        writing = any(draft.writing for draft in drafts)
        self._stop.setVisible(writing)
        full = self.tr("Four drafts are enough to choose from") if len(drafts) >= MOST_DRAFTS else ""
        for made in (*self._buttons.values(), self._own):
            allow(made, full)

    def _show_newest(self) -> None:
        if self._cards:
            self._area.ensureWidgetVisible(self._cards[-1])

    def _ask(self) -> None:
        self.asked.emit(Wish(self.sender().objectName()), "")

    def _ask_own(self) -> None:
        if words := self._own.text().strip():
            self.asked.emit(Wish.OWN, words)


class _Card(QFrame):
    """One text of the passage. `taken` tells its words as they stand in it, which the person may have changed."""

    taken = Signal(str)

    def __init__(self, appearance: Appearance, title: str, use: str | None) -> None:
        super().__init__()
        look = appearance.look
        self.setProperty("role", "said")
        self.setMinimumWidth(look.px(CARD))
        self.setFixedHeight(look.px(CARD_HEIGHT))
        self._shown = ""
        self._title = label("muted", title)
        self._text = QPlainTextEdit()
        self._text.setProperty("role", "field")
        self._text.setAccessibleName(title)
        self._text.setTabChangesFocus(True)
        self._text.setReadOnly(True)
        self._text.setMinimumHeight(look.px(48))
        self._says: QLabel = label("small", wraps=True)
        self._says.hide()
        self._use = button(use or "", "slim", accessible=f"{use}: {title}") if use else None
        below = QHBoxLayout()
        below.addWidget(self._says, 1)
        if self._use is not None:
            self._use.clicked.connect(self._take)
            below.addWidget(self._use, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(2), look.steps(1.5), look.steps(2), look.steps(1.5))
        column.setSpacing(look.steps(1))
        column.addWidget(self._title)
        column.addWidget(self._text, 1)
        column.addLayout(below)

    def show_text(self, text: str) -> None:
        """Shows words that nobody changes."""
        self._text.setPlainText(text)

    def show_draft(self, draft: Draft) -> None:
        """Shows a draft as far as it came; once it is whole the person may change it, and it stays as they have it."""
        assert self._use is not None, "a draft can be used"
        if draft.text != self._shown:
            if draft.text.startswith(self._shown) and self._text.toPlainText() == self._shown:
                self._text.moveCursor(self._text.textCursor().MoveOperation.End)
                self._text.insertPlainText(draft.text[len(self._shown) :])
            else:
                self._text.setPlainText(draft.text)
            self._shown = draft.text
        self._text.setReadOnly(draft.writing)
        self._use.setVisible(not draft.writing)
        allow(self._use, "" if draft.text.strip() else self.tr("There are no words in it"))
        self._say(draft)

    def _say(self, draft: Draft) -> None:
        role, words = "small", ""
        if draft.writing:
            words = "" if draft.phase is Phase.WRITING and draft.text else phase_words(draft.phase, 0)
        elif draft.trouble is not None:
            role, words = "bad", trouble_text(draft.trouble)
        elif draft.reasons:
            said = [why.text(translated) for why in draft.reasons]
            role, words = "warn", " ".join(said[:REASONS])
            self._says.setToolTip("\n".join(said))
        self._says.setText(words)
        self._says.setVisible(bool(words))
        if self._says.property("role") != role:
            self._says.setProperty("role", role)
            self._says.style().polish(self._says)

    def _take(self) -> None:
        self.taken.emit(self._text.toPlainText())
