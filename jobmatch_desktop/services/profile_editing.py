"""A kept profile worked on: edited, undone, and shown in part for one kind of job."""

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.events import ProfileMoved
from jobmatch_desktop.domain.kept_profile import Change, ProfileState, Targeting
from jobmatch_desktop.domain.profile_edits import Edit, edited, targeted
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.storage.atomic import write_whole


class ProfileEditing:
    """Kept profiles worked on. Coroutines run on the engine loop; `tell` hears of each new version."""

    def __init__(self, stored: Stored, tell: Callable[[ProfileMoved], None]) -> None:
        self._stored = stored
        self._tell = tell

    async def open(self, kept: int) -> ProfileState:
        """The profile as it stands, every line with its id. Raises `RecordNotFound`."""
        return await self._stored.kept_profiles.get(kept)

    async def all(self) -> list[ProfileState]:
        """Every kept profile, the one last changed first."""
        return await self._stored.kept_profiles.list()

    async def begin(self, name: str) -> ProfileState:
        """A profile with nothing but a name."""
        return await self._stored.kept_profiles.keep({"basics": {"name": name}})

    async def edit(self, before: ProfileState, edits: Sequence[Edit]) -> ProfileState:
        """The profile after edits, which are one step to undo; its applications follow, their documents stay as they are.

        Raises `ProfileChanged` where it stands no longer as `before`, `NoSuchLine`, and `WrongType` for what is no résumé.
        """
        source, ids = edited(before.source, before.ids, edits)
        return await self.change(before, source, ids, Change.TYPED)

    async def change(
        self, before: ProfileState, source: dict[str, Any], ids: dict[str, str], why: Change, instead: bool = False
    ) -> ProfileState:
        """The profile with another document, whose lines have `ids` as far as they had one; with `instead`, not as a further step but
        in the place of the one that `before` is: more of the same typing. Raises as `edit`."""
        profile_of(source)
        return self._moved(before, await self._stored.kept_profiles.change(before, source, ids, why, instead))

    async def undo(self, before: ProfileState) -> ProfileState:
        """One step back; the same where there is none. Raises `ProfileChanged`."""
        return self._moved(before, await self._stored.kept_profiles.move(before, -1))

    async def redo(self, before: ProfileState) -> ProfileState:
        """One step forward again; the same where there is none. Raises `ProfileChanged`."""
        return self._moved(before, await self._stored.kept_profiles.move(before, 1))

    async def remove(self, kept: int) -> None:
        """Deletes a profile, its history and its targetings; applications keep what they have. Raises `RecordNotFound`."""
        await self._stored.kept_profiles.remove(kept)

    async def bring_back(self, application: int) -> Application:
        """Keeps the facts of an application whose profile was deleted as a profile again; its history and targetings are gone. Raises
        `RecordNotFound`."""
        kept = await self._stored.applications.get(application)
        if kept.kept is None:
            await self._stored.kept_profiles.keep((await self._stored.profiles.get(kept.profile)).source)
            kept = await self._stored.applications.set_profile(application, kept.profile)
        return kept

    async def export(self, kept: int, path: Path) -> None:
        """Writes the profile as a JSON Resume file, with all that the program does not know. Raises `RecordNotFound` and storage
        faults by path."""
        state = await self._stored.kept_profiles.get(kept)
        text = json.dumps(state.source, ensure_ascii=False, indent=2) + "\n"
        await asyncio.to_thread(write_whole, path, text.encode("utf-8"))

    # For one kind of job

    async def targetings(self, kept: int) -> list[Targeting]:
        """Those of a profile, the oldest first."""
        return await self._stored.targetings.of(kept)

    async def add_targeting(self, kept: int, name: str) -> Targeting:
        """A new one, which shows everything as it stands. Raises `RecordNotFound`."""
        return await self._stored.targetings.add(kept, name)

    async def update_targeting(self, targeting: Targeting) -> Targeting:
        """Stores name, what is left out and the order. Raises `RecordNotFound`."""
        return await self._stored.targetings.update(targeting)

    async def remove_targeting(self, targeting: int) -> None:
        """Deletes one; applications that had it show the whole profile again. Raises `RecordNotFound`."""
        await self._stored.targetings.remove(targeting)

    async def choose_targeting(self, application: int, targeting: int | None) -> Application:
        """What an application shows of its profile, from its next draft on (None: all). Raises `RecordNotFound`."""
        kept = await self._stored.applications.get(application)
        return await self._stored.applications.update(msgspec.structs.replace(kept, targeting=targeting))

    def _moved(self, before: ProfileState, after: ProfileState) -> ProfileState:
        if after.version != before.version:
            self._tell(ProfileMoved(after.id, after.version))
        return after


async def shown_version(stored: Stored, application: Application) -> int:
    """The version of the profile that an application's documents are written from: all of it, or what its targeting shows.

    Raises `RecordNotFound`.
    """
    if application.targeting is None or application.kept is None:
        return application.profile
    state = await stored.kept_profiles.get(application.kept)
    targeting = await stored.targetings.get(application.targeting)
    return await stored.profiles.add(targeted(state.source, state.ids, targeting.left_out, targeting.arranged))
