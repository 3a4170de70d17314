"""Versions of a document: listed with why, compared by word, named, gone back to."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QListWidget, QTextEdit
from shiboken6 import Shiboken

from jobmatch_desktop.domain.document import Cause, DocumentKind, VersionEntry
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.ui.editor.version_words import version_name
from jobmatch_desktop.ui.editor.versions_dialog import VersionsDialog
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.writing.differing import Run, compare
from tests.patience import until
from tests.ui.desk import CV, Desk
from tests.ui.editor.working import click, editor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOW = datetime.now(UTC)
OLD = CV.replace("two to eight", "two to six")


def entry(number: int, cause: Cause, **more: Any) -> VersionEntry:
    return VersionEntry(number, 1, 1, cause, "en", NOW - timedelta(minutes=10 - number), 9, **more)


class Kept:
    """The versions of the first document, in memory."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.texts = {1: OLD, 2: CV}
        self.entries = [
            entry(2, Cause.EXPORTED, files=("/home/ada/Ada CV.pdf",), template="two-column"),
            entry(1, Cause.GENERATED, provider="ollama", model="m:1b"),
        ]
        self.compared: list[tuple[int, int | None]] = []
        self.services = SimpleNamespace(list=self._list, compare=self._compare, restore=self._restore, name=self._name)

    async def _list(self, document: int) -> list[VersionEntry]:
        assert document == 1
        return list(self.entries)

    async def _compare(self, older: int, newer: int | None) -> tuple[Run, ...]:
        self.compared.append((older, newer))
        text = self.desk.texts[DocumentKind.CV].text if newer is None else self.texts[newer]
        return compare(self.texts[older], text)

    async def _restore(self, version: int) -> None:
        if version not in self.texts:
            raise RecordNotFound(thing="Version", id=version)
        self.desk.calls.append(("restore", version))

    async def _name(self, version: int, words: str) -> None:
        self.entries = [
            entry(one.id, one.cause, name=words, files=one.files) if one.id == version else one for one in self.entries
        ]


@pytest.fixture
def kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Kept:
    made, plain = Kept(desk), desk.services

    def services() -> Any:
        found = plain()
        made.services.history = found.versions.history
        found.versions = made.services
        return found

    monkeypatch.setattr(desk, "services", services)
    return made


@pytest.fixture
def dialog(kept: Kept, workspace: Workspace, loop: qasync.QEventLoop) -> Iterator[VersionsDialog]:
    QTest.keyClicks(editor(workspace), "X")
    workspace.window().activateWindow()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(workspace, Qt.Key.Key_H, shift)
    [made] = workspace.findChildren(VersionsDialog)
    loop.run_until_complete(until(lambda: listed(made).count() == 2))
    yield made
    if Shiboken.isValid(made):
        made.close()


def listed(dialog: VersionsDialog) -> QListWidget:
    return dialog.findChildren(QListWidget)[0]


def text(dialog: VersionsDialog) -> QTextEdit:
    return next(one for one in dialog.findChildren(QTextEdit) if one.isReadOnly())


def said(dialog: VersionsDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def marked(dialog: VersionsDialog) -> tuple[str, str]:
    """The words struck out and those underlined."""
    struck = under = ""
    block = text(dialog).document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            struck += piece.text() if piece.charFormat().fontStrikeOut() else ""
            under += piece.text() if piece.charFormat().fontUnderline() else ""
            pieces += 1
        block = block.next()
    return struck, under


def test_each_says_why_and_is_compared_with_what_was_just_typed(
    loop: qasync.QEventLoop, dialog: VersionsDialog, kept: Kept
) -> None:
    assert listed(dialog).item(0).text().startswith("Exported as Ada CV.pdf\n")
    assert listed(dialog).item(1).text().startswith("Written by m:1b\n")
    loop.run_until_complete(until(lambda: marked(dialog) == ("", "X")))
    assert kept.compared[0] == (2, None)
    assert "/home/ada/Ada CV.pdf\nTemplate: Two columns" in said(dialog)
    listed(dialog).setCurrentRow(1)
    loop.run_until_complete(until(lambda: "six" in marked(dialog)[0]))
    [other] = dialog.findChildren(QComboBox)
    other.setCurrentIndex(2)
    other.activated.emit(2)
    loop.run_until_complete(until(lambda: "There is no difference." in said(dialog)))
    assert kept.compared[-1] == (1, 1)


def test_a_version_is_restored_and_one_that_is_gone_is_told(
    loop: qasync.QEventLoop, dialog: VersionsDialog, kept: Kept, desk: Desk, workspace: Workspace
) -> None:
    del kept.texts[2]
    click(dialog, "Restore this version")
    loop.run_until_complete(until(lambda: "Version 2" in said(dialog)))
    assert dialog.isVisible()
    listed(dialog).setCurrentRow(1)
    click(dialog, "Restore this version")
    loop.run_until_complete(until(lambda: not Shiboken.isValid(dialog)))
    assert ("restore", 1) in desk.calls


def test_a_version_gets_a_name(loop: qasync.QEventLoop, dialog: VersionsDialog) -> None:
    listed(dialog).setCurrentRow(1)
    click(dialog, "Name it")
    [asked] = dialog.findChildren(QInputDialog)
    asked.setTextValue("Before the interview with the head of the department of logistics and transport")
    asked.accept()
    loop.run_until_complete(until(lambda: listed(dialog).item(1).text().startswith("Before the interview")))
    assert listed(dialog).currentRow() == 1
    place = listed(dialog).visualItemRect(listed(dialog).item(1))
    assert place.right() <= listed(dialog).viewport().width(), "long names wrap"


@pytest.mark.parametrize(
    ("cause", "more", "words"),
    [
        (Cause.EDITED, {}, "Edited by you"),
        (Cause.COMPOSED, {}, "Composed without a model"),
        (Cause.RESTORED, {}, "Restored"),
        (Cause.IMPORTED, {"files": ("C:/x/old.docx",)}, "Brought in from old.docx"),
        (Cause.EXPORTED, {"files": ("/a/cv.pdf", "/a/cv.docx")}, "Exported as cv.pdf, cv.docx"),
        (Cause.EDITED, {"name": "Mine"}, "Mine"),
    ],
)
def test_versions_in_words(cause: Cause, more: dict[str, Any], words: str) -> None:
    assert version_name(entry(1, cause, **more)) == words
