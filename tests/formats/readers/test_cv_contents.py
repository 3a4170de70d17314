"""Sections whose titles no table knows, told by what stands in them; heads and dates in rarer habits."""

from typing import Any

import msgspec
import pytest

from jobmatch_desktop.formats.cv_lines.contents import role_by_content
from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.headings import goes_on_as_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word
from jobmatch_desktop.formats.cv_lines.unwrapping import unwrapped
from jobmatch_desktop.formats.imported import Box
from jobmatch_desktop.formats.readers.pdf_layout.cells import Cell
from jobmatch_desktop.formats.readers.pdf_layout.floating_times import beside_beginnings
from jobmatch_desktop.formats.readers.pdf_layout.justified import whole_row
from jobmatch_desktop.formats.readers.text import read_text
from jobmatch_desktop.formats.written_dates import joint_of
from tests.formats.readers.test_cv_lines import page, work_of


def read(*rows: str) -> dict[str, Any]:
    return imported_of(page("# Ada Byron", "ada@example.org", *rows)).profile


@pytest.mark.parametrize(
    ("rows", "role"),
    [
        (["- Wound care", "- Arterial lines", "- Handover"], "skills"),
        (["Methods: Tracers, Inference", "Software: R, Fortran"], "skills"),
        (["French (fluent), Irish (native)"], "languages"),
        (["Bouldering, sourdough, the viola"], "interests"),
        (["* BSc Physics ¦ 2010 - 2013", "University of Oslo"], "education"),
        (["* Cook ¦ 2010 - 2013", "Hotel Astoria"], "experience"),
        (["I have looked after gardens of every size, and would like to go on with it."], "summary"),
        (["+44 7700 900418", "Leicester"], "contact"),
        (["Ferns, mosses"], None),
    ],
)
def test_what_a_section_holds(rows: list[str], role: str | None) -> None:
    assert role_by_content(page(*rows), frozenset()) == role


def test_titles_in_words_of_the_person_s_own() -> None:
    found = read(
        "# All sorts of good deeds", "* Nurse, Glenfield Hospital ¦ 2018 - 2020", "- Led a bay",
        "# How I came to know it", "* BSc Nursing, De Montfort University ¦ 2011 - 2014",
        "# Up my sleeve", "- Wound care", "- Arterial lines", "- Handover",
        "# Experience", "* Clerk, Bank ¦ 2009 - 2010", "- Counted",
        "# Sundays", "- Choral singing", "- Gardening",
    )  # fmt: skip
    assert [job["position"] for job in found["work"]] == ["Nurse", "Clerk"]
    assert found["education"][0]["institution"] == "De Montfort University"
    assert [skill["name"] for skill in found["skills"]] == ["Wound care", "Arterial lines", "Handover"]
    assert [one["name"] for one in found["interests"]] == ["Choral singing", "Gardening"]


def test_a_line_under_the_name_that_looks_like_a_title_stays_with_the_person() -> None:
    found = read("# Care of the aged", "+44 7700 900418", "# Experience", "* Clerk, Bank ¦ 2009 - 2010", "- Counted")
    assert found["basics"]["phone"] == "+44 7700 900418"
    assert len(found["work"]) == 1


@pytest.mark.parametrize(
    ("row", "position", "name"),
    [
        ("Solicitor, Retail Leasing Team, Penhallow & Stokes", "Solicitor, Retail Leasing Team", "Penhallow & Stokes"),
        ("Associate, Real Estate, Harcourt Mellor LLP", "Associate, Real Estate", "Harcourt Mellor LLP"),
        ("Clerk, Fire Service of Bergen", "Clerk", "Fire Service of Bergen"),
    ],
)
def test_a_part_of_the_employer_belongs_to_the_title(row: str, position: str, name: str) -> None:
    [job] = work_of(f"{row} ¦ 2014 - 2016", "- Counted")
    assert (job["position"], job["name"]) == (position, name)


@pytest.mark.parametrize(
    ("above", "below", "joint"),
    [
        ("de septembre 2011 à", "décembre 2012", " "),
        ("2019", "2021", " – "),
        ("05/2020", "Present", " – "),
        ("2021", "2019", None),
        ("2019 – 2021", "2022", None),
        ("Paris 2019", "2021", None),
        ("2019", "Paris", None),
    ],
)
def test_two_lines_that_are_one_time(above: str, below: str, joint: str | None) -> None:
    assert joint_of(above, below) == joint


