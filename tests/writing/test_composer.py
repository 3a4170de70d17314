"""The composer: what it says of profiles of every kind, and what it never says."""

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_document import CvDocument, Entry, Paragraph
from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.composer import compose_cv, compose_letter, language_note
from jobmatch_desktop.writing.titles import section_titles
from tests.writing.composing import BACKEND, NO_OFFER, TODAY, body, sample, section

COMPOSERS = (compose_cv, compose_letter)

KEPT = frozenset(
    {
        "basics.name", "basics.label", "basics.email", "basics.phone", "basics.address", "basics.postal_code",
        "basics.city", "basics.country", "work.position", "work.organisation", "volunteer.position",
        "volunteer.organisation", "education.degree", "education.area", "education.institution", "certificate.name",
        "certificate.issuer", "award.name", "language.name", "language.fluency",
    }
)  # fmt: skip


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
    for one in document.sections:
        lines.append(one.title)
        add(one.content)
    return "\n".join(plain(line) for line in lines if line)


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
    known += resource("letter_habits.json").read_text("utf-8")
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
    assert paragraphs[0].lines[0][:-1] in ("Dear Hiring Manager", "Madame, Monsieur")
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


def test_the_end_of_studies_alone_is_when_they_ended() -> None:
    profile = profile_of({"education": [{"studyType": "BA", "area": "Arts", "endDate": "2020-05"}]})
    assert section(compose_cv(profile, NO_OFFER, "en", TODAY), "Education")[0].details == "May 2020"
    assert "« BA, Arts » (mai 2020)." in compose_letter(profile, NO_OFFER, "fr", TODAY)


def test_a_line_says_where_the_facts_are_in_another_language() -> None:
    english = sample("sample.resume.json")
    assert language_note(english, "en") is None
    note = language_note(english, "fr")
    assert note is not None
    assert "en anglais" in note
    assert language_note(profile_of({"basics": {"name": "Ann"}}), "fr") is None
