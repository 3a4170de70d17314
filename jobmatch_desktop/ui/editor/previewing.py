"""Keeps the preview at the text: sets it as a PDF and has its visible pages drawn, dropping what is outdated."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.options import USUAL, Options
from jobmatch_desktop.ui.editor.page_places import Places, line_at, segment_of
from jobmatch_desktop.ui.editor.pdf_pages import Drawn, draw, located

if TYPE_CHECKING:
    from jobmatch_desktop.formats.writers.pdf import Pdf

FOLLOWING = 60
"""Milliseconds without a move of the caret after which the pages follow it."""
PAUSE = 120
"""Milliseconds without a change after which the text is set."""


class Wanted(msgspec.Struct, frozen=True):
    """What is to be seen: a text and how it is set."""

    text: str
    kind: DocumentKind
    language: str
    template: str
    options: Options = USUAL


class Previewing(QObject):
    """Sets and draws, one thing at a time, always the newest. UI thread; the work is done elsewhere.

    `compile` is services.documents.pdf through the engine; `pdfium` is the serial executor.
    """

    drawn = Signal(object)
    """`Drawn` pages of the newest PDF."""
    failed = Signal(object)
    """The `Trouble` for which there is no newer preview; None when there is one again."""
    was_set = Signal(object, object)
    """What was `Wanted`, and the `Pdf` that it became."""
    followed = Signal(object)
    """The `Segment` of the newest pages in which the person writes, or None."""
    pointed_at = Signal(int)
    """The line of the text (from 0) that the person clicked on a page."""

    def __init__(
        self,
        compile_: Callable[[str, DocumentKind, str, str, Options], "Awaitable[Pdf]"],
        pdfium: Executor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._compile = compile_
        self._pdfium = pdfium
        self._wanted: Wanted | None = None
        self._set: Wanted | None = None
        self._pdf = b""
        self._line: int | None = None
        self._places: tuple[bytes, Places] | None = None
        self._told: tuple[bytes, int | None] | None = None
        self._clicked: tuple[int, float, float] | None = None
        self._view: tuple[int, int, float] | None = None
        self._shown: tuple[bytes, tuple[int, int, float]] | None = None
        self._running: asyncio.Task[None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look_now)
        self._following = QTimer(self, singleShot=True, interval=FOLLOWING)
        self._following.timeout.connect(self._go_where_set)
        self._source: Callable[[], Wanted | None] = _nothing

    def show_from(self, source: Callable[[], Wanted | None]) -> None:
        """Where what is to be seen comes from; it is asked after each pause, so that a keystroke costs nothing here."""
        self._source = source

    def touch(self) -> None:
        """The text has changed: it is looked at after a pause."""
        self._pause.start()

    def look_now(self) -> None:
        """Looks at once."""
        self._pause.stop()
        wanted = self._source()
        if wanted is not None and wanted != self._wanted:
            self._wanted = wanted
            self._go()

    def look_at(self, first: int, last: int, scale: float) -> None:
        """These pages (from 0) are in view, at so many pixels a point."""
        if (first, last, scale) != self._view:
            self._view = (first, last, scale)
            if self._pdf:
                self._go()

    def follow(self, line: int) -> None:
        """The person writes in this line of the text, from 0: where it stands on the pages is told."""
        self._line = line
        self._following.start()

    def point_at(self, page: int, x: float, y: float) -> None:
        """The person clicked a page (from 0), at points from its left and upper edge: which line that is is told."""
        self._clicked = (page, x, y)
        if self._pdf:
            self._go()

    def stop(self) -> None:
        """Starts nothing more."""
        self._pause.stop()
        self._following.stop()
        self._line = None
        self._wanted = self._set

    async def wind_up(self) -> None:
        """Ends what is being set or drawn, and starts nothing more."""
        self.stop()
        self._pdf = b""  # pages that go still tell what of them is in view
        if self._running is not None and not self._running.done():
            self._running.cancel()
            await asyncio.wait([self._running])

    def _go_where_set(self) -> None:
        if self._pdf:
            self._go()

    def _go(self) -> None:
        if self._running is None or self._running.done():
            self._running = asyncio.get_event_loop().create_task(self._run())

    async def _run(self) -> None:
        while True:
            if self._wanted is not None and self._wanted != self._set:
                await self._set_text(self._wanted)
            elif self._pdf and self._view is not None and (self._pdf, self._view) != self._shown:
                self._shown = (self._pdf, self._view)
                self.drawn.emit(await self._draw(self._pdf, *self._view))
            elif self._pdf and self._clicked is not None:
                page, x, y = self._clicked
                self._clicked = None
                line = line_at(await self._located(), page, x, y)
                if line is not None:
                    self.pointed_at.emit(line)
            elif self._pdf and self._line is not None and self._told != (self._pdf, self._line):
                self._told = (self._pdf, self._line)
                self.followed.emit(segment_of(await self._located(), self._line))
            else:
                return

    async def _located(self) -> Places:
        """What of the text stands where, looked up once for each PDF."""
        pdf = self._pdf
        if self._places is None or self._places[0] is not pdf:
            text = "" if self._set is None else self._set.text
            self._places = (pdf, await asyncio.wrap_future(self._pdfium.submit(located, pdf, text)))
        return self._places[1]

    async def _set_text(self, wanted: Wanted) -> None:
        self._set = wanted
        try:
            pdf = await self._compile(wanted.text, wanted.kind, wanted.language, wanted.template, wanted.options)
        except JobMatchError as error:
            self.failed.emit(error.trouble)
            return
        self._pdf = pdf.data
        self.failed.emit(None)
        self.was_set.emit(wanted, pdf)
        if self._view is None:
            self.drawn.emit(await self._draw(pdf.data, 0, -1, 1.0))

    async def _draw(self, pdf: bytes, first: int, last: int, scale: float) -> Drawn:
        return await asyncio.wrap_future(self._pdfium.submit(draw, pdf, first, last, scale))


def _nothing() -> Wanted | None:
    return None
