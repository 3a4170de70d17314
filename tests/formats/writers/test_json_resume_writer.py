import json

from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.readers.json_resume import read_profile
from jobmatch_desktop.formats.writers.json_resume import write_json_resume
from jobmatch_desktop.formats.writers.style import Style
from tests.formats.writers.documents import cv, letter


def test_cv() -> None:
    data = write_json_resume(cv(), Style(language="en", today="2026-11-25"))
    resume = json.loads(data)
    assert resume["basics"] == {
        "name": "Richard Hendriks",
        "label": "Core engineer",
        "email": "richard@example.com",
        "phone": "(912) 555-4321",
        "summary": "Engineer with eight years on compression.",
        "location": {"city": "Palo Alto", "region": "CA"},
    }
    assert resume["work"][0] == {
        "name": "Pied Piper",
        "position": "CEO and President",
        "startDate": "2013-12",
        "endDate": "2014-12",
        "location": "Palo Alto, CA",
        "highlights": [
            "Built a lossless compression engine, see the paper (https://example.com/paper?a=1&b=2)",
            "Took the platform to a first paying customer",
        ],
    }
    assert resume["education"] == [
        {
            "institution": "University of Oklahoma",
            "area": "Information Technology",
            "studyType": "Bachelor",
            "startDate": "2011-06",
            "endDate": "2014-01",
        }
    ]
    assert [skill["name"] for skill in resume["skills"]] == ["Go", "Python", "PostgreSQL"]
    assert resume["meta"] == {"kind": "cv", "language": "en", "lastModified": "2026-11-25T00:00:00"}
    assert read_profile(data).work[1].organisation == "Hooli"


def test_letter() -> None:
    resume = json.loads(write_json_resume(letter(), Style(kind=DocumentKind.LETTER)))
    assert resume["basics"]["email"] == "richard@example.com"
    assert resume["letter"]["subject"] == "Application for Senior backend engineer"
    assert resume["letter"]["text"].startswith("Northwind Logistics\nBerlin\n\nPalo Alto, CA, 25 November 2026\n\nDear")
    assert resume["letter"]["text"].endswith("Yours faithfully,\n\nRichard Hendriks")
    assert resume["meta"] == {"kind": "letter", "language": "en"}


def test_anything_is_written_as_json() -> None:
    for text in ("", "# \ud800\x00\n\n## Work\n### \n- \n", "words alone"):
        assert json.loads(write_json_resume(parse(text), Style()))["meta"]["kind"] == "cv"
