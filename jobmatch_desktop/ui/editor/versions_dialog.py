"""The versions of a document: when, why, what changed, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.domain.document import VersionEntry
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.ui.editor.version_words import file_words, version_name
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.lists import wrapped_list
from jobmatch_desktop.ui.shared.moments import moment_words
from jobmatch_desktop.ui.shared.words import trouble_text
from jobmatch_desktop.writing.differing import Change, Run

WIDTH, HEIGHT = 980, 680
LIST = 300
NOW = 0
"""Stands for the text as it stands among the ids of versions, which count from 1."""


class VersionsDialog(QDialog):
    """Shown with `open()`. `looked_at` tells the ids of a version and of what it is compared with (`NOW`: the text as it stands);
    `restore_wanted` and `named` are about one version."""

    looked_at = Signal(int, int)
    restore_wanted = Signal(int)
    named = Signal(int, str)

    def __init__(
        self, appearance: Appearance, icons: Icons, now: Callable[[], datetime], title: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        look = self._theme = appearance.look
        self._now = now
        self._versions: list[VersionEntry] = []
        self._templates: Mapping[str, str] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._size = QSize(look.px(WIDTH), look.px(HEIGHT))
        self._says = label("muted", self.tr("Looking for versions"), wraps=True)
        self._list = wrapped_list(self.tr("Versions, the newest first"), look)
        self._list.setFixedWidth(look.px(LIST))
        self._with = ComboBox(self.tr("Compare with"), appearance, icons)
        self._files = label("muted", wraps=True)
        self._text = QTextEdit()
        self._text.setProperty("role", "field")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("What differs, by word"))
        self._key = label(
            "muted", self.tr("Struck out: only in this version. Underlined: only in the other."), wraps=True
        )
        self._restore = button(self.tr("Restore this version"), "primary")
        self._name = button(self.tr("Name it"))
        close = button(self.tr("Close"))
        compared = QHBoxLayout()
        compared.setSpacing(look.steps(2))
        compared.addWidget(label("", self.tr("Compare with")))
        compared.addWidget(self._with, 1)
        right = QVBoxLayout()
        right.setSpacing(look.steps(2))
        right.addLayout(compared)
        right.addWidget(self._files)
        right.addWidget(self._text, 1)
        right.addWidget(self._key)
        middle = QHBoxLayout()
        middle.setSpacing(look.steps(3))
        middle.addWidget(self._list)
        middle.addLayout(right, 1)
        below = QHBoxLayout()
        below.setSpacing(look.steps(2))
        below.addWidget(self._says, 1)
        below.addWidget(self._name)
        below.addWidget(self._restore)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(4))
        column.setSpacing(look.steps(3))
        column.addLayout(middle, 1)
        column.addLayout(below)
        self._list.currentRowChanged.connect(self._look)
        self._with.activated.connect(self._look)
        self._restore.clicked.connect(self._ask_restore)
        self._name.clicked.connect(self._ask_name)
        close.clicked.connect(self.accept)
        self._show_chosen()

    def sizeHint(self) -> QSize:
        return self._size

    def version(self) -> VersionEntry | None:
        """The one that is looked at."""
        row = self._list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_versions(self, versions: Sequence[VersionEntry], templates: Mapping[str, str]) -> None:
        """Lists them; the one that was looked at stays so. `templates` are the names of templates."""
        self._templates = templates
        before = self.version()
        self._versions = list(versions)
        self._list.blockSignals(True)
        self._list.clear()
        self._with.clear()
        self._with.addItem(self.tr("The text as it stands"), NOW)
        for version in versions:
            words, when = version_name(version), moment_words(version.created, self._now())
            self._list.addItem(QListWidgetItem(f"{words}\n{when}"))
            self._with.addItem(f"{words}, {when}", version.id)
        row = next((row for row, version in enumerate(versions) if before and version.id == before.id), 0)
        self._list.setCurrentRow(row if versions else -1)
        self._list.blockSignals(False)
        self._says.setText(
            "" if versions else self.tr("Nothing is kept yet. A version is kept with each generation and export.")
        )
        self._look()

    def show_runs(self, version: int, other: int, runs: Sequence[Run]) -> None:
        """Shows what differs, where that is what is looked at still."""
        if (version, other) != self._pair():
            return
        colours = self._theme.colours
        looks = {change: QTextCharFormat() for change in Change}
        looks[Change.DELETED].setFontStrikeOut(True)
        looks[Change.DELETED].setForeground(QColor(colours.bad))
        looks[Change.INSERTED].setFontUnderline(True)
        looks[Change.INSERTED].setForeground(QColor(colours.good))
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        first: int | None = None
        for run in runs:
            if first is None and run.change is not Change.SAME:
                first = cursor.position()
            cursor.insertText(run.text, looks[run.change])
        cursor.endEditBlock()
        same = first is None
        self._key.setText(
            self.tr("There is no difference.")
            if same
            else self.tr("Struck out: only in this version. Underlined: only in the other.")
        )
        start = QTextCursor(self._text.document())
        start.setPosition(first or 0)
        self._text.setTextCursor(start)
        self._text.ensureCursorVisible()

    def show_trouble(self, trouble: Trouble) -> None:
        """Says what could not be done."""
        self._says.setText(trouble_text(trouble))

    def _pair(self) -> tuple[int, int]:
        version = self.version()
        return (version.id if version else NOW), self._with.currentData() or NOW

    def _look(self, *_chosen: object) -> None:
        self._show_chosen()
        version, other = self._pair()
        if version != NOW:
            self.looked_at.emit(version, other)

    def _show_chosen(self) -> None:
        version = self.version()
        why_not = "" if version is not None else self.tr("Choose a version first")
        allow(self._restore, why_not)
        allow(self._name, why_not)
        self._files.setText(file_words(version, self._templates) if version else "")
        self._files.setVisible(bool(version and version.files))

    def _ask_restore(self) -> None:
        if version := self.version():
            self.restore_wanted.emit(version.id)

    def _ask_name(self) -> None:
        version = self.version()
        if version is None:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Name this version"))
        dialog.setLabelText(self.tr("A named version is kept for good."))
        dialog.setTextValue(version.name or "")
        dialog.setObjectName(str(version.id))
        dialog.textValueSelected.connect(self._take_name)
        dialog.open()

    def _take_name(self, words: str) -> None:
        self.named.emit(int(self.sender().objectName()), words)
