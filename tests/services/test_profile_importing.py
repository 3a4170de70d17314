"""A file is reviewed before it counts, and read again it is merged."""

import asyncio
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobmatch_desktop.domain.events import ProfileMoved
from jobmatch_desktop.domain.file_errors import FileUnreadable
from jobmatch_desktop.domain.kept_profile import ProfileState
from jobmatch_desktop.domain.profile_edits import RemoveItem, SetText
from jobmatch_desktop.domain.profile_import import NEW_PROFILE, AlreadyReviewed, Decided, NothingTaken
from jobmatch_desktop.domain.reading_errors import NoWordsInPdf
from jobmatch_desktop.evidence.profile_differences import Kind
from jobmatch_desktop.formats.imported import Box, Unplaced
from jobmatch_desktop.services.profile_importing import ProfileImporting, WaitingImport, paragraphs
from tests.formats.readers.cv_layouts import pdf, title_first
from tests.formats.readers.people import ENGINEER
from tests.services.house import House, opened

RESUME = {
    "basics": {"name": "Ada Quill", "email": "ada@example.org"},
    "work": [{"name": "Fen & Co", "position": "Clerk"}],
}


def cv(**sections: Any) -> bytes:
    return pdf(title_first({**ENGINEER, **sections}, "en"))


async def read(house: House, data: bytes, name: str = "cv.pdf") -> WaitingImport:
    found = await house.services.profile_importing.read(name, data)
    assert isinstance(found, WaitingImport)
    return found


async def accepted(house: House, waiting: WaitingImport, decided: Decided | None = None) -> ProfileState:
    return await house.services.profile_importing.accept(waiting.id, decided or waiting.decided)


def test_a_pdf_waits_until_it_is_accepted_and_what_was_decided_outlives_the_program(tmp_path: Path) -> None:
    data = cv()

    async def begin() -> None:
        async with opened(tmp_path) as house:
            waiting = await read(house, data)
            assert waiting.paged
            assert waiting.decided.into == NEW_PROFILE
            assert await house.services.profiles.list() == []
            decided = Decided(texts={"basics/label": "Engineer"}, taken={"languages": False})
            await house.services.profile_importing.decide(waiting.id, decided)
            assert (await read(house, data)).id == waiting.id, "the same file is one import"

    async def go_on() -> None:
        async with opened(tmp_path) as house:
            importing = house.services.profile_importing
            (waiting,) = await importing.waiting()
            assert waiting.decided.texts == {"basics/label": "Engineer"}
            state = await accepted(house, waiting)
            assert state.source["basics"]["label"] == "Engineer"
            assert [job["position"] for job in state.source["work"]] == ["Backend Developer", "Help Desk Technician"]
            assert "languages" not in state.source
            assert await importing.waiting() == []
            assert await importing.data(waiting.id) == data
            with pytest.raises(AlreadyReviewed):
                await accepted(house, waiting)
            with pytest.raises(AlreadyReviewed):
                await importing.decide(waiting.id, Decided())
            with pytest.raises(AlreadyReviewed):
                await importing.drop(waiting.id)

    asyncio.run(begin())
    asyncio.run(go_on())


