"""How late the window is when a dialog or a page is opened for the first time, against the second time."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from bench.apart import apart, compiled
from bench.row import Row, at, milliseconds, times
from jobmatch_desktop.bridge.plain_import import import_plainly
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.shared.commands import commands_of
from tests.bridge.gate import Ticks
from tests.ui.driven import Driven, drive, until

RUNS = 3
GOAL = 0.050

SETTLED = 3.0
"""Seconds that the window stands before something is opened: nobody is quicker."""

WATCHED = 2.0
"""Seconds for which the window is watched from then on."""

CV = """# Ana Lindqvist

ana.lindqvist@example.org · +46 70 123 45 67 · Lund

## Experience

### Nurse · Skåne University Hospital

2019 – 2024, Lund

- Wound care on a ward of 24 beds.

## Skills

- Wound care, Infection control
"""

PAGES = {"settings": "Settings", "models": "Models", "coach": "Coach", "profile": "Profile"}

DIALOGS = {
    "gallery": "Choose template and look",
    "versions": "Show the versions of this document",
    "generate": "Generate this document",
    "commands": "Show all commands and shortcuts",
}
"""What is opened over an application, by the command that does so."""

REVIEW = "import review"


def measure() -> list[Row]:
    """The latest tick of a 5 ms timer on the window's thread; medians of three runs of the program for each."""
    rows = []
    with tempfile.TemporaryDirectory() as modules:
        for what in (*DIALOGS, *PAGES, REVIEW):
            runs = [apart(opened, what, environment=compiled(modules)) for _ in range(RUNS + 1)][1:]
            first, again, worked = (at([run[key] for run in runs], 0.5) for key in ("first", "again", "worked"))
            rows.append(
                Row(
                    f"UI lateness max, {what} opened for the first time",
                    f"{milliseconds(first)} ({milliseconds(worked)} of it work)",
                    f"{milliseconds(again)} (the second time)",
                    times(first / again),
                    f"<= {milliseconds(GOAL)}",
                    first <= GOAL,
                )
            )
    return rows


def opened(what: str) -> dict[str, float]:
    """Seconds: the latest tick while it is opened for the `first` time and `again`, and the most that the window's thread `worked`
    between two ticks of the first, which a busy machine makes no longer."""
    import_plainly()

    async def act(driven: Driven) -> dict[str, float]:
        if what in PAGES:
            opens, closes = _command(driven, f"Go to {PAGES[what]}"), _command(driven, "Go to Applications")
            first, worked = await _watched(opens)
            assert driven.window.page() == what
            closes()
            await asyncio.sleep(0.5)
            again, _ = await _watched(opens)
        elif what == REVIEW:
            first, worked, again = await _reviewed(driven)
        else:
            await _in_an_application(driven)
            first, worked = await _watched(_command(driven, DIALOGS[what]))
            await _closed(driven, what)
            again, _ = await _watched(_command(driven, DIALOGS[what]))
            await _closed(driven, what)
        await driven.close()
        return {"first": first, "again": again, "worked": worked}

    with tempfile.TemporaryDirectory() as folder:
        return drive(make_application(), Path(folder), act)


async def _in_an_application(driven: Driven) -> None:
    made = await driven.call(driven.services.applications.add_sample)
    driven.open(made.id)
    driven.workspace.head.segments.choose("cv")
    await until(lambda: driven.editor(DocumentKind.CV).isVisible() and driven.editor(DocumentKind.CV).text())
    await asyncio.sleep(SETTLED)


async def _closed(driven: Driven, what: str) -> None:
    """What was opened is there, and is closed."""
    if what == "gallery":
        from jobmatch_desktop.ui.look.panel import LookPanel

        assert driven.find(LookPanel).isVisible()
        _command(driven, DIALOGS[what])()
    else:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QWidget), what
        dialog.close()
    await asyncio.sleep(0.5)


async def _reviewed(driven: Driven) -> tuple[float, float, float]:
    """A CV is read, and its review shown; the second time it is one that waits."""
    await driven.call(driven.services.applications.add_sample)
    _command(driven, "Go to Profile")()
    await asyncio.sleep(SETTLED)
    from jobmatch_desktop.ui.profile.importing import Importing
    from jobmatch_desktop.ui.profile.review_dialog import ReviewDialog

    importing = driven.find(Importing)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cv.md"
        path.write_text(CV, encoding="utf-8")
        waiting = await driven.call(driven.services.profile_importing.read_file, path)
    importing.look()
    await asyncio.sleep(0.5)
    first, worked = await _watched(importing.go_on)
    driven.find(ReviewDialog).close()
    await asyncio.sleep(0.5)
    again, _ = await _watched(importing.go_on)
    driven.find(ReviewDialog).close()
    await asyncio.sleep(0.5)
    assert waiting is not None
    return first, worked, again


async def _watched(opens: Callable[[], object]) -> tuple[float, float]:
    await asyncio.sleep(SETTLED)
    ticks, work = Ticks(), Work()
    ticks.start()
    opens()
    await asyncio.sleep(WATCHED)
    ticks.stop()
    return ticks.worst, work.most()


def _command(driven: Driven, words: str) -> Callable[[], object]:
    found: QAction = next(one for one in commands_of(driven.window) if one.text() == words)
    return found.trigger


class Work(QObject):
    """The processor's seconds that the thread it is made on takes between two ticks of a 5 ms timer, at most."""

    def __init__(self) -> None:
        super().__init__()
        self._before, self._most = time.thread_time(), 0.0
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def most(self) -> float:
        """In seconds; it ends."""
        self._timer.stop()
        self._note()
        return self._most

    def _note(self) -> None:
        now = time.thread_time()
        self._before, self._most = now, max(self._most, now - self._before)
