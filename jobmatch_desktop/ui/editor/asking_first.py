"""Before a document goes out of the window: the words that no fact supports, and whether they go all the same."""

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.unsupported_dialog import UnsupportedDialog
from jobmatch_desktop.ui.shared.appearance import Appearance

AGAIN = 0.1
"""Seconds after which a text that was typed in while it was checked is checked again."""


class AskingFirst(QObject):
    """Asks over a window, one question at a time. UI thread. `way_on` goes on all the same (`""`: exports)."""

    first_wanted = Signal(object)
    """The kind of document whose first words without a fact the person wants to see."""

    def __init__(
        self, presenter: WorkspacePresenter, appearance: Appearance, window: QWidget, way_on: str = ""
    ) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._appearance = appearance
        self._window = window
        self._way_on = way_on
        self._asking = False

    def ask(
        self, kinds: Sequence[DocumentKind], go_on: Callable[[], None], check: Callable[[], None] | None = None
    ) -> None:
        """Calls `go_on` where all words of the documents have a fact, or the person wants it all the same. What `check` raises
        is told before anything is asked."""
        if not self._asking:
            self._asking = True
            self._presenter.background.start(self._look(kinds, go_on, check))

    async def _look(
        self, kinds: Sequence[DocumentKind], go_on: Callable[[], None], check: Callable[[], None] | None
    ) -> None:
        found: dict[DocumentKind, Sequence[Mark]] = {}
        try:
            if check is not None:
                check()
            for kind in kinds:
                marks = await self._unsupported(kind)
                if marks is None:
                    return
                found[kind] = marks
        finally:
            self._asking = False
        first = next((kind for kind, marks in found.items() if marks), None)
        if first is None:
            go_on()
            return
        listed = [mark for marks in found.values() for mark in marks]
        dialog = UnsupportedDialog(self._appearance, listed, self._window, of_set=len(kinds) > 1, way_on=self._way_on)
        dialog.accepted.connect(go_on)
        dialog.first_wanted.connect(lambda: self.first_wanted.emit(first))
        dialog.open()

    async def _unsupported(self, kind: DocumentKind) -> Sequence[Mark] | None:
        """The claims of a document as it stands that no fact supports; None where no application is open any more."""
        found = await self._presenter.markings.fresh(kind)
        while found is None and self._presenter.application is not None:
            await asyncio.sleep(AGAIN)
            found = await self._presenter.markings.fresh(kind)
        return None if found is None else found.open
