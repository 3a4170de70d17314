"""What a person does in a workspace under test, and what they see."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.editor.workspace import Workspace


def resize(workspace: Workspace, width: int, height: int) -> None:
    workspace.window().resize(width, height)
    workspace.resize(width, height)


def opened(workspace: Workspace) -> bool:
    return editor(workspace).text() == workspace.presenter.document(DocumentKind.CV).text  # type: ignore[union-attr]


def editor(workspace: Workspace, kind: DocumentKind = DocumentKind.CV):  # type: ignore[no-untyped-def]
    return workspace._panes[kind].editor


def click(parent: QWidget, words: str) -> None:
    found = [made for made in parent.findChildren(QAbstractButton) if made.text() == words and made.isVisible()]
    assert found, f"no button {words!r}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def said(parent: QWidget) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())
