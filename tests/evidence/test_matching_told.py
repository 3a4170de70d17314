"""Facts of a match in their words, and what rose."""

from datetime import date

from jobmatch_desktop.domain.offer import Offer, Requirement, RequirementLevel
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.matching_told import FactLine, fact_lines, rose
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.matching import match_of

PROFILE = {
    "work": [{"name": "Hooli", "position": "Engineer", "highlights": ["Rewrote it in Go"]}],
    "education": [{"institution": "Ely", "studyType": "BSc", "area": "Law"}],
    "languages": [{"language": "German", "fluency": "B2"}],
    "skills": [{"name": "Cloud", "keywords": ["Terraform"]}],
}


def test_a_fact_is_told_with_what_it_stands_in() -> None:
    known = facts(profile_of(PROFILE))
    wanted = [
        "work/0/highlights/0",
        "education/0/area",
        "languages/0/language",
        "skills/0/keywords/0",
        "work/9/position",
    ]
    assert list(fact_lines(known, wanted).values()) == [
        FactLine("work/0/highlights/0", "Rewrote it in Go", "Engineer, Hooli"),
        FactLine("education/0/area", "BSc, Law", "Ely"),
        FactLine("languages/0/language", "German, B2", ""),
        FactLine("skills/0/keywords/0", "Terraform", "Cloud"),
    ]


def test_what_rose_is_what_more_facts_answer() -> None:
    offer = Offer(
        "x", requirements=tuple(Requirement(text, RequirementLevel.MUST) for text in ("Terraform", "Ansible"))
    )
    before = match_of(profile_of(PROFILE), offer, date(2026, 11, 25))
    more = PROFILE | {"skills": [{"name": "Cloud", "keywords": ["Terraform", "Ansible"]}]}
    after = match_of(profile_of(more), offer, date(2026, 11, 25))
    assert [one.requirement.text for one in rose(before, after)] == ["Ansible"]
    assert rose(after, after) == ()
