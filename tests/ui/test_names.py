"""What a screen reader is told: walked over every page, each control has a name, and no two of a page the same."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLabel, QMainWindow, QScrollBar, QWidget

from jobmatch_desktop.ui.look.panel import LookPanel
from jobmatch_desktop.ui.shared.commands import commands_of
from jobmatch_desktop.ui.shared.segments import Segments
from tests.patience import until
from tests.ui.driven import Driven, drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PAGES = ("applications", "profile", "coach", "tasks", "models", "settings")
DIALOGS = ("Generate this document", "Show the versions of this document", "Export the whole application")


def told(root: QWidget) -> Iterator[tuple[str, str]]:
    """Name and description of what the keyboard or a click can reach, as Qt's own interfaces tell them."""
    for widget in root.findChildren(QWidget):
        own = isinstance(widget, QDialog | QMainWindow | QScrollBar) or isinstance(widget.parentWidget(), QComboBox)
        if widget.isVisible() and not own and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name)
            yield name or f"({type(widget).__name__})", interface.text(QAccessible.Text.Description)


def unclear(root: QWidget) -> dict[str, int]:
    """What has no name of its own, and how often."""
    counted = Counter(told(root))
    return {name: count for (name, _), count in counted.items() if count > 1 or name.startswith("(")}


def test_every_control_of_every_page_has_a_name_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    found: dict[str, dict[str, int]] = {}

    async def look_around(driven: Driven) -> None:
        window, head = driven.window, driven.workspace.head
        found["first run"] = unclear(window)
        await driven.press("Try with a sample")
        await until(lambda: driven.editor(driven.workspace.kind()).text() if driven.workspace.kind() else "")
        for key in ("offer", "letter", "cv"):
            head.segments.choose(key)
            await until(lambda key=key: driven.workspace.kind() is None or driven.editor(key).isVisible())
            found[key] = unclear(window)
        for words in DIALOGS:
            next(one for one in commands_of(window) if one.text() == words).trigger()
            await until(lambda: any(one.isVisible() for one in window.findChildren(QDialog)))
            dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
            found[words] = unclear(dialog)
            dialog.reject()
            await until(lambda: not any(one.isVisible() for one in window.findChildren(QDialog)))
        driven.workspace.look.turn()
        panel = driven.find(LookPanel)
        await until(lambda: panel.isVisible() and panel.findChild(QCheckBox).text())
        found["templates"] = unclear(window)
        panel.findChild(Segments).choose("options")
        found["options"] = unclear(window)
        for key in PAGES:
            window.show_page(key)
            window.page_asked.emit(key)
            await until(lambda key=key: window._places[key].findChildren(QLabel))
            await driven.call(driven.services.applications.list)  # what the page asked for was answered before
            found[key] = unclear(window)
        await driven.close()

    drive(qapp, tmp_path, look_around)
    assert {page: names for page, names in found.items() if names} == {}
    assert set(PAGES) < found.keys()
