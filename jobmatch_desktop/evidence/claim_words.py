"""The words that make claims, in English and French (resources/lexicon/claim_words.json)."""

import functools

import msgspec

from jobmatch_desktop.resources import resource


class ClaimWords(msgspec.Struct, frozen=True):
    """`numbers` and `scales` to their values; `degrees` to their spellings.

    `seniority` are words that make another title of one, `lesser` those that make a lesser one; `title_families` are titles that are
    one, in other words, and `leaders` those of who leads. `learning_cues` say that something is still to be learnt, `denial_cues`
    that it was not done, `employer_cues` that a clause is about the employer, and `own_cues` that it is about the person.
    `period_units` and `period_words` say how often, `up` and `down` which way. `ambiguous_degrees` and `loose_titles` are ordinary
    words too, and count with a capital alone. `titles` are nouns of jobs, of which `verb_titles` may begin
    a line as another word; `assisting` words give one to somebody else. `goal_cues` and `past_cues` tell a sentence about the job
    that is sought from one about jobs that were had; the `goal_nouns` do so right before a name. `ordinary_capitals`
    and `courtesies` name nobody, `openers` begin a sentence with a capital and are no name; `whole_names` stand in names that count as a
    whole alone. Words `telling_nothing` go with any award or patent, those `telling_no_work` with any publication; after `vague`
    ones a number is about so many, after `at_least` so many or some more."""

    numbers: dict[str, float]
    scales: dict[str, float]
    degrees: dict[str, tuple[str, ...]]
    ambiguous_degrees: frozenset[str]
    titles: tuple[str, ...]
    loose_titles: frozenset[str]
    verb_titles: frozenset[str]
    assisting: tuple[str, ...]
    seniority: frozenset[str]
    title_families: tuple[tuple[str, ...], ...]
    learning_cues: tuple[str, ...]
    denial_cues: tuple[str, ...]
    employer_cues: tuple[str, ...]
    own_cues: tuple[str, ...]
    period_units: dict[str, str]
    period_words: dict[str, str]
    up: tuple[str, ...]
    down: tuple[str, ...]
    leaders: tuple[str, ...]
    lesser: tuple[str, ...]
    openers: frozenset[str]
    goal_cues: tuple[str, ...]
    past_cues: tuple[str, ...]
    goal_nouns: tuple[str, ...]
    ordinary_capitals: frozenset[str]
    whole_names: frozenset[str]
    courtesies: tuple[str, ...]
    telling_nothing: tuple[str, ...]
    telling_no_work: tuple[str, ...]
    vague: tuple[str, ...]
    at_least: tuple[str, ...]


@functools.cache
def claim_words() -> ClaimWords:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    return msgspec.json.decode(resource("lexicon/claim_words.json").read_bytes(), type=ClaimWords)
