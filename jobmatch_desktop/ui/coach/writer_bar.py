"""Chooses who answers, on one line under the talk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.ui.coach.writers import Writers
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label


class WriterBar(QWidget):
    """`provider_chosen` and `model_chosen` tell names; `look_again` asks who there is, `sending_asked` what would leave."""

    provider_chosen = Signal(str)
    model_chosen = Signal(str)
    look_again = Signal()
    sending_asked = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self.writer = ComboBox(self.tr("Who answers"), appearance, icons)
        self.writer.setMinimumContentsLength(12)
        self.model = ComboBox(self.tr("Model"), appearance, icons)
        self.model.setMinimumContentsLength(14)
        self._says = label("muted", wraps=True)
        self.again = button(self.tr("Look again"), "slim", accessible=self.tr("Look again for models"))
        self._leaves = label("muted", wraps=True)
        self.sending = button(self.tr("What will be sent"), "slim")
        self._row = QHBoxLayout()
        self._row.setSpacing(look.steps(2))
        for choice in (self.writer, self.model):
            self._row.addWidget(choice)
        self._row.addWidget(self._says, 1)
        self._row.addWidget(self.again)
        below = QHBoxLayout()
        below.setSpacing(look.steps(2))
        below.addWidget(self._leaves, 1)
        below.addWidget(self.sending)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1.5))
        column.addLayout(self._row)
        column.addLayout(below)
        self.writer.activated.connect(lambda: self.provider_chosen.emit(self.writer.currentData()))
        self.model.activated.connect(lambda: self.model_chosen.emit(self.model.currentData()))
        self.again.clicked.connect(self.look_again)
        self.sending.clicked.connect(self.sending_asked)
        for widget in (self.model, self.again, self._leaves, self.sending):
            widget.hide()

    def show_writers(self, writers: Writers) -> None:
        """Shows who there is, and who is chosen."""
        _fill(self.writer, writers.providers, writers.choice.provider)
        _fill(self.model, writers.models, writers.choice.model)
        without = writers.choice.provider == COMPOSER
        self.model.setVisible(bool(writers.models))
        self.again.setVisible(bool(writers.why_not))
        self._says.setText(writers.says or (self.tr("The same questions, as a form.") if without else ""))
        self._leaves.setVisible(bool(writers.elsewhere))
        self.sending.setVisible(bool(writers.elsewhere))
        self._leaves.setText(
            self.tr(
                "What you say goes to {address}. Placeholders stand for your name and contact details there."
            ).format(address=writers.elsewhere)
            if writers.elsewhere
            else ""
        )


def _fill(combo: ComboBox, items: tuple[tuple[str, str], ...], chosen: str) -> None:
    if [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())] != list(items):
        combo.clear()
        for key, words in items:
            combo.addItem(words, key)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.setToolTip(combo.currentText())
