"""Garbage is collected on the UI thread alone, and Python's own collector is back afterwards."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from jobmatch_desktop.bridge.collecting import Collecting


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp: object) -> Iterator[Collecting]:
    made = Collecting()
    made.look()  # the first takes what is there as there for good
    yield made
    made.stop()


def test_another_thread_collects_nothing(collecting: Collecting) -> None:
    knot = weakref.ref(Knot())
    kept: list[list[int]] = []

    def allocate() -> None:
        kept.extend([number] for number in range(100_000))

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert knot() is not None
    collecting.look()
    assert knot() is None


def test_python_collects_again_afterwards(collecting: Collecting) -> None:
    assert not gc.isenabled()
    collecting.stop()
    assert gc.isenabled()
