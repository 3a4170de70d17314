"""Files brought into profiles: read, reviewed, and merged with what is there."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

import msgspec

from jobmatch_desktop.domain.events import ProfileMoved
from jobmatch_desktop.domain.kept_profile import Change, ProfileState
from jobmatch_desktop.domain.profile_import import NEW_PROFILE, AlreadyReviewed, Decided, NothingTaken
from jobmatch_desktop.evidence.profile_identity import folded
from jobmatch_desktop.evidence.profile_merging import Base, Comparison, compared
from jobmatch_desktop.evidence.profile_paths import items_at, leaves, text_at, value_at
from jobmatch_desktop.evidence.profile_taking import Taken, put_lines, revised, taken
from jobmatch_desktop.formats.imported import Box, Imported, Place, Unplaced
from jobmatch_desktop.formats.page_images import PageImages, unpacked
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.formats.readers.registry import is_binary
from jobmatch_desktop.services.file_bytes import bytes_of
from jobmatch_desktop.services.reading import read_apart, read_cv_file
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.storage.profile_imports import ProfileImportRepository, StoredImport

SECONDS_DRAWING = 15.0


class WaitingImport(msgspec.Struct, frozen=True):
    """A file that was read and waits for its review. `paged` is whether its pages can be shown (`ProfileImporting.data`)."""

    id: int
    name: str
    found: Imported
    decided: Decided
    created: datetime
    paged: bool


class Review(msgspec.Struct, frozen=True):
    """How what was found stands to the profile that it would go into (`before`; None: a new one). `placed_already` are the places, from
    0, of lines that fit no field and stand in that profile all the same."""

    before: ProfileState | None
    comparison: Comparison
    placed_already: frozenset[int]


class Origins(msgspec.Struct, frozen=True):
    """Where the lines of a profile came from: by their paths in it, as it stands, the place in the file that it was last brought in
    from. A text that was changed since then has a confidence of 1."""

    id: int
    name: str
    paged: bool
    places: dict[str, Place]


class ProfileImporting:
    """Coroutines run on the engine loop; files are read in a process of their own or a thread, compared in a thread."""

    def __init__(self, stored: Stored, imports: ProfileImportRepository, tell: Callable[[ProfileMoved], None]) -> None:
        self._stored = stored
        self._imports = imports
        self._tell = tell

    async def read_file(self, path: Path) -> WaitingImport | ProfileState:
        """As `read`, of a file on this computer. Raises `FileUnreadable` too."""
        return await self.read(path.name, await asyncio.to_thread(bytes_of, path))

    async def read(self, name: str, data: bytes) -> WaitingImport | ProfileState:
        """Reads a file. What it holds waits for its review from then on, also when the program ends. A file that names its fields itself
        (JSON Resume), of a person whom no kept profile has, counts at once. Raises the readers' errors. Cancelling ends the reading."""
        found = await read_cv_file(name, data)
        named = PurePath(name).suffix.lower() == ".json" and not is_binary(data)
        if not named:
            found = _with_own_sections(found)
        profile_of(found.profile)
        states = await self._stored.kept_profiles.list()
        same = next((state for state in states if state.source == found.profile), None)
        if same is not None:
            return await self._stored.kept_profiles.get(same.id)
        into = _likely(states, found.profile)
        if not named or into != NEW_PROFILE:
            return _waiting(await self._imports.add(name, data, msgspec.json.encode(found), Decided(into=into)))
        state = await self._stored.kept_profiles.keep(found.profile)
        stored = await self._imports.add(name, data, msgspec.json.encode(found), Decided())
        await self._imports.accept(stored.id, stored.decided, state.id, dict(state.ids))
        return state

    async def waiting(self) -> list[WaitingImport]:
        """Files that wait for their review, the newest first, with what was decided of them so far."""
        return [_waiting(stored) for stored in await self._imports.waiting()]

    async def get(self, number: int) -> WaitingImport:
        """One that waits. Raises `RecordNotFound` and `AlreadyReviewed`."""
        stored = await self._imports.get(number)
        if stored.placed is not None:
            raise AlreadyReviewed()
        return _waiting(stored)

    async def data(self, number: int) -> bytes:
        """The file, waiting or not. Raises `RecordNotFound`."""
        return await self._imports.data(number)

    async def pages(self, number: int, first: int, last: int, scale: float) -> PageImages:
        """Pages of a PDF, `first` to `last` from 0, at `scale` pixels a point, drawn in a process of their own. Raises `RecordNotFound`
        and an `UnreadableInput` where they cannot be drawn."""
        data = await self._imports.data(number)
        words = (str(first), str(last), str(scale))
        drawn = await read_apart("pages", "pages.pdf", data, PageImages, SECONDS_DRAWING, *words)
        return await asyncio.to_thread(unpacked, drawn)

    async def decide(self, number: int, decided: Decided) -> None:
        """Keeps what was decided so far. Raises `AlreadyReviewed`."""
        await self._imports.decide(number, decided)

    async def review(self, number: int, decided: Decided) -> Review:
        """How it stands to the profile that it would go into. Raises `RecordNotFound` for either."""
        stored = await self._imports.get(number)
        found = _found(stored)
        before, base = await self._before(decided.into)
        comparison = await asyncio.to_thread(_compared, found, before, base, decided)
        lines = leaves(before.source, "") if before else ()
        known = {folded(text) for path, text in lines if not path.startswith("meta/")}
        already = frozenset(place for place, line in enumerate(found.unplaced) if folded(line.text) in known)
        return Review(before, comparison, already)

    async def accept(self, number: int, decided: Decided) -> ProfileState:
        """The profile with what is taken, one step that can be undone; the import is what it came from. Raises `NothingTaken`,
        `AlreadyReviewed`, `ProfileChanged`, `RecordNotFound`, and `WrongType` for what is no résumé; it goes on waiting then."""
        stored = await self._imports.get(number)
        if stored.placed is not None:
            raise AlreadyReviewed()
        found = _found(stored)
        before, base = await self._before(decided.into)
        result, placed = await asyncio.to_thread(_taken, found, before, base, decided)
        if all(path.startswith("meta/") for path, _ in leaves(result.source, "")):
            raise NothingTaken()
        profile_of(result.source)
        if before is None:
            state = await self._stored.kept_profiles.keep(result.source)
        else:
            state = await self._stored.kept_profiles.change(before, result.source, result.ids, Change.IMPORTED)
            if state.version != before.version:
                self._tell(ProfileMoved(state.id, state.version))
        ids = {path: state.ids[line] for path, line in placed.items() if line in state.ids}
        await self._imports.accept(number, decided, state.id, ids)
        return state

    async def drop(self, number: int) -> None:
        """Throws away one that waits. Raises `AlreadyReviewed`."""
        await self._imports.drop(number)

    async def origins(self, kept: int) -> Origins | None:
        """Where a profile's lines came from; None for one that was never brought in from a file with a review."""
        stored = await self._imports.last_of(kept)
        if stored is None or stored.placed is None:
            return None
        state = await self._stored.kept_profiles.get(kept)
        found = _found(stored)
        path_of = {name: path for path, name in state.ids.items()}
        places = {}
        for path, place in found.places.items():
            now = _path_now(path, stored.placed, path_of)
            if now is not None and value_at(state.source, now):
                same = text_at(state.source, now) == text_at(found.profile, path)
                places[now] = place if same else msgspec.structs.replace(place, confidence=1.0)
        return Origins(stored.id, stored.name, _paged(stored, found), places)

    async def _before(self, into: int) -> tuple[ProfileState | None, Base]:
        if into == NEW_PROFILE:
            return None, Base()
        state = await self._stored.kept_profiles.get(into)
        last = await self._imports.last_of(into)
        return state, Base() if last is None or last.placed is None else Base(_found(last).profile, last.placed)


