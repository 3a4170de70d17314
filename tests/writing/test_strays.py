"""An answer that is no rewording of the draft is told by whom it speaks of and to."""

import pytest

from jobmatch_desktop.writing.recipes import Step
from jobmatch_desktop.writing.strays import ABOUT_THE_TASK, NOTES, SOMETHING_ELSE, TO_THE_CANDIDATE, strays

JOB = "- Grew annual revenue 28% over three years while holding food cost flat\n- Hired and trained a team of 35"
BULLETS = Step("work/0", "", "en", (), "bullets", 200, (), JOB, 2)
LETTER = Step(
    "letter/0",
    "",
    "en",
    (),
    "paragraph",
    200,
    ("Analyst, Engine Works",),
    "I am applying for the position of Analyst. Most recently, I worked as analyst at Engine Works on engines.",
)
FRENCH = Step("work/0", "", "fr", (), "bullets", 200, (), JOB, 2)


def test_notes_are_no_paragraph() -> None:
    assert strays(LETTER, "Analyst at Engine Works Worked on engines, position of Analyst") == (NOTES,)


@pytest.mark.parametrize(
    ("step", "body"),
    [
        (BULLETS, JOB),
        (
            BULLETS,
            "- Increased yearly revenue by 28% in 3 years, with stable food costs\n- Recruited 35 people",
        ),
        (LETTER, "I apply for your position of Analyst. At Engine Works, I recently worked as an analyst."),
        (FRENCH, "- A augmenté le chiffre d'affaires de 28 % en trois ans\n- A recruté une équipe de 35 personnes"),
        (Step("letter/2", "", "en", (), "paragraph", 200, (), "My CV is enclosed."), "I would gladly meet for a talk."),
    ],
)
def test_rewordings_pass(step: Step, body: str) -> None:
    assert strays(step, body) == ()


@pytest.mark.parametrize(
    ("step", "body", "why"),
    [
        (LETTER, "The candidate's cover letter is a great example of creativity.", ABOUT_THE_TASK),
        (LETTER, "I worked as analyst. Your experience at Engine Works will help us.", TO_THE_CANDIDATE),
        (BULLETS, "- We are looking for a team\n- You will hold food cost flat", TO_THE_CANDIDATE),
        (
            BULLETS,
            "- Peyper is a compression algorithm\n- The technology helps artists create",
            SOMETHING_ELSE,
        ),
        (FRENCH, "- Vous développerez des applications", TO_THE_CANDIDATE),
    ],
)
def test_strays_are_told(step: Step, body: str, why: str) -> None:
    assert why in strays(step, body)
