"""Names of files out of patterns: what every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.file_errors import PatternUnknown
from jobmatch_desktop.services.file_names import PARTS, USUAL, file_name

VALUES = {
    "person": "Ada Byron",
    "company": "Engine Works",
    "kind": "CV",
    "date": "2026-11-25",
    "language": "en",
    "title": "C++/Go",
}


def test_usual() -> None:
    assert file_name(USUAL, VALUES, "pdf") == "Ada Byron - CV - Engine Works.pdf"


@pytest.mark.parametrize(
    ("pattern", "values", "name"),
    [
        ("{person} - {kind} - {company}", {"person": "Ada"}, "Ada.pdf"),
        ("{person} - {kind} - {company}", {"person": "Ada", "company": "X"}, "Ada - X.pdf"),
        ("{title}", VALUES, "C++ Go.pdf"),
        ("{person}", {"person": "CON"}, "CON_.pdf"),
        ("{person}", {"person": "nul.txt"}, "nul.txt_.pdf"),
        ("{person}", {"person": "../../etc/passwd"}, "etc passwd.pdf"),
        ("{person}", {"person": "a\x00\n\u202eb."}, "a b.pdf"),
        ("{person}", {}, "document.pdf"),
        ("{person}", {"person": "{company}"}, "{company}.pdf"),
        ("{kind}_{date}_{language}", VALUES, "CV_2026-11-25_en.pdf"),
    ],
)
def test_names(pattern: str, values: dict[str, str], name: str) -> None:
    assert file_name(pattern, values, "pdf") == name


def test_a_taken_name_gets_a_number() -> None:
    assert file_name("{kind}", VALUES, "pdf", ["cv.PDF", "CV (2).pdf"]) == "CV (3).pdf"


@pytest.mark.parametrize("pattern", ["{name}", "{person", "person}", "{}", "{{person}}"])
def test_unknown_parts_are_named(pattern: str) -> None:
    with pytest.raises(PatternUnknown, match="person"):
        file_name(pattern, VALUES, "pdf")


@given(st.dictionaries(st.sampled_from(PARTS), st.text()), st.lists(st.sampled_from(PARTS)))
def test_any_values_give_a_name_of_a_file(values: dict[str, str], parts: list[str]) -> None:
    name = file_name(" - ".join(f"{{{part}}}" for part in parts), values, "docx")
    assert name.endswith(".docx")
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(character) >= 32 for character in name)
    assert 5 < len(name.encode()) <= 200
    assert name == name.strip(" ")
    assert not name.startswith(".")
