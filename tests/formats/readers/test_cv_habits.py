"""Habits of templates that few lines show: ornaments before titles, letters set apart, levels in cells, posts within a time."""

from typing import Any

import msgspec
import pytest

from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.line import Line, Style
from jobmatch_desktop.formats.readers.pdf import pdf_lines, read_pdf
from jobmatch_desktop.formats.readers.pdf_layout.character import Character
from jobmatch_desktop.formats.readers.pdf_layout.lines import Page, lines_of
from jobmatch_desktop.formats.readers.pdf_layout.shapes import Shapes
from jobmatch_desktop.formats.readers.pdf_layout.words import words_on
from jobmatch_desktop.formats.readers.text import read_text
from jobmatch_desktop.formats.written_dates import dates_in
from tests.formats.readers.raw_pdf import FONT, one_page, raw_pdf, stream
from tests.formats.readers.test_cv_contents import read
from tests.formats.readers.test_cv_lines import confidences, page, work_of


def skills_of(*rows: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read("# Skills", *rows, "# Education", "* BSc Physics, Yale ¦ 2010")["skills"]
    return found


def test_an_ornament_before_every_title_is_no_list() -> None:
    rows = page(
        "# Ada Byron", "ada@example.org", "# Experience", "Clerk, Bank ¦ 2005 - 2006", "- Counted", "# Education",
        "BSc Physics, Yale ¦ 2000 - 2004", "# Skills", "Go, C",
    )  # fmt: skip
    titles = ("Experience", "Education", "Skills")
    lines = [msgspec.structs.replace(line, marked=line.marked or line.text in titles) for line in rows]
    found = imported_of(lines).profile
    assert [job["name"] for job in found["work"]] == ["Bank"]
    assert [study["institution"] for study in found["education"]] == ["Yale"]
    assert [skill["name"] for skill in found["skills"]] == ["Go", "C"]


def test_levels_in_cells_of_their_own_are_no_skills() -> None:
    found = skills_of("Python ¦ Expert ¦ C++ ¦ Experienced", "Rust ¦ Skillful ¦ Kafka ¦ Expert")
    assert [(skill["name"], skill["level"]) for skill in found] == [
        ("Python", "Expert"), ("C++", "Experienced"), ("Rust", "Skillful"), ("Kafka", "Expert"),
    ]  # fmt: skip


def test_a_title_within_the_skills_is_none() -> None:
    found = skills_of("* Programming", "Fluent: Go, C", "Familiar: Rust, Java")
    assert [(skill["name"], skill["keywords"]) for skill in found] == [
        ("Fluent", ["Go", "C"]),
        ("Familiar", ["Rust", "Java"]),
    ]


def test_a_list_to_the_right_under_its_term() -> None:
    def deeper(line: Line) -> Line:
        return msgspec.structs.replace(line, indent=line.indent + (30 if "," in line.text else 0))

    lines = page(
        "# Ada Byron", "# Skills", "Front", "HTML, CSS", "Back", "PHP, MySQL", "# Education", "BSc Physics, Yale"
    )
    found = imported_of(list(map(deeper, lines))).profile["skills"]
    assert [(skill["name"], skill["keywords"]) for skill in found] == [
        ("Front", ["HTML", "CSS"]),
        ("Back", ["PHP", "MySQL"]),
    ]


def test_an_employer_whose_town_no_table_knows_above_its_posts() -> None:
    found = work_of(
        "* Gears GmbH, Friedrichsdorf ¦ 2015 - present",
        "Lead Engineer ¦ 2020 - present", "- Axles", "Design Engineer ¦ 2015 - 2020", "- Carriers",
        "* Turbo Works, Heidenstadt", "Working Student ¦ 2013 - 2015", "- Drawings",
    )  # fmt: skip
    assert [(job["name"], job["position"]) for job in found] == [
        ("Gears GmbH", "Lead Engineer"),
        ("Gears GmbH", "Design Engineer"),
        ("Turbo Works", "Working Student"),
    ]


def test_times_that_lie_within_each_other_are_no_posts_with_one_employer() -> None:
    found = work_of(
        "2014 - 2025 ¦ Introduction to History", "2015 - 2025 ¦ Latin and Letters", "2018 - 2022 ¦ Old Maps",
    )  # fmt: skip
    assert len(found) == 3


def test_an_employer_and_a_town_in_a_sentence_s_words() -> None:
    [job] = work_of("* Comptable", "chez Martin Frères à Lyon", "2010 - 2014", "- Bilans")
    assert (job["name"], job["location"]) == ("Martin Frères", "Lyon")


def test_a_short_name_in_capitals_begins_an_entry_as_others_do() -> None:
    found = work_of(
        "Postdoctoral Fellow", "2012 - 2014", "Ghent University", "Towns and water",
        "ATER", "2010 - 2012", "Amiens University", "Seminars for two years",
    )  # fmt: skip
    assert [job["startDate"] for job in found] == ["2012", "2010"]
    assert "Towns and water" not in {job.get("position") for job in found} | {job.get("name") for job in found}


def test_what_was_done_may_follow_on_the_line_of_the_dates() -> None:
    done = "Owned the reducer of an axle that is built three hundred thousand times a year in two plants of the group."
    found = work_of(f"2020 - present Design Engineer, Gears Ltd. {done}", "2015 - 2020 Fitter, Tees Ltd. Pumps.")
    assert [job["startDate"] for job in found] == ["2020", "2015"]


@pytest.mark.parametrize(
    ("rows", "label", "city"),
    [
        (["Data Engineer, Lyon, +33 6 12 34 56 78, ada@example.org"], "Data Engineer", "Lyon"),
        (["Data Engineer", "Adresse : Nantes (Domicile) | ada@example.org"], "Data Engineer", "Nantes"),
    ],
)
def test_what_a_person_is_and_where(rows: list[str], label: str, city: str) -> None:
    basics = imported_of(page("# Ada Byron", *rows, "# Skills", "Go, C, Rust")).profile["basics"]
    assert (basics["label"], basics["location"]["city"]) == (label, city)


def test_a_name_whose_line_ends_in_a_particle_goes_on() -> None:
    lines = page("# Jean-Baptiste de La", "# Rochefoucauld-Montbel", "Directeur financier", "# Compétences", "Go, C")
    large = Style(size=24.0)
    whole = [
        msgspec.structs.replace(line, words=tuple(msgspec.structs.replace(word, style=large) for word in line.words))
        for line in lines[:2]
    ]
    found = imported_of([*whole, *lines[2:]]).profile["basics"]
    assert found["name"] == "Jean-Baptiste de La Rochefoucauld-Montbel"


def test_a_letter_that_templates_draw_as_a_line_is_no_text() -> None:
    assert [skill["name"] for skill in skills_of("ㅡ", "Go, C")] == ["Go", "C"]


def test_a_short_word_for_now() -> None:
    found = dates_in("Vendeur, sept. 2014 – auj.")
    assert found is not None
    assert (found.start, found.goes_on, found.rest) == ("2014-09", True, "Vendeur")


def test_letters_of_a_time_set_apart_are_one_word() -> None:
    style, at, drawn = Style(7.5), 10.0, []
    for sign in "JULY 2021 — PRESENT":
        if not sign.isspace():
            drawn.append(Character(sign, at, at + 5, 50, style, 1))
        at += 7.0
    assert [word.text for word in words_on(drawn, 0)] == ["JULY", "2021", "—", "PRESENT"]


def test_a_foot_with_the_page_s_number_is_no_text() -> None:
    def words(text: str, left: float, base: float) -> list[Character]:
        return [
            Character(sign, left + 5 * place, left + 5 + 5 * place, base, Style(8.0), 1)
            for place, sign in enumerate(text)
        ]

    body = [one for row in range(20) for one in words("Words of a text", 50, 60 + 14.0 * row)]
    foot = [*words("NOVEMBER", 50, 800), *words("ADA·RESUME", 250, 800), *words("1", 540, 800)]
    lines = lines_of([Page(words_on([*body, *foot], 0), Shapes([], []), 842.0)])
    assert {line.text for line in lines} == {"Words of a text"}


@pytest.mark.parametrize(("font", "bold", "italic"), [(b"TB", True, False), (b"TI", False, True), (b"T", False, False)])
def test_a_typeface_that_names_its_weight_by_a_letter(font: bytes, bold: bool, italic: bool) -> None:
    text = b"BT /F1 11 Tf 50 700 Td (Research fellow in the history of towns) Tj ET"
    file = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s /Contents 5 0 R >>" % FONT,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /LinLibertine%s >>" % font,
            stream(text),
        ]
    )
    [line] = pdf_lines(file)
    assert (line.bold, line.italic) == (bold, italic)


