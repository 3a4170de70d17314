"""Applications: added with both drafts, changed, removed, and reused where nobody touched them."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.application import ApplicationStatus
from jobmatch_desktop.domain.events import TextArrived
from jobmatch_desktop.domain.profile_errors import EmptyOffer
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import TaskNotFound
from jobmatch_desktop.services.choice import Choice
from tests.loopback.ollama_server import OllamaServer
from tests.services.house import CV, LETTER, answers, opened, silent_after

OFFER = "Archivist\nFen & Co | Ely\n\nWe look for somebody who keeps order.\n- Reading old hands\n"


def test_both_drafts_are_there_at_once(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            added = await house.sample()
            assert added.person == "Nora Lindqvist"
            assert (added.offer.title, added.offer.company) == ("Senior Backend Engineer", "Nordkai Logistics")
            documents = await house.services.documents.of(added.id)
            assert set(documents) == {CV, LETTER}
            assert documents[CV].text.startswith("# Nora Lindqvist\n")
            assert "25 November 2026" in documents[LETTER].text
            assert await house.services.generation.tasks() == []

    asyncio.run(main())


def test_the_same_offer_is_noticed(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            services = house.services
            profile = (await services.profiles.import_sample()).id
            first = await services.applications.add(profile, OFFER)
            await services.applications.add(profile, OFFER.replace("Archivist", "Cook"))
            again = await services.applications.read(OFFER + "\nApply soon.")
            assert [one.id for one in await services.applications.same(again)] == [first.id]
            assert await services.applications.same(await services.applications.read("Baker wanted")) == ()

    asyncio.run(main())


def test_what_is_given_goes_before_what_was_read(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            profile = await house.services.profiles.import_sample()
            added = await house.services.applications.add(
                profile.id, OFFER, title="Keeper", company="The Fen", language="fr"
            )
            assert (added.offer.title, added.offer.company) == ("Keeper", "The Fen")
            letter = await house.document(added, LETTER)
            assert letter.language == "fr"
            assert "25 novembre 2026" in letter.text
            assert "Keeper" in letter.text

    asyncio.run(main())


def test_an_offer_without_words_and_a_profile_that_is_gone_add_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            profile = await house.services.profiles.import_sample()
            with pytest.raises(EmptyOffer):
                await house.services.applications.add(profile.id, " \n\t ")
            with pytest.raises(RecordNotFound):
                await house.services.applications.add(profile.id + 1, OFFER)
            assert await house.services.applications.list() == []

    asyncio.run(main())


def test_status_notes_and_the_offers_names_are_changed(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            applications = house.services.applications
            first, second = await house.sample(), await house.sample()
            assert [one.id for one in await applications.list()] == [second.id, first.id]
            offer = msgspec.structs.replace(first.offer, company="Nordkai")
            changed = msgspec.structs.replace(first, status=ApplicationStatus.APPLIED, notes="Sent.", offer=offer)
            await applications.update(changed)
            kept = await applications.get(first.id)
            assert (kept.status, kept.notes, kept.offer.company) == (ApplicationStatus.APPLIED, "Sent.", "Nordkai")
            assert [one.id for one in await applications.list()] == [first.id, second.id]
            with pytest.raises(RecordNotFound):
                await applications.update(msgspec.structs.replace(first, id=99))

    asyncio.run(main())


def test_removing_stops_what_is_being_written_and_deletes_all(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application, other = await house.sample(), await house.sample()
            document = await house.document(application)
            steps = await house.steps(application)
            with OllamaServer(silent_after(steps[0].draft, 5)) as server:
                running = await house.start(application, server)
                waiting = await house.start(application, server, LETTER)
                await house.heard(lambda: house.all(TextArrived))
                await house.services.applications.remove(application.id)
                assert await server.until(lambda: server.chats[0].closed_at is not None)
                assert len(server.chats) == 1
            assert [one.id for one in await house.services.applications.list()] == [other.id]
            for task in (running, waiting):
                with pytest.raises(TaskNotFound):
                    await house.services.generation.task(task)
            with pytest.raises(RecordNotFound):
                await house.services.documents.get(document.id)
            with pytest.raises(RecordNotFound):
                await house.services.applications.remove(application.id)

    asyncio.run(main())


def test_an_application_removed_under_a_running_task_ends_it_quietly(tmp_path: Path) -> None:
    """Another program removes it: no stop comes first."""

    async def main() -> None:
        async with opened(tmp_path) as house, opened(tmp_path) as other:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(silent_after(steps[0].draft, 5)) as server:
                task = await house.start(application, server)
                await house.heard(lambda: house.all(TextArrived))
                await other.services.applications.remove(application.id)
                with pytest.raises(TaskNotFound):
                    await house.services.generation.task(task)
                try:
                    await house.services.generation.stop(task)
                    await house.ended(task)
                except TaskNotFound:
                    pass
                assert await server.until(lambda: server.chats[0].closed_at is not None)
            assert await house.services.generation.tasks() == []

    asyncio.run(main())


def test_an_untouched_application_is_used_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            profile = await house.services.profiles.import_sample()
            untouched = house.services.applications.untouched
            first = await untouched(profile.id, OFFER, CV)
            assert (await untouched(profile.id, OFFER, CV)).id == first.id
            await house.services.generation.wait(await house.services.generation.start(first.id, CV, Choice()))
            assert (await untouched(profile.id, OFFER, CV)).id == first.id
            with OllamaServer(*answers(await house.steps(first))) as server:
                await house.run(first, server)
            assert (await untouched(profile.id, OFFER, CV)).id == first.id
            assert (await untouched(profile.id, OFFER + "\nAnd more.", CV)).id != first.id
            await house.edit(await house.document(first), "Nora", "Eleonora")
            assert (await untouched(profile.id, OFFER, LETTER)).id == first.id
            second = await untouched(profile.id, OFFER, CV)
            assert second.id != first.id
            assert "Eleonora" not in (await house.document(second)).text

    asyncio.run(main())


def test_an_application_that_is_being_written_is_not_used_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            profile = await house.services.profiles.import_sample()
            first = await house.services.applications.untouched(profile.id, OFFER, CV)
            steps = await house.steps(first)
            with OllamaServer(silent_after(steps[0].draft, 5)) as server:
                await house.start(first, server)
                again = await house.services.applications.untouched(profile.id, OFFER, CV)
                assert again.id != first.id

    asyncio.run(main())
