"""What a writer worded beside the person's own words: told until it is decided about, over sessions too."""

import asyncio
from pathlib import Path

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.profile_edits import AddItem, SetText
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.services.choice import Choice
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import CV, LIE, House, answers, opened, parts, reworded

MINE = "- Wrote the on-call runbooks and led 15 postmortems"
THEIRS = "- Led 14 postmortems and wrote the on-call runbooks"


async def written_beside(house: House) -> Application:
    """An application whose CV was written anew after a bullet of it was edited."""
    application = await house.sample()
    steps = await house.steps(application)
    await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
    scripts = answers(steps)
    said = reworded(steps[1]).replace("- Wrote the on-call runbooks and led 14 postmortems", THEIRS)
    scripts[1] = Script(text=said)
    with OllamaServer(*scripts) as server:
        assert (await house.run(application, server)).status is Status.COMPLETED
    return application


def test_the_persons_bullet_stands_and_the_models_is_told_beside_it_until_it_is_decided(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await written_beside(house)
            document = await house.document(application)
            assert MINE in parts(document)["work/0"].split("\n")
            (found,) = await house.services.merging.conflicts(document.id)
            assert (found.key, found.mine, found.theirs) == ("work/0", MINE, THEIRS)
            place = found.place(document.text)
            assert place is not None
            assert document.text[place.start : place.end] == MINE
            # Words typed elsewhere since leave it open; what comes in or is worked on settles it.
            document = await house.edit(document, "# Nora", "# Eleonora")
            assert await house.services.merging.conflicts(document.id) == (found,)
            document = await house.edit(document, MINE, THEIRS)
            assert await house.services.merging.conflicts(document.id) == ()
            document = await house.edit(document, THEIRS, MINE)
            assert await house.services.merging.conflicts(document.id) == (found,)
            document = await house.edit(document, MINE, MINE + " myself")
            assert await house.services.merging.conflicts(document.id) == ()
        async with opened(tmp_path) as house:
            document = await house.edit(document, MINE + " myself", MINE)
            assert await house.services.merging.conflicts(document.id) == (found,)
            await house.services.merging.keep_mine(found)
            assert await house.services.merging.conflicts(document.id) == ()

    asyncio.run(main())


def test_a_bullet_that_was_edited_only_after_the_writing_is_no_conflict(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server)
            document = await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
            assert await house.services.merging.conflicts(document.id) == ()

    asyncio.run(main())


def test_a_part_used_later_leaves_what_stands_beside_open(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
            scripts = answers(steps)
            scripts[1] = Script(
                text=reworded(steps[1]).replace("- Wrote the on-call runbooks and led 14 postmortems", THEIRS)
            )
            scripts[0:1] = [Script(text=LIE)] * 2
            with OllamaServer(*scripts) as server:
                task = await house.start(application, server)
                await house.ended(task)
            document = await house.document(application)
            assert [one.theirs for one in await house.services.merging.conflicts(document.id)] == [THEIRS]
            await house.services.generation.use(task, "summary")
            document = await house.document(application)
            assert LIE in document.text
            assert [one.theirs for one in await house.services.merging.conflicts(document.id)] == [THEIRS]

    asyncio.run(main())


def test_the_composer_puts_new_facts_beside_edited_bullets(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
            editing = house.services.profile_editing
            assert application.kept is not None
            state = await editing.open(application.kept)
            lines = state.source["work"][0]["highlights"]
            number = next(index for index, line in enumerate(lines) if "14 postmortems" in line)
            place = "work/0/highlights"
            edits = [
                SetText(f"{place}/{number}", THEIRS.removeprefix("- ")),
                AddItem(place, len(lines), "Wrote the parser of the label printer in Go"),
            ]
            await editing.edit(state, edits)
            generation = house.services.generation
            ended = await generation.wait(await generation.start(application.id, CV, Choice(language="en")))
            assert ended.status is Status.COMPLETED
            document = await house.document(application)
            lines = parts(document)["work/0"].split("\n")
            assert MINE in lines
            assert THEIRS not in lines
            assert "- Wrote the parser of the label printer in Go" in lines
            (found,) = await house.services.merging.conflicts(document.id)
            assert (found.mine, found.theirs) == (MINE, THEIRS)

    asyncio.run(main())
