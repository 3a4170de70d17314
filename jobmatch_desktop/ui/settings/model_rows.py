"""The model of a provider, and what is set for it."""

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from jobmatch_desktop.ui.settings.field import Line
from jobmatch_desktop.ui.settings.provider_presenter import ProviderShown
from jobmatch_desktop.ui.settings.rows import Rows
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.fields import CheckBox, ComboBox
from jobmatch_desktop.ui.shared.icons import Icons


class ModelBox(ComboBox):
    """The models that the provider has; another name may be typed. `given` tells the name."""

    given = Signal(str)

    def __init__(self, name: str, appearance: Appearance, icons: Icons) -> None:
        super().__init__(name, appearance, icons)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = Line(name)
        self.setLineEdit(self.line)
        self.line.given.connect(self.given)
        self.activated.connect(self.line.leave)

    def show_models(self, names: list[str], model: str) -> None:
        """Shows the names and the one that is stored."""
        if names != [self.itemText(place) for place in range(self.count())]:
            written = self.line.text()
            self.blockSignals(True)
            self.clear()
            self.addItems(names)
            self.setCurrentIndex(-1)
            self.line.setText(written)
            self.blockSignals(False)
        self.line.show_stored(model)


class ModelRows(QObject):
    """The rows for a model in `rows`: which, its context, whether it thinks first, its temperature."""

    def __init__(self, rows: Rows, appearance: Appearance, icons: Icons) -> None:
        super().__init__(rows)
        self._rows = rows
        self._model = ""
        self.model = ModelBox(self.tr("Model"), appearance, icons)
        self.context = Line(self.tr("Context in tokens"), self.tr("What a text needs"))
        self.thinking = CheckBox(self.tr("Let it think before it writes: slower, often better"), appearance, icons)
        self.temperature = Line(self.tr("Temperature"), self.tr("As usual (0.4)"))
        self.thinking.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows.add("model", self.tr("Model"), self.model)
        rows.add("context", self.tr("Context in tokens"), self.context)
        rows.add("thinking", self.tr("Thinking"), self.thinking)
        rows.add("temperature", self.tr("Temperature"), self.temperature)

    def show_state(self, shown: ProviderShown) -> None:
        """Shows what is set; what the model is known not to take is left out."""
        names = sorted((model.name for model in shown.models if model.writes), key=str.casefold)
        self.model.show_models(names, shown.model)
        line = self.model.lineEdit()
        assert isinstance(line, QLineEdit)
        line.setPlaceholderText(
            self.tr("Choose one, or write its name") if names else self.tr("Write its name, or press Test to list them")
        )
        if shown.model != self._model:
            self._model = shown.model
            self.context.restore()
            self.temperature.restore()
        takes, chosen = shown.capabilities, bool(shown.model)
        settings = shown.model_settings
        self._rows.show_row("context", chosen)
        self._rows.show_row("thinking", chosen and (settings.thinking or takes is None or takes.thinking))
        self._rows.show_row("temperature", chosen and (takes is None or takes.temperature))
        self.context.show_stored("" if settings.context_tokens is None else str(settings.context_tokens))
        self.temperature.show_stored("" if settings.temperature is None else f"{settings.temperature:g}")
        if takes is not None and takes.context_tokens:
            most = QLocale().toString(takes.context_tokens)
            self.context.setPlaceholderText(self.tr("What a text needs, up to {most}").format(most=most))
        else:
            self.context.setPlaceholderText(self.tr("What a text needs"))
        self.thinking.blockSignals(True)
        self.thinking.setChecked(settings.thinking)
        self.thinking.blockSignals(False)
