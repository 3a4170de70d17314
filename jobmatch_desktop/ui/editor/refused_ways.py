"""What the strip of a refused part leads to."""

import time

from PySide6.QtCore import QObject

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.mark import Marked
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.marking import Markings
from jobmatch_desktop.ui.editor.positions import units
from jobmatch_desktop.ui.editor.refusals import Refusals
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.live import Refused

PATIENCE = 10.0
"""Seconds that a part which is used has to come into the editor and be checked: later, the person is elsewhere."""


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
        self._awaited: Refused | None = None
        self._until = 0.0
        pane.strip.used.connect(self._use)
        pane.strip.dropped.connect(self._keep_draft)
        pane.strip.edit_wanted.connect(self._use_to_edit)
        pane.strip.looked_into.connect(self._look_into)
        refusals.changed.connect(self._show)
        refusals.used.connect(self._edit)
        markings.told.connect(self._go_to)

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
            self._awaited, self._until = refused, time.monotonic() + PATIENCE
            # It may have been checked already. Asking here for what is found would miss it: a later check drops this one.
            self._background.start(self._markings.fresh(kind))

    def _go_to(self, kind: DocumentKind, marked: Marked) -> None:
        """The part comes into the editor as every text that was changed elsewhere does; its first mark is gone to when it is checked."""
        if kind is not self._kind or self._awaited is None:
            return
        text = self._pane.editor.text()
        place = text.find(self._awaited.body)
        late = time.monotonic() > self._until
        if place >= 0 or late:
            self._awaited = None
        if place >= 0 and not late:
            self._pane.editor.marks.go_to_first(after=units(text, place) - 1)
