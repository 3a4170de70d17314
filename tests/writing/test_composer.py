"""The composer: what it says of profiles of every kind, and what it never says."""

import datetime
import itertools
import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_document import Bullets, CvDocument, Entry, Paragraph
from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.composer import compose_cv, compose_letter, language_note
from jobmatch_desktop.writing.parts import locate
from jobmatch_desktop.writing.titles import section_titles

TODAY = datetime.date(2026, 11, 25)
COMPOSERS = (compose_cv, compose_letter)
NO_OFFER = Offer(text="Come and work with us.")
BACKEND = Offer(
    text="Backend Engineer\nAcme\nRequirements\n- Python and PostgreSQL\n- Docker\nNice to have\n- Go",
    title="Backend Engineer",
    company="Acme",
)

KEPT = frozenset(
    {
        "basics.name", "basics.label", "basics.email", "basics.phone", "basics.address", "basics.postal_code",
        "basics.city", "basics.country", "work.position", "work.organisation", "volunteer.position",
        "volunteer.organisation", "education.degree", "education.area", "education.institution", "certificate.name",
        "certificate.issuer", "award.name", "language.name", "language.fluency",
    }
)  # fmt: skip


def sample(name: str) -> Profile:
    return profile_of(json.loads(resource(f"samples/{name}").read_bytes()))


def words_of(document: CvDocument) -> str:
    """All that stands on the page, in order, without marks."""
    lines = [document.name, *document.contact]

    def add(blocks: Any) -> None:
        for block in blocks:
            if isinstance(block, Entry):
                lines.extend((block.title, block.organisation, block.details))
                add(block.blocks)
            else:
                lines.extend(block.lines if isinstance(block, Paragraph) else block.items)

    add(document.preamble)
    for section in document.sections:
        lines.append(section.title)
        add(section.content)
    return "\n".join(plain(line) for line in lines if line)


def section(text: str, title: str) -> list[Any]:
    return list(next((one.content for one in parse(text).sections if one.title == title), ()))


def body(letter: str) -> list[str]:
    """The paragraphs between salutation and closing."""
    return [letter[span.start : span.end] for span in locate(letter).values()]


# Words that no rule of grammar or style takes for something else.
_WORD = st.sampled_from(
    [
        "Brellin",
        "Kotava",
        "Mirsel",
        "Tandem",
        "Ostrava",
        "Quillon",
        "Verdan",
        "Zemlin",
        "Praxol",
        "Lumera",
        "élan",
        "陳大文",
        "עברית",
    ]
)
_NAME = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_ODD = st.sampled_from(
    ["A · B", "C++ & *more*", "# Head", "- dash", "[link](x)", "1. One", "a_b_c", "<b>x</b>", "Two\nlines"]
)
_TEXT = st.one_of(st.just(""), st.none(), _NAME, _ODD)
_LINE = st.one_of(
    _TEXT,
    _NAME.map(lambda name: f"Built {name} in 14 weeks."),
    _NAME.map(lambda name: f"Build {name}"),
    _NAME.map(lambda name: f"Developing {name};"),
    _NAME.map(lambda name: f"Conçu {name} pour 30 clients"),
    _NAME.map(lambda name: f"LED {name.upper()}"),
    st.just("Python and PostgreSQL for " + "very long lists of things " * 12),
)
_DATE = st.sampled_from(["", None, "2014", "2014-03", "2019-11-30", "2031-01", "Present", "Summer 2014"])


def _list(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.lists(inner, max_size=4))


