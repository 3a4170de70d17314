"""A CV document as a JSON Resume document (schema 1.0): sections by their titles, entries by their places in them.

Nothing is invented and no words are lost: a section of the person's own, and blocks that fit no field, stand as CV
Markdown under `meta.sections`.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Paragraph, Section
from jobmatch_desktop.domain.cv_markdown import render
from jobmatch_desktop.domain.inline_markdown import plain, spans
from jobmatch_desktop.formats.contact_details import basics_of
from jobmatch_desktop.formats.entries import entries_of
from jobmatch_desktop.formats.listed import credential_of, interests_of, languages_of, skills_of
from jobmatch_desktop.formats.words import with_addresses
from jobmatch_desktop.formats.written_dates import dates_in
from jobmatch_desktop.writing.titles import role_of

_CREDENTIALS = {
    "certificates": ("name", "issuer", "date"),
    "awards": ("title", "awarder", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}
_SEPARATORS = re.compile(r"\s+[·|•]\s+|\s*[|•]\s*")
_SCORE = re.compile(r"(?i)^(?:grade|score|gpa|note|mention)\s*:\s*(.+)$")
_SCHOOL = re.compile(
    r"(?i)universi|college|school|institut|academy|académi|école|lycée|faculté|polytech|hochschule|\bTU\b|\bIUT\b|\bMIT\b"
)
_COURSES = re.compile(r"(?i)^(?:relevant |selected )?(?:courses|coursework|cours|modules)\s*:\s*(.+)$")
_KEYWORDS = re.compile(r"(?i)^(?:keywords|technologies|tech stack|mots[- ]cl[ée]s)\s*:\s*(.+)$")


_Reader = Callable[[Section], tuple[list[dict[str, Any]], Section]]
"""A section to the items of its field, and what of it fits none."""


def resume_of(document: CvDocument) -> dict[str, Any]:
    """The JSON Resume document. Fields are there only where the CV fills them. Pure; any thread; never raises."""
    basics = basics_of(document.name, document.contact)
    summary = _texts(document.preamble)
    resume: dict[str, Any] = {}
    kept: list[dict[str, str]] = []
    for section in document.sections:
        role = role_of(section.title)
        if role == "summary" and not any(isinstance(part, Entry) for part in section.content):
            summary.extend(_texts(part for part in section.content if not isinstance(part, Entry)))
            continue
        reader = _READERS.get(role or "")
        items, left = reader(section) if reader else ([], section)
        if items:
            resume.setdefault(_FIELDS.get(role or "", role or ""), []).extend(items)
        if left.content or not (reader or section.content):
            kept.append({"title": plain(section.title), "text": _markdown(left)})
    if summary:
        basics["summary"] = "\n".join(summary)
    return {
        **({"basics": basics} if basics else {}),
        **{field: resume[field] for field in _ORDER if field in resume},
        **({"meta": {"sections": kept}} if kept else {}),
    }


def _work(section: Section, organisation: str = "name") -> tuple[list[dict[str, Any]], Section]:
    entries, loose = entries_of(section)
    items = []
    for entry in entries:
        item: dict[str, Any] = {organisation: plain(entry.organisation), "position": plain(entry.title)}
        rest = _dated(item, entry.details)
        if rest:
            item["location"] = ", ".join(rest)
        summary, highlights = _prose_and_bullets(entry.blocks)
        item.update(summary="\n".join(summary), highlights=highlights)
        items.append(_filled(item))
    return items, Section(section.title, loose)


def _volunteer(section: Section) -> tuple[list[dict[str, Any]], Section]:
    return _work(section, "organization")


def _education(section: Section) -> tuple[list[dict[str, Any]], Section]:
    entries, loose = entries_of(section)
    items = []
    for entry in entries:
        degree, _, area = plain(entry.title).partition(", ")
        item: dict[str, Any] = {"institution": plain(entry.organisation), "area": area, "studyType": degree}
        if not entry.organisation and (school := _school(plain(entry.title))):
            item = school
        notes = _dated(item, entry.details, alone="endDate")
        prose, bullets = _prose_and_bullets(entry.blocks)
        courses: list[str] = []
        others: list[str] = []
        for line in (*notes, *prose, *bullets):
            if score := _SCORE.match(line):
                item["score"] = score[1]
            elif listed := _COURSES.match(line):
                courses.extend(part.strip() for part in listed[1].split(", "))
            elif line in notes:
                item["location"] = line if "location" not in item else f"{item['location']}, {line}"
            else:
                others.append(line)
        items.append(_filled({**item, "courses": courses, "summary": "\n".join(others)}))
    return items, Section(section.title, loose)


def _school(title: str) -> dict[str, Any]:
    """A heading that names the school among its parts: `BSc Physics, University of Oslo`. Empty where none of them
    is one."""
    parts = title.split(", ")
    place = next((number for number, part in enumerate(parts) if _SCHOOL.search(part)), None)
    if place is None:
        return {}
    institution = parts.pop(place)
    return {"institution": institution, "area": ", ".join(parts[1:]), "studyType": parts[0] if parts else ""}


def _projects(section: Section) -> tuple[list[dict[str, Any]], Section]:
    entries, loose = entries_of(section)
    items = []
    for entry in entries:
        links = [span.url for text in (entry.details, entry.title) for span in spans(text) if span.url]
        item: dict[str, Any] = {"name": plain(entry.title), "entity": plain(entry.organisation)}
        linked = {plain(part) for part in _SEPARATORS.split(entry.details) if any(span.url for span in spans(part))}
        roles = [role for part in _dated(item, entry.details) if part not in linked for role in part.split(", ")]
        prose, highlights = _prose_and_bullets(entry.blocks)
        named = [found for line in prose if (found := _KEYWORDS.match(line))]
        description = [line for line in prose if not _KEYWORDS.match(line)]
        item.update(roles=roles, url=links[0] if links else "", description="\n".join(description))
        keywords = [word.strip() for found in named for word in found[1].split(", ")]
        items.append(_filled({**item, "highlights": highlights, "keywords": keywords}))
    return items, Section(section.title, loose)


def _credentials(role: str) -> _Reader:
    names = _CREDENTIALS[role]

    def read(section: Section) -> tuple[list[dict[str, Any]], Section]:
        items: list[dict[str, Any]] = []
        for part in section.content:
            if isinstance(part, Entry):
                item = credential_of(" · ".join(filter(None, (part.title, part.organisation))), names)
                found = dates_in(plain(part.details))
                if found:
                    item[names[2]] = found.end or found.single or found.start
                rest = [found.rest if found else plain(part.details), *_texts(part.blocks)]
                items.append(_filled({**item, "summary": "\n".join(filter(None, rest))}))
            else:
                items.extend(credential_of(line, names) for line in _lines(part) if plain(line).strip())
        return items, Section(section.title)

    return read


def _listed(read: Callable[[Iterable[str]], Iterable[dict[str, Any]]]) -> _Reader:
    def listed(section: Section) -> tuple[list[dict[str, Any]], Section]:
        blocks = [part for part in section.content if not isinstance(part, Entry)]
        items = list(read(line for block in blocks for line in _lines(block)))
        for entry in section.content:
            if isinstance(entry, Entry):
                lines = [line for block in entry.blocks for line in _lines(block)]
                named = plain(entry.title)
                keywords = [str(one.get("name", "")) for one in skills_of(lines)]
                items.append(_filled({"name": named, "language": named, "keywords": keywords}))
        return items, Section(section.title)

    return listed


def _references(section: Section) -> tuple[list[dict[str, Any]], Section]:
    items: list[dict[str, Any]] = []
    for part in section.content:
        if isinstance(part, Entry):
            name = ", ".join(plain(text) for text in (part.title, part.organisation, part.details) if text)
            items.append(_filled({"name": name, "reference": "\n".join(_texts(part.blocks))}))
        else:
            for line in _texts((part,)):
                name, colon, words = line.partition(": ")
                items.append({"name": name, "reference": words} if colon and len(name) <= 60 else {"reference": line})
    return items, Section(section.title)


def _dated(item: dict[str, Any], details: str, alone: str = "") -> list[str]:
    """Puts the dates of an entry's details into the item and gives the other parts.

    A date that stands alone is the field `alone`, or beginning and end where that is empty. JSON Resume has no place
    for "present" (it leaves the end out) nor for "Summer 2014": `current` and `dates` keep them.
    """
    rest: list[str] = []
    for part in _SEPARATORS.split(details):
        words = plain(part).strip()
        found = None if "startDate" in item or "endDate" in item else dates_in(words)
        if found is None:
            if words:
                rest.append(words)
            continue
        item["startDate"] = found.start or ("" if alone else found.single)
        item["endDate"] = found.end or found.single
        if found.goes_on:
            item["current"] = True
        if found.vague:
            item["dates"] = found.words.strip()
        if found.rest:
            rest.append(found.rest)
    return rest


def _prose_and_bullets(blocks: Iterable[Block]) -> tuple[list[str], list[str]]:
    prose: list[str] = []
    bullets: list[str] = []
    for block in blocks:
        (bullets if isinstance(block, Bullets) else prose).extend(map(with_addresses, _lines(block)))
    return prose, bullets


def _lines(block: Block) -> tuple[str, ...]:
    return block.lines if isinstance(block, Paragraph) else block.items


def _texts(blocks: Iterable[Block]) -> list[str]:
    return [with_addresses(line) for block in blocks for line in _lines(block)]


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value}


def _markdown(section: Section) -> str:
    return render(CvDocument("", sections=(Section("", section.content),))).partition("\n")[2].strip()


_READERS: dict[str, _Reader] = {
    "experience": _work,
    "volunteer": _volunteer,
    "education": _education,
    "projects": _projects,
    "certificates": _credentials("certificates"),
    "awards": _credentials("awards"),
    "publications": _credentials("publications"),
    "skills": _listed(skills_of),
    "languages": _listed(languages_of),
    "interests": _listed(interests_of),
    "references": _references,
}
_FIELDS = {"experience": "work"}
_ORDER = (
    "work", "volunteer", "education", "projects", "awards", "certificates", "publications", "skills", "languages",
    "interests", "references",
)  # fmt: skip
