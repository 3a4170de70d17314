"""The pages as they are drawn: dot for dot, zoomed about what is looked at, never blank; a click and the caret find each other."""

from collections.abc import Iterator

import pytest
import qasync
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from shiboken6 import Shiboken

from jobmatch_desktop.ui.editor.pdf_pages import Drawn
from jobmatch_desktop.ui.editor.preview import FULL_SIZE, Pages
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.shared.appearance import Appearance
from tests.patience import until
from tests.ui.editor.working import editor, resize

SIZES = ((200.0, 300.0), (200.0, 300.0))


@pytest.fixture
def pages(appearance: Appearance) -> Iterator[Pages]:
    made = Pages(appearance)
    made.resize(320, 400)
    made.show()
    made.show_pages(Drawn(SIZES, {}, 1.0))
    yield made
    Shiboken.delete(made)


def striped(width: int, height: int) -> QImage:
    """Lines of one dot, black and white in turn: stretched, they are grey."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(Qt.GlobalColor.white))
    for row in range(0, height, 2):
        for column in range(width):
            made.setPixelColor(column, row, QColor(Qt.GlobalColor.black))
    return made


@pytest.mark.parametrize("zoom", [0.5, 0.613, 1.0])
def test_what_is_drawn_for_the_zoom_is_shown_dot_for_dot(pages: Pages, zoom: float) -> None:
    pages.zoom_to(zoom)
    pages.verticalScrollBar().setValue(0)
    scale = zoom * FULL_SIZE * pages.devicePixelRatioF()
    # As pdfium rounds: up.
    image = striped(int(-(-SIZES[0][0] * scale // 1)), int(-(-SIZES[0][1] * scale // 1)))
    pages.show_pages(Drawn(SIZES, {0: image}, scale))
    seen = pages.viewport().grab().toImage()
    page = pages._places()[0]
    column = round(page.center().x() * seen.devicePixelRatio())
    tones = {seen.pixelColor(column, round(page.top()) + row).lightness() for row in range(10, 80)}
    assert tones == {0, 255}


def test_zooming_keeps_what_is_under_the_mouse(pages: Pages) -> None:
    at = QPointF(150, 250)
    pages.zoom_to(2.0)
    before = (at - pages._places()[0].topLeft()) / pages.zoom()
    pages.zoom_to(3.0, at)
    after = (at - pages._places()[0].topLeft()) / pages.zoom()
    assert (after - before).manhattanLength() < 1.5


def test_keys_zoom_and_scroll(pages: Pages) -> None:
    pages.zoom_to(1.0)
    QTest.keyClicks(pages, "++-")
    assert 1.05 < pages.zoom() < 1.15
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.verticalScrollBar().value() > 0
    QTest.keyClick(pages, Qt.Key.Key_0)
    assert pages.zoom() < 1.0


def test_old_pages_stay_until_new_ones_come(pages: Pages) -> None:
    image = QImage(100, 150, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.red))
    pages.show_pages(Drawn(SIZES, {0: image}, 0.1))  # of another zoom: stretched, not blank
    middle = pages._places()[0].center().toPoint() - QPoint(0, 40)
    assert pages.viewport().grab().toImage().pixelColor(middle) == QColor(Qt.GlobalColor.red)
    pages.show_pages(Drawn(SIZES, {}, 1.0))
    assert pages.viewport().grab().toImage().pixelColor(middle) == QColor(Qt.GlobalColor.red)


def test_a_click_takes_the_caret_there_and_the_line_is_marked(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    pages = workspace.preview.pages
    loop.run_until_complete(until(lambda: pages._images))
    line = editor(workspace).text().split("\n").index("## Education")
    workspace.presenter.previewing.pointed_at.emit(line)
    assert editor(workspace).textCursor().blockNumber() == line
    loop.run_until_complete(until(lambda: pages._marked is not None and "EDUCATION" in pages._marked.text))
    # Who chooses how the pages look stays there.
    workspace.look.turn()
    workspace.presenter.previewing.pointed_at.emit(0)
    assert editor(workspace).textCursor().blockNumber() == line


def test_a_click_in_a_narrow_window_leads_back_to_the_text(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    resize(workspace, 900, 700)
    workspace.head.preview.setChecked(True)
    assert not editor(workspace).isVisible()
    workspace.presenter.previewing.pointed_at.emit(3)
    assert editor(workspace).isVisible()
    assert editor(workspace).textCursor().blockNumber() == 3
