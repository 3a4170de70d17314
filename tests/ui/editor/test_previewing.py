"""The preview: always of the newest text, one page set at a time, told when it cannot be."""

import asyncio
from collections.abc import Iterator

import msgspec
import pytest
import qasync
from shiboken6 import Shiboken

from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.services.exporting import Exporter
from jobmatch_desktop.ui.editor.page_places import Segment
from jobmatch_desktop.ui.editor.pdf_pages import Drawn, draw
from jobmatch_desktop.ui.editor.previewing import Previewing, Wanted
from tests.patience import until
from tests.ui.desk import CV

ONE = Wanted(CV, DocumentKind.CV, "en", "classic")
LONG = CV + "\n## More\n" + "- A line that says something about work\n" * 150


class Broken(JobMatchError):
    what = "The page could not be set."


class Press:
    """Sets pages; holds each back until it is let go."""

    def __init__(self) -> None:
        self.exporter = Exporter(PdfWriter())
        self.texts: list[str] = []
        self.go = asyncio.Event()
        self.go.set()

    async def set(self, text: str, kind: DocumentKind, language: str, template: str, options: Options) -> Pdf:
        self.texts.append(text)
        await self.go.wait()
        if text == "broken":
            raise Broken
        return await asyncio.to_thread(self.exporter.pdf, text, kind, language, template, options)


@pytest.fixture
def press(loop: qasync.QEventLoop) -> Press:
    return Press()


@pytest.fixture
def previewing(loop: qasync.QEventLoop, press: Press, pdfium: PoolExecutor) -> Iterator[Previewing]:
    made = Previewing(press.set, pdfium)
    yield made
    press.go.set()
    loop.run_until_complete(made.wind_up())
    Shiboken.delete(made)  # here and now, not on whichever thread collects it


def test_the_pages_in_view_are_drawn_and_no_others(
    loop: qasync.QEventLoop, press: Press, previewing: Previewing
) -> None:
    drawn: list[Drawn] = []
    previewing.drawn.connect(drawn.append)
    previewing.show_from(lambda: msgspec.structs.replace(ONE, text=LONG))
    previewing.look_now()
    loop.run_until_complete(until(lambda: drawn))
    assert len(drawn[0].sizes) >= 3
    assert drawn[0].images == {}
    previewing.look_at(1, 1, 0.5)
    loop.run_until_complete(until(lambda: len(drawn) > 1))
    assert list(drawn[1].images) == [1]
    width, height = drawn[1].sizes[1]
    assert abs(drawn[1].images[1].width() - width / 2) <= 1
    assert abs(drawn[1].images[1].height() - height / 2) <= 1


def test_what_is_outdated_is_never_set(loop: qasync.QEventLoop, press: Press, previewing: Previewing) -> None:
    texts = ["one"]
    previewing.show_from(lambda: msgspec.structs.replace(ONE, text=texts[-1]))
    press.go.clear()
    previewing.look_now()
    loop.run_until_complete(until(lambda: press.texts))
    for text in ("two", "three", "four"):
        texts.append(text)
        previewing.look_now()
    press.go.set()
    loop.run_until_complete(until(lambda: previewing._running and previewing._running.done()))
    assert press.texts == ["one", "four"]


def test_it_waits_for_a_pause(loop: qasync.QEventLoop, press: Press, previewing: Previewing) -> None:
    asked = 0

    def source() -> Wanted:
        nonlocal asked
        asked += 1
        return ONE

    previewing.show_from(source)

    async def type_on() -> None:
        for _ in range(10):
            previewing.touch()
            await asyncio.sleep(0.005)

    loop.run_until_complete(type_on())
    assert asked == 0
    loop.run_until_complete(until(lambda: press.texts))
    assert asked == 1


def test_a_page_that_cannot_be_set_is_told_and_forgotten_when_it_can(
    loop: qasync.QEventLoop, press: Press, previewing: Previewing
) -> None:
    told: list[object] = []
    previewing.failed.connect(told.append)
    text = "broken"
    previewing.show_from(lambda: msgspec.structs.replace(ONE, text=text))
    previewing.look_now()
    loop.run_until_complete(until(lambda: told))
    assert told[0] is not None
    text = CV
    previewing.look_now()
    loop.run_until_complete(until(lambda: len(told) > 1))
    assert told[1] is None


def test_a_page_is_drawn_with_its_words() -> None:
    pdf = Exporter(PdfWriter()).pdf(CV, DocumentKind.CV, "en", "classic")
    image = draw(pdf.data, 0, 0, 1.0).images[0]
    dark = sum(image.pixelColor(x, y).lightness() < 100 for x in range(0, image.width(), 2) for y in range(0, 200, 2))
    assert dark > 100
    assert image.pixelColor(2, 2).lightness() == 255


def test_the_page_follows_the_caret_and_leads_back(
    loop: qasync.QEventLoop, press: Press, previewing: Previewing
) -> None:
    lines = LONG.split("\n")
    followed: list[Segment | None] = []
    pointed: list[int] = []
    previewing.followed.connect(followed.append)
    previewing.pointed_at.connect(pointed.append)

    async def main() -> None:
        previewing.show_from(lambda: msgspec.structs.replace(ONE, text=LONG))
        previewing.follow(len(lines) - 2)
        previewing.look_now()
        await until(lambda: followed)
        segment = followed[0]
        assert segment is not None
        assert segment.page > 0
        previewing.point_at(0, 300, 20)
        await until(lambda: pointed)
        assert lines[pointed[0]].startswith("# ")
        previewing.follow(0)
        await until(lambda: len(followed) > 1)
        assert followed[1] is not None
        assert followed[1].page == 0

    loop.run_until_complete(main())
