"""Talks: kept, answered through tasks, edited without loss, found again after a kill."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jobmatch_desktop.domain.conversation import (
    AnswerUnderWay,
    CannotAnswer,
    NeedsOffer,
    NothingSaid,
    Speaker,
    TalkKind,
    Turn,
)
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import Ending, ModelSettings, Status, TaskId
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, Script
from tests.patience import SECONDS
from tests.services.house import MODEL, House, chosen, opened, silent_after

ASKED = "What were you asked to do?"
SAID = "At Meridian Pay every release took a day."


async def talk(house: House, kind: TalkKind = TalkKind.SUCCESS) -> int:
    application = await house.sample()
    return (await house.services.coach.start(application.id, kind)).id


async def ended(house: House, task: TaskId) -> tuple[Status, Ending | None]:
    task_ended = await house.ended(task)
    return task_ended.status, task_ended.ending


async def said(house: House, conversation: int) -> list[tuple[str, str]]:
    """What is shown after the opening."""
    return [(turn.speaker.value, turn.text) for turn in (await house.services.coach.turns(conversation))[1:]]


def test_an_answer_is_streamed_and_kept(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(Script(text=ASKED, thinking=("Let me ", "think."))) as server:
            async with opened(tmp_path) as house:
                conversation = await talk(house)
                task = await house.services.coach.send(conversation, f"  {SAID}\n", chosen(server))
                assert await ended(house, task) == (Status.COMPLETED, Ending.STOP)
                assert (await house.services.generation.task(task)).spec.conversation == conversation
                assert await house.services.generation.text(task) == ASKED
            async with opened(tmp_path) as house:
                [found] = await house.services.coach.conversations(1)
                assert (found.id, found.begins, found.kind) == (conversation, SAID, TalkKind.SUCCESS)
                opening, own, answer = await house.services.coach.turns(conversation)
                assert opening.text.endswith("?")
                assert (own.speaker, own.text) == (Speaker.PERSON, SAID)
                assert (answer.text, answer.thinking) == (ASKED, "Let me think.")
                assert (answer.task, answer.status, answer.model) == (task, Status.COMPLETED, MODEL)
            messages = server.chats[0].body["messages"]
            assert [message["role"] for message in messages] == ["system", "user", "assistant", "user"]
            assert [message["content"] for message in messages[2:]] == [opening.text, SAID]

    asyncio.run(run())


def test_the_prompt_grows_at_its_end_alone(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(Script(text=ASKED), Script(text="And then?")) as server:
            async with opened(tmp_path) as house:
                conversation = await talk(house)
                for text in (SAID, "To make releases safe."):
                    await ended(house, await house.services.coach.send(conversation, text, chosen(server)))
            first, second = (chat.body["messages"] for chat in server.chats)
            assert second[: len(first)] == first
            assert [message["content"] for message in second[len(first) :]] == [ASKED, "To make releases safe."]

    asyncio.run(run())


def test_one_answer_at_a_time(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(silent_after(ASKED, 2)) as server:
            async with opened(tmp_path) as house, opened(tmp_path) as other:
                conversation = await talk(house)
                task = await house.services.coach.send(conversation, SAID, chosen(server))
                for one in (house, other):
                    with pytest.raises(AnswerUnderWay) as refused:
                        await one.services.coach.send(conversation, "More.", chosen(server))
                    assert refused.value.task == task
                assert (await said(other, conversation))[0] == ("user", SAID)
                await house.heard(lambda: any(getattr(event, "text", "") for event in house.told))
                await other.services.coach.stop(task)
                assert (await house.ended(task)).status is Status.CANCELLED
                assert await said(house, conversation) == [("user", SAID), ("assistant", "What were")]

    asyncio.run(run())


def test_a_cut_answer_goes_on(tmp_path: Path) -> None:
    async def run() -> None:
        cut = Script(text=ASKED, done_reason="length")
        with OllamaServer(cut, Script(text=" And when was it?")) as server:
            async with opened(tmp_path) as house:
                conversation = await talk(house)
                task = await house.services.coach.send(conversation, SAID, chosen(server))
                assert await ended(house, task) == (Status.INTERRUPTED, Ending.LENGTH)
                assert (await said(house, conversation))[-1] == ("assistant", ASKED)
                assert await house.services.coach.resume(task) == task
                assert await ended(house, task) == (Status.COMPLETED, Ending.STOP)
                assert (await said(house, conversation))[-1] == ("assistant", f"{ASKED} And when was it?")

    asyncio.run(run())


def test_an_interrupted_answer_is_kept_or_started_over(tmp_path: Path) -> None:
    async def run() -> None:
        broken = Script(text="It is broken here", fault=Fault.RESET, fault_after=3)
        with OllamaServer(broken, broken, Script(text=ASKED)) as server:
            async with opened(tmp_path) as house:
                conversation = await talk(house)
                kept = await house.services.coach.send(conversation, SAID, chosen(server))
                assert (await house.ended(kept)).status is Status.INTERRUPTED
                await house.services.coach.keep(kept)
                assert (await house.services.generation.task(kept)).status is Status.CANCELLED
                assert (await said(house, conversation))[-1] == ("assistant", "It is broken")
                over = await house.services.coach.send(conversation, "Again.", chosen(server))
                assert (await house.ended(over)).status is Status.INTERRUPTED
                await house.services.coach.retry(over)
                assert (await house.ended(over)).status is Status.COMPLETED
                assert (await said(house, conversation))[-1] == ("assistant", ASKED)

    asyncio.run(run())


def test_other_answers_to_the_same_words_are_kept(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(Script(text="One?"), Script(text="Two?"), Script(text="Three?")) as server:
            async with opened(tmp_path) as house:
                coach = house.services.coach
                conversation = await talk(house)
                first = await coach.send(conversation, SAID, chosen(server))
                await house.ended(first)
                second = await coach.regenerate(conversation, chosen(server))
                await house.ended(second)
                assert await said(house, conversation) == [("user", SAID), ("assistant", "Two?")]
                [_, own, answer] = await coach.turns(conversation)
                assert answer.answers == (first, second)
                assert own.id is not None
                await coach.choose(own.id, first)
                assert (await said(house, conversation))[-1] == ("assistant", "One?")
                with pytest.raises(RecordNotFound):
                    await coach.choose(own.id, TaskId("nobody"))
                await house.ended(await coach.send(conversation, "More.", chosen(server)))
                assert [m["content"] for m in server.chats[-1].body["messages"]][3:] == [SAID, "One?", "More."]

    asyncio.run(run())


def test_an_edited_message_begins_anew_and_loses_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(Script(text="One?"), Script(text="Two?"), Script(text="Three?")) as server:
            async with opened(tmp_path) as house:
                coach = house.services.coach
                conversation = await talk(house)
                for text in (SAID, "Then this."):
                    await house.ended(await coach.send(conversation, text, chosen(server)))
                own = (await coach.turns(conversation))[1]
                assert own.id is not None
                await house.ended(await coach.edit_and_resend(own.id, "It was in Lyon.", chosen(server)))
                assert await said(house, conversation) == [("user", "It was in Lyon."), ("assistant", "Three?")]
                with pytest.raises(RecordNotFound):
                    await coach.edit_and_resend(own.id, "Once more.", chosen(server))
                assert (await coach.conversations(1))[0].begins == "It was in Lyon."
                tasks = [task for task in await house.services.generation.tasks() if task.spec.conversation]
                assert [await house.services.generation.text(task.id) for task in tasks] == ["Three?", "Two?", "One?"]

    asyncio.run(run())


def test_what_cannot_be_asked(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            coach = house.services.coach
            with pytest.raises(NeedsOffer):
                await coach.start(None, TalkKind.INTERVIEW)
            with pytest.raises(RecordNotFound):
                await coach.start(7, TalkKind.SUCCESS)
            alone = await coach.start(None, TalkKind.PITCH_30, language="fr")
            assert (alone.profile, alone.language) == (None, "fr")
            with pytest.raises(NothingSaid):
                await coach.send(alone.id, " \n", Choice("ollama", MODEL))
            with pytest.raises(CannotAnswer):
                await coach.send(alone.id, SAID, Choice())
            with pytest.raises(NothingSaid):
                await coach.regenerate(alone.id, Choice("ollama", MODEL))
            with pytest.raises(RecordNotFound):
                await coach.send(99, SAID, Choice("ollama", MODEL))
            assert await said(house, alone.id) == []

    asyncio.run(run())


def test_a_talk_goes_with_its_answers(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(Script(text=ASKED), silent_after(ASKED, 2)) as server:
            async with opened(tmp_path) as house:
                coach = house.services.coach
                conversation = await talk(house)
                await house.ended(await coach.send(conversation, SAID, chosen(server)))
                await coach.send(conversation, "More.", chosen(server))
                await coach.remove(conversation)
                assert await coach.conversations(1) == []
                assert await house.services.generation.tasks() == []
                with pytest.raises(RecordNotFound):
                    await coach.turns(conversation)
                other = await coach.start(1, TalkKind.INTERVIEW)
                await house.services.applications.remove(1)
                with pytest.raises(RecordNotFound):
                    await coach.turns(other.id)

    asyncio.run(run())


def test_the_form_is_answered_without_a_model(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            coach = house.services.coach
            conversation = await talk(house)
            keys = [question.key for question in await coach.questions(conversation)]
            assert keys == ["situation", "task", "action", "result", "title"]
            await coach.answer(conversation, "situation", SAID)
            await coach.answer(conversation, "task", "Make them safe.")
            await coach.answer(conversation, "situation", "It was in Lyon.")
            turns = await coach.turns(conversation)
            own = {turn.question: turn.text for turn in turns if turn.speaker is Speaker.PERSON}
            assert own == {"situation": "It was in Lyon.", "task": "Make them safe."}
            with pytest.raises(RecordNotFound):
                await coach.answer(conversation, "salary", "Much.")
            with pytest.raises(NothingSaid):
                await coach.answer(conversation, "task", " ")

    asyncio.run(run())


def test_an_interview_asks_for_what_the_offer_wants(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            conversation = (await house.services.coach.start(application.id, TalkKind.INTERVIEW)).id
            asked = [one.text for one in await house.services.coach.questions(conversation) if "wanted" in one.key]
            assert len(asked) == 5
            for text in asked:
                wanted = text.removeprefix("The offer asks for ").split(". ")[0]
                assert wanted in application.offer.text

    asyncio.run(run())


def test_the_oldest_messages_are_left_out_and_told(tmp_path: Path) -> None:
    async def run() -> None:
        scripts = [Script(text=f"Question {number}: " + "what came of it then " * 20) for number in range(12)]
        with OllamaServer(*scripts) as server:
            async with opened(tmp_path) as house:
                coach = house.services.coach
                models = {"ollama": {MODEL: ModelSettings(context_tokens=4096)}}
                await house.services.preferences.change(models=models)
                conversation = await talk(house)
                for number in range(12):
                    text = f"Answer {number}: " + "we did what was needed " * 20
                    await house.ended(await coach.send(conversation, text, chosen(server)))
                left = (await coach.left_out(conversation, chosen(server))).messages
                assert left > 0
                sent = server.chats[-1].body["messages"]
                assert sent[:2] == server.chats[0].body["messages"][:2]
                shown = (await coach.turns(conversation))[1:-1]
                assert [m["content"] for m in sent[2:]] == [turn.text for turn in shown][-len(sent[2:]) :]
                assert len(sent[2:]) < len(shown)

    asyncio.run(run())


def test_what_is_personal_does_not_leave(tmp_path: Path) -> None:
    async def run() -> None:
        with OllamaServer(Script(pieces=("Dear ", "[NA", "ME_1]", ", when?"))) as server:
            async with opened(tmp_path) as house:
                place = ProviderPlace(base_url="http://writer.example:11434", proxy=server.url)
                await house.services.provider_settings.change("ollama", place)
                await house.services.provider_settings.set_private_words(("Bluebird",))
                conversation = await talk(house)
                person = (await house.services.profiles.get(1)).basics.name
                text = f"I am {person}, of project Bluebird."
                before = await house.services.coach.outgoing(conversation, text, Choice("ollama", MODEL))
                assert server.chats == []
                task = await house.services.coach.send(conversation, text, Choice("ollama", MODEL))
                assert await ended(house, task) == (Status.COMPLETED, Ending.STOP)
                assert (await said(house, conversation)) == [("user", text), ("assistant", f"Dear {person}, when?")]
                body = str(server.chats[0].body)
                assert "[NAME_1]" in body
                [record] = (await house.services.sending.sent(task)).records
                assert [one.what for one in before.records] == [record.what]
                assert before.leaves
                assert json.loads(record.what.body)["messages"] == server.chats[0].body["messages"]
                for hidden in (person, "Bluebird"):
                    assert hidden not in body

    asyncio.run(run())


KILLED = """
import asyncio, os, sys
from pathlib import Path
from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.domain.events import TextArrived
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice

