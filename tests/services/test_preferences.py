"""What a person chose is found again; a damaged file costs no more than what could not be read."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from jobmatch_desktop.domain.storage_errors import StorageFault
from tests.services.house import opened


def test_what_was_chosen_is_found_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            preferences = house.services.preferences
            assert preferences.trouble is None
            changed, _ = await asyncio.gather(
                preferences.change(provider="ollama", model="a:1b"), preferences.change(strength="polished")
            )
            assert (changed.provider, changed.model) == ("ollama", "a:1b")
        async with opened(tmp_path) as house:
            kept = house.services.preferences.settings
            assert (kept.provider, kept.model, kept.strength) == ("ollama", "a:1b", "polished")

    asyncio.run(main())


def test_a_damaged_file_is_told_once_and_kept(tmp_path: Path) -> None:
    async def main() -> None:
        (tmp_path / "settings.json").write_text('{"theme": 7, "strength": "polished"}')
        async with opened(tmp_path) as house:
            preferences = house.services.preferences
            assert preferences.trouble is not None
            assert preferences.trouble.kind == "SettingsDamaged"
            assert preferences.settings.strength == "polished"
        assert (tmp_path / "settings.json.damaged").exists()
        async with opened(tmp_path) as house:
            assert house.services.preferences.trouble is None

    asyncio.run(main())


def test_what_cannot_be_written_is_told_and_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            preferences = house.services.preferences

            def full(*_: Any, **__: Any) -> None:
                raise OSError(28, "No space left on device")

            monkeypatch.setattr(Path, "replace", full)
            with pytest.raises(StorageFault):
                await preferences.change(model="a:1b")
            monkeypatch.undo()
            assert preferences.settings.model == ""
            assert (await preferences.change(model="b:1b")).model == "b:1b"

    asyncio.run(main())
