"""The key of a provider: where it is kept, and a field for another one. A key that is kept is never shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobmatch_desktop.services.keys import KeyPlace
from jobmatch_desktop.ui.settings.provider_presenter import ProviderShown
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look


class KeyField(QLineEdit):
    """Shows dots for what is typed. `taken_back` tells that Esc was pressed."""

    taken_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.taken_back.emit()
            return
        super().keyPressEvent(event)


class KeyRow(QWidget):
    """`given` tells a key, `remove_asked` that it is to go, `restored` that one that was typed is taken back."""

    given = Signal(str)
    remove_asked = Signal()
    restored = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._told = ""
        self._replacing = False
        self._shown: ProviderShown | None = None
        self._says = label("muted", wraps=True)
        self.field = KeyField()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Key"))
        self.field.setPlaceholderText(self.tr("Paste the key here"))
        self.replace = button(self.tr("Replace"), "slim", accessible=self.tr("Replace the key"))
        self.remove = button(self.tr("Remove"), "slim", accessible=self.tr("Remove the key"))
        top = QHBoxLayout()
        top.setSpacing(look.steps(2))
        top.addWidget(self._says, 1)
        top.addWidget(self.replace)
        top.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1))
        column.addWidget(self.field)
        column.addLayout(top)
        self.field.editingFinished.connect(self.leave)
        self.field.taken_back.connect(self._take_back)
        self.replace.clicked.connect(self._replace)
        self.remove.clicked.connect(self.remove_asked)

    def show_state(self, shown: ProviderShown) -> None:
        """Shows where the key is."""
        self._shown = shown
        words = {
            KeyPlace.KEYRING: self.tr("Kept in the system’s keyring."),
            KeyPlace.SESSION: self.tr("Kept until you close the program: this computer’s keyring cannot take it."),
            KeyPlace.ENVIRONMENT: self.tr(
                "Taken from the environment for this run. It goes before one kept in the keyring."
            ),
        }
        if shown.key is not None:
            says = words[shown.key]
        elif shown.loopback:
            says = self.tr("No key. A server on this computer seldom wants one.")
        elif shown.key_trouble is not None:
            says = self.tr(
                "No key yet. There is no keyring that can take it here: it is kept until you close the program."
            )
        else:
            says = self.tr("No key yet. It is kept in the system’s keyring, never in a file.")
        self._says.setText(says)
        self._says.setAccessibleName(says)
        kept = shown.key in (KeyPlace.KEYRING, KeyPlace.SESSION)
        self.replace.setVisible(kept and not self._replacing)
        self.remove.setVisible(kept)
        self.field.setVisible(shown.key is None or self._replacing or bool(self.field.text()))

    def leave(self) -> None:
        """Hands on what was typed, if it is new."""
        text = self.field.text()
        if text.strip() and text != self._told:
            self._told = text
            self.given.emit(text)

    def forget(self) -> None:
        """The key is kept: nothing of it stays here."""
        self._told = ""
        self._replacing = False
        self.field.clear()

    def _replace(self) -> None:
        self._replacing = True
        self.field.show()
        self.replace.hide()
        self.field.setFocus()

    def _take_back(self) -> None:
        self.forget()
        self.restored.emit()
        if self._shown is not None:
            had_focus = self.field.hasFocus()
            self.show_state(self._shown)
            if had_focus and self.replace.isVisible():
                self.replace.setFocus()
