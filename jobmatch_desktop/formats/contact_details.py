"""The lines under a CV's name as JSON Resume's `basics`: who the person is, where they live, how to reach them."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from jobmatch_desktop.domain.inline_markdown import plain, spans
from jobmatch_desktop.formats.cv_lines.vocabulary import is_known_place
from jobmatch_desktop.resources import resource

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+|\(|\d)[\d\s().\-–/]{5,}\d")
# A bare name such as "Node.js" is no page: one has a path, a "www." or an ending that people have pages under.
_PAGE = re.compile(
    r"(?i)https?://\S+|www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|info|app|eu|fr|de|uk|ch|be|ca|us|it|es|nl|at|pt|pl|se|no|fi|dk|in)"
)
_LABELLED = re.compile(
    r"(?i)^(?:e-?mail|courriel|mail|phone|mobile|cell|tel|tél|téléphone|portable|web|website|site|address|adresse|location|lieu)"
    r"\s?\.?\s?:\s*"
)
_SEPARATORS = re.compile(r"\s+[·|•∙◦⋅◆]\s+|\s*[|•]\s*")
_LONGEST_PART = 200
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"[A-Z]{2}")
_POSTAL_CITY = re.compile(r"(\d{4,5}(?:-\d+)?)\s+(\D+)")
_CITY_POSTAL = re.compile(r"(.+?)[\s,]+([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})")
_REGION_POSTAL = re.compile(r"(.+?)[\s,]+((?:[A-Z]\d[A-Z] ?\d[A-Z]\d)|\d{4,6}(?:-\d{4})?)")


def basics_of(name: str, lines: Iterable[str]) -> dict[str, Any]:
    """`basics` from the name and the contact lines (inline Markdown); nothing else is in it.

    What is neither address of a page, e-mail nor telephone is the label, and where it reads like a place, the location.
    """
    basics: dict[str, Any] = {"name": plain(name)} if name else {}
    words = [_LABELLED.sub("", plain(part)).strip() for part in _parts(lines) if not _reached(part, basics)]
    _label_and_place([word for word in words if word], basics)
    return basics


def headline_of(lines: Iterable[str]) -> str:
    """What the contact lines (inline Markdown) say the person is (`Core engineer`), as it stands there; `""` where they do not."""
    lines = list(lines)
    label = str(basics_of("", lines).get("label", "")).partition(" · ")[0]
    return label if label in {plain(part).strip() for line in lines for part in line.split(" · ")} else ""


def location_of(line: str) -> dict[str, str]:
    """An address on one line as JSON Resume's `location`: by the places of postal code, region and country in it."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    location: dict[str, str] = {}
    if len(parts) > 2 and _CODE.fullmatch(parts[-1]):
        location["countryCode"] = parts.pop()
    last = _REGION_POSTAL.fullmatch(parts[-1]) if len(parts) > 1 else None
    # A house number and its street look like one: only a line alone may begin with its postal code.
    coded = [at for at, part in enumerate(parts) if _POSTAL_CITY.fullmatch(part) and (at or len(parts) == 1)]
    if last and len(parts) > 2 and not _DIGIT.search(parts[-3]):
        # City, region and its code before the postal code: `San Francisco, California, CA 94115`.
        location.update(postalCode=parts.pop(), region=parts.pop(), city=parts.pop())
    elif british := _CITY_POSTAL.fullmatch(parts[-1]) if parts else None:
        location.update(city=british[1], postalCode=british[2])
        parts.pop()
    elif last:
        location.update(region=last[1], postalCode=last[2])
        location["city"] = parts[-2]
        parts = parts[:-2]
    elif coded and (found := _POSTAL_CITY.fullmatch(parts[coded[-1]])):
        location.update(postalCode=found[1], city=found[2], region=", ".join(parts[coded[-1] + 1 :]))
        parts = parts[: coded[-1]]
    elif len(parts) == 3 and is_known_place(parts[0]) and not _DIGIT.search("".join(parts)):
        # Town, region, country.
        location.update(city=parts[0], region=", ".join(parts[1:]))
        parts = []
    elif len(parts) > 1:
        location.update(region=parts.pop(), city=parts.pop())
    elif parts:
        location["city"] = parts.pop()
    location["address"] = ", ".join(parts)
    return {key: value for key, value in location.items() if value}


def _parts(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for part in _SEPARATORS.split(line):
            # Commas part the lines of those who use them for that too: in an address they are its own.
            commas = [piece.strip() for piece in part.split(", ")]
            several = any(_EMAIL.fullmatch(plain(piece)) or _is_phone(plain(piece)) for piece in commas)
            yield from (piece for piece in (commas if several else [part.strip()]) if piece)


def _reached(part: str, basics: dict[str, Any]) -> bool:
    """Whether the part told how to reach the person; it is in `basics` then."""
    words = plain(part)
    if len(words) > _LONGEST_PART:
        return False
    url = next((span.url for span in spans(part) if span.url), "")
    if url.startswith("mailto:") or (not url and _EMAIL.search(words)):
        address = _EMAIL.search(words) or _EMAIL.search(url)
        if address is None:
            return False
        return _put(basics, "email", address[0])
    if url.startswith("tel:") or (not url and _is_phone(words)):
        return _put(basics, "phone", _LABELLED.sub("", words).strip())
    bare = _LABELLED.sub("", words).strip()
    if not url and (page := _PAGE.fullmatch(bare.rpartition(": ")[2])):
        url = page[0] if "://" in page[0] else f"https://{page[0]}"
    if not url:
        return False
    network, _, username = bare.partition(": ") if ": " in bare else ("", "", "")
    host = url.split("://", 1)[-1].split("/", 1)[0].lower().removeprefix("www.")
    known = next((name for end, name in networks().items() if host == end or host.endswith(f".{end}")), "")
    if not network and not known and "url" not in basics:
        return _put(basics, "url", url)
    if not network:
        network = known or ("" if _PAGE.fullmatch(bare) else bare)
        path = url.split("://", 1)[-1].rstrip("/").split("/")
        username = path[-1] if known and len(path) > 1 else ""
    profile = {"network": network, "username": username, "url": url}
    basics.setdefault("profiles", []).append({key: value for key, value in profile.items() if value})
    return True


@functools.cache
def networks() -> dict[str, str]:
    """Host to the name of the network that it is."""
    return msgspec.json.decode(resource("networks.json").read_bytes(), type=dict[str, str])


def _put(basics: dict[str, Any], key: str, value: str) -> bool:
    """Puts the first of its kind in its place and keeps others beside it."""
    if key in basics and basics[key] != value:
        basics.setdefault(f"other{key.capitalize()}s", []).append(value)
    else:
        basics[key] = value
    return True


def _is_phone(words: str) -> bool:
    bare = _LABELLED.sub("", words).strip()
    return bool(_PHONE.fullmatch(bare)) and sum(character.isdigit() for character in bare) >= 6


def _label_and_place(words: list[str], basics: dict[str, Any]) -> None:
    if len(words) > 1 or (words and _is_place(words[0])):
        # The place is the last of them that reads like one; else what comes after the label.
        place = next((word for word in reversed(words) if _is_place(word)), words[-1])
        words.remove(place)
        basics["location"] = location_of(place)
    if words:
        basics["label"] = " · ".join(words)


def _is_place(words: str) -> bool:
    return "," in words or bool(re.search(r"\d{4,}", words))
