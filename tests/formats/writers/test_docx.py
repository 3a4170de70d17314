import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.style import Style
from tests.formats.writers.documents import CODE, cv, letter

LETTER = Style(kind=DocumentKind.LETTER, language="fr")


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in docx.Document(io.BytesIO(data)).paragraphs]


def test_styles_and_words_in_order() -> None:
    assert paragraphs(write_docx(cv(), Style())) == [
        ("Title", "Richard Hendriks"),
        ("Headline", "Core engineer"),
        ("Contact", "Palo Alto, CA · richard@example.com · (912) 555-4321"),
        ("Heading 1", "Summary"),
        ("Normal", "Engineer with eight years on compression."),
        ("Heading 1", "Experience"),
        ("Heading 2", "CEO and President, Pied Piper\tPalo Alto, CA · Dec 2013 – Dec 2014"),
        ("List Bullet", "Built a lossless compression engine, see the paper"),
        ("List Bullet", "Took the platform to a first paying customer"),
        ("Heading 2", "Software engineer, Hooli\tJan 2011 – Nov 2013"),
        ("List Bullet", "Rewrote the upload path in Go"),
        ("Heading 1", "Education"),
        ("Heading 2", "Bachelor, Information Technology, University of Oklahoma\tJun 2011 – Jan 2014"),
        ("Heading 1", "Skills"),
        ("Normal", "Go, Python, PostgreSQL"),
    ]


def test_long_details_stand_below() -> None:
    data = write_docx(parse(f"## S\n### {'Title ' * 12}· Firm\n2011 – 2012 · {'Place ' * 8}\n"), Style())
    assert [style for style, _ in paragraphs(data)] == ["Heading 1", "Heading 2", "Details"]


def test_bullets_are_a_list_of_word() -> None:
    document = docx.Document(io.BytesIO(write_docx(cv(), Style())))
    assert document.styles["List Bullet"].element.find(f".//{qn('w:numPr')}") is not None


def test_describes_itself_and_its_language() -> None:
    style = Style(language="fr", title="CV de Richard", author="R. Hendriks", today="2026-11-25")
    document = docx.Document(io.BytesIO(write_docx(cv(), style)))
    described = document.core_properties
    assert (described.title, described.author, described.language) == ("CV de Richard", "R. Hendriks", "fr")
    assert described.created is not None
    assert described.created.date().isoformat() == "2026-11-25"
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"fr"}


def test_links_and_emphasis() -> None:
    document = docx.Document(io.BytesIO(write_docx(cv(), Style())))
    links = [
        (link.address, link.text) for paragraph in document.paragraphs for link in paragraph.hyperlinks if link.address
    ]
    assert ("mailto:richard@example.com", "richard@example.com") in links
    assert ("https://example.com/paper?a=1&b=2", "the paper") in links
    runs = document.paragraphs[4].runs
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in runs] == [
        ("Engineer with ", False, False),
        ("eight years", True, False),
        (" on ", False, False),
        ("compression", False, True),
        (".", False, False),
    ]


def test_letter() -> None:
    found = paragraphs(write_docx(letter(), LETTER))
    assert ("Subject", "Application for Senior backend engineer") in found
    assert ("Normal", "Northwind Logistics\nBerlin") in found
    assert found[-1] == ("Normal", "Richard Hendriks")


@pytest.mark.parametrize("name", ["محمد عبد الله", "王小明", "Ann\x00\ud800 Lee"])
def test_any_name(name: str) -> None:
    data = write_docx(CvDocument(name), Style())
    document = docx.Document(io.BytesIO(data))
    shown = name.replace("\x00", "").replace("\ud800", "")
    assert document.paragraphs[0].text == shown
    assert (document.paragraphs[0].runs[0].font.rtl is True) == (name[0] == "م")


def test_right_to_left_language_runs_from_the_right() -> None:
    document = docx.Document(io.BytesIO(write_docx(parse("# דוד\n\n## א\n- ב\n"), Style(language="he"))))
    assert all(one._p.pPr is not None and one._p.pPr.find(qn("w:bidi")) is not None for one in document.paragraphs)


def test_code_stays_text_and_bytes_stay_the_same() -> None:
    document = parse(f"# Ann\n\n## {escape(CODE)}\n- {escape(CODE)}\n")
    data = write_docx(document, Style())
    assert [text for _, text in paragraphs(data)] == ["Ann", CODE, CODE]
    assert write_docx(document, Style()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        assert not any("thumbnail" in name for name in package.namelist())


@pytest.mark.parametrize("text", ["", "## \n", "### \n", "- \n", "# N\n\n## A\n"])
@pytest.mark.parametrize("style", [Style(), LETTER])
def test_sparse_documents(text: str, style: Style) -> None:
    assert all(words.strip() for _, words in paragraphs(write_docx(parse(text), style)))
