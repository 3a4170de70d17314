"""Which facts come nearest to words that no fact has: to put their value in its place, or to tie the words to one."""

import re
from collections.abc import Sequence

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.mark import Near, Tieable
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.quantities import Quantity, quantities

_FEWEST_SHARED = 2
_LEAST_SHARE = 0.5
_SAID_COUNTS = 3
_UNIT = re.compile(r"[ \u00a0\u202f]?[^\W\d_]{1,3}(?![\w’'])|[ \u00a0\u202f]?[€$£%]")
_NAMES = frozenset(
    {
        "work.position", "work.organisation", "volunteer.position", "volunteer.organisation", "education.degree",
        "education.area", "education.institution", "project.name",
    }
)  # fmt: skip
_NO_STATEMENTS = ("basics.", "reference.")
_NO_STATEMENT_FIELDS = frozenset({"start", "end", "url", "date", "level", "fluency"})


def near(sentence: str, start: int, end: int, index: FactIndex) -> Near | None:
    """The number, date or duration that a fact gives where a sentence has another (its words from `start` to `end`, code points).

    None where the words are none, or no fact speaks of the same thing for the most part. Pure, any thread."""
    own = quantities(sentence)
    claimed = next((quantity for quantity in own if quantity.start < end and quantity.end > start), None)
    if claimed is None or claimed.start < start or claimed.end > end:
        return None
    about = content(_without(sentence, own))
    best: tuple[float, Quantity, Fact] | None = None
    for fact in index.facts:
        shared = len(about & index.words[fact.id])
        if shared < _FEWEST_SHARED or shared < _LEAST_SHARE * len(about):
            continue
        value = _same_place(claimed, own, [one for one in quantities(fact.text) if one.kind == claimed.kind])
        if value is None or _unit(sentence, claimed.end) != _unit(fact.text, value.end):
            continue
        if best is None or shared > best[0]:
            best = (shared, value, fact)
    if best is None:
        return None
    _, value, fact = best
    words = fact.text[value.start : value.end]
    return Near(words, sentence[start : claimed.start] + words + sentence[claimed.end : end], fact.text)


def nearest(said: str, sentence: str, index: FactIndex) -> tuple[Tieable, ...]:
    """The facts that something may be tied to, those that share the most words with it first, each but once. Pure, any thread."""
    wanted, around = content(said), content(sentence)

    def shared(fact: Fact) -> int:
        words = index.words[fact.id]
        return _SAID_COUNTS * len(wanted & words) + len(around & words)

    names: dict[str, list[str]] = {}
    for fact in index.facts:
        if fact.kind in _NAMES:
            names.setdefault(entry_of(fact.id), []).append(fact.text)
    ordered = sorted(filter(_is_statement, index.facts), key=lambda fact: -shared(fact))
    found = (
        Tieable(fact, "" if fact.kind in _NAMES else ", ".join(names.get(entry_of(fact.id), []))) for fact in ordered
    )
    return tuple({(one.fact.text, one.where): one for one in reversed(tuple(found))}.values())[::-1]


def _is_statement(fact: Fact) -> bool:
    kept = fact.kind in ("basics.label", "basics.summary", "basics.city", "basics.region")
    named = not fact.kind.startswith(_NO_STATEMENTS) and fact.kind.rpartition(".")[2] not in _NO_STATEMENT_FIELDS
    return kept or named


def _unit(text: str, end: int) -> str:
    """What may be a unit after a number: seconds are not put in the place of milliseconds."""
    found = _UNIT.match(text, end)
    return found[0].strip() if found else ""


def _without(sentence: str, own: Sequence[Quantity]) -> str:
    for quantity in own:
        sentence = sentence[: quantity.start] + " " * (quantity.end - quantity.start) + sentence[quantity.end :]
    return sentence


def _same_place(claimed: Quantity, own: Sequence[Quantity], theirs: Sequence[Quantity]) -> Quantity | None:
    """Of a fact's quantities the one that stands where the claimed one does: the only one that the sentence does not say too, or that
    of the same number in their order."""
    left = [one for one in theirs if not any(one.values & other.values for other in own)]
    alike = [one for one in own if one.kind == claimed.kind]
    if len(left) == 1:
        return left[0]
    place = alike.index(claimed)
    return theirs[place] if len(theirs) == len(alike) and theirs[place] in left else None
