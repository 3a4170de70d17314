"""What a token of a model's answer costs the window's thread in a long talk, over what it costs in a short one."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from bench.apart import apart
from bench.row import Row, at, times
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.coach import talk_view
from jobmatch_desktop.ui.coach.shown import Message
from jobmatch_desktop.ui.coach.talk_view import TalkView
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.theme import load_theme

SHORT, LONG = 10_000, 200_000
TOKENS = 40
RUNS = 5
GOAL = 1.3
PARAGRAPHS = """## What you did

You moved **42 million** events to another store, and led *six* people while you did it. What came of it?

- The store answers in `12 ms`
- Nobody is woken at night

> It was the calmest release of the year.

"""
MESSAGE = PARAGRAPHS * 8
"""Some 2,000 characters: a long answer."""


def measure() -> list[Row]:
    """Medians of five runs, the long and the short one by turns: a talk of many messages, all drawn, and one of a single answer."""
    return [_row("talk", *apart(talk_costs)), _row("answer", *apart(answer_costs))]


def talk_costs() -> tuple[list[float], list[float]]:
    """Processor seconds of the window's thread for each token at the end of a talk of so many characters."""
    return _costs(lambda size: [MESSAGE] * (size // len(MESSAGE)))


def answer_costs() -> tuple[list[float], list[float]]:
    """The same at the end of one answer of so many characters."""
    return _costs(lambda size: [PARAGRAPHS * (size // len(PARAGRAPHS))])


def _row(what: str, short: list[float], long: list[float]) -> Row:
    ratio = at(long, 0.5) / at(short, 0.5)
    return Row(
        f"cost of a token at 200 kB of {what}",
        f"{at(long, 0.5) * 1e6:,.0f} µs of the window's thread",
        f"{at(short, 0.5) * 1e6:,.0f} µs at 10 kB",
        times(ratio),
        f"<= {GOAL:.1f}x",
        ratio <= GOAL,
    )


def _costs(texts: Callable[[int], list[str]]) -> tuple[list[float], list[float]]:
    talk_view.FIRST = 10_000
    application = make_application()
    appearance = Appearance(application, load_theme())
    found: dict[int, list[float]] = {SHORT: [], LONG: []}
    views = {size: _view(appearance, texts(size)) for size in found}
    for _ in range(RUNS):
        for size, view in views.items():
            found[size].append(_stream(application, view))
    return found[SHORT], found[LONG]


def _view(appearance: Appearance, texts: list[str]) -> TalkView:
    """A talk in view, with an answer that is being written at its end."""
    view = TalkView(appearance)
    view.resize(700, 700)
    view.show_talk([Message(str(place), False, text, runs=True) for place, text in enumerate(texts)])
    view.show()
    view.go_to_end()
    return view


def _stream(application: QApplication, view: TalkView) -> float:
    """So many tokens of a paragraph, drawn token by token."""
    last = view.last()
    assert last is not None
    key = last.message.key
    view.append(key, "\n\n", thinking=False)
    _settle(application, 0.5)
    spent = 0.0
    for _ in range(TOKENS):
        begun = time.thread_time()
        view.append(key, " token", thinking=False)
        _settle(application, 0.06)
        spent += time.thread_time() - begun
    view.append(key, "\n\n", thinking=False)
    _settle(application, 0.3)
    return spent / TOKENS


def _settle(application: QApplication, seconds: float) -> None:
    """Lets the window live for so long: longer than the time until words are drawn."""
    until = time.monotonic() + seconds
    while (now := time.monotonic()) < until:
        application.processEvents()
        time.sleep(min(0.01, until - now))