def test_years_under_each_other_are_two_where_other_times_are_whole() -> None:
    rows = [
        (50, 760, "Ada Byron"), (50, 745, "ada@example.org"), (50, 710, "WORK HISTORY"),
        (50, 692, "Coordinator, Granite Credit Union"), (500, 692, "2012-2020"),
        (50, 676, "Supervisor, Merrimack Paper Co."), (500, 676, "2005-2012"),
        (50, 660, "Custodian, Bow School District"), (500, 660, "2001-2005"),
        (50, 632, "EDUCATION"),
        (50, 614, "Associate Degree in Building Technology, Yale"), (500, 614, "2001"),
        (50, 598, "Certificate in Safety, Oslo College"), (500, 598, "2018"),
    ]  # fmt: skip
    shown = b"".join(b"BT /F1 11 Tf 1 0 0 1 %d %d Tm (%s) Tj ET " % (x, y, text.encode()) for x, y, text in rows)
    studies = read_pdf(one_page(shown)).profile["education"]
    assert [(study.get("startDate"), study["endDate"]) for study in studies] == [(None, "2001"), (None, "2018")]


SURE = ("* Software Engineer", "Acme Ltd, London ¦ Jan 2019 - Mar 2021", "- Built things")


@pytest.mark.parametrize(
    ("rows", "doubtful"),
    [
        # Words of a degree, half a time, a second thing within a field, the same post again.
        (
            ("* MA in Advertising", "Dublin Institute ¦ Sep 2005 - Jun 2006"),
            {"position", "name", "startDate", "endDate"},
        ),
        (("* Cook", "Inn Ltd ¦ 2014"), {"startDate", "endDate"}),
        (("* Chef, The Crescent Rooms", "Bath Ltd ¦ Sep 2005 - Jun 2006"), {"position", "name"}),
        (("* Software Engineer", "Acme Ltd ¦ Sep 2015 - Jun 2016"), {"position", "name"}),
        (("* Driver", "Transports Berthaud Ltd (Quai 2) ¦ Sep 2005 - Jun 2006"), {"name"}),
        (("* Driver", "Transports Berthaud Ltd ¦ Sep 2005 - Jun 2006"), set()),
    ],
)
def test_what_speaks_against_a_job_lowers_its_confidence(rows: tuple[str, ...], doubtful: set[str]) -> None:
    found = confidences(*SURE, *rows, "- Did things")
    fields = ("position", "name", "startDate", "endDate")
    assert {field for field in fields if found[f"work/1/{field}"] < 0.75} == doubtful


