import datetime
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_document import Bullets, CvDocument, Entry, Paragraph, Section
from jobmatch_desktop.domain.cv_markdown import render
from jobmatch_desktop.domain.format_errors import NotText
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.partial_date import PartialDate
from jobmatch_desktop.domain.profile import When
from jobmatch_desktop.domain.profile_errors import EmptyFile
from jobmatch_desktop.evidence.relevance import relevance_of
from jobmatch_desktop.formats.readers.json_resume import profile_of, read_profile
from jobmatch_desktop.formats.readers.markdown import read_markdown
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.composer_cv import cv_document

SAMPLES = sorted(resource("samples").glob("*.resume.json"))

PLAIN = """John Doe
========
*Senior Developer* | Berlin, Germany
john@doe.io | +49 170 1234567 | github.com/jdoe | <https://doe.io>

---

PROFILE
-------
I build things.

Work Experience
---------------

**Senior Developer**, Acme GmbH (Jan 2019 - Present)

* Did a thing
* Did [another](https://example.com/x)

**Developer** | Beta Corp | 2015–2018

Worked on *stuff*.

### Intern at Gamma
*Summer 2014, Munich*

- Coffee

## Education

- BSc Computer Science, TU Berlin, 2010–2014

## Technical Skills

- Languages: Python, Go
- **Tools:** Docker, Git (daily, on Linux)

## Langues
- Anglais : courant
- Allemand (natif)

## Certifications
- Certified Kubernetes Administrator, CNCF, March 2021

## References
Jane Roe: He is fine.

## Gardening
Roses, all summer

- and *tulips*
"""


def read(text: str) -> dict[str, Any]:
    return read_markdown(text.encode())


def test_markdown_of_anybody() -> None:
    assert read(PLAIN) == {
        "basics": {
            "name": "John Doe",
            "email": "john@doe.io",
            "phone": "+49 170 1234567",
            "url": "https://doe.io",
            "profiles": [{"network": "GitHub", "username": "jdoe", "url": "https://github.com/jdoe"}],
            "location": {"city": "Berlin", "region": "Germany"},
            "label": "Senior Developer",
            "summary": "I build things.",
        },
        "work": [
            {
                "name": "Acme GmbH",
                "position": "Senior Developer",
                "startDate": "2019-01",
                "current": True,
                "highlights": ["Did a thing", "Did another (https://example.com/x)"],
            },
            {
                "name": "Beta Corp",
                "position": "Developer",
                "startDate": "2015",
                "endDate": "2018",
                "summary": "Worked on stuff.",
            },
            {
                "name": "Gamma",
                "position": "Intern",
                "startDate": "2014",
                "endDate": "2014",
                "dates": "Summer 2014",
                "location": "Munich",
                "highlights": ["Coffee"],
            },
        ],
        "education": [
            {
                "institution": "TU Berlin",
                "studyType": "BSc Computer Science",
                "startDate": "2010",
                "endDate": "2014",
            }
        ],
        "skills": [
            {"name": "Languages", "keywords": ["Python", "Go"]},
            {"name": "Tools", "keywords": ["Docker", "Git (daily, on Linux)"]},
        ],
        "languages": [
            {"language": "Anglais", "fluency": "courant"},
            {"language": "Allemand", "fluency": "natif"},
        ],
        "certificates": [{"name": "Certified Kubernetes Administrator", "issuer": "CNCF", "date": "2021-03"}],
        "references": [{"name": "Jane Roe", "reference": "He is fine."}],
        "meta": {"sections": [{"title": "Gardening", "text": "Roses, all summer\n\n- and *tulips*"}]},
    }


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_the_composer_writes_comes_back(path: Path, language: str) -> None:
    profile = read_profile(path.read_bytes())
    offer = relevance_of(Offer("Backend engineer with Python, PostgreSQL and Kafka"))
    text = render(cv_document(profile, offer, language, datetime.date(2026, 11, 25)))
    back = profile_of(read(text))
    for field in ("name", "label", "email", "phone", "url", "address", "postal_code", "city", "country", "links"):
        assert getattr(back.basics, field) == getattr(profile.basics, field)
    assert {work_of(job) for job in back.work} == {work_of(job) for job in profile.work}
    assert {work_of(job) for job in back.volunteer} == {work_of(job) for job in profile.volunteer}
    assert {study_of(study) for study in back.education} == {study_of(study) for study in profile.education}
    assert {(one.name, one.level, frozenset(one.keywords)) for one in back.skills} == {
        (one.name, one.level, frozenset(one.keywords)) for one in profile.skills
    }
    assert back.languages == profile.languages
    assert {(one.name, one.issuer) for one in back.certificates} == {
        (one.name, one.issuer) for one in profile.certificates
    }
    assert {one.name for one in back.projects} == {one.name for one in profile.projects}
    assert "sections" not in back.source.get("meta", {})


