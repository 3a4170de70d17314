"""Under the editor: the person's words and what was worded beside them, side by side, and the choice between both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.writing.differing import Change, Run, compare

if TYPE_CHECKING:
    from jobmatch_desktop.services.merging import Conflict

TEXT = 76
"""Height of a text, in pixels at 100 %: three lines and a little."""


class BesidePanel(QFrame):
    """Shows one `Conflict` of several. `theirs_taken` and `both_taken` tell the one whose other wording is to come in; `mine_kept` those
    (a tuple) where nothing is to change; `looked_at` the one that is gone to; `left` that the person decides later."""

    theirs_taken = Signal(object)
    both_taken = Signal(object)
    mine_kept = Signal(object)
    looked_at = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = self._look = appearance.look
        self._conflicts: tuple[Conflict, ...] = ()
        self._shown = 0
        self.setProperty("role", "card")
        self._count = label("muted")
        self._says = ElidedLabel("strong", self.tr("You had changed this, and it was written anew"))
        self._before = button("‹", "slim", accessible=self.tr("Previous place"))
        self._next = button("›", "slim", accessible=self.tr("Next place"))
        self._every = button(self.tr("Keep all mine"), "slim")
        self._later = button(self.tr("Later"), "slim")
        self._mine = button(self.tr("Keep mine"), "slim")
        self._both = button(self.tr("Use both"), "slim")
        self._theirs = button(self.tr("Use this"), "slim")
        self._texts = (_text(look, self.tr("Yours stands")), _text(look, self.tr("Written anew")))
        above = QHBoxLayout()
        above.setSpacing(look.steps(2))
        above.addWidget(self._says, 1)
        above.addWidget(self._count)
        for made in (self._before, self._next, self._every, self._later):
            above.addWidget(made)
        sides = QHBoxLayout()
        sides.setSpacing(look.steps(2))
        sides.addWidget(_side(look, self._texts[0], (self._mine,)), 1)
        sides.addWidget(_side(look, self._texts[1], (self._theirs, self._both)), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(2), look.steps(3), look.steps(2))
        column.setSpacing(look.steps(1.5))
        column.addLayout(above)
        column.addLayout(sides)
        self._before.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._every.clicked.connect(self._keep_all)
        self._mine.clicked.connect(self._keep)
        self._theirs.clicked.connect(self._take)
        self._both.clicked.connect(self._take_both)
        self._later.clicked.connect(self.left)
        appearance.changed.connect(self._take_look)
        self.hide()

    def show_conflicts(self, conflicts: "Sequence[Conflict]") -> None:
        """Shows these, at the one that was shown before where it is among them; none hides the panel."""
        present = self.shown()
        self._conflicts = tuple(conflicts)
        if present in self._conflicts:
            self._shown = self._conflicts.index(present)
        self._shown = min(self._shown, max(0, len(self._conflicts) - 1))
        if self._conflicts:
            self._draw()
        self.setVisible(bool(self._conflicts))

    def first_field(self) -> QWidget:
        """Where the keyboard begins here."""
        return self._mine

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def shown(self) -> "Conflict | None":
        """The one that is looked at."""
        return self._conflicts[self._shown] if self._shown < len(self._conflicts) else None

    def _draw(self) -> None:
        conflict = self.shown()
        assert conflict is not None, "drawn where there is one"
        several = len(self._conflicts) > 1
        count = self.tr("{number} of {count}").format(number=self._shown + 1, count=len(self._conflicts))
        self._count.setText(count if several else "")
        self.setAccessibleName(f"{self._says.words()} {self._count.text()}")
        self._every.setVisible(several)
        for made, way in ((self._before, self._shown > 0), (self._next, self._shown + 1 < len(self._conflicts))):
            made.setVisible(several)
            allow(made, "" if way else self.tr("There is no other"))
        runs = compare(conflict.mine, conflict.theirs)
        _fill(self._texts[0], [run for run in runs if run.change is not Change.INSERTED], self._look)
        _fill(self._texts[1], [run for run in runs if run.change is not Change.DELETED], self._look)

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _go(self, by: int) -> None:
        self._shown = min(max(0, self._shown + by), len(self._conflicts) - 1)
        self._draw()
        self.looked_at.emit(self._conflicts[self._shown])

    def _keep(self) -> None:
        self.mine_kept.emit((self._conflicts[self._shown],))

    def _keep_all(self) -> None:
        self.mine_kept.emit(self._conflicts)

    def _take(self) -> None:
        self.theirs_taken.emit(self._conflicts[self._shown])

    def _take_both(self) -> None:
        self.both_taken.emit(self._conflicts[self._shown])

    def _take_look(self, look: Look) -> None:
        self._look = look
        if self._conflicts:
            self._draw()


def _text(look: Look, name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setProperty("role", "field")
    made.setAccessibleName(name)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setFixedHeight(look.px(TEXT))
    return made


def _side(look: Look, text: QPlainTextEdit, ways: Sequence[QWidget]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.steps(1))
    above = QHBoxLayout()
    above.setSpacing(look.steps(2))
    above.addWidget(ElidedLabel("muted", text.accessibleName()), 1)
    for way in ways:
        above.addWidget(way)
    column.addLayout(above)
    column.addWidget(text)
    return side


def _fill(text: QPlainTextEdit, runs: Sequence[Run], look: Look) -> None:
    """Writes the words of one side; those that the other has not are set off."""
    plain, own = QTextCharFormat(), QTextCharFormat()
    own.setBackground(QColor(look.colours.accent_soft))
    text.clear()
    cursor = QTextCursor(text.document())
    for run in runs:
        cursor.insertText(run.text, plain if run.change is Change.SAME else own)
    text.moveCursor(QTextCursor.MoveOperation.Start)
