"""The words that make claims, in English and French (resources/lexicon/claim_words.json)."""

import functools

import msgspec

from jobmatch_desktop.resources import resource


class ClaimWords(msgspec.Struct, frozen=True):
    """`numbers` and `scales` to their values; `degrees` to their spellings.

    `seniority` are words that make another title of one; `title_families` are titles that are one, in other words.
    `learning_cues` say that something is still to be learnt, `employer_cues` that a clause is about the employer, and
    `own_cues` that it is about the person. `period_units` and `period_words` say how often, `up` and `down` which way, and
    `leaders` are titles of who leads. `ambiguous_degrees` and `loose_titles` are ordinary words too, and count with a
    capital alone. `titles` are nouns of jobs. `goal_cues` and `past_cues` tell a sentence about the job that is sought
    from one about jobs that were had; the `goal_nouns` do so right before a name. `ordinary_capitals` and `courtesies`
    name nobody; `whole_names` stand in names that count as a whole alone. Words `telling_nothing`
    go with any award or patent; after `vague` ones a number is about so many, after `at_least` so many or some more."""

    numbers: dict[str, float]
    scales: dict[str, float]
    degrees: dict[str, tuple[str, ...]]
    ambiguous_degrees: frozenset[str]
    titles: tuple[str, ...]
    loose_titles: frozenset[str]
    seniority: frozenset[str]
    title_families: tuple[tuple[str, ...], ...]
    learning_cues: tuple[str, ...]
    employer_cues: tuple[str, ...]
    own_cues: tuple[str, ...]
    period_units: dict[str, str]
    period_words: dict[str, str]
    up: tuple[str, ...]
    down: tuple[str, ...]
    leaders: tuple[str, ...]
    goal_cues: tuple[str, ...]
    past_cues: tuple[str, ...]
    goal_nouns: tuple[str, ...]
    ordinary_capitals: frozenset[str]
    whole_names: frozenset[str]
    courtesies: tuple[str, ...]
    telling_nothing: tuple[str, ...]
    vague: tuple[str, ...]
    at_least: tuple[str, ...]


@functools.cache
def claim_words() -> ClaimWords:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    return msgspec.json.decode(resource("lexicon/claim_words.json").read_bytes(), type=ClaimWords)
