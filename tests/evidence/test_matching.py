"""Matches: what they find, and what must hold for any facts and requirements."""

import random
import re
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Requirement, RequirementLevel
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.matching import Answered, Match, match
from jobmatch_desktop.evidence.matching_asked import asked_in
from jobmatch_desktop.evidence.matching_support import Shown, support_of
from jobmatch_desktop.evidence.matching_weights import weights
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_requirements import requirements_of
from jobmatch_desktop.evidence.offer_reading_sameness import NEAR
from jobmatch_desktop.formats.readers.json_resume import profile_of, read_profile
from jobmatch_desktop.resources import resource

TODAY = date(2026, 11, 25)
SAMPLES = [("sample.resume.json", "sample-offer.txt"), ("sample.fr.resume.json", "sample-offer.fr.txt")]


def sample_facts(name: str) -> tuple[Fact, ...]:
    return facts(read_profile(resource(f"samples/{name}").read_bytes()))


def sample_requirements(name: str) -> tuple[Requirement, ...]:
    return requirements_of(read_offer(resource(f"samples/{name}").read_text("utf-8")))


def must(*texts: str) -> list[Requirement]:
    return [Requirement(text, RequirementLevel.MUST) for text in texts]


def matched(profile: dict[str, object], *texts: str) -> Match:
    return match(support_of(facts(profile_of(profile)), TODAY), must(*texts))


def one(profile: dict[str, object], text: str) -> Answered:
    return matched(profile, text).requirements[0]


OLD_JOB = {"name": "A", "position": "Clerk", "startDate": "2010-01", "endDate": "2014-12", "highlights": ["Wrote SQL"]}
NEW_JOB = {"name": "B", "position": "Clerk", "startDate": "2020-01", "highlights": ["Wrote SQL"]}


def test_the_stronger_a_fact_shows_it_the_more_it_counts() -> None:
    stated = one({"skills": [{"name": "SQL"}]}, "SQL")
    shown = one({"work": [OLD_JOB]}, "SQL")
    recent = one({"work": [NEW_JOB]}, "SQL")
    assert [found.shown for found in (stated, shown, recent)] == [Shown.STATED, Shown.SHOWN, Shown.RECENT]
    assert [found.strength for found in (stated, shown, recent)] == [weights().shown[way] for way in weights().shown][
        ::-1
    ]
    assert recent.facts == ("work/0/highlights/0",)


def test_a_case_of_a_skill_shows_it_and_not_the_other_way_round() -> None:
    assert one({"skills": [{"name": "PostgreSQL"}]}, "SQL").strength == pytest.approx(0.6 * weights().case_of)
    assert one({"skills": [{"name": "SQL"}]}, "PostgreSQL").strength == 0.0


def test_one_of_several_is_enough_and_all_of_several_is_more() -> None:
    profile: dict[str, object] = {"skills": [{"name": "Kubernetes"}]}
    assert one(profile, "Kubernetes or ECS").strength == 0.6
    assert one(profile, "Kubernetes and Terraform").strength == 0.3
    assert one(profile, "Kubernetes and Terraform").missing == ("Terraform",)


def test_examples_in_brackets_count_less_than_what_they_are_examples_of() -> None:
    profile: dict[str, object] = {"work": [{**NEW_JOB, "highlights": ["Improved observability"]}]}
    found = one(profile, "Observability tooling (Datadog, OpenTelemetry)")
    assert found.met
    assert 0.6 < found.strength < 1.0
    assert found.missing == ()


@pytest.mark.parametrize(
    ("asked", "strength"),
    [
        ("5 years of experience", 1.0),
        ("10+ years of experience", 1.0),
        ("Twenty years of experience", pytest.approx(143 / 240, abs=1e-3)),
        ("5 ans d'expérience en SQL", 1.0),
        ("5 years of experience as a baker", 0.0),
    ],
)
def test_years_are_counted_from_the_jobs_of_the_field(asked: str, strength: float) -> None:
    found = one({"work": [OLD_JOB, NEW_JOB]}, asked)
    assert next(part for part in found.answers if part.asked.kind == "years").strength == strength


def test_years_that_overlap_count_once() -> None:
    twice = [{**OLD_JOB, "name": "C"}, OLD_JOB]
    (part,) = one({"work": twice}, "10 years of experience").answers
    assert part.strength == 0.5


