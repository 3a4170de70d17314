"""A kept profile worked on, and what its documents show of it."""

import asyncio
import json
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import ProfileMoved
from jobmatch_desktop.domain.kept_profile import Change, ProfileChanged
from jobmatch_desktop.domain.profile_edits import AddItem, SetText
from jobmatch_desktop.domain.profile_errors import WrongType
from jobmatch_desktop.services.choice import COMPOSER, Choice
from tests.services.house import opened

OFFER = "Archivist\nFen & Co | Ely\n\nRequirements\n- Python\n"
ADA = {
    "basics": {"name": "Ada"},
    "work": [
        {"name": "Mill", "position": "Miller", "startDate": "2020", "highlights": ["Ground corn for ten villages", "Kept the books"]},
        {"name": "Bakery", "position": "Baker", "startDate": "2015", "endDate": "2019", "highlights": ["Baked rye bread"]},
    ],
    "x-own": {"stays": [1]},
}  # fmt: skip


def test_edits_are_told_and_exported_with_what_is_not_known(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            editing = house.services.profile_editing
            imported = await house.services.profiles.import_data("ada.json", json.dumps(ADA).encode())
            state = await editing.open(imported.kept)
            after = await editing.edit(state, [SetText("work/0/highlights/1", "Kept the books for ten years")])
            assert house.all(ProfileMoved) == [ProfileMoved(state.id, after.version)]
            assert (await editing.undo(after)).source == ADA
            redone = await editing.redo(await editing.open(state.id))
            assert redone.source == after.source
            with pytest.raises(ProfileChanged):
                await editing.edit(state, [SetText("basics/name", "Eda")])
            await editing.export(state.id, tmp_path / "out.json")
            assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == after.source
            assert (await house.services.profiles.list())[0].id == redone.version

    asyncio.run(main())


def test_more_of_the_same_typing_is_one_step(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            editing = house.services.profile_editing
            state = await editing.begin("Ada")
            application = await house.services.applications.add(state.version, OFFER)
            first = await editing.edit(state, [SetText("basics/label", "Mil")])
            typed = {"basics": {"name": "Ada", "label": "Miller"}}
            whole = await editing.change(first, typed, first.ids, Change.TYPED, instead=True)
            assert (whole.step, whole.source) == (first.step, typed)
            assert (await house.services.applications.get(application.id)).profile == whole.version
            assert (await editing.undo(whole)).source == state.source

    asyncio.run(main())


def test_what_is_no_resume_is_refused_whole(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            editing = house.services.profile_editing
            state = await editing.begin("Ada")
            with pytest.raises(WrongType):
                await editing.edit(state, [AddItem("work", 0, "a line, no job")])
            assert await editing.open(state.id) == state

    asyncio.run(main())


def test_an_application_is_written_from_what_its_targeting_shows(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            services, editing = house.services, house.services.profile_editing
            imported = await services.profiles.import_data("ada.json", json.dumps(ADA).encode())
            state = await editing.open(imported.kept)
            mills = await editing.add_targeting(state.id, "Mills")
            left_out = frozenset({state.ids["work/0/highlights/1"], state.ids["work/1"]})
            await editing.update_targeting(msgspec.structs.replace(mills, left_out=left_out))
            application = await services.applications.add(imported.id, OFFER)
            whole = (await services.documents.of(application.id))[DocumentKind.CV].text
            assert "Baked rye bread" in whole
            assert "Kept the books" in whole
            chosen = await editing.choose_targeting(application.id, mills.id)
            assert chosen.targeting == mills.id
            task = await services.generation.start(application.id, DocumentKind.CV, Choice(COMPOSER))
            done = await services.generation.wait(task)
            shown = (await services.documents.of(application.id))[DocumentKind.CV].text
            assert "Ground corn for ten villages" in shown
            assert "Bak" not in shown
            assert "Kept the books" not in shown
            assert done.spec.inputs["facts"] == imported.id, "what is not shown stays true"
            assert done.spec.inputs["profile"] != imported.id

    asyncio.run(main())


def test_a_profile_that_was_deleted_is_brought_back_from_an_application(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            services, editing = house.services, house.services.profile_editing
            imported = await services.profiles.import_data("ada.json", json.dumps(ADA).encode())
            made = await services.applications.add(imported.id, OFFER)
            other = await services.applications.add(imported.id, OFFER)
            await editing.remove(imported.kept)
            back = await editing.bring_back(made.id)
            assert back.kept is not None
            assert (await editing.open(back.kept)).source == ADA
            assert (await services.applications.get(other.id)).kept == back.kept
            assert await editing.bring_back(made.id) == back
            moved = await editing.edit(await editing.open(back.kept), [SetText("basics/name", "Eda")])
            assert (await services.applications.get(made.id)).profile == moved.version

    asyncio.run(main())
