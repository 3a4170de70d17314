"""Templates and options in the workspace: the pages follow at once, all of it is kept, and can be gone back from."""

from pathlib import Path

import msgspec
import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Density, Options, Paper
from jobmatch_desktop.domain.storage_errors import DiskFull
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.exporting import Exporter
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.look.panel import LookPanel
from tests.formats.writers.documents import png
from tests.patience import until
from tests.ui.desk import APPLICATION, CV, Desk
from tests.ui.editor.working import editor, said

CVS, LETTERS = DocumentKind.CV, DocumentKind.LETTER


def opened(loop: qasync.QEventLoop, workspace: Workspace) -> LookPanel:
    workspace.look.turn()
    panel = workspace.findChild(LookPanel)
    assert isinstance(panel, LookPanel)
    loop.run_until_complete(until(lambda: panel.cards.names() and panel.form.font_box.count()))
    return panel


def kept(loop: qasync.QEventLoop, desk: Desk, kind: DocumentKind, template: str, options: Options) -> None:
    loop.run_until_complete(until(lambda: (desk.texts[kind].template, desk.texts[kind].options) == (template, options)))


def test_a_template_is_taken_by_keys_for_both_and_the_pages_follow(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    panel = opened(loop, workspace)
    assert panel.cards.names() == ["academic", "classic", "compact", "french", "modern", "two-column"]
    assert panel.gallery.currentIndex().data() == "Classic"
    panel.gallery.go_to("modern")
    QTest.keyClick(panel.gallery, Qt.Key.Key_Return)
    document = workspace.presenter.document(CVS)
    assert document is not None
    assert document.template == "modern"
    for kind in DocumentKind:
        kept(loop, desk, kind, "modern", Options())
    loop.run_until_complete(until(lambda: workspace.preview.look.text() == "Template: Modern"))
    QTest.keyClick(panel.gallery, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for kind in DocumentKind:
        kept(loop, desk, kind, "classic", Options())
    assert not panel._undo.isEnabled()
    QTest.keyClick(panel.gallery, Qt.Key.Key_Escape)
    assert editor(workspace).isVisible()
    assert not panel.isVisible()


def test_what_is_each_documents_own_stays_its_own(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    desk.texts[LETTERS] = msgspec.structs.replace(desk.texts[LETTERS], options=Options(country="uk", pages=1))
    workspace.open(1)
    loop.run_until_complete(until(lambda: (found := workspace.presenter.document(LETTERS)) and found.options.country))
    panel = opened(loop, workspace)
    panel.segments.choose("options")
    form = panel.form
    form.density.choose(Density.TIGHT)
    form.paper.choose(Paper.LETTER)
    form.pages.setCurrentIndex(form.pages.findData(2))
    form.pages.activated.emit(form.pages.currentIndex())
    form.order.ordered.emit(("skills", "experience"))
    form.titles_wanted.emit("fr")
    kept_cv = Options(density=Density.TIGHT, paper=Paper.LETTER, pages=2, order=("skills", "experience"))
    loop.run_until_complete(until(lambda: desk.texts[CVS].options.titles))
    assert msgspec.structs.replace(desk.texts[CVS].options, titles=()) == kept_cv
    assert dict(desk.texts[CVS].options.titles)["experience"] == "Expérience"
    kept(loop, desk, LETTERS, "classic", Options(density=Density.TIGHT, paper=Paper.LETTER, pages=1, country="uk"))
    panel.both.setChecked(False)
    panel._usual.click()
    kept(loop, desk, CVS, "classic", Options())
    assert desk.texts[LETTERS].options.density is Density.TIGHT


def test_what_a_template_does_not_have_is_greyed_with_the_reason(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    panel = opened(loop, workspace)
    panel.segments.choose("options")
    assert "Classic shows no photo. These do: French, Modern, Two columns." in said(panel)
    panel.gallery.chosen.emit("modern")
    assert "shows no photo" not in said(panel)
    workspace.head.segments.choose(LETTERS)
    assert not panel.form.photo.isVisible()
    assert "The CV gets the same look" in panel.both.text()


def test_a_photo_is_kept_with_the_profile_and_one_that_is_none_is_said(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    desk.application = msgspec.structs.replace(APPLICATION, kept=1)
    workspace.open(1)
    loop.run_until_complete(until(lambda: (found := workspace.presenter.application) and found.kept))
    panel = opened(loop, workspace)
    panel.segments.choose("options")
    panel.gallery.chosen.emit("modern")
    good, bad = tmp_path / "me.png", tmp_path / "cv.png"
    good.write_bytes(png())
    bad.write_bytes(b"%PDF-1.7")
    panel.form.photo.chosen.emit(bad)
    loop.run_until_complete(until(lambda: "The photo cannot be used" in panel.says.text()))
    panel.form.photo.chosen.emit(good)
    loop.run_until_complete(until(lambda: desk.photo and desk.texts[CVS].options.photo == desk.photo))
    assert desk.texts[LETTERS].options.photo == b""
    assert panel.says.text() == ""
    panel.form.photo.shown.emit(False)
    loop.run_until_complete(until(lambda: not desk.texts[CVS].shows_photo))
    panel._undo.click()
    loop.run_until_complete(until(lambda: desk.texts[CVS].options.photo))
    panel.form.photo.removed.emit()
    loop.run_until_complete(until(lambda: not desk.photo and not desk.texts[CVS].options.photo))


def test_a_look_that_cannot_be_stored_is_told_and_taken_back(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    panel = opened(loop, workspace)
    desk.fault = DiskFull(path="x")
    panel.gallery.chosen.emit("modern")
    loop.run_until_complete(until(lambda: workspace.notice.isVisible()))
    found = workspace.presenter.document(CVS)
    assert found is not None
    assert found.template == "classic"
    desk.fault = None


def test_what_to_cut_is_said_where_the_text_does_not_fit(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(loop, workspace)
    panel.segments.choose("options")
    lines = "\n## Projects\n" + "- A bullet about something that was done with others\n" * 100
    editor(workspace).change_text(CV + lines)
    panel.form.pages.setCurrentIndex(panel.form.pages.findData(1))
    panel.form.pages.activated.emit(panel.form.pages.currentIndex())
    loop.run_until_complete(until(lambda: "too many for one page" in panel.form.cut.text()))
    assert "Projects (" in said(workspace.preview)
    panel.form.pages.setCurrentIndex(0)
    panel.form.pages.activated.emit(0)
    loop.run_until_complete(until(lambda: not panel.form.cut.text()))


def test_a_persons_own_templates_are_there_and_a_broken_one_says_its_line(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    torn = tmp_path / "torn"
    torn.mkdir()
    (torn / "template.toml").write_text('name = "Torn"\nentry = \n')
    desk.looks._exporter = Exporter(PdfWriter(resource("templates"), tmp_path))
    panel = opened(loop, workspace)
    said_of = [panel.cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(panel.cards.rowCount())]
    assert "line 2" in said_of[-1]
    assert "torn" not in panel.cards.names()


def test_the_gallery_is_drawn_and_no_more_once_it_is_closed(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    panel = opened(loop, workspace)
    loop.run_until_complete(until(lambda: panel.cards.index(1).data(Qt.ItemDataRole.UserRole)[0].image is not None))
    workspace.look.turn()
    assert workspace.look._ways is not None
    assert workspace.look._ways.drawing._running is None


def test_leaving_the_application_closes_it(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    panel = opened(loop, workspace)
    workspace.open(1)
    loop.run_until_complete(until(lambda: not panel.isVisible()))
