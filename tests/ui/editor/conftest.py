"""A workspace in a window, over a desk in memory, with an application open."""

import gc
from collections.abc import Iterator

import pytest
import qasync
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from jobmatch_desktop.bridge.collecting import Collecting
from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from tests.patience import until
from tests.ui.desk import Desk, PlainOffer
from tests.ui.editor.working import opened, resize


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def choices() -> list[Choice]:
    return []


@pytest.fixture
def workspace(
    loop: qasync.QEventLoop,
    engine: Engine,
    pdfium: PoolExecutor,
    appearance: Appearance,
    icons: Icons,
    desk: Desk,
    choices: list[Choice],
) -> Iterator[Workspace]:
    # As in the program: what is left of a window is collected on its own thread, and on no other.
    collecting = Collecting()
    made = Workspace(
        desk.services(),
        engine,
        pdfium,
        appearance,
        icons,
        PlainOffer(),
        Choice(),
        choices.append,  # type: ignore[arg-type]
    )
    window = QWidget()  # not given to qtbot, which deletes widgets before fixtures end
    made.setParent(window)
    resize(made, 1280, 800)
    window.show()
    made.open(1)
    loop.run_until_complete(until(lambda: bool(made.presenter.application) and opened(made)))
    yield made
    loop.run_until_complete(made.wind_up())
    Shiboken.delete(window)
    gc.collect()
    collecting.stop()
