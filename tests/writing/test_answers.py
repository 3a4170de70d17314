"""What a model says around its answer is taken off, and nothing that it says is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_document import Bullets, Paragraph
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.inline_markdown import InlineSpan, plain, spans
from jobmatch_desktop.writing.answers import clean, has_surplus, without_cut_end
from jobmatch_desktop.writing.recipes import Step

BULLETS = Step("work/0", "Experience, 1 of 1", "en", (), "bullets", 200, ("Kept [the log]",), "- Kept [the log]", 3)
PARAGRAPH = Step("summary", "Summary", "en", (), "paragraph", 200, (), "Engineer.", sentences=4)


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        ("- One\n- Two", "- One\n- Two"),
        ("Sure! Here are the rewritten lines:\n\n1. One\n2) Two\n\nLet me know if you want more.", "- One\n- Two"),
        ("* One\n• Two\n– Three\n- Four", "- One\n- Two\n- Three"),
        ("- One\n- one\n- ONE", "- One"),
        ("- One thing\n  and more of it\n- Two", "- One thing and more of it\n- Two"),
        ("One\nTwo", "- One\n- Two"),
        ("Built a thing. Ran a team.", "- Built a thing.\n- Ran a team."),
        ("```markdown\n### Experience\n- **One**\n```", "- One"),
        ('- "One"\n- «Two»', "- One\n- Two"),
        ("- Managed [Number] people\n- Kept [the log]\n- Led at [Company Name]", "- Kept \\[the log\\]"),
        ("- Grew by {X}%\n- Two", "- Two"),
        ("- <b>One</b> #let x = 1", "- \\<b>One\\</b> #let x = 1"),
        ("- # One", "- \\# One"),
        ("Voici les lignes réécrites :\n- Un\n- Deux\nN'hésitez pas à me demander.", "- Un\n- Deux"),
        ("<think>Let me see:\n- no</think>\n- Yes", "- Yes"),
        ("I'm sorry, but I can't help with that.", ""),
        ("\n\n-\n", ""),
        ("Here are the lines:", ""),
        ("- One\n\nSincerely,\nAda", "- One"),
    ],
)
def test_bullets(raw: str, body: str) -> None:
    assert clean(BULLETS, raw) == body


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        ("An engineer.", "An engineer."),
        ("Summary: An engineer.", "An engineer."),
        ("**Summary**\n\nAn engineer\nof software.", "An engineer of software."),
        ("## New summary\nAn engineer.\n\nNote: I kept all facts.", "An engineer."),
        ('Here is the new summary:\n"An engineer."', "An engineer."),
        ("An engineer. He is good. An engineer.", "An engineer. He is good."),
        ("Dear Hiring Manager,\n\nI apply.\n\nSincerely,\n[Your Name]", "I apply."),
        ("I apply. My name is [Your Name]. I write Python.", "I apply. I write Python."),
        ("Bien sûr ! Voici le résumé :\n« Une ingénieure. »", "Une ingénieure."),
        ("- An engineer.\n- With a plan.", "An engineer. With a plan."),
        ("# An engineer", ""),
        ("- 2014: the year", "2014: the year"),
        ("", ""),
        ("I cannot do that.", ""),
        ("C\u202eode\x00", "Code"),
        ("From 10 am - 4 pm. With 30+ people.", "From 10 am - 4 pm. With 30+ people."),
        ("One. Two. Three. Four. Five.", "One. Two. Three. Four."),
        ("An engineer.\n\nFACTS:\n- Knows Python.", "An engineer."),
    ],
)
def test_a_paragraph(raw: str, body: str) -> None:
    assert clean(PARAGRAPH, raw) == body


TEXT = st.one_of(st.text(max_size=80), st.text(st.sampled_from('-*# \n1.)[](){}<>a:"`~=_Sure'), max_size=60))


def test_a_note_before_a_sentence_is_left_out_of_a_paragraph() -> None:
    raw = "Analyst, Engine Works\nI apply for the position of Analyst.\nAt Engine Works I worked on engines."
    assert clean(PARAGRAPH, raw) == "I apply for the position of Analyst. At Engine Works I worked on engines."


@given(TEXT)
def test_whatever_a_model_says_becomes_the_parts_shape_and_no_markup(raw: str) -> None:
    paragraph, bullets = clean(PARAGRAPH, raw), clean(BULLETS, raw)
    document = parse(paragraph)
    assert not document.name
    assert not document.sections
    assert document.preamble == ((Paragraph((paragraph,)),) if paragraph else ())
    assert spans(paragraph) == ((InlineSpan(plain(paragraph)),) if paragraph else ())
    listed = parse(bullets)
    assert not listed.sections
    assert all(isinstance(block, Bullets) and len(block.items) <= 3 for block in listed.preamble)
    assert len(listed.preamble) <= 1


@given(
    st.lists(st.sampled_from(["Built a bridge.", "Ran 3 teams.", "Kept the log."]), min_size=1, max_size=3, unique=True)
)
def test_a_clean_answer_stays_as_it_is(lines: list[str]) -> None:
    assert clean(BULLETS, "\n".join(f"- {line}" for line in lines)) == "\n".join(f"- {line}" for line in lines)
    assert clean(PARAGRAPH, " ".join(lines)) == " ".join(lines)


@pytest.mark.parametrize("piece", ["[", "- ", "<think>", "Sure:\n", "a. ", '"', "**", "word ", "```\n", "<", "- a\n"])
def test_a_long_answer_is_cleaned(piece: str) -> None:
    assert len(clean(PARAGRAPH, piece * 50_000)) <= len(piece) * 100_000
    assert clean(BULLETS, piece * 50_000).count("\n") < 3


@pytest.mark.parametrize(
    ("step", "raw", "surplus", "whole"),
    [
        (BULLETS, "- One\n- Two\n- Three\n- Four\n- Fi", True, "- One\n- Two\n- Three"),
        (BULLETS, "- One\n- Two\n- Three\n- Fo", False, "- One\n- Two\n- Three"),
        (BULLETS, "- One\n- Two\n- One\n- Two\n- On", True, "- One\n- Two"),
        (BULLETS, "Here are the lines:\n- One\n- Two\n- Three\n- F", False, "- One\n- Two\n- Three"),
        (BULLETS, "- One thing\n  and more\n  and more\n  and more\n", False, "- One thing and more and more and more"),
        (BULLETS, "- One and on and on and on", False, ""),
        (BULLETS, "", False, ""),
        (PARAGRAPH, "A one. A two. A three. A four. A five. A si", True, "A one. A two. A three. A four."),
        (PARAGRAPH, "A one. A two. A three. A four. A fi", False, "A one. A two. A three. A four."),
        (PARAGRAPH, "On and on and on, and 1.5", False, ""),
        (PARAGRAPH, "", False, ""),
    ],
)
def test_an_answer_cut_at_its_length_is_whole_where_it_says_more_than_was_asked(
    step: Step, raw: str, surplus: bool, whole: str
) -> None:
    assert has_surplus(step, raw) is surplus
    assert clean(step, without_cut_end(step, raw)) == whole


@given(st.text(st.sampled_from("- *\nab.!?:1 ")))
def test_any_cut_answer_can_be_asked_about(raw: str) -> None:
    for step in (BULLETS, PARAGRAPH):
        assert raw.startswith(without_cut_end(step, raw))
        has_surplus(step, raw)
