"""The workspace by keys: the offer and each document, pane after pane, and a ring wherever the keyboard is."""

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.shared.appearance import Appearance
from tests.patience import until
from tests.ui.editor.working import editor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


@pytest.fixture
def active(loop: qasync.QEventLoop, workspace: Workspace) -> Workspace:
    workspace.window().activateWindow()
    loop.run_until_complete(until(workspace.window().isActiveWindow))
    editor(workspace).setFocus()
    return workspace


def test_the_offer_and_each_document_come_by_a_key_with_the_keyboard_in_them(active: Workspace) -> None:
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert active.kind() is DocumentKind.LETTER
    assert editor(active, DocumentKind.LETTER).hasFocus()
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert active.kind() is None
    active.head.setFocus()
    QTest.keyClick(active, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert editor(active).hasFocus()


def test_f6_goes_from_the_text_to_the_pages_and_around(active: Workspace) -> None:
    places: list[QWidget] = [editor(active), active.preview, active.head]
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(next(n for n, place in enumerate(places) if place is focus or place.isAncestorOf(focus)))
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert seen == [1, 2, 0]
    assert active.head.isAncestorOf(QApplication.focusWidget())


def test_over_the_pages_tab_goes_as_one_reads_and_they_show_a_ring(active: Workspace, appearance: Appearance) -> None:
    preview = active.preview
    press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is preview.look
    press(Qt.Key.Key_Tab)
    assert preview.zooms.hasFocus()
    corner = preview.pages.viewport().grab().toImage().pixelColor(1, 1)
    assert corner == QColor(appearance.look.colours.sunken)
    press(Qt.Key.Key_Tab)
    assert preview.pages.hasFocus()
    corner = preview.pages.viewport().grab().toImage().pixelColor(1, 1)
    assert corner == QColor(appearance.look.colours.accent)


def test_what_is_said_for_a_moment_is_read_whole_in_place_of_the_counts(active: Workspace) -> None:
    pane = active._panes[DocumentKind.CV]
    words = "Cette partie est en cours d’écriture. Arrêtez-la pour écrire vous-même."
    pane.say(words)
    QApplication.processEvents()
    assert pane._said.text() == words
    assert pane._saved.text() == "Saved"
    pane._unsay()
    assert pane._statements.isVisible()
    assert pane._count.isVisible()
