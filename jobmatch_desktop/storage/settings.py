"""Settings: one small JSON file that a person may read and change. Never a key: those are in the system's keyring."""

import enum
from pathlib import Path
from typing import Annotated, Any

import msgspec

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.letter_manner import LetterManner
from jobmatch_desktop.domain.storage_errors import SettingsDamaged, StorageFault
from jobmatch_desktop.domain.task import ModelSettings
from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.storage.file_faults import file_fault
from jobmatch_desktop.storage.folders import make_private

WIDEST = 16
"""Tasks of one provider at a time, at most."""


class Theme(enum.StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class WindowLanguage(enum.StrEnum):
    """The language of the window; documents have their own."""

    SYSTEM = "system"
    ENGLISH = "en"
    FRENCH = "fr"


class ProviderPlace(msgspec.Struct, frozen=True):
    """Where a provider is and how it is asked, as the person set it. `base_url` None: its environment variable, else its usual
    place. `headers` are names and values, never a key. `authorities` is the path of a PEM file; `proxy` a URL without credentials;
    `width` how many tasks run there at a time (None: 1 on this machine, 3 elsewhere)."""

    base_url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    authorities: str | None = None
    proxy: str | None = None
    width: Annotated[int, msgspec.Meta(ge=1, le=WIDEST)] | None = None


class Settings(msgspec.Struct, frozen=True):
    """What a person chose; `provider`, `model` (empty: none yet), `strength` and `letter` are those of the last generation.

    `window_place` is where the window was last, as Qt wrote it, in base64. `own_hosts` are hosts that the person marked as theirs, so
    that models on them count as local. `providers` and `models` are by provider, the latter then by model; `chosen_models` is the model
    that was last chosen of each provider. `private_words` are
    hidden from models elsewhere, beside name and contact details. `spelling` is whether words are looked up while one types, `zoom` the
    size of the text in the editor (1.0 is 100 %, 0.5 to 3). `export_folder` (empty: none yet), `export_pattern` and `export_endings` are
    where a whole application was exported to last, how its files are named (services/file_names.py), and in which formats.
    """

    theme: Theme = Theme.SYSTEM
    language: WindowLanguage = WindowLanguage.SYSTEM
    provider: str = "composer"
    model: str = ""
    strength: str = "faithful"
    letter: LetterManner = LetterManner()
    window_place: str = ""
    own_hosts: tuple[str, ...] = ()
    providers: dict[str, ProviderPlace] = {}
    models: dict[str, dict[str, ModelSettings]] = {}
    chosen_models: dict[str, str] = {}
    private_words: tuple[str, ...] = ()
    spelling: bool = True
    zoom: float = 1.0
    export_folder: str = ""
    export_pattern: str = "{person} - {kind} - {company}"
    export_endings: tuple[str, ...] = ("pdf",)


class LoadedSettings(msgspec.Struct, frozen=True):
    """Settings as read, and what there is to tell the person of the reading, if anything."""

    settings: Settings
    trouble: Trouble | None = None


def load_settings(folder: Path) -> LoadedSettings:
    """The settings of a data folder; the usual ones where there is no file yet. Blocks for the disk.

    A file that cannot be understood is kept under another name, and what could be understood of it goes on: so the
    trouble is told once. Raises nothing: no fault of this file keeps the program from starting.
    """
    path = settings_path(folder)
    try:
        read = _read(path)
        if not read.bad:
            return LoadedSettings(read.settings)
        kept = _keep_damaged(path)
        _write(path, read.settings, read.unknown)
    except OSError as error:
        return LoadedSettings(Settings(), file_fault(error, path).trouble)
    except StorageFault as error:
        return LoadedSettings(read.settings, error.trouble)
    return LoadedSettings(read.settings, SettingsDamaged(path=path, fields=", ".join(read.bad), kept=kept.name).trouble)


def save_settings(folder: Path, settings: Settings) -> None:
    """Writes the settings, whole or not at all; what a newer version of the program keeps in the file stays there.

    Raises `StorageFault` or one of its kinds. Blocks for the disk: not for the UI thread.
    """
    make_private(folder)
    path = settings_path(folder)
    try:
        read = _read(path)
        if read.bad:
            _keep_damaged(path)
    except OSError as error:
        raise file_fault(error, path) from error
    _write(path, settings, read.unknown)


def settings_path(folder: Path) -> Path:
    """The settings file of a data folder."""
    return folder / "settings.json"


class _Read(msgspec.Struct, frozen=True):
    """`bad` names what could not be understood; `unknown` is what this version knows nothing of."""

    settings: Settings = Settings()
    unknown: dict[str, Any] = {}
    bad: tuple[str, ...] = ()


def _read(path: Path) -> _Read:
    try:
        content = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return _Read()
    except msgspec.MsgspecError:
        return _Read(bad=(path.name,))
    known: dict[str, Any] = {}
    bad = []
    for field in msgspec.structs.fields(Settings):
        if field.name in content:
            try:
                known[field.name] = msgspec.convert(content.pop(field.name), field.type)
            except msgspec.ValidationError:
                bad.append(field.name)
    return _Read(Settings(**known), content, tuple(bad))


def _write(path: Path, settings: Settings, unknown: dict[str, Any]) -> None:
    content = msgspec.to_builtins(settings) | unknown
    write_whole(path, msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")


def _keep_damaged(path: Path) -> Path:
    """Gives the file another name: `.damaged`, with a number where that is taken. Nothing is overwritten."""
    kept = path.with_name(f"{path.name}.damaged")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.damaged-{number}")
    path.rename(kept)
    return kept
