"""What is exported comes back, and what does not is noticed: a sample of `python -m bench readback`."""

import datetime
import itertools

import msgspec
import pytest

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.domain.read_back import ReadBack, Reader, Why
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.formats.read_back.comparing import compared
from jobmatch_desktop.formats.read_back.returned import Returned, read_again
from jobmatch_desktop.formats.readers.json_resume import read_profile
from jobmatch_desktop.formats.writers.arranging import arranged, titles_in
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import read_template, template_names
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.composer import compose_cv, compose_letter
from tests.formats.writers.documents import CV, cv, many_jobs

TEMPLATES = list(template_names(resource("templates")))
NAMES = ("", "Γεώργιος Παπαδόπουλος", "Фёдор Достоевский", "王小明")
SAMPLES = {"en": ("sample.resume.json", "sample-offer.txt"), "fr": ("sample.fr.resume.json", "sample-offer.fr.txt")}


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter()


def sample(kind: DocumentKind, language: str, name: str) -> CvDocument:
    person, offer = (resource(f"samples/{file}").read_bytes() for file in SAMPLES[language])
    profile = read_profile(person)
    compose = compose_cv if kind is DocumentKind.CV else compose_letter
    text = compose(profile, read_offer(offer.decode()), language, datetime.date(2026, 11, 25))
    return parse(text.replace(profile.basics.name, name) if name else text)


def back(document: CvDocument, style: Style, writer: PdfWriter, ending: str) -> ReadBack:
    data = writer.write(document, style).data if ending == "pdf" else write_docx(document, style)
    sidebar = read_template(resource("templates"), style.template).look.sidebar
    return compared(document, style, sidebar, read_again(f"x.{ending}", data))


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_everything_comes_back(writer: PdfWriter, template: str, ending: str) -> None:
    cases = zip(itertools.product(DocumentKind, ("en", "fr")), NAMES, strict=True)
    for (kind, language), name in cases:
        document, style = sample(kind, language, name), Style(kind, language, template)
        result = back(document, style, writer, ending)
        assert result.missing == (), (kind, language, name)
        assert result.back == result.fields > (100 if kind is DocumentKind.CV else 25)


@pytest.mark.parametrize("template", TEMPLATES)
def test_everything_comes_back_whatever_is_chosen(writer: PdfWriter, template: str) -> None:
    document = sample(DocumentKind.CV, "fr", "")
    for options in (Options(font="Poppins", pages=1), Options(order=("skills", "education"), titles=titles_in("en"))):
        style = Style(DocumentKind.CV, "fr", template, options=options)
        data = writer.write(document, style).data
        sidebar = read_template(resource("templates"), template).look.sidebar
        result = compared(arranged(document, style), style, sidebar, read_again("x.pdf", data))
        assert result.missing == (), options


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_foot_of_two_pages_is_no_text_of_the_cv(writer: PdfWriter, template: str) -> None:
    found = read_again(
        "x.pdf",
        next(
            written.data
            for count in range(8, 40)
            if (written := writer.write(many_jobs(count), Style(template=template))).pages == 2
        ),
    )
    profile = msgspec.json.encode(found.profile).decode()
    assert '"2 / 2"' not in profile
    assert profile.count("Ada Lovelace") == 1


def test_arabic_comes_back_in_word(writer: PdfWriter) -> None:
    # In a PDF only where the machine has a font for it.
    document = sample(DocumentKind.CV, "en", "محمد عبد الله")
    assert back(document, Style(), writer, "docx").whole


def altered(changed: CvDocument, writer: PdfWriter, ending: str) -> ReadBack:
    """The file of the usual CV held against a changed one."""
    data = writer.write(cv(), Style()).data if ending == "pdf" else write_docx(cv(), Style())
    return compared(changed, Style(), (), read_again(f"x.{ending}", data))


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_what_is_not_in_the_file_is_named(writer: PdfWriter, ending: str) -> None:
    assert altered(cv(), writer, ending).whole
    result = altered(parse(CV.replace("a first paying customer", "a second paying customer")), writer, ending)
    assert {(one.what, one.why, one.reader) for one in result.missing if one.why is Why.GONE} == {
        ("bullet", Why.GONE, Reader.OWN),
        ("bullet", Why.GONE, Reader.OTHER),
    }
    (field,) = (one for one in result.missing if one.why is Why.FIELD)
    assert field.what == "work/0/highlights/1"
    assert not result.whole
    assert result.fields - result.back == 3


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_another_order_is_noticed(writer: PdfWriter, ending: str) -> None:
    first, second, *others = cv().sections
    result = altered(msgspec.structs.replace(cv(), sections=(second, first, *others)), writer, ending)
    assert {one.reader for one in result.missing if one.why is Why.ORDER} == set(Reader)


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_link_that_leads_elsewhere_is_noticed(writer: PdfWriter, ending: str) -> None:
    result = altered(parse(CV.replace("paper?a=1", "paper?a=2")), writer, ending)
    assert [(one.what, one.words) for one in result.missing] == [("link", "https://example.com/paper?a=2&b=2")]


def test_a_date_under_another_name_is_noticed(writer: PdfWriter) -> None:
    found = read_again("x.pdf", writer.write(cv(), Style()).data)
    found.profile["work"][0]["endDate"] = "2013-12"
    result = compared(cv(), Style(), (), found)
    assert [(one.what, one.why, one.words) for one in result.missing] == [("work/0/endDate", Why.FIELD, "2014-12")]


def test_nothing_read_is_nothing_back() -> None:
    assert compared(cv(), Style(), (), Returned()).back == 0
