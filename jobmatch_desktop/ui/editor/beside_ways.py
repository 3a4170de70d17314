"""What the panel of words beside the person's own leads to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.editor.besides import Besides
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.positions import in_lines, units
from jobmatch_desktop.ui.shared.appearance import Appearance

if TYPE_CHECKING:
    from jobmatch_desktop.services.merging import Conflict
    from jobmatch_desktop.ui.editor.beside_panel import BesidePanel


class BesideWays(QObject):
    """Of one document. UI thread."""

    def __init__(self, kind: DocumentKind, pane: DocumentPane, besides: Besides, appearance: Appearance) -> None:
        super().__init__(pane)
        self._kind = kind
        self._pane = pane
        self._besides = besides
        self._appearance = appearance
        self._panel: BesidePanel | None = None
        self._found: tuple[Conflict, ...] = ()
        self._put_off = False
        besides.changed.connect(self._take)
        pane.at_rest.connect(self._show)

    def open(self) -> None:
        """Shows what is not decided about, and goes there."""
        self._put_off = False
        self._show()
        if self._panel is None or (shown := self._panel.shown()) is None:
            self._pane.say(self.tr("Nothing was written anew where you changed the words."))
        else:
            self._select(shown)
            self._panel.first_field().setFocus()

    def _take(self, kind: DocumentKind, found: "tuple[Conflict, ...]") -> None:
        if kind is self._kind:
            if not set(found) <= set(self._found):
                self._put_off = False
            self._found = found
            self._show()

    def _show(self) -> None:
        """Those whose place is still as it was; what is taken back by undoing is open again."""
        text = self._pane.editor.text() if self._found else ""
        standing = () if self._put_off else tuple(one for one in self._found if one.place(text) is not None)
        if not standing and self._panel is None:
            return
        panel = self._made()
        # What is hidden with the keyboard in it would hand it to whatever comes next.
        if not standing and panel.isAncestorOf(QApplication.focusWidget() or self._pane):
            self._pane.editor.setFocus()
        panel.show_conflicts(standing)

    def _made(self) -> "BesidePanel":
        if self._panel is None:
            from jobmatch_desktop.ui.editor.beside_panel import BesidePanel

            self._panel = BesidePanel(self._appearance)
            self._panel.theirs_taken.connect(self._use)
            self._panel.both_taken.connect(self._use_both)
            self._panel.mine_kept.connect(self._keep)
            self._panel.looked_at.connect(self._select)
            self._panel.left.connect(self._leave)
            self._pane.give_panel(self._panel)
        return self._panel

    def _leave(self) -> None:
        self._put_off = True
        self._show()

    def _keep(self, conflicts: "tuple[Conflict, ...]") -> None:
        self._besides.keep_mine(self._kind, conflicts)

    def _use(self, conflict: "Conflict") -> None:
        self._write(conflict, conflict.theirs)

    def _use_both(self, conflict: "Conflict") -> None:
        between = "\n" if conflict.mine.startswith(("-", "*", "+", "•")) else "\n\n"
        self._write(conflict, conflict.mine + between + conflict.theirs)

    def _write(self, conflict: "Conflict", words: str) -> None:
        """As the person's own edit, one step to undo."""
        cursor = self._cursor(conflict)
        if cursor is None or self._pane.editor.parts.touches(cursor.selectionStart(), cursor.selectionEnd()):
            self._pane.say(self.tr("This part is being written. Stop it to write here yourself."))
            return
        cursor.insertText(in_lines(words))
        self._pane.editor.setTextCursor(cursor)
        self._show()

    def _select(self, conflict: "Conflict") -> None:
        if (cursor := self._cursor(conflict)) is not None:
            self._pane.editor.setTextCursor(cursor)
            self._pane.editor.ensureCursorVisible()

    def _cursor(self, conflict: "Conflict") -> QTextCursor | None:
        """The person's words, selected, where they stand in the text."""
        text = self._pane.editor.text()
        place = conflict.place(text)
        if place is None:
            return None
        cursor = QTextCursor(self._pane.editor.document())
        cursor.setPosition(units(text, place.start))
        cursor.setPosition(units(text, place.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
