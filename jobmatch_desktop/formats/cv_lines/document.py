"""Lines of a CV to what was imported: the sections' readers, and what they leave over."""

from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.blocks import blocks_of, paragraphs_of
from jobmatch_desktop.formats.cv_lines.contents import is_contact, is_span, role_by_content, role_of_entries
from jobmatch_desktop.formats.cv_lines.credentials import credentials_of
from jobmatch_desktop.formats.cv_lines.doubts import doubted
from jobmatch_desktop.formats.cv_lines.headings import roles_of_heading
from jobmatch_desktop.formats.cv_lines.labelled_fields import labelled_jobs, labelled_studies
from jobmatch_desktop.formats.cv_lines.line import Line, Said
from jobmatch_desktop.formats.cv_lines.lists import (
    Group,
    groups_of,
    interests_of,
    is_prose,
    label_role,
    languages_of,
    references_of,
    skills_of,
)
from jobmatch_desktop.formats.cv_lines.person import person_of
from jobmatch_desktop.formats.cv_lines.projects import projects_of
from jobmatch_desktop.formats.cv_lines.sections import Section, sections_of
from jobmatch_desktop.formats.cv_lines.settling import settled
from jobmatch_desktop.formats.cv_lines.study import studies_of
from jobmatch_desktop.formats.cv_lines.vocabulary import degree_score, is_level, names_language, title_score, tokens
from jobmatch_desktop.formats.cv_lines.work import jobs_of
from jobmatch_desktop.formats.imported import Imported

