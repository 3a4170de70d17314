"""Marks: words of a text that no fact has, with what may be done and what was decided about them."""

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.claim_decision import ClaimDecision
from jobmatch_desktop.domain.fact import Fact

LONGEST = 200_000
"""Characters, some sixty pages. A longer text is not checked: that would take minutes."""


class Near(msgspec.Struct, frozen=True):
    """What a fact gives for the same thing: its `value` as written there, and the claim's words with it (`instead`)."""

    value: str
    instead: str
    fact: str


class Tieable(msgspec.Struct, frozen=True):
    """A fact that words may be tied to, and what it is a line of: a job, a degree, a project (empty for none of them)."""

    fact: Fact
    where: str = ""


class Mark(msgspec.Struct, frozen=True):
    """Words that no fact has, from `start` to `end` (code points of the text, `end` exclusive), in a `sentence` (plain text). `near` is
    what a fact says of the same thing; `decision` is the person's, None while there is none."""

    start: int
    end: int
    said: str
    kind: str
    sentence: str
    why: Why
    near: Near | None = None
    decision: ClaimDecision | None = None


class Marked(msgspec.Struct, frozen=True):
    """The marks of a text in their order. Of `statements` sentences that say something of the person, `supported` have a fact for all
    of it. `too_long`: it was not checked."""

    marks: tuple[Mark, ...] = ()
    statements: int = 0
    supported: int = 0
    too_long: bool = False

    @property
    def open(self) -> tuple[Mark, ...]:
        """Those that nothing was decided about."""
        return tuple(mark for mark in self.marks if mark.decision is None)
