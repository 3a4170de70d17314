"""What the strip of a mark leads to: the dialogs that ask, and who does what was asked for."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.marking import Markings
from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background


class MarkWays(QObject):
    """Of one document. UI thread; dialogs are made and imported when they are asked for."""

    def __init__(
        self,
        kind: DocumentKind,
        pane: DocumentPane,
        markings: Markings,
        background: Background,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._kind = kind
        self._pane = pane
        self._markings = markings
        self._background = background
        self._appearance = appearance
        self._window = window
        strip = pane.mark_strip
        strip.value_wanted.connect(self._use_value)
        strip.edit_wanted.connect(pane.editor.marks.select)
        strip.tie_wanted.connect(self._ask_fact)
        strip.fact_wanted.connect(self._ask_words)
        strip.keep_wanted.connect(self._keep)
        strip.again_wanted.connect(self._mark_again)

    def next(self, back: bool = False) -> None:
        """Goes to the next mark, or the one before."""
        if not self._pane.editor.marks.go(back):
            self._pane.say(self.tr("Nothing here lacks a fact."))

    def _use_value(self, found: PlacedMark) -> None:
        if found.mark.near is not None:
            self._pane.editor.marks.replace(found, found.mark.near.instead)
        self._pane.editor.setFocus()

    def _keep(self, found: PlacedMark) -> None:
        self._markings.keep(self._kind, found.mark)
        self._pane.editor.setFocus()

    def _mark_again(self, found: PlacedMark) -> None:
        self._markings.mark_again(self._kind, found.mark)
        self._pane.editor.setFocus()

    def _ask_fact(self, found: PlacedMark) -> None:
        self._background.start(self._choose_fact(found))

    async def _choose_fact(self, found: PlacedMark) -> None:
        from jobmatch_desktop.ui.editor.fact_chooser import FactChooser

        facts = await self._markings.nearest(self._kind, found.mark)
        dialog = FactChooser(self._appearance, found, facts, self._window)
        dialog.chosen.connect(self._tie)
        dialog.open()

    def _tie(self, found: PlacedMark, fact: Fact) -> None:
        self._markings.tie(self._kind, found.mark, fact)

    def _ask_words(self, found: PlacedMark) -> None:
        self._background.start(self._word_fact(found))

    async def _word_fact(self, found: PlacedMark) -> None:
        from jobmatch_desktop.ui.editor.fact_adding import FactAdding

        profile = await self._markings.profile()
        if profile is not None:
            heading = self._pane.editor.marks.heading_above(found)
            dialog = FactAdding(self._appearance, found, heading, profile, self._window)
            dialog.added.connect(self._markings.add_fact)
            dialog.open()
