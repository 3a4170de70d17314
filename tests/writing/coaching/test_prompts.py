"""What a model is sent of a talk: the rule by which a long one fits."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.conversation import Speaker, TalkKind, Turn
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Basics, Job, Profile
from jobmatch_desktop.domain.stream import Message
from jobmatch_desktop.writing.coaching.prompts import Prompt, prompt

PROFILE = Profile(Basics(name="Ada Byron", label="Engineer", email="ada@example.org"), work=(Job("Acme", "Engineer"),))
OFFER = Offer("Engineer wanted. You know Python.", title="Engineer")
WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
TURNS = st.lists(st.tuples(st.sampled_from(Speaker), WORDS), max_size=14).map(
    lambda turns: [Turn(*turn) for turn in turns]
)


def count(messages: Sequence[Message]) -> int:
    return sum(len(message.content.split()) + 4 for message in messages)


def sent(turns: Sequence[Turn], room: int, kind: TalkKind = TalkKind.SUCCESS, language: str = "en") -> Prompt:
    return prompt(kind, language, PROFILE, OFFER, turns, room, count)


@given(TURNS, WORDS.filter(str.strip), st.integers(0, 1200))
def test_the_newest_turns_that_fit_are_sent_whole(before: list[Turn], last: str, room: int) -> None:
    turns = [*before, Turn(Speaker.PERSON, last)]
    all_sent = sent(turns, 10**9)
    found = sent(turns, room)
    said = [turn.text for turn in turns if turn.text.strip()]
    assert found.messages[:2] == all_sent.messages[:2]
    assert "\n\n".join(message.content for message in found.messages[2:]) == "\n\n".join(said[found.left_out :])
    roles = [message.role for message in found.messages[2:]]
    assert all(one != other for one, other in itertools.pairwise(roles))
    assert found.messages[-1].role == "user"
    assert all_sent.left_out == 0
    fits = count(found.messages) + found.maximum_tokens <= room
    if fits and found.left_out:
        # One exchange more would not have fitted.
        assert count(all_sent.messages) + found.maximum_tokens > room
    assert fits or len(found.messages) <= 4  # the newest exchange alone


def test_of_a_talk_that_does_not_fit_the_newest_exchange_is_sent_all_the_same() -> None:
    turns = [Turn(Speaker.COACH, "One?"), Turn(Speaker.PERSON, "Yes one."), Turn(Speaker.COACH, "Two?")]
    found = sent([*turns, Turn(Speaker.PERSON, "Two.")], 0)
    assert [message.content for message in found.messages[2:]] == ["Two?", "Two."]
    assert found.left_out == 2


@pytest.mark.parametrize("kind", TalkKind)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_instructions_are_short_and_say_what_is_not_done(kind: TalkKind, language: str) -> None:
    found = sent([Turn(Speaker.PERSON, "I led it.")], 10**9, kind, language)
    instructions, material = found.messages[0].content, found.messages[1].content
    assert len(instructions.split()) < 170
    assert ("ONE" if language == "en" else "UNE") in instructions
    assert ("Never invent" if language == "en" else "N'invente jamais") in instructions
    assert "Acme" in material
    assert OFFER.text in material
    assert "Ada" not in material and "ada@example.org" not in material  # noqa: PT018


def test_a_pitch_is_asked_for_in_words() -> None:
    assert "75 words" in sent([Turn(Speaker.PERSON, "I.")], 9999, TalkKind.PITCH_30).messages[0].content
    assert "450 words" in sent([Turn(Speaker.PERSON, "I.")], 9999, TalkKind.PITCH_180).messages[0].content
