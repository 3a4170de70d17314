"""Documents: composed when they are missing, saved as edited, restored, printed and exported."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import Cause
from jobmatch_desktop.domain.events import DocumentChanged
from jobmatch_desktop.domain.file_errors import FormatUnknown
from jobmatch_desktop.domain.format_errors import TemplateMissing
from jobmatch_desktop.domain.storage_errors import FolderReadOnly, RecordNotFound, StaleRevision, StorageFault
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.exporting import kind_of
from jobmatch_desktop.services.set_names import Naming
from jobmatch_desktop.storage.database import database_path
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, Script
from tests.services.house import CV, LETTER, TODAY, House, answers, opened


async def _without_documents(folder: Path) -> int:
    """An application whose program was killed before it composed anything."""
    async with opened(folder) as house:
        application = await house.sample()
    with closing(sqlite3.connect(database_path(folder))) as connection, connection:
        connection.execute("DELETE FROM document")
    return application.id


def test_what_is_missing_is_composed_when_it_is_asked_for(tmp_path: Path) -> None:
    async def main() -> None:
        application = await _without_documents(tmp_path)
        async with opened(tmp_path) as house:
            first = await house.services.documents.of(application)
            assert set(first) == {CV, LETTER}
            assert await house.services.documents.of(application) == first
            with pytest.raises(RecordNotFound):
                await house.services.documents.of(application + 1)

    asyncio.run(main())


def test_a_generation_composes_what_is_missing_first(tmp_path: Path) -> None:
    async def main() -> None:
        application = await _without_documents(tmp_path)
        async with opened(tmp_path) as house:
            generation = house.services.generation
            ended = await house.ended(await generation.start(application, CV, Choice()))
            assert ended.status is Status.COMPLETED
            text = (await house.services.documents.of(application))[CV].text
            assert text == await generation.text(ended.id)

    asyncio.run(main())


def test_two_who_ask_at_once_get_the_same_documents(tmp_path: Path) -> None:
    async def main() -> None:
        application = await _without_documents(tmp_path)
        async with opened(tmp_path) as house, opened(tmp_path) as other:
            one, two = await asyncio.gather(
                house.services.documents.of(application), other.services.documents.of(application)
            )
            assert one == two

    asyncio.run(main())


def test_an_edit_of_an_older_text_is_refused_and_the_newer_one_stands(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            documents = house.services.documents
            first = await house.document(await house.sample())
            second = await documents.save(first.id, first.text + "\nMine.\n", first.revision)
            assert second.revision == first.revision + 1
            with pytest.raises(StaleRevision):
                await documents.save(first.id, first.text + "\nTheirs.\n", first.revision)
            assert await documents.get(first.id) == second
            assert house.all(DocumentChanged) == []

    asyncio.run(main())


def test_the_pages_are_a_pdf_and_a_template_that_is_none_is_told(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            document = await house.document(await house.sample())
            pdf = await house.services.documents.pdf(document.text, CV, "en", "classic")
            assert pdf.data.startswith(b"%PDF-")
            with pytest.raises(TemplateMissing):
                await house.services.documents.pdf(document.text, CV, "en", "gone")

    asyncio.run(main())


def test_every_format_is_exported_and_a_version_kept(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            document = await house.document(await house.sample())
            paths = [tmp_path / f"cv.{ending}" for ending in ("pdf", "docx", "md", "html", "txt", "json")]
            written = await house.services.documents.export(document.id, paths)
            assert [one.path for one in written] == paths
            begin = {path.suffix: path.read_bytes()[:4] for path in paths}
            assert (begin[".pdf"], begin[".docx"]) == (b"%PDF", b"PK\x03\x04")
            assert (tmp_path / "cv.md").read_text(encoding="utf-8") == document.text
            newest = (await house.services.documents.versions(document.id))[0]
            assert (newest.cause, newest.text) == (Cause.EXPORTED, document.text)
            entry = (await house.services.versions.list(document.id))[0]
            assert entry.id == newest.id
            assert entry.application == document.application
            assert entry.files == tuple(sorted(map(str, paths)))
            assert await house.services.documents.get(document.id) == document

    asyncio.run(main())


def test_a_format_that_is_none_writes_no_file_at_all(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            document = await house.document(await house.sample())
            with pytest.raises(FormatUnknown):
                await house.services.documents.export(document.id, [tmp_path / "cv.md", tmp_path / "cv.odt"])
            assert not (tmp_path / "cv.md").exists()
            assert [version.cause for version in await house.services.documents.versions(document.id)] == [
                Cause.COMPOSED
            ]

    asyncio.run(main())


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left_there(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            document = await house.document(await house.sample())
            place = tmp_path / "gone" / "cv.md"
            with pytest.raises(StorageFault) as told:
                await house.services.documents.export(document.id, [place])
            assert str(place) in str(told.value)
            folder = tmp_path / "cv.txt"
            folder.mkdir()
            with pytest.raises(StorageFault):
                await house.services.documents.export(document.id, [folder])
            assert sorted(await asyncio.to_thread(os.listdir, tmp_path)) == ["cv.txt", "data"]
            assert [version.cause for version in await house.services.documents.versions(document.id)] == [
                Cause.COMPOSED
            ]

    asyncio.run(main())


async def _asked(house: House, out: Path, *scripts: Script) -> Status:
    application = await house.sample()
    with OllamaServer(*scripts, *answers(await house.steps(application))) as server:
        ended = await house.run(application, server, outs=(str(out),))
    written = await house.services.generation.write_outs(ended)
    assert [one.path for one in written] == ([out] if ended.status is Status.COMPLETED else [])
    return ended.status


def test_the_files_a_task_was_asked_for_are_written_only_when_it_completed(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            out = tmp_path / "cv.md"
            out.write_text("older")
            assert await _asked(house, out, Script(fault=Fault.CLOSE, fault_after=5)) is Status.INTERRUPTED
            assert out.read_text() == "older"
            assert await _asked(house, out) is Status.COMPLETED
            application = (await house.services.applications.list())[0]
            assert out.read_text(encoding="utf-8") == (await house.document(application)).text
            plain = await house.ended(await house.services.generation.start(application.id, CV, Choice()))
            assert await house.services.generation.write_outs(plain) == []

    asyncio.run(main())


def test_a_file_that_cannot_be_replaced_is_told_and_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            out = tmp_path / "cv.md"
            out.write_text("older")
            application = await house.sample()
            choice = Choice(outs=(str(out),))
            ended = await house.ended(await house.services.generation.start(application.id, CV, choice))

            def refused(_path: Path, _target: Path) -> Path:
                # As root nothing is read-only: the system's refusal itself is played.
                raise PermissionError(13, "Permission denied")

            monkeypatch.setattr(Path, "replace", refused)
            with pytest.raises(FolderReadOnly) as told:
                await house.services.generation.write_outs(ended)
            monkeypatch.undo()
            assert str(out) in str(told.value)
            assert out.read_text() == "older"
            assert sorted(await asyncio.to_thread(os.listdir, tmp_path)) == ["cv.md", "data"]

    asyncio.run(main())


def test_what_a_text_is_is_told_from_the_text(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path, today=lambda: TODAY) as house:
            documents = await house.services.documents.of((await house.sample()).id)
            assert {kind: kind_of(document.text) for kind, document in documents.items()} == {CV: CV, LETTER: LETTER}
            assert kind_of("# Somebody\n") is CV

    asyncio.run(main())


def test_the_version_that_is_kept_is_the_text_that_was_exported(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            document = await house.document(await house.sample())
            out = tmp_path / "cv.md"
            await asyncio.gather(
                house.services.documents.export(document.id, [tmp_path / "cv.pdf", out]),
                house.services.documents.save(document.id, document.text + "\nMine.\n", document.revision),
            )
            versions = await house.services.documents.versions(document.id)
            [exported] = [version for version in versions if version.cause is Cause.EXPORTED]
            assert out.read_text(encoding="utf-8") == exported.text
            assert (await house.services.documents.get(document.id)).text.endswith("Mine.\n")

    asyncio.run(main())


def test_a_whole_set_is_planned_written_and_kept_as_versions(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            application = await house.sample()
            documents = house.services.documents
            out = tmp_path / "out"
            named = Naming(out, "{person} {kind}", {"person": "Nora"}, ("txt", "md"))
            names = ["Nora CV.txt", "Nora CV.md", "Nora Letter.txt", "Nora Letter.md"]
            plan = await documents.planned_set(application.id, named)
            assert [(one.path.name, one.stands) for one in plan] == [(name, False) for name in names]
            out.mkdir()
            (out / "Nora Letter.md").write_text("mine")
            plan = await documents.planned_set(application.id, named)
            assert [one.path.name for one in plan if one.stands] == ["Nora Letter.md"]
            files = await documents.export_set(application.id, named, ())
            assert [file.path.name for file in files if file.exported] == names[:3]
            assert (out / "Nora Letter.md").read_text() == "mine"
            for kind, count in ((CV, 2), (LETTER, 1)):
                document = await house.document(application, kind)
                newest = (await house.services.versions.list(document.id))[0]
                assert newest.cause is Cause.EXPORTED
                assert len(newest.files) == count
            assert (out / "Nora CV.md").read_text(encoding="utf-8") == (await house.document(application)).text

    asyncio.run(main())
