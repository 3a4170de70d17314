"""Fits the steps of a document to what a model holds: by rule, and telling what is left out. Pure."""

import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from jobmatch_desktop.domain.stream import Message
from jobmatch_desktop.domain.task import ModelSettings
from jobmatch_desktop.providers.token_estimate import tokens_of_messages
from jobmatch_desktop.writing.digest import SIZES, LeftOut, Size
from jobmatch_desktop.writing.recipes import Recipe, Step, continuation, once_more

_SHARE_OF_REST = 0.5
"""Of a part's answer, what the rest of it gets at least where the words so far leave little room."""

_Asking = TypeVar("_Asking", bound=Recipe)


def limit_of(context: int | None, settings: ModelSettings) -> int | None:
    """How many tokens there are: those that the model holds (None: not known), or fewer where the person set so."""
    return min((limit for limit in (context, settings.context_tokens) if limit is not None), default=None)


def tokens_of_step(step: Step) -> int:
    """Tokens of a step's prompt and answer together, at most."""
    return tokens_of_messages(step.messages) + step.maximum_tokens


def fitted(make: Callable[[Size], _Asking], limit: int | None) -> _Asking:
    """What is asked with as much of offer and profile as fits into `limit` tokens (None: not known, so the usual size).

    The first of `SIZES` in which every step fits; where none is small enough, the steps that do not fit stay as drafted."""
    if limit is None:
        return make(SIZES[0])
    for size in SIZES:
        asking = make(size)
        fits = [tokens_of_step(step) <= limit for step in asking.steps]
        if all(fits):
            return asking
    steps = tuple(step for step, does in zip(asking.steps, fits, strict=True) if does)
    values = {"count": fits.count(False), "limit": limit}
    left = LeftOut(
        "Left as drafted, since they do not fit into the {limit} tokens that the model holds: {count} of the parts.",
        values,
    )
    return msgspec.structs.replace(asking, steps=steps, left_out=(*asking.left_out, left))


def asked_again(step: Step, told: str, limit: int | None) -> Step | None:
    """The step with the corrections `told`; None where the prompt and half of the part's answer do not fit into `limit`."""
    again = once_more(step, told)
    if limit is None or tokens_of_step(again) <= limit:
        return again
    room = limit - tokens_of_messages(again.messages)
    least = round(step.maximum_tokens * _SHARE_OF_REST)
    return msgspec.structs.replace(again, maximum_tokens=room) if room >= least else None


def going_on(step: Step, begun: str, limit: int | None) -> tuple[tuple[Message, ...], int]:
    """The messages that ask for the rest of a step whose words so far are `begun`, and the most tokens of that rest.

    Where all of it does not fit into `limit`, the model is shown the last words alone, so many that half of the part's answer is left;
    a step that fits does so with the words it has, however many."""
    messages = continuation(step, begun)
    if limit is None or tokens_of_messages(messages) + step.maximum_tokens <= limit:
        return messages, step.maximum_tokens
    least = round(step.maximum_tokens * _SHARE_OF_REST)
    words = re.findall(r"\S+\s*", begun)
    while words and tokens_of_messages(messages) + least > limit:
        words = words[len(words) // 10 + 1 :]
        messages = continuation(step, "".join(words))
    return messages, max(least, min(step.maximum_tokens, limit - tokens_of_messages(messages)))
