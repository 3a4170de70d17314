"""A real task store in a folder of its own."""

from collections.abc import Iterator
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
def store(database: Database, tmp_path: Path) -> Iterator[SqliteTaskStore]:
    lease = Lease.take(tmp_path)
    yield SqliteTaskStore(database, lease)
    lease.release()
