"""A function run in a Python of its own, and a server in one: what is measured shares no interpreter with what measures."""

import contextlib
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

SECONDS = 300


def apart(function: Callable[..., Any], *values: Any, environment: dict[str, str] | None = None) -> Any:
    """What a module's function returns in a process of its own, on Qt's offscreen platform unless there is a display.

    `environment` is that of `surroundings`, or another. Values and result pass as JSON. Raises `RuntimeError` with the end of what it
    said where it fails.
    """
    words = [sys.executable, "-m", "bench.apart", function.__module__, function.__name__, json.dumps(values)]
    done = subprocess.run(
        words,
        capture_output=True,
        encoding="utf-8",
        env=surroundings() if environment is None else environment,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{function.__module__}.{function.__name__} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def surroundings() -> dict[str, str]:
    """The environment of a process that shows a window."""
    platform = (
        {} if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") else {"QT_QPA_PLATFORM": "offscreen"}
    )
    return {**os.environ, **platform, "QT_LOGGING_RULES": "*.warning=false"}


def compiled(folder: str) -> dict[str, str]:
    """The environment of an installed program: its modules are compiled, here by the first that runs, into a folder."""
    environment = {name: value for name, value in surroundings().items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "PYTHONPYCACHEPREFIX": folder}


@contextlib.contextmanager
def served(module: str, *words: str) -> Iterator[str]:
    """The address of a loopback server in a process of its own, which prints its port as one line."""
    with subprocess.Popen([sys.executable, "-m", module, *words], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.kill()


if __name__ == "__main__":
    result = getattr(importlib.import_module(sys.argv[1]), sys.argv[2])(*json.loads(sys.argv[3]))
    print(json.dumps(result), flush=True)
    # What Qt and its threads do at the end is not measured.
    os._exit(0)
