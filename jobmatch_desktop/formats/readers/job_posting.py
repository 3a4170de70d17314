"""Postings in the terms of schema.org (https://schema.org/JobPosting), as pages describe them to machines in JSON-LD."""

import functools
import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import lxml.html
import msgspec
from lxml.etree import ParserError

from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.formats.readers.html_offer_page import Posting
from jobmatch_desktop.formats.readers.html_offer_text import text_of
from jobmatch_desktop.resources import resource

MOST = 100
"""Postings that are read of a page."""

_LONGEST_FIELD = 200
_DEEPEST = 12
_LISTS = ("responsibilities", "qualifications", "skills", "experienceRequirements", "educationRequirements")
_TAG = re.compile(r"<\s*/?\s*[a-z][^<>]*>", re.I)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def postings_in(scripts: Iterable[str]) -> tuple[Posting, ...]:
    """The postings in JSON-LD texts, in order, each once; texts that are no JSON have none. Any thread."""
    found: dict[Posting, None] = {}
    for script in scripts:
        try:
            value = json.loads(
                script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False
            )
        except (ValueError, RecursionError):
            continue
        for posting in _postings(value, _DEEPEST):
            if any((read := _posting(posting)).text) and len(found) < MOST:
                found[read] = None
    return tuple(found)


def _postings(value: Any, deepest: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and deepest:
        for item in value:
            yield from _postings(item, deepest - 1)
    elif isinstance(value, dict) and deepest:
        if "JobPosting" in _texts(value.get("@type")):
            yield value
        else:
            for inner in value.values():
                if isinstance(inner, dict | list):
                    yield from _postings(inner, deepest - 1)


def _posting(value: dict[str, Any]) -> Posting:
    description = _prose(value.get("description"))
    language = "fr" if language_of(description) == "fr" else "en"
    title, company = _line(value.get("title") or value.get("name")), _name(value.get("hiringOrganization"))
    place, contract = _place(value, language), _contract(value.get("employmentType"), language)
    salary, deadline = _salary(value.get("baseSalary"), language), _DATE.search(_line(value.get("validThrough")))
    head = [title, " | ".join(part for part in (company, place) if part)]
    head += [f"{_said('labels', 'contract', language)}: {contract}"] if contract else []
    head += [f"{_said('labels', 'salary', language)}: {salary}"] if salary else []
    head += [f"{_said('labels', 'deadline', language)}: {deadline[0]}"] if deadline else []
    blocks = ["\n".join(line for line in head if line), description]
    for name in _LISTS:
        said = _prose(value.get(name))
        if said and said not in description:
            blocks.append(f"{_said('labels', name, language)}\n{said}")
    text = "\n\n".join(block for block in blocks if block)
    return Posting(text, title, company, place, deadline[0] if deadline else "", contract, salary, len(description))


def _prose(value: Any) -> str:
    """A text or texts, whose HTML (often written twice over) becomes plain lines."""
    if isinstance(value, list):
        return "\n".join(f"- {_line(item)}" for item in value if _line(item))
    if isinstance(value, dict):
        return _prose(value.get("description") or value.get("name") or value.get("credentialCategory"))
    text = str(value) if isinstance(value, str | int | float) else ""
    if "&lt;" in text:
        text = html.unescape(text)
    if not _TAG.search(text):
        return html.unescape(text).strip()
    try:
        return text_of(lxml.html.fragment_fromstring(text, create_parent="div"))
    except (ParserError, ValueError):
        return _TAG.sub(" ", text).strip()


def _place(value: dict[str, Any], language: str) -> str:
    places = []
    locations = value.get("jobLocation")
    for location in locations if isinstance(locations, list) else [locations]:
        address = location.get("address", location) if isinstance(location, dict) else location
        if isinstance(address, dict):
            country = address.get("addressCountry")
            parts = [_line(address.get(name)) for name in ("addressLocality", "addressRegion")] + [_name(country)]
            named = ", ".join(dict.fromkeys(part for part in parts if part))
        else:
            named = _line(address)
        places += [named] if named else []
    if "TELECOMMUTE" in _texts(value.get("jobLocationType")):
        places.append(_said("labels", "remote", language))
    return " / ".join(dict.fromkeys(places[:3]))


def _contract(value: Any, language: str) -> str:
    return ", ".join(_said("contracts", one.strip(), language) for one in _texts(value)[:4] if one.strip())


def _salary(value: Any, language: str) -> str:
    if not isinstance(value, dict):
        return _line(value)
    amount = value.get("value")
    if not isinstance(amount, dict):
        amount = {"value": amount, **value} if amount is not None else value
    least, most = _number(amount.get("minValue")), _number(amount.get("maxValue"))
    said = f"{least}–{most}" if least and most and least != most else least or most or _number(amount.get("value"))
    if not said:
        return ""
    unit = _line(amount.get("unitText")).upper()
    words = (
        said,
        _line(value.get("currency") or amount.get("currency")),
        _said("units", unit, language) if unit else "",
    )
    return " ".join(word for word in words if word)


def _number(value: Any) -> str:
    """A sum as it is written; "45000" and 45000.0 alike are "45,000"."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return _line(value)
    if not 0 < number < 1e12:
        return ""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"


def _name(value: Any) -> str:
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    return _line(value.get("name")) if isinstance(value, dict) else _line(value)


def _line(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(said for item in value[:4] if (said := _line(item)))
    if isinstance(value, dict):
        return _line(value.get("name") or value.get("@value"))
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    return " ".join(_TAG.sub(" ", html.unescape(str(value))).split())[:_LONGEST_FIELD]


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return value.split(",") if isinstance(value, str) else []


def _said(table: str, key: str, language: str) -> str:
    words = _tables()[table].get(key)
    return words[language] if words else key.replace("_", " ").capitalize()


@functools.cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return msgspec.json.decode(
        resource("lexicon/job_posting.json").read_bytes(), type=dict[str, dict[str, dict[str, str]]]
    )