def month_of(when: When | None) -> PartialDate | None:
    return PartialDate(when.date.year, when.date.month) if when and when.date else None


def work_of(job: Any) -> tuple[object, ...]:
    return (job.organisation, job.position, job.place, month_of(job.start), month_of(job.end))


def study_of(study: Any) -> tuple[object, ...]:
    return (study.institution, study.degree, study.area, study.score, month_of(study.start), month_of(study.end))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_and_line_ends(encoding: str) -> None:
    text = "# Élodie Ñuñez\r\nelodie@example.fr\r\n\r\n## Expérience\r\n### Développeuse · Société\r\n- Créé\r\n"
    resume = read_markdown(text.encode(encoding))
    assert resume["basics"] == {"name": "Élodie Ñuñez", "email": "elodie@example.fr"}
    assert resume["work"] == [{"name": "Société", "position": "Développeuse", "highlights": ["Créé"]}]


@pytest.mark.parametrize("name", ["محمد عبد الله", "王小明", "Γεώργιος", "Фёдор"])
def test_names_of_any_script(name: str) -> None:
    assert read(f"# {name}\n")["basics"]["name"] == name


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a packed file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 20, "bytes that are no text"),
        (b"\x7fELF\x02\x01\x01", "a program"),
    ],
)
def test_what_is_no_text_is_said_in_one_line(data: bytes, named: str) -> None:
    with pytest.raises(NotText, match=named) as raised:
        read_markdown(data)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read_markdown(data)


def test_name_and_contact_without_headings() -> None:
    resume = read("Ada Lovelace\nLondon, UK · ada@example.com\n\n## Skills\nMathematics\n")
    assert resume["basics"] == {
        "name": "Ada Lovelace",
        "email": "ada@example.com",
        "location": {"city": "London", "region": "UK"},
    }


def test_sections_at_the_first_level_are_no_name() -> None:
    resume = read("# Experience\n### Engineer · Acme\n2011\n\n# Skills\nGo\n")
    assert "basics" not in resume
    assert resume["work"] == [{"name": "Acme", "position": "Engineer", "startDate": "2011", "endDate": "2011"}]
    assert resume["skills"] == [{"name": "Go"}]


def test_a_second_address_is_kept_beside_the_first() -> None:
    basics = read("# A\na@x.org · b@x.org · x.org · y.org/b\n")["basics"]
    assert (basics["email"], basics["otherEmails"]) == ("a@x.org", ["b@x.org"])
    assert (basics["url"], basics["profiles"]) == ("https://x.org", [{"url": "https://y.org/b"}])


def test_loose_words_of_a_section_are_kept() -> None:
    resume = read("# A\n\n## Experience\nTen years of it.\n\n### Cook · Inn\n- Cooked\n")
    assert resume["work"] == [{"name": "Inn", "position": "Cook", "highlights": ["Cooked"]}]
    assert resume["meta"]["sections"] == [{"title": "Experience", "text": "Ten years of it."}]


texts = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12).map(escape)
blocks = st.one_of(
    st.builds(Paragraph, st.tuples(texts)), st.builds(Bullets, st.lists(texts, min_size=1, max_size=3).map(tuple))
)
entries = st.builds(Entry, texts, texts, texts, st.lists(blocks, max_size=2).map(tuple))
titles = st.one_of(texts, st.sampled_from(["Experience", "Formation", "Skills", "Langues", "Awards", "Projects"]))
sections = st.builds(Section, titles, st.lists(st.one_of(blocks, entries), max_size=3).map(tuple))
documents = st.builds(
    CvDocument, texts, st.lists(texts, max_size=2).map(tuple), st.just(()), st.lists(sections, max_size=3).map(tuple)
)


@given(documents)
def test_any_document_gives_json_that_reads_as_a_profile(document: CvDocument) -> None:
    resume = read_markdown(render(document).encode())
    assert json.loads(json.dumps(resume)) == resume
    if resume.keys() - {"meta"}:
        assert profile_of(resume).source == resume


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        resume = read_markdown(text.encode("utf-8", "replace"))
    except (NotText, EmptyFile):
        return
    assert msgspec.json.encode(resume)


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 100_000,
        "# " + " " * 300_000 + "#",
        "# A\n" + "x" * 300_000,
        "# A\n" + "a.b@" * 50_000,
        "## Skills\n" + "(" * 100_000,
        "## Experience\n**" + "a " * 100_000 + "**\n2014",
        "## Experience\n" + "- 2014 - 2015\n" * 20_000,
        "[" * 100_000,
    ],
    ids=["comments", "spaces", "long word", "addresses", "parentheses", "bold", "bullets", "brackets"],
)
def test_large_files_take_no_minutes(text: str) -> None:
    assert isinstance(read(text), dict)
