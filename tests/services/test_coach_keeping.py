"""What a talk leaves: fields that were confirmed, and no others; lines of the profile with where they came from."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.conversation import NothingSaid, Speaker, TalkKind
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.services.coach_keeping import AIMS, Aim
from jobmatch_desktop.writing.coaching.profile_lines import NoSuchJob, ProfileFact
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import House, chosen, opened

STORY = {
    "situation": "At Meridian Pay every release took a day.",
    "task": "I was to make releases safe.",
    "action": "I wrote a pipeline with Kubernetes and Terraform.",
    "result": "Now we release every hour.",
}


async def told(house: House, application: int | None, kind: TalkKind, answers: dict[str, str]) -> int:
    """A form that was filled in."""
    conversation = (await house.services.coach.start(application, kind)).id
    for key, text in answers.items():
        await house.services.coach.answer(conversation, key, text)
    return conversation


def test_a_success_is_kept_as_it_was_confirmed(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            keeping = house.services.coach.keeping
            application = await house.sample()
            conversation = await told(house, application.id, TalkKind.SUCCESS, STORY)
            proposal = await keeping.propose(conversation)
            assert proposal.aim is Aim.SUCCESS
            assert {field.key: field.text for field in proposal.fields if field.key in STORY} == STORY
            with pytest.raises(NothingSaid):
                await keeping.keep_success(conversation, {"title": " "})
            success = await keeping.keep_success(conversation, {"title": " Safe releases ", "action": STORY["action"]})
            assert (success.title, success.situation, success.action) == ("Safe releases", "", STORY["action"])
            better = await keeping.update(msgspec.structs.replace(success, result="Every hour."))
            assert await keeping.successes(application.profile) == [better]
            await house.services.coach.remove(conversation)
            [left] = await keeping.successes(application.profile)
            assert (left.conversation, left.application, left.result) == (None, application.id, "Every hour.")
            await house.services.applications.remove(application.id)
            [left] = await keeping.successes(application.profile)
            assert left.application is None
            await keeping.forget(left)
            assert await keeping.successes(application.profile) == []
            with pytest.raises(RecordNotFound):
                await keeping.forget(left)
            with pytest.raises(RecordNotFound):
                await keeping.update(left)

    asyncio.run(run())


def test_nothing_that_the_model_says_enters(tmp_path: Path) -> None:
    async def run() -> None:
        lie = Script(text="You led 93 people in Haskell at Google. What came of it?")
        with OllamaServer(lie, lie, lie) as server:
            async with opened(tmp_path) as house:
                coach = house.services.coach
                application = await house.sample()
                conversation = (await coach.start(application.id, TalkKind.SUCCESS)).id
                for text in ("Releases took a day.", "We release every hour."):
                    await house.ended(await coach.send(conversation, text, chosen(server)))
                for aim in AIMS[TalkKind.SUCCESS]:
                    fields = (await coach.keeping.propose(conversation, aim)).fields
                    assert fields
                    assert not [field for field in fields if "Haskell" in field.text or "93" in field.text]
                    assert all(field.said for field in fields)
                found = {field.key: field.text for field in (await coach.keeping.propose(conversation)).fields}
                assert (found["situation"], found["result"]) == ("Releases took a day.", "We release every hour.")

    asyncio.run(run())


def test_a_pitch_is_proposed_without_what_nobody_said(tmp_path: Path) -> None:
    async def run() -> None:
        own = "I write services for payments and I care that they never stop."
        written = f"{own} I led 93 people in Haskell at Google since 1987, and I flew to the moon with all of them."
        with OllamaServer(Script(text=written)) as server:
            async with opened(tmp_path) as house:
                coach = house.services.coach
                application = await house.sample()
                conversation = (await coach.start(application.id, TalkKind.PITCH_30)).id
                await house.ended(await coach.send(conversation, own, chosen(server)))
                proposal = await coach.keeping.propose(conversation)
                assert proposal.seconds == 30
                assert [(field.said, field.text) for field in proposal.fields] == [(True, own), (False, own)]
                [left] = proposal.fields[1].left_out
                assert "Haskell" in left.text
                pitch = await coach.keeping.keep_pitch(conversation, own)
                assert (pitch.seconds, pitch.text) == (30, own)
                assert await coach.keeping.pitches(application.profile) == [pitch]
                with pytest.raises(NothingSaid):
                    await coach.keeping.keep_pitch(conversation, "\n")

    asyncio.run(run())


def test_lines_enter_the_profile_with_where_they_came_from(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            keeping = house.services.coach.keeping
            application = await house.sample()
            before = await house.services.profiles.get(application.profile)
            conversation = await told(house, application.id, TalkKind.SUCCESS, STORY)
            fields = (await keeping.propose(conversation, Aim.FACTS)).fields
            line = next(field for field in fields if field.text == STORY["action"])
            assert line.job is not None
            profile = await keeping.keep_facts(conversation, [ProfileFact(line.key, line.text, line.job)])
            second = await keeping.keep_facts(conversation, [ProfileFact("skill", "Terraform")])
            assert (await house.services.applications.get(application.id)).profile == second
            after = {fact.id: fact.text for fact in facts(await house.services.profiles.get(second))}
            known = {fact.id: fact.text for fact in facts(before)}
            added = {path: text for path, text in after.items() if path not in known}
            assert set(added.values()) == {STORY["action"], "Terraform"}
            assert {path: text for path, text in after.items() if path in known} == known
            assert await keeping.said_facts(second) == dict.fromkeys(added, conversation)
            assert len(await keeping.said_facts(profile)) == 1
            assert facts(await house.services.profiles.get(application.profile)) == facts(before)
            with pytest.raises(NoSuchJob):
                await keeping.keep_facts(conversation, [ProfileFact("highlight", "x", 99)])
            with pytest.raises(NothingSaid):
                await keeping.keep_facts(conversation, [])
            await house.services.coach.remove(conversation)
            assert await keeping.said_facts(second) == dict.fromkeys(added, None)

    asyncio.run(run())


def test_a_person_without_profile_begins_one(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            coach = house.services.coach
            conversation = await told(house, None, TalkKind.PITCH_180, {"who": "I bake bread for a living."})
            assert (await coach.keeping.propose(conversation)).fields[0].text == "I bake bread for a living."
            profile = await coach.keeping.keep_facts(conversation, [ProfileFact("skill", "Baking")])
            assert (await coach.conversation(conversation)).profile == profile
            assert [one.name for one in (await house.services.profiles.get(profile)).skills] == ["Baking"]

    asyncio.run(run())


def test_of_a_talk_without_words_nothing_is_proposed(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            for kind in (TalkKind.SUCCESS, TalkKind.INTERVIEW):
                conversation = (await house.services.coach.start(application.id, kind)).id
                assert (await house.services.coach.keeping.propose(conversation)).fields == ()
                [opening] = await house.services.coach.turns(conversation)
                assert opening.speaker is Speaker.COACH

    asyncio.run(run())
