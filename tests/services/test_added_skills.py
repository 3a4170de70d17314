"""ESCO's skills in another language, added by a person."""

import asyncio
from pathlib import Path

import pytest

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.events import SkillsChanged
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.skill_list import SkillList
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.formats.readers.esco_csv import read_list
from jobmatch_desktop.services.added_skills import AddedSkills
from jobmatch_desktop.storage.skill_lists import SkillLists
from tests.services.esco_lists import GERMAN, csv_of
from tests.services.house import CV, opened


class Added:
    """The lists of a folder, and how often it was told that they changed."""

    def __init__(self, folder: Path) -> None:
        self.told: list[SkillsChanged] = []
        self.lists = SkillLists(folder)
        self.skills = AddedSkills(self.lists, self.told.append)
        self.folder = folder

    def add(self, name: str, text: str) -> SkillList:
        """As the service does, without its process."""
        found = read_list(name, text.encode("utf-8-sig"))
        asyncio.run(self.lists.put(found.language, found.packed))
        return SkillList(found.language, found.skills)

    def shown(self) -> tuple[SkillList, ...]:
        return tuple(one for one in asyncio.run(self.skills.lists()) if one.added)


@pytest.fixture
def added(tmp_path: Path) -> Added:
    return Added(tmp_path)


@pytest.mark.parametrize("between", ["|", "\n"])
def test_a_german_name_is_the_english_skill(added: Added, between: str) -> None:
    assert added.add("skills_de.csv", csv_of(GERMAN, between)) == SkillList("de", 2)
    read = [
        lexicon.read(words, added.lists.read()).skills
        for words in ("Recht der Verträge", "Krankenpflege", "contract law")
    ]
    assert [[skill.name for skill in skills] for skills in read] == [
        ["contract law"],
        ["nursing"],
        ["contract law"],
    ]


def test_a_name_means_what_its_english_name_is_read_as(added: Added) -> None:
    added.add("skills_fr.csv", csv_of({"carry out wound care": ("soigner des plaies",)}))
    names = [
        [skill.name for skill in lexicon.read(words, added.lists.read()).skills]
        for words in ("Soigner des plaies", "carry out wound care", "wound care")
    ]
    assert names == [["wound care"]] * 3


def test_what_is_recognised_is_told_by_language(added: Added) -> None:
    own = asyncio.run(added.skills.lists())
    assert [(one.language, one.added) for one in own] == [("en", False), ("fr", False)]
    assert own[0].skills > 13_000
    assert own[1].skills > 100
    added.add("skills_de.csv", csv_of(GERMAN))
    added.add("skills_fr (1).csv", csv_of({"contract law": ("droit des contrats",)}))
    added.add("skills_de.csv", csv_of({"contract law": ("Vertragsrecht",)}))
    assert added.shown() == (SkillList("de", 1), SkillList("fr", 1))
    asyncio.run(added.skills.drop("de"))
    assert added.shown() == (SkillList("fr", 1),)
    assert len(added.told) == 1


def test_a_file_that_is_no_list_is_one_line_and_changes_nothing(added: Added) -> None:
    source = added.folder / "skills_de.csv"
    source.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UnreadableInput, match="no list of skills") as told:
        asyncio.run(added.skills.add(source))
    assert "\n" not in str(told.value)
    assert not (added.folder / "lexicon").exists()
    assert added.told == []


def test_a_list_is_read_in_a_process_of_its_own(added: Added) -> None:
    source = added.folder / "skills_de.csv"
    source.write_text(csv_of(GERMAN), "utf-8")
    assert asyncio.run(added.skills.add(source)) == SkillList("de", 2)
    assert added.shown() == (SkillList("de", 2),)
    assert len(added.told) == 1


def test_a_file_of_a_hundred_megabytes_is_not_read(added: Added) -> None:
    source = added.folder / "skills_de.csv"
    with source.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(UnreadableInput, match="more than 50 MB"):
        asyncio.run(added.skills.add(source))


def test_a_damaged_list_is_none_and_said(added: Added) -> None:
    added.add("skills_de.csv", csv_of(GERMAN))
    (added.folder / "lexicon" / "esco_de.txt.zlib").write_bytes(b"no")
    assert added.lists.read() == ()
    assert added.shown() == (SkillList("de", 0),)


def test_lists_are_the_same_until_a_program_changes_them(added: Added) -> None:
    added.add("skills_de.csv", csv_of(GERMAN))
    before = added.lists.read()
    assert added.lists.read()[0] is before[0]
    Added(added.folder).add("skills_de.csv", csv_of({"contract law": ("Vertragsrecht",)}))
    assert added.lists.read()[0] is not before[0]


OFFER = "Jurist\n\nIhr Profil:\n- Recht der Verträge\n"
PROFILE = b'{"basics": {"name": "Ada"}, "work": [{"name": "Hooli", "startDate": "2024", "highlights": ["Contract law for two firms"]}]}'


def test_matches_marks_and_drafts_follow_what_was_added(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened(tmp_path / "data") as home:
            services = home.services
            imported = await services.profiles.import_data("ada.json", PROFILE)
            application = await services.applications.add(imported.id, Offer(OFFER, "Jurist", language="de"))
            document = await home.document(application, CV)
            before = await services.matching.match(application.id)
            marked = await services.marks.check(application, document, "Recht der Verträge und Krankenpflege.")
            assert before.score == 0
            assert marked is not None
            assert [mark.said for mark in marked.marks] == ["Verträge", "Krankenpflege"]
            source = tmp_path / "skills_de.csv"
            source.write_text(csv_of(GERMAN), "utf-8")
            await services.added_skills.add(source)
            assert len(home.all(SkillsChanged)) == 1
            after = await services.matching.match(application.id)
            assert [one.facts for one in after.requirements] == [("work/0/highlights/0",)]
            ranked = await services.matching.rank([application])
            assert ranked[0].score == after.score == 100
            marked = await services.marks.check(application, document, "Recht der Verträge und Krankenpflege.")
            assert marked is not None
            assert [mark.said for mark in marked.marks] == ["Krankenpflege"]

    asyncio.run(scenario())
