"""The lines under a CV's name as JSON Resume's `basics`: who the person is, where they live, how to reach them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jobmatch_desktop.domain.inline_markdown import plain, spans
from jobmatch_desktop.domain.profile import Basics
from jobmatch_desktop.writing.contact import address_line

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+|\(|\d)[\d\s().\-–/]{5,}\d")
_PAGE = re.compile(
    r"(?:https?://\S+|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,4})(?:/\S*)?(?![\w@]))", re.IGNORECASE
)
_LABELLED = re.compile(
    r"(?i)^(?:e-?mail|courriel|mail|phone|mobile|cell|tel|tél|téléphone|portable|web|website|site|address|adresse|location|lieu)"
    r"\s?\.?\s?:\s*"
)
_SEPARATORS = re.compile(r"\s+[·|•∙◦⋅◆]\s+|\s*[|•]\s*")
_HOSTS = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "twitter.com": "Twitter", "x.com": "X",
    "stackoverflow.com": "Stack Overflow", "medium.com": "Medium", "xing.com": "XING", "viadeo.com": "Viadeo",
    "behance.net": "Behance", "dribbble.com": "Dribbble", "orcid.org": "ORCID", "bitbucket.org": "Bitbucket",
}  # fmt: skip
_CODE = re.compile(r"[A-Z]{2}")
_POSTAL_CITY = re.compile(r"(\d{4,5}(?:-\d+)?)\s+(\D+)")
_REGION_POSTAL = re.compile(r"(.+?)[\s,]+((?:[A-Z]\d[A-Z] ?\d[A-Z]\d)|\d{4,6}(?:-\d{4})?)")


def basics_of(name: str, lines: Iterable[str]) -> dict[str, Any]:
    """`basics` from the name and the contact lines (inline Markdown). Every part of the lines is in it somewhere;
    nothing else is.

    What is neither address of a page, e-mail nor telephone is the label, and where it reads like a place, the location.
    """
    basics: dict[str, Any] = {"name": plain(name)} if name else {}
    words = [_LABELLED.sub("", plain(part)).strip() for part in _parts(lines) if not _reached(part, basics)]
    _label_and_place([word for word in words if word], basics)
    return basics


def location_of(line: str) -> dict[str, str]:
    """An address on one line as JSON Resume's `location`; as `address` where it cannot be taken apart for certain."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    location: dict[str, str] = {}
    if len(parts) > 2 and _CODE.fullmatch(parts[-1]):
        location["countryCode"] = parts.pop()
    if (len(parts) > 1 and (found := _POSTAL_CITY.fullmatch(parts[-1]))) or (len(parts) == 1 and (found :=
    _POSTAL_CITY.fullmatch(parts[0]))):
        location.update(postalCode=found[1], city=found[2])
        parts.pop()
    elif len(parts) > 1:
        region = _REGION_POSTAL.fullmatch(parts[-1])
        location.update({"region": region[1], "postalCode": region[2]} if region else {"region": parts[-1]})
        parts.pop()
        location["city"] = parts.pop()
    elif parts:
        location["city"] = parts.pop()
    if parts:
        location["address"] = ", ".join(parts)
    read_back = Basics(
        address=location.get("address", ""),
        postal_code=location.get("postalCode", ""),
        city=location.get("city", ""),
        region=location.get("region", ""),
        country=location.get("countryCode", ""),
    )
    as_given = ", ".join(part.strip() for part in line.split(","))
    return location if address_line(read_back) == as_given else {"address": line}


def _parts(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from (part.strip() for part in _SEPARATORS.split(line) if part.strip())


def _reached(part: str, basics: dict[str, Any]) -> bool:
    """Whether the part told how to reach the person; it is in `basics` then."""
    words = plain(part)
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
    known = next((name for end, name in _HOSTS.items() if host == end or host.endswith(f".{end}")), "")
    if not network and not known and "url" not in basics:
        return _put(basics, "url", url)
    if not network:
        network = known or ("" if _PAGE.fullmatch(bare) else bare)
        path = url.split("://", 1)[-1].rstrip("/").split("/")
        username = path[-1] if known and len(path) > 1 else ""
    profile = {"network": network, "username": username, "url": url}
    basics.setdefault("profiles", []).append({key: value for key, value in profile.items() if value})
    return True


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
