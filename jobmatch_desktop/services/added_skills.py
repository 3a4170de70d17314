"""ESCO's skills in languages that a person adds, so that offers, CVs and documents in them are read by the same skills."""

import asyncio
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jobmatch_desktop.domain.events import SkillsChanged
from jobmatch_desktop.domain.lexicon_errors import ListTooLarge
from jobmatch_desktop.domain.skill_list import SkillList
from jobmatch_desktop.evidence.esco import Concept, english
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.evidence.lexicon import french_names
from jobmatch_desktop.formats.readers.esco_csv import read_skills
from jobmatch_desktop.services.file_bytes import bytes_of
from jobmatch_desktop.storage.skill_lists import SkillLists

_MOST_BYTES = 50_000_000
_LANGUAGES = frozenset(
    {"ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu"}
    | {"is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk"}
)
"""Those that ESCO has (its portal, version 1.2)."""
_IN_NAME = re.compile(r"[_-]([a-z]{2})(?![a-z])", re.IGNORECASE)
_LABELS_READ = 400


class AddedSkills:
    """The lists of a data folder. Coroutines on the engine loop; the work is in a thread. `tell` hears of every change."""

    def __init__(self, lists: SkillLists, tell: Callable[[SkillsChanged], None]) -> None:
        self._lists = lists
        self._tell = tell

    async def lists(self) -> tuple[SkillList, ...]:
        """What skills are recognised by: ESCO in English, the program's own list in French, then those that were added."""
        own = await asyncio.to_thread(_own)
        kept = await self._lists.kept()
        return (*own, *(SkillList(language, len(found.names) if found else 0) for language, found in kept.items()))

    async def add(self, source: Path) -> SkillList:
        """Takes a CSV of ESCO's skills, in place of one in the same language that was added before.

        Raises `NoListOfSkills`, `ListTooLarge`, `FileUnreadable` or a storage fault; what was added before is kept then.
        """
        language, concepts = await asyncio.to_thread(_read, source)
        await self._lists.put(language, concepts)
        self._tell(SkillsChanged())
        return SkillList(language, len(concepts))

    async def drop(self, language: str) -> None:
        """Takes a list out again. Raises a storage fault."""
        await self._lists.drop(language)
        self._tell(SkillsChanged())


def _own() -> tuple[SkillList, ...]:
    return SkillList("en", len(english().names), added=False), SkillList("fr", french_names(), added=False)


def _read(source: Path) -> tuple[str, Sequence[Concept]]:
    data = bytes_of(source, _MOST_BYTES)
    if len(data) > _MOST_BYTES:
        raise ListTooLarge(megabytes=_MOST_BYTES // 1_000_000)
    concepts = read_skills(data)
    return _language(source, concepts), concepts


def _language(source: Path, concepts: Sequence[Concept]) -> str:
    """That of the file's name, as ESCO names it ("skills_fr.csv"), else the one that its labels tell; `""` for neither."""
    named = [code.casefold() for code in _IN_NAME.findall(source.stem)]
    return next((code for code in reversed(named) if code in _LANGUAGES), "") or language_of(
        ". ".join(label for one in concepts[:_LABELS_READ] for label in (one.preferred, *one.others))
    )
