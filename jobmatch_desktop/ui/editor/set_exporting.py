"""Export of a whole application as a person asks for it: first what has no fact, then where to and what to call it, then the files."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.services.set_names import Naming
from jobmatch_desktop.ui.editor.asking_first import AskingFirst
from jobmatch_desktop.ui.editor.export_words import name_values
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.set_dialog import SetDialog
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

PAUSE = 150
"""Milliseconds after the last key before the files of a name are looked for."""


class SetExporting(QObject):
    """Asks over a window. UI thread."""

    first_wanted = Signal(object)
    """The kind of document whose first words without a fact the person wants to see."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        presenter: WorkspacePresenter,
        appearance: Appearance,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._appearance = appearance
        self._icons = icons
        self._window = window
        self._first = AskingFirst(presenter, appearance, window)
        self._first.first_wanted.connect(self.first_wanted)
        self._dialog: SetDialog | None = None
        self._wanted: Naming | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._plan_later)

    def ask(self) -> None:
        """Asks what is needed and exports CV and letter."""
        if self._dialog is None:
            self._first.ask([*DocumentKind], self._ask_where)

    def _ask_where(self) -> None:
        application = self._presenter.application
        if application is None:
            return
        settings = self._services.preferences.settings
        values = name_values(application)
        folder = Path(settings.export_folder) if settings.export_folder else Path.home()
        named = Naming(folder, settings.export_pattern, values, settings.export_endings)
        dialog = SetDialog(self._appearance, self._icons, named, self._window)
        dialog.changed.connect(self._plan)
        dialog.folder_wanted.connect(self._ask_folder)
        dialog.export_wanted.connect(self._export)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()
        self._wanted = named
        self._plan_later()

    def _closed(self) -> None:
        self._dialog = None
        self._pause.stop()

    def _ask_folder(self) -> None:
        if self._dialog is None:
            return
        chooser = file_dialog(self._dialog, self.tr("Choose the folder"), str(self._dialog.named().folder))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._dialog.take_folder)
        chooser.open()

    def _plan(self, named: Naming) -> None:
        self._wanted = named
        self._pause.start()

    def _plan_later(self) -> None:
        if self._wanted is not None and self._presenter.application is not None:
            self._presenter.background.start(self._find(self._presenter.application.id, self._wanted))

    async def _find(self, application: int, named: Naming) -> None:
        try:
            files = await self._engine.call(self._services.documents.planned_set, application, named)
        except JobMatchError as error:
            if self._dialog is not None and self._dialog.named() == named:
                self._dialog.show_trouble(trouble_text(error.trouble))
            return
        if self._dialog is not None:
            self._dialog.show_planned(named, files)

    def _export(self, named: Naming, replacing: frozenset[str]) -> None:
        if self._dialog is not None and (application := self._presenter.application):
            self._dialog.show_under_way()
            self._presenter.background.start(self._write(application.id, named, replacing))

    async def _write(self, application: int, named: Naming, replacing: frozenset[str]) -> None:
        if not await self._presenter.flush():
            if self._dialog is not None:
                self._dialog.show_trouble(self.tr("The last changes could not be saved, so nothing was written."))
            return
        try:
            files = await self._engine.call(self._services.documents.export_set, application, named, replacing)
        except JobMatchError as error:
            if self._dialog is None:
                raise
            self._dialog.show_trouble(trouble_text(error.trouble))
            return
        kept = {"export_folder": str(named.folder), "export_pattern": named.pattern, "export_endings": named.endings}
        await self._engine.call(self._services.preferences.change, **kept)
        if self._dialog is not None:
            self._dialog.show_written(files)
            return
        failed = [file for file in files if file.trouble is not None]
        for file in failed:  # the dialog was closed meanwhile
            self._presenter.failed.emit(file.trouble)
        if not failed:
            self._presenter.told.emit(self.tr("{count} files are written.").format(count=len(files)))
