"""A whole application is exported from the window: what has no fact first, then where and what, then what became of each file."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
import qasync
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QPushButton

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.storage_errors import DiskFull
from jobmatch_desktop.services.exporting import SetFile, ToExport
from jobmatch_desktop.services.file_names import PARTS
from jobmatch_desktop.services.set_names import Naming, Planned, planned
from jobmatch_desktop.ui.editor.export_words import format_words, part_words
from jobmatch_desktop.ui.editor.exporting import ENDINGS
from jobmatch_desktop.ui.editor.set_dialog import SetDialog
from jobmatch_desktop.ui.editor.unsupported_dialog import UnsupportedDialog
from jobmatch_desktop.ui.editor.workspace import Workspace
from tests.patience import until
from tests.ui.desk import Desk
from tests.ui.editor.working import click, editor, said

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NAMES = ["Richard Hendriks - CV - Northwind Logistics.md", "Richard Hendriks - Letter - Northwind Logistics.md"]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    made = Desk()
    made.settings = msgspec.structs.replace(made.settings, export_folder=str(tmp_path), export_endings=("md",))
    plain = made.services

    async def planned_set(application: int, named: Naming) -> list[Planned]:
        documents = [(made.texts[kind].kind, made.texts[kind].language) for kind in DocumentKind]
        return planned([path for paths in named.paths(documents) for path in paths])

    async def export_set(application: int, named: Naming, replacing: frozenset[str]) -> list[SetFile]:
        made.calls.append(("set", named, replacing))
        kept = [made.texts[kind] for kind in DocumentKind]
        documents = [ToExport(one.text, one.kind, one.language, one.template, one.options) for one in kept]
        return made.pages.export_set(documents, named, replacing)

    def services() -> Any:
        found = plain()
        found.documents = SimpleNamespace(**vars(found.documents), planned_set=planned_set, export_set=export_set)
        return found

    monkeypatch.setattr(made, "services", services)
    return made


def ask(workspace: Workspace) -> None:
    [action] = [one for one in workspace.findChildren(QAction) if one.text() == "Export the whole application"]
    assert action.shortcut().toString() == "Ctrl+Shift+E"
    assert action in workspace.commands.menu.actions()
    action.trigger()


def asked(loop: qasync.QEventLoop, workspace: Workspace) -> SetDialog:
    """The dialog, once the files were looked for."""
    ask(workspace)
    if not_said := unsupported(loop, workspace):
        click(not_said, "Export all the same")
    loop.run_until_complete(until(lambda: workspace.findChildren(SetDialog)))
    [dialog] = workspace.findChildren(SetDialog)
    loop.run_until_complete(until(lambda: listed(dialog)))
    return dialog


def unsupported(loop: qasync.QEventLoop, workspace: Workspace) -> UnsupportedDialog | None:
    loop.run_until_complete(
        until(lambda: workspace.findChildren(SetDialog) or workspace.findChildren(UnsupportedDialog))
    )
    return next(iter(workspace.findChildren(UnsupportedDialog)), None)


def listed(dialog: SetDialog) -> list[str]:
    [files] = dialog.findChildren(QListWidget)
    return [files.item(row).text() for row in range(files.count())]


def way_on(dialog: SetDialog) -> QPushButton:
    [found] = [made for made in dialog.findChildren(QPushButton) if made.property("role") == "primary"]
    return found


def test_the_files_are_named_before_they_are_written(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    dialog = asked(loop, workspace)
    assert listed(dialog) == NAMES
    assert (way_on(dialog).text(), way_on(dialog).isEnabled()) == ("Export", True)
    click(dialog, "Export")
    loop.run_until_complete(until(lambda: "2 of 2 files are written." in said(dialog)))
    assert sorted(path.name for path in tmp_path.iterdir()) == NAMES
    assert listed(dialog) == [f"{name}\nWritten" for name in NAMES]
    assert not way_on(dialog).isVisible()
    kept = {
        "export_folder": str(tmp_path),
        "export_pattern": "{person} - {kind} - {company}",
        "export_endings": ("md",),
    }
    assert ("prefer", kept) in desk.calls
    click(dialog, "Close")


def test_a_file_that_stands_there_is_told_and_replaced_only_when_the_person_says_so(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / NAMES[1]).write_text("mine")
    dialog = asked(loop, workspace)
    assert listed(dialog) == [NAMES[0], f"{NAMES[1]}\nStands there: is replaced"]
    assert f"In this folder stands already: {NAMES[1]}" in said(dialog)
    (tmp_path / NAMES[0]).write_text("came since")
    click(dialog, "Replace and export")
    loop.run_until_complete(until(lambda: "1 of 2 files are written." in said(dialog)))
    first, second = listed(dialog)
    assert "a file of this name stands there already" in first
    assert second == f"{NAMES[1]}\nWritten"
    assert (tmp_path / NAMES[0]).read_text() == "came since"
    assert (tmp_path / NAMES[1]).read_text().startswith("# Richard Hendriks")
    dialog.reject()


def test_a_pattern_that_means_nothing_is_told_before_anything_is_written(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    dialog = asked(loop, workspace)
    dialog._pattern.setText("{who}")
    loop.run_until_complete(until(lambda: "“who” stands for nothing" in said(dialog)))
    assert not way_on(dialog).isEnabled()
    dialog._pattern.setText("{kind}")
    loop.run_until_complete(until(lambda: listed(dialog) == ["CV.md", "Letter.md"]))
    assert way_on(dialog).isEnabled()
    dialog._formats["md"].setChecked(False)
    loop.run_until_complete(until(lambda: listed(dialog) == []))
    assert not way_on(dialog).isEnabled()
    dialog._folder.setText(str(tmp_path / "file"))
    (tmp_path / "file").touch()
    dialog._formats["txt"].setChecked(True)
    loop.run_until_complete(until(lambda: listed(dialog) == ["CV.txt", "Letter.txt"]))
    click(dialog, "Export")
    loop.run_until_complete(until(lambda: "There is no folder" in said(dialog)))
    assert dialog.focusWidget() is dialog._folder, "the keyboard is where it can be mended"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "folder"), [("CVs", "CVs"), ("", ""), ("~/CVs ", "CVs"), ("~nobody at all/CVs", "~nobody at all/CVs")]
)
def test_a_folder_is_looked_for_at_home(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, typed: str, folder: str
) -> None:
    dialog = asked(loop, workspace)
    dialog._folder.setText(typed)
    assert dialog.named().folder == Path.home() / folder
    dialog.reject()


def test_what_no_fact_says_is_told_of_both_documents_first(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    click(workspace.head, "Letter")
    editor(workspace, DocumentKind.LETTER).insertPlainText("I have led 93 people in Haskell at Google.\n")
    click(workspace.head, "CV")
    ask(workspace)
    dialog = unsupported(loop, workspace)
    assert dialog is not None
    assert "claims in these documents have no fact" in said(dialog)
    [sentences] = dialog.findChildren(QListWidget)
    assert any("Haskell" in sentences.item(row).text() for row in range(sentences.count()))
    dialog.reject()


def test_nothing_is_written_of_a_text_that_cannot_be_saved(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    dialog = asked(loop, workspace)
    desk.fault = DiskFull(path="jobmatch.db")
    editor(workspace).insertPlainText("x")
    click(dialog, "Export")
    loop.run_until_complete(until(lambda: "so nothing was written" in said(dialog)))
    assert list(tmp_path.iterdir()) == []
    assert "the disk is full" in said(workspace)
    dialog.reject()
    desk.fault = None


def test_every_part_and_format_has_its_words() -> None:
    assert tuple(part_words()) == PARTS
    assert set(format_words()) == set(ENDINGS)
