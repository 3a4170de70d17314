"""A database in a folder of its own, closed when the test ends."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path)
    yield database
    assert database.close(30)


@pytest.fixture
def new_store(database: Database, tmp_path: Path) -> Iterator[Callable[[], SqliteTaskStore]]:
    """Makes task stores on the same data, each with a lease of its own, as programs beside each other have."""
    with ExitStack() as leases:

        def make() -> SqliteTaskStore:
            lease = Lease.take(tmp_path)
            leases.callback(lease.release)
            return SqliteTaskStore(database, lease)

        yield make


@pytest.fixture
def store(new_store: Callable[[], SqliteTaskStore]) -> SqliteTaskStore:
    return new_store()