def test_the_end_of_a_time_stands_under_its_beginning() -> None:
    found = work_of("* Cook, Hotel Astoria ¦ de septembre 2011 à", " ¦ décembre 2012", "- Sauces")
    assert [(job["position"], job["startDate"]) for job in found] == [("Cook", "2011-09")]


def test_a_school_whose_town_no_table_knows() -> None:
    found = read(
        "# Education",
        "* BEP Cuisine ¦ 2009 - 2011", "Lycée Marc Seguin, Ballyvolane",
        "* CAP Cuisine ¦ 2007 - 2009", "Lycée Jules Ferry, Dardilly-le-Haut",
        "# Experience", "* Clerk, Bank ¦ 2005 - 2006", "- Counted",
    )  # fmt: skip
    assert [one["institution"] for one in found["education"]] == ["Lycée Marc Seguin", "Lycée Jules Ferry"]


def test_a_course_that_no_table_knows_before_its_school() -> None:
    [study] = read(
        "# Education", "* Bar Vocational Year, BPP Law School ¦ 2011 - 2012",
        "# Experience", "* Clerk, Bank ¦ 2005 - 2006", "- Counted",
    )["education"]  # fmt: skip
    assert (study["studyType"], study["institution"]) == ("Bar Vocational Year", "BPP Law School")


MARKDOWN = """# Ada Byron

Nurse

- Email: ada@example.org
- Phone: +44 7700 900418

## Experience

### Head of Ward
*Glenfield Hospital, Leicester* | Apr 2018 – Present

* Led a bay

## Education

**BSc Nursing**  
_De Montfort University_ (2011–2014)

## Skills

| Kind | What |
|---|---|
| Clinical | Wound care, Arterial lines |
"""  # noqa: W291


def test_markdown_in_another_habit_is_read_as_the_lines_of_a_page() -> None:
    found = read_text(MARKDOWN.encode()).profile
    assert (found["basics"]["email"], found["basics"]["phone"]) == ("ada@example.org", "+44 7700 900418")
    assert (found["work"][0]["position"], found["work"][0]["name"]) == ("Head of Ward", "Glenfield Hospital")
    assert found["education"][0]["institution"] == "De Montfort University"
    assert found["skills"] == [{"name": "Clinical", "keywords": ["Wound care", "Arterial lines"]}]


def test_text_with_underlined_titles_is_read_as_text() -> None:
    text = "ADA BYRON\nada@example.org\n\nCAREER HISTORY\n--------------\nClerk, Northern Bank\nMay 2014 - June 2016\n  * Counted\n"
    [job] = read_text(text.encode()).profile["work"]
    assert (job["position"], job["name"], job["startDate"]) == ("Clerk", "Northern Bank", "2014-05")


def test_fields_that_have_their_names_before_them() -> None:
    """The Europass form: `Dates ¦ …`, `Fonction ou poste occupé ¦ …`."""
    found = read(
        "# Expérience professionnelle",
        "Dates ¦ avril 2019 – aujourd'hui", "Fonction ou poste occupé ¦ Cheffe de projet", "Principales activités ¦ Pilote une équipe",
        "Nom et adresse de l'employeur ¦ Bureau Martel, Toulouse",
        "Dates ¦ mai 2014 – mars 2019", "Fonction ou poste occupé ¦ Ingénieure", "Nom et adresse de l'employeur ¦ Eurovia, Nantes",
        "# Formation",
        "Dates ¦ 2011 – 2014", "Intitulé du diplôme ¦ Master de physique", "Établissement ¦ Université de Lille",
    )  # fmt: skip
    assert [(job["position"], job["name"], job["location"]) for job in found["work"]] == [
        ("Cheffe de projet", "Bureau Martel", "Toulouse"),
        ("Ingénieure", "Eurovia", "Nantes"),
    ]
    assert found["work"][0]["summary"] == "Pilote une équipe"
    [study] = found["education"]
    assert (study["studyType"], study["area"], study["institution"]) == ("Master", "physique", "Université de Lille")


def test_languages_and_hobbies_under_one_title() -> None:
    found = read("# Langues et loisirs", "- Français : langue maternelle", "- Football", "- Mécanique ancienne")
    assert [one["language"] for one in found["languages"]] == ["Français"]
    assert [one["name"] for one in found["interests"]] == ["Football", "Mécanique ancienne"]


def test_a_list_parted_by_dashes() -> None:
    found = read("# Skills", "Art floral – Conseil client – Vitrine", "# Experience", "* Clerk, Bank ¦ 2005 - 2006")
    assert [skill["name"] for skill in found["skills"]] == ["Art floral", "Conseil client", "Vitrine"]


