"""What the context menu offers for a misspelt word."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import Shiboken

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.editor.spelling import Spellings
from jobmatch_desktop.ui.shared.background import Background


class SpellingWays(QObject):
    """Of one document. UI thread."""

    def __init__(self, kind: DocumentKind, pane: DocumentPane, spellings: Spellings, background: Background) -> None:
        super().__init__(pane)
        self._kind = kind
        self._pane = pane
        self._spellings = spellings
        self._background = background
        self._found: PlacedMark | None = None
        pane.editor.menu_opened.connect(self._offer)

    def next(self) -> None:
        """Goes to the next misspelt word and offers what may be meant."""
        editor = self._pane.editor
        if not editor.spelling.go():
            self._pane.say(self.tr("No word is misspelt."))
            return
        menu = QMenu(editor)
        self._offer(menu, editor.textCursor().selectionEnd())
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def _offer(self, menu: QMenu, place: int) -> None:
        """Puts what may be meant at the head of a menu; words come into it when they are found."""
        found = self._pane.editor.spelling.at(place)
        if found is None:
            return
        self._found = found
        first = menu.actions()[0] if menu.actions() else None
        looking = QAction(self.tr("Looking for words"), menu)
        looking.setEnabled(False)
        add = QAction(self.tr("“{word}” is right").format(word=found.mark.said), menu)
        add.triggered.connect(self._add)
        for action in (looking, add):
            menu.insertAction(first, action) if first else menu.addAction(action)
        if first:
            menu.insertSeparator(first)
        self._background.start(self._suggest(menu, looking, found))

    async def _suggest(self, menu: QMenu, looking: QAction, found: PlacedMark) -> None:
        try:
            words = await self._spellings.suggest(self._kind, found.mark.said)
        except JobMatchError:
            words = ()  # why words cannot be looked up is told where they are marked
        if not Shiboken.isValid(menu):
            return
        for word in words:
            action = QAction(word, menu)
            action.triggered.connect(self._use)
            menu.insertAction(looking, action)
        looking.setText(self.tr("Nothing like it is known"))
        looking.setVisible(not words)
        if words and menu.isVisible():
            menu.setActiveAction(menu.actions()[0])

    def _use(self) -> None:
        action = self.sender()
        if self._found is not None and isinstance(action, QAction):
            self._pane.editor.spelling.replace(self._found, action.text())
            self._pane.editor.setFocus()

    def _add(self) -> None:
        if self._found is not None:
            self._spellings.add(self._found.mark.said)
            self._pane.editor.setFocus()
