"""How long after the pause that follows a keystroke the three pages of the preview show it."""

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest

from bench.apart import apart
from bench.row import Row, at, milliseconds, times
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.editor.pdf_pages import draw
from jobmatch_desktop.ui.editor.preview import Pages
from jobmatch_desktop.ui.editor.previewing import PAUSE
from tests.ui.driven import Driven, drive, until

KEYS = 40
PAGES = 3
GOAL = 0.05


def measure() -> list[Row]:
    """p95 over forty keystrokes in the program's window; beside it Typst and pdfium alone, with nothing around them."""
    own, alone = apart(latencies)
    return [
        Row(
            f"keystroke to preview painted, {PAGES} pages, p95 after the pause",
            milliseconds(at(own, 0.95)),
            f"{milliseconds(at(alone, 0.95))} (Typst and pdfium alone)",
            times(at(own, 0.95) / at(alone, 0.95)),
            f"<= {GOAL * 1000:.0f} ms",
            at(own, 0.95) <= GOAL,
        )
    ]


def latencies() -> tuple[list[float], list[float]]:
    """Seconds from the end of the pause to the paint, for each key; seconds of setting and drawing alone."""
    painted = watch_pages()
    seen: list[Any] = []

    async def act(driven: Driven) -> list[float]:
        application = await driven.call(driven.services.applications.add_sample)
        driven.open(application.id)
        driven.workspace.head.segments.choose("cv")
        editor, pages = driven.editor(DocumentKind.CV), driven.find(Pages)
        await until(lambda: editor.isVisible() and editor.text() and painted)
        drawn: list[float] = []
        driven.workspace.presenter.previewing.drawn.connect(lambda _pages: drawn.append(time.monotonic()))
        editor.set_text(of_pages(editor.text()))
        editor.edited.emit()
        await until(lambda: len(pages._sizes) == PAGES)
        await asyncio.sleep(1.0)
        found = []
        for _ in range(KEYS):
            drawn.clear()
            begun = time.monotonic()
            QTest.keyClicks(editor, "x")
            await until(lambda: drawn)
            await until(lambda moment=drawn[-1]: painted[-1] > moment)  # type: ignore[misc]
            found.append(next(moment for moment in painted if moment > drawn[0]) - begun - PAUSE / 1000)
            await asyncio.sleep(0.3)
        seen.extend((editor.text(), driven.workspace.presenter.previewing._view))
        await driven.close()
        return found

    with tempfile.TemporaryDirectory() as folder:
        own = drive(make_application(), Path(folder), act)
    return own, _alone(*seen)


def watch_pages() -> list[float]:
    """Gathers the moments at which the preview has painted its pages."""
    painted: list[float] = []
    paint = Pages.paintEvent

    def watched(pages: Pages, event: QPaintEvent) -> None:
        paint(pages, event)
        painted.append(time.monotonic())

    Pages.paintEvent = watched  # type: ignore[method-assign]
    return painted


def of_pages(text: str) -> str:
    """The text with its sections repeated until it has three pages."""
    writer, style = PdfWriter(), Style()
    _, rest = text.split("\n## ", 1)
    while writer.write(parse(text), style).pages < PAGES:
        text += "\n## " + rest
    return text


def _alone(text: str, view: tuple[int, int, float]) -> list[float]:
    """Seconds of setting the text with one letter more each time, by a compiler that is kept, and of drawing the pages in view."""
    writer, found = PdfWriter(), []
    for number in range(KEYS):
        begun = time.perf_counter()
        draw(writer.write(parse(text + "x" * number), Style()).data, *view)
        found.append(time.perf_counter() - begun)
    return found[3:]
