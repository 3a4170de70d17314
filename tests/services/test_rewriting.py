"""Words put into others by a model: offered, marked where they claim too much, and never placed by themselves."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.rewrite import NeedsModel, NotOnePassage, Rewrite, Wish
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.rewriting import Rewritten
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import CV, LIE, chosen, opened, silent_after

BULLETS = (
    "- Wrote the on-call runbooks and led 14 postmortems\n- Mentored two junior engineers through their first year"
)
FEWER = "- Led 14 postmortems and wrote the runbooks"


def test_other_words_are_offered_and_the_document_stays(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            with OllamaServer(Script(text=FEWER)) as server:
                wanted = Rewrite("cv", BULLETS, Wish.SHORTER)
                task = await house.services.rewriting.start(application.id, wanted, "en", chosen(server))
                ended = await house.services.generation.wait(task)
                [chat] = server.chats
            assert ended.status is Status.COMPLETED
            assert await house.services.rewriting.result(task) == Rewritten(FEWER, stands=True)
            assert await house.document(application) == before
            asked = chat.body["messages"][-1]["content"]
            assert "Make it shorter" in asked
            assert "at most 2 lines" in asked
            assert asked.index("Mentored two") < asked.index("REWRITTEN LINES")

    asyncio.run(main())


def test_what_claims_too_much_is_asked_for_once_more_and_then_offered_with_why(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(Script(text=f"- {LIE}"), Script(text=f"- {LIE}")) as server:
                wanted = Rewrite("cv", BULLETS, Wish.STRONGER)
                task = await house.services.rewriting.start(application.id, wanted, "en", chosen(server))
                await house.services.generation.wait(task)
                assert len(server.chats) == 2
            found = await house.services.rewriting.result(task)
            assert (found.text, found.stands) == (f"- {LIE}", False)
            assert "93" in " ".join(map(str, found.reasons))

    asyncio.run(main())


def test_a_translation_is_asked_for_in_the_other_language(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            said = "J'ai rédigé les procédures d'astreinte et mené 14 analyses d'incident."
            with OllamaServer(Script(text=said)) as server:
                wanted = Rewrite("letter", "I wrote the on-call runbooks and led 14 postmortems.", Wish.TRANSLATE)
                task = await house.services.rewriting.start(application.id, wanted, "en", chosen(server))
                ended = await house.services.generation.wait(task)
                assert "en français" in server.chats[0].body["messages"][-1]["content"]
            assert ended.spec.options.language == "fr"
            assert (await house.services.rewriting.result(task)).text == said

    asyncio.run(main())


def test_drafts_of_the_same_words_are_written_beside_each_other(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(Script(text=FEWER), Script(text="- Wrote runbooks")) as server:
                wanted = Rewrite("cv", BULLETS, Wish.ANEW)
                start = house.services.rewriting.start
                tasks = [await start(application.id, wanted, "en", chosen(server)) for _ in range(2)]
                for task in tasks:
                    await house.services.generation.wait(task)
                assert {chat.body["options"]["temperature"] for chat in server.chats} == {0.8}
            found = {(await house.services.rewriting.result(task)).text for task in tasks}
            assert found == {FEWER, "- Wrote runbooks"}

    asyncio.run(main())


def test_a_stopped_one_keeps_its_words_and_can_go_on(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(silent_after(FEWER, 4), Script(text=FEWER)) as server:
                wanted = Rewrite("cv", BULLETS, Wish.OWN, "Say it in\none line.")
                task = await house.services.rewriting.start(application.id, wanted, "en", chosen(server))
                await house.heard(lambda: any(getattr(event, "text", "") for event in house.told))
                await house.services.generation.stop(task)
                await house.services.generation.wait(task)
                begun = await house.services.rewriting.result(task)
                assert begun.text
                assert FEWER.startswith(begun.text.strip())
                assert not begun.stands
                await house.services.generation.resume(task)
                await house.services.generation.wait(task)
                assert "Say it in one line." in server.chats[0].body["messages"][-1]["content"]
            assert await house.services.rewriting.result(task) == Rewritten(FEWER, stands=True)

    asyncio.run(main())


@pytest.mark.parametrize("text", ["", "  \n", "## Experience\n- Baked", "Words\n- and a list", "x" * 6_001, "# Ada"])
def test_what_is_no_passage_is_not_asked_for(tmp_path: Path, text: str) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with pytest.raises(NotOnePassage):
                await house.services.rewriting.start(
                    application.id, Rewrite("cv", text, Wish.SHORTER), "en", Choice("ollama", "m")
                )
            with pytest.raises(NeedsModel):
                await house.services.rewriting.start(
                    application.id, Rewrite("cv", BULLETS, Wish.SHORTER), "en", Choice(COMPOSER)
                )
            assert await house.services.generation.tasks() == []
            assert (await house.document(application, CV)).kind is CV

    asyncio.run(main())
