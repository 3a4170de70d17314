"""Profiles, offers and applications as stored."""

import asyncio
import hashlib
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.application import ApplicationStatus
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.offer import Duty, Offer, Requirement, RequirementLevel, Span
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import GenerationOptions, TaskNotFound, TaskSpec
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.storage.offers import OfferRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.tasks import SqliteTaskStore

ADA = {"basics": {"name": "Ada Lövelace 李", "x-unknown": [1, None, {"é": True}]}, "work": []}
OFFER = Offer(text="Baker wanted.\n\nمرحبا", title="Baker", company="Pain & Co", place="Lyon", language="fr")


def test_a_profile_comes_back_as_it_came_and_is_stored_once(database: Database) -> None:
    async def main() -> None:
        profiles = ProfileRepository(database)
        first = await profiles.add(ADA)
        assert await profiles.add(dict(reversed(ADA.items()))) == first
        other = await profiles.add(ADA | {"work": [{"name": "Bakery"}]})
        assert other != first
        assert (await profiles.get(first)).source == ADA
        assert list((await profiles.get(first)).source) == ["basics", "work"]
        assert [profile.id for profile in await profiles.list()] == [other, first]
        with pytest.raises(RecordNotFound, match="Profile 99"):
            await profiles.get(99)

    asyncio.run(main())


@pytest.mark.parametrize("basics", [None, [], {}, {"name": None}, {"name": 7}, "Ada"])
def test_profiles_of_any_shape_can_be_applied_with(database: Database, basics: object) -> None:
    async def main() -> None:
        profile = await ProfileRepository(database).add({"basics": basics})
        application = await ApplicationRepository(database).add(profile, OFFER)
        assert application.person == ("7" if basics == {"name": 7} else "")

    asyncio.run(main())


def test_an_offer_is_stored_once(database: Database) -> None:
    async def main() -> None:
        offers = OfferRepository(database)
        first = await offers.add(OFFER)
        assert await offers.add(OFFER) == first
        assert await offers.get(first) == OFFER
        assert await offers.add(msgspec.structs.replace(OFFER, title="Head baker")) != first
        with pytest.raises(RecordNotFound, match="Offer 99"):
            await offers.get(99)

    asyncio.run(main())


def test_what_a_person_changed_of_an_offer_comes_back(database: Database) -> None:
    async def main() -> None:
        offers = OfferRepository(database)
        need = Requirement("Early hours", RequirementLevel.MUST, Span(0, 5))
        changes: tuple[dict[str, object], ...] = (
            {"contract": "CDI"},
            {"salary": "2 100 €"},
            {"source": "https://jobs.example/1"},
            {"requirements": (need, Requirement("A smile", RequirementLevel.NICE))},
            {"requirements": ()},
            {"duties": (Duty("Bake", Span(0, 5)),)},
            {"duties": ()},
        )
        known = {await offers.add(OFFER)}
        for change in changes:
            changed = msgspec.structs.replace(OFFER, **change)
            number = await offers.add(changed)
            assert await offers.get(number) == changed
            known.add(number)
        assert len(known) == len(changes) + 1

    asyncio.run(main())


def test_an_offer_stored_before_it_had_more_fields_is_found_again(database: Database) -> None:
    digest = hashlib.sha256(
        b'{"text":"Baker wanted.","title":"Baker","company":"","place":"","deadline":"","language":"en"}'
    ).hexdigest()

    async def main() -> None:
        await database.write(
            lambda connection: connection.execute(
                "INSERT INTO offer (digest, text, title, company, place, deadline, language, created)"
                " VALUES (?, 'Baker wanted.', 'Baker', '', '', '', 'en', 0)",
                (digest,),
            )
        )
        assert await OfferRepository(database).add(Offer("Baker wanted.", title="Baker")) == 1

    asyncio.run(main())


def test_an_application_and_its_changes(database: Database) -> None:
    async def main() -> None:
        profile = await ProfileRepository(database).add(ADA)
        applications, offers = ApplicationRepository(database), OfferRepository(database)
        first = await applications.add(profile, OFFER)
        second = await applications.add(profile, msgspec.structs.replace(OFFER, text="Another"))
        assert (first.person, first.offer, first.status) == ("Ada Lövelace 李", OFFER, ApplicationStatus.IN_PROGRESS)
        assert [application.id for application in await applications.list()] == [second.id, first.id]

        head = msgspec.structs.replace(OFFER, title="Head baker")
        changed = await applications.update(
            msgspec.structs.replace(first, offer=head, notes="call back", status=ApplicationStatus.INTERVIEW)
        )
        assert (changed.offer, changed.notes, changed.status) == (head, "call back", ApplicationStatus.INTERVIEW)
        assert changed.created == first.created
        assert changed.changed > first.changed
        # What a task read before the change is still there.
        assert await offers.get(first.offer_id) == OFFER
        assert await applications.list() == [changed, second]
        assert await applications.get(first.id) == changed

        with pytest.raises(RecordNotFound, match="Profile 99"):
            await applications.add(99, OFFER)
        with pytest.raises(RecordNotFound, match="Application 99"):
            await applications.update(msgspec.structs.replace(first, id=99))
        with pytest.raises(RecordNotFound, match="Application 99"):
            await applications.get(99)

    asyncio.run(main())


def test_removing_leaves_nothing_of_it_and_nothing_else_out(
    database: Database, store: SqliteTaskStore, tmp_path: Path
) -> None:
    async def main() -> None:
        profile = await ProfileRepository(database).add(ADA)
        applications, documents, offers = (
            ApplicationRepository(database),
            DocumentRepository(database),
            OfferRepository(database),
        )
        shared = await applications.add(profile, OFFER)
        kept = await applications.add(profile, OFFER)
        old = shared.offer_id
        shared = await applications.update(
            msgspec.structs.replace(shared, offer=msgspec.structs.replace(OFFER, title="secret title"))
        )
        made = [
            await documents.create(application.id, DocumentKind.CV, f"# {application.id}", "en", "classic")
            for application in (shared, kept)
        ]
        tasks = []
        for application, document in zip((shared, kept), made, strict=True):
            creation = store.create_task(
                TaskSpec(
                    "cv",
                    "ollama",
                    "m",
                    "ollama",
                    GenerationOptions("en", "2026-11-25"),
                    application=application.id,
                    document=document.id,
                    inputs={"offer": old},
                )
            )
            await creation.committed
            tasks.append(creation.id)

        await applications.remove(shared.id)
        with pytest.raises(RecordNotFound):
            await applications.get(shared.id)
        with pytest.raises(TaskNotFound):
            await store.get_task(tasks[0])
        assert await documents.of_application(shared.id) == {}
        assert await documents.versions(made[0].id) == []
        with pytest.raises(RecordNotFound):
            await offers.get(shared.offer_id)
        assert await offers.get(old) == OFFER
        assert (await store.get_task(tasks[1])).spec.document == made[1].id
        assert len(await documents.versions(made[1].id)) == 1

        await applications.remove(kept.id)
        with pytest.raises(RecordNotFound):
            await offers.get(old)
        with pytest.raises(RecordNotFound):
            await applications.remove(kept.id)

    asyncio.run(main())
