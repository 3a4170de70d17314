"""The window put together: opened over a data folder, shown, and left with everything saved."""

import asyncio
import base64
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.preferences import Preferences
from jobmatch_desktop.ui.opening import ask_way_out, copy_of
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import load_theme
from jobmatch_desktop.ui.shared.translation import speak
from jobmatch_desktop.ui.window import Page, Window

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

Opener = Callable[..., AbstractAsyncContextManager["Services"]]
"""Opens the services of a data folder: `(folder, observe, watching=True, read=...)`."""


def make_application() -> QApplication:
    """Qt's application, named. UI thread, once."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("JobMatch Desktop")
    application.setDesktopFileName("jobmatch-desktop")
    application.setWindowIcon(QIcon(str(resource("icons/jobmatch-desktop.png"))))
    # The last window may go while work is being saved.
    application.setQuitOnLastWindowClosed(False)
    return application


async def show(folder: Path, opener: Opener, engine: Engine, feed: Feed, pdfium: Executor) -> int:
    """Shows the window over a data folder and returns the exit code when it was closed and all is saved.

    The window stands first; what it shows, most of the program, is imported once it has painted itself.
    """
    preferences = await engine.call(asyncio.to_thread, Preferences, folder)
    settings = preferences.settings
    appearance = Appearance(_application(), load_theme(), Scheme(settings.theme))
    speak(_application(), str(settings.language))
    icons = Icons()
    window = Window(_pages(), appearance, icons, base64.b64decode(settings.window_place))
    await _painted(window)
    held = AsyncExitStack()
    services = await _open(folder, opener, preferences, engine, feed, held)
    if services is None:
        window.close()
        return 1
    try:
        if not window.isVisible():
            return 0  # it was closed before there was anything in it
        from jobmatch_desktop.ui.desk import Desk

        with appearance.undressed():
            desk = Desk(services, engine, pdfium, appearance, icons, window)
        feed.arrived.connect(desk.take_events)
        await desk.run()
        # What the engine still tells while it ends is for nobody: the next window reads it from the disk.
        feed.arrived.disconnect(desk.take_events)
    finally:
        await engine.call(held.aclose)
    return 0


async def _painted(window: Window) -> None:
    """Shows the window and returns when the person sees it, or has closed it already."""
    seen: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def see() -> None:
        if not seen.done():
            seen.set_result(None)

    window.painted.connect(see)
    window.closed.connect(see)
    window.show()
    await seen


def _pages() -> list[Page]:
    """The rail."""
    return [
        Page("applications", _tr("Applications"), "applications"),
        Page("profile", _tr("Profile"), "profile"),
        Page("coach", _tr("Coach"), "coach"),
        Page("tasks", _tr("Tasks"), "tasks"),
        Page("models", _tr("Models"), "models"),
        Page("settings", _tr("Settings"), "settings", foot=True),
    ]


async def _open(
    folder: Path, opener: Opener, preferences: Preferences, engine: Engine, feed: Feed, held: AsyncExitStack
) -> "Services | None":
    """The services, kept open by `held`; None where they cannot be had and the person gives up."""

    async def enter() -> "Services":
        return await held.enter_async_context(opener(folder, feed.put, watching=True, read=preferences))

    while True:
        try:
            return await engine.call(enter)
        except JobMatchError as error:
            answer = await ask_way_out(error.trouble)
            copy = copy_of(error.trouble)
        if answer == "close":
            return None
        if answer == "copy" and copy is not None:
            await _go_back(folder, copy, engine)


async def _go_back(folder: Path, copy: Path, engine: Engine) -> None:
    from jobmatch_desktop.services.recovery import go_back

    try:
        await engine.call(go_back, folder, copy)
    except JobMatchError as error:
        await ask_way_out(error.trouble)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _tr(words: str) -> str:
    return QCoreApplication.translate("Window", words)
