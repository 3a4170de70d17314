"""The modules of packaging/ by their names, as build.py and jobmatch.spec import them: the folder is no package, since one of that
name stands on PyPI."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT / "packaging")])
