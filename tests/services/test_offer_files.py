"""Offers out of files and pages, each in the process that reads them."""

import asyncio
import io
from pathlib import Path

import pytest
import typst
from docx import Document

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.offer_errors import PageNeedsLogIn, PageWithoutText
from jobmatch_desktop.evidence.offer_reading_requirements import requirements_of
from jobmatch_desktop.services.offer_files import OffersFound, offers_at, offers_in_file, same_among
from tests.evidence import offers
from tests.loopback.pages import Page, serving

LINES = [
    "Line Cook",
    "Bistro Zoe | Leeds, UK",
    "",
    "Requirements",
    "- Two years in a kitchen",
    "- Food safety certificate",
]


def found(name: str, data: bytes) -> OffersFound:
    return asyncio.run(offers_in_file(name, data))


def cook(offer: Offer) -> tuple[str, str, str, list[str]]:
    return offer.title, offer.company, offer.place, [one.text for one in requirements_of(offer)]


COOK = ("Line Cook", "Bistro Zoe", "Leeds, UK", ["Two years in a kitchen", "Food safety certificate"])


def as_html() -> bytes:
    return (
        b"<html><body><h1>Line Cook</h1><p>Bistro Zoe | Leeds, UK</p><h2>Requirements</h2>"
        b"<ul><li>Two years in a kitchen</li><li>Food safety certificate</li></ul></body></html>"
    )


def as_word() -> bytes:
    document, data = Document(), io.BytesIO()
    for line in LINES:
        style = "List Bullet" if line.startswith("- ") else "Heading 2" if line == "Requirements" else None
        if line:
            document.add_paragraph(line.removeprefix("- "), style=style)
    document.save(data)
    return data.getvalue()


def as_pdf(folder: Path) -> bytes:
    source = (
        "= Line Cook\nBistro Zoe | Leeds, UK\n\n== Requirements\n- Two years in a kitchen\n- Food safety certificate\n"
    )
    (folder / "offer.typ").write_text(source, encoding="utf-8")
    return typst.compile(str(folder / "offer.typ"))


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "txt", "none"])
def test_the_same_offer_from_every_kind_of_file(kind: str, tmp_path: Path) -> None:
    text = "\n".join(LINES).encode("utf-16")
    data = {
        "html": as_html,
        "docx": as_word,
        "pdf": lambda: as_pdf(tmp_path),
        "txt": lambda: text,
        "none": lambda: text,
    }[kind]()
    (offer,) = found(f"job.{kind}", data).offers
    assert cook(offer) == COOK
    assert offer.source == f"job.{kind}"


def test_what_is_hidden_is_told_and_no_part_of_the_offer() -> None:
    page = as_html().replace(b"<h2>", b"<p style='display:none'>- Ten years of flattery</p><h2>")
    answer = found("job.html", page)
    assert answer.hidden == ("- Ten years of flattery",)
    assert "flattery" not in answer.offers[0].text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("spaces.html", b"<html><body> </body></html>"),
        ("dots.txt", b"..."),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9),
        ("noise.txt", bytes(range(256)) * 9),
        ("not.pdf", b"%PDF-1.7 no more"),
        ("not.docx", b"PK\x03\x04 no more"),
        ("script.html", b"<html><body><div id=a></div><script>draw()</script></body></html>"),
        ("large.txt", b"word " * 2_000_000),
        ("larger.pdf", b"%PDF-" + b"0" * 21_000_000),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        found(name, data)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_three_words() -> None:
    (offer,) = found("a.txt", b"Python developer wanted").offers
    assert [one.text for one in requirements_of(offer)] == ["Python developer wanted"]


def test_a_megabyte() -> None:
    (offer,) = found("a.txt", offers.NURSE.encode() + b"We keep people well, every day of the year.\n" * 25_000).offers
    assert offer.company == "St Brannock's NHS Trust"
    assert len(offer.text) > 1_000_000


def test_ten_offers_on_one_page() -> None:
    titles = [
        "Line Cook",
        "Waiter",
        "Head Chef",
        "Baker",
        "Accountant",
        "Cleaner",
        "Driver",
        "Receptionist",
        "Manager",
        "Buyer",
    ]
    one = (
        "<article><h2>{}</h2><p>Leeds, UK · Full-time</p><p>We look for a person who likes our work and guests.</p><h3>You have</h3>"
        "<ul><li>2 years of experience</li><li>Good English and a friendly manner with guests</li></ul></article>"
    )
    page = "<html><body><main><h1>Jobs at Bistro Zoe</h1>" + "".join(map(one.format, titles)) + "</main></body></html>"
    answer = found("jobs.html", page.encode())
    assert [offer.title for offer in answer.offers] == titles
    assert all(len(requirements_of(offer)) == 2 and offer.place == "Leeds, UK" for offer in answer.offers)


def test_an_offer_on_a_page_elsewhere() -> None:
    with serving() as server:
        server.pages["/old"] = Page(b"", 302, {"Location": "/job"})
        server.pages["/job"] = Page(as_html(), headers={"Content-Type": "text/html"})
        told: list[str] = []
        answer = asyncio.run(offers_at(server.url("/old"), told.append))
        assert len(server.asked) == 2  # nothing of the page is fetched
    assert cook(answer.offers[0]) == COOK
    assert answer.offers[0].source == answer.fetched_from == told[0] == server.url("/job")
    assert answer.passed == (server.url("/old"),)


def test_what_the_page_says_to_machines_goes_first() -> None:
    posting = b'<script type="application/ld+json">{"@type":"JobPosting","title":"Sous Chef","hiringOrganization":"Zoe & Co"}</script>'
    (offer,) = found("job.html", as_html().replace(b"<h1>", posting + b"<h1>")).offers
    assert cook(offer) == ("Sous Chef", "Zoe & Co", *COOK[2:])


def test_walls_of_pages_elsewhere_offer_to_paste() -> None:
    with serving() as server:
        server.pages["/wall"] = Page(
            b"<form>Log in <input type=password></form>", headers={"Content-Type": "text/html"}
        )
        server.pages["/app"] = Page(b"<p>Loading</p><script>go()</script>", headers={"Content-Type": "text/html"})
        for path, kind in (("/wall", PageNeedsLogIn), ("/app", PageWithoutText)):
            with pytest.raises(kind, match="paste the text"):
                asyncio.run(offers_at(server.url(path)))


def test_offers_that_are_there_already_are_noticed_the_likest_first() -> None:
    (mine,) = found("a.txt", offers.NURSE.encode()).offers
    (near,) = found("b.txt", offers.NURSE.replace("14 January", "20 January").encode()).offers
    (other,) = found("c.txt", offers.SCIENTIST.encode()).offers
    assert same_among(mine, [other, near, mine]) == (2, 1)
    assert same_among(other, [mine, near]) == ()
