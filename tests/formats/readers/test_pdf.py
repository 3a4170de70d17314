"""PDFs in many layouts are read back: every field in its place, nothing invented, nothing lost."""

import io
import random
from typing import Any

import pypdf
import pytest

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.reading_errors import (
    FileDamaged,
    FormOfAnotherProgram,
    NoWordsInPdf,
    PdfLocked,
    PdfOfFiles,
    TooManyPages,
)
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.readers.pdf import MOST_PAGES, pdf_lines, read_pdf
from tests.formats.readers.cv_layouts import LAYOUTS, Layout, bold, degree, pdf, set_by, title_first, words
from tests.formats.readers.cv_layouts_rarer import RARER
from tests.formats.readers.people import ACCOUNTANT, ENGINEER
from tests.formats.readers.raw_pdf import filled_form, one_page, stream

PEOPLE = (("en", ENGINEER), ("fr", ACCOUNTANT))


@pytest.fixture(
    scope="module",
    params=[(layout, *one) for layout in (*LAYOUTS, *RARER) for one in PEOPLE],
    ids=lambda one: f"{one[0].__name__}-{one[1]}",
)
def case(request: pytest.FixtureRequest) -> tuple[Imported, dict[str, Any], str, Layout]:
    layout, language, person = request.param
    return read_pdf(set_by(layout, person, language)), person, language, layout


def test_a_person_is_read(case: tuple[Imported, dict[str, Any], str, Layout]) -> None:
    imported, person, _, _ = case
    found, wanted = imported.profile["basics"], person["basics"]
    for field in ("name", "email", "phone", "location"):
        assert found[field] == wanted[field]
    assert found.get("summary", wanted["summary"]) == wanted["summary"]


def test_jobs_are_read(case: tuple[Imported, dict[str, Any], str, Layout]) -> None:
    imported, person, _, _ = case
    fields = ("position", "name", "location", "startDate", "endDate", "highlights")
    found = [{key: job[key] for key in fields if key in job} for job in imported.profile["work"]]
    assert found == person["work"]
    assert [job.get("current", False) for job in imported.profile["work"]] == [
        "endDate" not in job for job in person["work"]
    ]


def test_studies_are_read(case: tuple[Imported, dict[str, Any], str, Layout]) -> None:
    imported, person, language, _ = case
    found = [
        (one["studyType"], one["area"], one["institution"], one["startDate"], one["endDate"])
        for one in imported.profile["education"]
    ]
    wanted = [
        (one["studyType"], one["area"], one["institution"], one["startDate"], one["endDate"])
        for one in person["education"]
    ]
    assert found == wanted, degree(person["education"][0], language)


def test_skills_and_languages_are_read(case: tuple[Imported, dict[str, Any], str, Layout]) -> None:
    imported, person, _, _ = case
    found = [word for skill in imported.profile["skills"] for word in skill.get("keywords") or [skill["name"]]]
    assert found == [word for skill in person["skills"] for word in skill["keywords"]]
    assert imported.profile.get("languages", person["languages"]) == person["languages"]


def test_nothing_is_left_over(case: tuple[Imported, dict[str, Any], str, Layout]) -> None:
    imported, _, _, layout = case
    assert [line.text for line in imported.unplaced] == [], layout.__name__


def test_every_field_has_its_place(case: tuple[Imported, dict[str, Any], str, Layout]) -> None:
    imported = case[0]
    leaves = set(_leaves(imported.profile, ""))
    assert leaves == set(imported.places)
    for path, place in imported.places.items():
        assert 0 <= place.confidence <= 1
        assert place.boxes, path
        for box in place.boxes:
            assert box.page == 0
            assert 0 <= box.left < box.right <= 612
            assert 0 <= box.top < box.bottom <= 842


