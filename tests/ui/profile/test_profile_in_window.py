"""The profile's page in the whole program: by keys, without its thread ever waiting, and kept when the window closes at once."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.program import open_program
from jobmatch_desktop.ui.profile.page import ProfilePage
from tests.bridge.gate import Gate
from tests.bridge.gate import gate as gate
from tests.bridge.gate import listener as listener
from tests.patience import until
from tests.ui.driven import Driven, drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """The window's program sets how long Python's threads hold on to the interpreter."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


async def look_at_profile(driven: Driven) -> ProfilePage:
    driven.window.activateWindow()
    await until(driven.window.isActiveWindow)
    QTest.keyClick(driven.window, Qt.Key.Key_2, CONTROL)
    await until(lambda: driven.window.findChild(ProfilePage) and driven.find(ProfilePage).canvas.shown)
    assert driven.window.page() == "profile"
    return driven.find(ProfilePage)


def key(page: ProfilePage, path: str) -> str:
    return next(cell.key for row in page.canvas.shown.rows for cell in row.cells if cell.path == path)


def documents(folder: Path) -> list[dict]:
    async def look() -> list[dict]:
        async with open_program(folder, lambda _event: None) as services:
            return [state.source for state in await services.profile_editing.all()]

    return asyncio.run(look())


def test_what_is_typed_is_kept_and_undone_the_next_day(qapp: QApplication, tmp_path: Path, gate: Gate) -> None:
    async def first_day(driven: Driven) -> None:
        await driven.call(driven.services.profiles.import_sample)
        page = await look_at_profile(driven)
        gate.closed = True
        try:
            page.canvas.edit(key(page, "work/0/highlights/0"))
            QTest.keyClick(page.canvas.editor, Qt.Key.Key_Return)
            QTest.keyClicks(page.canvas.editor, "Kept the lights on")
            QTest.keyClick(page.canvas.editor, Qt.Key.Key_Return)
            QTest.keyClicks(page.canvas.editor, "And the heating")
            await driven.close()
        finally:
            gate.closed = False

    async def next_day(driven: Driven) -> None:
        page = await look_at_profile(driven)
        before = documents_shown(page)
        for left in (1, 0):
            QTest.keyClick(page.canvas, Qt.Key.Key_Z, CONTROL)
            await until(lambda left=left: documents_shown(page) == before - 2 + left)
        await driven.close()

    def documents_shown(page: ProfilePage) -> int:
        return sum(row.path.startswith("work/0/highlights/") and bool(row.item) for row in page.canvas.shown.rows)

    with gate.lifted():
        drive(qapp, tmp_path, first_day)
        (source,) = documents(tmp_path)
        assert source["work"][0]["highlights"][1:3] == ["Kept the lights on", "And the heating"]
        drive(qapp, tmp_path, next_day)
        (source,) = documents(tmp_path)
    assert "Kept the lights on" not in source["work"][0]["highlights"]
