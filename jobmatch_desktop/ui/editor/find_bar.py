"""Finds words in a document and puts others in their place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from jobmatch_desktop.domain.finding import Found, find, find_before, replaced
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.positions import points, units
from jobmatch_desktop.ui.editor.written_parts import plain_text, replace_text
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import label

PAUSE = 120
"""Milliseconds without a keystroke after which places are counted."""
MOST_COUNTED = 9_999


class FindBar(QFrame):
    """Of one editor. UI thread. `closed` tells that the keyboard goes back to the text."""

    closed = Signal()

    def __init__(self, editor: DocumentEditor, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._editor = editor
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Find and replace"))
        self._wanted = QLineEdit()
        self._wanted.setPlaceholderText(self.tr("Find"))
        self._wanted.setAccessibleName(self.tr("Words to find"))
        self._by = QLineEdit()
        self._by.setPlaceholderText(self.tr("Replace by"))
        self._by.setAccessibleName(self.tr("Words to put in their place"))
        self._count = label("muted")
        self._before = button("↑", "slim", accessible=self.tr("The place before"))
        self._next = button("↓", "slim", accessible=self.tr("The next place"))
        self._case = button(self.tr("Aa"), "slim", accessible=self.tr("Capitals matter"))
        self._whole = button(self.tr("Words"), "slim", accessible=self.tr("Whole words alone"))
        for made, words in (
            (self._case, self.tr("Capitals matter")),
            (self._whole, self.tr("Whole words alone")),
            (self._before, self.tr("The place before (Shift+F3)")),
            (self._next, self.tr("The next place (F3)")),
        ):
            made.setToolTip(words)
        for made in (self._case, self._whole):
            made.setCheckable(True)
            made.toggled.connect(self._look)
        self._replace = button(self.tr("Replace"), "slim")
        self._replace_all = button(self.tr("Replace all"), "slim")
        self._close = button(self.tr("Close"), "slim", accessible=self.tr("Close the search"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(look.steps(1.5))
        first.addWidget(self._wanted, 1)
        first.addWidget(self._count)
        for made in (self._case, self._whole, self._before, self._next, self._close):
            first.addWidget(made)
        second.addWidget(self._by, 1)
        second.addWidget(self._replace)
        second.addWidget(self._replace_all)
        self._second = (self._by, self._replace, self._replace_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(2), look.steps(1.5), look.steps(2), look.steps(1.5))
        column.setSpacing(look.steps(1.5))
        column.addLayout(first)
        column.addLayout(second)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self._wanted.textChanged.connect(self._look)
        self._wanted.returnPressed.connect(self.go)
        self._by.returnPressed.connect(self._replace_one)
        self._next.clicked.connect(self.go)
        self._before.clicked.connect(self._go_back)
        self._replace.clicked.connect(self._replace_one)
        self._replace_all.clicked.connect(self._replace_every)
        self._close.clicked.connect(self.leave)
        editor.document().contentsChanged.connect(self._changed)
        editor.selectionChanged.connect(self._changed)
        self.hide()

    def open(self, replaces: bool) -> None:
        """Opens with the selected words; `replaces` shows what puts others in their place."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._wanted.setText(selected)
        for made in self._second:
            made.setVisible(replaces)
        self.show()
        self._wanted.selectAll()
        self._wanted.setFocus()
        self._tell()

    def leave(self) -> None:
        """Closes; what was found last stays selected."""
        self.hide()
        self.closed.emit()
        self._editor.setFocus()

    def go(self, back: bool = False) -> bool:
        """Selects the next place, or the one before; round the end. False where there is none."""
        found = self._found(back)
        if found is not None:
            text = plain_text(self._editor.document())
            cursor = self._editor.textCursor()
            cursor.setPosition(units(text, found.start))
            cursor.setPosition(units(text, found.end), QTextCursor.MoveMode.KeepAnchor)
            self._editor.setTextCursor(cursor)
            self._editor.centerCursor()
        self._tell()
        return found is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self.go(back=True)

    def _options(self) -> dict[str, bool]:
        return {"case": self._case.isChecked(), "whole": self._whole.isChecked()}

    def _found(self, back: bool) -> Found | None:
        words, text, cursor = self._wanted.text(), plain_text(self._editor.document()), self._editor.textCursor()
        if back:
            before = points(text, cursor.selectionStart())
            found = find_before(text, words, before, **self._options())
            return found or find_before(text, words, len(text), **self._options())
        after = points(text, cursor.selectionEnd())
        found = next(find(text, words, start=after, **self._options()), None)
        return found or next(find(text, words, **self._options()), None)

    def _look(self) -> None:
        """Who types on need not wait for the count."""
        self._allow(bool(self._wanted.text()))
        self._pause.start()

    def _allow(self, any_place: bool) -> None:
        none = "" if any_place else self.tr("There is nothing to go to")
        for made in (self._next, self._before, self._replace, self._replace_all):
            allow(made, none)

    def _changed(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _tell(self) -> None:
        """How many places there are, and which of them is selected."""
        words, text, cursor = self._wanted.text(), plain_text(self._editor.document()), self._editor.textCursor()
        here = (points(text, cursor.selectionStart()), points(text, cursor.selectionEnd()))
        number = count = 0
        for found in find(text, words, **self._options()):
            count += 1
            if (found.start, found.end) == here:
                number = count
            if count == MOST_COUNTED:
                break
        if not words:
            said = ""
        elif not count:
            said = self.tr("Not found")
        elif number:
            said = self.tr("{number} of {count}").format(number=number, count=count)
        else:
            said = self.tr("1 place") if count == 1 else self.tr("{count} places").format(count=count)
        self._count.setText(said)
        self._allow(count > 0)

    def _replace_one(self) -> None:
        """The selected place gets the other words, and the next one is selected; where none is, the next one alone."""
        cursor = self._editor.textCursor()
        text = plain_text(self._editor.document())
        start, end = points(text, cursor.selectionStart()), points(text, cursor.selectionEnd())
        here = next(find(text, self._wanted.text(), start=start, **self._options()), None)
        if here is not None and (here.start, here.end) == (start, end):
            if self._editor.parts.touches(cursor.selectionStart(), cursor.selectionEnd()):
                self._count.setText(self.tr("This part is being written"))
                return
            cursor.insertText(self._by.text())
            self._editor.setTextCursor(cursor)
        self.go()

    def _replace_every(self) -> None:
        if self._editor.parts.under_way:
            self._count.setText(self.tr("Stop the writing to replace all"))
            return
        text = plain_text(self._editor.document())
        changed, count = replaced(text, self._wanted.text(), self._by.text(), **self._options())
        replace_text(self._editor.document(), changed)
        self._pause.stop()
        self._tell()
        self._count.setText(self.tr("1 replaced") if count == 1 else self.tr("{count} replaced").format(count=count))
