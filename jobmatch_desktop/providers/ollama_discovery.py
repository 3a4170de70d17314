"""What Ollama tells of its models, as the domain's values, and whether the program is on this machine."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec


class Known(msgspec.Struct, frozen=True):
    """What `/api/show` tells of a model; where an old server does not say, the context is None and the model is taken
    to write. `stop` are the texts that end its turn: a request with its own replaces them, so it has to name these too."""

    context_tokens: int | None = None
    thinks: bool = False
    writes: bool = True
    stop: tuple[str, ...] = ()


class Loaded(msgspec.Struct, frozen=True):
    """A model in memory, from `/api/ps`: its context in tokens, and how much of it is in the graphics card's memory, 0 to 1."""

    window: int | None
    graphics_share: float | None


def loaded_of(window: int | None, size: int | None, graphics: int | None) -> Loaded:
    """From a line of `/api/ps`; sizes in bytes."""
    return Loaded(window, min(max(graphics / size, 0.0), 1.0) if size and graphics is not None else None)


_STOP_PARAMETER = re.compile(r'^stop\s+"(.*)"\s*$', re.MULTILINE)


def known_of(
    model_info: Mapping[str, Any] | None, capabilities: list[str] | None, parameters: str | None = None
) -> Known:
    """From three fields of `/api/show`: `<architecture>.context_length` is the most the model can hold; `parameters` is a
    text of lines such as `stop  "<|im_end|>"`."""
    information = model_info or {}
    length = information.get(f"{information.get('general.architecture')}.context_length")
    return Known(
        context_tokens=length if isinstance(length, int) and length > 0 else None,
        thinks="thinking" in (capabilities or ()),
        writes=not capabilities or "completion" in capabilities,
        stop=tuple(_STOP_PARAMETER.findall(parameters or "")),
    )


def full_name(model: str) -> str:
    """A model's name with its tag: `llama3.2` is `llama3.2:latest`."""
    return model if ":" in model.rpartition("/")[2] else f"{model}:latest"


def is_installed() -> bool:
    """Whether the `ollama` program is on PATH or where its installers put it. Looks at the disk: not on the UI
    thread."""
    if shutil.which("ollama"):
        return True
    home = Path.home()
    places = {
        "darwin": [
            Path("/Applications/Ollama.app"),
            home / "Applications/Ollama.app",
            Path("/opt/homebrew/bin/ollama"),
        ],
        "win32": [Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local")) / "Programs/Ollama/ollama.exe"],
    }
    return any(
        place.exists()
        for place in places.get(
            sys.platform, [Path("/usr/local/bin/ollama"), Path("/usr/bin/ollama"), Path("/snap/bin/ollama")]
        )
    )
