"""What the open window keeps in memory while nothing happens, with a thousand applications."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.apart import surroundings
from bench.filling import fill
from bench.row import Row, times

APPLICATIONS = 1000
GOAL = 150.0

SETTLED = 3.0
"""Seconds for which the process has next to nothing to do before it is looked at."""

LITTLE = 0.05
"""The share of a core that is next to nothing: the program looks for what other programs do once in a while."""

PATIENCE = 120.0

OWN = ("-m", "jobmatch_desktop", "--data-dir")

BARE = (
    "-c",
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "application = QApplication([])\n"
    "window = QMainWindow()\n"
    "window.resize(1280, 800)\n"
    "window.show()\n"
    "application.exec()\n",
)


def measure() -> list[Row]:
    """Resident memory of the program in MB (millions of bytes), and of a process that has only PySide6 and a bare window."""
    if not Path("/proc/self/statm").exists():
        return [Row("memory", "not told by this system", "", "", f"<= {GOAL:.0f} MB", None)]
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), APPLICATIONS, 2 * APPLICATIONS)
        own, control = idle(*OWN, folder), idle(*BARE)
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


def idle(*words: str) -> float:
    """MB of a Python with these words, once it has settled; it is ended then. Raises `TimeoutError` if it never settles."""
    with subprocess.Popen([sys.executable, *words], env=surroundings()) as process:
        try:
            until = time.monotonic() + PATIENCE
            still, before = time.monotonic() + SETTLED, seconds_worked(process.pid)
            while time.monotonic() < still:
                time.sleep(0.5)
                now = seconds_worked(process.pid)
                if now - before > LITTLE * 0.5:
                    still = time.monotonic() + SETTLED
                if time.monotonic() > until:
                    raise TimeoutError("it does not come to rest")
                before = now
            return resident(process.pid)
        finally:
            process.terminate()


def seconds_worked(process: int) -> float:
    """Of all cores, by a process that lives (proc_pid_stat(5))."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> float:
    """MB of a process that are in memory now (proc_pid_statm(5))."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