def _compared(found: Imported, before: ProfileState | None, base: Base, decided: Decided) -> Comparison:
    document, _ = revised(found.profile, decided.texts)
    source, ids = (before.source, before.ids) if before else ({}, {})
    return compared(base, source, ids, document, decided.texts)


def _taken(found: Imported, before: ProfileState | None, base: Base, decided: Decided) -> tuple[Taken, dict[str, str]]:
    """The profile with what is taken, and where in it each item is, by its path as it was found."""
    document, moved = revised(found.profile, decided.texts)
    source, ids = (before.source, before.ids) if before else ({}, {})
    comparison = compared(base, source, ids, document, decided.texts)
    result = taken(comparison, source, ids, document, decided)
    result = put_lines(result, [line.text for line in found.unplaced], decided)
    placed = {moved.get(path, path): line for path, line in result.lines.items()}
    placed.pop("", None)
    return result, placed


def _likely(states: list[ProfileState], found: dict[str, Any]) -> int:
    """The kept profile of the same person, by e-mail or name."""
    for field in ("basics/email", "basics/name"):
        wanted = folded(text_at(found, field))
        for state in states:
            if wanted and folded(text_at(state.source, field)) == wanted:
                return state.id
    return NEW_PROFILE


def _path_now(path: str, placed: dict[str, str], path_of: dict[str, str]) -> str | None:
    """Where a field or line found stands in the profile; None where its line is no more."""
    steps = path.split("/")
    for length in range(len(steps), 0, -1):
        above = "/".join(steps[:length])
        if above in placed:
            now = path_of.get(placed[above])
            return None if now is None else "/".join([now, *steps[length:]])
        if steps[length - 1].isdigit():
            return None
    return path


