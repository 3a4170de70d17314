"""Export as a person asks for it: first what has no fact, then where to, then the file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.file_errors import PatternUnknown
from jobmatch_desktop.services.file_names import USUAL, file_name
from jobmatch_desktop.services.set_names import of_document
from jobmatch_desktop.ui.editor.asking_first import AskingFirst
from jobmatch_desktop.ui.editor.export_words import name_values
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.naming import kind_name

ENDINGS = {
    "pdf": "PDF (*.pdf)",
    "docx": "Word (*.docx)",
    "md": "Markdown (*.md)",
    "html": "HTML (*.html)",
    "txt": "Text (*.txt)",
    "json": "JSON Resume (*.json)",
}


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
        self._tidy = tidy
        self._pattern = pattern
        self._window = window
        self._folder = str(Path.home())
        self._first = AskingFirst(presenter, appearance, window)
        self._first.first_wanted.connect(self.first_wanted)

    def ask(self, kind: DocumentKind) -> None:
        """Asks what is needed and exports the document."""
        self._first.ask([kind], lambda: self._ask_where(kind))

    def _ask_where(self, kind: DocumentKind) -> None:
        application = self._presenter.application
        if application is None:
            return
        title = self.tr("Export the {kind}").format(kind=kind_name(kind))
        dialog = file_dialog(self._window, title, self._folder)
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


def usual_name(application: Application, kind: DocumentKind, language: str = "en", pattern: str = USUAL) -> str:
    """What an exported file is called where nobody says otherwise: `Richard Hendriks - CV - Northwind Logistics.pdf`."""
    values = name_values(application) | of_document(kind, language)
    try:
        return file_name(pattern, values, "pdf")
    except PatternUnknown:  # the settings are a file that a person may change
        return file_name(USUAL, values, "pdf")