def test_what_speaks_against_a_skill_lowers_its_confidence() -> None:
    rows = ("Go, Rust, Skillful, 2026, Go, Leading a team of five cooks", "# Education", "* BSc Physics, Yale ¦ 2010")
    read = imported_of(page("# Ada Byron", "# Skills", *rows))
    skills = [skill["name"] for skill in read.profile["skills"]]
    doubtful = {name for place, name in enumerate(skills) if read.places[f"skills/{place}/name"].confidence < 0.75}
    assert doubtful == {"Go", "Skillful", "2026", "Leading a team of five cooks"}


@pytest.mark.parametrize(
    ("row", "doubtful"),
    [
        ("Ontario Secondary School Diploma, Glebe Institute ¦ 2010", True),
        ("BSc Physics, Yale University ¦ 2010", False),
    ],
)
def test_what_speaks_against_a_study_lowers_its_confidence(row: str, doubtful: bool) -> None:
    read = imported_of(page("# Ada Byron", "# Education", f"* {row}", "# Skills", "Go, C"))
    sure = [place.confidence for path, place in read.places.items() if path.startswith("education/0/")]
    assert (min(sure) < 0.75) == doubtful


def test_a_list_with_two_levels_among_its_items_is_not_of_languages() -> None:
    found = read("# Languages", "* Tools: Git · Docker", "Expert ¦ Advanced")["skills"]
    assert [(skill["name"], skill["keywords"]) for skill in found] == [("Tools", ["Git", "Docker"])]


