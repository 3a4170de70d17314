"""Word documents as people write them: styles, tables, text boxes, headers."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt

from jobmatch_desktop.domain.reading_errors import FileDamaged, NothingRead
from jobmatch_desktop.formats.readers.docx import read_docx
from jobmatch_desktop.formats.readers.registry import read_cv
from tests.formats.readers.people import ACCOUNTANT, ENGINEER

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOX = (
    f'<w:p xmlns:w="{_WORD}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>'
    "{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_styles(document: Document) -> None:
    """Word's own styles of headings and lists; tabulators before dates."""
    document.add_paragraph(ENGINEER["basics"]["name"], style="Title")
    document.add_paragraph(" | ".join((ENGINEER["basics"]["email"], ENGINEER["basics"]["phone"], "Brooklyn, NY")))
    document.add_heading("Work Experience", 1)
    for job in ENGINEER["work"]:
        line = document.add_paragraph()
        line.add_run(job["position"]).bold = True
        line.add_run(f"\t{_span(job)}")
        document.add_paragraph(f"{job['name']}, {job['location']}")
        for bullet in job["highlights"]:
            document.add_paragraph(bullet, style="List Bullet")
    _end(document, lambda title: document.add_heading(title, 1))


def by_hand(document: Document) -> None:
    """No styles: bold words in capitals for titles, marks typed by hand, empty lines between."""

    def title(text: str) -> None:
        document.add_paragraph()
        document.add_paragraph().add_run(text.upper()).bold = True

    name = document.add_paragraph().add_run(ENGINEER["basics"]["name"])
    name.font.size = Pt(20)
    document.add_paragraph(f"{ENGINEER['basics']['phone']} - {ENGINEER['basics']['email']}")
    document.add_paragraph("Brooklyn, NY")
    title("Work Experience")
    for job in ENGINEER["work"]:
        document.add_paragraph()
        document.add_paragraph(f"{job['position']} – {job['name']} – {job['location']} ({_span(job)})")
        for bullet in job["highlights"]:
            document.add_paragraph(f"• {bullet}")
    _end(document, title)


def in_a_table(document: Document) -> None:
    """A table of two columns holds the page: contact and skills at the left, the rest at the right."""
    left, right = document.add_table(1, 2).rows[0].cells

    def title(cell: Any, text: str) -> None:
        run = cell.add_paragraph().add_run(text)
        run.bold = True
        run.font.size = Pt(14)

    name = right.add_paragraph().add_run(ENGINEER["basics"]["name"])
    name.font.size = Pt(24)
    title(left, "Contact")
    for text in (ENGINEER["basics"]["email"], ENGINEER["basics"]["phone"], "Brooklyn, NY"):
        left.add_paragraph(text)
    title(left, "Skills")
    for skill in ENGINEER["skills"]:
        left.add_paragraph(f"{skill['name']}: {', '.join(skill['keywords'])}")
    title(right, "Work Experience")
    for job in ENGINEER["work"]:
        right.add_paragraph().add_run(job["position"]).bold = True
        right.add_paragraph(f"{job['name']} | {job['location']} | {_span(job)}")
        for bullet in job["highlights"]:
            right.add_paragraph(bullet, style="List Bullet")
    title(right, "Education")
    for study in ENGINEER["education"]:
        right.add_paragraph(
            f"{study['studyType']} in {study['area']}, {study['institution']}, {study['startDate']} – {study['endDate']}"
        )


def dates_in_a_table(document: Document) -> None:
    """Each job is a row: its dates in a cell, the rest in the next. Name and contact stand in the page's header."""
    header = document.sections[0].header
    name = header.paragraphs[0].add_run(ENGINEER["basics"]["name"])
    name.font.size = Pt(20)
    header.add_paragraph(f"{ENGINEER['basics']['email']} • {ENGINEER['basics']['phone']} • Brooklyn, NY")
    document.add_heading("Work Experience", 1)
    table = document.add_table(0, 2)
    for job in ENGINEER["work"]:
        dates, cell = table.add_row().cells
        dates.text = _span(job)
        cell.text = f"{job['position']}, {job['name']}, {job['location']}"
        for bullet in job["highlights"]:
            cell.add_paragraph(bullet, style="List Bullet")
    _end(document, lambda title: document.add_heading(title, 1))


def _span(job: dict[str, Any]) -> str:
    months = {"2020-11": "Nov 2020", "2016-09": "Sep 2016", "2020-10": "Oct 2020"}
    return f"{months[job['startDate']]} – {months.get(job.get('endDate', ''), 'Present')}"