def _with_own_sections(found: Imported) -> Imported:
    """Sections that no field is for are kept beside the fields (`meta/sections`) by the readers: their lines fit no field."""
    lines = list(found.unplaced)
    for number, section in enumerate(items_at(found.profile, "meta/sections")):
        path = f"meta/sections/{number}/text"
        texts = [line.strip() for line in text_at(found.profile, path).splitlines() if line.strip()]
        boxes = found.places[path].boxes if path in found.places else ()
        for place, text in enumerate(texts):
            box = boxes[place] if len(boxes) == len(texts) else boxes[0] if boxes else None
            lines.append(Unplaced(text, text_at(section, "title"), box))
    return msgspec.structs.replace(found, unplaced=paragraphs(lines))


def paragraphs(lines: Sequence[Unplaced]) -> tuple[Unplaced, ...]:
    """Lines, with those joined that are one sentence on the page: one that begins with a small letter, or that follows a comma or a
    hyphen, right below the other."""
    joined: list[Unplaced] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or not _goes_on(last, line):
            joined.append(line)
            continue
        glue = "" if last.text.endswith("-") else " "
        joined[-1] = Unplaced(f"{last.text}{glue}{line.text}", last.section, _around(last.box, line.box))
    return tuple(joined)


def _goes_on(last: Unplaced, line: Unplaced) -> bool:
    if last.section != line.section or last.box is None or line.box is None or last.box.page != line.box.page:
        return False
    below = line.box.top - last.box.bottom < line.box.bottom - line.box.top
    beside = line.box.top > last.box.top and line.box.left < last.box.right and last.box.left < line.box.right
    return below and beside and (line.text[:1].islower() or last.text.endswith((",", "-")))


def _around(one: Box | None, other: Box | None) -> Box | None:
    if one is None or other is None:
        return one or other
    return Box(
        one.page,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _found(stored: StoredImport) -> Imported:
    return msgspec.json.decode(stored.found, type=Imported)


def _waiting(stored: StoredImport) -> WaitingImport:
    found = _found(stored)
    return WaitingImport(stored.id, stored.name, found, stored.decided, stored.created, _paged(stored, found))


def _paged(stored: StoredImport, found: Imported) -> bool:
    return any(place.boxes for place in found.places.values()) or any(line.box for line in found.unplaced)
