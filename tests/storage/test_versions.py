"""Versions: a burst of typing is one, a day is a handful later on, and what was named, sent or built upon stays."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import Cause, Document, DocumentKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.storage_errors import RecordNotFound, StaleRevision
from jobmatch_desktop.domain.task import GenerationOptions, TaskSpec
from jobmatch_desktop.domain.undoing import History, Step, apply, recorded, taken, undone
from jobmatch_desktop.domain.version_keeping import HANDFUL, LETTERS, PAUSE
from jobmatch_desktop.storage import migrations, undo, version_rows
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.tasks import SqliteTaskStore

Scenario = Callable[[DocumentRepository, Document], Coroutine[None, None, None]]


def play(database: Database, scenario: Scenario) -> None:
    async def main() -> None:
        profile = await ProfileRepository(database).add({"basics": {"name": "Ada"}})
        application = await ApplicationRepository(database).add(profile, Offer("Baker wanted"))
        documents = DocumentRepository(database)
        document = await documents.create(application.id, DocumentKind.CV, "composed", "en", "classic")
        await scenario(documents, document)

    asyncio.run(main())


async def later(database: Database, time: timedelta) -> None:
    """Lets time pass since everything that is kept."""
    microseconds = time // timedelta(microseconds=1)
    await database.write(lambda c: c.execute("UPDATE version SET created = created - ?", (microseconds,)))


async def texts(documents: DocumentRepository, document: Document) -> list[tuple[Cause, str]]:
    return [(version.cause, version.text) for version in reversed(await documents.versions(document.id))]


async def typed(documents: DocumentRepository, document: Document, text: str) -> Document:
    now = await documents.get(document.id)
    return await documents.save_text(now.id, text, now.revision)


def test_typing_is_one_version_until_a_pause(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        for text in ("one", "two", "three"):
            await typed(documents, document, text)
            await later(database, PAUSE - timedelta(seconds=5))
        assert await texts(documents, document) == [(Cause.COMPOSED, "composed"), (Cause.EDITED, "three")]
        await later(database, timedelta(seconds=6))
        await typed(documents, document, "four")
        assert [text for _, text in await texts(documents, document)] == ["composed", "three", "four"]

    play(database, scenario)


def test_much_typing_without_a_pause_is_several(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        for length in range(100, LETTERS * 5 // 2, 100):
            await typed(documents, document, "x" * length)
        lengths = [len(text) for _, text in await texts(documents, document)]
        assert lengths == [8, LETTERS, LETTERS * 2, LETTERS * 5 // 2 - 100]

    play(database, scenario)


def test_a_change_at_both_ends_of_a_long_text_is_a_small_change(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        body = "".join(f"- line {number} of a long CV\n" for number in range(3_000))
        await typed(documents, document, f"top\n{body}end\n")
        await later(database, PAUSE)
        await typed(documents, document, f"top 1\n{body}end 1\n")
        await typed(documents, document, f"top 2\n{body}end 2\n")
        assert len(await texts(documents, document)) == 3

    play(database, scenario)


def test_an_older_day_is_a_handful(database: Database, store: SqliteTaskStore) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        noon = "UPDATE version SET created = 86400000000 * (created / 86400000000 - 3) + 43200000000 + id"
        numbers: dict[str, int] = {}
        for number in range(20):
            await later(database, PAUSE)
            await typed(documents, document, f"burst {number}")
            numbers[f"burst {number}"] = (await documents.versions(document.id))[0].id
        await database.write(lambda c: version_rows.rename(c, numbers["burst 3"], "The good one"))
        options = GenerationOptions("en", "2026-11-25")
        inputs = {"base": numbers["burst 5"]}
        spec = TaskSpec("cv", "ollama", "m", "ollama", options, inputs=inputs, document=document.id)
        await store.create_task(spec).committed
        await documents.restore(numbers["burst 7"])
        await typed(documents, document, "after it")
        await database.write(lambda c: c.execute(noon))
        await typed(documents, document, "another day")
        kept = [text for cause, text in await texts(documents, document) if cause is Cause.EDITED]
        needed = {"burst 3", "burst 5", "burst 7", "burst 19", "after it", "another day"}
        assert needed <= set(kept)
        # The last one of the day is of the handful.
        assert len(kept) == len(needed) - 1 + HANDFUL
        assert kept == sorted(kept, key=[*numbers, "after it", "another day"].index)
        # Thinned out once, it stays as it is.
        await later(database, PAUSE)
        await typed(documents, document, "and on")
        assert [text for cause, text in await texts(documents, document) if cause is Cause.EDITED] == [*kept, "and on"]

    play(database, scenario)


def test_a_named_version_is_typed_on_in_another(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        await typed(documents, document, "good")
        (newest, _) = await documents.versions(document.id)
        named = await database.write(lambda c: version_rows.rename(c, newest.id, "Good"))
        assert named.name == "Good"
        await typed(documents, document, "worse")
        assert [text for _, text in await texts(documents, document)] == ["composed", "good", "worse"]
        with pytest.raises(RecordNotFound, match="Version 99"):
            await database.write(lambda c: version_rows.rename(c, 99, "x"))

    play(database, scenario)


def test_a_list_tells_who_wrote_it_and_where_it_went(database: Database, store: SqliteTaskStore) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        options = GenerationOptions("en", "2026-11-25")
        creation = store.create_task(TaskSpec("cv", "ollama", "qwen", "ollama", options, document=document.id))
        await creation.committed
        await database.write(lambda c: version_rows.add(c, document.id, Cause.GENERATED, "new", "en", creation.id))
        await documents.add_version(document.id, Cause.EXPORTED, files=["/b.pdf", "/a.docx"])
        await documents.replace_text(document.id, "# From a file", 1, Cause.IMPORTED, ["/old.md"])
        assert document.base
        await documents.restore(document.base)
        found = await database.read(lambda c: version_rows.entries(c, document.id))
        assert [(one.cause, one.letters) for one in found] == [
            (Cause.RESTORED, 8),
            (Cause.IMPORTED, 13),
            (Cause.EXPORTED, 8),
            (Cause.GENERATED, 3),
            (Cause.COMPOSED, 8),
        ]
        restored, imported, exported, generated, _ = found
        assert restored.source == document.base
        assert (imported.files, exported.files) == (("/old.md",), ("/a.docx", "/b.pdf"))
        assert (generated.provider, generated.model, exported.provider) == ("ollama", "qwen", None)
        assert {one.application for one in found} == {document.application}
        with pytest.raises(StaleRevision):
            await documents.replace_text(document.id, "x", 1, Cause.IMPORTED, [])

    play(database, scenario)


def test_undoing_goes_on_in_another_session(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        history = await undo.load(database, document.id)
        assert not history.can_undo
        text, revision = document.text, document.revision
        for number, word in enumerate((" one", " two", " three"), start=1):
            step = Step(len(text), "", word, number)
            history, text = recorded(history, step), apply(text, [step])
            history, tail = taken(history)
            revision = (await documents.save_text(document.id, text, revision, tail)).revision
        history, steps = undone(history)
        text = apply(text, steps)
        history, tail = taken(history)
        revision = (await documents.save_text(document.id, text, revision, tail)).revision
        again = await undo.load(database, document.id)
        assert (again.steps, again.done) == (history.steps, 2)
        again, steps = undone(again)
        assert apply(text, steps) == "composed one"
        again, steps = undone(again)
        assert apply("composed one", steps) == "composed"
        assert not again.can_undo

    play(database, scenario)


def test_a_text_that_moved_on_elsewhere_has_no_history(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        history = recorded(await undo.load(database, document.id), Step(8, "", "!", 1))
        _, tail = taken(history)
        saved = await documents.save_text(document.id, "composed!", 1, tail)
        assert (await undo.load(database, document.id)).can_undo
        await documents.save_text(document.id, "by another program", saved.revision)
        assert (await undo.load(database, document.id)).steps == ()

    play(database, scenario)


def test_histories_of_two_windows_are_not_mixed(database: Database) -> None:
    async def scenario(documents: DocumentRepository, document: Document) -> None:
        here, there = [await undo.load(database, document.id) for _ in range(2)]

        async def typed(history: History, text: str, word: str, revision: int) -> tuple[History, str, int]:
            step = Step(len(text), "", word, history.next_batch)
            history, tail = taken(recorded(history, step))
            text = apply(text, [step])
            return history, text, (await documents.save_text(document.id, text, revision, tail)).revision

        here, text, revision = await typed(here, "composed", " h1", 1)
        there = recorded(there, Step(8, "", " h1", 1))
        there, text, revision = await typed(there, text, " t2", revision)
        here = recorded(here, Step(11, "", " t2", 2))
        here, text, revision = await typed(here, text, " h3", revision)
        again = await undo.load(database, document.id)
        while again.can_undo:
            again, steps = undone(again)
            text = apply(text, steps)
        # What this window had stored before the other wrote over it is forgotten; what is left fits.
        assert text == "composed h1"

    play(database, scenario)


def test_an_old_database_keeps_its_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of the format before versions had names and files."""
    before = list(itertools.takewhile(lambda script: "version_file" not in script, migrations.scripts()))
    with monkeypatch.context() as older:
        older.setattr(migrations, "scripts", lambda: before)
        older.setattr(migrations, "latest", lambda: len(before))
        database = Database.open(tmp_path)
        insert = (
            "INSERT INTO profile (id, digest, source, created) VALUES (1, 'a', '{}', 0)",
            "INSERT INTO offer (id, digest, text, title, company, place, deadline, language, created)"
            " VALUES (1, 'a', '', '', '', '', '', 'en', 0)",
            "INSERT INTO application (id, profile, offer, status, notes, created, changed)"
            " VALUES (1, 1, 1, 'draft', '', 0, 0)",
            "INSERT INTO document (id, application, kind, text, revision, language, template, changed)"
            " VALUES (1, 1, 'cv', 'now', 3, 'en', 'classic', 0)",
            "INSERT INTO version (id, document, cause, text, language, created) VALUES (1, 1, 'edited', 'then', 'en', 5)",
        )
        for statement in insert:
            asyncio.run(database.write(lambda c, statement=statement: c.execute(statement)))  # type: ignore[misc]
        assert database.close(30)
    database = Database.open(tmp_path)
    assert database_path(tmp_path).exists()

    async def main() -> None:
        documents = DocumentRepository(database)
        (kept,) = await documents.versions(1)
        assert (kept.text, kept.name, kept.source) == ("then", None, None)
        assert (await undo.load(database, 1)).steps == ()
        await documents.save_text(1, "new", 3)
        assert [version.text for version in await documents.versions(1)] == ["new", "then"]

    try:
        asyncio.run(main())
    finally:
        assert database.close(30)
