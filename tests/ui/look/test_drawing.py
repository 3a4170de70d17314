"""Drawing the gallery: in order, told when it cannot be, nothing twice, nothing after it was stopped."""

import asyncio
from collections.abc import Iterator

import msgspec
import pytest
import qasync
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from shiboken6 import Shiboken

from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.services.exporting import Exporter
from jobmatch_desktop.ui.editor.previewing import Wanted
from jobmatch_desktop.ui.look.drawing import Drawing
from tests.patience import until
from tests.ui.desk import CV

WANTED = Wanted(CV, DocumentKind.CV, "en", "classic")


class Press:
    def __init__(self) -> None:
        self.exporter = Exporter(PdfWriter())
        self.asked: list[str] = []
        self.go = asyncio.Event()
        self.go.set()

    async def set(self, text: str, kind: DocumentKind, language: str, template: str, options: Options) -> Pdf:
        self.asked.append(template)
        await self.go.wait()
        return await asyncio.to_thread(self.exporter.pdf, text, kind, language, template, options)


@pytest.fixture
def press(loop: qasync.QEventLoop) -> Press:
    return Press()


@pytest.fixture
def drawing(loop: qasync.QEventLoop, press: Press, pdfium: PoolExecutor) -> Iterator[Drawing]:
    parent = QObject()
    made = Drawing(press.set, pdfium, parent)
    yield made
    made.stop()
    loop.run_until_complete(asyncio.sleep(0))
    Shiboken.delete(parent)


def test_each_comes_in_its_turn_and_one_that_cannot_be_set_says_why(
    loop: qasync.QEventLoop, drawing: Drawing, press: Press
) -> None:
    images: dict[str, QImage] = {}
    troubles: dict[str, Trouble] = {}
    drawing.drawn.connect(lambda name, image: images.update({name: image}))
    drawing.failed.connect(lambda name, trouble: troubles.update({name: trouble}))
    names = ["classic", "gone", "compact"]
    drawing.draw(WANTED, names, 120.0, at_once=True)
    loop.run_until_complete(until(lambda: len(images) + len(troubles) == 3))
    assert press.asked == names
    assert {name: image.width() for name, image in images.items()} == {"classic": 120, "compact": 120}
    assert "No template has this name" in troubles["gone"].text()
    # What stands is not drawn again; another look is.
    drawing.draw(WANTED, names, 120.0, at_once=True)
    other = msgspec.structs.replace(WANTED, options=Options(accent="#8c2f39"))
    drawing.draw(other, ["compact"], 120.0, at_once=True)
    loop.run_until_complete(until(lambda: len(press.asked) == 4))


def test_nothing_is_drawn_once_it_is_stopped(loop: qasync.QEventLoop, drawing: Drawing, press: Press) -> None:
    drawn: list[str] = []
    drawing.drawn.connect(lambda name, _image: drawn.append(name))
    press.go.clear()
    drawing.draw(WANTED, ["classic", "compact", "modern"], 120.0, at_once=True)
    loop.run_until_complete(until(lambda: press.asked))
    drawing.stop()
    press.go.set()
    loop.run_until_complete(asyncio.sleep(0.05))
    assert (press.asked, drawn) == (["classic"], [])
