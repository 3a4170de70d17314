"""A job offer: its text, and what was read from it."""

import msgspec


class Offer(msgspec.Struct, frozen=True):
    """`text` is the offer as pasted; the rest is what was read from it (see evidence/offer_reading) or typed by the person. Empty
    where the offer does not say. `language` is `en`, `fr` or another ISO 639-1 code; `deadline` is the offer's own words."""

    text: str
    title: str = ""
    company: str = ""
    place: str = ""
    deadline: str = ""
    language: str = "en"
