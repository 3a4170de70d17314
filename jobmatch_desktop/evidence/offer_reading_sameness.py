"""How alike two offers are: the share of their runs of three words that both have."""

import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from jobmatch_desktop.domain.offer import Offer

NEAR = 0.7
"""From this on two texts are called the same offer: the same posting on another board, or with another date."""

_RUN = 3
_CHARACTERS_READ = 30_000
_WORD = re.compile(r"\w+")
_TRACKING = re.compile(
    r"^(?:utm_\w+|gclid|fbclid|ref|refid|source|src|trk|trackingid|gh_src|lever-source|mc_\w+|_ga|sid|session\w*)$",
    re.I,
)


def shingles(text: str) -> frozenset[str]:
    """The runs of three words of a text, without case and accents; what `likeness` compares. The first 30,000 characters count."""
    folded = unicodedata.normalize("NFKD", text[:_CHARACTERS_READ].casefold())
    words = _WORD.findall("".join(sign for sign in folded if not unicodedata.combining(sign)))
    runs = range(max(len(words) - _RUN + 1, min(len(words), 1)))
    return frozenset(" ".join(words[start : start + _RUN]) for start in runs)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: what both have of what either has (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def same_offer(one: Offer, other: Offer) -> bool:
    """Whether two offers are one: the same address, or texts that are near the same and no different title or employer."""
    key = address_key(one.source)
    if key and key == address_key(other.source):
        return True
    for mine, theirs in ((one.title, other.title), (one.company, other.company)):
        if mine and theirs and mine.casefold() != theirs.casefold():
            return False
    return likeness(shingles(one.text), shingles(other.text)) >= NEAR


def address_key(address: str) -> str:
    """An address without what does not tell one offer from another: the scheme, "www.", a fragment, marks of where a visitor came from.
    `""` for what is no address of a page."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    asked = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.match(name))
    host = parts.netloc.casefold().removeprefix("www.")
    return urlunsplit(("", host, parts.path.rstrip("/"), urlencode(asked), ""))
