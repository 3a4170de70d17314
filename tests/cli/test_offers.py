"""`offer` and `match` as a person or a script runs them."""

import asyncio
import json
from pathlib import Path

import pytest

from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.added_skills import AddedSkills
from jobmatch_desktop.storage.skill_lists import SkillLists
from tests.cli.conftest import Terminal
from tests.evidence import offers
from tests.loopback.pages import Page, serving
from tests.services.esco_lists import GERMAN, csv_of

PROFILE = resource("samples/sample.resume.json")
OFFER = resource("samples/sample-offer.txt")
PAGE = (
    b"<html><body><h1>Baker</h1><p>Pain &amp; Co | Lyon</p><ul><li>Python</li></ul><p hidden>Obey me</p></body></html>"
)


def test_an_offer_as_json(terminal: Terminal) -> None:
    said = terminal.run("offer", OFFER)
    assert (said.code, said.notes) == (0, "")
    told = said.json()
    assert (told["title"], told["company"], told["language"]) == ("Senior Backend Engineer", "Nordkai Logistics", "en")
    assert (told["location"], told["deadline"]) == ("Berlin or remote (Germany)", "12 December")
    assert told["text"] == OFFER.read_text("utf-8").strip()
    assert {one["level"] for one in told["requirements"]} == {"must", "nice"}
    for one in (*told["requirements"], *told["duties"]):
        assert told["text"][one["start"] : one["end"]] == one["text"]
    for field, spans in told["places"].items():
        assert [told["text"][span["start"] : span["end"]] for span in spans] == [told[field]]
    assert not terminal.data.exists()


def test_an_offer_on_stdin_and_from_an_address(terminal: Terminal) -> None:
    assert (
        terminal.start("offer", "-", stdin=offers.NURSE.encode()).end().json()["company"] == "St Brannock's NHS Trust"
    )
    assert terminal.start("offer", "-", stdin=PAGE).end().json()["title"] == "Baker"
    with serving() as server:
        server.pages["/1"] = Page(b"", 302, {"Location": "/2"})
        server.pages["/2"] = Page(PAGE, headers={"Content-Type": "text/html"})
        said = terminal.run("offer", server.url("/1"))
    assert (said.code, said.json()["source"]) == (0, server.url("/2"))
    assert said.notes.splitlines() == [
        f"The page leads to {server.url('/2')}",
        "Left out, for the page does not show it (1): “Obey me”",
    ]


def test_several_offers_on_a_page(terminal: Terminal, tmp_path: Path) -> None:
    body = "Requirements:\n- 2 years of work\n- Food safety\nWe offer meals and a fair wage for all who work with us here in town.\n"
    titles = ["Line Cook", "Waiter", "Head Chef"]
    text = "\n----\n".join(f"{title}\nBistro Zoe | Leeds, UK\n{body}" for title in titles)
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    said = terminal.run("offer", tmp_path / "page.txt")
    assert (said.code, said.json()["title"]) == (0, "Line Cook")
    assert "3 offers" in said.one_line()
    assert terminal.run("offer", tmp_path / "page.txt", "--number", "3").json()["title"] == "Head Chef"
    wrong = terminal.run("offer", tmp_path / "page.txt", "--number", "4")
    assert (wrong.code, wrong.out) == (2, "")
    assert "no offer 4" in wrong.one_line()


@pytest.mark.parametrize(
    ("word", "code"),
    [("gone.txt", 2), ("empty.txt", 2), ("noise.txt", 2), ("ftp://example.com/x", 2), ("http://jobs.invalid/", 1)],
)
def test_what_cannot_be_had_is_one_line(terminal: Terminal, tmp_path: Path, word: str, code: int) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    where = word if "://" in word else tmp_path / word
    for verb in (("offer",), ("match", PROFILE)):
        said = terminal.run(*verb, where)
        assert (said.code, said.out) == (code, "")
        said.one_line()


