"""Opening the window and writing with the composer connects to nothing beyond this machine, keys and servers known or not."""

import json
import os
import subprocess
import sys
from ipaddress import ip_address
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
KEYS = dict.fromkeys(("OPENAI_API_KEY", "ANTHROPIC_API_KEY"), "sk-planted")


def heard(module: str, folder: Path, **environment: str) -> list[tuple[str, str]]:
    """What a process that drives a window connects to."""
    ended = subprocess.run(
        [sys.executable, "-m", module, str(folder)],
        cwd=PROJECT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    return [(event, host) for event, host in map(json.loads, ended.stdout.splitlines())]


def beyond(host: str) -> bool:
    """Whether a host is another machine: all that is no address of this one, and no file."""
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return not host.startswith("/")


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param({}, id="no keys"),
        pytest.param(KEYS, id="keys"),
    ],
)
def test_nothing_beyond_this_machine(tmp_path: Path, keys: dict[str, str]) -> None:
    found = heard("tests.ui.connections", tmp_path, **keys)
    assert [one for one in found if beyond(one[1])] == []
    # The dialog shows models, so it looks for a server on this machine: what is listened to does hear.
    assert ("socket.connect", "127.0.0.1") in found


def test_what_is_beyond_would_be_told() -> None:
    assert [
        host for host in ("127.0.0.1", "::1", "/run/bus", "203.0.113.1", "example.org", "fd00::1") if beyond(host)
    ] == [
        "203.0.113.1",
        "example.org",
        "fd00::1",
    ]
