"""A job offer: its text, and what was read from it."""

import enum

import msgspec


class RequirementLevel(enum.StrEnum):
    """How much an offer asks for something."""

    MUST = "must"
    NICE = "nice"


class Span(msgspec.Struct, frozen=True, order=True):
    """Where words stand in the offer's text: code points, `end` exclusive."""

    start: int
    end: int


class Requirement(msgspec.Struct, frozen=True):
    """Something that the offer asks of a person, in its own words; `at` is None where the person typed it."""

    text: str
    level: RequirementLevel
    at: Span | None = None


class Duty(msgspec.Struct, frozen=True):
    """Something that the person will do there, in the offer's own words; `at` is None where the person typed it."""

    text: str
    at: Span | None = None


class Offer(msgspec.Struct, frozen=True):
    """`text` is the offer as it came; the rest is what was read from it (see evidence/offer_reading) or typed by the person. Empty
    where the offer does not say. `language` is `en`, `fr` or another ISO 639-1 code; `deadline`, `contract` and `salary` are the
    offer's own words; `source` is the address of its page or the name of its file. `requirements` and `duties` are None as long as
    they stand as read (evidence/offer_reading_requirements reads them), else as the person left them."""

    text: str
    title: str = ""
    company: str = ""
    place: str = ""
    deadline: str = ""
    language: str = "en"
    contract: str = ""
    salary: str = ""
    source: str = ""
    requirements: tuple[Requirement, ...] | None = None
    duties: tuple[Duty, ...] | None = None
