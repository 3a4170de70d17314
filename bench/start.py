"""How long it takes from starting the program to the first paint of its window, against a PySide6 window with nothing in it."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.apart import compiled
from bench.filling import fill
from bench.row import Row, at, milliseconds, times

RUNS = 9
GOAL = 2.5

PAINTED = """
import os, sys, time
from PySide6.QtWidgets import QMainWindow
class Painted(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic() - float(sys.argv[1]), flush=True)
        os._exit(0)
"""

BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication
application = QApplication([])
window = Painted()
window.resize(1280, 800)
window.show()
application.exec()
"""
)

OWN = """
import os, sys, time
from jobmatch_desktop.app import open_window
def watch():
    from jobmatch_desktop.ui.window import Window
    paint = Window.paintEvent
    def painted(self, event):
        paint(self, event)
        print(time.monotonic() - float(sys.argv[1]), flush=True)
        os._exit(0)
    Window.paintEvent = painted
import jobmatch_desktop.bridge.window_loop as window_loop
run = window_loop.run_window
def run_window(*words):
    watch()
    return run(*words)
window_loop.run_window = run_window
open_window(sys.argv[2])
"""
"""The program itself; its window is only watched, once all of it is imported."""


def measure() -> list[Row]:
    """Medians of nine starts each, by turns, after one of each that warms the disk."""
    own, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), 20, 20)
        for _ in range(RUNS + 1):
            own.append(_seconds(OWN, folder))
            bare.append(_seconds(BARE, folder))
    mine, theirs = at(own[1:], 0.5), at(bare[1:], 0.5)
    return [
        Row(
            "start to first paint",
            milliseconds(mine),
            f"{milliseconds(theirs)} (bare PySide6 window)",
            times(mine / theirs),
            f"<= {GOAL:.1f}x",
            mine / theirs <= GOAL,
        )
    ]


def _seconds(script: str, folder: str) -> float:
    """From before the process is made until its window has painted itself."""
    words = [sys.executable, "-c", script, str(time.monotonic()), folder]
    environment = compiled(str(Path(folder) / "compiled"))
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return float(done.stdout)
