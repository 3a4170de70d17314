"""Places that English and French call differently (resources/lexicon/place_names.json)."""

import functools

import msgspec

from jobmatch_desktop.evidence.sentences import folded
from jobmatch_desktop.resources import resource


def other_names(place: str) -> tuple[str, ...]:
    """What else a place is called; nothing for one that is called alike, or is none."""
    return _names().get(folded(place), ())


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    families = msgspec.json.decode(resource("lexicon/place_names.json").read_bytes(), type=list[tuple[str, ...]])
    return {folded(name): tuple(one for one in names if one != name) for names in families for name in names}
