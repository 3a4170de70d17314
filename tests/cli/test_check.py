"""`check`: claims as JSON, over text, Markdown and PDF."""

from pathlib import Path
from typing import Any

import pytest

from jobmatch_desktop.resources import resource
from tests.cli.conftest import Terminal

SAMPLE = resource("samples/sample.resume.json")
OFFER = resource("samples/sample-offer.txt")
LIE = "# Somebody\n\n## Skills\n\n- Wrote *COBOL* for Initrode, 77 % faster\n"


def claims(terminal: Terminal, *words: Any) -> list[dict[str, Any]]:
    said = terminal.run("check", *words)
    assert (said.code, said.notes) == (0, "")
    assert not terminal.data.exists()
    found: list[dict[str, Any]] = said.json()["claims"]
    return found


def test_what_has_no_fact_is_told_with_its_place_and_why(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text(LIE, encoding="utf-8")
    found = claims(terminal, "--profile", SAMPLE, tmp_path / "cv.md")
    unsupported = {claim["text"]: claim for claim in found if not claim["supported"]}
    assert {"COBOL", "Initrode", "77 %"} <= set(unsupported)
    for text, claim in unsupported.items():
        assert LIE[claim["start"] : claim["end"]] == text
        assert text in claim["why"]
        assert claim["facts"] == []
    assert [unsupported[text]["kind"] for text in ("COBOL", "Initrode", "77 %")] == ["skill", "name", "number"]
    assert set(found[0]) == {"text", "start", "end", "kind", "supported", "facts", "why"}


@pytest.mark.parametrize("ending", ["md", "txt", "pdf", "docx"])
def test_what_the_composer_writes_has_facts(terminal: Terminal, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"cv.{ending}"
    assert terminal.run("generate", "cv", "--profile", SAMPLE, "--offer", OFFER, "--out", out).code == 0
    said = terminal.run("check", "--profile", SAMPLE, "--offer", OFFER, out)
    assert said.code == 0
    found = said.json()["claims"]
    assert [claim["text"] for claim in found if not claim["supported"]] == []
    assert len(found) > 10
    assert all(claim["facts"] and claim["why"] == "" for claim in found)


def test_what_cannot_be_read_is_one_line(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    said = terminal.run("check", "--profile", SAMPLE, tmp_path / "broken.pdf")
    assert said.code == 2
    assert len(said.notes.strip().splitlines()) == 1
