"""Imports as stored: they wait, count, and go."""

import asyncio

import pytest

from jobmatch_desktop.domain.profile_import import AlreadyReviewed, Decided
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.kept_profiles import KeptProfileRepository
from jobmatch_desktop.storage.profile_imports import ProfileImportRepository

DECIDED = Decided(
    into=3,
    texts={"work/0/name": "Fen"},
    taken={"skills": False},
    gone=frozenset({"a1", "b2"}),
    put={0: "", 7: "skills"},
)


def test_what_was_decided_comes_back_as_it_was(database: Database) -> None:
    async def main() -> None:
        imports = ProfileImportRepository(database)
        made = await imports.add("cv.pdf", b"\x00%PDF", b'{"profile":{"basics":{"name":"\\u00c9"}}}', Decided())
        await imports.decide(made.id, DECIDED)
        (waiting,) = await imports.waiting()
        assert (waiting.decided, waiting.kept, waiting.placed) == (DECIDED, None, None)
        assert await imports.data(made.id) == b"\x00%PDF"
        assert (await imports.add("other name.pdf", b"\x00%PDF", b"{}", Decided())).decided == DECIDED
        await imports.add("cv.pdf", b"%PDF", b"{}", Decided())
        assert len(await imports.waiting()) == 2

    asyncio.run(main())


def test_only_the_last_import_of_a_profile_is_kept_and_goes_with_it(database: Database) -> None:
    async def main() -> None:
        imports, profiles = ProfileImportRepository(database), KeptProfileRepository(database)
        kept = (await profiles.keep({"basics": {"name": "Ada"}})).id
        first, second = [await imports.add("cv.pdf", data, b"{}", Decided()) for data in (b"1", b"2")]
        await imports.accept(first.id, DECIDED, kept, {"work/0": "x"})
        assert (await imports.last_of(kept)).placed == {"work/0": "x"}
        await imports.accept(second.id, DECIDED, kept, {})
        assert (await imports.last_of(kept)).id == second.id
        with pytest.raises(RecordNotFound):
            await imports.get(first.id)
        for refused in (
            imports.decide(second.id, DECIDED),
            imports.accept(second.id, DECIDED, kept, {}),
            imports.drop(second.id),
        ):
            with pytest.raises(AlreadyReviewed):
                await refused
        await profiles.remove(kept)
        assert await imports.last_of(kept) is None
        with pytest.raises(RecordNotFound):
            await imports.data(second.id)

    asyncio.run(main())
