"""Who sends a letter stands at the same side in its pages, in Word and in a browser."""

import io

import pypdfium2
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.html import write_html
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import template_names
from jobmatch_desktop.resources import resource
from tests.formats.writers.documents import letter

RIGHT = {"classic", "compact", "french", "two-column"}
"""Templates whose head is no letterhead, so that it goes where the country has the sender."""


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter()


def side_on_page(pdf: bytes) -> str:
    """Where the name, the first words of the page, stands."""
    page = pypdfium2.PdfDocument(pdf)[0]
    words = page.get_textpage()
    assert words.count_rects()
    left, _, right, _ = words.get_rect(0)
    before, after = left, page.get_width() - right
    return "center" if abs(before - after) < 3 else "left" if before < after else "right"


@pytest.mark.parametrize("country", ["uk", "us"])
@pytest.mark.parametrize("name", template_names(resource("templates")))
def test_the_head_stands_at_the_same_side_in_every_format(writer: PdfWriter, name: str, country: str) -> None:
    style = Style(kind=DocumentKind.LETTER, template=name, options=Options(country=country))
    side = side_on_page(writer.write(letter(), style).data)
    assert (side == "right") is (country == "uk" and name in RIGHT)
    word = Document(io.BytesIO(write_docx(letter(), style)))
    aligned = {
        WD_ALIGN_PARAGRAPH.RIGHT: "right",
        WD_ALIGN_PARAGRAPH.CENTER: "center",
    }.get(word.paragraphs[0].style.paragraph_format.alignment, "left")
    assert aligned == side
    html = write_html(letter(), style).decode()
    assert ('<header class="end">' in html) is (side == "right")
