"""An application in the program's look, and the loop of the window with an engine beside it."""

import asyncio
from collections.abc import Iterator

import pytest
import qasync
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import load_theme
from tests.patience import SECONDS


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left_empty() -> Iterator[None]:
    """Offscreen, Qt keeps what was copied to the exit of the process: what Python made would go after Python, and that crashes."""
    yield
    if QGuiApplication.instance():
        QGuiApplication.clipboard().clear()


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    made = Appearance(qapp, load_theme(), Scheme.LIGHT)
    yield made
    qapp.removeEventFilter(made)
    qapp.setStyleSheet("")


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons()


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    with qasync.QEventLoop(qapp) as made:
        asyncio.set_event_loop(made)
        yield made
        asyncio.set_event_loop(None)


@pytest.fixture
def engine() -> Iterator[Engine]:
    faults: list[tuple[str, BaseException | None]] = []
    pool = PoolExecutor(2, patience=SECONDS)
    made = Engine(lambda message, fault: faults.append((message, fault)), pool)
    made.start()
    yield made
    assert made.stop(SECONDS)
    pool.shutdown()
    assert faults == []


@pytest.fixture
def pdfium() -> Iterator[PoolExecutor]:
    made = PoolExecutor(1, patience=SECONDS)
    yield made
    made.shutdown()