def test_each_line_knows_its_place_on_the_page_also_after_it_moved(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            importing, editing = house.services.profile_importing, house.services.profile_editing
            waiting = await read(house, cv())
            state = await accepted(house, waiting)
            found = waiting.found.places
            origins = await importing.origins(state.id)
            assert origins is not None
            assert (origins.id, origins.name, origins.places) == (waiting.id, "cv.pdf", found)
            after = await editing.edit(state, [RemoveItem("work/0"), SetText("work/0/name", "Quill & Feather")])
            origins = await importing.origins(after.id)
            assert origins is not None
            assert origins.places["work/0/position"] == found["work/1/position"]
            assert origins.places["work/0/highlights/1"] == found["work/1/highlights/1"]
            assert origins.places["work/0/name"] == msgspec.structs.replace(found["work/1/name"], confidence=1.0)
            assert not [path for path in origins.places if path.startswith("work/1")]

    asyncio.run(main())


def test_pages_are_drawn_apart_in_the_size_asked_for(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            waiting = await read(house, cv())
            drawn = await house.services.profile_importing.pages(waiting.id, 0, 5, 1.5)
            ((width, height),) = drawn.sizes
            image = drawn.images[0]
            assert (image.width, image.height) == (round(width * 1.5), round(height * 1.5))
            pixels = image.pixels
            assert len(pixels) == image.stride * image.height
            box = waiting.found.places["basics/name"].boxes[0]
            row = pixels[int((box.top + box.bottom) / 2 * 1.5) * image.stride :][: image.stride]
            dark = [place // 4 / 1.5 for place in range(0, len(row), 4) if row[place] < 128]
            assert box.left <= min(dark) < max(dark) <= box.right, "the words of the name stand in its box"

    asyncio.run(main())


def test_a_file_read_again_goes_into_the_profile_of_the_same_person_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            importing, editing = house.services.profile_importing, house.services.profile_editing
            state = await accepted(house, await read(house, cv()))
            typed = await editing.edit(
                state, [SetText("work/1/name", "Quillfeather Ltd, Newark"), RemoveItem("skills/1")]
            )
            again = await read(house, cv())
            assert again.decided.into == state.id
            assert (await accepted(house, again)).version == typed.version
            job = {"position": "Staff Engineer", "name": "Brinewall", "location": "Boston, MA", "startDate": "2024-02",
                   "highlights": ["Took the billing apart"]}  # fmt: skip
            newer = await read(
                house, cv(work=[job, {**ENGINEER["work"][0], "endDate": "2024-01"}, ENGINEER["work"][1]])
            )
            review = await importing.review(newer.id, newer.decided)
            assert review.before == typed
            new = [one.key for one in review.comparison.differences if one.kind is Kind.NEW and one.suggested]
            assert new == ["work/0", "work/1/endDate"]
            merged = await accepted(house, newer)
            assert [job["name"] for job in merged.source["work"]] == [
                "Brinewall", "Parcelwise", "Quillfeather Ltd, Newark",
            ]  # fmt: skip
            assert len(merged.source["skills"]) == 1
            assert merged.ids["work/1"] == state.ids["work/0"]
            assert house.all(ProfileMoved)[-1] == ProfileMoved(state.id, merged.version)
            assert (await editing.undo(merged)).source == typed.source
            assert len(await house.services.profiles.list()) == 1

    asyncio.run(main())


def test_a_file_that_names_its_fields_counts_at_once_and_is_reviewed_where_the_person_is_known(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            importing = house.services.profile_importing
            state = await importing.read("ada.json", json.dumps(RESUME).encode())
            assert isinstance(state, ProfileState)
            assert state.source == RESUME
            assert await importing.read("again.json", json.dumps(RESUME).encode()) == state
            newer = {**RESUME, "skills": [{"name": "Latin"}], "x-own": {"stays": True}}
            waiting = await read(house, json.dumps(newer).encode(), "ada.json")
            assert (waiting.decided.into, waiting.paged) == (state.id, False)
            assert (await accepted(house, waiting)).source == newer

    asyncio.run(main())


def test_what_is_left_out_or_thrown_away_does_not_count(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            importing = house.services.profile_importing
            waiting = await read(house, cv())
            nothing = Decided(taken=dict.fromkeys(waiting.found.profile, False))
            with pytest.raises(NothingTaken):
                await accepted(house, waiting, nothing)
            assert [one.id for one in await importing.waiting()] == [waiting.id]
            await importing.drop(waiting.id)
            assert await importing.waiting() == []
            assert await house.services.profiles.list() == []

    asyncio.run(main())


def test_lines_that_fit_no_field_are_known_once_they_stand_in_the_profile(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            importing = house.services.profile_importing
            text = "# Ada Quill\n\n## Experience\n### Clerk · Fen\n2019\n\n- Kept the books\n\n## Odd\nLeft-handed\nTall\n".encode()
            waiting = await read(house, text, "ada.md")
            lines = [line.text for line in waiting.found.unplaced]
            assert "Left-handed" in lines
            place = lines.index("Left-handed")
            state = await accepted(house, waiting, Decided(put={place: "work/0/highlights"}))
            assert state.source["work"][0]["highlights"] == ["Kept the books", "Left-handed"]
            assert state.source["meta"]["sections"] == [{"title": "Odd", "text": "Left-handed\nTall"}]
            again = await read(house, text + b"\n", "ada.md")
            assert (await importing.review(again.id, again.decided)).placed_already == {place}

    asyncio.run(main())


def test_lines_of_one_sentence_are_one() -> None:
    def line(text: str, top: float, section: str = "Odd", page: int = 0) -> Unplaced:
        return Unplaced(text, section, Box(page, 10, top, 200, top + 10))

    lines = [
        line("Led teams on three continents,", 0), line("Mentored in all of", 12), line("them. Holds a patent (US-", 24),
        line("0000).", 36), line("Sings", 48), line("and far below", 200), line("elsewhere", 212, "Other"), line("over", 0, page=1),
    ]  # fmt: skip
    assert [one.text for one in paragraphs(lines)] == [
        "Led teams on three continents, Mentored in all of them. Holds a patent (US-0000).",
        "Sings",
        "and far below",
        "elsewhere",
        "over",
    ]
    assert paragraphs(lines)[0].box == Box(0, 10, 0, 200, 46)


def test_what_cannot_be_read_is_told_and_nothing_waits(tmp_path: Path) -> None:
    async def refused(importing: ProfileImporting) -> None:
        with pytest.raises(NoWordsInPdf.__base__):
            await importing.read("scan.pdf", pdf("#rect(width: 5cm, height: 5cm)"))
        with pytest.raises(FileUnreadable):
            await importing.read_file(tmp_path / "gone.pdf")

    async def main() -> None:
        async with opened(tmp_path) as house:
            await refused(house.services.profile_importing)
            assert await house.services.profile_importing.waiting() == []
            reading = asyncio.create_task(house.services.profile_importing.read("cv.pdf", cv()))
            await asyncio.sleep(0)
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading
            assert await house.services.profile_importing.waiting() == []

    asyncio.run(main())
