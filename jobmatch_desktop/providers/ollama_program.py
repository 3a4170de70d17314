"""Starts the Ollama that is installed on this machine, so that it goes on when this program ends."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from jobmatch_desktop.domain.provider_errors import NotInstalled, NotStarted
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.ollama_place import NAME, USUAL_PORT

_MAC_PLACES = ("/Applications/Ollama.app", "~/Applications/Ollama.app")
_POSIX_PLACES = ("/usr/local/bin/ollama", "/usr/bin/ollama", "/opt/homebrew/bin/ollama", "/snap/bin/ollama")
_WINDOWS_PLACES = ("Programs/Ollama/ollama app.exe", "Programs/Ollama/ollama.exe")


def start_program(address: Address, environment: Mapping[str, str]) -> None:
    """Starts it and returns at once; whether it answers is for the caller to see. Its own settings hold, and it listens at `address`
    where that is not its usual place. It gets `environment`: without keys, that is for the caller to see to.

    Raises `NotInstalled` where there is none, `NotStarted` where the system does not run it. Blocks for the disk.
    """
    command = _command(environment)
    if command is None:
        raise NotInstalled(provider=NAME, address=address.url)
    wanted = dict(environment)
    if address.port != USUAL_PORT:
        wanted["OLLAMA_HOST"] = f"{address.host}:{address.port}"
    try:
        if sys.platform == "win32":
            flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP  # as _winapi names them
            subprocess.Popen(command, env=wanted, close_fds=True, creationflags=flags)
        else:
            # The shell ends at once and leaves it to the system: a child of this program would be ended or mourned with it.
            subprocess.run(
                ["/bin/sh", "-c", '"$@" </dev/null >/dev/null 2>&1 &', "sh", *command],
                env=wanted,
                check=True,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    except (OSError, subprocess.CalledProcessError):
        raise NotStarted(provider=NAME, address=address.url) from None


def _command(environment: Mapping[str, str]) -> list[str] | None:
    """The app where there is one, which shows that it runs; else the server alone."""
    if sys.platform == "darwin":
        app = next((place for place in map(Path, map(os.path.expanduser, _MAC_PLACES)) if place.exists()), None)
        if app is not None:
            return ["/usr/bin/open", "-g", "-j", os.fspath(app)]
    if sys.platform == "win32":
        local = Path(environment.get("LOCALAPPDATA", Path.home() / "AppData/Local"))
        program = next((local / place for place in _WINDOWS_PLACES if (local / place).exists()), None)
        if program is not None:
            return [os.fspath(program), *(["serve"] if program.name == "ollama.exe" else [])]
    found = shutil.which("ollama", path=environment.get("PATH")) or next(
        (place for place in _POSIX_PLACES if os.access(place, os.X_OK)), None
    )
    return [found, "serve"] if found else None
