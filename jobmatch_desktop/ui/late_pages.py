"""The pages that are imported and made when they are first looked at, which few starts of the program do."""

import asyncio
import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

LATE = (
    "shared.palette",
    "look.panel",
    "look.ways",
    "editor.version_ways",
    "editor.find_bar",
    "editor.drafting",
    "editor.draft_ways",
    "editor.beside_panel",
    "editor.fact_chooser",
    "editor.fact_adding",
    "settings.page",
    "profile.page",
    "profile.review_dialog",
    "models.page",
    "coach.page",
)
"""What is imported when it is first asked for: on the window's thread that would be up to 0.2 s in which nothing is drawn."""


STOOD = 1.5
"""Seconds that the window stands before that is imported."""

PAUSE = 0.05
"""Seconds between one module and the next."""


async def import_late(engine: Engine, busy: Callable[[], object]) -> None:
    """Imports all of it in a worker, one after the other, while the window stands and `busy` says that no text streams. UI thread."""
    await asyncio.sleep(STOOD)
    left = list(LATE)
    while left:
        if not busy():
            await engine.call(asyncio.to_thread, importlib.import_module, f"jobmatch_desktop.ui.{left.pop(0)}")
        await asyncio.sleep(STOOD if busy() else PAUSE)


class LatePage(QWidget):
    """A page that may have something under way."""

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed, where the page shows what is written."""

    async def flush(self) -> bool:
        """Before the program ends: saves what is typed. Whether the disk has all of it when it returns."""
        return True

    async def wind_up(self) -> None:
        """Before the program ends: nothing of the page is under way when it returns."""
        raise NotImplementedError


def models_page(services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> LatePage:
    """The page of models."""
    from jobmatch_desktop.ui.models.page import ModelsPage

    return ModelsPage(services, engine, appearance, icons)


def settings_page(services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> LatePage:
    """The page of settings."""
    from jobmatch_desktop.ui.settings.page import SettingsPage

    return SettingsPage(services, engine, appearance, icons)


def coach_page(services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> LatePage:
    """The page of the coach."""
    from jobmatch_desktop.ui.coach.page import CoachPage

    return CoachPage(services, engine, appearance, icons)


def profile_page(services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> LatePage:
    """The page of the profile."""
    from jobmatch_desktop.ui.profile.page import ProfilePage

    return ProfilePage(services, engine, appearance, icons)
