"""The pages that are imported and made when they are first looked at, which few starts of the program do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


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