@pytest.mark.parametrize(
    ("asked", "study", "met"),
    [
        ("Bachelor's degree in Computer Science", {"studyType": "BSc", "area": "Computer Science"}, True),
        ("Bachelor's degree", {"studyType": "Master of Arts", "area": "History"}, True),
        ("Master's degree in Physics", {"studyType": "Bachelor", "area": "Physics"}, False),
        ("PhD", {"studyType": "Licence en droit"}, False),
        ("Bac+5 en informatique", {"studyType": "Diplôme d'ingénieur", "area": "Informatique"}, True),
        ("Bachelor's degree in Nursing", {"studyType": "Bachelor", "area": "Music"}, False),
        ("BTS Gestion de la PME", {"studyType": "BTS", "area": "Gestion de la PME"}, True),
        ("Bachelor's degree in Computer Science", {"studyType": "Licence", "area": "Informatique"}, True),
        ("Bachelor's degree in Computer Science", {"studyType": "Licence 3", "area": "Droit"}, False),
        ("Bac+5 en ressources humaines", {"studyType": "Master's", "area": "Human Resources"}, True),
        ("Scrum Master", {"studyType": "Master", "area": "Law"}, False),
    ],
)
def test_degrees(asked: str, study: dict[str, str], met: bool) -> None:
    assert one({"education": [{"institution": "U", **study}]}, asked).met is met


@pytest.mark.parametrize(
    ("asked", "spoken", "met"),
    [
        ("Fluent English", {"language": "English", "fluency": "C1"}, True),
        ("Fluent English", {"language": "Anglais", "fluency": "langue maternelle"}, True),
        ("Allemand courant", {"language": "German", "fluency": "Beginner"}, True),
        ("Fluent Spanish", {"language": "German", "fluency": "C2"}, False),
        ("You will polish silver", {"language": "Polish", "fluency": "C2"}, False),
    ],
)
def test_languages(asked: str, spoken: dict[str, str], met: bool) -> None:
    assert one({"languages": [spoken]}, asked).met is met


def test_each_language_has_its_own_level_and_one_of_several_is_enough() -> None:
    ranks = {part.words: part.amount for part in asked_in("Native-level German and fluent English")}
    assert ranks == {"German": 7, "English": 5}
    assert {part.amount for part in asked_in("English and French: B2")} == {4}
    spoken: dict[str, object] = {"languages": [{"language": "English", "fluency": "fluent"}]}
    assert one(spoken, "Basic Dutch or English").strength == 1.0
    assert one(spoken, "Basic Dutch and English").strength == 0.5


def test_the_better_a_language_is_spoken_the_more_it_counts() -> None:
    levels = ["", "A1", "B1", "B2", "C1"]
    found = [one({"languages": [{"language": "English", "fluency": level}]}, "Fluent English") for level in levels]
    strengths = [answer.strength for answer in found]
    assert strengths == sorted(strengths)
    assert strengths[-1] == 1.0
    assert strengths[0] < strengths[-2] < 1.0


def test_words_that_no_table_knows_are_held_against_single_lines() -> None:
    profile: dict[str, object] = {
        "work": [{**NEW_JOB, "highlights": ["Groomed show poodles"]}],
        "skills": [{"name": "poodles"}],
    }
    assert one(profile, "Grooming poodles").facts[0] == "work/0/highlights/0"
    assert not one(profile, "Grooming horses and cats").facts


def job(*lines: str) -> dict[str, object]:
    return {"work": [{"name": "X", "position": "Clerk", "startDate": "2021-03", "highlights": list(lines)}]}


WARD = job("Staff nurse who dressed wounds and taught wound care", "Set up infusion pumps")
TEACHER = job("Taught phonics", "Class teacher for Key Stage 2: teaching phonics to Year 3")


@pytest.mark.parametrize(
    ("profile", "asked", "met", "missing"),
    [
        (WARD, "Registered nurse with experience in wound care and infusion pumps", True, ("Registered nurse",)),
        (job("Wound care"), "Wound care and infusion pumps", False, ("infusion pumps",)),
        (job("Theatre and emergency department"), "Experience in intensive care or emergency department", True, ()),
        (TEACHER, "Experience teaching Key Stage 2 phonics", True, ()),
        (job("Teaching yoga"), "Experience teaching Key Stage 2 phonics", False, ("Key Stage 2 phonics",)),
        (
            job("Simulated a PLC"),
            "Fault finding on conveyor motors and PLC panels",
            False,
            ("Fault finding on conveyor motors",),
        ),
        (
            job("Plaidé en contentieux"),
            "Master en droit et première expérience en contentieux",
            False,
            ("Master en droit",),
        ),
        (
            job("Vendu de la pâtisserie"),
            "Connaissance des normes HACCP, du dressage et de la pâtisserie",
            False,
            ("normes HACCP", "dressage"),
        ),
        (job("Modelled data for invoices"), "Data modelling", True, ()),
        (job("Wrote Python"), "Python, curiosity and a sense of humour", True, ()),
        ({"certificates": [{"name": "QTS"}]}, "Qualified teacher status (QTS)", True, ()),
    ],
)
def test_what_is_known_hides_nothing_that_is_asked_beside_it(
    profile: dict[str, object], asked: str, met: bool, missing: tuple[str, ...]
) -> None:
    found = one(profile, asked)
    assert (found.met, found.missing) == (met, missing)


