"""No process that the program starts knows a key."""

import os
import subprocess
import sys

import pytest

from jobmatch_desktop.domain.child_environment import keys_taken, without_keys

PRINT = [sys.executable, "-c", "import os; print(dict(os.environ))"]


def test_keys_of_every_provider_are_left_out() -> None:
    given = {"PATH": "/bin", "OPENAI_API_KEY": "a", "NEW_API_KEY": "b", "openai_api_key": "c", "API_KEYS": "d"}
    assert without_keys(given) == {"PATH": "/bin", "API_KEYS": "d"}
    assert "OPENAI_API_KEY" in given


def test_while_they_are_taken_no_process_inherits_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-planted")
    with keys_taken(os.environ) as keys:
        assert keys == {"ANTHROPIC_API_KEY": "sk-planted"}
        assert b"sk-planted" not in subprocess.run(PRINT, capture_output=True, check=True).stdout
    assert b"sk-planted" in subprocess.run(PRINT, capture_output=True, check=True).stdout
