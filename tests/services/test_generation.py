"""A document written by a model over the wire: what stands, what is set aside, and a person's edits throughout."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import Cause, DocumentKind
from jobmatch_desktop.domain.events import DocumentChanged, PartEnded, PartStarted, TextArrived
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay, RecordNotFound
from jobmatch_desktop.domain.task import Ending, Status
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.writing.parts import PartNotFound
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import CV, LETTER, LIE, MODEL, answers, chosen, opened, parts, reworded, silent_after


@pytest.mark.parametrize("kind", [CV, LETTER])
def test_a_truthful_answer_stands_part_by_part_and_all_else_is_untouched(tmp_path: Path, kind: DocumentKind) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application, kind)
            steps = await house.steps(application, kind)
            with OllamaServer(*answers(steps)) as server:
                ended = await house.run(application, server, kind)
                assert len(server.chats) == len(steps)
                assert {chat.body["model"] for chat in server.chats} == {MODEL}
            assert (ended.status, ended.ending, ended.trouble) == (Status.COMPLETED, Ending.STOP, None)
            expected = before.text
            for step in steps:
                assert step.draft in expected
                expected = expected.replace(step.draft, reworded(step))
            after = await house.document(application, kind)
            assert after.text == expected != before.text
            assert after.revision == before.revision + 1
            kept = (await house.services.documents.versions(after.id))[0]
            assert (kept.id, kept.cause, kept.text, kept.task) == (after.base, Cause.GENERATED, after.text, ended.id)
            assert [(part.key, part.body, part.accepted) for part in house.all(PartEnded)] == [
                (step.key, reworded(step), True) for step in steps
            ]
            assert [(part.number, part.count, part.attempt, part.begun) for part in house.all(PartStarted)] == [
                (number, len(steps), 1, "") for number in range(1, len(steps) + 1)
            ]
            streamed = "".join(event.text for event in house.all(TextArrived))
            assert await house.services.generation.text(ended.id) == streamed == "".join(map(reworded, steps))
            await house.heard(lambda: house.all(DocumentChanged))
            assert house.all(DocumentChanged) == [DocumentChanged(after.id, after.text, after.revision)]

    asyncio.run(main())


def test_what_no_fact_supports_is_set_aside_with_why_and_comes_in_only_when_the_person_wants_it(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            steps = await house.steps(application)
            with OllamaServer(*[Script(text=LIE)] * 2, *answers(steps[1:])) as server:
                ended = await house.run(application, server)
            assert ended.status is Status.COMPLETED
            after = await house.document(application)
            assert parts(after)["summary"] == parts(before)["summary"]
            assert parts(after)["work/0"] == reworded(steps[1])
            [aside] = [entry for entry in await house.services.generation.journal(ended.id) if entry.kind == "rejected"]
            assert (aside.key, aside.text) == ("summary", LIE)
            said = " ".join(map(str, aside.reasons))
            assert all(word in said for word in ("93", "Haskell", "Google", "1987")), said

            used = await house.services.generation.use(ended.id, "summary")
            assert parts(used) == {**parts(after), "summary": LIE}
            assert used.text == (await house.document(application)).text
            await house.heard(lambda: house.all(DocumentChanged)[-1].text == used.text)
            with pytest.raises(PartNotFound):
                await house.services.generation.use(ended.id, "work/9")

    asyncio.run(main())


def test_a_part_that_is_used_finds_its_place_when_the_person_moved_things(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[1:2] = [Script(text=f"- {LIE}")] * 2
            with OllamaServer(*scripts) as server:
                ended = await house.run(application, server)
            job = "### Keeper · Lighthouse\n2026\n\n- Kept the light\n\n"
            edited = await house.edit(await house.document(application), "### Backend", job + "### Backend")
            used = await house.services.generation.use(ended.id, "work/0")
            assert parts(used) == {**parts(edited), "work/1": f"- {LIE}"}
            gone = await house.edit(used, "## Experience", "## What I like")
            with pytest.raises(PartNotFound):
                await house.services.generation.use(ended.id, "work/0")
            assert (await house.document(application)).text == gone.text

    asyncio.run(main())


def test_asking_twice_gives_the_one_under_way(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(silent_after(reworded(steps[0]), 3)) as server:
                first, second = await asyncio.gather(house.start(application, server), house.start(application, server))
                third = await house.start(application, server)
                letter = await house.start(application, server, LETTER)
                assert first == second == third != letter
                assert len(await house.services.generation.tasks()) == 2

    asyncio.run(main())


def test_a_paragraph_edited_before_is_neither_asked_for_nor_overwritten(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            edited = await house.edit(await house.document(application), "I write runbooks", "I like runbooks")
            rest = [step for step in steps if step.key != "summary"]
            with OllamaServer(*answers(rest)) as server:
                assert (await house.run(application, server)).status is Status.COMPLETED
                assert len(server.chats) == len(rest)
            after = parts(await house.document(application))
            assert after["summary"] == parts(edited)["summary"]
            assert [after[step.key] for step in rest] == [reworded(step) for step in rest]

    asyncio.run(main())


def test_a_list_edited_before_is_merged_by_bullet_and_told_to_be_written_beside(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            edited = await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
            edited = await house.edit(edited, "- Mentored two", "- Fixed the old lift\n- Mentored two")
            with OllamaServer(*answers(steps)) as server:
                assert (await house.run(application, server)).status is Status.COMPLETED
                assert len(server.chats) == len(steps)
            after = parts(await house.document(application))
            mine = "- Wrote the on-call runbooks and led 15 postmortems"
            expected = reworded(steps[1]).replace("led 14 postmortems", "led 15 postmortems")
            assert after["work/0"] == expected.replace(mine, f"{mine}\n- Fixed the old lift")
            beside = {event.key for event in house.all(PartStarted) if event.beside}
            assert beside == {"work/0"}

    asyncio.run(main())


def test_an_edit_is_told_from_its_part_even_where_entries_have_moved(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            document = await house.edit(
                await house.document(application), "### Backend", "### Keeper · Lighthouse\n\n- Kept it\n\n### Backend"
            )
            await house.edit(document, "led 14 postmortems", "led 15 postmortems")
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server)
                assert len(server.chats) == len(steps)
            after = parts(await house.document(application))
            assert after["work/0"] == "- Kept it"
            assert after["work/1"] == reworded(steps[1]).replace("led 14 postmortems", "led 15 postmortems")
            assert after["work/2"] == reworded(steps[2])

    asyncio.run(main())


def test_edits_made_while_it_runs_survive_and_merge(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            document = await house.document(application)
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[1] = Script(text=reworded(steps[1]), held_after=3)
            with OllamaServer(*scripts) as server:
                task = await house.start(application, server)
                await house.heard(lambda: [event for event in house.all(TextArrived) if event.key == "work/0"])
                edited = await house.edit(document, "led 14 postmortems", "led 15 postmortems")
                edited = await house.edit(edited, "# Nora", "# Eleonora")
                server.go_on.set()
                assert (await house.ended(task)).status is Status.COMPLETED
            after = await house.document(application)
            assert after.text.startswith("# Eleonora Lindqvist")
            # The bullet that was edited stays; the others are the model's, in its order.
            assert parts(after)["work/0"] == reworded(steps[1]).replace("led 14 postmortems", "led 15 postmortems")
            assert parts(after)["work/1"] == reworded(steps[2])
            # The model has that bullet as it was: there is no other wording to decide about.
            assert await house.services.merging.conflicts(after.id) == ()
            causes = [version.cause for version in await house.services.documents.versions(after.id)]
            assert causes == [Cause.EDITED, Cause.GENERATED, Cause.EDITED, Cause.COMPOSED]

    asyncio.run(main())


def test_rewriting_edited_parts_is_done_when_asked_for_and_edits_during_it_still_survive(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            document = await house.edit(await house.document(application), "led 14 postmortems", "led postmortems")
            document = await house.edit(document, "for groups of ten", "for groups")
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[3:4] = [Script(text=LIE)] * 2
            scripts[2] = Script(text=reworded(steps[2]), held_after=3)
            with OllamaServer(*scripts) as server:
                task = await house.start(application, server, rewrite_edited=True)
                await house.heard(lambda: [event for event in house.all(TextArrived) if event.key == "work/1"])
                await house.edit(document, "I write runbooks", "I like runbooks")
                server.go_on.set()
                await house.ended(task)
                assert len(server.chats) == len(steps) + 1
            after = await house.document(application)
            assert parts(after)["work/0"] == reworded(steps[1])
            assert "led postmortems" in parts(after)["work/0"]
            assert "I like runbooks" in parts(after)["summary"]
            assert parts(after)["work/2"] == parts(document)["work/2"]
            kept = await house.services.documents.versions(after.id)
            assert document.text in [version.text for version in kept]

            # What the model was refused is still the person's: a later run leaves it alone.
            rest = [step for step in await house.steps(application) if step.key != "summary"]
            with OllamaServer(*answers(rest)) as server:
                await house.run(application, server)
                assert len(server.chats) == len(rest)
            assert "- Taught evening classes on searching the catalogue for groups" in parts(
                await house.document(application)
            )["work/2"].split("\n")

    asyncio.run(main())


def test_another_language_is_composed_anew_with_the_edits_kept(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            document = await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
            with OllamaServer(Script(text="Je ne sais pas.")) as server:
                ended = await house.run(application, server, language="fr")
            after = await house.document(application)
            assert ended.status is Status.COMPLETED
            assert after.language == "fr"
            assert "## Expérience" in after.text
            assert "led 15 postmortems" in after.text
            assert document.text in [version.text for version in await house.services.documents.versions(after.id)]

    asyncio.run(main())


def test_the_composer_writes_through_a_task_around_the_edits(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            document = await house.edit(await house.document(application), "led 14 postmortems", "led 15 postmortems")
            generation = house.services.generation
            ended = await generation.wait(await generation.start(application.id, CV, Choice(language="fr")))
            assert (ended.status, ended.spec.provider, ended.spec.lane) == (Status.COMPLETED, "composer", "composer")
            after = await house.document(application)
            assert "## Expérience" in after.text
            assert "led 15 postmortems" in after.text
            composed = await generation.text(ended.id)
            assert "## Expérience" in composed
            assert "led 15" not in composed
            again = await generation.wait(
                await generation.start(application.id, CV, Choice(language="en", rewrite_edited=True))
            )
            assert again.status is Status.COMPLETED
            assert (await house.document(application)).text == await generation.text(again.id)
            assert after.text in [version.text for version in await house.services.documents.versions(document.id)]

    asyncio.run(main())


def test_an_unknown_application_starts_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            with pytest.raises(RecordNotFound):
                await house.services.generation.start(7, CV, Choice())
            assert await house.services.generation.tasks() == []

    asyncio.run(main())


def test_a_part_that_is_used_later_leaves_the_documents_language_as_it_is(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(Script(text=LIE)) as server:
                ended = await house.run(application, server)
            generation = house.services.generation
            await house.ended(await generation.start(application.id, CV, Choice(language="fr")))
            used = await generation.use(ended.id, "summary")
            assert (parts(used)["summary"], used.language) == (LIE, "fr")
            assert "## Expérience" in used.text

    asyncio.run(main())


def test_who_wants_a_task_of_their_own_is_told_that_another_writes(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house, opened(tmp_path) as other:
            application = await house.sample()
            with OllamaServer(silent_after("Words", 1)) as server:
                results = await asyncio.gather(
                    *(
                        program.services.generation.start(application.id, CV, chosen(server), join=False)
                        for program in (house, other)
                    ),
                    return_exceptions=True,
                )
                [task] = [result for result in results if isinstance(result, str)]
                [refused] = [result for result in results if isinstance(result, AlreadyUnderWay)]
                assert refused.task == task
                with pytest.raises(AlreadyUnderWay):
                    await house.services.generation.start(application.id, CV, chosen(server), join=False)

    asyncio.run(main())


def test_what_a_model_thinks_is_told_and_kept_apart_from_its_words(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[0] = Script(text=reworded(steps[0]), thinking=("Hm, ", "let me see."))
            with OllamaServer(*scripts) as server:
                ended = await house.run(application, server)
            assert await house.services.generation.text(ended.id) == "".join(map(reworded, steps))
            thought = [event.text for event in house.all(TextArrived) if event.thinking]
            assert "".join(thought) == "Hm, let me see."
            assert parts(await house.document(application))["summary"] == reworded(steps[0])

    asyncio.run(main())


def test_a_document_that_was_emptied_while_it_runs_stays_empty(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            document = await house.document(application)
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[1] = Script(text=reworded(steps[1]), held_after=3)
            with OllamaServer(*scripts) as server:
                task = await house.start(application, server)
                await house.heard(lambda: [event for event in house.all(TextArrived) if event.key == "work/0"])
                await house.services.documents.save(document.id, "", document.revision)
                server.go_on.set()
                assert (await house.ended(task)).status is Status.COMPLETED
            assert (await house.document(application)).text == ""

    asyncio.run(main())


def test_a_part_may_be_used_while_the_next_ones_are_written(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[0:1] = [Script(text=LIE)] * 2
            scripts[2] = Script(text=reworded(steps[1]), held_after=3)
            with OllamaServer(*scripts) as server:
                task = await house.start(application, server)
                await house.heard(lambda: [event for event in house.all(TextArrived) if event.key == "work/0"])
                journal = house.services.generation.journal
                while all(entry.kind != "rejected" for entry in await journal(task)):  # noqa: ASYNC110 - the disk sets no event
                    await asyncio.sleep(0.02)
                await house.services.generation.use(task, "summary")
                server.go_on.set()
                assert (await house.ended(task)).status is Status.COMPLETED
            after = await house.document(application)
            assert parts(after) == {**{step.key: reworded(step) for step in steps}, "summary": LIE}

    asyncio.run(main())


def test_a_letter_keeps_a_paragraph_that_the_person_added_among_reworded_ones(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application, LETTER)
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server, LETTER)
            added = "I will be in Berlin next week."
            document = await house.document(application, LETTER)
            await house.edit(document, reworded(steps[1]), f"{added}\n\n{reworded(steps[1])}")
            with OllamaServer(*(Script(text=step.draft) for step in steps)) as server:
                assert (await house.run(application, server, LETTER)).status is Status.COMPLETED
                assert len(server.chats) == len(steps)
            after = (await house.document(application, LETTER)).text
            assert f"{steps[0].draft}\n\n{added}\n\n{steps[1].draft}" in after

    asyncio.run(main())


def test_a_second_generation_words_the_facts_anew_and_not_its_own_last_words(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server)
            with OllamaServer(*answers(steps)) as server:
                ended = await house.run(application, server)
                asked = [chat.body["messages"] for chat in server.chats]
            assert ended.status is Status.COMPLETED
            sent = [[{"role": message.role, "content": message.content} for message in step.messages] for step in steps]
            assert asked == sent

    asyncio.run(main())


def test_after_a_generation_was_undone_its_parts_are_written_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            steps = await house.steps(application)
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server)
            written = await house.document(application)
            interests = before.text.replace("Radio repair", "Radio repair and sailing")
            await house.services.documents.save(written.id, interests, written.revision)
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server)
                assert len(server.chats) == len(steps)
            after = await house.document(application)
            assert after.text == written.text.replace("Radio repair", "Radio repair and sailing")

    asyncio.run(main())
