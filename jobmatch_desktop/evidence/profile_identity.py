"""Which entries of two profiles are the same: by what they are, not by where they stand."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from rapidfuzz import fuzz

NAMES_ALIKE = 88.0
"""From here on, of 100, two names of an organisation or a position are one that is written in two ways (rapidfuzz `token_sort_ratio`)."""

LINES_ALIKE = 70.0
"""From here on, of 100, two lines of one entry are one that was reworded (rapidfuzz `ratio`)."""

PAIRS = 40_000
"""So many pairs of items are held against each other at most: some 100 ms."""

_LONGEST_WORD = 24
"""A line of a list that is no longer is a word or a name: it is the same only where it reads the same."""

_SIGNS = re.compile(r"[^\w+#]+")
_DIGITS = re.compile(r"\d+")
_LEGAL = re.compile(
    r"\b(?:inc|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|sa|sas|sarl|srl|bv|nv|plc|pty|oy|ab|as|spa|kg|se)\b"
)
_CURRENT = re.compile(r"^(?:present|now|today|current|currently|aujourd hui|present day|en cours|actuel\w*)$")

Likeness = Callable[[Any, Any], float]


def folded(text: object) -> str:
    """Words as they are compared: without case, accents, and signs other than `+` and `#`; `""` for what is no text."""
    if not isinstance(text, str):
        return ""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _SIGNS.sub(" ", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip()


def likeness_of(list_path: str) -> Likeness:
    """How two items of the list at a path are held against each other: 0 where they are not the same, up to 100."""
    steps = list_path.split("/")
    if len(steps) > 1 and steps[0] != "basics":
        return _same_words if steps[-1] in ("keywords", "roles") else _lines_alike
    return {
        "work": _same_post("name"),
        "volunteer": _same_post("organization"),
        "education": _same_study,
        "projects": _same_named("name", "entity"),
        "certificates": _same_named("name", "issuer"),
        "awards": _same_named("title", "awarder"),
        "publications": _same_named("name", "publisher"),
        "references": _same_named("name", "reference"),
        "skills": _same_word("name"),
        "languages": _same_word("language"),
        "interests": _same_word("name"),
        "basics/profiles": _same_link,
    }.get(list_path, _equal)


def paired(first: Sequence[Any], second: Sequence[Any], alike: Likeness) -> dict[int, int]:
    """The places in `first` of what is also in `second`, and where: each once, what is equal first, then the most alike, then the
    nearest. Of very long lists only what is equal."""
    pairs = _equal_pairs(first, second)
    taken = set(pairs.values())
    here_left = [here for here in range(len(first)) if here not in pairs]
    there_left = [there for there in range(len(second)) if there not in taken]
    if len(here_left) * len(there_left) > PAIRS:
        return pairs
    scores = ((alike(first[here], second[there]), here, there) for here in here_left for there in there_left)
    found = [(-score, abs(here - there), here, there) for score, here, there in scores if score > 0]
    for _, _, here, there in sorted(found):
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return pairs


def _equal_pairs(first: Sequence[Any], second: Sequence[Any]) -> dict[int, int]:
    places: dict[bytes, list[int]] = {}
    for there, other in enumerate(second):
        places.setdefault(msgspec.json.encode(other, order="sorted"), []).append(there)
    pairs = {}
    for here, one in enumerate(first):
        if same := places.get(msgspec.json.encode(one, order="sorted")):
            pairs[here] = same.pop(0)
    return pairs


def field(entry: Any, name: str) -> str:
    """A text of an entry, `""` where there is none; also by the names that older documents have."""
    if not isinstance(entry, dict):
        return ""
    for known in (name, *_OLDER.get(name, ())):
        if isinstance(found := entry.get(known), str) and found.strip():
            return found.strip()
    return ""


_OLDER = {"name": ("company", "title"), "organization": ("name",), "title": ("name",), "language": ("name",)}


def _names_alike(one: str, other: str) -> float:
    """0 for names of which one is empty, that differ in a number, or that are too different; else up to 100."""
    first, second = folded(one), folded(other)
    if not first or not second or _DIGITS.findall(first) != _DIGITS.findall(second):
        return 0.0
    score = fuzz.token_sort_ratio(first, second)
    return score if score >= NAMES_ALIKE else 0.0


def _organisations_alike(one: str, other: str) -> float:
    first, second = folded(one), folded(other)
    bare, other_bare = (" ".join(_LEGAL.sub(" ", name).split()) or name for name in (first, second))
    return _names_alike(bare, other_bare)


def _dates_agree(one: str, other: str) -> bool:
    """Whether two dates may be one: the same, or the same as far as the shorter one goes. An empty one agrees with all."""
    if not one or not other:
        return True
    if _CURRENT.match(folded(one)) or _CURRENT.match(folded(other)):
        return folded(one) == folded(other) or bool(_CURRENT.match(folded(one)) and _CURRENT.match(folded(other)))
    return one.startswith(other) or other.startswith(one)


def _same_post(organisation: str) -> Likeness:
    def alike(one: Any, other: Any) -> float:
        place = _organisations_alike(field(one, organisation), field(other, organisation))
        post = _names_alike(field(one, "position"), field(other, "position"))
        start, other_start = field(one, "startDate"), field(other, "startDate")
        end, other_end = field(one, "endDate"), field(other, "endDate")
        begins = _dates_agree(start, other_start)
        ends = _dates_agree(end, other_end)
        same_time = bool(start and other_start and begins and (len(start) > 4 < len(other_start) or (ends and end)))
        if place and post:
            # Its beginning may have been corrected; whoever came back later to the same post began and left at other times.
            return (place + post) / 2 if begins or (ends and bool(end) == bool(other_end)) else 0.0
        if place and same_time:
            return place * 0.6  # its title was reworded; after a promotion it begins at another time
        if post and same_time:
            missing = not field(one, organisation) or not field(other, organisation)
            return post * 0.5 if missing or _first_word(one, organisation) == _first_word(other, organisation) else 0.0
        return 0.0

    return alike


def _first_word(entry: Any, name: str) -> str:
    return folded(field(entry, name)).partition(" ")[0]


def _same_study(one: Any, other: Any) -> float:
    place = _names_alike(field(one, "institution"), field(other, "institution"))
    if not place and field(one, "institution") and field(other, "institution"):
        return 0.0
    begins = _dates_agree(field(one, "startDate"), field(other, "startDate"))
    ends = _dates_agree(field(one, "endDate"), field(other, "endDate"))
    scores = []
    for name in ("studyType", "area"):
        mine, theirs = field(one, name), field(other, name)
        if mine and theirs:
            scores.append(_names_alike(mine, theirs))
    if any(score == 0.0 for score in scores):
        dated = (
            field(one, "startDate") and field(other, "startDate") and field(one, "endDate") and field(other, "endDate")
        )
        return place * 0.5 if dated and begins and ends and any(scores) else 0.0
    if not place and not (scores and (field(one, "endDate") or field(one, "startDate"))):
        return 0.0
    return (place + sum(scores)) / (1 + len(scores)) + 0.1 if begins or ends else 0.0


def _same_named(name: str, giver: str) -> Likeness:
    def alike(one: Any, other: Any) -> float:
        score = _names_alike(field(one, name), field(other, name))
        mine, theirs = field(one, giver), field(other, giver)
        if not field(one, name) and not field(other, name):
            return 60.0 if folded(mine) and folded(mine) == folded(theirs) else 0.0
        if score and score < 100 and mine and theirs and not _names_alike(mine, theirs):
            return 0.0
        return score

    return alike


def _same_word(name: str) -> Likeness:
    def alike(one: Any, other: Any) -> float:
        mine = folded(field(one, name))
        return 100.0 if mine and mine == folded(field(other, name)) else 0.0

    return alike


def _same_link(one: Any, other: Any) -> float:
    mine, theirs = address(field(one, "url")), address(field(other, "url"))
    if mine and theirs:
        return 100.0 if mine == theirs else 0.0
    network = folded(field(one, "network"))
    user = folded(field(one, "username"))
    same = network == folded(field(other, "network")) and user == folded(field(other, "username"))
    return 90.0 if (network or user) and same else 0.0


def address(url: str) -> str:
    """An address as it is compared: without scheme, `www.` and a slash at its end."""
    return re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", url.strip().casefold()).rstrip("/")


def _lines_alike(one: Any, other: Any) -> float:
    first, second = folded(one), folded(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 100.0
    if min(len(first), len(second)) <= _LONGEST_WORD:
        return 0.0
    score = fuzz.ratio(first, second, score_cutoff=LINES_ALIKE)
    return min(score, 99.0)


def _same_words(one: Any, other: Any) -> float:
    first = folded(one)
    return 100.0 if first and first == folded(other) else 0.0


def _equal(one: Any, other: Any) -> float:
    return 100.0 if one == other else 0.0
