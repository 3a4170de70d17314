"""Asks for a name: of a person, or of a kind of job."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.buttons import allow, button, buttons_below
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look

LONGEST = 200


class NameDialog(QDialog):
    """`named` tells the name, once the person confirms it."""

    named = Signal(str)

    def __init__(self, parent: QWidget, look: Look, title: str, asks: str, does: str, name: str = "") -> None:
        """`does` is the verb of its button; `name` stands there already."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(asks)
        self.field.setMinimumWidth(look.px(340))
        self._does = button(does, "primary")
        cancel = button(self.tr("Cancel"))
        says = label("small", asks, wraps=True)
        says.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(5))
        column.setSpacing(look.steps(3))
        column.addWidget(says)
        column.addWidget(self.field)
        column.addLayout(buttons_below(look.steps(2), cancel, self._does))
        cancel.clicked.connect(self.reject)
        self._does.clicked.connect(self._confirm)
        self.field.returnPressed.connect(self._confirm)
        self.field.textChanged.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        allow(self._does, "" if self.field.text().strip() else self.tr("Write a name first."))

    def _confirm(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.accept()
            self.named.emit(name)
