"""How a match is said: states, strengths and ways in the window's words. No widgets."""

import enum

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.offer import RequirementLevel
from jobmatch_desktop.evidence.matching import Answered, Match
from jobmatch_desktop.evidence.matching_support import Shown

STRONG = 0.85
"""Strength from which a requirement is called strongly met: what a skill shown in an older job counts."""


class State(enum.Enum):
    """How far a requirement is met."""

    MET = "met"
    WEAK = "weak"
    MISSING = "missing"
    UNCLEAR = "unclear"
    """It asks for nothing that a fact could answer; it does not count."""

    @property
    def icon(self) -> str:
        """Its sign, a key of ui/shared/icons."""
        return {"met": "good", "weak": "weak", "missing": "missing", "unclear": "unclear"}[self.value]

    @property
    def colour(self) -> str:
        """The token of its sign."""
        return {"met": "good", "weak": "warn", "missing": "warn", "unclear": "muted"}[self.value]

    @property
    def ground(self) -> str:
        """The token of the ground under its words."""
        return {"met": "accent_soft", "weak": "warn_soft", "missing": "warn_soft", "unclear": "sunken"}[self.value]


def state_of(answered: Answered) -> State:
    """How far a requirement is met."""
    if not answered.answers:
        return State.UNCLEAR
    if answered.met:
        return State.MET
    return State.WEAK if answered.facts else State.MISSING


def strength_words(answered: Answered) -> str:
    """`Strongly met · shown in a recent job`."""
    state = state_of(answered)
    if state is State.UNCLEAR:
        return _tr("Not counted: no fact could answer it")
    if state is State.MISSING:
        return _tr("No fact yet")
    how = _tr("Met")
    if state is State.WEAK:
        how = _tr("Partly met") if answered.missing else _tr("Weakly met")
    if answered.strength >= STRONG:
        how = _tr("Strongly met")
    return f"{how} · {way_words(answered.shown)}" if answered.shown is not None else how


def way_words(shown: Shown) -> str:
    """How the best of its facts shows it."""
    match shown:
        case Shown.STATED:
            return _tr("stated in your profile")
        case Shown.SHOWN:
            return _tr("shown in an earlier job or project")
        case Shown.RECENT:
            return _tr("shown in a recent job or project")


def level_words(level: RequirementLevel) -> str:
    """How much it is asked for."""
    return _tr("must have") if level is RequirementLevel.MUST else _tr("nice to have")


def count_words(match: Match) -> str:
    """`9 met, 2 partly, 3 without a fact`."""
    states = [state_of(one) for one in match.requirements]
    met, weak, missing = (states.count(state) for state in (State.MET, State.WEAK, State.MISSING))
    parts = [_tr("{count} met").format(count=met)]
    if weak:
        parts.append(_tr("{count} partly").format(count=weak))
    if missing:
        parts.append(_tr("{count} without a fact").format(count=missing))
    return ", ".join(parts)


def rose_words(before: int, after: int, raised: tuple[Answered, ...]) -> str:
    """What a fact that was added has changed."""
    names = ", ".join(f"“{one.requirement.text}”" for one in raised[:2])
    if len(raised) > 2:
        names = _tr("{names} and {count} more").format(names=names, count=len(raised) - 2)
    if not raised:
        return _tr(
            "This is in your profile now. The match stays at {after}: it has none of the words that are asked for. "
            "Use those where they are true of you."
        ).format(after=after)
    if after == before:
        return _tr("Better met: {names}. The match stays at {after}.").format(names=names, after=after)
    return _tr("From {before} to {after}. Better met: {names}.").format(before=before, after=after, names=names)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Match", words)
