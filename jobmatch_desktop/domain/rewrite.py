"""Words of a document that a person wants in other words."""

import enum

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError

REWRITE = "rewrite"
"""The kind of such a task, and the key of the one part that it has."""

LONGEST = 6_000
"""Characters that are rewritten at once: two pages of prose would be a document, which is written part by part."""


class Wish(enum.StrEnum):
    """What is to become of the words."""

    SHORTER = "shorter"
    STRONGER = "stronger"
    """Stronger verbs."""
    OFFER = "offer"
    """Nearer to what the offer asks for."""
    TRANSLATE = "translate"
    """Into the other of the two languages that the program writes."""
    ANEW = "anew"
    """The same said in another way: one more draft of it."""
    OWN = "own"
    """As the person says."""


class Rewrite(msgspec.Struct, frozen=True):
    """`text` are lines of one paragraph or of one list, CV Markdown, of a `document` (`cv` or `letter`); `words` is what the person says
    where the wish is `OWN`."""

    document: str
    text: str
    wish: Wish
    words: str = ""


class NotOnePassage(JobMatchError):
    """What was chosen has headings in it, prose and a list, nothing at all, or too much."""

    what = "These words cannot be rewritten together."
    why = "They are not words of one paragraph or of one list, or more than {most} characters."
    remedy = "Select one paragraph, one list, or a part of one."


class NeedsModel(JobMatchError):
    """Without a model nothing is put into other words."""

    what = "Rewriting needs a model."
    remedy = "Choose one under Generate."
