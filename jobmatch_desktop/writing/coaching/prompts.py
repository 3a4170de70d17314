"""What a model is sent in a talk, and the rule by which a long one fits its context.

Order: instructions, profile, offer, then the talk. All before the talk is the same, byte for byte, in every request of a
talk. Where not all fits, the oldest exchanges are left out, whole, until the rest does; the newest is always sent.
"""

import functools
from collections.abc import Callable, Sequence

import msgspec

from jobmatch_desktop.domain.conversation import SECONDS, Speaker, TalkKind, Turn
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.stream import Message
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.coaching.pitch import words_within
from jobmatch_desktop.writing.digest import LeftOut, offer_digest, profile_digest
from jobmatch_desktop.writing.recipes import Step, continuation

ANSWER_TOKENS = {TalkKind.SUCCESS: 500, TalkKind.PITCH_30: 350, TalkKind.PITCH_180: 900, TalkKind.INTERVIEW: 400}
"""Tokens of an answer, at most, in English; French takes 1.4 times as many."""

_FRENCH_TOKENS = 1.4


class Prompt(msgspec.Struct, frozen=True):
    """What is sent. `left_out` is how many of the oldest messages are not; `material` says what of profile and offer is not."""

    messages: tuple[Message, ...]
    maximum_tokens: int
    left_out: int = 0
    material: tuple[LeftOut, ...] = ()


def prompt(
    kind: TalkKind,
    language: str,
    profile: Profile,
    offer: Offer | None,
    turns: Sequence[Turn],
    context_tokens: int,
    count: Callable[[Sequence[Message]], int],
) -> Prompt:
    """The messages that ask for the answer to the last of `turns`, which is the person's; `count` estimates their tokens."""
    language = "fr" if language == "fr" else "en"
    seconds = SECONDS.get(kind, 0)
    name = "coach_pitch" if kind in SECONDS else f"coach_{kind}"
    instructions = _template(language, name).format(seconds=seconds, words=words_within(seconds))
    profile_text, left = profile_digest(profile)
    if offer is None:
        material = _template(language, "coach_profile").format(profile=profile_text)
    else:
        offer_text, left_of_offer = offer_digest(offer, profile)
        left += left_of_offer
        material = _template(language, "context").format(profile=profile_text, offer=offer_text)
    head = (Message("system", instructions.strip()), Message("user", material.strip()))
    maximum = round(ANSWER_TOKENS[kind] * (_FRENCH_TOKENS if language == "fr" else 1))
    exchanges = _exchanges(turns)
    first = next(
        (
            place
            for place in range(len(exchanges))
            if count((*head, *_messages(exchanges[place:]))) + maximum <= context_tokens
        ),
        max(len(exchanges) - 1, 0),
    )
    left_out = sum(len(exchange) for exchange in exchanges[:first])
    return Prompt((*head, *_messages(exchanges[first:])), maximum, left_out, left)


def going_on(sent: Prompt, language: str, begun: str) -> tuple[Message, ...]:
    """The messages that ask for the rest of an answer that was cut; `writing.recipes.join` puts both together."""
    step = Step(
        "answer", "", "fr" if language == "fr" else "en", sent.messages, "paragraph", sent.maximum_tokens, (), ""
    )
    return continuation(step, begun)


def _exchanges(turns: Sequence[Turn]) -> list[list[Turn]]:
    """What the coach said and the answer to it; each begins with the coach, the first perhaps with the person."""
    exchanges: list[list[Turn]] = []
    for turn in turns:
        if not turn.text.strip():
            continue
        if turn.speaker is Speaker.COACH or not exchanges:
            exchanges.append([])
        exchanges[-1].append(turn)
    return exchanges


def _messages(exchanges: Sequence[Sequence[Turn]]) -> list[Message]:
    """Roles alternate, as some servers insist: what one said in several turns is one message."""
    messages: list[Message] = []
    for turn in (turn for exchange in exchanges for turn in exchange):
        if messages and messages[-1].role == turn.speaker:
            messages[-1] = Message(turn.speaker.value, f"{messages[-1].content}\n\n{turn.text}")
        else:
            messages.append(Message(turn.speaker.value, turn.text))
    return messages


@functools.cache
def _template(language: str, name: str) -> str:
    return resource(f"prompts/{language}/{name}.txt").read_text(encoding="utf-8")
