"""The house, for every test of the page of the coach."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.bridge.collecting import Collecting
from tests.ui.applications.house import house as house


@pytest.fixture(autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:
    """As in the program: what is left of a page is collected on the thread of the window, and on no other."""
    made = Collecting()
    yield
    gc.collect()
    made.stop()