@pytest.mark.parametrize(
    "asked", ["Good knowledge of French cuisine", "Maîtrise du droit anglais", "Experience with German customers"]
)
def test_what_is_of_a_country_asks_for_no_language(asked: str) -> None:
    assert [part for part in asked_in(asked) if part.kind == "language"] == []


def test_what_asks_for_itself_is_read_by_itself() -> None:
    kinds = {
        part.kind: part.words for part in asked_in("CAP cuisine et deux ans d'expérience en restauration collective")
    }
    assert kinds == {
        "degree": "CAP cuisine",
        "skill": "restauration collective",
        "years": "deux ans d'expérience en restauration collective",
    }
    assert [part.words for part in asked_in("Mergers and acquisitions")] == ["Mergers and acquisitions"]
    assert [
        part.words
        for part in asked_in("5 years of accounting, including 2 years leading a team")
        if part.kind == "years"
    ] == [
        "5 years of accounting",
        "2 years leading a team",
    ]
    assert [part.words for part in asked_in("Experience building and shipping React applications")] == ["React"]
    assert [part.words for part in asked_in("Installation et entretien de chaudières")] == [
        "Installation et entretien de chaudières"
    ]
    assert [part.words for part in asked_in("Phlebotomy and cannulation")] == ["Phlebotomy", "cannulation"]
    assert [part.words for part in asked_in("A/B testing and experiment design")] == [
        "A/B testing",
        "experiment design",
    ]


def test_a_must_weighs_more_than_a_wish() -> None:
    profile: dict[str, object] = {"skills": [{"name": "SQL"}]}
    support = support_of(facts(profile_of(profile)), TODAY)
    wish, need = (Requirement("SQL", level) for level in (RequirementLevel.NICE, RequirementLevel.MUST))
    other = [Requirement("Welding", RequirementLevel.MUST)]
    assert match(support, [need, *other]).score > match(support, [wish, *other]).score > 0


def test_an_offer_that_asks_for_nothing_scores_nothing() -> None:
    assert matched({"skills": [{"name": "SQL"}]}) == Match(0, 0.0, ())
    assert matched({"skills": [{"name": "SQL"}]}, "…").score == 0


@pytest.mark.parametrize(("profile", "offer"), SAMPLES)
def test_the_samples_answer_each_other(profile: str, offer: str) -> None:
    found = match(support_of(sample_facts(profile), TODAY), sample_requirements(offer))
    assert found.score >= 60
    known = {fact.id for fact in sample_facts(profile)}
    assert all(set(answer.facts) <= known for answer in found.requirements)
    assert all(answer.facts or not answer.met for answer in found.requirements)


@pytest.mark.parametrize(("profile", "offer"), SAMPLES)
def test_the_same_figures_on_every_machine(profile: str, offer: str) -> None:
    """Written down once: a lexicon that grows may change them, the machine may not."""
    found = match(support_of(sample_facts(profile), TODAY), sample_requirements(offer))
    again = match(support_of(sample_facts(profile), TODAY), sample_requirements(offer))
    assert msgspec.json.encode(found) == msgspec.json.encode(again)
    assert found.exact == round(found.exact, 6)


@pytest.mark.parametrize("kind", ["basics.summary", "basics.label", "reference.text", "interest.name", "basics.city"])
def test_free_prose_raises_nothing(kind: str) -> None:
    before = sample_facts("sample.fr.resume.json")
    wanted = sample_requirements("sample-offer.txt")
    words = " ".join(requirement.text for requirement in wanted)
    after = (*before, Fact("basics/summary", kind, words))
    assert match(support_of(after, TODAY), wanted) == match(support_of(before, TODAY), wanted)


# What any facts and requirements must hold.

