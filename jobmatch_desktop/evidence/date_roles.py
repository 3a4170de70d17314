"""What a date says of the thing beside it: since when a title is held, and when a degree was taken.

Who was made a manager in 2021 became it then, and a degree with one year beside it was finished in that year, not begun."""

import re
from collections.abc import Sequence

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import entry_of
from jobmatch_desktop.evidence.narrowing import of_entries, with_facts
from jobmatch_desktop.evidence.sentences import Found, before

_SINCE = re.compile(
    r"(?<!\w)(?:since|depuis|from|as of|dès|à partir de|à compter de)\s(?:the\s|l[’']|le\s|début\s|fin\s|early\s|late\s)?$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"(?<!\w)(?:promoted|promotion|became|appointed|hired|named|joined|started|nommée?|promue?|devenue?|embauchée?|recrutée?|rejoint)(?!\w)",
    re.IGNORECASE,
)
_I_WAS = re.compile(
    r",?\s(?:I\s(?:was|am|have been|worked as|served as)|I[’']ve been|I[’']m|je suis|j[’']étais|j[’']ai été)"
    r"\s(?:an?\s|the\s|une?\s|la\s|le\s)?",
    re.IGNORECASE,
)
_RIGHT_AFTER = re.compile(r"(?<!\w)(?:in|en)\s$", re.IGNORECASE)
_BEGUN = re.compile(
    r"(?<!\w)(?:since|from|start\w*|began|begun|enter\w*|enrol\w*|join\w*|left|before|after|until|stud\w+|during|between"
    r"|first year|depuis|dès|avant"
    r"|après|débuté?|début|commenc\w+|entrée?|intégr\w+|inscrit\w*|rejoint|quitté|jusqu|étudi\w+|pendant|entre|durant|suivi|préparé?|de|à|to|when|while"
    r"|quand|lors|puis|then)(?!\w)|[–—-]",
    re.IGNORECASE,
)
_HELD = (".position", ".role")
_CREDENTIAL = ("certificates/", "awards/")
_OVER = ("work.end", "volunteer.end", "project.end")
_BETWEEN = re.compile(r"[^,;:.()]{0,60}")
_OWN = re.compile(
    r"(?:^|(?<!\w)(?:as|to|am|i[’']m|became|was|been|comme|en tant que|en qualité d[e’']|suis|été|devenue?|of|de"
    r"|d[’'])\s)\W*(?:an?\s|the\s|une?\s|la\s|le\s|l[’'])?$",
    re.IGNORECASE,
)


def by_role(words: str, date: Found, chosen: Sequence[Found], index: FactIndex) -> Found:
    """A date with those of its facts that say what it says: of the job that is named by its title, when it began; of a degree, when it
    was finished."""
    leading = before(words, date.start)
    since = _SINCE.search(leading) is not None
    dates = sum(one.kind == "date" for one in chosen)
    if since:
        date = with_facts(date, (fact for fact in date.facts if index.kinds[fact] not in _OVER))
    if date.facts and since and (title := _title_after(words, date, chosen)):
        return _of_title(title, date, index)
    if date.facts and (since or (_BECAME.search(words[: date.start]) and _RIGHT_AFTER.search(leading) and dates == 1)):
        return _of_holding(words, date, chosen, index)
    if date.facts and dates == 1:
        return _of_degree(words, date, chosen, index)
    return date


def _of_holding(words: str, date: Found, chosen: Sequence[Found], index: FactIndex) -> Found:
    """A date of what is held, where nothing else is named beside it: a title, or a credential."""
    near = [
        one
        for one in chosen
        if one.end <= date.start and not one.allowed and _BETWEEN.fullmatch(words, one.end, date.start) is not None
    ]
    if any(one.kind in ("employer", "degree", "award", "publication", "project") for one in near):
        return date
    named = [one for one in near if " " in words[one.start : one.end]]
    held = [one for one in near if one.kind == "title" or (one in named and one.kind in ("name", "certificate"))]
    if not held:
        return date
    last = held[-1]
    if last.kind == "title":
        if _OWN.search(words[: last.start]) is None:
            return date
        entries = {entry_of(fact) for fact in last.facts if index.kinds[fact].endswith(_HELD)}
    else:
        entries = {entry_of(fact) for fact in last.facts if fact.startswith(_CREDENTIAL)}
    if not entries and last.facts:
        return date
    return of_entries(date, entries)


def _title_after(words: str, date: Found, chosen: Sequence[Found]) -> Found | None:
    """What the person was from a date on: "From 2019 I was Second Officer"."""
    return next(
        (one for one in chosen if one.kind == "title" and _I_WAS.fullmatch(words, date.end, one.start)),
        None,
    )


def _of_title(title: Found, date: Found, index: FactIndex) -> Found:
    entries = {entry_of(fact) for fact in title.facts if index.kinds[fact].endswith(_HELD)}
    if not entries and title.facts:
        return date
    return of_entries(date, entries)


def _of_degree(words: str, date: Found, chosen: Sequence[Found], index: FactIndex) -> Found:
    """The only date of a sentence about a degree, without the year in which that was begun."""
    degrees = [one for one in chosen if one.kind == "degree"]
    others = [one for one in chosen if one.kind in ("title", "certificate", "award", "project", "duration")]
    if not degrees or others or _BEGUN.search(_around(words, date, degrees[0])):
        return date
    return with_facts(date, (fact for fact in date.facts if index.kinds[fact] != "education.start"))


def _around(words: str, date: Found, degree: Found) -> str:
    """The words of a sentence that are neither the date nor the degree."""
    first, second = sorted((date, degree), key=lambda one: one.start)
    return f"{words[: first.start]} {words[first.end : second.start]}"
