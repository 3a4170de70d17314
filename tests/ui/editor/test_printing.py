"""Pages on paper: the PDF's own, those that are asked for, and what is said where there is no printer or it takes none."""

from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QListWidget

from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Options, Paper
from jobmatch_desktop.domain.print_errors import PrintRefused
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.services.exporting import Exporter
from jobmatch_desktop.ui.editor.pdf_pages import draw
from jobmatch_desktop.ui.editor.printed_pages import page_sizes, print_pages
from jobmatch_desktop.ui.editor.printing import Printing, set_up
from jobmatch_desktop.ui.editor.unsupported_dialog import UnsupportedDialog
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.shared.appearance import Appearance
from tests.patience import until
from tests.ui.desk import CV
from tests.ui.editor.working import click, editor, said

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]
LONG = CV + "\n## Projects\n" + "".join(f"### Thing {number}\n2011\n- Did it\n" for number in range(60))


def pdf_of(text: str, paper: Paper = Paper.A4) -> bytes:
    return Exporter(PdfWriter()).pdf(text, DocumentKind.CV, "en", "classic", Options(paper=paper)).data


def file_printer(path: Path, size: tuple[float, float]) -> QPrinter:
    """A printer that writes a file, coarse so that it is quick."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    set_up(printer, size)
    return printer


def grey(image: QImage) -> list[int]:
    """The page in 8 by 8 fields, from black to white."""
    small = image.scaled(
        8, 8, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).red() for y in range(8) for x in range(8)]


@pytest.mark.parametrize("paper", Paper)
def test_paper_shows_the_pages_of_the_pdf(tmp_path: Path, paper: Paper) -> None:
    pdf = pdf_of(LONG, paper)
    sizes = page_sizes(pdf)
    assert print_pages(pdf, file_printer(tmp_path / "out.pdf", sizes[0])) == len(sizes) > 1
    printed = (tmp_path / "out.pdf").read_bytes()
    assert [tuple(map(round, size)) for size in page_sizes(printed)] == [tuple(map(round, size)) for size in sizes]
    before, after = draw(pdf, 0, 99, 1.0).images, draw(printed, 0, 99, 1.0).images
    for number in before:
        fields = list(zip(grey(before[number]), grey(after[number]), strict=True))
        assert max(abs(one - other) for one, other in fields) < 40
        assert min(one for one, _ in fields) < 250, "the page is not empty"


def test_only_the_pages_that_were_asked_for_are_printed(tmp_path: Path) -> None:
    pdf = pdf_of(LONG)
    printer = file_printer(tmp_path / "out.pdf", page_sizes(pdf)[0])
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert print_pages(pdf, printer) == 1
    [image] = draw((tmp_path / "out.pdf").read_bytes(), 0, 9, 1.0).images.values()
    fields = zip(grey(image), grey(draw(pdf, 1, 1, 1.0).images[1]), strict=True)
    assert max(abs(one - other) for one, other in fields) < 40


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_says_so(tmp_path: Path) -> None:
    pdf = pdf_of(CV)
    printer = file_printer(tmp_path / "none" / "out.pdf", page_sizes(pdf)[0])
    with pytest.raises(PrintRefused) as refused:
        print_pages(pdf, printer)
    assert "0 of 1" in str(refused.value)


@pytest.fixture
def printing(workspace: Workspace, pdfium: PoolExecutor, appearance: Appearance) -> Printing:
    return Printing(workspace.presenter, pdfium, appearance, workspace, printers=lambda: ["Attic"])


def test_without_a_printer_that_is_said(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    [action] = [one for one in workspace.findChildren(QAction) if one.text() == "Print this document"]
    assert action.shortcut().toString() == "Ctrl+P"
    assert action in workspace.commands.menu.actions()
    action.trigger()
    loop.run_until_complete(until(lambda: "There is no printer to print on." in said(workspace)))


def test_the_systems_dialog_has_the_papers_size(
    loop: qasync.QEventLoop, workspace: Workspace, printing: Printing
) -> None:
    printing.ask(DocumentKind.CV)
    loop.run_until_complete(until(lambda: workspace.findChildren(QPrintDialog)))
    [dialog] = workspace.findChildren(QPrintDialog)
    printer = dialog.printer()
    assert (printer.docName(), dialog.minPage(), dialog.maxPage()) == ("Richard Hendriks - CV", 1, 1)
    assert [round(side) for side in printer.pageLayout().fullRectPoints().getRect()[2:]] == [595, 842]
    dialog.reject()


def test_what_no_fact_says_is_told_before_it_is_printed(
    loop: qasync.QEventLoop, workspace: Workspace, printing: Printing
) -> None:
    editor(workspace).insertPlainText("I have led 93 people in Haskell at Google.\n")
    printing.ask(DocumentKind.CV)
    loop.run_until_complete(until(lambda: workspace.findChildren(UnsupportedDialog)))
    [dialog] = workspace.findChildren(UnsupportedDialog)
    [sentences] = dialog.findChildren(QListWidget)
    assert "Haskell" in sentences.item(0).text()
    click(dialog, "Print all the same")
    loop.run_until_complete(until(lambda: workspace.findChildren(QPrintDialog)))
    workspace.findChildren(QPrintDialog)[0].reject()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_was_printed_is_told(
    loop: qasync.QEventLoop, workspace: Workspace, printing: Printing, tmp_path: Path
) -> None:
    pdf, told = pdf_of(CV), []
    workspace.presenter.told.connect(told.append)
    printing.write(pdf, file_printer(tmp_path / "out.pdf", page_sizes(pdf)[0]))
    loop.run_until_complete(until(lambda: told))
    assert told == [f"Sent to {tmp_path / 'out.pdf'}: 1 page"]
    printing.write(pdf, file_printer(tmp_path / "none" / "out.pdf", page_sizes(pdf)[0]))
    loop.run_until_complete(until(lambda: "did not take the pages" in said(workspace)))