def test_a_place_is_where_the_words_stand() -> None:
    source = title_first(ENGINEER, "en")
    imported = read_pdf(pdf(source))
    first, second = (imported.places[f"work/{number}/position"].boxes[0] for number in (0, 1))
    assert first.bottom < second.top
    dates = imported.places["work/0/startDate"].boxes[0]
    assert dates.left > first.right
    assert abs(dates.bottom - first.bottom) < 2


def test_columns_that_go_over_the_page_are_read_whole() -> None:
    jobs = [
        dict(ENGINEER["work"][0], name=f"Company {number}", highlights=["One thing done well"] * 6)
        for number in range(9)
    ]
    data = set_by(LAYOUTS[3], {**ENGINEER, "work": jobs}, "en")
    imported = read_pdf(data)
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 1
    assert [job["name"] for job in imported.profile["work"]] == [f"Company {number}" for number in range(9)]
    assert {len(job["highlights"]) for job in imported.profile["work"]} == {6}
    assert imported.profile["education"][0]["institution"] == "Rutgers University"


def test_what_repeats_on_every_page_is_no_text_of_the_cv() -> None:
    jobs = [dict(ENGINEER["work"][0], highlights=["One thing done well"] * 12)] * 6
    source = '#set page(footer: [Ifeoma Castellanos – page #context counter(page).display("1")])\n' + title_first(
        {**ENGINEER, "work": jobs}, "en"
    )
    imported = read_pdf(pdf(source))
    assert "page 1" not in str(imported.profile)
    assert not [line.text for line in imported.unplaced if "page" in line.text]


def test_entries_that_begin_on_many_pages_alike_are_no_furniture() -> None:
    """Heads that differ by their years alone stand at the upper edge of pages, as running titles do."""
    jobs = "".join(
        f"*Engineer* #h(1fr) 19{year} – 19{year + 1} \\\n_Acme Ltd_\n- Built it\n#pagebreak()\n"
        for year in range(70, 82)
    )
    source = f'#set page(height: 6cm, margin: 5mm)\n#text(14pt, weight: "bold")[Experience]\n\n{jobs}'
    found = read_pdf(pdf(source + "*Clerk* \\\nBank Ltd \\\n1990")).profile["work"]
    assert [job["startDate"] for job in found] == [*(f"19{year}" for year in range(70, 82)), "1990"]


def test_a_section_of_ones_own_is_kept() -> None:
    source = (
        title_first(ENGINEER, "en")
        + "\n\n#v(8pt)"
        + bold("BEEKEEPING")
        + "\n\n"
        + words("Three hives on a roof in Brooklyn")
    )
    imported = read_pdf(pdf(source))
    assert imported.profile["meta"]["sections"] == [
        {"title": "BEEKEEPING", "text": "Three hives on a roof in Brooklyn"}
    ]
    line = imported.unplaced[-1]
    assert (line.text, line.section) == ("Three hives on a roof in Brooklyn", "BEEKEEPING")
    assert line.box is not None


def test_words_that_are_not_seen_are_not_read() -> None:
    hidden = "#place(dx: -900pt)[Kubernetes]" + words("Terraform", size="1pt")
    found = str(read_pdf(pdf(hidden + title_first(ENGINEER, "en"))).profile)
    assert "Kubernetes" not in found
    assert "Terraform" not in found


def test_ligatures_and_hyphens_at_line_ends() -> None:
    text = "Efficient office staff filed five offers. " * 12
    source = (
        '#set text(font: "Libertinus Serif", hyphenate: true, lang: "en")\n#set par(justify: true)\n'
        + title_first({**ENGINEER, "basics": {**ENGINEER["basics"], "summary": text.strip()}}, "en")
    )
    assert read_pdf(pdf(source)).profile["basics"]["summary"] == text.strip()


