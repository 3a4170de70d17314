"""Which reader a file needs, by its bytes; bad files are one clear line."""

import io
import json
import zipfile

import pytest

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.file_errors import FormatUnknown
from jobmatch_desktop.domain.format_errors import NotText
from jobmatch_desktop.domain.profile_errors import EmptyFile
from jobmatch_desktop.domain.reading_errors import FileDamaged, FileTooLarge, NotCv, OldWordFile
from jobmatch_desktop.formats.readers.registry import MOST_UNPACKED, read_cv
from tests.formats.readers.cv_layouts import set_by, title_first
from tests.formats.readers.people import ENGINEER

TEXT = """Zoé Byron
Lille, France | zoe@example.org

EXPÉRIENCE

Ingénieure, Société du Pont
mars 2019 - aujourd'hui
- A bâti trois ponts
- A formé deux apprentis

COMPÉTENCES
AutoCAD, Revit
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252", "utf-32"])
def test_text_in_any_encoding(encoding: str) -> None:
    found = read_cv("cv.txt", TEXT.encode(encoding)).profile
    assert found["basics"] == {
        "name": "Zoé Byron",
        "email": "zoe@example.org",
        "location": {"region": "France", "city": "Lille"},
    }
    job = found["work"][0]
    assert (job["position"], job["name"], job["startDate"]) == ("Ingénieure", "Société du Pont", "2019-03")
    assert job["highlights"] == ["A bâti trois ponts", "A formé deux apprentis"]
    assert [skill["name"] for skill in found["skills"]] == ["AutoCAD", "Revit"]


def test_a_json_resume_is_given_back_as_it_is() -> None:
    document = {"basics": {"name": "Ada"}, "x-own": [1, 2.5, None], "work": []}
    imported = read_cv("cv.json", json.dumps(document).encode())
    assert imported.profile == document
    assert imported.places == {}


def test_a_markdown_cv() -> None:
    found = read_cv("cv.md", b"# Ada Byron\n\nada@example.org\n\n## Skills\n\n- Python\n").profile
    assert found["basics"] == {"name": "Ada Byron", "email": "ada@example.org"}


@pytest.mark.parametrize("name", ["cv.pdf", "cv.txt", "cv", "cv.docx"])
def test_a_pdf_is_one_whatever_its_name(name: str) -> None:
    assert read_cv(name, set_by(title_first, ENGINEER, "en")).profile["basics"]["name"] == "Ifeoma Castellanos"


def test_a_linkedin_export() -> None:
    tables = {
        "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\r\n"
        'Ada,Byron,Engineer,"I count,\nand count.","London, England"\r\n',
        "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\r\n"
        'Acme,Engineer,"Built engines.\n• Cut costs\n• Taught ten",London,Mar 2019,\r\nBeta,Clerk,,,2015,Feb 2019\r\n',
        "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\r\n"
        'University of London,2011,2014,,"BSc, Mathematics",\r\n',
        "Skills.csv": "Name\r\nCounting\r\nSpelling\r\n",
        "Languages.csv": "Name,Proficiency\r\nFrench,Native or bilingual proficiency\r\n",
        "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\r\nEngines I,,Royal Society,May 2018,,\r\n",
        "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\r\nold@example.org,Yes,No,\r\nada@example.org,Yes,Yes,\r\n",
        "PhoneNumbers.csv": "Extension,Number,Type\r\n,+44 7700 900123,Mobile\r\n",
        "Connections.csv": "First Name\r\nCharles\r\n",
    }
    found = read_cv("Basic_LinkedInDataExport.zip", _zip(tables)).profile
    assert found["basics"] == {
        "name": "Ada Byron",
        "label": "Engineer",
        "email": "ada@example.org",
        "phone": "+44 7700 900123",
        "summary": "I count,\nand count.",
        "location": {"region": "England", "city": "London"},
    }
    first, second = found["work"]
    assert first == {
        "name": "Acme",
        "position": "Engineer",
        "location": "London",
        "startDate": "2019-03",
        "current": True,
        "summary": "Built engines.",
        "highlights": ["Cut costs", "Taught ten"],
    }
    assert (second["startDate"], second["endDate"]) == ("2015", "2019-02")
    assert found["education"] == [
        {
            "institution": "University of London",
            "studyType": "BSc",
            "area": "Mathematics",
            "startDate": "2011",
            "endDate": "2014",
        }
    ]
    assert found["skills"] == [{"name": "Counting"}, {"name": "Spelling"}]
    assert found["languages"] == [{"language": "French", "fluency": "Native or bilingual proficiency"}]
    assert found["certificates"] == [{"name": "Engines I", "issuer": "Royal Society", "date": "2018-05"}]
    assert "Charles" not in str(found)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("cv.pdf", b"", EmptyFile),
        ("cv.docx", b"", EmptyFile),
        ("cv.txt", b"\n \n", EmptyFile),
        ("cv.pdf", b"hello", FileDamaged),
        ("cv.docx", b"PK\x03\x04" + bytes(range(256)) * 3, FileDamaged),
        ("cv.txt", bytes(range(256)) * 30, NotText),
        ("cv.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, NotText),
        ("cv.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, OldWordFile),
        ("cv.png", b"\x89PNG\r\n\x1a\n", FormatUnknown),
        ("cv", b"hello", FormatUnknown),
    ],
)
def test_files_that_hold_no_cv(name: str, data: bytes, fault: type[UnreadableInput]) -> None:
    with pytest.raises(fault) as told:
        read_cv(name, data)
    assert "\n" not in str(told.value)


def test_a_packed_file_of_something_else() -> None:
    with pytest.raises(NotCv):
        read_cv("photos.zip", _zip({"photo.txt": "sea"}))


def test_a_packed_file_whose_table_points_before_its_beginning() -> None:
    data = _zip({"Profile.csv": "First Name,Last Name\r\nAda,Byron\r\n"})
    with pytest.raises(FileDamaged):
        read_cv("export.zip", b"PK\x03\x04" + data[30:])


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as part:
        for _ in range(MOST_UNPACKED // 10_000_000 + 1):
            part.write(b" " * 10_000_000)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(FileTooLarge, match="unpacked"):
        read_cv("cv.docx", out.getvalue())


def _zip(tables: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in tables.items():
            packed.writestr(name, text.encode("utf-8-sig"))
    return out.getvalue()
