"""What a streamed token costs the window's thread in a long document, over what it costs in a short one."""

import time

from PySide6.QtWidgets import QApplication

from bench.apart import apart
from bench.row import Row, at, times
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.theme import load_theme
from jobmatch_desktop.writing.parts import Span

SHORT, LONG = 10_000, 1_000_000
TOKENS = 80
RUNS = 5
GOAL = 1.3
JOB = """### Engineer · Northwind Logistics
Mar 2021 – Present · Berlin

- Moved **42 million** events to another store
- Led six people

"""


def measure() -> list[Row]:
    """Medians of five runs, the long and the short text by turns."""
    short, long = apart(costs)
    ratio = at(long, 0.5) / at(short, 0.5)
    return [
        Row(
            "cost of a token at 1 MB of text",
            f"{at(long, 0.5) * 1e6:,.0f} µs of the window's thread",
            f"{at(short, 0.5) * 1e6:,.0f} µs at 10 kB",
            times(ratio),
            f"<= {GOAL:.1f}x",
            ratio <= GOAL,
        )
    ]


def costs() -> tuple[list[float], list[float]]:
    """Processor seconds of the window's thread for each token, appended and painted, in the short and the long text."""
    application = make_application()
    appearance = Appearance(application, load_theme())
    found: dict[int, list[float]] = {SHORT: [], LONG: []}
    editors = {size: _editor(appearance, size) for size in found}
    for _ in range(RUNS):
        for size, editor in editors.items():
            found[size].append(_stream(application, editor))
    return found[SHORT], found[LONG]


def _editor(appearance: Appearance, size: int) -> DocumentEditor:
    """An editor in view whose document has `size` characters, and room for a part at its end."""
    editor = DocumentEditor(appearance)
    editor.resize(700, 700)
    editor.set_text("# Nora Lindqvist\n\n## Experience\n\n" + JOB * (size // len(JOB)) + "## Interests\n\nRowing\n")
    editor.show()
    return editor


def _stream(application: QApplication, editor: DocumentEditor) -> float:
    """One part of so many tokens at the end of the text, drawn token by token; then undone."""
    text = editor.text()
    editor.begin_part("end", Span(len(text), len(text)))
    _settle(application, 0.3)
    spent = 0.0
    for _ in range(TOKENS):
        begun = time.thread_time()
        editor.append("end", " token")
        _settle(application, 0.02)
        spent += time.thread_time() - begun
    editor.end_part("end", None)
    editor.end_generation()
    _settle(application, 0.3)
    return spent / TOKENS


def _settle(application: QApplication, seconds: float) -> None:
    """Lets the window live for so long: longer than the time until words are drawn."""
    until = time.monotonic() + seconds
    while (now := time.monotonic()) < until:
        application.processEvents()
        time.sleep(min(0.002, until - now))
