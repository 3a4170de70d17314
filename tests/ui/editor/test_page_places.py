"""Where the lines of a text stand on its pages, and back."""

import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.services.exporting import Exporter
from jobmatch_desktop.ui.editor.page_places import LONGEST, Places, Segment, letters, line_at, places_of, segment_of
from jobmatch_desktop.ui.editor.pdf_pages import located

CV = """# Ada Byron

Ely · ada@example.com

## Experience

### Miller · Fen Mill
Jan 2020 – Mar 2022 · Ely

- Ground corn for ten villages, with a **team of three**
- Kept the books

### Baker · Fen Mill
2018 – 2019

- Kept the books
- Sold 40 loaves a day by [the shop](https://example.com/a/very/long/address)
"""


@pytest.fixture(scope="module")
def places() -> Places:
    long = CV + "\n## More\n\n" + "\n".join(f"- Line number {count} that says something" for count in range(90))
    return located(Exporter(PdfWriter()).pdf(long, DocumentKind.CV, "en", "classic").data, long)


def line_of(words: str, after: int = 0) -> int:
    lines = CV.split("\n")
    return next(number for number, line in enumerate(lines) if number >= after and words in line)


def test_each_line_is_found_on_the_page_and_the_page_leads_back_to_it(places: Places) -> None:
    tops = []
    for number, line in enumerate(CV.split("\n")):
        if not line:
            continue
        segment = segment_of(places, number)
        assert segment is not None, line
        tops.append(segment.top)
        if "20" not in line:  # dates stand beside the title of their entry
            assert line_at(places, segment.page, segment.left + 1, segment.top + 1) == number, line
    assert sorted(tops) == pytest.approx(tops, abs=3)


def test_equal_lines_are_told_apart_by_their_order(places: Places) -> None:
    first, second = line_of("Kept the books"), line_of("Kept the books", line_of("Baker"))
    above, below = segment_of(places, first), segment_of(places, second)
    assert above is not None
    assert below is not None
    assert above.top < below.top
    assert line_at(places, 0, below.left, below.top + 1) == second


def test_lines_of_further_pages_are_found_there(places: Places) -> None:
    last = len(CV.split("\n")) + 2 + 89
    segment = segment_of(places, last)
    assert segment is not None
    assert segment.page > 0
    assert line_at(places, segment.page, segment.left, segment.top + 1) == last


def test_an_empty_line_is_where_the_one_before_it_is(places: Places) -> None:
    assert segment_of(places, 1) == segment_of(places, 0) is not None
    assert segment_of(places, 10_000) == segment_of(places, len(CV.split("\n")) + 2 + 89)


def test_nothing_is_found_where_there_is_nothing(places: Places) -> None:
    assert line_at(places, 99, 10, 10) is None
    assert segment_of(places_of("", ()), 0) is None
    assert line_at(places_of("words", (Segment("other", 0, 0, 0, 9, 9),)), 0, 1, 1) is None
    assert segment_of(places_of("x" * (LONGEST + 1), (Segment("x", 0, 0, 0, 9, 9),)), 0) is None


def test_letters_are_the_same_however_they_are_set() -> None:
    assert letters("E F F I C I E N T") == letters("**efﬁcient**") == "efficient"
    assert letters("compre-\nssion") == letters("Compression")
