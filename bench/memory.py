"""What the open window keeps in memory while nothing happens, with a thousand applications."""

import asyncio
import os
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from bench.apart import apart
from bench.filling import fill
from bench.row import Row, times
from jobmatch_desktop.ui.assembly import make_application
from tests.ui.driven import Driven, drive

APPLICATIONS = 1000
IDLE = 3.0
GOAL = 150.0


def measure() -> list[Row]:
    """Resident memory of the process in MB (millions of bytes), and of one that has only PySide6 and a bare window."""
    if not Path("/proc/self/statm").exists():
        return [Row("memory", "not told by this system", "", "", f"<= {GOAL:.0f} MB", None)]
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), APPLICATIONS, 2 * APPLICATIONS)
        own, control = apart(idle, folder), apart(bare)
    return [
        Row(
            f"memory, idle with {APPLICATIONS:,} applications",
            f"{own:.0f} MB",
            f"{control:.0f} MB (bare PySide6 window)",
            times(own / control),
            f"<= {GOAL:.0f} MB",
            own <= GOAL,
        )
    ]


def idle(folder: str) -> float:
    """MB of the program, its list in view."""

    async def act(driven: Driven) -> float:
        await asyncio.sleep(IDLE)
        found = resident()
        await driven.close()
        return found

    return drive(make_application(), Path(folder), act)


def bare() -> float:
    """MB of a window with nothing in it."""
    application = make_application()
    window = QMainWindow()
    window.show()
    until = time.monotonic() + 1
    while time.monotonic() < until:
        application.processEvents()
    return resident()


def resident() -> float:
    """MB of this process that are in memory now (proc_pid_statm(5))."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