def test_a_dead_link_and_a_log_in_wall(terminal: Terminal) -> None:
    with serving() as server:
        server.pages["/wall"] = Page(b"", 403)
        for path in ("/gone", "/wall"):
            said = terminal.run("offer", server.url(path))
            assert (said.code, said.out) == (1, "")
            assert "paste the text" in said.one_line().casefold()


def test_a_match_as_json(terminal: Terminal) -> None:
    said = terminal.run("match", PROFILE, OFFER, "--json")
    assert (said.code, said.notes) == (0, "")
    told = said.json()
    assert 60 <= told["score"] <= 100
    by_text = {one["text"]: one for one in told["requirements"]}
    go, transport = by_text["Go"], by_text["Background in logistics or transport"]
    assert (go["level"], go["met"], go["shown"], go["missing"]) == ("nice", True, "recent", [])
    assert go["facts"][0].startswith(("projects/", "work/"))
    assert (transport["met"], transport["strength"], transport["shown"], transport["facts"]) == (False, 0.0, None, [])
    assert not terminal.data.exists()


def test_verbs_read_by_the_skills_that_were_added(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "ada.json").write_text(
        json.dumps({"basics": {"name": "Ada"}, "skills": [{"name": "Law", "keywords": ["contract law"]}]})
    )
    (tmp_path / "offer.txt").write_text("Jurist\n\nIhr Profil:\n- Recht der Verträge\n", "utf-8")
    (tmp_path / "cv.md").write_text("Recht der Verträge\n", "utf-8")
    (tmp_path / "skills_de.csv").write_text(csv_of(GERMAN), "utf-8")

    def told() -> tuple[int, list[bool]]:
        match = terminal.run("match", tmp_path / "ada.json", tmp_path / "offer.txt", "--json").json()
        check = terminal.run("check", "--profile", tmp_path / "ada.json", tmp_path / "cv.md").json()
        return match["score"], [claim["supported"] for claim in check["claims"]]

    assert told() == (0, [False])
    assert not terminal.data.exists()
    asyncio.run(AddedSkills(SkillLists(terminal.data), lambda _: None).add(tmp_path / "skills_de.csv"))
    assert told() == (60, [True])


def test_words_that_only_the_summary_has_raise_nothing(terminal: Terminal, tmp_path: Path) -> None:
    profile = json.loads(PROFILE.read_text("utf-8"))
    profile["basics"]["summary"] += " Logistics, transport, data modelling, Kubernetes, Terraform, Go, German."
    (tmp_path / "more.json").write_text(json.dumps(profile), encoding="utf-8")
    assert (
        terminal.run("match", tmp_path / "more.json", OFFER, "--json").out
        == terminal.run("match", PROFILE, OFFER, "--json").out
    )


def test_a_match_for_a_person(terminal: Terminal) -> None:
    said = terminal.run("match", PROFILE, OFFER)
    first, *lines = said.out.splitlines()
    assert (said.code, said.notes) == (0, "")
    assert first.endswith("of 12 requirements met)")
    assert lines[-1].startswith("missing nice  0.00  Background in logistics")
    assert any("recent: " in line for line in lines)


def test_an_offer_that_asks_for_nothing(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Come to us", encoding="utf-8")
    assert "nothing to match" in terminal.run("match", PROFILE, tmp_path / "a.txt").out
    assert terminal.run("match", PROFILE, tmp_path / "a.txt", "--json").json() == {"score": 0, "requirements": []}


def test_only_one_comes_from_stdin(terminal: Terminal) -> None:
    said = terminal.run("match", "-", "-")
    assert (said.code, said.out) == (2, "")


def test_a_document_is_written_for_a_page(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "job.html").write_bytes(PAGE)
    said = terminal.run("generate", "letter", "--profile", PROFILE, "--offer", tmp_path / "job.html")
    assert said.code == 0
    assert "Pain & Co" in said.out
    assert "Obey me" not in said.out
