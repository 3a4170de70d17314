"""Asks where CV and letter go together, in which formats and under which names; then tells what became of each file."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.services.exporting import SetFile
from jobmatch_desktop.services.set_names import Naming, Planned
from jobmatch_desktop.ui.editor.export_words import file_words, format_words, part_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button, buttons_below
from jobmatch_desktop.ui.shared.fields import CheckBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.lists import wrapped_list

WIDTH, HEIGHT = 620, 560
COLUMNS = 3


class SetDialog(QDialog):
    """Shown with `open()`. `changed` tells a `Naming` whose files are to be looked for; `export_wanted` one that is to be written, with the
    names of the files that may be replaced."""

    changed = Signal(object)
    folder_wanted = Signal()
    export_wanted = Signal(object, object)

    def __init__(self, appearance: Appearance, icons: Icons, named: Naming, parent: QWidget) -> None:
        """`named` is what is chosen at first."""
        super().__init__(parent)
        look = appearance.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export the application"))
        self._size = QSize(look.px(WIDTH), look.px(HEIGHT))
        self._values = named.values
        self._planned: Sequence[Planned] = ()
        self._busy = False
        self._folder = QLineEdit(str(named.folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        choose = self._choose = button(self.tr("Choose"))
        choose.setToolTip(self.tr("Choose the folder that the files go to"))
        self._pattern = QLineEdit(named.pattern)
        self._pattern.setAccessibleName(self.tr("Names"))
        self._parts = button(self.tr("Add a part"))
        self._parts.setMenu(self._menu())
        self._formats = {ending: CheckBox(words, appearance, icons) for ending, words in format_words().items()}
        formats = QGridLayout()
        formats.setHorizontalSpacing(look.steps(4))
        formats.setVerticalSpacing(look.steps(1.5))
        for place, (ending, box) in enumerate(self._formats.items()):
            box.setChecked(ending in named.endings)
            box.toggled.connect(self._look)
            formats.addWidget(box, place // COLUMNS, place % COLUMNS)
        self._says = label("", wraps=True)
        self._files = wrapped_list(self.tr("The files"), look)
        self._cancel = button(self.tr("Cancel"))
        self._export = button(self.tr("Export"), "primary")
        self._export.setDefault(True)
        form = QFormLayout()
        form.setHorizontalSpacing(look.steps(4))
        form.setVerticalSpacing(look.steps(3))
        form.addRow(self.tr("Folder"), _beside(self._folder, choose, look.steps(2)))
        form.addRow(self.tr("Names"), _beside(self._pattern, self._parts, look.steps(2)))
        explained = ", ".join(f"{{{part}}} {words}" for part, words in part_words().items())
        form.addRow("", label("muted", self.tr("Parts: {explained}.").format(explained=explained), wraps=True))
        form.addRow(self.tr("Formats"), formats)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(6), look.steps(6), look.steps(6), look.steps(5))
        column.setSpacing(look.steps(4))
        column.addLayout(form)
        column.addWidget(self._files, 1)
        column.addWidget(self._says)
        column.addLayout(buttons_below(look.steps(2), self._cancel, self._export))
        for field in (self._folder, self._pattern):
            field.textChanged.connect(self._look)
        choose.clicked.connect(self.folder_wanted)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self._go)
        self._pattern.setFocus()

    def sizeHint(self) -> QSize:
        return self._size

    def named(self) -> Naming:
        """What is chosen now."""
        endings = tuple(ending for ending, box in self._formats.items() if box.isChecked())
        # Where a name leads nowhere, such as that of an unknown person's home, it is that of a folder.
        folder = Path.home() / os.path.expanduser(self._folder.text().strip())  # noqa: PTH111
        return Naming(folder, self._pattern.text(), self._values, endings)

    def take_folder(self, folder: str) -> None:
        """The person chose this one."""
        self._folder.setText(folder)

    def show_planned(self, named: Naming, files: Sequence[Planned]) -> None:
        """Shows the files of what is chosen, if it is still that."""
        if named != self.named() or self._busy:
            return
        self._planned = files
        self._list([(file.path.name, self.tr("Stands there: is replaced") if file.stands else "") for file in files])
        standing = [file.path.name for file in files if file.stands]
        self._export.setText(self.tr("Replace and export") if standing else self.tr("Export"))
        if len(standing) == 1:
            self._say(self.tr("In this folder stands already: {name}").format(name=standing[0]))
        elif standing:
            self._say(self.tr("In this folder stand {count} of these files already.").format(count=len(standing)))
        else:
            self._say("")
        allow(self._export, "" if files else self.tr("Choose a format."))

    def show_trouble(self, words: str) -> None:
        """Says why nothing can be written, or was."""
        tried = self._busy
        self._enable(True)
        if tried:  # nothing could have the keyboard meanwhile
            self._folder.setFocus()
        self._planned = ()
        self._files.clear()
        self._say(words)
        allow(self._export, words)

    def show_under_way(self) -> None:
        """The files are being written."""
        self._enable(False)
        self._say(self.tr("Writing the files and reading them back"))

    def show_written(self, files: Sequence[SetFile]) -> None:
        """Tells what became of each file."""
        self._list([(file.path.name, file_words(file)) for file in files])
        written = sum(file.exported is not None for file in files)
        self._say(self.tr("{written} of {count} files are written.").format(written=written, count=len(files)))
        self._export.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()

    def _go(self) -> None:
        agreed = frozenset(file.path.name for file in self._planned if file.stands)
        self.export_wanted.emit(self.named(), agreed)

    def _look(self) -> None:
        # What may be replaced is not known until the files are looked for.
        allow(self._export, self.tr("Looking for the files"))
        self.changed.emit(self.named())

    def _enable(self, enabled: bool) -> None:
        self._busy = not enabled
        for made in (self._folder, self._choose, self._pattern, self._parts, *self._formats.values(), self._export):
            made.setEnabled(enabled)

    def _say(self, words: str) -> None:
        self._says.setText(words)
        self._says.setVisible(bool(words))

    def _list(self, files: Sequence[tuple[str, str]]) -> None:
        self._files.clear()
        for name, words in files:
            self._files.addItem(QListWidgetItem(f"{name}\n{words}" if words else name))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for part, words in part_words().items():
            menu.addAction(f"{{{part}}}  {words}").setData(part)
        menu.triggered.connect(lambda action: self._pattern.insert(f"{{{action.data()}}}"))
        return menu


def _beside(field: QWidget, made: QWidget, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    row.addWidget(field, 1)
    row.addWidget(made)
    return row
