"""Profiles: brought in from files and bytes, the same one once, and what is wrong told."""

import asyncio
import json
from pathlib import Path

import pytest

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput
from jobmatch_desktop.domain.file_errors import FileUnreadable, FormatUnknown
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from tests.services.house import House, opened

RESUME = {"basics": {"name": "Ada Quill", "label": "Archivist"}, "work": [{"name": "Fen & Co", "position": "Clerk"}]}


def test_a_file_is_kept_and_listed_newest_first(tmp_path: Path) -> None:
    file = tmp_path / "ada.json"
    file.write_text(json.dumps(RESUME), encoding="utf-8")

    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            profiles = house.services.profiles
            sample = await profiles.import_sample()
            kept = await profiles.import_file(file)
            assert kept.profile.basics.name == "Ada Quill"
            assert await profiles.get(kept.id) == kept.profile
            assert [(row.id, row.name, row.label) for row in await profiles.list()] == [
                (kept.id, "Ada Quill", "Archivist"),
                (sample.id, "Nora Lindqvist", "Backend engineer"),
            ]

    asyncio.run(main())


def test_the_same_content_is_one_profile_whatever_its_file_and_its_spaces(tmp_path: Path) -> None:
    file = tmp_path / "ada.json"
    file.write_text(json.dumps(RESUME, indent=4), encoding="utf-8")

    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            profiles = house.services.profiles
            first = await profiles.import_data("other.json", json.dumps(RESUME).encode())
            again = await profiles.import_file(file)
            changed = await profiles.import_data("ada.json", json.dumps({**RESUME, "skills": []}).encode())
            assert first.id == again.id != changed.id
            assert (await profiles.import_sample()).id == (await profiles.import_sample()).id
            assert len(await profiles.list()) == 3

    asyncio.run(main())


def test_markdown_is_read_by_its_ending(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            text = "# Ada Quill\nArchivist\n\n## Experience\n### Clerk · Fen & Co\n2019 – 2021\n\n- Kept the books\n"
            kept = await house.services.profiles.import_data("ada.MD", text.encode())
            assert kept.profile.basics.name == "Ada Quill"
            assert [job.organisation for job in kept.profile.work] == ["Fen & Co"]

    asyncio.run(main())


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("cv.odt", b"{}", FormatUnknown),
        ("cv", b"{}", FormatUnknown),
        ("cv.json", b"not json", UnreadableInput),
        ("cv.json", b"", UnreadableInput),
        ("cv.json", b'["a list"]', UnreadableInput),
        ("cv.json", b'{"basics": {"name": 7}}', UnreadableInput),
        ("cv.md", b"", UnreadableInput),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_kept(
    tmp_path: Path, name: str, data: bytes, fault: type[JobMatchError]
) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            with pytest.raises(fault) as told:
                await house.services.profiles.import_data(name, data)
            assert "Traceback" not in str(told.value)
            assert await house.services.profiles.list() == []

    asyncio.run(main())


def test_a_file_that_cannot_be_opened_is_named_with_the_systems_reason(tmp_path: Path) -> None:
    async def refused(house: House, path: Path) -> str:
        with pytest.raises(FileUnreadable) as told:
            await house.services.profiles.import_file(path)
        return str(told.value)

    async def main() -> None:
        (tmp_path / "folder.json").mkdir()
        async with opened(tmp_path / "data") as house:
            for path in (tmp_path / "gone.json", tmp_path / "folder.json"):
                assert str(path) in await refused(house, path)
            with pytest.raises(RecordNotFound):
                await house.services.profiles.get(99)

    asyncio.run(main())
