import io
import re
import shutil
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.format_errors import TemplateFault, TemplateMissing
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.domain.remark import Boxes
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import template_names
from jobmatch_desktop.resources import resource
from tests.formats.writers.documents import CODE, cv, letter, many_jobs


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter()


def pages_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded().replace("\r\n", "\n"))
            text_page.close()
            page.close()
        return texts
    finally:
        document.close()


def structure(data: bytes) -> list[str]:
    """The structure tree's types, in reading order."""
    found: list[str] = []

    def walk(node: object) -> None:
        node = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]).lstrip("/"))
            walk(node.get("/K"))

    walk(pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"])
    return found


def test_claims_and_has_what_ua_1_asks(writer: PdfWriter) -> None:
    pdf = writer.write(cv(), Style(language="fr", title="CV of Richard", author="Richard Hendriks"))
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("CV of Richard", "Richard Hendriks")
    packet = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part\W+1", packet)
    assert pdf.boxes is None


def test_structure_in_reading_order(writer: PdfWriter) -> None:
    found = structure(writer.write(cv(), Style()).data)
    headings_and_lists = [kind for kind in found if kind in ("H1", "H2", "H3", "L", "LI")]
    entry = ["H3", "L", "LI"]
    assert headings_and_lists == ["H1", "H2", "H2", *entry, "LI", *entry, "H2", "H3", "H2"]
    assert found.count("Link") == 3


def test_text_reads_back_in_order(writer: PdfWriter) -> None:
    (text,) = pages_text(writer.write(cv(), Style()).data)
    wanted = ["Richard Hendriks", "richard@example.com", "SUMMARY", "eight years", "EXPERIENCE"]
    wanted += ["CEO and President, Pied Piper", "Palo Alto, CA · Dec 2013 – Dec 2014", "lossless"]
    wanted += ["Software engineer, Hooli", "Jan 2011 – Nov 2013", "EDUCATION", "SKILLS"]
    places = [text.index(words, 60 if words.startswith("Palo") else 0) for words in wanted]
    assert places == sorted(places)


def test_links_lead_where_they_say(writer: PdfWriter) -> None:
    reader = pypdf.PdfReader(io.BytesIO(writer.write(cv(), Style()).data))
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    assert set(links) == {"mailto:richard@example.com", "tel:+19125554321", "https://example.com/paper?a=1&b=2"}


def test_code_stays_text(writer: PdfWriter) -> None:
    document = parse(f"# Ann\n\n## {escape(CODE)}\n{escape(CODE)}\n\n### {escape(CODE)} · x\n2011\n- {escape(CODE)}\n")
    (text,) = pages_text(writer.write(document, Style()).data)
    assert text.replace("\n", " ").count(CODE) == 3  # the section's title is in capitals
    assert CODE.upper() in text.replace("\n", " ")


def test_same_bytes_each_time(writer: PdfWriter) -> None:
    first = writer.write(cv(), Style(today="2026-11-25"))
    writer.write(letter(), Style(kind=DocumentKind.LETTER))
    assert PdfWriter().write(cv(), Style(today="2026-11-25")) == first
    assert writer.write(cv(), Style(today="2026-11-25")) == first


def test_many_pages_have_the_name_and_number_and_no_heading_alone(writer: PdfWriter) -> None:
    pdf = writer.write(many_jobs(31), Style())
    texts = pages_text(pdf.data)
    assert pdf.pages == len(texts) > 2
    assert f"1 / {pdf.pages}" not in texts[0]
    for number, text in enumerate(texts[1:], 2):
        assert f"Ada Lovelace · {number} / {pdf.pages}" in text
    for text in texts:
        body = [line for line in text.split("\n") if line.strip() and "Ada Lovelace ·" not in line]
        assert re.match(r"• Line \d of job", body[-1])


def test_each_line_reads_back_as_a_line(writer: PdfWriter) -> None:
    texts = pages_text(writer.write(many_jobs(12), Style()).data)
    lines = [line for text in texts for line in text.split("\n")]
    assert sum(line.startswith("• Line") for line in lines) == 12 * 4
    assert sum(bool(re.match(r"Engineer \d+, Firm \d+ Jan", line)) for line in lines) == 12


def test_every_line_is_there_on_many_pages(writer: PdfWriter) -> None:
    whole = "\n".join(pages_text(writer.write(many_jobs(40), Style()).data))
    for number in range(1, 41):
        assert all(f"Line {line} of job {number}," in whole for line in range(4))


NAMES = ("Γεώργιος Παπαδόπουλος", "Фёдор Достоевский", "王小明", "山田たろう", "김철수", "राम", "Łukasz Żółć", "Nguyễn")


@pytest.mark.parametrize("name", NAMES)
def test_names_of_kept_fonts_show_and_read_back(writer: PdfWriter, name: str) -> None:
    pdf = writer.write(CvDocument(name), Style())
    assert pdf.boxes is None
    assert pages_text(pdf.data)[0].strip() == name


def test_hebrew_shows(writer: PdfWriter) -> None:
    pdf = writer.write(CvDocument("דוד כהן"), Style())
    assert pdf.boxes is None
    assert set(pages_text(pdf.data)[0].split()) == {"דוד", "כהן"}


def test_what_no_font_has_is_said(writer: PdfWriter) -> None:
    pdf = writer.write(CvDocument("Ann \U0010fffd Lee"), Style())
    assert pdf.boxes == Boxes("\U0010fffd", ("symbol",))
    assert "Ann" in pages_text(pdf.data)[0]


def test_controls_and_halves_of_characters_are_left_out(writer: PdfWriter) -> None:
    pdf = writer.write(CvDocument("A\x00n\x07n \ud800Lee\ufeff"), Style())
    assert pdf.boxes is None
    assert pages_text(pdf.data)[0].strip() == "Ann Lee"


def test_words_longer_than_a_line_stay_on_the_page(writer: PdfWriter) -> None:
    word = "https://example.com/" + "abcdefghij" * 30
    document = parse(f"# {'N' * 90}\n{word}\n\n## S\n### {'T' * 200} · {'O' * 200}\n{'P' * 200}\n- {word}\n")
    pdf = writer.write(document, Style())
    pages = pypdfium2.PdfDocument(pdf.data)
    page = pages[0]
    text_page = page.get_textpage()
    boxes = [text_page.get_charbox(index) for index in range(text_page.count_chars())]
    assert max(box[2] for box in boxes) <= page.get_width() - 45
    text_page.close()
    page.close()
    pages.close()
    assert "".join(pages_text(pdf.data)[0].split()).count(word) == 2


@pytest.mark.parametrize(
    "text", ["", "## Only\n", "# \n\n## \n", "words alone\n", "### Entry\n", "# N\n\n## A\n\n## B\n### \n"]
)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_sparse_documents_are_accessible_too(writer: PdfWriter, text: str, kind: DocumentKind) -> None:
    pdf = writer.write(parse(text), Style(kind=kind))
    assert pdf.pages == 1
    assert pdf.boxes is None


def test_letter_reads_in_order(writer: PdfWriter) -> None:
    for language in ("en", "fr"):
        (text,) = pages_text(writer.write(letter(), Style(kind=DocumentKind.LETTER, language=language)).data)
        wanted = ["Northwind", "25 November", "Application for", "Dear", "lossless", "Yours"]
        assert [text.index(words) for words in wanted] == sorted(text.index(words) for words in wanted)
        assert text.rstrip().endswith("Richard Hendriks")


def test_right_to_left_language_starts_at_the_right(writer: PdfWriter) -> None:
    def left_edge(language: str) -> float:
        pages = pypdfium2.PdfDocument(writer.write(parse("# דוד\n\n## דוד\nדוד\n"), Style(language=language)).data)
        page = pages[0]
        text_page = page.get_textpage()
        edge = min(text_page.get_charbox(index)[0] for index in range(3))
        text_page.close()
        page.close()
        pages.close()
        return float(edge)

    assert left_edge("he") > 300 > left_edge("en")


def test_template_fault_names_file_and_line(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(resource("templates"), templates)
    broken = templates / "classic" / "cv.typ"
    broken.write_text(broken.read_text(encoding="utf-8") + "\n#let x = (\n", encoding="utf-8")
    line = broken.read_text(encoding="utf-8").splitlines().index("#let x = (") + 1
    with pytest.raises(TemplateFault) as raised:
        PdfWriter(templates).write(cv(), Style())
    assert raised.value.trouble.values["file"] == "cv.typ"
    assert raised.value.trouble.values["line"] == str(line)
    assert "┌" not in str(raised.value)


@pytest.mark.parametrize("name", ["none", "../classic", "", "shared"])
def test_unknown_template(writer: PdfWriter, name: str) -> None:
    with pytest.raises(TemplateMissing):
        writer.write(cv(), Style(template=name))


def test_unreadable_template_toml(tmp_path: Path) -> None:
    shutil.copytree(resource("templates"), tmp_path / "templates")
    (tmp_path / "templates" / "classic" / "template.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(TemplateMissing, match="cannot be read"):
        PdfWriter(tmp_path / "templates").write(cv(), Style())


def test_templates_are_listed() -> None:
    assert template_names(resource("templates"))["classic"] == "Classic"


def test_threads_may_write_at_once(writer: PdfWriter) -> None:
    from concurrent.futures import ThreadPoolExecutor

    documents = [cv(), letter(), many_jobs(10)] * 4
    alone = [writer.write(document, Style()) for document in documents]
    with ThreadPoolExecutor(4) as pool:
        together: list[Pdf] = list(pool.map(lambda document: writer.write(document, Style()), documents))
    assert together == alone


@pytest.mark.parametrize(
    ("document", "kind", "title"),
    [
        (cv(), DocumentKind.CV, "Richard Hendriks – CV"),
        (letter(), DocumentKind.LETTER, "Richard Hendriks – Application for Senior backend engineer"),
        (CvDocument(""), DocumentKind.CV, "CV"),
        (CvDocument(""), DocumentKind.LETTER, "–"),
    ],
)
def test_title_tells_whose_and_what(writer: PdfWriter, document: CvDocument, kind: DocumentKind, title: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(writer.write(document, Style(kind=kind)).data))
    assert reader.metadata is not None
    assert reader.metadata.title == title


def test_contact_parts_stay_in_one_piece(writer: PdfWriter) -> None:
    parts = [f"Network number {number}: user-name-{number}" for number in range(9)]
    (text,) = pages_text(writer.write(parse(f"# Ann\n{' · '.join(parts)}\n"), Style()).data)
    lines = text.split("\n")
    assert len(lines) > 2
    assert all(any(part in line for line in lines) for part in parts)


@pytest.mark.parametrize("language", ["", "english", "x-y", "EN"])
def test_a_language_that_is_none_is_no_fault(writer: PdfWriter, language: str) -> None:
    assert writer.write(cv(), Style(language=language)).pages == 1
