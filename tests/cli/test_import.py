"""`import FILE`: JSON Resume alone on stdout, notes on stderr, one clear line for what cannot be read."""

import json
from pathlib import Path

import jsonschema
import pytest

from jobmatch_desktop.cli.import_profile import notes
from jobmatch_desktop.formats.imported import Imported, Place
from tests.cli.conftest import Terminal
from tests.formats.readers.cv_layouts import LAYOUTS, bold, pdf, set_by, title_first, words
from tests.formats.readers.people import ACCOUNTANT, ENGINEER
from tests.formats.readers.raw_pdf import bursting_page


@pytest.mark.parametrize("person", [ENGINEER, ACCOUNTANT])
def test_a_pdf(terminal: Terminal, tmp_path: Path, person: dict[str, object]) -> None:
    (tmp_path / "cv.pdf").write_bytes(set_by(title_first, person, "en"))
    said = terminal.run("import", tmp_path / "cv.pdf")
    assert (said.code, said.notes) == (0, "")
    assert said.json()["work"][0]["highlights"] == person["work"][0]["highlights"]  # type: ignore[index]
    assert not terminal.data.exists()


def test_from_stdin(terminal: Terminal) -> None:
    said = terminal.start("import", "-", stdin=set_by(LAYOUTS[1], ENGINEER, "en")).end()
    assert said.json()["basics"]["name"] == "Ifeoma Castellanos"


def test_what_fits_no_field_is_named_on_stderr(terminal: Terminal, tmp_path: Path) -> None:
    source = title_first(ENGINEER, "en") + "\n\n#v(8pt)" + bold("BEEKEEPING") + "\n\n" + words("Three hives on a roof")
    (tmp_path / "cv.pdf").write_bytes(pdf(source))
    said = terminal.run("import", tmp_path / "cv.pdf")
    assert said.code == 0
    assert said.json()["meta"]["sections"] == [{"title": "BEEKEEPING", "text": "Three hives on a roof"}]
    assert said.notes.splitlines() == ["Not placed (BEEKEEPING, page 1): Three hives on a roof"]


def test_the_terminal_names_what_the_review_marks() -> None:
    places = {"basics/name": Place(0.76), "work/0/name": Place(0.74), "work/0/position": Place(0.6)}
    assert [path for path, place in places.items() if place.unsure] == ["work/0/name", "work/0/position"]
    assert notes(Imported({}, places)) == ["Uncertain: work/0/name (74%)", "Uncertain: work/0/position (60%)"]


def test_what_was_imported_is_a_json_resume(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(set_by(LAYOUTS[3], ENGINEER, "en"))
    found = terminal.run("import", tmp_path / "cv.pdf").json()
    # The fields that the schema ties to a form (https://jsonresume.org/schema).
    date = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    entry = {
        "type": "object",
        "properties": {
            "startDate": date,
            "endDate": date,
            "highlights": {"type": "array", "items": {"type": "string"}},
        },
    }
    jsonschema.validate(
        found, {"properties": {name: {"type": "array", "items": entry} for name in ("work", "education")}}
    )


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("cv.pdf", b"", "The file is empty."),
        ("cv.pdf", b"%PDF-1.4\nnothing", "The file is damaged."),
        ("cv.pdf", pdf("#circle(radius: 2cm, fill: blue)"), "The PDF holds no text."),
        ("cv.txt", bytes(range(256)) * 20, "The file is not text."),
        ("cv.docx", b"PK\x03\x04 and no more", "The file is damaged."),
        ("cv.xyz", b"words", ": no known format."),
    ],
)
def test_one_line_for_what_cannot_be_read(
    terminal: Terminal, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    said = terminal.run("import", tmp_path / name)
    assert (said.code, said.out) == (2, "")
    assert len(said.notes.splitlines()) == 1
    assert says in said.notes


def test_a_file_that_bursts_is_one_line(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(bursting_page())
    said = terminal.run("import", tmp_path / "cv.pdf")
    assert (said.code, said.out) == (2, "")
    assert len(said.notes.splitlines()) == 1


def test_a_cv_in_a_pdf_is_a_profile(terminal: Terminal, tmp_path: Path, files: list[str]) -> None:
    (tmp_path / "cv.pdf").write_bytes(set_by(title_first, ENGINEER, "en"))
    said = terminal.run("generate", "cv", "--profile", tmp_path / "cv.pdf", *files[2:])
    assert said.code == 0
    assert "Ifeoma Castellanos" in said.out
    assert "Parcelwise" in said.out
    assert json.dumps(said.out)
