"""A passage in the editor, and the panel of other words for it: what is chosen, where it goes back to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.rewrite import NeedsModel, Wish
from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.drafting import Drafting
from jobmatch_desktop.ui.editor.drafts_panel import DraftsPanel
from jobmatch_desktop.ui.editor.positions import in_lines, points, units
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.shared.words import trouble_text
from jobmatch_desktop.writing.parts import locate
from jobmatch_desktop.writing.rewriting import shape_of

if TYPE_CHECKING:
    from jobmatch_desktop.ui.shared.appearance import Appearance
    from jobmatch_desktop.ui.shared.icons import Icons


class DraftWays(QObject):
    """Of one document. UI thread. `chosen` gives who wrote last."""

    failed = Signal(object)

    def __init__(
        self,
        kind: DocumentKind,
        pane: DocumentPane,
        drafting: Drafting,
        presenter: WorkspacePresenter,
        chosen: Callable[[], Choice],
        appearance: "Appearance",
        icons: "Icons",
    ) -> None:
        super().__init__(pane)
        self._kind = kind
        self._pane = pane
        self._drafting = drafting
        self._presenter = presenter
        self._chosen = chosen
        self._place = QTextCursor()
        self._panel = DraftsPanel(appearance, icons)
        pane.give_panel(self._panel)
        self._panel.asked.connect(self._ask)
        self._panel.taken.connect(self._take)
        self._panel.left.connect(self.leave)
        self._panel.stopped.connect(drafting.stop)
        drafting.changed.connect(self._panel.show_drafts)

    def open_part(self) -> None:
        """Opens the panel for the whole part that the caret is in: a summary, a job's bullets, a paragraph of a letter."""
        editor = self._pane.editor
        text, cursor = editor.text(), QTextCursor(editor.textCursor())
        place = points(text, cursor.position())
        part = next((span for span in locate(text).values() if span.start <= place <= span.end), None)
        if part is None or part.start == part.end:
            self._pane.say(
                self.tr("Nothing here is written part by part: put the caret into a summary, a list or a paragraph.")
            )
            return
        cursor.setPosition(units(text, part.start))
        cursor.setPosition(units(text, part.end), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        self.open()

    def open(self) -> None:
        """Opens the panel for the words that are selected, or the line that the caret is in."""
        application, document = self._presenter.application, self._presenter.document(self._kind)
        if application is None or document is None:
            return
        cursor = self._passage()
        passage = _words(cursor)
        try:
            shape_of(passage)
        except JobMatchError as error:
            self._pane.say(trouble_text(error.trouble))
            return
        editor = self._pane.editor
        if editor.parts.touches(cursor.selectionStart(), cursor.selectionEnd()):
            self._pane.say(self.tr("This part is being written. Stop it to write here yourself."))
            return
        editor.setTextCursor(cursor)
        self._place = cursor
        self._drafting.open(application.id, self._kind, document.language, passage)
        self._panel.open(passage, document.language)
        self._panel.first_field().setFocus()

    def leave(self) -> None:
        """The passage stays as it is."""
        if self._panel.isVisible():
            self._panel.hide()
            self._drafting.leave()
            self._pane.editor.setFocus()

    def _passage(self) -> QTextCursor:
        """The selection without the space around it and, where it spans lines, with the whole of them."""
        cursor = QTextCursor(self._pane.editor.textCursor())
        if not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            return cursor
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        said = cursor.selectedText()
        start += len(said) - len(said.lstrip())
        end -= len(said) - len(said.rstrip())
        document = self._pane.editor.document()
        first, last = document.findBlock(start), document.findBlock(max(start, end))
        if first != last:
            start, end = first.position(), last.position() + last.length() - 1
        cursor.setPosition(start)
        cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _ask(self, wish: Wish, words: str) -> None:
        self._presenter.background.start(self._ask_writer(wish, words))

    async def _ask_writer(self, wish: Wish, words: str) -> None:
        choice = self._chosen()
        if choice.provider == COMPOSER:
            choice = msgspec.structs.replace(choice, provider=await self._writer(), model="")
        self._drafting.ask(wish, choice, words)

    async def _writer(self) -> str:
        """Who writes where nobody wrote yet: the first that is ready on a machine of the person's own."""
        for writer in await self._presenter.writers():
            if writer.provider != COMPOSER and writer.availability.state is State.READY:
                return writer.provider
        raise NeedsModel()

    def _take(self, words: str) -> None:
        editor = self._pane.editor
        if editor.parts.touches(self._place.selectionStart(), self._place.selectionEnd()):
            self._pane.say(self.tr("This part is being written. Stop it to write here yourself."))
            return
        changed = _words(self._place) != self._drafting.passage
        start = self._place.selectionStart()
        self._place.insertText(in_lines(words).strip("\n"))
        placed = QTextCursor(editor.document())
        placed.setPosition(start)
        placed.setPosition(self._place.position(), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(placed)
        self.leave()
        if changed:
            self._pane.say(self.tr("You had changed the passage meanwhile: Ctrl+Z brings it back."))


def _words(cursor: QTextCursor) -> str:
    return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
