"""The whole program with its window, driven from within: what the person would do, done by a coroutine on the window's loop.

    drive(application, folder, act)

runs the program as `app.open_window` does and `act` beside it, until the window is closed. Importable without pytest.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Executor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.bridge.window_loop import run_window
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.ui.applications.page import ApplicationsPage
from jobmatch_desktop.ui.assembly import show
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.window import Window
from tests.patience import until

T = TypeVar("T")
Found = TypeVar("Found", bound=QObject)


@dataclass(frozen=True)
class Driven:
    """The window that is open, and what stands behind it. `closed` is done when all is saved. UI thread."""

    window: Window
    services: Services
    engine: Engine
    feed: Feed
    closed: "asyncio.Task[int]"

    @property
    def workspace(self) -> Workspace:
        """Where an application is worked on."""
        return self.find(Workspace)

    def editor(self, kind: DocumentKind) -> DocumentEditor:
        """The editor of a document, shown or not."""
        return self.find(DocumentEditor, kind)

    def find(self, kind: type[Found], name: str = "") -> Found:
        """The one widget of this class, by its name where it has one."""
        found = self.window.findChild(kind, name) if name else self.window.findChild(kind)
        assert isinstance(found, kind)
        return found

    def button(self, words: str) -> QAbstractButton:
        """The visible button with these words."""
        return next(made for made in self.window.findChildren(QAbstractButton) if _says(made, words))

    async def press(self, words: str) -> None:
        """Presses a button once it can be pressed."""
        await until(lambda: any(_says(made, words) and made.isEnabled() for made in self._buttons()))
        self.button(words).click()

    async def call(self, function: Callable[..., Awaitable[T]], *values: Any, **more: Any) -> T:
        """The result of a service."""
        return await self.engine.call(function, *values, **more)

    def open(self, application: int) -> None:
        """Opens an application in the workspace, as a click on it does."""
        self.find(ApplicationsPage).opened.emit(application)

    async def close(self) -> None:
        """Closes the window, and says yes where it asks; returns when all is saved."""
        self.window.close()
        await until(lambda: self.closed.done() or self._question())
        if box := self._question():
            next(button for button in box.buttons() if button.text() == "Close").click()
        await asyncio.wait({self.closed})

    def _question(self) -> QMessageBox | None:
        return next((box for box in self.window.findChildren(QMessageBox) if box.isVisible()), None)

    def _buttons(self) -> list[QAbstractButton]:
        return [made for made in self.window.findChildren(QAbstractButton) if made.isVisible()]


def drive(application: QApplication, folder: Path, act: Callable[[Driven], Awaitable[T]]) -> T:
    """What `act` returns. It begins when the window is shown, and closes it; the program has ended then."""
    result: list[T] = []

    async def main(engine: Engine, feed: Feed, pdfium: Executor) -> int:
        opened: asyncio.Future[Services] = asyncio.get_running_loop().create_future()
        loop = asyncio.get_running_loop()

        @asynccontextmanager
        async def opener(*values: Any, **more: Any) -> AsyncIterator[Services]:
            async with open_program(*values, **more) as services:
                loop.call_soon_threadsafe(opened.set_result, services)
                yield services

        showing = asyncio.create_task(show(folder, opener, engine, feed, pdfium))
        await asyncio.wait({opened, showing}, return_when=asyncio.FIRST_COMPLETED)
        if not opened.done():
            return await showing
        await until(_shown)
        (window,) = _shown()
        # It stands before its pages do.
        await until(lambda: window.asks_before_closing)
        try:
            result.append(await act(Driven(window, opened.result(), engine, feed, showing)))
        except BaseException:
            showing.cancel()
            await asyncio.wait({showing})
            raise
        return await showing

    quits = application.quitOnLastWindowClosed()
    application.setQuitOnLastWindowClosed(False)
    try:
        assert run_window(application, main) == 0
    finally:
        application.setQuitOnLastWindowClosed(quits)
    return result[0]


def _shown() -> list[Window]:
    return [made for made in QApplication.topLevelWidgets() if isinstance(made, Window) and made.isVisible()]


def _says(button: QAbstractButton, words: str) -> bool:
    return button.isVisible() and words in (button.text(), button.accessibleName())
