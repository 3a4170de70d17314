"""ESCO's CSV of skills: its language, and what is none."""

import pytest

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.evidence.esco import unpacked
from jobmatch_desktop.formats.readers.esco_csv import read_list
from tests.services.esco_lists import csv_of


@pytest.mark.parametrize(
    ("name", "labels", "language"),
    [
        ("ESCO skills_nl.csv", ("contractenrecht",), "nl"),
        ("competences.csv", ("le droit des contrats", "les règles et le droit de la vente"), "fr"),
        ("this-is_it.csv", ("x y",), "it"),
        ("list.csv", ("zz qq",), ""),
    ],
)
def test_the_language_is_that_of_the_name_else_of_the_labels(name: str, labels: tuple[str, ...], language: str) -> None:
    found = read_list(name, csv_of({"contract law": labels}).encode())
    assert (found.language, found.skills) == (language, 1)
    assert unpacked(found.packed).names == ("contract law",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"conceptUri,preferredLabel\na,b",
        b"\xff\xfe\x00",
        bytes(range(256)) * 40,
        b"conceptUri,preferredLabel,altLabels\nx,y,z",
        b"conceptUri,preferredLabel,altLabels\nhttp://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34,cook,chef",
        b'conceptUri,preferredLabel,altLabels\n"x' + b"y" * 300_000,
    ],
)
def test_what_is_no_list_is_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="no list of skills") as told:
        read_list("skills.csv", data)
    assert "\n" not in str(told.value)
