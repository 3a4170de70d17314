"""A document with its strip and the line under it: words, pages, whether it is saved."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.mark import Marked
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.mark_strip import MarkStrip
from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.editor.saving import SaveState
from jobmatch_desktop.ui.editor.strip import Strip
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.naming import count_of_pages, count_of_words
from jobmatch_desktop.ui.shared.words import trouble_text

COUNT_PAUSE = 300
"""Milliseconds without a change after which words are counted."""
LEAVES = 300
"""Milliseconds that the strip of a mark stays after the caret has left it."""
SAID_FOR = 6_000
"""Milliseconds that a short word stays."""


class DocumentPane(QWidget):
    """An editor and what is said of its document. `counted` tells that the text is at rest; `again` asks to save again."""

    at_rest = Signal()
    again = Signal()

    def __init__(self, appearance: Appearance, icons: Icons, name: str) -> None:
        super().__init__()
        look = self._look = appearance.look
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(look.px(340))
        self.editor = DocumentEditor(appearance)
        self.editor.setAccessibleName(name)
        self.strip = Strip(appearance, icons)
        self.mark_strip = MarkStrip(appearance, icons)
        self.editor.marks.at_caret.connect(self._at_mark)
        self._leaving = QTimer(self, singleShot=True, interval=LEAVES)
        self._leaving.timeout.connect(self._show_mark)
        self._mark: PlacedMark | None = None
        self._count = label("muted")
        self._said = ElidedLabel("muted")
        self._statements = ElidedLabel("muted")
        self._saved = ElidedLabel("muted")
        self._again = button(self.tr("Save again"), "quiet")
        self._again.hide()
        self._again.clicked.connect(self.again)
        self._pages = 0
        self._words = 0
        under = QHBoxLayout()
        under.setContentsMargins(look.steps(9), look.steps(2), look.steps(7), look.steps(2))
        under.setSpacing(look.steps(3))
        under.addWidget(self._count)
        under.addStretch(1)
        under.addWidget(self._said)
        under.addWidget(self._statements)
        under.addWidget(self._saved)
        under.addWidget(self._again)
        strip = QVBoxLayout()
        strip.setContentsMargins(look.steps(9), look.steps(1), look.steps(7), look.steps(1))
        strip.setSpacing(look.steps(1))
        strip.addWidget(self.strip)
        strip.addWidget(self.mark_strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor, 1)
        column.addLayout(strip)
        column.addLayout(under)
        self._column = column
        self._counting = QTimer(self, singleShot=True, interval=COUNT_PAUSE)
        self._counting.timeout.connect(self._count_words)
        self.editor.textChanged.connect(self._counting.start)
        self._unsaying = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._unsaying.timeout.connect(self._unsay)
        self.editor.refused.connect(self.say)
        self.editor.folds.said.connect(self.say)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._counting.start()

    def give_panel(self, panel: QWidget) -> None:
        """Something that opens between the text and the lines under it."""
        look = self._look
        row = QVBoxLayout()
        row.setContentsMargins(look.steps(9), look.steps(1), look.steps(7), look.steps(1))
        row.addWidget(panel)
        self._column.insertLayout(1, row)

    def set_pages(self, pages: int) -> None:
        """How many pages the document has as it is exported."""
        self._pages = pages
        self._show_count()

    def show_saved(self, state: SaveState, trouble: Trouble | None) -> None:
        """Whether the text is saved."""
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.EDITED: self.tr("Edited"),
            SaveState.SAVING: self.tr("Saving"),
            SaveState.FAILED: trouble_text(trouble) if trouble else self.tr("Not saved"),
        }[state]
        role = "bad" if state is SaveState.FAILED else "muted"
        if self._saved.property("role") != role:
            self._saved.setProperty("role", role)
            self._saved.style().polish(self._saved)
        self._saved.set_words(words)
        self._again.setVisible(state is SaveState.FAILED)

    def show_marked(self, marked: Marked) -> None:
        """How much of what the text says has a fact."""
        words = ""
        if marked.too_long:
            words = self.tr("Too long to be checked")
        elif marked.statements == 1:
            words = self.tr("1 statement, with a fact") if marked.supported else self.tr("1 statement, without a fact")
        elif marked.statements:
            words = self.tr("{supported} of {all} statements have a fact").format(
                supported=marked.supported, all=marked.statements
            )
        self._statements.set_words(words)

    def say(self, words: str) -> None:
        """A short word to the person, in the place of the counts, gone after a while."""
        self._said.set_words(words)
        self._count.hide()
        self._statements.hide()
        self._unsaying.start()

    def _at_mark(self, found: PlacedMark | None) -> None:
        """The strip comes at once and goes a little later: the text does not jump while a mark is typed past."""
        self._mark = found
        self._leaving.start(0 if found is not None else LEAVES)

    def _show_mark(self) -> None:
        seen = self.editor.viewport().rect().contains(self.editor.cursorRect().center())
        self.mark_strip.show_mark(self._mark)
        if seen and self._mark is not None:
            self._column.activate()
            self.editor.ensureCursorVisible()

    def _unsay(self) -> None:
        self._said.set_words("")
        self._count.show()
        self._statements.show()

    def _count_words(self) -> None:
        if not self.isVisible():
            return
        self._words = sum(1 for word in self.editor.text().split() if any(letter.isalnum() for letter in word))
        self._show_count()
        self.at_rest.emit()

    def _show_count(self) -> None:
        words = count_of_words(self._words)
        self._count.setText(f"{words} · {count_of_pages(self._pages)}" if self._pages else words)
