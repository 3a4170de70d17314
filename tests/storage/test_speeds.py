"""Measured speeds: a moving average for each model and place."""

import asyncio

import pytest

from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.speeds import Speed, SpeedRepository


def test_a_model_that_never_ran_has_no_speed(database: Database) -> None:
    async def main() -> None:
        assert await SpeedRepository(database).get("ollama", "http://127.0.0.1:11434", "m") == Speed()

    asyncio.run(main())


def test_the_newest_measure_counts_three_tenths(database: Database) -> None:
    async def main() -> None:
        speeds = SpeedRepository(database)
        await speeds.record("ollama", "here", "m", Speed(reading=100.0, writing=10.0, loading=2.0))
        await speeds.record("ollama", "here", "m", Speed(reading=200.0, counted=0.6))
        found = await speeds.get("ollama", "here", "m")
        assert found.reading == pytest.approx(130.0)
        assert (found.writing, found.loading, found.counted, found.rereading) == (10.0, 2.0, 0.6, None)

    asyncio.run(main())


def test_models_and_places_are_kept_apart(database: Database) -> None:
    async def main() -> None:
        speeds = SpeedRepository(database)
        await speeds.record("compatible", "here", "m", Speed(writing=10.0))
        assert await speeds.get("compatible", "there", "m") == Speed()
        assert await speeds.get("compatible", "here", "n") == Speed()
        assert await speeds.get("ollama", "here", "m") == Speed()

    asyncio.run(main())
