"""What a section holds whose title no table knows, told by its lines: entries with dates, a list, prose."""

import re
from collections.abc import Sequence

from jobmatch_desktop.formats.cv_lines.contacts import EMAIL, PHONE
from jobmatch_desktop.formats.cv_lines.line import Line
from jobmatch_desktop.formats.cv_lines.lists import Group, groups_of, is_prose
from jobmatch_desktop.formats.cv_lines.starts import line_dates
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    degree_score,
    is_hobby,
    names_language,
    organisation_score,
    school_score,
    title_score,
)
from jobmatch_desktop.formats.written_dates import dates_in

_MOST_WORDS_OF_CONTACT = 7
_FEWEST_WORDS_OF_PROSE = 10
_FEWEST_ITEMS = 3
_LONGEST_ITEM = 3.5
_SENTENCE = re.compile(r"\w[.!]$")


def role_by_content(lines: Sequence[Line], known: frozenset[str], before: str = "") -> str | None:
    """The role of a section by what stands in it. `known`: the roles of the document's sections that have a title of the tables;
    `before`: that of the section before, which a list goes on with.

    None where nothing tells: it is then kept as a section of the person's own.
    """
    if not lines:
        return None
    if is_contact(lines):
        return "contact"
    if any(is_span(line) and not line.marked for line in lines):
        return role_of_entries(lines)
    groups = groups_of(lines)
    items = [item.text for group in groups for item in group.items]
    if not items:
        return None
    spoken = [*items, *(group.label.text for group in groups if group.label)]
    if sum(map(names_language, spoken)) > len(items) / 2:
        return "languages"
    if any(map(is_prose, groups)):
        return None if "summary" in known or not _is_prose(lines) else "summary"
    return _role_of_list(groups, items, known, before)


def _role_of_list(groups: Sequence[Group], items: Sequence[str], known: frozenset[str], before: str) -> str | None:
    liked = sum(map(is_hobby, items)) / len(items)
    if any(dates_in(item) or EMAIL.search(item) for item in items):
        return None
    if liked >= (0.3 if "skills" in known else 0.5) and "interests" not in known:
        return "interests"
    labelled = sum(group.label is not None for group in groups) > 1
    short = sum(len(item.split()) for item in items) <= _LONGEST_ITEM * len(items)
    several = len(items) >= _FEWEST_ITEMS and (labelled or "skills" not in known)
    if short and (several or (before == "skills" and "skills" not in known)):
        return "skills"
    return None


def role_of_entries(lines: Sequence[Line]) -> str:
    """Whether entries that tell when are of studies or of work."""
    told = [line.text for line in lines if not line.marked]
    study = sum(degree_score(text) for text in told) + sum(map(school_score, told))
    work = sum(map(title_score, told)) + sum(map(organisation_score, told))
    both = any(map(degree_score, told)) and any(map(school_score, told))
    return "education" if both and study > work else "experience"


def is_contact(lines: Sequence[Line]) -> bool:
    """Whether lines hold no prose but how to reach somebody."""
    reached = any(EMAIL.search(line.text) or _is_phone(line.text) for line in lines)
    return reached and not any(len(line.words) > _MOST_WORDS_OF_CONTACT for line in lines)


def is_span(line: Line) -> bool:
    """Whether a line tells from when until when."""
    found = line_dates(line)
    return bool(found and found.start and (found.end or found.goes_on))


def _is_phone(text: str) -> bool:
    found = PHONE.search(text)
    return found is not None and sum(map(str.isdigit, found[0])) >= _MOST_WORDS_OF_CONTACT + 1 and not dates_in(text)


def _is_prose(lines: Sequence[Line]) -> bool:
    words = [word for line in lines for word in line.words]
    return len(words) >= _FEWEST_WORDS_OF_PROSE and _SENTENCE.search(words[-1].text) is not None
