"""Streams of a server into a window, the program's way and the naive way, watched by a 5 ms timer and by what is painted."""

import asyncio
import contextlib
import itertools
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from bench.row import at
from bench.stamping import ages
from jobmatch_desktop import program as composition
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Message, Phase, Request
from jobmatch_desktop.providers.registry import open_provider
from jobmatch_desktop.providers.settings import ProviderSettings
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.tasks.stall import watched
from jobmatch_desktop.ui.assembly import make_application
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from tests.bridge.gate import Ticks
from tests.ui.driven import Driven, drive, until

SETTLING = 1.5
"""Seconds of streaming before the watch begins."""
OPTIONS = {"num_ctx": 4096, "num_predict": 1000}
MODEL = "smollm2:135m"
ASKED = Request(MODEL, (Message("user", "Write."),), 4000)


def program(url: str, seconds: float, streams: int, faults: Sequence[tuple[str, str]] = ()) -> dict[str, float]:
    """The program itself: documents of several applications being written, again and again, one in view with highlight and
    preview.

    `faults` are providers and addresses that are asked
    beside it, on the same engine, over and over.
    """
    painted = _watch_paint(DocumentEditor, _part)

    async def act(driven: Driven) -> dict[str, float]:
        made = [await driven.call(driven.services.applications.add_sample) for _ in range((streams + 1) // 2)]
        driven.open(made[0].id)
        driven.workspace.head.segments.choose("cv")
        await until(lambda: driven.editor(DocumentKind.CV).isVisible() and driven.editor(DocumentKind.CV).text())
        documents = [(one.id, kind) for one in made for kind in DocumentKind][:streams]
        writing = [asyncio.create_task(keep_writing(driven, *document, url)) for document in documents]
        await until(lambda: len(driven.workspace.presenter.live.under_way()) == streams and painted)
        await asyncio.sleep(SETTLING)
        met: list[str] = []
        meeting = asyncio.ensure_future(driven.engine.call(_meet, faults, met))
        if faults:
            await until(lambda: len(met) >= len(faults), 120.0)  # the SDKs are imported then, and every client made
            met.clear()
        result = await _watched(seconds, painted)
        result["faults"] = len(met)
        for one in (*writing, meeting):
            one.cancel()
        await asyncio.wait([*writing, meeting])
        await driven.close()
        return result

    with tempfile.TemporaryDirectory() as folder, widened(streams):
        return drive(make_application(), Path(folder), act)


def naive(url: str, seconds: float, streams: int) -> dict[str, float]:
    """The SDK on the window's loop, and each token put into one of so many visible editors as it comes."""
    import ollama

    application = make_application()
    painted = _watch_paint(Plain, _last_line)
    page = QWidget()
    grid = QGridLayout(page)
    editors = [Plain() for _ in range(streams)]
    for number, editor in enumerate(editors):
        editor.setObjectName(str(number))
        grid.addWidget(editor, number // 4, number % 4)

    async def stream(editor: QPlainTextEdit) -> None:
        client = ollama.AsyncClient(url)
        messages = [{"role": "user", "content": "Write."}]
        while True:
            async for part in await client.chat(MODEL, messages, stream=True, options=OPTIONS):
                editor.insertPlainText(part.message.content or "\n")
                editor.ensureCursorVisible()

    async def act() -> dict[str, float]:
        page.resize(1280, 800)
        page.show()
        streaming = [asyncio.create_task(stream(editor)) for editor in editors]
        await until(lambda: painted)
        await asyncio.sleep(SETTLING)
        result = await _watched(seconds, painted)
        for one in streaming:
            one.cancel()
        await asyncio.wait(streaming)
        return result

    with qasync.QEventLoop(application) as loop:
        return loop.run_until_complete(act())  # type: ignore[no-any-return]


async def _meet(faults: Sequence[tuple[str, str]], met: list[str]) -> None:
    """Asks each in turn, without end, with the providers kept as the program keeps them; what each does is counted, whatever it is.

    At most ten a second: more than eight lanes meet that wait a second and longer before they ask again."""
    providers = [open_provider(name, ProviderSettings(base_url=address)) for name, address in faults]
    for provider in itertools.cycle(providers):
        try:
            async with aclosing(watched(provider.stream(ASKED), dict.fromkeys(Phase, 1.0))) as chunks:
                async for _ in chunks:
                    pass
        except ProviderError:
            met.append(provider.name)
        else:
            met.append(provider.name)
        await asyncio.sleep(0.1)


class Plain(QPlainTextEdit):
    """An editor whose painting can be watched."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)


@contextlib.contextmanager
def widened(streams: int) -> Iterator[None]:
    """A machine of one's own writes one text at a time; here its lane is so wide."""
    width_of = composition.width_of
    composition.width_of = lambda _lane, _place: streams  # type: ignore[assignment]
    try:
        yield
    finally:
        composition.width_of = width_of


async def keep_writing(driven: Driven, application: int, kind: DocumentKind, url: str) -> None:
    choice = Choice("ollama", MODEL, base_url=url)
    while True:
        task = await driven.call(driven.services.generation.start, application, kind, choice)
        await driven.call(driven.services.generation.wait, task)


async def _watched(seconds: float, painted: list[float]) -> dict[str, float]:
    ticks = Ticks()
    painted.clear()
    ticks.start()
    await asyncio.sleep(seconds)
    ticks.stop()
    assert len(painted) > 5 * seconds, "too few tokens were painted to tell anything"
    return {"p99": ticks.at(0.99), "max": ticks.worst, "glyph": at(painted, 0.95)}


def _watch_paint(editor: type[QPlainTextEdit], text: Callable[[Any], str]) -> list[float]:
    """Gathers how old each stamp is (seconds since it was written to the socket) when its editor has painted it."""
    painted: list[float] = []
    seen: set[str] = set()
    paint = editor.paintEvent

    def watched(self: QPlainTextEdit, event: QPaintEvent) -> None:
        paint(self, event)
        now = time.monotonic()
        painted.extend(ages(text(self), seen, now))

    editor.paintEvent = watched  # type: ignore[method-assign]
    return painted


def _part(editor: DocumentEditor) -> str:
    """The line that is being written, where this is the editor in view."""
    latest = editor.parts.latest
    return latest.block().text() if latest is not None and editor.isVisible() else ""


def _last_line(editor: QPlainTextEdit) -> str:
    return editor.document().lastBlock().text() if editor.objectName() == "0" else ""
