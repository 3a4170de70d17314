"""What the strip of a refused part leads to."""

import asyncio

from PySide6.QtCore import QObject

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.marking import Markings
from jobmatch_desktop.ui.editor.positions import units
from jobmatch_desktop.ui.editor.refusals import Refusals
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.live import Refused

STEP = 0.02
PATIENCE = 2.0
"""Seconds that a part which is used has to come into the editor."""


class RefusedWays(QObject):
    """Of one document. UI thread."""

    def __init__(
        self, kind: DocumentKind, pane: DocumentPane, refusals: Refusals, markings: Markings, background: Background
    ) -> None:
        super().__init__(pane)
        self._kind = kind
        self._pane = pane
        self._refusals = refusals
        self._markings = markings
        self._background = background
        pane.strip.used.connect(self._use)
        pane.strip.dropped.connect(self._keep_draft)
        pane.strip.edit_wanted.connect(self._use_to_edit)
        pane.strip.looked_into.connect(self._look_into)
        refusals.changed.connect(self._show)
        refusals.used.connect(self._edit)

    def _show(self, kind: DocumentKind, refused: list[Refused]) -> None:
        if kind is self._kind:
            self._pane.strip.show_refused(refused)

    def _use(self, refused: Refused) -> None:
        self._refusals.use(self._kind, refused)

    def _keep_draft(self, refused: Refused) -> None:
        self._refusals.keep_draft(self._kind, refused)

    def _use_to_edit(self, refused: Refused) -> None:
        self._refusals.use(self._kind, refused, edit=True)

    def _look_into(self, refused: Refused) -> None:
        self._background.start(self._mark(refused))

    async def _mark(self, refused: Refused) -> None:
        if found := await self._markings.of_words(self._kind, refused.body):
            self._pane.strip.show_marks(refused, found.marks)

    def _edit(self, kind: DocumentKind, refused: Refused) -> None:
        if kind is self._kind:
            self._background.start(self._go_to(refused))

    async def _go_to(self, refused: Refused) -> None:
        """The part comes into the editor as every text that was changed elsewhere does; its first mark is gone to then."""
        editor = self._pane.editor
        for _ in range(round(PATIENCE / STEP)):
            if refused.body in editor.text():
                break
            await asyncio.sleep(STEP)
        else:
            return
        await self._markings.fresh(self._kind)
        text = editor.text()
        editor.marks.go_to_first(after=units(text, text.find(refused.body)) - 1)
