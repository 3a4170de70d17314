"""Fits the steps of a document to what a model holds: by rule, and telling what is left out. Pure."""

from collections.abc import Callable

from jobmatch_desktop.providers.token_estimate import tokens_of_messages
from jobmatch_desktop.writing.digest import SIZES, LeftOut, Size
from jobmatch_desktop.writing.recipes import Recipe, Step


def tokens_of_step(step: Step) -> int:
    """Tokens of a step's prompt and answer together, at most."""
    return tokens_of_messages(step.messages) + step.maximum_tokens


def fitted(make: Callable[[Size], Recipe], limit: int | None) -> Recipe:
    """The steps with as much of offer and profile as fits into `limit` tokens (None: not known, so the usual size).

    The first of `SIZES` in which every step fits; where none is small enough, the steps that do not fit stay as drafted."""
    if limit is None:
        return make(SIZES[0])
    for size in SIZES:
        recipe = make(size)
        too_long = [step for step in recipe.steps if tokens_of_step(step) > limit]
        if not too_long:
            return recipe
    steps = tuple(step for step in recipe.steps if step not in too_long)
    values = {"count": str(len(too_long)), "limit": f"{limit:,}"}
    left = LeftOut(
        "{count} parts stay as drafted: they do not fit into the {limit} tokens that the model holds.", values
    )
    return Recipe(steps, (*recipe.left_out, left))