def test_contacts_in_sentences() -> None:
    basics = read("Editor of news. Dublin, Ireland. +353 1 555 0142")["basics"]
    assert (basics["phone"], basics["location"]["city"]) == ("+353 1 555 0142", "Dublin")


def test_a_name_after_its_label() -> None:
    text = "Name: Ada Byron\nPhone: +353 1 555 0142\n\nSkills:\nPython, C\n"
    assert read_text(text.encode()).profile["basics"]["name"] == "Ada Byron"


def test_times_at_the_middle_of_what_they_date() -> None:
    def cell(text: str, left: float, base: float) -> Cell:
        box = Box(0, left, base - 8, left + 5 * len(text), base + 2)
        return Cell([Word(text, Style(), box)], left, box.right, base, 10.0)

    right = [cell(f"row{place}", 200.0, 100.0 + 12 * place) for place in range(7)]
    left = [cell("2016–2020", 40.0, 118.0), cell("2010–2015", 40.0, 160.0)]
    moved = beside_beginnings(left, right, lambda one: False)
    assert moved is not None
    assert [one.base for one in moved if one.left < 100] == [100.0, 148.0]
    above = [cell("2016–2020", 40.0, 100.0), cell("2010–2015", 40.0, 148.0)]
    assert beside_beginnings(above, right, lambda one: False) is None


def test_posts_within_the_whole_time_with_an_employer() -> None:
    found = work_of(
        "* Sandline Airways, Dubai ¦ Oct 2014 - Present",
        "Purser ¦ Feb 2019 - Present", "- Leads 16",
        "Cabin Crew, First Class ¦ Oct 2014 - Jan 2019", "- Upgraded",
    )  # fmt: skip
    assert [(job["name"], job["position"], job["startDate"]) for job in found] == [
        ("Sandline Airways", "Purser", "2019-02"),
        ("Sandline Airways", "Cabin Crew, First Class", "2014-10"),
    ]


def test_trainings_beside_the_studies_are_certificates() -> None:
    found = read(
        "# Education", "* BSc Physics, University of Oslo ¦ 2010 - 2013", "# Training", "First Aid, Red Crescent, 2021",
    )  # fmt: skip
    assert [one["name"] for one in found["certificates"]] == ["First Aid"]
    assert len(found["education"]) == 1


def test_a_mason_is_no_town() -> None:
    basics = read("Maçon – chef d’équipe", "Limoges", "# Experience", "* Clerk, Bank ¦ 2005 - 2006")["basics"]
    assert basics["location"]["city"] == "Limoges"


def test_a_line_set_to_both_edges_is_one_text() -> None:
    def cells(*texts: str, gap: float) -> list[Cell]:
        found, left = [], 40.0
        for text in texts:
            box = Box(0, left, 92.0, left + 5 * len(text), 102.0)
            found.append(Cell([Word(text, Style(), box)], left, box.right, 100.0, 10.0))
            left = box.right + gap
        return found

    row = cells("École", "nationale", "supérieure", "de", gap=13.0)
    assert [cell.text for cell in whole_row(row, [row[-1].right], [40.0, 40.0])] == ["École nationale supérieure de"]
    assert len(whole_row(row, [row[-1].right + 30], [40.0])) == 4
    assert len(whole_row(row, [row[-1].right], [40.0, row[1].left])) == 4


@pytest.mark.parametrize(
    "row",
    [
        "ada@example.org Leicester 06 39 98 55 02",
        "Leicester Email: ada@example.org Phone: 06 39 98 55 02",
        "06 39 98 55 02 Leicester ada@example.org",
    ],
)
def test_contacts_that_only_spaces_part(row: str) -> None:
    basics = imported_of(page("# Ada Byron", row, "# Experience", "* Clerk, Bank ¦ 2005 - 2006")).profile["basics"]
    found = (basics["email"], basics["phone"], basics["location"])
    assert found == ("ada@example.org", "06 39 98 55 02", {"city": "Leicester"})


def full(*rows: str) -> list[Line]:
    """Lines that each fill their column."""
    return [msgspec.structs.replace(line, wide=True) for line in page(*rows)]


def test_what_a_narrow_column_broke_is_whole() -> None:
    [head] = unwrapped(full("Clerk | Bank | London | August", "2010 - June 2012"))
    assert head.text == "Clerk | Bank | London | August 2010 - June 2012"
    [head] = unwrapped(full("Clerk | Bank | London |", "2010 - 2012"))
    assert head.text == "Clerk | Bank | London | 2010 - 2012"
    assert len(unwrapped(full("Clerk at Bank, London.", "Counted what there was to count"))) == 2


