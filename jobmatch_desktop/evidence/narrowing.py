"""Fewer facts for a claim: those of what it is told of."""

from collections.abc import Collection, Iterable

import msgspec

from jobmatch_desktop.evidence.fact_reading import entry_of
from jobmatch_desktop.evidence.sentences import Found


def with_facts(found: Found, facts: Iterable[str]) -> Found:
    """A claim with these facts; without any, it is said to be of something else."""
    kept = tuple(dict.fromkeys(facts))
    return msgspec.structs.replace(found, facts=kept, why="" if kept else "elsewhere")


def of_entries(found: Found, entries: Collection[str], anywhere: bool = True) -> Found:
    """Only the facts of the entries, and those of none where those count `anywhere`."""
    return with_facts(
        found, (fact for fact in found.facts if entry_of(fact) in entries or (anywhere and not entry_of(fact)))
    )
