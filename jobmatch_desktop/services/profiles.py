"""Profiles: brought in from a file, kept, looked at."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec

from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.file_bytes import bytes_of
from jobmatch_desktop.services.reading import read_cv_file
from jobmatch_desktop.services.stored import Stored

SAMPLE_PROFILE = "samples/sample.resume.json"


class ProfileSummary(msgspec.Struct, frozen=True):
    """A kept profile in a list: whose it is and what they say they are. `id` is the version that it stands at."""

    id: int
    name: str
    label: str
    kept: int


class ImportedProfile(msgspec.Struct, frozen=True):
    """A profile as kept: `id` is its version. The same content imported twice is one profile."""

    id: int
    profile: Profile
    kept: int


class Profiles:
    """Kept profiles. Coroutines run on the engine loop; a file is read in a process of its own, or a thread (services/reading.py)."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    async def list(self) -> "list[ProfileSummary]":
        """Every kept profile, the one last changed first."""
        found = []
        for state in await self._stored.kept_profiles.list():
            basics = profile_of(state.source).basics
            found.append(ProfileSummary(state.version, basics.name, basics.label, state.id))
        return found

    async def get(self, profile: int) -> Profile:
        """A version of a profile. Raises `RecordNotFound`."""
        return profile_of((await self._stored.profiles.get(profile)).source)

    async def import_file(self, path: Path) -> ImportedProfile:
        """Keeps the profile of a file. Raises `FileUnreadable` and the readers' errors; nothing is kept then."""
        return await self.import_data(path.name, await asyncio.to_thread(bytes_of, path))

    async def import_data(self, name: str, data: bytes) -> ImportedProfile:
        """Keeps the profile in a file's bytes; `name` tells its format. Raises the readers' errors."""
        return await self._keep((await read_cv_file(name, data)).profile)

    async def import_sample(self) -> ImportedProfile:
        """Keeps the bundled sample: a person who does not exist."""
        return await self.import_file(resource(SAMPLE_PROFILE))

    async def _keep(self, source: dict[str, Any]) -> ImportedProfile:
        profile = profile_of(source)
        state = await self._stored.kept_profiles.keep(source)
        return ImportedProfile(state.version, profile, state.id)
