"""Matches of kept applications, and facts that are added to answer more."""

import asyncio
from datetime import date
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.offer import Offer, Requirement, RequirementLevel
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.matching import lines_for, match_of
from jobmatch_desktop.writing.coaching.profile_lines import NoSuchJob, ProfileFact, with_lines
from tests.services.house import opened

OFFER = "Archivist\nFen & Co | Ely\n\nRequirements\n- Python\n- Palaeography of old hands\n"
LESS = "Cook\nFen & Co | Ely\n\nRequirements\n- Cooking for forty\n"


def test_the_match_of_an_application_points_into_offer_and_profile(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            added = await house.sample()
            found = await house.services.matching.match(added.id)
            profile = await house.services.profiles.get(added.profile)
            assert found == match_of(profile, added.offer, date(2026, 11, 25))
            for one in found.requirements:
                assert one.requirement.at is not None
                assert added.offer.text[one.requirement.at.start : one.requirement.at.end] == one.requirement.text

    asyncio.run(main())


def test_i_have_this_raises_it_and_leaves_the_documents(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            services = house.services
            profile = await services.profiles.import_sample()
            added = await services.applications.add(profile.id, OFFER)
            before = await services.matching.match(added.id)
            documents = await services.documents.of(added.id)
            assert [one.missing for one in before.requirements] == [(), ("Palaeography of old hands",)]
            changed = await services.matching.have(added.id, ProfileFact("skill", "Palaeography of old hands"))
            after = await services.matching.match(added.id)
            assert after.exact > before.exact
            assert after.requirements[1].facts == (f"skills/{len(profile.profile.skills)}/name",)
            assert changed.profile != profile.id
            assert await services.documents.of(added.id) == documents
            assert (await services.profiles.get(profile.id)) == profile.profile

    asyncio.run(main())


@pytest.mark.parametrize(
    ("asked", "key", "worded"),
    [
        ("Terraform", "skill", "Terraform"),
        ("German at B1 or above", "language", "German, B2"),
        ("Bachelor's degree in Nursing", "study", "Bachelor of Nursing"),
        ("Palaeography of old hands", "skill", "Palaeography of old hands"),
    ],
)
def test_each_kind_of_line_that_is_offered_answers_its_requirement(asked: str, key: str, worded: str) -> None:
    wanted = Offer("x", requirements=(Requirement(asked, RequirementLevel.MUST),))
    today = date(2026, 11, 25)
    nothing = match_of(profile_of({"work": []}), wanted, today)
    (line,) = lines_for(nothing.requirements[0])
    assert line.key == key
    changed, (path,) = with_lines({"work": []}, [msgspec.structs.replace(line, text=worded)])
    (answered,) = match_of(profile_of(changed), wanted, today).requirements
    assert answered.met
    assert answered.facts[0] == path
    assert lines_for(answered) == ()


def test_nothing_is_offered_for_years() -> None:
    wanted = Offer("x", requirements=(Requirement("5 years of experience", RequirementLevel.MUST),))
    assert lines_for(match_of(profile_of({"work": []}), wanted, date(2026, 11, 25)).requirements[0]) == ()


def test_a_line_for_a_job_that_is_not_there_is_refused(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            added = await house.sample()
            with pytest.raises(NoSuchJob):
                await house.services.matching.have(added.id, ProfileFact("highlight", "Did it", 99))
            assert (await house.services.applications.get(added.id)).profile == added.profile
            with pytest.raises(RecordNotFound):
                await house.services.matching.match(99)

    asyncio.run(main())


def test_applications_are_ranked_by_how_far_they_are_answered(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            services = house.services
            profile = (await services.profiles.import_sample()).id
            less, more, alike = [await services.applications.add(profile, text) for text in (LESS, OFFER, LESS)]
            ranked = await services.matching.rank(await services.applications.list())
            assert [one.application for one in ranked] == [more.id, less.id, alike.id]
            for one in ranked:
                assert one.score == (await services.matching.match(one.application)).score

    asyncio.run(main())
