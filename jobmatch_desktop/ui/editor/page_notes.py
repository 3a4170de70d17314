"""What the person should know of the pages in view: another font than the chosen, signs that no font has, what to cut."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.ui.editor.previewing import Previewing, Wanted
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.remarks import remark_text

if TYPE_CHECKING:
    from jobmatch_desktop.formats.writers.pdf import Pdf
    from jobmatch_desktop.services.parts import Services

REST = 700
"""Milliseconds without newer pages after which it is looked up what to cut: it takes a tenth of a second in the pool."""


class PageNotes(QObject):
    """UI thread."""

    told = Signal(str)
    """What is to be known of the fonts; `""` for nothing."""
    to_cut = Signal(str)
    """What to cut; `""` where all fits."""

    def __init__(
        self, services: "Services", engine: Engine, background: Background, previewing: Previewing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._wanted: Wanted | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._look)
        previewing.was_set.connect(self._take)

    def _take(self, wanted: Wanted, pdf: "Pdf") -> None:
        self.told.emit(remark_text([one for one in (pdf.boxes, pdf.stand_in) if one is not None]))
        self._rest.stop()
        self._wanted = wanted
        if pdf.fits:
            self.to_cut.emit("")
        else:
            self._rest.start()

    def _look(self) -> None:
        if self._wanted is not None:
            self._background.start(self._look_up(self._wanted))

    async def _look_up(self, wanted: Wanted) -> None:
        found = await self._engine.call(
            self._services.looks.to_cut,
            wanted.text,
            wanted.kind,
            wanted.language,
            wanted.template,
            wanted.options,
        )
        if wanted is self._wanted:
            self.to_cut.emit(remark_text([found]))