WORDS = st.sampled_from(
    [
        "SQL",
        "PostgreSQL",
        "Python",
        "Kafka",
        "Excel",
        "Sage",
        "nursing",
        "BTS",
        "Bachelor",
        "Master",
        "PhD",
        "English",
        "French",
        "B2",
        "C1",
        "fluent",
        "baker",
        "2019",
        "2024-03",
        "team",
        "poodles",
        "Docker",
        "accounting",
        "degree",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
DATES = st.sampled_from(["2001", "2010-05", "2019-11-03", "2024", "2026-12", "never"])
FIELDS = st.one_of(
    st.tuples(st.sampled_from(["position", "summary", "highlights/0", "highlights/1", "description"]), LINES),
    st.tuples(st.just("startDate"), DATES),
)
KINDS = {"startDate": "start", "highlights/0": "highlight", "highlights/1": "highlight"}


@st.composite
def known_facts(draw: st.DrawFn) -> list[Fact]:
    found: dict[str, Fact] = {}
    for place in range(draw(st.integers(0, 3))):
        for field, text in draw(st.lists(FIELDS, max_size=4)):
            found[f"work/{place}/{field}"] = Fact(f"work/{place}/{field}", f"work.{KINDS.get(field, field)}", text)
        if draw(st.booleans()):
            found[f"work/{place}/endDate"] = Fact(f"work/{place}/endDate", "work.end", draw(DATES))
    for place in range(draw(st.integers(0, 3))):
        found[f"skills/{place}/name"] = Fact(f"skills/{place}/name", "skill.name", draw(LINES))
        found[f"education/{place}/studyType"] = Fact(f"education/{place}/studyType", "education.degree", draw(LINES))
        found[f"education/{place}/area"] = Fact(f"education/{place}/area", "education.area", draw(LINES))
        found[f"languages/{place}/language"] = Fact(f"languages/{place}/language", "language.name", draw(LINES))
        found[f"languages/{place}/fluency"] = Fact(f"languages/{place}/fluency", "language.fluency", draw(LINES))
    return list(found.values())


REQUIREMENTS = st.lists(
    st.builds(
        Requirement,
        st.one_of(
            LINES,
            st.sampled_from(["5+ years of Python", "Bac+3 en droit", "SQL or Kafka", "Fluent English", "Excel (Sage)"]),
            st.lists(WORDS, min_size=2, max_size=4).flatmap(
                lambda words: st.sampled_from([" and ", " or ", ", ", " et ", " with experience in "]).map(
                    lambda by: by.join(words)
                )
            ),
            st.text(max_size=30),
        ),
        st.sampled_from(RequirementLevel),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(known_facts(), REQUIREMENTS, st.randoms(use_true_random=False))
def test_only_more_facts_raise_it_and_more_never_lower_it(
    known: list[Fact], wanted: list[Requirement], chance: random.Random
) -> None:
    """A date that ends a job is no more of a fact about it but less: it stays with its job."""
    kept = [fact for fact in known if fact.kind == "work.end" or chance.random() < 0.6]
    fewer, more = (match(support_of(some, TODAY), wanted) for some in (kept, known))
    assert fewer.exact <= more.exact
    for less, greater in zip(fewer.requirements, more.requirements, strict=True):
        assert less.strength <= greater.strength


@settings(deadline=None)
@given(known_facts(), REQUIREMENTS, st.randoms(use_true_random=False))
def test_the_order_of_facts_and_requirements_changes_no_figure(
    known: list[Fact], wanted: list[Requirement], chance: random.Random
) -> None:
    straight = match(support_of(known, TODAY), wanted)
    mixed_facts, mixed_wanted = list(known), list(wanted)
    chance.shuffle(mixed_facts)
    chance.shuffle(mixed_wanted)
    mixed = match(support_of(mixed_facts, TODAY), mixed_wanted)
    assert mixed.exact == straight.exact
    assert sorted(one.strength for one in mixed.requirements) == sorted(one.strength for one in straight.requirements)


@settings(deadline=None)
@given(known_facts(), REQUIREMENTS)
def test_it_lies_between_nothing_and_all(known: list[Fact], wanted: list[Requirement]) -> None:
    found = match(support_of(known, TODAY), wanted)
    assert 0 <= found.score <= 100
    ids = {fact.id for fact in known}
    for answer in found.requirements:
        assert 0.0 <= answer.strength <= 1.0
        assert bool(answer.facts) == (answer.strength > 0)
        assert set(answer.facts) <= ids


@settings(deadline=None)
@given(known_facts(), REQUIREMENTS, LINES)
def test_unsupported_words_change_nothing(known: list[Fact], wanted: list[Requirement], words: str) -> None:
    summary = Fact("basics/summary", "basics.summary", words)
    assert match(support_of([*known, summary], TODAY), wanted) == match(support_of(known, TODAY), wanted)


@given(st.text(max_size=200))
def test_any_words_can_be_asked(text: str) -> None:
    for asked in asked_in(text):
        assert asked.kind != "years" or asked.amount > 0


def test_the_documentation_has_the_weights_that_are_used() -> None:
    table = (Path(__file__).parents[2] / "docs" / "matching.md").read_text("utf-8")
    told = dict(re.findall(r"^\| ([a-z_.]+) \| ([\d.]+) \|", table, re.MULTILINE))
    used: dict[str, float] = {}
    for name, value in msgspec.json.decode(resource("matching.json").read_bytes()).items():
        used |= {f"{name}.{key}": one for key, one in value.items()} if isinstance(value, dict) else {name: value}
    assert {name: float(value) for name, value in told.items()} == used
    assert f"{NEAR} (`NEAR`" in table
