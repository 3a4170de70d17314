"""How a program with a window ends."""

import subprocess
import sys

PROGRAM = """
import sys, threading, time
from PySide6.QtCore import QCoreApplication
from jobmatch_desktop.bridge.window_loop import run_window

begun = threading.Event()

def work(seconds):
    begun.set()
    time.sleep(seconds)

async def main(engine, feed, pdfium):
    pdfium.submit(work, {seconds})
    await asyncio.to_thread(begun.wait)
    return 7

import asyncio
code = run_window(QCoreApplication([]), main)
print("ended in order", flush=True)
sys.exit(code)
"""


def ended(seconds: float) -> tuple[int, str]:
    words = [sys.executable, "-c", PROGRAM.format(seconds=seconds)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_in_order_where_every_worker_is_done() -> None:
    assert ended(0) == (7, "ended in order\n")


def test_at_once_where_a_worker_goes_on_with_the_same_exit_code() -> None:
    assert ended(30) == (7, "")
