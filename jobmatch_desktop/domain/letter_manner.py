"""How a letter is to be written, beside its language: by which country's habit, how long, in which tone."""

import enum

import msgspec


class Length(enum.StrEnum):
    """How much of the profile a letter tells."""

    SHORT = "short"
    USUAL = "usual"
    LONG = "long"


class Tone(enum.StrEnum):
    """How a letter speaks to the employer."""

    PLAIN = "plain"
    FORMAL = "formal"
    WARM = "warm"


class LetterManner(msgspec.Struct, frozen=True):
    """`country` is `fr`, `de`, `uk` or `us`, whose habit frames the letter; `""` for none's, None for the one that the offer tells
    (writing/letter_country.py)."""

    country: str | None = None
    length: Length = Length.USUAL
    tone: Tone = Tone.PLAIN


USUAL = LetterManner()
"""Nothing chosen."""
