"""The files of a set: where each goes, named as an employer reads it."""

from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.file_errors import PatternUnknown
from jobmatch_desktop.services.set_names import Naming, planned

BOTH = [(DocumentKind.CV, "fr"), (DocumentKind.LETTER, "fr")]


def names(pattern: str, *endings: str, documents: list[tuple[DocumentKind, str]] = BOTH) -> list[list[str]]:
    named = Naming(Path("out"), pattern, {"person": "Zoé"}, endings)
    return [[path.name for path in of_one] for of_one in named.paths(documents)]


def test_a_document_is_called_as_in_its_own_language() -> None:
    assert names("{person} {kind} {language}", "pdf") == [["Zoé CV fr.pdf"], ["Zoé Lettre fr.pdf"]]
    assert names("{kind}", "pdf", documents=[(DocumentKind.LETTER, "de")]) == [["Letter.pdf"]]


def test_no_two_files_have_one_name() -> None:
    assert names("{person}", "pdf", "txt") == [["Zoé.pdf", "Zoé.txt"], ["Zoé (2).pdf", "Zoé (2).txt"]]


def test_a_pattern_that_means_nothing() -> None:
    with pytest.raises(PatternUnknown):
        names("{who}", "pdf")


def test_what_stands_is_seen_even_where_it_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b").symlink_to(tmp_path / "gone")
    found = planned([tmp_path / name for name in ("a", "b", "c", "x" * 300)])
    assert [one.stands for one in found] == [True, True, False, False]
