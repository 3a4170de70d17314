"""Documents and versions: no text of a person's is lost, whatever replaces it."""

import asyncio
from collections.abc import Callable, Coroutine

import pytest

from jobmatch_desktop.domain.document import Cause, Document, DocumentKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.options import USUAL, Density, Options, Paper
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay, RecordNotFound, StaleRevision
from jobmatch_desktop.domain.task import GenerationOptions, Status, TaskSpec
from jobmatch_desktop.storage import moments, version_rows
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.documents import DocumentRepository, placing
from jobmatch_desktop.storage.kept_profiles import KeptProfileRepository
from jobmatch_desktop.storage.photos import PhotoRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.tasks import SqliteTaskStore

Scenario = Callable[[DocumentRepository, Document], Coroutine[None, None, None]]


def play(database: Database, scenario: Scenario) -> None:
    """Plays a scenario on a composed CV with the text `composed`."""

    async def main() -> None:
        profile = await ProfileRepository(database).add({"basics": {"name": "Ada"}})
        application = await ApplicationRepository(database).add(profile, Offer("Baker wanted"))
        documents = DocumentRepository(database)
        document = await documents.create(application.id, DocumentKind.CV, "composed", "en", "classic")
        await scenario(documents, document)

    asyncio.run(main())


async def history(documents: DocumentRepository, document: Document) -> list[tuple[Cause, str]]:
    """Causes and texts, oldest first."""
    return [(version.cause, version.text) for version in reversed(await documents.versions(document.id))]


