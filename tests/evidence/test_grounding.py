"""True rewordings pass, lies are marked, and the offer's words prove nothing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.grounding import ground, reasons

FACTS = tuple(
    Fact(path, kind, text)
    for path, kind, text in [
        ("basics/name", "basics.name", "Zoé Müller"),
        ("basics/label", "basics.label", "Backend Developer"),
        ("basics/email", "basics.email", "zoe@example.org"),
        ("basics/phone", "basics.phone", "+33 6 12 34 56 78"),
        ("work/0/name", "work.organisation", "Pied Piper"),
        ("work/0/position", "work.position", "Senior Developer"),
        ("work/0/startDate", "work.start", "2015-03-01"),
        ("work/0/endDate", "work.end", "2021-02-28"),
        ("work/0/highlights/0", "work.highlight", "Cut hosting costs by 40% for 2.5 million users"),
        (
            "work/0/highlights/1",
            "work.highlight",
            "Led a team of 12 engineers in Lyon, wrote Python and Go on PostgreSQL",
        ),
        ("work/0/highlights/2", "work.highlight", "Answered 200 tickets a week"),
        ("education/0/institution", "education.institution", "Université de Lyon"),
        ("education/0/studyType", "education.degree", "Master of Science"),
        ("skills/0/keywords/0", "skill.keyword", "Amazon Web Services"),
        ("skills/0/keywords/1", "skill.keyword", "Node.js"),
    ]
)
OFFER = Offer(
    "Acme seeks a Platform Engineer in Berlin. You will run Kafka and Kubernetes for 5 million customers every day.",
    title="Platform Engineer",
    company="Acme",
    place="Berlin",
)


def marked(text: str, language: str = "en") -> list[str]:
    return [claim.text for claim in ground(text, FACTS, OFFER, language, "2026-11-25") if not claim.supported]


@pytest.mark.parametrize(
    "text",
    [
        "- Reduced the cost of hosting by 40 % for over 2,500,000 users",
        "Zoé Müller leads twelve engineers.",
        "Developer in Python, Golang and Postgres, with SQL on AWS and NodeJS.",
        "Holds a Master's degree from the Université de Lyon.",
        "At Pied Piper’s office in Lyon she answered two hundred tickets weekly.",
        "Six years as Senior Developer, from March 2015 to February 2021 (2015–2021).",
        "More than five years of experience.",
        "Write to zoe@example.org or +33 6 12 34 56 78.",
        "I am applying for the position of Platform Engineer at Acme in Berlin.",
        "I would be glad to join Acme as Platform Engineer.",
        "Dear Hiring Manager,",
        "Berlin, November 25, 2026",
        "- Worked hard on many things and communicated clearly",
        "### Senior Developer · Pied Piper\nMar 2015 – Feb 2021 · Lyon",
        "**40 %** less for [Lyon](https://example.org)",
        "Mr. Müller wrote Go.",
    ],
)
def test_truths_pass(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "- A réduit de 40 % les coûts d'hébergement pour 2,5 millions d'utilisateurs",
        "Équipe de douze ingénieurs à Lyon, six ans chez Pied Piper.",
        "Je postule au poste de Platform Engineer chez Acme, à Berlin.",
        "Madame, Monsieur,",
    ],
)
def test_truths_pass_in_french(text: str) -> None:
    assert marked(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("Cut costs by 45%", ["45%"]),
        ("Cut costs by 40 people", ["40"]),
        ("Led a team of 15 engineers", ["15"]),
        ("Answered 12 tickets", ["12"]),
        ("Led a team of thirty engineers", ["thirty"]),
        ("Worked with 5 million customers", ["5 million"]),
        ("Doubled the revenue", ["Doubled"]),
        ("Ten years of experience", ["Ten years"]),
        ("Since April 2015 at Pied Piper", ["April 2015"]),
        ("From 2012 to 2021", ["2012"]),
        ("Ran Kafka and Kubernetes", ["Kafka", "Kubernetes"]),
        ("Wrote services in Rust and C++", ["Rust", "C++"]),
        ("Worked for Google in Paris", ["Google", "Paris"]),
        ("I worked at Acme as a Platform Engineer", ["Acme", "Platform Engineer"]),
        ("A software engineer with a plan", ["engineer"]),
        ("Chief Architect at Pied Piper", ["Architect"]),
        ("Holds a PhD from Stanford University", ["PhD", "Stanford University"]),
        ("Holds a Bachelor of Arts", ["Bachelor"]),
        ("Studied at the University of Paris", ["University of Paris"]),
        ("Write to zoe@example.com", ["zoe@example.com"]),
        ("Call +33 6 12 34 56 79", ["+33 6 12 34 56 79"]),
        ("Built it with TurboGears2", ["TurboGears2"]),
        ("Won the Turing Award", ["Turing Award"]),
        ("### Senior Developer · Hooli", ["Hooli"]),
        ("Expérience de dix ans chez Hooli", ["dix ans", "Hooli"]),
    ],
)
def test_lies_are_marked(text: str, lies: list[str]) -> None:
    found = marked(text)
    assert all(any(lie in said for said in found) for lie in lies), found


def test_a_sentence_of_the_offer_is_not_the_persons() -> None:
    claims = ground("- Run Kafka and Kubernetes for 5 million customers every day", FACTS, OFFER, "en")
    assert [claim.kind for claim in claims] == ["copied"]


def test_claims_say_where_they_stand_and_on_what() -> None:
    text = "- **Cut** costs by 40 % with \\*Kafka\\*"
    claims = {claim.text: claim for claim in ground(text, FACTS, OFFER, "en")}
    assert text[claims["40 %"].start : claims["40 %"].end] == "40 %"
    assert claims["40 %"].facts == ("work/0/highlights/0",)
    assert str(claims["40 %"].why) == ""
    assert text[claims["Kafka"].start : claims["Kafka"].end] == "Kafka"
    assert claims["Kafka"].kind == "skill"
    assert reasons(tuple(claims.values())) == ("“Kafka” is in the offer, but in no fact of yours.",)
    assert reasons(ground("Cut 45% and 45%", FACTS, OFFER, "en")) == ("“45%” has no fact.",)


def test_a_job_that_goes_on_reaches_to_the_day() -> None:
    facts = (Fact("work/0/startDate", "work.start", "2020-01"),)
    assert reasons(ground("Six years of work", facts, Offer(""), "en", "2026-11-25")) == ()
    assert reasons(ground("Eight years of work", facts, Offer(""), "en", "2026-11-25")) == (
        "“Eight years” has no fact.",
    )
    assert reasons(ground("Six years of work", facts, Offer(""), "en")) == ("“Six years” has no fact.",)


@given(st.sampled_from(FACTS), st.sampled_from(FACTS))
def test_facts_as_they_are_written_are_never_marked(one: Fact, two: Fact) -> None:
    assert marked(f"- {one.text}\n- {two.text}") == []


PIECES = st.sampled_from(
    [fact.text for fact in FACTS]
    + [
        "Led",
        "Created",
        "all",
        "certified",
        "an award",
        "Fluent in German",
        "since",
        "at",
        "2015",
        "Six years",
        "12",
        "Hooli",
    ]
    + ["Master of Laws", "Senior", "Chief Architect", "skilled in", "patent", "in Paris", ",", ".", "and", "·", "Kafka"]
)
MORE = (
    Fact("work/1/name", "work.organisation", "Hooli"),
    Fact("work/1/position", "work.position", "Chief Architect"),
    Fact("work/1/startDate", "work.start", "2012"),
    Fact("work/1/highlights/0", "work.highlight", "Helped to create all certified dashboards in Paris"),
    Fact("languages/0/language", "language.name", "German"),
    Fact("languages/0/fluency", "language.fluency", "B1"),
    Fact("education/1/studyType", "education.degree", "Master of Laws"),
    Fact("awards/0/title", "award.name", "Lyon Prize"),
    Fact("skills/0/keywords/2", "skill.keyword", "Kafka"),
)


def places(text: str, facts: tuple[Fact, ...], supported: bool) -> set[int]:
    claims = ground(text, facts, Offer(""), "en", "2026-11-25")
    return {place for claim in claims if claim.supported is supported for place in range(claim.start, claim.end)}


@given(
    st.lists(st.sampled_from((*FACTS, *MORE)), max_size=8, unique=True),
    st.sampled_from(MORE),
    st.lists(PIECES, max_size=6),
)
def test_more_facts_never_unmake_a_claim(known: list[Fact], more: Fact, pieces: list[str]) -> None:
    text = " ".join(pieces)
    before = places(text, tuple(known), supported=True)
    assert not before & places(text, (*known, more), supported=False)


def test_a_degree_that_is_known_leaves_the_words_beside_it_their_facts() -> None:
    known = (FACTS[0], MORE[3])
    text = "Zoé Müller Dashboards Master of Laws"
    before = places(text, known, supported=True)
    assert text.index("Dashboards") in before
    assert not before & places(text, (*known, MORE[6]), supported=False)


@given(st.text(max_size=80))
def test_any_text_is_read_and_places_are_its_own(text: str) -> None:
    claims = ground(text, FACTS, OFFER, "en")
    assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)
    assert all(one.end <= two.start for one, two in itertools.pairwise(claims))


@pytest.mark.parametrize("piece", ["Kafka ", "40% ", "Aa Bb of ", "a@b.c ", "two ", "- x\n", "A.", "(1) "])
def test_long_texts_are_read(piece: str) -> None:
    assert isinstance(ground(piece * 1_000, FACTS, OFFER, "en"), tuple)


PERSON = (
    *FACTS,
    Fact("work/1/name", "work.organisation", "Hooli"),
    Fact("work/1/position", "work.position", "Intern"),
    Fact("work/1/startDate", "work.start", "2012-09"),
    Fact("work/1/endDate", "work.end", "2013-02"),
    Fact("work/1/highlights/0", "work.highlight", "Contributed to the migration of some of the servers"),
    Fact("work/1/highlights/1", "work.highlight", "Maintained the billing scripts"),
    Fact("languages/0/language", "language.name", "German"),
    Fact("languages/0/fluency", "language.fluency", "B1"),
    Fact("certificates/0/name", "certificate.name", "PRINCE2 Foundation"),
    Fact("certificates/0/date", "certificate.date", "2019-05"),
    Fact("awards/0/title", "award.name", "Hack Lyon first prize"),
)


def kinds(text: str) -> dict[str, str]:
    return {claim.text: claim.kind for claim in ground(text, PERSON, OFFER, "en", "2026-11-25") if not claim.supported}


@pytest.mark.parametrize(
    "text",
    [
        "Intermediate German, German (B1), basic German",
        "Helped to migrate some of the servers.",
        "PRINCE2 certified since May 2019.",
        "Hack Lyon: first prize.",
        "Interned at Hooli in September 2012.",
        "Led a team of twelve engineers in Lyon.",
        "Every week I answered 200 tickets.",
        "You run Kubernetes, which I am keen to learn.",
    ],
)
def test_what_is_said_as_it_is_passes(text: str) -> None:
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("text", "lie", "kind"),
    [
        ("Fluent in German.", "Fluent in German", "language"),
        ("Speaks Russian.", "Russian", "language"),
        ("Led the migration of the servers.", "Led", "scope"),
        ("Contributed to the migration of all the servers.", "all", "scope"),
        ("Created the billing scripts.", "Created", "authorship"),
        ("### Senior Developer · Hooli", "Senior Developer", "title"),
        ("Joined Hooli in March 2015.", "March 2015", "date"),
        ("Six years at Hooli.", "Six years", "duration"),
        ("Holds a patent.", "patent", "patent"),
        ("Published a book.", "Published", "publication"),
        ("Skilled in mass spectrometry.", "mass spectrometry", "skill"),
        ("Master of Laws, 2010", "Master of Laws", "degree"),
        ("Certified in welding.", "Certified", "certificate"),
        ("Answered 200 tickets a day.", "200", "number"),
        ("Increased hosting costs by 40%.", "40%", "number"),
    ],
)
def test_lies_are_told_by_kind(text: str, lie: str, kind: str) -> None:
    assert kinds(text).get(lie) == kind


def test_reasons_can_be_told_in_another_language() -> None:
    (claim,) = [claim for claim in ground("Fluent in German", PERSON, OFFER, "en") if not claim.supported]
    assert claim.why.text(lambda template: "« {said} » : niveau ?" if "level" in template else template) == (
        "« Fluent in German » : niveau ?"
    )
