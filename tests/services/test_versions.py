"""Versions as a person uses them: gone back to and back again, named, compared, and undone in another session."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import Cause
from jobmatch_desktop.domain.events import DocumentChanged
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.undoing import Step, recorded, taken, undone
from jobmatch_desktop.writing.differing import Change
from tests.services.house import opened


def test_a_version_is_restored_told_and_the_restoring_is_undone(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            documents, versions = house.services.documents, house.services.versions
            first = await house.document(await house.sample())
            edited = await documents.save(first.id, "# All new\n", first.revision)
            newest, oldest = await versions.list(first.id)
            assert (oldest.cause, (await versions.text(oldest.id)).text) == (Cause.COMPOSED, first.text)
            restored = await versions.restore(oldest.id)
            assert (restored.text, restored.revision) == (first.text, edited.revision + 1)
            assert house.all(DocumentChanged) == [DocumentChanged(first.id, first.text, restored.revision)]
            back = await versions.restore(newest.id)
            assert back.text == edited.text
            listed = [(one.cause, one.source) for one in await versions.list(first.id)]
            assert listed == [
                (Cause.RESTORED, newest.id),
                (Cause.RESTORED, oldest.id),
                (Cause.EDITED, None),
                (Cause.COMPOSED, None),
            ]
            with pytest.raises(RecordNotFound):
                await versions.restore(9999)

    asyncio.run(main())


def test_a_name_is_given_and_taken_away(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            document = await house.document(await house.sample())
            (only,) = await house.services.versions.list(document.id)
            assert (await house.services.versions.name(only.id, "  The one\n I sent ")).name == "The one I sent"
            assert (await house.services.versions.list(document.id))[0].name == "The one I sent"
            assert (await house.services.versions.name(only.id, " ")).name is None

    asyncio.run(main())


def test_a_version_is_compared_by_word_with_what_stands_now(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            document = await house.document(await house.sample())
            (first,) = await house.services.versions.list(document.id)
            await house.edit(document, document.text.split()[1], "Somebody")
            runs = await house.services.versions.compare(first.id)
            changed = [(run.change, run.text) for run in runs if run.change is not Change.SAME]
            assert changed == [(Change.DELETED, document.text.split()[1]), (Change.INSERTED, "Somebody")]
            newest = (await house.services.versions.list(document.id))[0]
            assert await house.services.versions.compare(first.id, newest.id) == runs

    asyncio.run(main())


def test_a_file_taken_as_the_text_is_a_version(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            document = await house.document(await house.sample())
            taken_over = await house.services.versions.imported(document.id, "# Ada\n", document.revision, "/old.md")
            assert taken_over.text == "# Ada\n"
            assert house.all(DocumentChanged)[-1].text == "# Ada\n"
            newest = (await house.services.versions.list(document.id))[0]
            assert (newest.cause, newest.files) == (Cause.IMPORTED, ("/old.md",))

    asyncio.run(main())


def test_undoing_goes_on_after_the_program_was_closed(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            document = await house.document(await house.sample())
            history = await house.services.versions.history(document.id)
            history, tail = taken(recorded(history, Step(0, "", "x", 1)))
            await house.services.documents.save(document.id, "x" + document.text, document.revision, tail)
        async with opened(tmp_path) as house:
            history, steps = undone(await house.services.versions.history(document.id))
            assert steps == (Step(0, "x", "", 1),)
            assert not history.can_undo

    asyncio.run(main())
