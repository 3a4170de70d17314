"""A letter's frame, length and choice of facts through a whole generation, by the composer and by a model."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import Document
from jobmatch_desktop.domain.letter_manner import Length, LetterManner, Tone
from jobmatch_desktop.domain.options import Paper
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.writing.letter_reframe import in_country
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import CV, LETTER, House, answers, opened, parts, reworded

US = LetterManner("us")
SHORT = LetterManner(length=Length.SHORT)


async def written(house: House, application: int, choice: Choice) -> Document:
    """The letter after a generation by the program."""
    ended = await house.ended(await house.services.generation.start(application, LETTER, choice))
    assert ended.status is Status.COMPLETED
    return (await house.services.documents.of(application))[LETTER]


def test_a_new_letter_has_the_frame_of_the_offers_country(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            letter = await house.document(await house.sample(), LETTER)
            assert letter.options.country == "de"
            assert "Nordkai Logistics\nHiring Manager\n\nBerlin, 25 November 2026" in letter.text
            assert "\nKind regards\n" in letter.text

    asyncio.run(main())


def test_the_composer_frames_a_letter_for_another_country_around_the_edits(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.edit(
                await house.document(application, LETTER), "Nordkai Logistics\n", "Nordkai Logistics\nSpeicherstadt 1\n"
            )
            await house.edit(before, "Dear Hiring Manager,", "Dear Ms Olsen,")
            letter = await written(house, application.id, Choice(letter=US))
            assert letter.options.country == "us"
            assert "November 25, 2026\n\nNordkai Logistics\nSpeicherstadt 1\nHiring Manager\n\n## Re: " in letter.text
            assert "\nDear Ms Olsen:\n" in letter.text
            assert "\nSincerely,\n" in letter.text
            cv = await house.document(application)
            assert cv.options.country == ""

    asyncio.run(main())


@pytest.mark.parametrize("edited", [False, True])
def test_a_model_words_the_body_within_another_countrys_frame(tmp_path: Path, edited: bool) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application, LETTER)
            if edited:
                before = await house.edit(before, "Dear Hiring Manager,", "Dear Ms Olsen,")
            steps = await house.steps(application, LETTER)
            with OllamaServer(*answers(steps)) as server:
                ended = await house.run(application, server, LETTER, letter=US)
            assert ended.status is Status.COMPLETED
            after = await house.document(application, LETTER)
            assert after.options.country == "us"
            expected = in_country(before.text, "us", "en")
            expected = expected.replace("Nordkai Logistics\nHiring Manager", "Hiring Manager\nNordkai Logistics")
            for step in steps:
                expected = expected.replace(step.draft, reworded(step))
            assert after.text == expected
            assert ("Dear Ms Olsen:" in after.text) is edited

    asyncio.run(main())


def test_a_frame_that_a_person_edited_stays_as_it_is_in_its_country(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.edit(await house.document(application, LETTER), "Berlin, 25 November", "25 Nov.")
            before = await house.edit(before, "Kind regards", "Until soon")
            steps = await house.steps(application, LETTER)
            with OllamaServer(*answers(steps)) as server:
                await house.run(application, server, LETTER)
            after = await house.document(application, LETTER)
            expected = before.text
            for step in steps:
                expected = expected.replace(step.draft, reworded(step))
            assert after.text == expected

    asyncio.run(main())


def test_a_model_words_as_many_paragraphs_as_the_length_has(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            assert len(parts(await house.document(application, LETTER))) == 4
            with OllamaServer(*[Script(text="I keep it short.")] * 6) as server:
                await house.run(application, server, LETTER, letter=SHORT)
                asked = [chat.body["messages"][-1]["content"] for chat in server.chats]
            assert {text.partition("paragraph ")[2][:6] for text in asked} == {"1 of 3", "2 of 3", "3 of 3"}
            assert len(parts(await house.document(application, LETTER))) == 3

    asyncio.run(main())


@pytest.mark.parametrize("tone", [Tone.FORMAL, Tone.PLAIN])
def test_a_model_is_told_the_tone(tmp_path: Path, tone: Tone) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(*[Script(text="I write.")] * 8) as server:
                await house.run(application, server, LETTER, letter=LetterManner(tone=tone))
                system = server.chats[0].body["messages"][0]["content"]
            assert ("formal, courteous tone" in system) is (tone is Tone.FORMAL)

    asyncio.run(main())


@pytest.mark.parametrize("by_version", [False, True])
def test_a_letter_tells_what_the_cv_shows(tmp_path: Path, by_version: bool) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            letter = await house.document(application, LETTER)
            assert "At Kornfeld Versand, I " in letter.text
            cv = await house.document(application)
            shorter = cv.text[: cv.text.index("- ")] + cv.text[cv.text.index("### Software Developer") :]
            shown = await house.services.documents.save(cv.id, shorter, cv.revision)
            versions = await house.services.versions.list(cv.id)
            if by_version:
                await house.services.versions.name(versions[0].id, "Short")  # else what is typed next folds into it
                await house.services.documents.save(cv.id, cv.text, shown.revision)
            choice = Choice(provider=COMPOSER, cv=versions[0].id if by_version else 0)
            letter = await written(house, application.id, choice)
            assert "Kornfeld Versand" in letter.text, "the job is still named"
            assert "At Kornfeld Versand, I " not in letter.text
            whole = await written(house, application.id, Choice())
            assert "At Kornfeld Versand, I " in whole.text
            foreseen = await house.services.preflights.of(application.id, CV, choice)
            assert foreseen.choice == choice

    asyncio.run(main())


@pytest.mark.parametrize(("place", "paper"), [("Austin, TX", Paper.LETTER), ("Leeds", Paper.A4)])
def test_new_documents_have_the_paper_of_who_reads_them(tmp_path: Path, place: str, paper: Paper) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            sample = await house.services.profiles.import_sample()
            text = f"Senior Backend Engineer\nNordkai Logistics | {place}\nWe look for an engineer who knows Python."
            application = await house.services.applications.add(sample.id, text)
            for kind in (CV, LETTER):
                assert (await house.document(application, kind)).options.paper is paper

    asyncio.run(main())
