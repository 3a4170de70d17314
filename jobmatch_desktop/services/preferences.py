"""What a person chose once and expects to find again."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.task import ModelSettings
from jobmatch_desktop.storage.settings import ProviderPlace, Settings, load_settings, save_settings


class Preferences:
    """The settings of a data folder. Coroutines run on the engine loop; the file is written in the pool."""

    def __init__(self, folder: Path) -> None:
        """Reads the settings: blocks for the disk. `trouble` is what there is to tell of the reading, if anything."""
        self._folder = folder
        loaded = load_settings(folder)
        self.settings: Settings = loaded.settings
        self.trouble: Trouble | None = loaded.trouble
        self._writing = asyncio.Lock()

    def place(self, provider: str) -> ProviderPlace:
        """What the person has set for a provider now."""
        return self.settings.providers.get(provider, ProviderPlace())

    def model_settings(self, provider: str, model: str) -> ModelSettings:
        """What the person has set for a provider's model now."""
        return self.settings.models.get(provider, {}).get(model, ModelSettings())

    async def change(self, **fields: Any) -> Settings:
        """Stores the given fields of `Settings` and returns all. Raises storage faults; the settings are then as they were."""
        return await self.edit(lambda settings: msgspec.structs.replace(settings, **fields))

    async def edit(self, edited: Callable[[Settings], Settings]) -> Settings:
        """Stores what is made of the settings as they are when it is their turn, so that two changes of parts of one field lose
        nothing. As `change` otherwise."""
        async with self._writing:
            changed = edited(self.settings)
            if changed != self.settings:
                await asyncio.to_thread(save_settings, self._folder, changed)
                self.settings = changed
        return self.settings
