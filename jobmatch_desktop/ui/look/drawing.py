"""Draws the first page of a document in every template, one after the other, as they come."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.ui.editor.pdf_pages import draw
from jobmatch_desktop.ui.editor.previewing import Wanted

if TYPE_CHECKING:
    from jobmatch_desktop.formats.writers.pdf import Pdf

PAUSE = 300
"""Milliseconds without another wish after which drawing begins: the pages in the preview come first."""


class Drawing(QObject):
    """UI thread; Typst works in the pool, pdfium in its serial executor. Images that stand stay until newer ones come."""

    drawn = Signal(str, object)
    """A template's name and the `QImage` of the first page in it."""
    failed = Signal(str, object)
    """A template's name, and the `Trouble` for which there is no image."""

    def __init__(
        self,
        compile_: Callable[[str, DocumentKind, str, str, Options], "Awaitable[Pdf]"],
        pdfium: Executor,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._compile = compile_
        self._pdfium = pdfium
        self._wishes: list[tuple[Wanted, float]] = []
        self._have: dict[str, tuple[Wanted, float]] = {}
        self._running: asyncio.Task[None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._go)

    def draw(self, wanted: Wanted, names: Sequence[str], width: float, at_once: bool = False) -> None:
        """Draws a document in these templates, in this order, so many device pixels wide; what stands so already is left."""
        self.stop()
        wishes = [(msgspec.structs.replace(wanted, template=name), width) for name in names]
        self._wishes = [wish for wish in wishes if self._have.get(wish[0].template) != wish]
        if self._wishes:
            self._pause.start(0 if at_once else PAUSE)

    def stop(self) -> None:
        """Draws nothing more; what is being set is dropped when it is done."""
        self._pause.stop()
        self._wishes = []
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _go(self) -> None:
        self._running = asyncio.get_event_loop().create_task(self._run(self._wishes))

    async def _run(self, wishes: list[tuple[Wanted, float]]) -> None:
        for wanted, width in wishes:
            name = wanted.template
            try:
                pdf = await self._compile(wanted.text, wanted.kind, wanted.language, name, wanted.options)
            except JobMatchError as error:
                self.failed.emit(name, error.trouble)
            else:
                found = await asyncio.wrap_future(self._pdfium.submit(draw, pdf.data, 0, -1, 1.0))
                scale = width / found.sizes[0][0]
                page = await asyncio.wrap_future(self._pdfium.submit(draw, pdf.data, 0, 0, scale))
                self.drawn.emit(name, page.images[0])
            self._have[name] = (wanted, width)
