"""Ollama on the page of models: what it has, or what is in the way and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.providers.protocol import Model, State
from jobmatch_desktop.ui.models.presenter import Overview
from jobmatch_desktop.ui.models.table import ModelTable
from jobmatch_desktop.ui.models.table_model import ModelTableModel
from jobmatch_desktop.ui.models.words import size_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.words import trouble_text

WEBSITE = "https://ollama.com/download"
"""Shown and copied, never opened."""


class OllamaSection(QWidget):
    """`start_asked`, `look_asked` and `delete_asked` (with the `Model`) tell what the person wants."""

    start_asked = Signal()
    look_asked = Signal()
    delete_asked = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._model = ModelTableModel(self)
        self.table = ModelTable(self._model, appearance)
        self._where = ElidedLabel("muted")
        self._says = label("small", self.tr("Looking for Ollama…"), wraps=True)
        self.start = button(self.tr("Start Ollama"), "primary")
        self.copy = button(self.tr("Copy the address"), accessible=self.tr("Copy the address of Ollama’s website"))
        self.again = button(self.tr("Look again"), accessible=self.tr("Look for Ollama again"))
        self.delete = button(self.tr("Delete…"), "slim")
        head = QHBoxLayout()
        head.setSpacing(look.steps(2.5))
        head.addWidget(label("strong", self.tr("Ollama")))
        head.addWidget(self._where, 1)
        head.addWidget(self.delete)
        ways = QHBoxLayout()
        ways.setSpacing(look.steps(2))
        for made in (self.start, self.copy, self.again):
            ways.addWidget(made)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(2))
        column.addLayout(head)
        column.addWidget(self._says)
        column.addLayout(ways)
        column.addWidget(self.table)
        for widget in (self.start, self.copy, self.again, self.delete, self.table):
            widget.hide()
        self.start.clicked.connect(self.start_asked)
        self.again.clicked.connect(self.look_asked)
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(self._ask_to_delete)
        self.table.delete_asked.connect(self._ask_to_delete)
        self.table.chosen.connect(self._show_chosen)

    def show_overview(self, overview: Overview) -> None:
        """Shows Ollama as it is now."""
        found = overview.ollama
        if found is None:
            return
        looked_at = self.table.present()
        row = self.table.currentIndex().row()
        focused = self.table.hasFocus() or self.delete.hasFocus()
        self._model.show_models(found.models)
        if looked_at is not None and self.table.present() is None and found.models:
            # The row after one that was deleted.
            name = self._model.model(min(max(row, 0), len(found.models) - 1)).name
            self.table.look_at(looked_at.name if self._model.row_of(looked_at.name) is not None else name)
        running = found.state in (State.READY, State.NO_MODEL)
        self._where.set_words(self._where_words(found.models, overview.address) if running else overview.address)
        self.table.setVisible(bool(found.models))
        self.delete.setVisible(bool(found.models))
        self._say(overview)
        away = found.state is State.NOT_RUNNING
        not_running = away and found.trouble is not None and found.trouble.kind == "NotRunning"
        self.start.setVisible(not_running and overview.startable)
        allow(self.start, self.tr("It is being started.") if overview.starting else "")
        self.start.setText(self.tr("Starting…") if overview.starting else self.tr("Start Ollama"))
        self.copy.setVisible(found.state is State.NOT_INSTALLED)
        self.again.setVisible(not running)
        if focused and not found.models:
            self.setFocus()
        self._show_chosen()

    def _say(self, overview: Overview) -> None:
        found = overview.ollama
        assert found is not None
        words = ""
        if found.state is State.NO_MODEL and not found.models:
            words = self.tr("It runs and has no model yet. Download one below: it then writes on this computer.")
        elif found.state is State.NOT_INSTALLED:
            words = self.tr(
                "Ollama runs models on this computer, for nothing and without a network. It is not installed. "
                "Get it from {address}, install it, and come back: this page finds it by itself."
            ).format(address=WEBSITE)
        elif found.trouble is not None:
            words = trouble_text(found.trouble)
        self._says.setText(words)
        self._says.setVisible(bool(words))

    def _where_words(self, models: tuple[Model, ...], address: str) -> str:
        size = sum(model.size or 0 for model in models)
        if not models:
            return address
        number = len(models)
        count = self.tr("1 model") if number == 1 else self.tr("{number} models").format(number=number)
        return " · ".join([count, *([size_words(size)] if size else []), address])

    def _show_chosen(self) -> None:
        chosen = self.table.present()
        allow(self.delete, "" if chosen is not None else self.tr("Choose a model in the table first."))
        words = self.tr("Delete {model}").format(model=chosen.name) if chosen else self.tr("Delete a model")
        self.delete.setAccessibleName(words)

    def _ask_to_delete(self) -> None:
        chosen = self.table.present()
        if chosen is not None:
            self.delete_asked.emit(chosen)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(WEBSITE)
        self.copy.setText(self.tr("Copied"))
