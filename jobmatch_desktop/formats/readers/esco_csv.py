"""ESCO's skills as CSV, as its site gives them in each language: one row a skill."""

import csv
import io
import re
import uuid
from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from jobmatch_desktop.domain.lexicon_errors import NoListOfSkills
from jobmatch_desktop.evidence.esco import Concept, english_concepts, packed
from jobmatch_desktop.evidence.language import language_of

COLUMNS = ("conceptUri", "preferredLabel", "altLabels")
LANGUAGES = frozenset(
    {"ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu"}
    | {"is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk"}
)
"""Those that ESCO has (its portal, version 1.2)."""
_IN_NAME = re.compile(r"[_-]([a-z]{2})(?![a-z])", re.IGNORECASE)
_LABELS_READ = 400
_MOST_ROWS = 100_000
_LONGEST_FIELD = 200_000
_ID = re.compile(r"/skill/([0-9a-f-]{36})$")
_BETWEEN_LABELS = re.compile(r"[|\n]")


class SkillsRead(msgspec.Struct, frozen=True):
    """A list of skills: its language (`""` where nothing tells it), how many there are, and the list as it is kept (evidence/esco)."""

    language: str
    skills: int
    packed: bytes


def read_list(name: str, data: bytes) -> SkillsRead:
    """A file of ESCO's skills as it is kept. Raises a `NoListOfSkills`. A second for all of ESCO, and 100 MB: in a process of its own."""
    concepts = read_skills(data)
    return SkillsRead(_language(name, concepts), len(concepts), packed(concepts))


def read_skills(data: bytes) -> tuple[Concept, ...]:
    """The skills of a CSV in UTF-8 with the columns `COLUMNS`, others left aside; alternative labels a line each, or `|` between them.

    Skills that ESCO has in English bear that name, so that both languages mean one thing. Languages are left out: they have levels.
    Raises a `NoListOfSkills`. 13,000 rows take about 0.3 s. Pure, any thread.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoListOfSkills() from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    found: list[Concept] = []
    english = english_concepts()
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        if not set(COLUMNS) <= set(rows.fieldnames or ()):
            raise NoListOfSkills()
        for row in rows:
            if len(found) == _MOST_ROWS:
                raise NoListOfSkills()
            key = _ID.search((row["conceptUri"] or "").strip())
            label = _plain(row["preferredLabel"] or "")
            if key is None or not label:
                continue
            known = english.get(uuid.UUID(key[1]).bytes)
            if known is not None:
                others = dict.fromkeys(filter(None, map(_plain, _BETWEEN_LABELS.split(row["altLabels"] or ""))))
                found.append(Concept(known.key, known.name, tuple(others), known.knowledge, label))
    except (csv.Error, ValueError) as fault:
        raise NoListOfSkills() from fault
    if not found:
        raise NoListOfSkills()
    return tuple(sorted(found, key=lambda one: not one.knowledge))


def _plain(label: str) -> str:
    return " ".join(label.split())


def _language(name: str, concepts: Sequence[Concept]) -> str:
    """That of the file's name, as ESCO names it ("skills_fr.csv"), else the one that its labels tell; `""` for neither."""
    named = [code.casefold() for code in _IN_NAME.findall(PurePath(name).stem)]
    return next((code for code in reversed(named) if code in LANGUAGES), "") or language_of(
        ". ".join(label for one in concepts[:_LABELS_READ] for label in (one.preferred, *one.others))
    )
