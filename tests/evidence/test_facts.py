from typing import Any

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.formats.readers.json_resume import profile_of

SOURCE: dict[str, Any] = {
    "basics": {"name": "Ana", "location": {"city": "Leeds", "postalCode": "LS1"}, "profiles": [{"username": "ana"}]},
    "work": [{"name": "Acme", "position": "Cook", "startDate": "2019", "highlights": ["One", "", "Three"]}],
    "volunteer": [{"organization": "Dojo"}],
    "education": [{"studyType": "BA", "area": "Arts", "courses": ["Clay"]}],
    "awards": [{"title": "Cup", "awarder": "Club", "date": "2020-01"}],
    "certificates": [{"name": "CPR"}],
    "publications": [{"name": "Book", "publisher": "Press", "releaseDate": "2021"}],
    "skills": [{"name": "Kitchen", "level": "Good", "keywords": ["Bread"]}],
    "languages": [{"language": "English", "fluency": "Native"}],
    "interests": [{"name": "Chess", "keywords": ["Blitz"]}],
    "references": [{"name": "Bo", "reference": "Fine."}],
    "projects": [{"name": "Oven", "type": "tool", "roles": ["Lead"], "keywords": ["Heat"], "highlights": ["Hot"]}],
}


def _at(source: Any, path: str) -> Any:
    for step in path.split("/"):
        source = source[int(step)] if step.isdigit() else source[step]
    return source


def test_every_id_is_the_path_of_its_text_in_the_document() -> None:
    for fact in facts(profile_of(SOURCE)):
        assert _at(SOURCE, fact.id) == fact.text


def test_every_text_of_the_document_is_a_fact() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for inner in value.values() for text in texts(inner)]
        if isinstance(value, list):
            return [text for inner in value for text in texts(inner)]
        return [value] if value else []

    assert sorted(fact.text for fact in facts(profile_of(SOURCE))) == sorted(texts(SOURCE))


def test_kinds() -> None:
    found = facts(profile_of(SOURCE))
    assert Fact("work/0/highlights/2", "work.highlight", "Three") in found
    assert Fact("education/0/studyType", "education.degree", "BA") in found
    assert Fact("skills/0/keywords/0", "skill.keyword", "Bread") in found
    assert Fact("volunteer/0/organization", "volunteer.organisation", "Dojo") in found
    assert Fact("awards/0/title", "award.name", "Cup") in found


def test_a_profile_that_says_nothing_has_none() -> None:
    assert facts(profile_of({"basics": {}})) == ()
