"""What a person is told of a generation before they read it."""

import asyncio
from pathlib import Path

from jobmatch_desktop.services.choice import Choice
from tests.loopback.ollama_server import OllamaServer
from tests.services.house import CV, chosen, opened


def test_facts_in_another_language_than_the_document_are_told(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            task = await house.services.generation.start(application.id, CV, Choice(language="fr"))
            [note] = await house.services.generation.notes(task)
            assert "anglais" in note
            await house.services.generation.wait(task)
            task = await house.services.generation.start(application.id, CV, Choice(language="en"))
            assert await house.services.generation.notes(task) == ()

    asyncio.run(main())


def test_what_of_the_offer_does_not_fit_is_told(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            profile = await house.services.profiles.import_sample()
            offer = "Backend Engineer\n\n" + "\n".join(
                f"- You know system number {number} well" for number in range(2000)
            )
            application = await house.services.applications.add(profile.id, offer)
            with OllamaServer() as server:
                task = await house.services.generation.start(application.id, CV, chosen(server))
                assert any("offer" in note for note in await house.services.generation.notes(task))
                await house.services.generation.stop(task)
                await house.services.generation.wait(task)

    asyncio.run(main())
