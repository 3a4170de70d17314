"""What lines of a CV say, without a page around them: rules of the reader that one line shows, and what holds for any lines."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word
from jobmatch_desktop.formats.cv_lines.sections import sections_of
from jobmatch_desktop.formats.imported import Box, Imported
from jobmatch_desktop.formats.readers.text import lines_in

PLAIN, BOLD, LARGE = Style(), Style(bold=True), Style(size=16.0, bold=True)


def page(*rows: str) -> list[Line]:
    """Rows as a page has them: `# ` begins a title, `* ` a bold line, `- ` an item of a list, ` ¦ ` parts cells."""
    lines: list[Line] = []
    for number, row in enumerate(rows):
        style = LARGE if row.startswith("# ") else BOLD if row.startswith("* ") else PLAIN
        text = row.removeprefix("# ").removeprefix("* ").removeprefix("- ")
        words, left = [], 50.0
        for place, cell in enumerate(text.split(" ¦ ")):
            left = max(left, 50.0 + 150.0 * place)
            for first, word in enumerate(cell.split()):
                box = Box(0, left, 20.0 * number, left + 5.0 * len(word), 20.0 * number + 10)
                words.append(Word(word, style, box, apart=bool(place) and not first))
                left += 5.0 * len(word) + 3.0
        lines.append(Line(tuple(words), row.startswith("- "), 1.5 if row.startswith("# ") else 0.3, 50.0))
    return lines


def work_of(*rows: str) -> list[dict[str, Any]]:
    read = imported_of(
        page("# Ada Byron", "ada@example.org", "# Experience", *rows, "# Education", "BSc Physics, Yale")
    )
    jobs = read.profile["work"]
    return [{key: job.get(key) for key in ("position", "name", "startDate", "location") if key in job} for job in jobs]


def test_several_posts_with_one_employer() -> None:
    found = work_of(
        "* Paystack", "5 years 2 months", "Group Product Manager", "June 2022 - Present (2 years 6 months)",
        "Lagos, Nigeria", "- Owns checkout",
        "Product Manager", "November 2019 - May 2022 (2 years)", "Lagos, Nigeria", "Launched transfers in nine weeks",
        "* Jumia", "Customer Success Lead", "February 2016 - October 2019 (3 years 9 months)", "Lagos, Nigeria", "- Built a team",
    )  # fmt: skip
    assert [(job["name"], job["position"]) for job in found] == [
        ("Paystack", "Group Product Manager"),
        ("Paystack", "Product Manager"),
        ("Jumia", "Customer Success Lead"),
    ]


def test_a_town_that_no_table_knows_stands_where_the_others_do() -> None:
    found = work_of(
        "* Electrician", "Dornan Engineering, Cork ¦ 2014 - 2019", "- Two hospitals",
        "* Apprentice Electrician", "Kirby Group, Ballyvolane ¦ 2010 - 2014", "- Every trade",
    )  # fmt: skip
    assert [(job["name"], job["location"]) for job in found] == [
        ("Dornan Engineering", "Cork"),
        ("Kirby Group", "Ballyvolane"),
    ]


@pytest.mark.parametrize(
    ("row", "name", "position", "place"),
    [
        ("Studio Norden / Project Architect", "Studio Norden", "Project Architect", None),
        ("Project Architect at Norden Boiron", "Norden Boiron", "Project Architect", None),
        ("Project Architect, Boiron (Messimy, France)", "Boiron", "Project Architect", "Messimy, France"),
    ],
)
def test_employer_and_post_on_one_line(row: str, name: str, position: str, place: str | None) -> None:
    [job] = work_of(f"* {row}", "May 2019 - June 2020", "- Built things")
    assert (job["name"], job["position"], job.get("location")) == (name, position, place)


def test_an_unknown_town_after_a_bar() -> None:
    found = work_of("* Clerk", "Boiron | Messimy", "2019 - 2020", "- Counted")
    assert found == [{"position": "Clerk", "name": "Boiron", "startDate": "2019", "location": "Messimy"}]


@pytest.mark.parametrize("title", ["II. Education", "2) Education", "B. Education", "» Education"])
def test_titles_with_a_number_or_a_sign(title: str) -> None:
    read = imported_of(
        page("# Ada Byron", "# I. Experience", "* Clerk, Bank ¦ 2014 - 2016", f"# {title}", "BSc Physics, Yale")
    )
    assert read.profile["education"][0]["area"] == "Physics"
    assert len(read.profile["work"]) == 1


def test_a_label_within_the_skills_that_is_called_as_they_are() -> None:
    read = imported_of(
        page("# Ada Byron", "# Experience", "* Clerk, Bank ¦ 2014 - 2016", "# Skills", "* Skills", "Lean, Fuzzing")
    )
    assert read.profile["skills"] == [{"name": "Skills", "keywords": ["Lean", "Fuzzing"]}]


def test_what_names_the_text_of_every_job_is_no_section() -> None:
    jobs = (
        ("* Clerk, Bank ¦ 2014 - 2016", "* Highlights", "- Counted"),
        ("* Guide, Zoo ¦ 2012 - 2014", "* Highlights", "- Led"),
    )
    read = imported_of(page("# Ada Byron", "# Experience", *(row for job in jobs for row in job)))
    assert [job["highlights"] for job in read.profile["work"]] == [["Counted"], ["Led"]]
    assert "summary" not in read.profile["basics"]


def test_colorado_is_no_company() -> None:
    found = work_of("* Data Engineer", "Palisade ¦ Golden Valley, CO", "May 2019 - June 2020", "- Built things")
    assert found == [
        {"position": "Data Engineer", "name": "Palisade", "startDate": "2019-05", "location": "Golden Valley, CO"}
    ]


@pytest.mark.parametrize(
    ("rows", "degree"),
    [
        (["* University of Oslo ¦ 2010 - 2014", "Physics ¦ BSc"], ("BSc", "Physics")),
        (["* University of Oslo", "BSc", "Physics", "2010 - 2014"], ("BSc", "Physics")),
        (["Physics, BSc, University of Oslo", "2010 - 2014"], ("BSc", "Physics")),
        (["* University of Oslo ¦ 2010 - 2014", "- BSc Industrial Physics"], ("BSc", "Industrial Physics")),
        (["BSc ¦ University of Oslo, Industrial Physics ¦ 2010 - 2014"], ("BSc", "Industrial Physics")),
        (["BA English, University of Oslo ¦ 2010 - 2014"], ("BA", "English")),
    ],
)
def test_degrees_and_their_subjects(rows: list[str], degree: tuple[str, str]) -> None:
    read = imported_of(
        page("# Ada Byron", "# Education", *rows, "# Experience", "* Clerk, Bank ¦ 2014 - 2016", "- Counted")
    )
    [study] = read.profile["education"]
    assert (study["studyType"], study["area"]) == degree
    assert study["institution"] == "University of Oslo"


def test_labels_levels_and_lengths_of_time_are_no_skills() -> None:
    read = imported_of(
        page(
            "# Ada Byron",
            "# Skills",
            "* Frontend ¦ Testing",
            "Expert ¦ Advanced",
            "React, Svelte ¦ Vitest",
            "# Experience",
            "* Clerk, Bank ¦ 2014 - 2016",
            "- Counted",
        )
    )
    assert read.profile["skills"] == [
        {"name": "Frontend", "level": "Expert", "keywords": ["React", "Svelte"]},
        {"name": "Testing", "level": "Advanced", "keywords": ["Vitest"]},
    ]
    timed = imported_of(
        page("# Ada Byron", "# Skills", "- Clio (3 years)", "- HACCP", "- Rota planning", "# Experience")
    )
    assert timed.profile["skills"] == [
        {"name": "Clio", "level": "3 years"}, {"name": "HACCP"}, {"name": "Rota planning"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (
            ["8 bis, rue du Mail", "49000 Angers"],
            {"address": "8 bis, rue du Mail", "postalCode": "49000", "city": "Angers"},
        ),
        (["Rennes (35) – 06 98 76 54 32"], {"city": "Rennes (35)"}),
        (["Email: ada@example.org — Based in Redmond, WA"], {"city": "Redmond", "region": "WA"}),
        (["Porto Portugal PT"], {"city": "Porto Portugal PT"}),
    ],
)
def test_where_a_person_lives(rows: list[str], place: dict[str, str]) -> None:
    read = imported_of(page("# Ada Byron", *rows, "ada@example.org", "# Experience", "* Clerk, Bank ¦ 2014 - 2016"))
    assert read.profile["basics"]["location"] == place


def test_links_part_what_stands_on_a_line() -> None:
    linked = [
        Word("Malmö,", apart=False), Word("Sweden"),
        Word("GitHub", url="https://github.com/ada"), Word("LinkedIn", url="https://linkedin.com/in/ada"),
    ]  # fmt: skip
    lines = [*page("# Ada Byron"), Line(tuple(linked)), *page("# Experience", "* Clerk, Bank ¦ 2014 - 2016")]
    basics = imported_of(lines).profile["basics"]
    assert basics["location"] == {"region": "Sweden", "city": "Malmö"}
    assert [profile["username"] for profile in basics["profiles"]] == ["ada", "ada"]


def confidences(*rows: str) -> dict[str, float]:
    read = imported_of(page("# Ada Byron", "ada@example.org", "# Experience", *rows))
    return {path: place.confidence for path, place in read.places.items() if path.startswith("work/")}


def test_doubt_is_where_the_words_speak_against_a_field() -> None:
    sure = ("* Software Engineer", "Acme Ltd, London ¦ Jan 2019 - Mar 2021", "- Built things")
    odd = ("* Zorp", "Quux ¦ Jan 2017 - Dec 2018", "- Did things")
    more = ("* Software Developer", "Bolt Ltd, London ¦ Feb 2015 - Nov 2016", "- Built more")
    found = confidences(*sure, *odd, *more)
    assert found["work/0/position"] >= 0.9
    assert found["work/0/name"] >= 0.9
    alone = confidences(*odd)
    assert alone["work/0/position"] < 0.7
    assert alone["work/0/name"] < 0.7
    assert confidences("* Acme Ltd ¦ Jan 2021 - Mar 2019", "Engineer", "- Built")["work/0/startDate"] < 0.7


_ROWS = st.sampled_from(
    (
        "# Experience", "# Education", "# Skills", "# Beekeeping", "# Languages", "* Highlights", "# Certifications", "# Projects",
        "* Software Engineer ¦ Jan 2019 – Present", "Acme Ltd, London", "Clerk @ Bank (2014 - 2016)", "- Built the engine of four parts",
        "- Led a team", "University of Oslo ¦ 2010", "BSc, Physics", "GPA: 3.9/4.0 | Dean's List", "Coursework: Optics, Waves",
        "Python, C++, SQL", "* Tools: Git · Docker", "French (B2), German", "A sentence of the person's own, which ends here.",
        "12 rue des Lilas, 75011 Paris", "+44 20 7946 0958 | ada@example.org", "github.com/ada", "Zorp", "2012 : Licence de lettres",
        "Expert ¦ Advanced", "Poste : vendeur", "• Sailing", "AWS Certified – Professional, Amazon, 2021",
    )
)  # fmt: skip
# What only names a field, or is said by it in another form.
_SAID_OTHERWISE = re.compile(r"(?:gpa|coursework|present|jan|poste|highlights)", re.IGNORECASE)


@settings(max_examples=150, deadline=None)
@given(st.lists(_ROWS, max_size=25))
def test_no_word_is_lost_whatever_the_lines(rows: list[str]) -> None:
    lines = page("# Ada Byron", *rows)
    read = imported_of(lines)
    sections = sections_of(lines)
    named = [line for section in sections for line in (section.title, *section.labels) if line is not None]
    titles = " ".join(line.text for line in named)
    told = _letters(" ".join((*_texts(read.profile), *(line.text for line in read.unplaced), titles)))
    for word in {word for line in lines for word in re.findall(r"[^\W\d_]{3,}", line.text)}:
        assert _letters(word) in told or _SAID_OTHERWISE.fullmatch(word), word


@settings(max_examples=80, deadline=None)
@given(st.lists(_ROWS, max_size=20), st.randoms(use_true_random=False))
def test_every_field_is_made_of_words_of_its_boxes(rows: list[str], chance: Any) -> None:
    lines = page("# Ada Byron", *rows)
    chance.shuffle(lines)
    read: Imported = imported_of(lines)
    known = {(word.box.left, word.box.top) for line in lines for word in line.words if word.box}
    for path, place in read.places.items():
        assert place.boxes, path
        assert all((box.left, box.top) in known for box in place.boxes), path
        assert 0 < place.confidence < 1, path


def test_a_long_text_without_titles_is_read_as_fast_as_it_is_long() -> None:
    """A text of 20,000 lines that are nothing: what joins them looks at their ends alone (it took minutes)."""
    read = imported_of([Line((Word("a" * 8),), wide=True) for _ in range(20_000)])
    assert read.profile.get("work") is None


def test_a_text_has_no_boxes_but_is_as_sure() -> None:
    read = imported_of(
        lines_in("Ada Byron\nada@example.org\n\nEXPERIENCE\n\nClerk, Bank Ltd\n2014 - 2016\n- Counted\n")
    )
    assert read.places["work/0/position"].boxes == ()
    assert read.places["basics/name"].confidence > 0.6


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha())
