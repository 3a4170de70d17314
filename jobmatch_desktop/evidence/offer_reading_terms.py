"""Contract and salary of an offer, in its own words, and where in the text the words of its fields stand."""

import functools
import re

import msgspec

from jobmatch_desktop.domain.offer import Offer, Span
from jobmatch_desktop.resources import resource

FIELDS = ("title", "company", "place", "deadline", "contract", "salary")
"""The fields of an offer that are words of its text."""

_CHARACTERS_READ = 30_000
_CHARACTERS_OF_HEAD = 250
_CONTRACT_LABEL = re.compile(r"^.{0,20}\b(?:contrat|contract|employment type|job type|type)\b.{0,60}$", re.I | re.M)
_MOST_KINDS = 3
_AMOUNT = (
    r"(?:(?:[$€£]|USD|EUR|GBP|CAD|CHF|US\$|C\$|A\$)\s?\d{1,3}(?:[ ,.\u00a0\u202f]?\d{3})*(?:[.,]\d{1,2})?\s?[kK]?"
    r"|\d{1,3}(?:[ ,.\u00a0\u202f]?\d{3})*(?:[.,]\d{1,2})?\s?[kK]?\s?(?:[$€£]|\b(?:USD|EUR|GBP|CAD|CHF|euros?|dollars?|pounds?)\b))"
)
_BARE = r"\d{1,3}(?:[ ,.\u00a0\u202f]?\d{3})*(?:[.,]\d{1,2})?\s?[kK]?"
_PER = (
    r"(?:\s?(?:(?:gross|net|bruts?|nets?)\b|(?:per|an?|by|par|/|l[’'])\s?(?:year|annum|hour|month|week|day|an|année|mois|heure|jour"
    r"|h|yr|hr)\b|(?:annuels?|mensuels?|annually|hourly|yearly|monthly|p\.?a\.?|pa)\b)){0,3}"
)
_SALARY = re.compile(
    rf"(?:{_BARE}\s?(?:[-–—]|to|and|et|à)\s?{_AMOUNT}|{_AMOUNT}(?:{_PER}\s?(?:[-–—]|to|and|et|à)\s?(?:{_AMOUNT}|{_BARE}))?){_PER}"
)
_SALARY_LABEL = re.compile(
    r"(?:^|\n)[ \t*\-•]*(?:salary(?: range)?|compensation|pay(?: range| rate)?|base salary|remuneration|wage|salaire|rémunération|package)"
    r"\s*(?:[:\n]|\s[-–—]\s)[ \t*]*([^\n]{2,80})",
    re.I,
)
_SALARY_NEAR = re.compile(
    r"salar|\bpay\b|paid|compensation|remunerat|wage|\bOTE\b|salaire|rémunér|package|brut|gross|per (?:hour|year|annum)|/h\b|/hr\b"
    r"|/year|/yr|par (?:an|mois)|k€|€ ?/|annuel|mensuel",
    re.I,
)
_RANGE = re.compile(r"\d\s?[kK]?\s?[$€£]?\s?(?:[-–—]|to|à)\s?[$€£]?\s?\d+(?:[., ]?\d{3}|\s?[kK])")
_THOUSANDS = re.compile(r"(?<!\d)\d{2,3}\s?[kK](?!\w)")
_NO_SALARY = re.compile(
    r"revenu|turnover|fund|raised|chiffre|\bCA\b|budget|million|customers|invest|levée|sales of|worth", re.I
)
_NEAR = 90


def contract_in(text: str) -> str:
    """The kinds of contract and of working time that the text names, each once: "CDI, temps plein". Empty where it names none."""
    read = text[:_CHARACTERS_READ]
    # What is asked for, "a first experience (internship, …)", may name other kinds than what is offered at the beginning or by a label.
    told = read[:_CHARACTERS_OF_HEAD] + "\n" + "\n".join(_CONTRACT_LABEL.findall(read[_CHARACTERS_OF_HEAD:]))
    return _kinds_in(told) or _kinds_in(read)


def _kinds_in(text: str) -> str:
    said = (pattern.search(text) for pattern in _contracts().values())
    return ", ".join([" ".join(found[0].split()) for found in said if found][:_MOST_KINDS])


def salary_in(text: str) -> str:
    """What the offer says that it pays, in its own words; sums of money that are said of other things are none."""
    read = text[:_CHARACTERS_READ]
    if label := _SALARY_LABEL.search(read):
        amount = _SALARY.search(label[1])
        return _tidy(amount[0] if amount and len(label[1]) > 50 else label[1])
    for amount in _SALARY.finditer(read):
        around = read[max(0, amount.start() - _NEAR) : amount.end() + _NEAR // 3]
        if _SALARY_NEAR.search(around) or (
            (_RANGE.search(amount[0]) or _THOUSANDS.search(amount[0])) and not _NO_SALARY.search(around)
        ):
            return _tidy(amount[0])
    return ""


def places_of(offer: Offer) -> dict[str, tuple[Span, ...]]:
    """Where the words of each field of `FIELDS` stand in the text: none for what the person typed, several where a field is made of
    words that stand apart. Pure, any thread."""
    found = {}
    for field in FIELDS:
        parts = getattr(offer, field).split(", ") if field == "contract" else [getattr(offer, field)]
        found[field] = tuple(span for part in parts if (span := place_of(part, offer.text)))
    return found


def place_of(words: str, text: str) -> Span | None:
    """Where words stand in a text, whatever space is between them, and by their case first; None where they do not."""
    parts = words.split()
    if not parts:
        return None
    pattern = r"\s+".join(map(re.escape, parts))
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    found = re.search(before + pattern + after, text) or re.search(before + pattern + after, text, re.I)
    return Span(found.start(), found.end()) if found else None


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" .,;:*|-–—")


@functools.cache
def _contracts() -> dict[str, re.Pattern[str]]:
    """Kind to the ways of saying it (resources/lexicon/offer_contracts.json)."""
    listed = msgspec.json.decode(resource("lexicon/offer_contracts.json").read_bytes(), type=dict[str, list[str]])
    return {kind: re.compile("|".join(patterns), re.I) for kind, patterns in listed.items()}