def _object(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


_JOB = _object(
    name=_TEXT, organization=_TEXT, position=_TEXT, location=_TEXT, summary=_LINE, description=_TEXT,
    startDate=_DATE, endDate=_DATE, highlights=_list(_LINE),
)  # fmt: skip
SOURCES = st.fixed_dictionaries(
    {"basics": _object(
        name=_TEXT, label=_TEXT, email=st.sampled_from(["", "a_b@example.org"]), phone=_TEXT, summary=_LINE,
        location=_object(city=_TEXT, countryCode=st.sampled_from(["", "US", "FR"]), address=_TEXT, postalCode=_TEXT),
    )},
    optional={
        "work": _list(_JOB),
        "volunteer": _list(_JOB),
        "education": _list(_object(
            institution=_TEXT, area=_TEXT, studyType=_TEXT, score=_TEXT, startDate=_DATE, endDate=_DATE,
            courses=_list(_TEXT),
        )),
        "skills": _list(_object(name=_TEXT, level=_TEXT, keywords=_list(st.one_of(_TEXT, st.just("Python"))))),
        "projects": _list(_object(
            name=_TEXT, description=_LINE, roles=_list(_TEXT), keywords=_list(_TEXT), highlights=_list(_LINE),
        )),
        "certificates": _list(_object(name=_TEXT, issuer=_TEXT, date=_DATE)),
        "awards": _list(_object(title=_TEXT, awarder=_TEXT, date=_DATE)),
        "languages": _list(_object(language=_NAME, fluency=_TEXT)),
        "interests": _list(_object(name=_TEXT, keywords=_list(_TEXT))),
    },
)  # fmt: skip
OFFERS = st.sampled_from([NO_OFFER, BACKEND, Offer(text="x", company="Praxol"), Offer(text="x", title="Cook")])
LANGUAGES = st.sampled_from(["en", "fr"])
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def squeezed(text: str) -> str:
    return " ".join(text.split())


@slow
@given(SOURCES, OFFERS, LANGUAGES)
def test_what_must_stay_stays_as_it_is_spelled(source: dict[str, Any], offer: Offer, language: str) -> None:
    profile = profile_of(source)
    page = squeezed(words_of(parse(compose_cv(profile, offer, language, TODAY))))
    for fact in facts(profile):
        if fact.kind in KEPT:
            between = ", " if fact.kind == "basics.address" else " "
            assert squeezed(fact.text.replace("\n", between)) in page, fact
    name = squeezed(profile.basics.name)
    letter = squeezed(words_of(parse(compose_letter(profile, offer, language, TODAY))))
    assert name in letter
    assert profile.basics.email in letter


@slow
@given(SOURCES, OFFERS, LANGUAGES)
def test_no_name_or_number_is_from_nowhere(source: dict[str, Any], offer: Offer, language: str) -> None:
    profile = profile_of(source)
    known = " ".join((*(fact.text for fact in facts(profile)), offer.text, offer.title, offer.company))
    known += resource(f"wording/{language}.json").read_text("utf-8") + f" {TODAY.day} {TODAY.year} "
    known += " ".join(title.en + " " + title.fr for title in section_titles().values())
    vocabulary = {word.casefold() for word in re.findall(r"[^\W_]+", known)}
    for compose in COMPOSERS:
        page = words_of(parse(compose(profile, offer, language, TODAY)))
        for word in re.findall(r"[^\W_]+", page):
            if word[0].isupper() or word.isdigit():
                assert word.casefold() in vocabulary, (word, page)


@slow
@given(SOURCES, OFFERS, LANGUAGES)
def test_the_page_is_clean_and_the_same_each_time(source: dict[str, Any], offer: Offer, language: str) -> None:
    profile = profile_of(source)
    for compose in COMPOSERS:
        text = compose(profile, offer, language, TODAY)
        assert compose(profile_of(source), offer, language, TODAY) == text
        assert render(parse(text)) == text
        page = words_of(parse(text))
        for blemish in ("None", "  ", "()", "( ", ",,", ", ,", " , ", "..", " .", "{", "}", "« »", "“”"):
            assert blemish not in page, page
        for line in page.splitlines():
            assert line == line.strip()
            assert not re.search(r"(^[·,;]|[·(]$|· ·)", line.replace("A · B", "AB")), line


@slow
@given(SOURCES, OFFERS, LANGUAGES)
def test_a_letter_has_its_parts(source: dict[str, Any], offer: Offer, language: str) -> None:
    letter = compose_letter(profile_of(source), offer, language, TODAY)
    (only,) = parse(letter).sections
    paragraphs = [block for block in only.content if isinstance(block, Paragraph)]
    assert len(paragraphs) == len(only.content)
    assert paragraphs[0].lines[0] in ("Dear Hiring Manager,", "Madame, Monsieur,")
    assert 2 <= len(body(letter)) <= 4
    assert all(re.search(r"[.»]$", text) for text in body(letter))


def _dated(number: int) -> dict[str, Any]:
    lines = [f"Built part {part} with Docker" for part in range(8)]
    return {"name": f"Firm {number}", "position": "Cook", "startDate": f"{1990 + number}", "highlights": lines}


def test_thirty_jobs_all_stay_newest_first_and_older_ones_say_less() -> None:
    jobs = [{**_dated(number), "endDate": f"{1991 + number}"} for number in range(30)]
    profile = profile_of({"basics": {}, "work": jobs})
    entries = section(compose_cv(profile, BACKEND, "en", TODAY), "Experience")
    assert [entry.organisation for entry in entries] == [f"Firm {number}" for number in reversed(range(30))]
    counts = [len(entry.blocks[0].items) for entry in entries]
    assert counts[0] == 5
    assert counts[-1] == 1
    assert counts == sorted(counts, reverse=True)
    assert len(compose_letter(profile, BACKEND, "en", TODAY).split()) < 400


@pytest.mark.parametrize(
    "order", list(itertools.permutations([("2014", "2016"), ("2016", "present"), ("2001", "2009")]))
)
def test_jobs_are_newest_first_whatever_their_order(order: tuple[tuple[str, str], ...]) -> None:
    work = [{"name": start, "startDate": start, "endDate": end} for start, end in order]
    entries = section(compose_cv(profile_of({"work": work}), NO_OFFER, "en", TODAY), "Experience")
    assert [entry.title for entry in entries] == ["2016", "2014", "2001"]


def test_bullets_and_skills_that_answer_the_offer_come_first() -> None:
    profile = profile_of(
        {
            "work": [{"name": "Acme", "highlights": ["Sang songs", "Ran Postgres"]}],
            "skills": [{"name": "Arts", "keywords": ["Song"]}, {"name": "Data", "keywords": ["Excel", "Postgres"]}],
        }
    )
    cv = compose_cv(profile, BACKEND, "en", TODAY)
    assert section(cv, "Experience")[0].blocks == (Bullets(("Ran Postgres", "Sang songs")),)
    assert section(cv, "Skills") == [Paragraph(("**Data**: Postgres, Excel", "**Arts**: Song"))]


def test_studies_go_first_where_the_person_puts_them_first() -> None:
    work, education = [{"name": "Acme"}], [{"studyType": "BA"}]
    for source in ({"work": work, "education": education}, {"education": education, "work": work}):
        titles = [one.title for one in parse(compose_cv(profile_of(source), NO_OFFER, "en", TODAY)).sections]
        assert titles == (["Experience", "Education"] if next(iter(source)) == "work" else ["Education", "Experience"])


def test_a_summary_keeps_whole_sentences_and_leaves_asides_and_far_wishes_out() -> None:
    summary = (
        "Ann cooks for schools. (Go Leeds!) She once fed 900. I am looking for a job in a bakery. "
        "She could tell you, but THAT would take long!"
    )
    profile = profile_of({"basics": {"summary": summary}})
    assert section(compose_cv(profile, BACKEND, "en", TODAY), "Summary") == [
        Paragraph(("Ann cooks for schools. She once fed 900.",))
    ]
    baker = Offer(text="Bakery assistant", title="Bakery assistant")
    assert "in a bakery" in compose_cv(profile, baker, "en", TODAY)


def test_a_profile_without_summary_gets_a_plain_one_from_its_facts() -> None:
    profile = profile_of(
        {
            "work": [{"name": "Ward 3", "position": "Nurse", "startDate": "2019-02", "endDate": "Present"}],
            "skills": [{"keywords": ["Docker", "Knitting"]}],
        }
    )
    expected = "Nurse at Ward 3 since Feb 2019. Skills for this position: Docker."
    assert section(compose_cv(profile, BACKEND, "en", TODAY), "Summary") == [Paragraph((expected,))]
    assert not section(compose_cv(profile_of({"basics": {"name": "A"}}), BACKEND, "en", TODAY), "Summary")


def test_a_letter_tells_what_answers_the_offer() -> None:
    letter = compose_letter(sample("sample.resume.json"), read_offer(sample_offer("sample-offer.txt")), "en", TODAY)
    first, second, third, last = body(letter)
    assert first.startswith("I am applying for the position of Senior Backend Engineer at Nordkai Logistics.")
    assert first.endswith("I have worked as Backend Engineer at Kornfeld Versand since March 2021.")
    assert second.startswith("Your offer mentions Python, SQL, PostgreSQL, Kafka, FastAPI and Docker,")
    assert "At Kornfeld Versand, I " in second
    assert second.endswith("My work at Kornfeld Versand also involved Kafka.")
    assert "As Software Developer at Havelsoft from September 2017 to February 2021, I " in third
    assert "I studied Computer Science at the University of Potsdam (Bachelor of Science, from October 2013" in third
    assert last.endswith("in an interview.")
    assert "Nordkai Logistics\n\n25 November 2026" in letter


def test_a_french_letter() -> None:
    letter = compose_letter(
        sample("sample.fr.resume.json"), read_offer(sample_offer("sample-offer.fr.txt")), "fr", TODAY
    )
    assert "Lyon, le 25 novembre 2026" in letter
    assert "## Objet : candidature au poste « Assistant(e) de gestion F/H »\nMadame, Monsieur," in letter
    assert "Chez Charpentes Valmy, j’ai préparé les éléments de paie" in letter
    assert "comme Employée administrative (Librairie Passerelle) de septembre 2017 à mars 2019" in letter
    assert "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées." in letter


def sample_offer(name: str) -> str:
    return resource(f"samples/{name}").read_text("utf-8")


def test_what_does_not_go_after_i_is_told_beside_what_does() -> None:
    highlights = ["Reduced falls by 22%", "Supervision of 11 nurses", "Managing the rota", "Charge nurse"]
    work = [{"position": "Nurse", "name": "Ward 3", "endDate": "2020", "highlights": highlights}]
    second = body(compose_letter(profile_of({"work": work}), NO_OFFER, "en", TODAY))[1]
    assert second == (
        "At Ward 3, I reduced falls by 22%. My work there also included supervision of 11 nurses and managing the rota."
    )


def test_organisations_that_want_an_article() -> None:
    offer = Offer(text="x", title="Cook", company="University of Leeds")
    assert "of Cook at the University of Leeds." in compose_letter(profile_of({"basics": {}}), offer, "en", TODAY)
    offer = Offer(text="x", title="Cuisinier", company="Clinique du Parc")
    assert "« Cuisinier » (Clinique du Parc)." in compose_letter(profile_of({"basics": {}}), offer, "fr", TODAY)


def test_facts_in_another_language_are_quoted_as_they_stand() -> None:
    letter = compose_letter(sample("sample.resume.json"), BACKEND, "fr", TODAY)
    assert "Mon CV décrit ce travail en anglais : « " in letter
    assert "j’ai " not in "".join(body(letter)[1:2])


@pytest.mark.parametrize(
    ("job", "sentence"),
    [
        ({"position": "Cook", "name": "Inn", "endDate": "2020"}, "Most recently, I worked as Cook at Inn until 2020."),
        ({"position": "Cook", "startDate": "2020", "endDate": "present"}, "I have worked as Cook since 2020."),
        ({"name": "Inn", "startDate": "2020", "endDate": "2031"}, "I work at Inn from 2020 to 2031."),
        (
            {"position": "CEO/President", "name": "Inn", "startDate": "2020-05"},
            "I started as CEO/President at Inn in May 2020.",
        ),
        ({"position": "Cook", "name": "Inn"}, "I have worked as Cook at Inn."),
        ({"position": "Cook", "name": "University of Leeds"}, "I have worked as Cook at the University of Leeds."),
        ({"position": "Cook", "name": "Freelance"}, "I have worked as Cook on a freelance basis."),
        ({"position": "Cook", "startDate": "Summer 2014"}, "I have worked as Cook (Summer 2014)."),
    ],
)
def test_no_date_is_claimed_that_is_not_given(job: dict[str, Any], sentence: str) -> None:
    letter = compose_letter(profile_of({"work": [job]}), NO_OFFER, "en", TODAY)
    assert body(letter)[0].endswith(sentence)


@pytest.mark.parametrize(
    ("study", "sentence"),
    [
        (
            {"studyType": "BA", "area": "Arts", "institution": "University of Leeds", "endDate": "2020"},
            "I studied Arts at the University of Leeds (BA, 2020).",
        ),
        (
            {"studyType": "BA", "area": "Arts", "institution": "UCL", "endDate": "2031"},
            "I am studying Arts at UCL (BA, until 2031).",
        ),
        ({"studyType": "BA", "institution": "UCL"}, "My education includes BA (UCL)."),
        ({"area": "Arts"}, "My education includes Arts."),
    ],
)
def test_no_degree_is_claimed_as_passed(study: dict[str, Any], sentence: str) -> None:
    assert sentence in compose_letter(profile_of({"education": [study]}), NO_OFFER, "en", TODAY)


def test_contact_details_by_country() -> None:
    def contact(country: str) -> str:
        location = {
            "address": "1 High St",
            "postalCode": "75001",
            "city": "Town",
            "region": "R",
            "countryCode": country,
        }
        return parse(compose_cv(profile_of({"basics": {"location": location}}), NO_OFFER, "en", TODAY)).contact[0]

    assert contact("US") == "1 High St, Town, R 75001, US"
    assert contact("FR") == "1 High St, 75001 Town, R, FR"


def test_the_end_of_studies_alone_is_when_they_ended() -> None:
    profile = profile_of({"education": [{"studyType": "BA", "area": "Arts", "endDate": "2020-05"}]})
    assert section(compose_cv(profile, NO_OFFER, "en", TODAY), "Education")[0].details == "May 2020"
    assert "« BA, Arts » (mai 2020)." in compose_letter(profile, NO_OFFER, "fr", TODAY)


def test_links_lead_where_the_profile_says() -> None:
    basics = {
        "name": "Ann",
        "email": "ann@example.org",
        "url": "https://www.ann.example/",
        "profiles": [{"network": "GitHub", "username": "ann", "url": "https://git.example/ann"}, {"network": "IRC"}],
    }
    cv = compose_cv(profile_of({"basics": basics}), NO_OFFER, "en", TODAY)
    assert "[ann@example.org](mailto:ann@example.org)" in cv
    assert "[ann.example](https://www.ann.example/) · [GitHub: ann](https://git.example/ann) · IRC" in cv


def test_a_line_says_where_the_facts_are_in_another_language() -> None:
    english = sample("sample.resume.json")
    assert language_note(english, "en") is None
    note = language_note(english, "fr")
    assert note is not None
    assert "en anglais" in note
    assert language_note(profile_of({"basics": {"name": "Ann"}}), "fr") is None
