"""How large a context to allocate: a few fixed steps, since a changed size makes the server load the model again.
Pure."""

from collections.abc import Iterator

STEPS = (2048, 4096, 8192, 16384, 32768, 65536, 131072)
"""Tokens."""

USUAL = 4096
"""Tokens for a load ahead of a request that is not known yet: a profile, an offer and a section of a document fit."""


def windows(needed: int, largest: int | None, loaded: int | None = None) -> Iterator[int]:
    """The contexts to try, smallest first: each holds `needed` tokens, prompt and answer together, and none is beyond
    `largest`, what the model can hold (None: not known). Empty where nothing fits.

    `loaded` is what the server has the model loaded with; where that is large enough it goes first, since it costs no
    loading.
    """
    bound = STEPS[-1] if largest is None else largest
    if loaded is not None and needed <= loaded <= bound:
        yield loaded
        needed = loaded + 1
    for step in (*STEPS, bound):
        window = min(step, bound)
        if window >= needed:
            yield window
            if window == bound:
                return


def limit(largest: int | None) -> int:
    """The most that `windows` ever gives for a model."""
    return STEPS[-1] if largest is None else largest
