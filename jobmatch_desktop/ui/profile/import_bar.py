"""A line of the profile's page that says what is being brought in, and what waits for its review."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.ui.profile.importing import Importing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel

if TYPE_CHECKING:
    from jobmatch_desktop.domain.kept_profile import ProfileState
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profile_importing import WaitingImport


class ImportBar(QFrame):
    """Hidden while there is nothing to say. `became` tells the kept profile that a file went into, `failed` a `Trouble`."""

    became = Signal(int)
    failed = Signal(object)

    def __init__(
        self, services: "Services", engine: Engine, background: Background, appearance: Appearance, icons: Icons
    ) -> None:
        super().__init__()
        look = appearance.look
        self.setProperty("role", "notice")
        self.importing = Importing(services, engine, background, appearance, icons, self)
        self._says = ElidedLabel("small")
        self._stop = button(self.tr("Cancel"), "slim", accessible=self.tr("Stop reading the file"))
        self._go_on = button(self.tr("Go on reviewing"), "slim")
        self._waiting: WaitingImport | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(3.5), look.steps(2), look.steps(3), look.steps(2))
        row.setSpacing(look.steps(2.5))
        row.addWidget(self._says, 1)
        row.addWidget(self._stop)
        row.addWidget(self._go_on)
        self._stop.clicked.connect(self.importing.stop)
        self._go_on.clicked.connect(self.importing.go_on)
        self.importing.began.connect(self._show_reading)
        self.importing.ended.connect(self._show_usual)
        self.importing.waits.connect(self._show_waiting)
        self.importing.failed.connect(self.failed)
        self.importing.became.connect(self._tell)
        self.hide()

    def read(self, path: Path) -> None:
        """Reads a file, and has it reviewed."""
        self.importing.read(path)

    def look(self) -> None:
        """Looks for what waits for its review."""
        self.importing.look()

    def _show_reading(self, name: str) -> None:
        self._says.set_words(self.tr("Reading {name}").format(name=name))
        self._stop.show()
        self._go_on.hide()
        self.show()

    def _show_waiting(self, waiting: "WaitingImport | None") -> None:
        self._waiting = waiting
        if self._stop.isHidden() or not self.isVisible():
            self._show_usual()

    def _show_usual(self) -> None:
        self._stop.hide()
        if self._waiting is not None:
            self._says.set_words(self.tr("{name} was read and waits for your review.").format(name=self._waiting.name))
        self._go_on.setVisible(self._waiting is not None)
        self.setVisible(self._waiting is not None)

    def _tell(self, state: "ProfileState", _name: str) -> None:
        self.became.emit(state.id)
