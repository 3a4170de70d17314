"""A claim: words of a document that are true only if a fact of the profile says so."""

from collections.abc import Callable

import msgspec


class Why(msgspec.Struct, frozen=True):
    """Why a claim has no fact: an English template, which is the key of its translations too, and the words that fill it."""

    template: str = ""
    said: str = ""

    def text(self, translate: Callable[[str], str] = str) -> str:
        """One line. `translate` maps a template to the reader's language."""
        return translate(self.template).format(said=self.said)

    def __str__(self) -> str:
        return self.text()


class Claim(msgspec.Struct, frozen=True):
    """Words that need a fact. `start` and `end` are code points of the text they were found in, `end` exclusive.

    `kind` is `skill`, `number`, `date`, `duration`, `employer`, `title`, `degree` (where it was taken too), `certificate`, `award`,
    `publication`, `patent`, `project`, `place`, `language` (how well too), `authorship` (made it), `scope` (led it; all of it),
    `contact`, `name` (any other) or `copied` (a sentence of the offer). `facts` are the ids of the facts that support it, and `why`
    says why none does (its text is `""` where supported).
    """

    text: str
    start: int
    end: int
    kind: str
    supported: bool
    facts: tuple[str, ...]
    why: Why
