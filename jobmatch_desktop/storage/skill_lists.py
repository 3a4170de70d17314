"""The lists of skills that a person added to a data folder: a file a language in `lexicon/`, packed so that they are read at once."""

import asyncio
import re
import threading
from pathlib import Path

from jobmatch_desktop.evidence.esco import Added, Labels, unpacked
from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.storage.file_faults import file_fault
from jobmatch_desktop.storage.folders import make_private

_FOLDER = "lexicon"
_NAME = re.compile(r"esco_([a-z]{2})?\.txt\.zlib")
_Stamp = tuple[str, int, int]


class SkillLists:
    """Those of one data folder, in the order of their languages. Coroutines on any asyncio loop; the work is in a thread."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder; nothing is made or read in it yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._stamps: tuple[_Stamp, ...] = ()
        self._lists: dict[str, Labels | None] = {}

    async def added(self) -> Added:
        """What texts are read by, without what is damaged. It is read anew where the files are others, whichever program changed them;
        as long as they are the same it is the same value."""
        return await asyncio.to_thread(self.read)

    async def kept(self) -> dict[str, Labels | None]:
        """The lists by their languages (`""` for one that is not known); None for one that is damaged."""
        return await asyncio.to_thread(lambda: dict(self._read()))

    async def put(self, language: str, packed: bytes) -> None:
        """Keeps a list (evidence/esco), in place of one in the same language. Raises a storage fault; what was there before is
        kept then."""
        await asyncio.to_thread(self._put, language, packed)

    async def drop(self, language: str) -> None:
        """Takes a list out again. Raises a storage fault."""
        await asyncio.to_thread(self._drop, language)

    def read(self) -> Added:
        """As `added`. Blocks for the disk: hundredths of a second for each list at first."""
        return tuple(labels for labels in self._read().values() if labels is not None)

    def _read(self) -> dict[str, Labels | None]:
        with self._lock:
            stamps = tuple(self._looked())
            if stamps != self._stamps:
                self._lists = {_language(name): self._unpacked(name) for name, _, _ in stamps}
                self._stamps = stamps
            return self._lists

    def _looked(self) -> list[_Stamp]:
        found = []
        try:
            for path in sorted(self._place.iterdir()):
                if _NAME.fullmatch(path.name) and path.is_file():
                    seen = path.stat()
                    found.append((path.name, seen.st_mtime_ns, seen.st_size))
        except OSError:
            return []  # mostly there is no such folder: nothing was added
        return found

    def _unpacked(self, name: str) -> Labels | None:
        try:
            return unpacked((self._place / name).read_bytes())
        except (OSError, ValueError):
            return None

    def _put(self, language: str, packed: bytes) -> None:
        make_private(self._place)
        write_whole(self._path(language), packed)

    def _drop(self, language: str) -> None:
        try:
            self._path(language).unlink(missing_ok=True)
        except OSError as error:
            raise file_fault(error, self._path(language)) from error

    @property
    def _place(self) -> Path:
        return self._folder / _FOLDER

    def _path(self, language: str) -> Path:
        return self._place / f"esco_{language}.txt.zlib"


def _language(name: str) -> str:
    found = _NAME.fullmatch(name)
    return (found[1] or "") if found else ""