def test_fonts_of_tex_without_a_table_of_characters() -> None:
    data = one_page(
        b"BT /F1 20 Tf 72 700 Td (Ada Byron) Tj /F1 11 Tf 0 -40 Td (EXPERIENCE) Tj 0 -20 Td (Sta\x1b Nurse, Harley O\x1ece) Tj "
        b"300 0 Td (2018\x152021) Tj -300 -14 Td (\x88 Led the \x1crst ward) Tj ET"
    )
    [job] = read_pdf(data).profile["work"]
    assert (job["position"], job["name"]) == ("Staff Nurse", "Harley Office")
    assert (job["startDate"], job["endDate"], job["highlights"]) == ("2018", "2021", ["Led the first ward"])


def test_a_form_that_only_its_own_program_fills_in_says_so() -> None:
    wait = b"BT /F1 12 Tf 72 700 Td (Please wait. If this message is not replaced, your viewer may not show this form.) Tj ET"
    catalog = b"/NeedsRendering true /AcroForm << /Fields [] /XFA [(template) 6 0 R] >>"
    template = b'<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform/></template>'
    with pytest.raises(FormOfAnotherProgram):
        read_pdf(one_page(wait, catalog, b"", stream(template)))


def test_a_form_is_read_as_it_was_filled_in() -> None:
    imported = read_pdf(filled_form(b"ada@example.org"))
    assert (imported.profile["basics"]["name"], imported.profile["basics"]["email"]) == ("Ada Byron", "ada@example.org")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"%PDF-1.7\n", FileDamaged),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, FileDamaged),
        (set_by(title_first, ENGINEER, "en")[:700], FileDamaged),
        (pdf("#rect(width: 5cm, height: 5cm, fill: red)"), NoWordsInPdf),
        (pdf("#for number in range(500) [page #number of many #pagebreak(weak: true)]"), TooManyPages),
    ],
    ids=["only its mark", "noise", "cut off", "a picture", "500 pages"],
)
def test_files_that_hold_no_cv(data: bytes, fault: type[UnreadableInput]) -> None:
    with pytest.raises(fault) as told:
        read_pdf(data)
    assert "\n" not in str(told.value)


def test_too_many_pages_are_counted() -> None:
    with pytest.raises(TooManyPages, match=f"500 pages.*more than {MOST_PAGES}"):
        read_pdf(pdf("#for number in range(500) [page #number of many #pagebreak(weak: true)]"))


def test_a_password_is_asked_for_by_name() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(set_by(title_first, ENGINEER, "en")))
    writer.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(PdfLocked):
        read_pdf(_bytes(writer))


def test_a_pdf_that_only_must_not_be_printed_is_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(set_by(title_first, ENGINEER, "en")))
    writer.encrypt("", "owner", algorithm="RC4-128")
    assert read_pdf(_bytes(writer)).profile["basics"]["name"] == "Ifeoma Castellanos"


def test_a_portfolio_names_what_it_holds() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(612, 792)
    writer.add_attachment("my cv.pdf", b"%PDF-")
    with pytest.raises(PdfOfFiles, match=r"my cv\.pdf"):
        read_pdf(_bytes(writer))


def test_lines_are_in_reading_order() -> None:
    texts = [line.text for line in pdf_lines(set_by(LAYOUTS[1], ENGINEER, "en"))]
    assert texts.index("Contact") < texts.index("Languages") < texts.index("About me") < texts.index("Education")


@pytest.mark.parametrize("seed", range(6))
def test_bytes_changed_at_random_are_read_or_refused(seed: int) -> None:
    data = bytearray(set_by(title_first, ENGINEER, "en"))
    changes = random.Random(seed)
    for place in range(seed + 9, len(data), 97):
        data[place] = changes.randrange(256)
    try:
        assert isinstance(read_pdf(bytes(data)), Imported)
    except UnreadableInput as error:
        assert "\n" not in str(error)


def _leaves(value: Any, path: str) -> list[str]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, f"{path}/{key}" if path else key)]
    if isinstance(value, list):
        return [leaf for number, inner in enumerate(value) for leaf in _leaves(inner, f"{path}/{number}")]
    return [] if value is True else [path]


def _bytes(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
