"""Chooses the CV that an application is made from: a kept one, a file, or the sample."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.kept_profile import ProfileState
from jobmatch_desktop.ui.profile.importing import Importing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profile_importing import WaitingImport
    from jobmatch_desktop.services.profiles import ProfileSummary

SAMPLE = 0
"""Stands for the bundled sample among the ids of kept profiles, which count from 1."""
NAME_SHOWN = 60


class ProfileChoice(QFrame):
    """A list of kept profiles, a button for a file, and a place to drop one. What was read from a file is reviewed before it counts.
    `changed` tells that another is chosen."""

    changed = Signal()

    def __init__(
        self, services: "Services", engine: Engine, background: Background, appearance: Appearance, icons: Icons
    ) -> None:
        super().__init__()
        look = appearance.look
        self._services = services
        self._engine = engine
        self._background = background
        self._folder = str(Path.home())
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self._kept = ComboBox(self.tr("CV"), appearance, icons)
        self._kept.setMinimumContentsLength(28)
        self._kept.currentIndexChanged.connect(self.changed)
        self._file = button(self.tr("Choose a file"))
        self._file.clicked.connect(self._ask_for_file)
        self._says = label("muted", wraps=True)
        self._importing = Importing(services, engine, background, appearance, icons, self)
        self._stop = button(self.tr("Cancel"), "slim", accessible=self.tr("Stop reading the file"))
        self._stop.clicked.connect(self._importing.stop)
        self._stop.hide()
        self._go_on = button("")
        self._go_on.clicked.connect(self._importing.go_on)
        self._go_on.hide()
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addWidget(self._kept, 1)
        row.addWidget(self._file)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(3), look.steps(3), look.steps(2.5))
        column.setSpacing(look.steps(2))
        said = QHBoxLayout()
        said.setSpacing(look.steps(2))
        said.addWidget(self._says, 1)
        said.addWidget(self._stop)
        column.addLayout(row)
        column.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(said)
        self._usual_words = self.tr(
            "PDF, Word, JSON Resume, LinkedIn's export, Markdown or text. A file may be dropped here."
        )
        self._say("muted", self._usual_words)
        self.show_profiles([])
        self._importing.began.connect(self._show_reading)
        self._importing.ended.connect(self._end_reading)
        self._importing.failed.connect(self._show_trouble)
        self._importing.became.connect(self._take_profile)
        self._importing.waits.connect(self._show_waiting)

    def profile(self) -> int | None:
        """The id of the chosen profile, `SAMPLE`, or None."""
        return self._kept.currentData()

    def first_field(self) -> QWidget:
        """Where the keyboard begins here: with nothing to choose from, the file."""
        return self._file if self.profile() is None else self._kept

    def load(self) -> None:
        """Reads the kept profiles, without waiting for it."""
        self._background.start(self._load())

    def import_file(self, path: Path) -> None:
        """Reads a file, has it reviewed, and chooses what it became; what is wrong with it is said here."""
        self._folder = str(path.parent)
        self._importing.read(path)

    def show_profiles(self, profiles: Sequence["ProfileSummary"], chosen: int | None = None) -> None:
        """Lists the kept profiles, newest first, and the sample; chooses one of them."""
        wanted = self.profile() if chosen is None else chosen
        self._kept.blockSignals(True)
        self._kept.clear()
        seen: set[str] = set()
        for profile in profiles:
            words = " · ".join(part for part in (profile.name or self.tr("No name"), profile.label) if part)
            words = words if len(words) <= NAME_SHOWN else words[: NAME_SHOWN - 1].rstrip() + "…"
            older = words in seen
            seen.add(words)
            self._kept.addItem(self.tr("{name} (older)").format(name=words) if older else words, profile.id)
        if not profiles:
            self._kept.addItem(self.tr("No CV yet"), None)
        self._kept.addItem(self.tr("The sample person"), SAMPLE)
        self._kept.setCurrentIndex(max(0, self._kept.findData(wanted)) if wanted is not None else 0)
        self._kept.blockSignals(False)
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.import_file(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._importing.look()

    async def _load(self) -> None:
        self.show_profiles(await self._engine.call(self._services.profiles.list))

    def _show_reading(self, name: str) -> None:
        allow(self._file, self.tr("A file is being read"))
        self._stop.show()
        self._say("muted", self.tr("Reading {name}").format(name=breakable(name)))

    def _end_reading(self) -> None:
        allow(self._file, "")
        self._stop.hide()
        self._say("muted", self._usual_words)

    def _show_trouble(self, trouble: Trouble) -> None:
        self._say("bad", breakable(trouble_text(trouble)))

    def _show_waiting(self, waiting: "WaitingImport | None") -> None:
        """Offers to go on with the file whose review was begun last."""
        if waiting is not None:
            name = waiting.name
            shown = name if len(name) <= NAME_SHOWN else name[: NAME_SHOWN - 1] + "…"
            words = self.tr("Go on reviewing {name}").format(name=shown)
            self._go_on.setText(words.replace("&", "&&"))
            self._go_on.setAccessibleName(words)
        self._go_on.setVisible(waiting is not None)

    def _take_profile(self, state: ProfileState, name: str) -> None:
        self._background.start(self._choose(state, name))

    async def _choose(self, state: ProfileState, name: str) -> None:
        self.show_profiles(await self._engine.call(self._services.profiles.list), state.version)
        self._say("good", self.tr("Read from {name}").format(name=breakable(name)))

    def _say(self, role: str, words: str) -> None:
        self._says.setProperty("role", role)
        self._says.style().polish(self._says)
        self._says.setText(words)
        self._says.setAccessibleName(words)

    def _ask_for_file(self) -> None:
        dialog = file_dialog(self, self.tr("Choose a CV"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("CVs ({endings})").format(endings="*.pdf *.docx *.json *.zip *.md *.markdown *.txt")
        dialog.setNameFilters([known, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.import_file(Path(path))