def _end(document: Document, title: Callable[[str], object]) -> None:
    title("Education")
    for study in ENGINEER["education"]:
        document.add_paragraph(
            f"{study['studyType']} in {study['area']}, {study['institution']}\t{study['startDate']} – {study['endDate']}"
        )
    title("Skills")
    for skill in ENGINEER["skills"]:
        document.add_paragraph(f"{skill['name']}: {', '.join(skill['keywords'])}")


@pytest.mark.parametrize("write", [with_styles, by_hand, in_a_table, dates_in_a_table])
def test_a_cv_is_read(write: Callable[[Document], None]) -> None:
    document = docx.Document()
    write(document)
    imported = read_docx(saved(document))
    found = imported.profile
    for field in ("name", "email", "phone", "location"):
        assert found["basics"][field] == ENGINEER["basics"][field]
    fields = ("position", "name", "location", "startDate", "endDate", "highlights")
    assert [{key: job[key] for key in fields if key in job} for job in found["work"]] == ENGINEER["work"]
    study = found["education"][0]
    assert (study["studyType"], study["area"], study["institution"]) == (
        "Bachelor",
        "Mathematics",
        "Rutgers University",
    )
    assert (study["startDate"], study["endDate"]) == ("2012", "2016")
    assert [(skill["name"], skill["keywords"]) for skill in found["skills"]] == [
        (skill["name"], skill["keywords"]) for skill in ENGINEER["skills"]
    ]
    assert imported.unplaced == ()
    assert {place.boxes for place in imported.places.values()} == {()}


def test_text_boxes_are_read_once_and_by_themselves() -> None:
    document = docx.Document()
    document.add_paragraph("Ada Byron", style="Title")
    document.add_heading("Work Experience", 1)
    box = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("ada@example.org", "SKILLS", "Python, Go"))
    document.element.body.insert(1, parse_xml(_BOX.format(paragraphs=box)))
    document.add_paragraph("Engineer, Acme Labs, 2019 – 2021")
    found = read_docx(saved(document)).profile
    assert found["basics"] == {"name": "Ada Byron", "email": "ada@example.org"}
    assert [skill["name"] for skill in found["skills"]] == ["Python", "Go"]
    assert [job["name"] for job in found["work"]] == ["Acme Labs"]


def test_french_words_and_hidden_text() -> None:
    document = docx.Document()
    document.add_paragraph(ACCOUNTANT["basics"]["name"], style="Title")
    document.add_paragraph(ACCOUNTANT["basics"]["email"]).add_run(" Kubernetes").font.hidden = True
    document.add_heading("Expériences professionnelles", 1)
    document.add_paragraph("Comptable générale, Biscuiterie Le Goff, depuis mars 2018")
    found = read_docx(saved(document)).profile
    job = found["work"][0]
    assert (job["position"], job["name"], job["startDate"]) == ("Comptable générale", "Biscuiterie Le Goff", "2018-03")
    assert "Kubernetes" not in str(found)


def test_macros_are_not_looked_at() -> None:
    document = docx.Document()
    document.add_paragraph("Ada Byron", style="Title")
    document.add_paragraph("ada@example.org")
    out = io.BytesIO(saved(document))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen()")
    found = read_cv("cv.docm", out.getvalue()).profile
    assert found["basics"]["name"] == "Ada Byron"
    assert "AutoOpen" not in str(found)


def test_what_is_no_document() -> None:
    with pytest.raises(NothingRead):
        read_docx(saved(docx.Document()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", "<w:document")
    with pytest.raises(FileDamaged):
        read_docx(out.getvalue())


def test_a_part_that_does_not_unpack() -> None:
    document = docx.Document()
    document.add_paragraph("Ada Byron and a line of many different words to be packed")
    data = bytearray(saved(document))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        part = packed.getinfo("word/document.xml")
    begins = part.header_offset + 30 + len(part.filename)
    data[begins : begins + 40] = b"\xff" * 40
    with pytest.raises(FileDamaged):
        read_docx(bytes(data))


def test_a_header_that_names_no_part() -> None:
    document = docx.Document()
    document.add_paragraph("Ada Byron")
    document.sections[0].header.paragraphs[0].text = "Curriculum vitae"
    [reference] = document.element.body.xpath(".//w:headerReference")
    for name in list(reference.attrib):
        if name.endswith("}id"):
            del reference.attrib[name]
    with pytest.raises(FileDamaged):
        read_docx(saved(document))


def test_a_relation_that_leads_nowhere() -> None:
    document = docx.Document()
    document.add_paragraph("Ada Byron")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as packed, zipfile.ZipFile(out, "w") as torn:
        for name in packed.namelist():
            part = packed.read(name)
            torn.writestr(name, part.replace(b"Target=", b"Tarjet=") if name == "_rels/.rels" else part)
    with pytest.raises(FileDamaged):
        read_docx(out.getvalue())
