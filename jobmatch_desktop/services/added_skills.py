"""ESCO's skills in languages that a person adds, so that offers, CVs and documents in them are read by the same skills."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from jobmatch_desktop.domain.events import SkillsChanged
from jobmatch_desktop.domain.lexicon_errors import ListTooLarge
from jobmatch_desktop.domain.skill_list import SkillList
from jobmatch_desktop.evidence.esco import english
from jobmatch_desktop.evidence.lexicon import french_names
from jobmatch_desktop.formats.readers.esco_csv import SkillsRead
from jobmatch_desktop.services.file_bytes import bytes_of
from jobmatch_desktop.services.reading import SECONDS, read_apart
from jobmatch_desktop.storage.skill_lists import SkillLists

_MOST_BYTES = 50_000_000


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

        It is read in a process of its own. Raises an `UnreadableInput` or a storage fault; what was added before is kept then.
        """
        data = await asyncio.to_thread(bytes_of, source, _MOST_BYTES)
        if len(data) > _MOST_BYTES:
            raise ListTooLarge(megabytes=_MOST_BYTES // 1_000_000)
        found = await read_apart("skills", source.name, data, SkillsRead, SECONDS)
        await self._lists.put(found.language, found.packed)
        self._tell(SkillsChanged())
        return SkillList(found.language, found.skills)

    async def drop(self, language: str) -> None:
        """Takes a list out again. Raises a storage fault."""
        await self._lists.drop(language)
        self._tell(SkillsChanged())


def _own() -> tuple[SkillList, ...]:
    return SkillList("en", len(english().names), added=False), SkillList("fr", french_names(), added=False)