def drawn(*rows: tuple[float, float, str]) -> bytes:
    """A PDF with texts at places (left edge, baseline from below); `<` before one: it ends there; `+`, `#`: it is larger."""
    shown = b""
    for x, y, row in rows:
        text = row.strip("<#+")
        left = x - 5.0 * len(text) if "<" in row else x
        shown += b"BT /F1 %d Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET " % (
            14 if "#" in row else 12 if "+" in row else 10,
            left,
            y,
            text.encode(),
        )
    return one_page(shown)


def test_a_column_set_to_its_right_edge_beside_entries_that_begin_with_their_times() -> None:
    side = [
        "+contact", "Troyes", "ada@example.org", "+languages", "French", "German", "+skills", "Ledgers", "Treasury", "Audit",
    ]  # fmt: skip
    main = [
        ("#Experience", ""), ("2017-2020", "Finance Director, Foundries Ltd"), ("", "Two years of balance."),
        ("2009-2016", "Controller, Packing Ltd"), ("", "Reports of eleven plants."),
        ("2003-2009", "Auditor, Numbers Ltd"), ("", "Audits of four banks."),
        ("#Education", ""), ("2000-2003", "BSc Physics, Oslo University"), ("", "Thesis on ice."),
    ]  # fmt: skip
    rows: list[tuple[float, float, str]] = [(150, 760, "#Ada Byron")]
    for place, (name, (when, what)) in enumerate(zip(side, main, strict=True)):
        rows.append((120, 700.0 - 14 * place, f"<{name}"))
        rows += [(150, 700.0 - 14 * place, when)] if when else []
        rows += [(230, 700.0 - 14 * place, what)] if what else []
    found = read_pdf(drawn(*rows)).profile
    assert [(job["position"], job["name"]) for job in found["work"]] == [
        ("Finance Director", "Foundries Ltd"),
        ("Controller", "Packing Ltd"),
        ("Auditor", "Numbers Ltd"),
    ]
    assert [skill["name"] for skill in found["skills"]] == side[7:]


def test_texts_under_their_terms_are_no_column() -> None:
    texts = [
        "<#Education", "2011", "Doctorate in History, Oslo University", "2006", "Bachelor of History, Yale University",
        "2003", "Diploma in Letters, Ghent University", "<#Skills", "Latin, Maps, Archives",
    ]  # fmt: skip
    rows: list[tuple[float, float, str]] = [(400, 760, "#Ada Byron"), (400, 745, "ada@example.org")]
    for place, text in enumerate(texts):
        rows.append((500 if "<" in text else 90 if "," in text else 50, 710.0 - 14 * place, text))
    found = read_pdf(drawn(*rows)).profile["education"]
    assert [(study["institution"], study["endDate"]) for study in found] == [
        ("Oslo University", "2011"),
        ("Yale University", "2006"),
        ("Ghent University", "2003"),
    ]


def test_items_that_are_counted_are_without_their_numbers() -> None:
    found = skills_of("1. ¦ Dialysis", "2. ¦ Line care", "3. ¦ Safeguarding")
    assert [skill["name"] for skill in found] == ["Dialysis", "Line care", "Safeguarding"]


def test_an_item_that_holds_a_list_is_its_label() -> None:
    rows = page(
        "# Ada Byron",
        "# Skills",
        "* Craft",
        "- Copy",
        "- Media",
        "* Tools",
        "- Canva",
        "# Education",
        "BSc Physics, Yale",
    )
    lines = [
        msgspec.structs.replace(line, marked=True, indent=50.0 if line.bold else 70.0)
        if line.text in ("Craft", "Tools", "Copy", "Media", "Canva")
        else line
        for line in rows
    ]
    found = imported_of(lines).profile["skills"]
    assert [(skill["name"], skill["keywords"]) for skill in found] == [
        ("Craft", ["Copy", "Media"]),
        ("Tools", ["Canva"]),
    ]


def test_spans_of_code_one_after_the_other_are_a_list() -> None:
    found = read_text(
        b"# Ada Byron\n\n## Skills\n\n`Python` `C++` `Unit tests`\n\n## Education\n\n### BSc Physics, *Yale*, 2010\n"
    )
    assert [skill["name"] for skill in found.profile["skills"]] == ["Python", "C++", "Unit tests"]


def test_a_time_alone_under_an_employer_s_whole_time_is_read() -> None:
    found = work_of("* Gears GmbH ¦ 2015 - 2022", "* 2016 - 2018", "* Turbo Works ¦ 2013 - 2015", "- Drawings")
    assert "Gears GmbH" in {job.get("name") for job in found}
