"""LinkedIn's data export (a zip of CSV files, English column names whatever the member's language) to JSON Resume."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from jobmatch_desktop.domain.reading_errors import FileDamaged, NothingRead
from jobmatch_desktop.formats.contact_details import location_of
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.packed import UNPACKING_FAULTS
from jobmatch_desktop.formats.readers.plain_text import text_in
from jobmatch_desktop.formats.written_dates import dates_in

_Row = dict[str, str]
_BULLETS = ("•", "-", "–", "*", "▪", "●")


def read_linkedin(data: bytes) -> Imported:
    """The JSON Resume document of an export. Only what it names: the lines of descriptions that begin with a mark are highlights.

    Raises `FileDamaged` and `NothingRead`. Blocks for some 10 ms; any thread.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            tables = {
                PurePath(name).stem: _rows(packed.read(name))
                for name in packed.namelist()
                if name.endswith(".csv") and PurePath(name).stem in _READ
            }
    except (csv.Error, *UNPACKING_FAULTS) as fault:
        raise FileDamaged(kind="a packed file") from fault
    basics = _basics(tables)
    resume: dict[str, Any] = {"basics": basics} if basics else {}
    for stem, (field, item) in _FIELDS.items():
        items = [found for row in tables.get(stem, []) if (found := _filled(item(row)))]
        if items:
            resume.setdefault(field, []).extend(items)
    if not resume:
        raise NothingRead
    return Imported(resume)


def _rows(data: bytes) -> list[_Row]:
    if not data.strip():
        return []
    text = text_in(data).lstrip("\ufeff").replace("\0", "")
    return [
        {(key or "").strip(): (value or "").strip() for key, value in row.items() if isinstance(value, str)}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def _basics(tables: dict[str, list[_Row]]) -> dict[str, Any]:
    profile = next(iter(tables.get("Profile", [])), {})
    emails = tables.get("Email Addresses", [])
    primary = next((row for row in emails if row.get("Primary", "").casefold() == "yes"), next(iter(emails), {}))
    phone = next((row for row in tables.get("PhoneNumbers", []) if row.get("Number")), {})
    place = profile.get("Geo Location", "")
    location: dict[str, Any] = location_of(place) if place else {}
    if profile.get("Address"):
        location["address"] = " ".join(profile["Address"].split())
    if profile.get("Zip Code"):
        location["postalCode"] = profile["Zip Code"]
    pages = [page.split(":", 1)[-1] for page in profile.get("Websites", "").strip("[]").split(",") if page]
    names = tuple(filter(None, (profile.get("First Name", ""), profile.get("Last Name", ""))))
    profiles = [{"url": page if "://" in page else f"https://{page.lstrip('/')}"} for page in pages[1:]]
    return _filled(
        {
            "name": " ".join(names),
            "label": profile.get("Headline", ""),
            "email": primary.get("Email Address", ""),
            "phone": phone.get("Number", ""),
            "url": (pages[0] if "://" in pages[0] else f"https://{pages[0].lstrip('/')}") if pages else "",
            "summary": profile.get("Summary", ""),
            "location": location,
            "profiles": profiles,
        }
    )


def _job(organisation: str, position: str) -> Callable[[_Row], dict[str, Any]]:
    def read(row: _Row) -> dict[str, Any]:
        prose, bullets = _text(row.get("Description", ""))
        return {
            organisation: row.get("Company Name", ""),
            "position": row.get(position, ""),
            "location": row.get("Location", ""),
            **_time(row, "Started On", "Finished On", goes_on=True),
            "summary": prose,
            "highlights": bullets,
        }

    return read


def _study(row: _Row) -> dict[str, Any]:
    degree, _, area = row.get("Degree Name", "").partition(", ")
    return {
        "institution": row.get("School Name", ""),
        "studyType": degree,
        "area": area,
        **_time(row, "Start Date", "End Date"),
        "summary": "\n".join(filter(None, (row.get("Notes", ""), row.get("Activities", "")))),
    }


def _project(row: _Row) -> dict[str, Any]:
    prose, bullets = _text(row.get("Description", ""))
    time = _time(row, "Started On", "Finished On")
    return {
        "name": row.get("Title", ""),
        "url": row.get("Url", ""),
        **time,
        "description": prose,
        "highlights": bullets,
    }


def _credential(names: tuple[str, str, str], columns: tuple[str, str, str]) -> Callable[[_Row], dict[str, Any]]:
    def read(row: _Row) -> dict[str, Any]:
        values = [row.get(column, "") for column in columns]
        values[2] = _iso(values[2])
        return {
            **dict(zip(names, values, strict=True)),
            "url": row.get("Url", ""),
            "summary": row.get("Description", ""),
        }

    return read


def _reference(row: _Row) -> dict[str, Any]:
    who = ", ".join(
        filter(
            None,
            (
                f"{row.get('First Name', '')} {row.get('Last Name', '')}".strip(),
                row.get("Job Title", ""),
                row.get("Company", ""),
            ),
        )
    )
    return {"name": who, "reference": row.get("Text", "")} if row.get("Text") else {}


def _time(row: _Row, start: str, end: str, goes_on: bool = False) -> dict[str, Any]:
    first, last = _iso(row.get(start, "")), _iso(row.get(end, ""))
    return {"startDate": first, "endDate": last, "current": goes_on and bool(first) and not last}


def _iso(words: str) -> str:
    found = dates_in(words) if words else None
    return (found.start or found.single or found.end) if found else words


def _text(description: str) -> tuple[str, list[str]]:
    """Prose and marked lines."""
    lines = [line.strip() for line in description.splitlines() if line.strip()]
    bullets = [line.lstrip("".join(_BULLETS)).strip() for line in lines if line.startswith(_BULLETS)]
    return "\n".join(line for line in lines if not line.startswith(_BULLETS)), [line for line in bullets if line]


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value}


_FIELDS: dict[str, tuple[str, Callable[[_Row], dict[str, Any]]]] = {
    "Positions": ("work", _job("name", "Title")),
    "Volunteering": ("volunteer", _job("organization", "Role")),
    "Education": ("education", _study),
    "Projects": ("projects", _project),
    "Honors": ("awards", _credential(("title", "awarder", "date"), ("Title", "Issuer", "Issued On"))),
    "Certifications": ("certificates", _credential(("name", "issuer", "date"), ("Name", "Authority", "Started On"))),
    "Publications": (
        "publications",
        _credential(("name", "publisher", "releaseDate"), ("Name", "Publisher", "Published On")),
    ),
    "Skills": ("skills", lambda row: {"name": row.get("Name", "")}),
    "Languages": ("languages", lambda row: {"language": row.get("Name", ""), "fluency": row.get("Proficiency", "")}),
    "Recommendations_Received": ("references", _reference),
}
_READ = frozenset((*_FIELDS, "Profile", "Email Addresses", "PhoneNumbers"))
