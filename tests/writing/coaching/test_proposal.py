"""What is proposed to be kept: the person's words, and of a model's only what they said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.conversation import Speaker, TalkKind, Turn
from jobmatch_desktop.domain.profile import Basics, Job, Profile, Skill
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.writing.coaching.pitch import compose_pitch, seconds_of, words_within
from jobmatch_desktop.writing.coaching.profile_lines import NoSuchJob, ProfileFact, with_lines
from jobmatch_desktop.writing.coaching.proposal import propose_facts, propose_pitch, propose_success
from jobmatch_desktop.writing.coaching.questions import coach_words, guided, opening

PROFILE = Profile(
    Basics(name="Ada Byron", label="Software engineer"),
    work=(Job("Acme", "Engineer", highlights=("I wrote the billing service.",)),),
    skills=(Skill("Python"),),
)
TODAY = "2026-11-25"


def talk(*said: str) -> list[Turn]:
    """What the coach and the person said, in turn, the coach first."""
    speakers = [Speaker.COACH, Speaker.PERSON]
    return [
        Turn(speakers[place % 2], text, place if place % 2 else None, task=None if place % 2 else TaskId(str(place)))
        for place, text in enumerate(said)
    ]


def success(turns: list[Turn], language: str = "en") -> dict[str, str]:
    return {field.key: field.text for field in propose_success(language, turns)}


def test_answers_go_where_the_question_says_whatever_the_order() -> None:
    turns = talk(
        opening(TalkKind.SUCCESS, "en", None),
        "Releases took a day.",
        "Good! And what was the result of your work?",
        "We release every hour.",
        "I see. What steps did you take?",
        "I wrote a pipeline.",
        "What was your goal there?",
        "To make releases safe.",
    )
    assert success(turns) == {
        "title": "We release every hour",
        "situation": "Releases took a day.",
        "task": "To make releases safe.",
        "action": "I wrote a pipeline.",
        "result": "We release every hour.",
    }


def test_a_question_that_says_nothing_is_the_next_one() -> None:
    turns = talk("Hello.", "One.", "Go on", "Two.", "Mh.", "ok", "Tell me more?", "Three.", "", "Four.", "", "Five.")
    found = success(turns)
    assert [found[key] for key in ("situation", "task", "action", "result")] == [
        "One.",
        "Two.",
        "Three.",
        "Four.\nFive.",
    ]


def test_french_questions_are_known() -> None:
    turns = talk("Quel était le résultat ?", "Tout va vite.", "Qu’avez-vous fait ?", "J’ai écrit un outil.")
    found = success(turns, "fr")
    assert (found["result"], found["action"]) == ("Tout va vite.", "J’ai écrit un outil.")


@given(st.lists(st.text(max_size=40), max_size=9))
def test_nothing_but_the_persons_words_is_proposed(said: list[str]) -> None:
    turns = talk(*said)
    own = " ".join(turn.text for turn in turns if turn.speaker is Speaker.PERSON).split()
    for field in propose_success("en", turns):
        assert set(field.text.removesuffix(" …").split()) <= {*own, *(word.rstrip(".!…") for word in own)}
    for field in propose_facts(TalkKind.SUCCESS, "en", PROFILE, None, turns):
        assert all(word in " ".join(own) for word in field.text.split())


def test_a_models_pitch_loses_what_nobody_said() -> None:
    turns = talk(
        "Who are you at work, in one sentence?",
        "I am a software engineer at Acme and I write billing services.",
        "What do you look for?",
        "I look for a team that writes billing services with care.",
        "I am a software engineer at Acme. I write billing services. I led 40 people at Google. "
        "Sailing across oceans taught me endless patience. I look for a team that writes services with care.",
        "Good!",
    )
    own, model = propose_pitch(TalkKind.PITCH_30, "en", PROFILE, None, turns, TODAY)
    assert own.said
    assert own.text == f"{turns[1].text} {turns[3].text}"
    assert not model.said
    assert model.text == (
        "I am a software engineer at Acme. I write billing services. I look for a team that writes services with care."
    )
    lost = [sentence.text for sentence in model.left_out]
    assert lost == ["I led 40 people at Google.", "Sailing across oceans taught me endless patience."]
    assert all(sentence.why for sentence in model.left_out)


def test_facts_are_sentences_and_skills_that_the_profile_lacks() -> None:
    turns = talk("What did you do?", "I wrote the billing service. I moved it to Kubernetes with Python. Fine.")
    found = [
        (field.key, field.text, field.job) for field in propose_facts(TalkKind.SUCCESS, "en", PROFILE, None, turns)
    ]
    assert found == [("highlight", "I moved it to Kubernetes with Python.", 0), ("skill", "Kubernetes", None)]


ANSWERS = st.dictionaries(st.sampled_from(coach_words("en").pitch_order), st.text("ab .!?\n", max_size=900))


@given(ANSWERS, st.sampled_from([30, 180]))
def test_a_composed_pitch_keeps_its_time_and_adds_nothing(answers: dict[str, str], seconds: int) -> None:
    pitch = compose_pitch("en", seconds, answers, Profile())
    assert len(pitch.split()) <= words_within(seconds)
    assert seconds_of(pitch) <= seconds
    said = " ".join(answers.values()).casefold()
    assert all(word.casefold().strip(".!?") in said for word in pitch.split())


def test_a_pitch_begins_with_the_profile_where_nobody_said_who() -> None:
    assert compose_pitch("en", 30, {"wish": "i want a team"}, PROFILE) == "Software engineer. I want a team."


def test_lines_are_added_and_all_else_stays() -> None:
    source = {"work": [{"name": "Acme", "odd": 1}], "skills": "Python", "meta": {"x": [1]}}
    lines = [
        ProfileFact("highlight", " I wrote\nit. ", 0),
        ProfileFact("skill", "Go"),
        ProfileFact("project", "A tool."),
    ]
    changed, paths = with_lines(source, lines)
    assert source == {"work": [{"name": "Acme", "odd": 1}], "skills": "Python", "meta": {"x": [1]}}
    assert changed == {
        "work": [{"name": "Acme", "odd": 1, "highlights": ["I wrote it."]}],
        "skills": ["Python", {"name": "Go"}],
        "meta": {"x": [1]},
        "projects": [{"name": "A tool", "description": "A tool."}],
    }
    assert paths == ("work/0/highlights/0", "skills/1/name", "projects/0/description")


@pytest.mark.parametrize("job", [None, 1, -1])
def test_a_job_that_is_not_there(job: int | None) -> None:
    with pytest.raises(NoSuchJob):
        with_lines({"work": [{}]}, [ProfileFact("highlight", "x", job)])


@pytest.mark.parametrize("kind", TalkKind)
def test_both_languages_ask_the_same(kind: TalkKind) -> None:
    english, french = (guided(kind, language, None) for language in ("en", "fr"))
    assert [(one.key, one.optional) for one in english] == [(one.key, one.optional) for one in french]
