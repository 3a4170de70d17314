"""A field while the person is in it: what is typed is told after a pause and when it is left."""

from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.ui.profile.line_editor import LineEditor
from jobmatch_desktop.ui.profile.rows import Cell, Row
from jobmatch_desktop.ui.profile.sections import FieldKind


class Visit(QObject):
    """`typed` tells a field and its words, `came` the field that the person comes to. The same editor stays in the field, whatever
    changes around it."""

    typed = Signal(object, str)
    came = Signal(object)

    def __init__(self, editor: LineEditor) -> None:
        super().__init__(editor)
        self.editor = editor
        self.cell: Cell | None = None
        """The field, as it stands now; None: the person is in none."""
        self.row: Row | None = None
        self._told = ""
        self._original = ""
        self._telling = False
        editor.paused.connect(self.keep)

    @property
    def key(self) -> str:
        """The key of the field; `""` where the person is in none."""
        return "" if self.cell is None else self.cell.key

    def begin(self, cell: Cell, row: Row, name: str) -> None:
        """The person comes to a field, called `name`."""
        self.cell, self.row = cell, row
        self._told = self._original = cell.text
        self.editor.begin(cell, name)
        self.came.emit(cell)

    def refresh(self, cell: Cell, row: Row) -> None:
        """The field as it stands now. Its new words are taken where the person is not typing others."""
        assert self.cell is not None
        before, self.cell, self.row = self.cell.text, cell, row
        if not self._telling and cell.text != before and self.editor.toPlainText() == self._told:
            self._told = self._original = cell.text
            self.editor.put(cell.text)

    def keep(self, leaving: bool = False) -> None:
        """Tells what is typed. A bullet that is empty goes only when it is left."""
        self.editor.settle()
        words = self.editor.toPlainText()
        if self.cell is None or words == self._told:
            return
        if self.cell.field.kind is FieldKind.BULLET and not words.strip() and not leaving:
            return
        self._told = words
        self._telling = True
        self.typed.emit(self.cell, words)
        self._telling = False

    def put(self, words: str) -> None:
        """Has these words, which are told already."""
        self._told = words
        self.editor.put(words)

    def give_up(self) -> bool:
        """Back to the words that the field had; whether it had others."""
        if self.editor.toPlainText() == self._original:
            return False
        self.editor.put(self._original)
        self.keep()
        return True

    def end(self) -> None:
        """The person leaves the field."""
        self.keep(leaving=True)
        self.cell = self.row = None