_CREDENTIALS = {
    "certificates": ("name", "issuer", "date"),
    "awards": ("title", "awarder", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}
# In titles of sections, in English and French.
_TRAININGS = frozenset(
    ("training", "trainings", "qualification", "qualifications", "formation", "formations", "courses")
)
_DEGREE = 1.0
# Signs that draw a line across the page, among them a Korean letter that templates use for one.
_RULES = " \u3161\u2500\u2501\u2014\u2013_-="
_BASICS = ("name", "label", "email", "phone", "url", "summary", "location", "profiles")
_ORDER = (
    "work", "volunteer", "education", "projects", "awards", "certificates", "publications", "skills", "languages",
    "interests", "references",
)  # fmt: skip


def imported_of(lines: Sequence[Line]) -> Imported:
    """The JSON Resume document of a CV's lines, each field with its place. Pure; any thread; never invents: every text of it
    is made of words of the lines."""
    lines = [line for line in lines if line.text.strip(_RULES)]
    sections = [part for section in _told_by_content(sections_of(lines)) for part in _with_headless(section)]
    opening = [line for section in sections if section.role == "" for line in section.lines]
    sections = [_with_contact(section) for section in _with_trainings(sections)]
    contact = [line for section in sections if section.role in ("contact", "links") for line in section.lines]
    person = person_of(opening, contact, lines)
    resume: dict[str, Any] = {"basics": person.basics}
    summary: list[Said] = [*person.prose]
    own: list[tuple[Line | None, list[Line]]] = []
    for section in sections:
        if section.role == "summary":
            summary.extend(text for _, text in paragraphs_of(section.lines))
        elif section.role == "courses":
            _courses(section, resume)
        elif section.role == "own":
            own.append((section.title, section.lines))
        elif section.role not in ("", "contact", "links"):
            for field, items in _read(section).items():
                resume.setdefault(field, []).extend(items)
    if summary:
        person.basics["summary"] = summary
    basics = {key: person.basics[key] for key in (*_BASICS, *person.basics) if key in person.basics}
    ordered = {"basics": basics, **{field: resume[field] for field in _ORDER if resume.get(field)}}
    titles = [section.title for section in sections if section.title is not None]
    titles += [label for section in sections for label in section.labels]
    return settled(doubted(ordered), sections, titles, own)


def _told_by_content(sections: Sequence[Section]) -> list[Section]:
    """The sections; of those whose titles no table knows, what stands in them tells the role. A line that only looked like a title
    goes on with the section before."""
    known = frozenset(section.role for section in sections if section.title is not None)
    found: list[Section] = []
    for section in sections:
        if section.role != "own" or any(not line.marked and is_span(line) for line in section.lines):
            found.append(section)
        elif role := role_by_content(section.lines, known, found[-1].role if found else ""):
            found.append(msgspec.structs.replace(section, role=role))
        elif section.opens and found and section.title is not None:
            lines = [*found[-1].lines, section.title, *section.lines]
            found[-1] = msgspec.structs.replace(found[-1], lines=lines)
        else:
            found.append(section)
    return found


def _with_headless(section: Section) -> list[Section]:
    """A section of prose in which entries begin without a title, in two: the dates tell."""
    if section.role not in ("", "summary", "own") or (section.role == "own" and section.title is None):
        return [section]
    anchors = [place for place, line in enumerate(section.lines) if not line.marked and is_span(line)]
    if not anchors:
        return [section]
    begins = anchors[0]
    while (
        begins > 0
        and begins > anchors[0] - 2
        and not section.lines[begins - 1].marked
        and section.lines[begins].gap < 0.8
        and _short(section.lines[begins - 1])
    ):
        begins -= 1
    if section.role == "":
        if begins < 2:
            return [section]
    elif section.role == "own":
        begins = 0 if begins <= 1 else begins
    head = Section(section.role, section.title, section.lines[:begins], section.certain)
    lines = section.lines[begins:]
    found = Section(role_of_entries(lines), section.title if begins == 0 else None, lines, certain=False)
    return [found] if begins == 0 else [head, found]


def _with_trainings(sections: Sequence[Section]) -> list[Section]:
    """The sections; one of several about education whose title says training or qualifications, and which names no span of time and no
    degree, holds certificates."""
    several = sum(section.role == "education" for section in sections) > 1
    return [
        msgspec.structs.replace(section, role="certificates")
        if several and section.role == "education" and _holds_trainings(section)
        else section
        for section in sections
    ]


def _holds_trainings(section: Section) -> bool:
    words = set(tokens(section.title.text)) if section.title is not None else set()
    return bool(words & _TRAININGS) and not any(
        is_span(line) or degree_score(line.text) > _DEGREE for line in section.lines
    )


def _with_contact(section: Section) -> Section:
    """A section such as "About" that holds no prose but how to reach the person is one of contacts."""
    if section.role != "summary" or not is_contact(section.lines):
        return section
    return msgspec.structs.replace(section, role="contact")


def _short(line: Line) -> bool:
    return len(line.text) < 70 and not line.text.rstrip().endswith(".")


def _is_dated(section: Section) -> bool:
    return any(not line.marked and is_span(line) for line in section.lines)


def _read(section: Section) -> dict[str, list[dict[str, Any]]]:
    """The items of a section by JSON Resume's fields. A list's label may name another field than its title."""
    match section.role:
        case "experience":
            return {"work": labelled_jobs(section.lines) or jobs_of(blocks_of(section.lines))}
        case "interests" if _is_dated(section):
            return {"volunteer": jobs_of(blocks_of(section.lines), "organization")}
        case "volunteer":
            return {"volunteer": jobs_of(blocks_of(section.lines), "organization")}
        case "education":
            return {"education": labelled_studies(section.lines) or studies_of(blocks_of(section.lines))}
        case "projects":
            return _projects(section)
        case "certificates" | "awards" | "publications":
            return {section.role: credentials_of(section.lines, _CREDENTIALS[section.role])}
        case "references":
            return {"references": references_of(section.lines)}
        case "languages":
            return _languages(section)
        case "interests":
            return {"interests": interests_of(groups_of(section.lines))}
        case _:
            return _skills(section.lines)


def _projects(section: Section) -> dict[str, list[dict[str, Any]]]:
    """Projects; under a title that names associations too, what begins with a post is that of a volunteer."""
    blocks = blocks_of(section.lines, undated=True)
    both = section.title is not None and "volunteer" in roles_of_heading(section.title.text)
    posts = [
        block for block in blocks if both and title_score(" ".join(word.text for word in block.head[0].cells[-1])) > 0
    ]
    others = [block for block in blocks if block not in posts]
    return {"volunteer": jobs_of(posts, "organization"), "projects": projects_of(others)}


def _languages(section: Section) -> dict[str, list[dict[str, Any]]]:
    """Languages that are spoken; a list that names none of them is one of skills, such as languages of programming, or of interests
    where the title names those too."""
    groups = groups_of(section.lines)
    others = [group for group in groups if group.items and (group.label or len(group.items) > 1) and not _spoken(group)]
    found = {"languages": languages_of(group for group in groups if group not in others)}
    if others and section.title is not None and "interests" in roles_of_heading(section.title.text):
        return {**found, "interests": interests_of(others)}
    return {**found, "skills": skills_of(others)} if others else found


def _spoken(group: Group) -> bool:
    texts = [item.text for item in (group.label, *group.items) if item is not None]
    levels = sum(map(is_level, texts))
    return label_role(group.label) == "languages" or any(map(names_language, texts)) or 2 * levels > len(group.items)


def _skills(lines: Sequence[Line]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for group in groups_of(lines):
        role = label_role(group.label)
        if is_prose(group):
            continue
        spoken = group.items and sum(names_language(item.text) for item in group.items) > len(group.items) / 2
        if role == "languages" and spoken:
            found.setdefault("languages", []).extend(languages_of([msgspec.structs.replace(group, label=None)]))
        elif role == "interests":
            found.setdefault("interests", []).extend(interests_of([msgspec.structs.replace(group, label=None)]))
        elif role in _CREDENTIALS and role is not None:
            names = _CREDENTIALS[role]
            found.setdefault(role, []).extend({names[0]: item} for item in group.items)
        else:
            found.setdefault("skills", []).extend(skills_of([group]))
    return found


def _courses(section: Section, resume: dict[str, Any]) -> None:
    """A section of courses belongs to the last degree named before it; with none, it stands as skills do not: on its own."""
    items = [item for group in groups_of(section.lines) for item in group.items]
    studies = resume.get("education")
    if studies:
        studies[0].setdefault("courses", [])
        studies[0]["courses"] = [
            *studies[0]["courses"],
            *(msgspec.structs.replace(item, confidence=0.5) for item in items),
        ]
    elif items:
        resume.setdefault("education", []).append({"courses": items})