def test_a_composed_document_has_a_version_that_is_its_base(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        (version,) = await documents.versions(document.id)
        assert (version.cause, version.text, version.id) == (Cause.COMPOSED, "composed", document.base)
        assert await documents.version(version.id) == version
        assert document.revision == 1
        assert await documents.get(document.id) == document
        letter = await documents.create(document.application, DocumentKind.LETTER, "Dear", "fr", "classic")
        assert await documents.of_application(document.application) == {
            DocumentKind.CV: document,
            DocumentKind.LETTER: letter,
        }
        # Made twice at once, the first one stands.
        assert await documents.create(document.application, DocumentKind.CV, "other", "fr", "other") == document
        with pytest.raises(RecordNotFound, match="Application 99"):
            await documents.create(99, DocumentKind.CV, "", "en", "classic")

    play(database, scenario)


def test_a_stale_edit_is_told_and_changes_nothing(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        newer = await documents.save_text(document.id, "here", 1)
        with pytest.raises(StaleRevision, match=r"revision 2.*revision 1"):
            await documents.save_text(document.id, "there", 1)
        assert await documents.get(document.id) == newer
        # The same text saved again, from whatever revision, is no conflict and no change.
        assert await documents.save_text(document.id, "here", 1) == newer
        with pytest.raises(RecordNotFound, match="Document 99"):
            await documents.save_text(99, "", 1)

    play(database, scenario)


def test_going_back_keeps_what_stood_there(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        edited = await documents.save_text(document.id, "edited", 1)
        assert document.base
        restored = await documents.restore(document.base)
        assert (restored.text, restored.revision, restored.base) == ("composed", 3, document.base)
        await documents.save_text(document.id, "again", restored.revision)
        assert await history(documents, document) == [
            (Cause.COMPOSED, "composed"),
            (Cause.EDITED, "edited"),
            (Cause.RESTORED, "composed"),
            (Cause.EDITED, "again"),
        ]
        assert edited.changed < restored.changed
        with pytest.raises(RecordNotFound, match="Version 99"):
            await documents.restore(99)

    play(database, scenario)


def test_going_back_to_what_stands_there_changes_nothing(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        assert document.base
        assert await documents.restore(document.base) == document
        assert len(await documents.versions(document.id)) == 1

    play(database, scenario)


CHOSEN = Options("#0f6b5c", "Lato", Density.TIGHT, Paper.LETTER, b"", ("skills", "work"), (("work", "Jobs"),), 2, "us")


def test_another_look_is_no_change_of_the_text(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        assert (document.options, document.shows_photo) == (USUAL, True)
        changed = await documents.set_look(document.id, "modern", CHOSEN, shows_photo=False)
        assert (changed.template, changed.options, changed.shows_photo) == ("modern", CHOSEN, False)
        assert (changed.revision, changed.text) == (1, "composed")
        assert await documents.get(document.id) == changed
        assert [version.cause for version in await documents.versions(document.id)] == [Cause.COMPOSED]
        with pytest.raises(RecordNotFound, match="Document 99"):
            await documents.set_look(99, "modern", CHOSEN)

    play(database, scenario)


def test_what_is_exported_is_kept_with_its_look(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        sent = await documents.set_look(document.id, "modern", CHOSEN)
        await documents.add_version(document.id, Cause.EXPORTED, sent)
        await documents.set_look(document.id, "classic", USUAL)
        await documents.save_text(document.id, "later", 1)
        entries = await database.read(lambda connection: version_rows.entries(connection, document.id))
        assert [(one.template, one.options) for one in entries] == [(None, None), ("modern", CHOSEN), (None, None)]

    play(database, scenario)


def test_the_photo_of_a_profile_is_in_its_cv_alone_and_stored_once(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        photos = PhotoRepository(database)
        letter = await documents.create(document.application, DocumentKind.LETTER, "Dear", "en", "classic")
        profile = await KeptProfileRepository(database).keep({"basics": {"name": "Ada"}})
        await ApplicationRepository(database).set_profile(document.application, profile.version)
        kept = profile.id
        assert await photos.of(kept) == b""
        await photos.set(kept, b"older")
        await photos.set(kept, b"picture")
        assert (await documents.get(document.id)).options == Options(photo=b"picture")
        assert (await documents.get(letter.id)).options == USUAL
        without = await documents.set_look(document.id, "modern", Options(photo=b"another"), shows_photo=False)
        assert without.options == USUAL
        assert (await documents.set_look(document.id, "modern", USUAL)).options.photo == b"picture"
        await photos.set(kept, b"")
        assert (await photos.of(kept), (await documents.get(document.id)).options) == (b"", USUAL)
        with pytest.raises(RecordNotFound, match="Profile 99"):
            await photos.set(99, b"picture")

    play(database, scenario)


def test_an_export_is_kept_and_the_next_edit_does_not_change_it(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        edited = await documents.save_text(document.id, "sent", 1)
        version = await documents.add_version(document.id, Cause.EXPORTED)
        await documents.save_text(document.id, "later", edited.revision)
        assert (await documents.version(version.id)).text == "sent"
        assert [cause for cause, _ in await history(documents, document)] == [
            Cause.COMPOSED,
            Cause.EDITED,
            Cause.EXPORTED,
            Cause.EDITED,
        ]

    play(database, scenario)


def spec(document: Document) -> TaskSpec:
    options = GenerationOptions("fr", "2026-11-25")
    return TaskSpec("cv", "ollama", "m", "ollama", options, application=document.application, document=document.id)


def test_a_tasks_result_is_placed_in_the_text_as_it_stands(database: Database, store: SqliteTaskStore) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        creation = store.create_task(spec(document))
        await creation.committed
        await store.update_status(creation.id, Status.PROCESSING)
        await documents.save_text(document.id, "edited meanwhile", 1)
        save = placing(
            document.id,
            lambda text, own: ("written", f"{text} since {own}, and written"),
            cause=Cause.GENERATED,
            task=creation.id,
            language="fr",
            template="modern",
        )
        assert (await store.complete_task(creation.id, save)).status is Status.COMPLETED
        after = await documents.get(document.id)
        assert (after.text, after.revision) == (f"edited meanwhile since {document.text}, and written", 3)
        assert (after.language, after.template) == ("fr", "modern")
        await database.write(
            placing(
                document.id,
                lambda _text, _own: ("n", "n"),
                cause=Cause.COMPOSED,
                task=None,
                language="fr",
                template=None,
            )
        )
        assert (await documents.get(document.id)).template == "modern"
        _, with_edit, own, before, _ = await documents.versions(document.id)
        # The program's own text is what later edits are told from; the person's are in the version after it.
        assert (own.id, own.cause, own.task, own.language) == (after.base, Cause.GENERATED, creation.id, "fr")
        assert own.text == "written"
        assert (with_edit.cause, with_edit.text) == (Cause.EDITED, after.text)
        # The edit is a version still, and a later edit does not fold into it.
        assert (before.cause, before.text) == (Cause.EDITED, "edited meanwhile")

    play(database, scenario)


def test_nothing_to_place_changes_nothing(database: Database, store: SqliteTaskStore) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        creation = store.create_task(spec(document))
        await creation.committed
        await store.update_status(creation.id, Status.PROCESSING)
        save = placing(
            document.id, lambda _text, _own: None, cause=Cause.GENERATED, task=creation.id, language="fr", template="x"
        )
        await store.update_status(creation.id, Status.CANCELLED, save=save)
        assert await documents.get(document.id) == document
        assert len(await documents.versions(document.id)) == 1

    play(database, scenario)


def test_what_cannot_be_placed_leaves_task_and_text(database: Database, store: SqliteTaskStore) -> None:
    def place(_text: str, _own: str) -> tuple[str, str]:
        raise ValueError("no such part")

    async def scenario(documents: DocumentRepository, document: Document) -> None:
        creation = store.create_task(spec(document))
        await creation.committed
        await store.update_status(creation.id, Status.PROCESSING)
        save = placing(document.id, place, cause=Cause.GENERATED, task=creation.id, language="fr", template="x")
        with pytest.raises(ValueError, match="no such part"):
            await store.complete_task(creation.id, save)
        assert (await store.get_task(creation.id)).status is Status.PROCESSING
        assert await documents.get(document.id) == document

    play(database, scenario)


def test_one_generation_at_a_time_for_a_document_and_kind(
    database: Database, new_store: Callable[[], SqliteTaskStore]
) -> None:
    async def scenario(_documents: DocumentRepository, document: Document) -> None:
        mine, other = new_store(), new_store()
        first = mine.create_task(spec(document))
        second = other.create_task(spec(document))
        await first.committed
        with pytest.raises(AlreadyUnderWay) as raised:
            await second.committed
        assert raised.value.task == first.id
        under_way = await other.under_way(document.id, "cv")
        assert under_way is not None
        assert under_way.id == first.id
        assert await other.under_way(document.id, "letter") is None
        await mine.update_status(first.id, Status.CANCELLED)
        assert await other.under_way(document.id, "cv") is None
        third = other.create_task(spec(document))
        await third.committed
        with pytest.raises(AlreadyUnderWay) as raised:
            await mine.update_status(first.id, Status.PENDING)
        assert raised.value.task == third.id

    play(database, scenario)


def test_work_on_a_document_brings_its_application_to_the_front(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        applications = ApplicationRepository(database)
        await applications.add(1, Offer("Another"))
        assert [application.id for application in await applications.list()] == [2, 1]
        await documents.save_text(document.id, "edited", 1)
        assert [application.id for application in await applications.list()] == [1, 2]

    play(database, scenario)


def test_moments_are_exact() -> None:
    number = moments.now()
    assert moments.stored(moments.moment(number)) == number
    assert moments.moment(1_234_567_890_123_457).isoformat() == "2009-02-13T23:31:30.123457+00:00"
