"""How long a match takes: one re-scored after an edit, and a list of offers ranked."""

import math
import random
import time
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from bench.apart import apart
from bench.row import Row, milliseconds, times
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.matching import match
from jobmatch_desktop.evidence.matching_support import support_of
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_requirements import requirements_of
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.resources import resource

FACTS = 200
REQUIREMENTS = 60
OFFERS = 500
RUNS = 15

SCORED = 0.100
RANKED = 2.0


def measure() -> list[Row]:
    """A profile of 200 facts against an offer of 60 requirements, from the lines on; and 500 offers, read and ranked for the first time.

    The control is the plainest thing that can be called a match: the share of the offer's words that the profile has.
    """
    found = apart(_measured)
    rows = []
    for what, goal in (("scored", SCORED), ("ranked", RANKED)):
        taken, plain = median(found[what]), median(found[f"{what} plain"])
        said = (
            f"{found['facts']} facts, {found['requirements']} requirements"
            if what == "scored"
            else f"{OFFERS} offers, cold"
        )
        rows.append(
            Row(
                f"match {what}: {said}",
                milliseconds(taken),
                f"{milliseconds(plain)} (words in common)",
                times(taken / plain),
                f"<= {milliseconds(goal)}",
                taken <= goal,
            )
        )
    return rows


def _measured() -> dict[str, Any]:
    profile, texts = _profile(), [_offer(number, 12) for number in range(OFFERS)]
    large = read_offer(_offer(-1, REQUIREMENTS))
    today = date(2026, 11, 25)
    lexicon.read("Python")  # the tables are read once a program
    found: dict[str, Any] = {"facts": len(facts(profile_of(profile))), "requirements": len(requirements_of(large))}
    found |= {name: [] for name in ("scored", "scored plain", "ranked", "ranked plain")}
    for run in range(RUNS):
        # Each run has other words in a line, as an edit leaves them: nothing of it was read before.
        profile["work"][0]["highlights"][0] = f"Led the move of service {run} to Kubernetes"
        begun = time.perf_counter()
        match(support_of(facts(profile_of(profile)), today), requirements_of(large))
        scored = time.perf_counter()
        _plain(profile, large.text)
        found["scored"].append(scored - begun)
        found["scored plain"].append(time.perf_counter() - scored)
    offers = [read_offer(text) for text in texts]
    begun = time.perf_counter()
    support = support_of(facts(profile_of(profile)), today)
    scores = sorted((-match(support, requirements_of(offer)).exact, number) for number, offer in enumerate(offers))
    ranked = time.perf_counter()
    plain = sorted((-_plain(profile, text), number) for number, text in enumerate(texts))
    found["ranked"].append(ranked - begun)
    found["ranked plain"].append(time.perf_counter() - ranked)
    assert len(scores) == len(plain) == OFFERS
    assert all(math.isfinite(one[0]) and one <= other for one, other in pairwise(scores))
    return found


def _plain(profile: dict[str, Any], text: str) -> float:
    mine = {word for fact in facts(profile_of(profile)) for word in fact.text.casefold().split()}
    theirs = set(text.casefold().split())
    return len(mine & theirs) / len(theirs)


def _offer(number: int, requirements: int) -> str:
    """An offer as long as they are: prose about the employer, duties, requirements and wishes, in other words each time."""
    chance = random.Random(number)
    names = _names()
    prose = " ".join(chance.choice(names) for _ in range(200))
    asks = [
        "{} years of experience with {}",
        "Strong {1} and {2}",
        "Experience with {1} or {2} ({3})",
        "Fluent English",
        "{1}",
    ]
    lines = [
        "- "
        + chance.choice(asks).format(chance.randint(1, 9), *(chance.choice(names) for _ in range(3)))
        + f" ({number}.{line})"
        for line in range(requirements)
    ]
    half = requirements * 3 // 4
    return "\n".join(
        [
            "Engineer",
            "Acme | Leeds, UK",
            "",
            "About us",
            prose,
            "",
            "Requirements",
            *lines[:half],
            "",
            "Nice to have",
            *lines[half:],
        ]
    )


def _profile() -> dict[str, Any]:
    """Ten jobs with fifteen lines each, and forty skills."""
    chance, names = random.Random(7), _names()
    line = "Built {} services with {} and {} for 40 teams, and cut their cost by a third"
    jobs = [
        {
            "name": f"Employer {number}",
            "position": "Engineer",
            "startDate": f"{2026 - 2 * number}-01",
            "highlights": [line.format(*(chance.choice(names) for _ in range(3))) for _ in range(13)],
        }
        for number in range(10)
    ]
    return {"work": jobs, "skills": [{"name": name} for name in names[:40]]}


def _names() -> list[str]:
    import json

    return [names[0] for names in json.loads(resource("lexicon/skills.json").read_bytes())["names"]]
