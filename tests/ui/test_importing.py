"""Opening the window imports no SDK: each takes up to a second."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from jobmatch_desktop.program import open_program

PROJECT = Path(__file__).parents[2]


def test_a_window_that_stands_has_imported_no_sdk(tmp_path: Path) -> None:
    async def fill() -> None:
        async with open_program(tmp_path, lambda event: None) as services:
            await services.applications.add_sample()

    asyncio.run(fill())
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.importing", str(tmp_path)],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout.splitlines()[-1]) == []
