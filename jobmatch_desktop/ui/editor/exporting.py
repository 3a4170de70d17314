"""Export as a person asks for it: first what has no fact, then where to, then the file."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.file_errors import PatternUnknown
from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.services.file_names import USUAL, file_name
from jobmatch_desktop.services.set_names import of_document
from jobmatch_desktop.ui.editor.export_words import name_values
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.unsupported_dialog import UnsupportedDialog
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.naming import kind_name

ENDINGS = {
    "pdf": "PDF (*.pdf)",
    "docx": "Word (*.docx)",
    "md": "Markdown (*.md)",
    "html": "HTML (*.html)",
    "txt": "Text (*.txt)",
    "json": "JSON Resume (*.json)",
}
AGAIN = 0.1
"""Seconds after which a text that was typed in while it was checked is checked again."""


class Exporting(QObject):
    """Asks over a window. UI thread. `tidy` is called when a place was chosen."""

    exported = Signal(object)
    """An `Exported` file."""
    first_wanted = Signal(object)
    """The kind of document whose first words without a fact the person wants to see."""

    def __init__(
        self,
        presenter: WorkspacePresenter,
        appearance: Appearance,
        tidy: Callable[[], None],
        pattern: Callable[[], str],
        window: QWidget,
    ) -> None:
        """`pattern` tells how files are named now (services/file_names.py)."""
        super().__init__(window)
        self._presenter = presenter
        self._appearance = appearance
        self._tidy = tidy
        self._pattern = pattern
        self._window = window
        self._folder = str(Path.home())
        self._asking = False

    def ask(self, kind: DocumentKind) -> None:
        """Asks what is needed and exports the document."""
        if not self._asking:
            self._asking = True
            self._presenter.background.start(self._look(kind))

    async def _look(self, kind: DocumentKind) -> None:
        try:
            found = await unsupported(self._presenter, kind)
        finally:
            self._asking = False
        application = self._presenter.application
        if application is None or found is None:
            return
        if not found:
            self._ask_where(kind, application)
            return
        dialog = UnsupportedDialog(self._appearance, found, self._window)
        dialog.setObjectName(kind)
        dialog.accepted.connect(self._all_the_same)
        dialog.first_wanted.connect(self._go_to_first)
        dialog.open()

    def _go_to_first(self) -> None:
        self.first_wanted.emit(DocumentKind(self.sender().objectName()))

    def _all_the_same(self) -> None:
        if application := self._presenter.application:
            self._ask_where(DocumentKind(self.sender().objectName()), application)

    def _ask_where(self, kind: DocumentKind, application: Application) -> None:
        title = self.tr("Export the {kind}").format(kind=kind_name(kind))
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(ENDINGS.values()))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(self._take_ending)
        document = self._presenter.document(kind)
        dialog.selectFile(usual_name(application, kind, document.language if document else "en", self._pattern()))
        dialog.setObjectName(kind)
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def _take_ending(self, chosen: str) -> None:
        ending = next(key for key, words in ENDINGS.items() if words == chosen)
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix(ending)
            if selected := dialog.selectedFiles():
                dialog.selectFile(Path(selected[0]).with_suffix(f".{ending}").name)

    def _export(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self._tidy()
        self.write(DocumentKind(self.sender().objectName()), Path(path))

    def write(self, kind: DocumentKind, path: Path) -> None:
        """Writes the document as a file, by its ending, after saving it."""
        self._presenter.background.start(self._write(kind, path))

    async def _write(self, kind: DocumentKind, path: Path) -> None:
        if not await self._presenter.flush():
            return  # why is told; the file would not say what the editor does
        if document := self._presenter.document(kind):
            for written in await self._presenter.calls.export(document.id, path):
                self.exported.emit(written)


async def unsupported(presenter: WorkspacePresenter, kind: DocumentKind) -> Sequence[Mark] | None:
    """The claims of a document as it stands that no fact supports; None where no application is open any more."""
    found = await presenter.markings.fresh(kind)
    while found is None and presenter.application is not None:
        await asyncio.sleep(AGAIN)
        found = await presenter.markings.fresh(kind)
    return None if found is None else found.open


def usual_name(application: Application, kind: DocumentKind, language: str = "en", pattern: str = USUAL) -> str:
    """What an exported file is called where nobody says otherwise: `Richard Hendriks - CV - Northwind Logistics.pdf`."""
    values = name_values(application) | of_document(kind, language)
    try:
        return file_name(pattern, values, "pdf")
    except PatternUnknown:  # the settings are a file that a person may change
        return file_name(USUAL, values, "pdf")