def heard(event):
    if isinstance(event, TextArrived):
        os.write(1, b"text\\n")

async def run():
    async with open_program(Path(sys.argv[1]), heard) as services:
        application = await services.applications.add_sample()
        talk = await services.coach.start(application.id, TalkKind.SUCCESS)
        choice = Choice("ollama", "smollm2:135m", base_url=sys.argv[2])
        await services.coach.send(talk.id, "At Meridian Pay every release took a day.", choice)
        await asyncio.Event().wait()

asyncio.run(run())
"""


def test_a_killed_talk_is_found_with_its_words(tmp_path: Path) -> None:
    with OllamaServer(silent_after(ASKED, 3), Script(text=" you to do there?")) as server:
        program = subprocess.Popen([sys.executable, "-c", KILLED, tmp_path, server.url], stdout=subprocess.PIPE)
        assert program.stdout is not None
        assert program.stdout.readline() == b"text\n"

        async def run() -> None:
            async with opened(tmp_path) as house:
                while (await said(house, 1))[-1] != ("assistant", "What were you"):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
                with pytest.raises(AnswerUnderWay):
                    await house.services.coach.send(1, "More.", chosen(server))
                os.kill(program.pid, signal.SIGKILL)
                program.wait(SECONDS)
                turn = await interrupted(house)
                assert (turn.text, turn.ending) == ("What were you", Ending.CUT)
                assert turn.task is not None
                await house.services.coach.resume(turn.task)
                assert (await house.ended(turn.task)).status is Status.COMPLETED
                assert (await said(house, 1))[-1][1] == "What were you to do there?"

        try:
            asyncio.run(run())
        finally:
            program.kill()
            program.wait(SECONDS)
            program.stdout.close()


async def interrupted(house: House) -> Turn:
    """The last turn, once the death of its program was noticed."""
    await house.services.generation.tasks()
    turn = (await house.services.coach.turns(1))[-1]
    assert turn.status is Status.INTERRUPTED
    return turn
