"""The words that make claims, in English and French (resources/lexicon/claim_words.json)."""

import functools

import msgspec

from jobmatch_desktop.resources import resource


class ClaimWords(msgspec.Struct, frozen=True):
    """`numbers` and `scales` to their values; `degrees` to their spellings.

    `ambiguous_degrees` and `loose_titles` are ordinary words too, and count with a capital alone. `titles` are nouns of
    jobs. `goal_cues` and `past_cues` tell a sentence about the job that is sought from one about jobs that were had;
    the `goal_nouns` do so right before a name. `ordinary_capitals` and `courtesies` name nobody; `whole_names` stand in
    names that count as a whole alone."""

    numbers: dict[str, float]
    scales: dict[str, float]
    degrees: dict[str, tuple[str, ...]]
    ambiguous_degrees: frozenset[str]
    titles: tuple[str, ...]
    loose_titles: frozenset[str]
    goal_cues: tuple[str, ...]
    past_cues: tuple[str, ...]
    goal_nouns: tuple[str, ...]
    ordinary_capitals: frozenset[str]
    whole_names: frozenset[str]
    courtesies: tuple[str, ...]


@functools.cache
def claim_words() -> ClaimWords:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    return msgspec.json.decode(resource("lexicon/claim_words.json").read_bytes(), type=ClaimWords)
