"""Places that are those of the facts in other words: Gand for Ghent, Belgium or Flanders of who worked in Ghent.

`resources/lexicon/places.json` has countries and parts of countries with their names and adjectives in English and French (names of
countries from CLDR);
`cities.txt.zlib` (made from GeoNames by tools/cities.py) is zlib of UTF-8, a line each city, `|name|other name|…|country.region`, in
small letters without accents."""

import functools
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.sentences import whole_words
from jobmatch_desktop.resources import resource

_PARTS = re.compile(r"\s*[,;()/·|]\s*|\s[–—-]\s")
_SIDES = re.compile(
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|greater|nord|sud|est|ouest|mid)[\s-])+",
    re.I,
)
_GAPS = re.compile(r"[\s'’.-]+")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe"})
_FIELDS = frozenset({"place", "city", "region"})
_OF = "~"
"""Before the code of an adjective: `~CH` is Swiss."""
_FACTS_REMEMBERED = 8


def with_place(said: str, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """The ids of the facts that name the place which the words name, another name of it, or a place within it."""
    known = _places_of(facts)
    if not known:
        return ()
    names = {spelled(said), spelled(_SIDES.sub("", said))} - {""}
    areas = {area for name in names for area in _areas().get(name, ())}
    return tuple(
        fact
        for fact, within, cities in known
        if not names.isdisjoint(cities) or any(_is_within(one, area) for one in within for area in areas)
    )


def _is_within(known: str, area: str) -> bool:
    """Whether an area is another or in it: `FR.53` in `FR`. What is Swiss is not in Switzerland, but what is in Switzerland is Swiss."""
    inner = known.removeprefix(_OF) if area.startswith(_OF) else known
    return f"{inner}.".startswith(f"{area.removeprefix(_OF)}.")


@functools.lru_cache(_FACTS_REMEMBERED)
def _places_of(facts: tuple[Fact, ...]) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """The areas of each fact that names a place, and all the names of the cities that stand in its field for places; in a text the
    countries and regions alone."""
    found: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for fact in facts:
        areas = {one for area in _areas_pattern().finditer(fact.text) for one in _areas()[spelled(area[0])]}
        cities: set[str] = set()
        field = fact.kind.rpartition(".")[2]
        if field in _FIELDS:
            for part in _PARTS.split(fact.text):
                for *names, area in _cities(spelled(part)):
                    areas.add(area)
                    cities.update(names)
        elif field == "country" and fact.text.upper() in _table().countries:
            areas.add(fact.text.upper())
        if areas:
            found.append((fact.id, frozenset(areas), frozenset(cities)))
    return tuple(found)


def _cities(name: str) -> Iterator[list[str]]:
    """The names of each city that has the name, and last its area; the most peopled of those whose usual name it is."""
    text, place = _city_lines(), 0
    while name and (place := text.find(f"|{name}|", place)) >= 0:
        end = text.index("\n", place)
        yield text[text.rfind("\n", 0, place) + 2 : end].split("|")
        place = end


def spelled(words: str) -> str:
    """Words as the cities are spelled: in small letters, without accents, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    return _GAPS.sub(" ", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip()


class _Table(msgspec.Struct, frozen=True):
    countries: dict[str, tuple[str, ...]]
    regions: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/places.json").read_bytes(), type=_Table)


@functools.cache
def _areas() -> dict[str, tuple[str, ...]]:
    """Name or adjective of a country or region to its codes."""
    found: dict[str, list[str]] = {}
    table = _table()
    for before, codes in (("", table.countries), ("", table.regions), (_OF, table.adjectives)):
        for code, names in codes.items():
            for name in dict.fromkeys(map(spelled, names)):
                found.setdefault(name, []).append(before + code)
    return {name: tuple(codes) for name, codes in found.items()}


@functools.cache
def _areas_pattern() -> re.Pattern[str]:
    table = _table()
    names: Sequence[Sequence[str]] = [*table.countries.values(), *table.regions.values(), *table.adjectives.values()]
    # "us" and "uk" are countries in capitals alone.
    return whole_words([name for group in names for name in group if len(name.replace(".", "")) > 2])


@functools.cache
def _city_lines() -> str:
    return zlib.decompress(resource("lexicon/cities.txt.zlib").read_bytes()).decode("utf-8")
