"""A letter tells of what the CV shows."""

from typing import Any

from jobmatch_desktop.writing.composer import compose_cv
from jobmatch_desktop.writing.leaning import leaning_on
from tests.writing.composing import BACKEND, TODAY, sample

SOURCE: dict[str, Any] = {
    "basics": {"name": "Ada Byron", "summary": "I write notes. I like chess."},
    "work": [
        {
            "name": "Engine Works",
            "position": "Analyst",
            "highlights": ["Wrote the notes on the engine", "Kept the books of 12 customers"],
        },
        {"name": "Mill", "position": "Porter", "highlights": ["Carried sacks"]},
    ],
    "projects": [{"name": "Bernoulli"}, {"name": "Flyology"}],
    "skills": [{"name": "Tools", "keywords": ["C++", "Looms", "C"]}, {"name": "Chess"}, {"name": "Music"}],
    "languages": [{"language": "French"}, {"language": "Italian"}],
    "x-own": [1],
}
CV = """# Ada Byron

## Summary
I write notes.

## Experience
### Analyst · Engine Works
- Wrote the **notes** that explain the engine

## Skills
- Tools: C++, music

## Projects
### Bernoulli

## Languages
- French
"""


def test_what_the_cv_leaves_out_is_not_told() -> None:
    shown = leaning_on(SOURCE, CV)
    assert shown["work"] == [
        {"name": "Engine Works", "position": "Analyst", "highlights": ["Wrote the notes on the engine"]}
    ]
    assert shown["projects"] == [{"name": "Bernoulli"}]
    assert shown["skills"] == [{"name": "Tools", "keywords": ["C++"]}, {"name": "Music"}]
    assert shown["languages"] == [{"language": "French"}]
    assert shown["basics"] == {"name": "Ada Byron", "summary": "I write notes."}
    assert shown["x-own"] == [1]


def test_a_cv_that_shows_all_leaves_nothing_out() -> None:
    profile = sample("sample.resume.json")
    shown = leaning_on(profile.source, compose_cv(profile, BACKEND, "en", TODAY))
    assert [job["name"] for job in shown["work"]] == [job.organisation for job in profile.work]
    assert shown["education"] == profile.source["education"]


def test_a_cv_of_somebody_else_tells_nothing() -> None:
    assert leaning_on(SOURCE, "# Charles\n\n## Skills\n- Gears\n") == SOURCE
    assert leaning_on(SOURCE, "") == SOURCE


def test_what_is_in_no_form_of_the_schema_stays() -> None:
    source = {"basics": "Ada", "work": "none", "skills": ["Looms"], "projects": [3]}
    assert leaning_on(source, CV) == source
