"""Typing in one document while others stream, with highlighting, spelling, marks and preview on: how late a 5 ms timer is, how soon
the preview shows a key, and what a key costs the window's thread at 1 MB of text over 10 kB."""

import asyncio
import contextlib
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from bench.apart import apart, served
from bench.cost import JOB, LONG, SHORT
from bench.lateness import RATE
from bench.preview import of_pages, watch_pages
from bench.row import Row, at, milliseconds, times
from bench.streaming import keep_writing, widened
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.editor.previewing import PAUSE
from tests.bridge.gate import Ticks
from tests.ui.driven import Driven, drive, until

RUNS = 3
KEYS = 30
BETWEEN = 0.12
"""Seconds between two keys of somebody who types fast."""
REST = 0.5
"""Seconds after every fifth key, in which preview, marks and spelling catch up."""
OTHERS = 2
"""Documents of another application that stream meanwhile."""
FRAME = 1 / 60
PREVIEW = 0.05
GOAL_RATIO = 1.3


def measure() -> list[Row]:
    """Medians of three runs; each beside the same keys while nothing streams."""
    runs = {streams: [_run(streams) for _ in range(RUNS)] for streams in (OTHERS, 0)}
    beside, alone = (
        {key: at([run[key] for run in runs[streams]], 0.5) for key in runs[streams][0]} for streams in (OTHERS, 0)
    )
    what = f"typing with all on beside {OTHERS} streams"
    ratio = beside["long key"] / beside["short key"]
    return [
        _row(f"{what}: UI lateness p99", "p99", beside, alone, FRAME / 2),
        _row(f"{what}: UI lateness max", "max", beside, alone, FRAME),
        _row(f"{what}: preview painted p95 after the pause", "preview", beside, alone, PREVIEW),
        Row(
            f"{what}: a key at 1 MB of text",
            f"{beside['long key'] * 1e6:,.0f} µs of the window's thread",
            f"{beside['short key'] * 1e6:,.0f} µs at 10 kB",
            times(ratio),
            f"<= {GOAL_RATIO}x",
            ratio <= GOAL_RATIO,
        ),
    ]


def _run(streams: int) -> dict[str, float]:
    with served("bench.stamping", str(RATE)) as url:
        measured: dict[str, float] = apart(keys, url, streams)
    return measured


def _row(what: str, key: str, beside: dict[str, float], alone: dict[str, float], goal: float) -> Row:
    control = f"{milliseconds(alone[key])} (nothing streams)"
    ratio = times(beside[key] / alone[key])
    return Row(what, milliseconds(beside[key]), control, ratio, f"<= {goal * 1000:.1f} ms", beside[key] <= goal)


def keys(url: str, streams: int) -> dict[str, float]:
    """Seconds of everything that is measured, in one life of the program."""
    painted = watch_pages()

    async def act(driven: Driven) -> dict[str, float]:
        mine, other = [await driven.call(driven.services.applications.add_sample) for _ in range(2)]
        driven.open(mine.id)
        driven.workspace.head.segments.choose("cv")
        editor = driven.editor(DocumentKind.CV)
        await until(lambda: editor.isVisible() and editor.text() and painted)
        own = editor.text()
        writing = [asyncio.create_task(keep_writing(driven, other.id, kind, url)) for kind in [*DocumentKind][:streams]]
        await until(lambda: len(driven.workspace.presenter.live.under_way()) == streams)
        drawn: list[float] = []
        driven.workspace.presenter.previewing.drawn.connect(lambda _pages: drawn.append(time.monotonic()))
        result: dict[str, float] = {}
        head = "# Nora Lindqvist\n\n## Experience\n\n"
        texts = {
            "": of_pages(own),
            "short ": head + JOB * (SHORT // len(JOB)),
            "long ": head + JOB * (LONG // len(JOB)),
        }
        for name, text in texts.items():
            editor.set_text(text)
            editor.edited.emit()
            _go_to(driven, len(text) // 2)
            await asyncio.sleep(3.0 if not name else 6.0)
            ticks, spent, shown = Ticks(), [], []
            ticks.start()
            for number in range(KEYS):
                begun, used = time.monotonic(), time.thread_time()
                drawn.clear()
                QTest.keyClicks(editor, "x" if number % 6 else " ")
                spent.append(time.thread_time() - used)
                await asyncio.sleep(BETWEEN)
                if number % 5 == 4:
                    await asyncio.sleep(REST)
                    if drawn and not name:
                        first = next((moment for moment in painted if moment > drawn[0]), None)
                        shown += [first - begun - PAUSE / 1000] if first is not None else []
            ticks.stop()
            result[f"{name}key"] = at(spent, 0.5)
            if not name:
                result |= {"p99": ticks.at(0.99), "max": ticks.worst, "preview": at(shown, 0.95)}
        for one in writing:
            one.cancel()
        if writing:
            await asyncio.wait(writing)
        with contextlib.suppress(AssertionError):
            await driven.close()
        return result

    with tempfile.TemporaryDirectory() as folder, widened(streams):
        return drive(make_application(), Path(folder), act)


def _go_to(driven: Driven, place: int) -> None:
    """The caret in the midst of the text, where a person would be writing."""
    editor = driven.editor(DocumentKind.CV)
    cursor = editor.textCursor()
    cursor.setPosition(place)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.setFocus()
