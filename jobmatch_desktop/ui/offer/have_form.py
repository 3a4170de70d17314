""" "I have this": lines that answer what is missing, for the person to word as they are true."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact

LONGEST = 400


class HaveForm(QWidget):
    """A field for each line. `added` tells the `ProfileFact` as it is worded, `closed` that the person gives up."""

    added = Signal(object)
    closed = Signal()

    def __init__(self, lines: Sequence[ProfileFact], appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._keys = [line.key for line in lines]
        self._fields: list[QLineEdit] = []
        self._buttons: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.steps(1), 0, 0)
        column.setSpacing(look.steps(1.5))
        column.addWidget(
            label("muted", self.tr("Word it as it is true of you. It goes into your profile."), wraps=True)
        )
        grid = QGridLayout()
        grid.setSpacing(look.steps(1.5))
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(lines):
            name, hint = self._kind(line.key)
            field = QLineEdit(line.text)
            field.setMaxLength(LONGEST)
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.setToolTip(hint)
            field.setCursorPosition(0)
            field.setObjectName(str(row))
            add = button(self.tr("Add"), "slim", accessible=self.tr("Add: {line}").format(line=line.text))
            add.setObjectName(str(row))
            field.returnPressed.connect(self._add)
            field.textChanged.connect(self._allow)
            add.clicked.connect(self._add)
            grid.addWidget(field, row, 0)
            grid.addWidget(add, row, 1)
            self._fields.append(field)
            self._buttons.append(add)
        column.addLayout(grid)
        self._said = label("warn", wraps=True)
        self._said.hide()
        column.addWidget(self._said)
        close = button(self.tr("Cancel"), "quiet")
        close.clicked.connect(self.closed)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_first(self) -> None:
        """Puts the keyboard into the first field."""
        self._fields[0].setFocus()
        self._fields[0].selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _allow(self) -> None:
        for field, add in zip(self._fields, self._buttons, strict=True):
            allow(add, "" if field.text().strip() else self.tr("Say what you have first"))

    def _add(self) -> None:
        row = int(self.sender().objectName())
        if words := " ".join(self._fields[row].text().split()):
            self._said.hide()
            for add in self._buttons:
                allow(add, self.tr("It is being added"))
            self.added.emit(ProfileFact(self._keys[row], words))

    def recover(self, words: str = "") -> None:
        """It could not be added, or answers nothing, as `words` say: it may be tried again."""
        self._allow()
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _kind(self, key: str) -> tuple[str, str]:
        match key:
            case "language":
                return self.tr("Language and level"), self.tr("With your level, such as German, B2")
            case "study":
                return self.tr("Degree"), self.tr("As your diploma says it")
            case _:
                return self.tr("Skill"), self.tr("A skill, as you would name it")
