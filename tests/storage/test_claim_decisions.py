"""Decisions about words without a fact: kept per document, sentence and words; gone with their document."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.claim_decision import ClaimDecision
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage.claim_decisions import ClaimDecisionRepository
from jobmatch_desktop.storage.database import Database
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import CV, LETTER, LIE, answers, opened

KEPT = ClaimDecision("40 %", "Cut costs by 40 %.")
TIED = ClaimDecision("Haskell", "Wrote it in Haskell.", "Wrote the parser")


def test_a_decision_is_kept_taken_back_and_gone_with_its_document(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            cv, letter = await house.document(application, CV), await house.document(application, LETTER)
            database = await asyncio.to_thread(Database.open, tmp_path)
            decisions = ClaimDecisionRepository(database)
            await decisions.decide(cv.id, TIED)
            await decisions.decide(cv.id, KEPT)
            assert set(await decisions.of(cv.id)) == {TIED, KEPT}
            assert await decisions.of(letter.id) == []
            changed = ClaimDecision(KEPT.said, KEPT.sentence, "Cut costs")
            await decisions.decide(cv.id, changed)
            assert set(await decisions.of(cv.id)) == {TIED, changed}
            await decisions.forget(cv.id, TIED)
            await decisions.forget(cv.id, TIED)
            assert await decisions.of(cv.id) == [changed]
            with pytest.raises(RecordNotFound):
                await decisions.decide(99, KEPT)
            await house.services.applications.remove(application.id)
            rows = await database.read(lambda one: one.execute("SELECT count(*) FROM claim_decision").fetchone())
            assert rows == (0,)
            await asyncio.to_thread(database.close)

    asyncio.run(main())


def test_a_part_that_was_set_aside_is_offered_after_a_restart_until_it_is_decided_about(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            lies = [Script(text=LIE)] * 2
            with OllamaServer(*lies, *[Script(text=f"- {LIE}")] * 2, *answers(steps[2:])) as server:
                ended = await house.run(application, server)
        async with opened(tmp_path) as house:
            generation = house.services.generation
            offered = await generation.set_aside(ended.id)
            assert [(one.key, one.text) for one in offered] == [("summary", LIE), ("work/0", f"- {LIE}")]
            await generation.use(ended.id, "work/0")
            assert [one.key for one in await generation.set_aside(ended.id)] == ["summary"]
            await generation.leave(ended.id, "summary")
        async with opened(tmp_path) as house:
            assert await house.services.generation.set_aside(ended.id) == ()

    asyncio.run(main())
