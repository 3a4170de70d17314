"""Where pages end: what is not torn apart, and what a last page is worth."""

import io
import re

import docx
import pypdf
import pytest

from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Options, Paper
from jobmatch_desktop.formats.read_back.returned import read_again
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.last_page import lines_of_last_page
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import template_names
from jobmatch_desktop.resources import resource
from tests.formats.writers.documents import cv, letter, many_jobs

TEMPLATES = list(template_names(resource("templates")))


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter()


def lines_of(pdf: bytes) -> list[list[str]]:
    """Of each page, without its foot."""
    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return [[line for line in page if line.strip() and "Ada Lovelace ·" not in line] for page in pages]


@pytest.mark.parametrize(("name", "jobs"), [("classic", 10), ("modern", 7)])
def test_a_last_page_of_two_lines_is_done_without(writer: PdfWriter, name: str, jobs: int) -> None:
    counts = []
    for more in (1, 3, 5, 12):
        awards = "\n".join(f"- Award {number}" for number in range(more))
        document = parse(render(many_jobs(jobs)) + f"\n## Awards\n{awards}\n")
        counts.append([len(page) for page in lines_of(writer.write(document, Style(template=name)).data)])
    assert {len(pages) for pages in counts} == {1, 2}
    assert all(len(pages) == 1 or pages[1] > 3 for pages in counts)


def test_the_lines_of_the_last_page_are_counted(writer: PdfWriter) -> None:
    pdf = writer.write(many_jobs(31), Style())
    assert lines_of_last_page(pdf.data) == len(lines_of(pdf.data)[-1]) + 1
    assert lines_of_last_page(b"%PDF-1.7 of another program") == 0


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_leads_to_a_list_stays_with_it_and_a_short_list_whole(writer: PdfWriter, name: str) -> None:
    for blanks in (0, 2, 3):
        document = parse("# Ada\n" + "line\n\n" * blanks + "\n" + _markdown(20))
        first, *_ = lines_of(writer.write(document, Style(template=name)).data)
        assert not re.match(r"Led team|Engineer|Line 0|Line 1", first[-1].strip("• "))


def _markdown(count: int) -> str:
    return "## Experience\n" + "\n\n".join(
        f"### Engineer {number} · Firm\n{2000 - number}\n\nLed team {number}.\n\n"
        + "\n".join(f"- Line {line} of job {number}" for line in range(3))
        for number in range(count)
    )


def test_no_line_begins_or_ends_with_a_hyphen_of_its_own(writer: PdfWriter) -> None:
    courses = ", ".join(f"CSE {number} - Systems {'x' * (number % 7)}" for number in range(400, 440))
    (page,) = lines_of(writer.write(parse(f"# Ada Lovelace\n\n## Education\n{courses}\n"), Style()).data)
    assert len(page) > 8
    assert not [line for line in page if line.strip().startswith("-") or line.strip().endswith("-")]


def test_courses_below_a_line_that_is_full_are_no_part_of_it(writer: PdfWriter) -> None:
    text = """# Daniel Reyes
Austin · daniel@example.com

## Education
### Associate of Applied Science, Business Administration · Austin Community College
Sep 2012 – May 2014 · Grade: 3.5/4.0

Courses: Statistics, Managerial Accounting, Operations Management
"""
    (study,) = read_again("x.pdf", writer.write(parse(text), Style()).data).profile["education"]
    assert (study["institution"], study["courses"]) == (
        "Austin Community College",
        ["Statistics", "Managerial Accounting", "Operations Management"],
    )


def test_a_letters_lines_are_shorter_than_those_of_a_cv(writer: PdfWriter) -> None:
    for name in ("compact", "modern"):
        style = Style(DocumentKind.LETTER, "en", name, options=Options(paper=Paper.A4))
        section = docx.Document(io.BytesIO(write_docx(letter(), style))).sections[0]
        assert section.left_margin is not None
        assert section.left_margin.mm >= 23.9
    pdf = writer.write(letter(), Style(DocumentKind.LETTER, "en", "classic"))
    places: list[float] = []

    def take(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        if text.strip():
            places.append(cm[0] * tm[4] + cm[4])

    pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].extract_text(visitor_text=take)
    assert min(places) == pytest.approx(24 / 25.4 * 72, abs=1)


def test_dates_stand_at_the_edge_of_words_wide_column() -> None:
    document = docx.Document(io.BytesIO(write_docx(cv(), Style(template="two-column"))))
    narrow, wide = document.tables[0].rows[0].cells
    heading = next(one for one in wide.paragraphs if one.text.startswith("CEO and President"))
    assert heading.text == "CEO and President\tDec 2013 – Dec 2014"
    (stop,) = heading.paragraph_format.tab_stops
    assert wide.width is not None
    assert stop.position < wide.width
    assert "Skills" in [one.text for one in narrow.paragraphs]


def test_in_word_the_first_of_a_section_is_near_its_title_and_what_leads_to_a_list_near_the_list() -> None:
    text = "# Ada\n\n## Experience\n### Engineer · Firm\n2020\n\nLed a team.\n\n- Built it\n\n### Clerk · Firm\n2019\n\nPlain words.\n"
    found = docx.Document(io.BytesIO(write_docx(parse(text), Style()))).paragraphs
    first, lead, second, plain = (
        next(one.paragraph_format for one in found if one.text.startswith(words))
        for words in ("Engineer", "Led", "Clerk", "Plain")
    )
    assert (first.space_before, second.space_before) == (0, None)
    assert lead.keep_with_next
    assert lead.space_after is not None
    assert (plain.keep_with_next, plain.space_after) == (None, None)
