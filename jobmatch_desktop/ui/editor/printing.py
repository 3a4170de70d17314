"""Printing as a person asks for it: first what has no fact, then the system's own dialog, then the pages of the real PDF."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.print_errors import NoPrinter
from jobmatch_desktop.ui.editor.asking_first import AskingFirst
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter
from jobmatch_desktop.ui.editor.printed_pages import page_sizes, print_pages
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.naming import kind_name


class Printing(QObject):
    """Asks over a window. UI thread; `pdfium` is the serial executor, where the pages are drawn and handed over. `printers` tells the
    names of those that the system has."""

    first_wanted = Signal(object)
    """The kind of document whose first words without a fact the person wants to see."""

    def __init__(
        self,
        presenter: WorkspacePresenter,
        pdfium: Executor,
        appearance: Appearance,
        window: QWidget,
        printers: Callable[[], list[str]] = QPrinterInfo.availablePrinterNames,
    ) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._pdfium = pdfium
        self._window = window
        self._printers = printers
        self._first = AskingFirst(presenter, appearance, window, self.tr("Print all the same"))
        self._first.first_wanted.connect(self.first_wanted)

    def ask(self, kind: DocumentKind) -> None:
        """Asks what is needed and prints the document."""
        self._first.ask([kind], lambda: self._make_pages(kind), self._check_printers)

    def _check_printers(self) -> None:
        if not self._printers():
            raise NoPrinter()

    def _make_pages(self, kind: DocumentKind) -> None:
        self._presenter.background.start(self._ask_how(kind))

    async def _ask_how(self, kind: DocumentKind) -> None:
        """Shows the system's dialog, with the paper of the pages chosen."""
        if not await self._presenter.flush():
            return  # why is told; the paper would not say what the editor does
        document = self._presenter.document(kind)
        if document is None:
            return
        of = (document.text, document.kind, document.language, document.template, document.options)
        pdf = (await self._presenter.calls.pdf(*of)).data
        sizes = await asyncio.wrap_future(self._pdfium.submit(page_sizes, pdf))
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, sizes[0])
        application = self._presenter.application
        printer.setDocName(" - ".join(filter(None, [application.person if application else "", kind_name(kind)])))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print the {kind}").format(kind=kind_name(kind)))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, False)
        dialog.setMinMax(1, len(sizes))
        dialog.accepted.connect(lambda: self.write(pdf, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own asks for a slot

    def write(self, pdf: bytes, printer: QPrinter) -> None:
        """Prints the pages of a PDF on a printer that is set up, or into the file that it writes."""
        self._presenter.background.start(self._write(pdf, printer))

    async def _write(self, pdf: bytes, printer: QPrinter) -> None:
        count = await asyncio.wrap_future(self._pdfium.submit(print_pages, pdf, printer))
        where = printer.printerName() or printer.outputFileName()
        pages = self.tr("1 page") if count == 1 else self.tr("{count} pages").format(count=count)
        self._presenter.told.emit(self.tr("Sent to {printer}: {pages}").format(printer=where, pages=pages))


def set_up(printer: QPrinter, size: tuple[float, float]) -> None:
    """Chooses the paper that is as large as a page (points), and all of it: the page has its own margins."""
    width, height = size
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF()))