def test_the_hyphen_of_a_name_that_a_narrow_column_broke_stays() -> None:
    lines = full(
        "# Ingeborg Halvorsen-", "# Achterberg", "ada@example.org", "# Experience", "* Clerk, Bank ¦ 2005 - 2006"
    )
    assert imported_of(lines).profile["basics"]["name"] == "Ingeborg Halvorsen-Achterberg"


@pytest.mark.parametrize(
    ("row", "degree", "school"),
    [
        ("Diplôme d'ingénieur, École des Ponts · Zorpville", "Diplôme d'ingénieur", "École des Ponts"),
        ("Secondary School Diploma | Glebe Institute", "Secondary School Diploma", "Glebe Institute"),
    ],
)
def test_a_degree_and_its_school_on_one_line(row: str, degree: str, school: str) -> None:
    [study] = read("# Education", f"* {row} ¦ 2010 - 2013", "# Experience", "* Clerk, Bank ¦ 2005 - 2006")["education"]
    told = " ".join(study[key] for key in ("studyType", "area") if key in study)
    assert (told.replace("d' ", "d'"), study["institution"]) == (degree, school)


def test_dates_in_capitals_before_the_posts() -> None:
    found = work_of("2015 - PRESENT ¦ Skipper, Coastal Cruises", "Two boats.", "2006 - 2015 Fitter, Tees Ltd", "Pumps.")
    assert [job["position"] for job in found] == ["Skipper", "Fitter"]


def test_several_labels_on_one_line() -> None:
    found = read(
        "# Skills", "Proficient: Kotlin, Java; Familiar: Rust, Go", "# Education", "* BSc Physics, Yale ¦ 2010"
    )
    assert found["skills"] == [
        {"name": "Proficient", "keywords": ["Kotlin", "Java"]},
        {"name": "Familiar", "keywords": ["Rust", "Go"]},
    ]


def test_a_head_that_ran_up_to_its_dates_goes_on_below() -> None:
    long = "Programme Director, Rail, Network"
    found = work_of(f"{long} ¦ Sep 2016 - Aug 2018", "Bridges Ltd", "- Led")
    assert [(job["position"], job["name"]) for job in found] == [("Programme Director, Rail", "Network Bridges Ltd")]
    found = work_of("Clerk ¦ Sep 2016 - Aug 2018", "Bridges Ltd", "- Led")
    assert [(job["position"], job["name"]) for job in found] == [("Clerk", "Bridges Ltd")]


def test_what_stands_under_a_title_that_is_whole_is_none_of_it() -> None:
    assert goes_on_as_heading("CENTRES", "D'INTÉRÊT")
    assert not goes_on_as_heading("EDUCATION AND QUALIFICATIONS", "MBA")


def test_an_address_that_a_narrow_column_broke_at_its_hyphen() -> None:
    lines = page("# Ada Byron", "i.halvorsen@fjord-", "uni.example", "# Experience", "* Clerk, Bank ¦ 2005 - 2006")
    assert imported_of(lines).profile["basics"]["email"] == "i.halvorsen@fjord-uni.example"


def test_the_rest_of_a_school_s_name_alone_is_doubted() -> None:
    lines = page("# Ada Byron", "# Education", "* BSc Physics", "College", "2010 - 2013", "# Skills", "Go, C")
    found = imported_of(lines)
    assert found.profile["education"][0]["institution"] == "College"
    assert found.places["education/0/institution"].confidence < 0.75


def test_a_line_longer_than_any_of_a_cv_is_read_quickly() -> None:
    text = "# Ada Byron\n\n## Skills\n\n" + "one, two; three: four " * 2000
    assert len(read_text(text.encode()).profile["skills"]) >= 1


def test_a_title_in_capitals_that_stands_close_is_one_still() -> None:
    rows = page(
        "# Ada Byron", "ada@example.org",
        "* EXPERIENCE", "Clerk, Bank ¦ 2005 - 2006", "- Counted", "* EDUCATION", "BSc Physics, Yale ¦ 2000 - 2004",
        "* UP MY SLEEVE", "Law, Sums, Audits",
    )  # fmt: skip
    gaps = (0.0, 0.3, 1.5, 0.3, 0.3, 1.5, 0.3, 0.8, 0.3)
    lines = [msgspec.structs.replace(line, gap=gap) for line, gap in zip(rows, gaps, strict=True)]
    found = imported_of(lines).profile
    assert [skill["name"] for skill in found["skills"]] == ["Law", "Sums", "Audits"]
