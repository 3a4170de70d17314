"""Planted lies found and truths wrongly marked, by kind, over the corpus of lies; and how fast a page is checked.

`python -m bench.lies open` shows what is missed and what is marked wrongly, to make grounding better by; the figures of `held` are
the measure, and what it misses is not shown.
"""

import statistics
import sys
import time
from collections import Counter
from datetime import date

import msgspec

from bench.lie_corpus import TODAY, Person, Sentence, persons
from bench.lie_rules import ruled
from bench.row import Row, milliseconds, times
from jobmatch_desktop.domain.claim import Claim
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.fact_index import index_of
from jobmatch_desktop.evidence.grounding import ground, ground_by

LEAST_RECALL = 0.95
MOST_FALSE = 0.05
LONGEST_CHECK = 0.150
FEWEST_TOLD = 20
"""Claims of a kind below which a share of 5 % cannot be told."""


class Tally(msgspec.Struct):
    """Counts over some sentences. `claims` and `false` are those of the true sentences, by the kind of the claim."""

    planted: Counter[str]
    found: Counter[str]
    claims: Counter[str]
    false: Counter[str]
    truths: int = 0
    marked: int = 0


def measure() -> list[Row]:
    """The figures of the part that was held apart, and the time a document of three pages takes."""
    tally = count(persons("held"), "held")
    rows = [
        Row(
            "lies found",
            _share(tally.found.total(), tally.planted.total()),
            "",
            "",
            ">= 95 %",
            _enough(tally.found.total(), tally.planted.total()),
        ),
        Row(
            "truths marked",
            _share(tally.marked, tally.truths),
            "",
            "",
            "<= 5 %",
            tally.marked <= MOST_FALSE * tally.truths,
        ),
    ]
    for kind in sorted(tally.planted):
        found, planted = tally.found[kind], tally.planted[kind]
        rows.append(Row(f"  lies: {kind}", _share(found, planted), "", "", ">= 95 %", _enough(found, planted)))
    for kind in sorted(tally.claims):
        false, claims = tally.false[kind], tally.claims[kind]
        rows.append(
            Row(
                f"  true claims marked: {kind}",
                _share(false, claims),
                "",
                "",
                "<= 5 %",
                false <= MOST_FALSE * claims if claims >= FEWEST_TOLD else None,
            )
        )
    return [*rows, _speed()]


def count(people: tuple[Person, ...], part: str, show: bool = False) -> Tally:
    """Grounds every sentence, those by hand and those by rules."""
    tally = Tally(Counter(), Counter(), Counter(), Counter())
    for person in people:
        for sentence in (*person.sentences, *ruled(person, part)):
            claims = ground(sentence.text, person.facts, person.offer, sentence.language, TODAY)
            _add(tally, sentence, claims, person.name if show else "")
    return tally


def _add(tally: Tally, sentence: Sentence, claims: tuple[Claim, ...], name: str) -> None:
    unsupported = [claim for claim in claims if not claim.supported]
    if not sentence.lies:
        tally.truths += 1
        tally.marked += bool(unsupported)
        tally.claims.update(claim.kind for claim in claims)
        tally.false.update(claim.kind for claim in unsupported)
        if unsupported and name:
            print(f"MARKED {name}: {sentence.text!r}: {[(claim.kind, claim.text) for claim in unsupported]}")
    for lie in sentence.lies:
        found = any(claim.start < lie.end and lie.start < claim.end for claim in unsupported)
        tally.planted[lie.kind] += 1
        tally.found[lie.kind] += found
        if not found and name:
            print(
                f"MISSED {name} {lie.kind}: {sentence.text!r}: {[(claim.kind, claim.text, claim.facts) for claim in claims]}"
            )


def _speed() -> Row:
    """A three-page document of sentences that differ against an index of 200 facts, in time of the thread, which other work does not
    lengthen; beside it, splitting the same words."""
    person = persons("open")[0]
    facts = tuple(
        Fact(f"work/{number}/{fact.id}", fact.kind, fact.text) for number in range(200) for fact in person.facts
    )[:200]
    lines = (sentence.text for other in persons("open") for sentence in other.sentences)
    words = 0
    pages: list[str] = []
    while words < 1_500:
        pages.append(f"- {next(lines)}")
        words += len(pages[-1].split())
    text = "\n".join(pages)
    index = index_of(facts, date.fromisoformat(TODAY))

    def afresh() -> None:
        index.remembered.clear()
        ground_by(text, index, person.offer, person.language, TODAY)

    taken = statistics.median(_seconds(afresh) for _ in range(7))
    control = statistics.median(_seconds(lambda: [word.casefold() for word in text.split()]) for _ in range(7))
    return Row(
        "3 pages checked, 200 facts",
        milliseconds(taken),
        milliseconds(control),
        times(taken / control),
        "<= 150 ms",
        taken <= LONGEST_CHECK,
    )


def _seconds(work: object) -> float:
    assert callable(work)
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "none"


def _enough(found: int, planted: int) -> bool:
    return found >= LEAST_RECALL * planted


if __name__ == "__main__":
    seen = count(persons("open"), "open", show=True)
    for kind in sorted(seen.planted):
        print(f"{kind:12} {_share(seen.found[kind], seen.planted[kind])}")
    print("found", _share(seen.found.total(), seen.planted.total()))
    for kind in sorted(seen.claims):
        print(f"true {kind:12} {_share(seen.false[kind], seen.claims[kind])}")
    print("truths marked", _share(seen.marked, seen.truths), _speed())
    sys.exit(0)
