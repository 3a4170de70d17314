"""What can be downloaded: any model by its name, and those that are advised for this machine."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.services.pulls import Pull, PullState
from jobmatch_desktop.services.recommended import Recommended, best_for, fits
from jobmatch_desktop.ui.models.presenter import Overview
from jobmatch_desktop.ui.models.words import memory_words, purpose_words, size_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label

LONGEST_NAME = 200


class DownloadSection(QWidget):
    """`pull_asked` tells the name of a model."""

    pull_asked = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        look = appearance.look
        self._rows: dict[str, QPushButton] = {}
        self._why_not = self.tr("Ollama is being looked for.")
        self._has: set[str] = set()
        self._pulls: dict[str, PullState] = {}
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Name of a model, such as llama3.2:3b"))
        self.name.setAccessibleName(self.tr("Name of the model to download"))
        self.download = button(self.tr("Download"), "primary")
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addWidget(self.name, 1)
        row.addWidget(self.download)
        self._advice = QFrame()
        self._advice.setProperty("role", "card")
        self._advice.hide()
        self._advice_says = label("muted", wraps=True)
        self._advice_says.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(2))
        column.addWidget(label("strong", self.tr("Download a model")))
        column.addLayout(row)
        column.addSpacing(look.steps(1))
        column.addWidget(self._advice_says)
        column.addWidget(self._advice)
        self.name.textChanged.connect(self._allow)
        self.name.returnPressed.connect(self._download)
        self.download.clicked.connect(self._download)
        self._allow()

    def show_overview(self, overview: Overview) -> None:
        """Takes what this machine has and whether Ollama can download now."""
        if overview.machine is not None and not self._rows:
            self._show_advice(overview)
        found = overview.ollama
        self._has = {model.name for model in found.models} if found else set()
        if found is None:
            self._why_not = self.tr("Ollama is being looked for.")
        elif found.state in (State.READY, State.NO_MODEL):
            self._why_not = ""
        else:
            self._why_not = self.tr("Models are downloaded by Ollama, which does not answer.")
        self._allow()

    def show_pulls(self, pulls: Sequence[Pull]) -> None:
        """Takes what is being downloaded."""
        self._pulls = {pull.model: pull.state for pull in pulls}
        self._allow()

    def _show_advice(self, overview: Overview) -> None:
        assert overview.machine is not None
        advice, memory = overview.machine.advice, overview.machine.memory
        look = self._appearance.look
        best = best_for(advice, memory)
        words = self.tr("Advice of {date}: models by the memory they need.").format(date=advice.date)
        if memory is not None:
            words += " " + self.tr("This computer has {memory}.").format(memory=memory_words(memory))
        self._advice_says.setText(words)
        self._advice_says.show()
        grid = QGridLayout(self._advice)
        grid.setContentsMargins(look.steps(3.5), look.steps(2), look.steps(3), look.steps(2))
        grid.setHorizontalSpacing(look.steps(4))
        grid.setVerticalSpacing(look.steps(1.5))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(4, 1)
        heads = (self.tr("Model"), self.tr("Download"), self.tr("Memory"), self.tr("Good for"))
        for place, head in enumerate(heads):
            grid.addWidget(label("muted", head), 0, place)
        for row, model in enumerate(advice.models, 1):
            self._add_row(grid, row, model, model.name == best, memory)
        completer = QCompleter([model.name for model in advice.models], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self._advice.show()

    def _add_row(self, grid: QGridLayout, row: int, model: Recommended, best: bool, memory: int | None) -> None:
        fit = fits(model, memory)
        says = ""
        if best:
            says = self.tr("for this computer")
        elif fit is False:
            says = self.tr("too large for this computer")
        grid.addWidget(ElidedLabel("strong" if fit is not False else "muted", model.name), row, 0)
        grid.addWidget(label("small", size_words(model.size)), row, 1)
        grid.addWidget(label("small", memory_words(model.memory)), row, 2)
        grid.addWidget(label("small", purpose_words(model.purpose)), row, 3)
        grid.addWidget(label("good" if best else "muted", says), row, 4)
        made = button(self.tr("Download"), "slim", accessible=self._download_words(model, says))
        made.setObjectName(model.name)
        made.clicked.connect(self._download_advised)
        grid.addWidget(made, row, 5)
        self._rows[model.name] = made

    def _download_words(self, model: Recommended, says: str) -> str:
        words = self.tr("Download {model}, {size}, wants {memory} of memory").format(
            model=model.name, size=size_words(model.size), memory=memory_words(model.memory)
        )
        return f"{words}, {says}" if says else words

    def _allow(self) -> None:
        typed = self.name.text().strip()
        allow(self.download, self._why_not or ("" if typed else self.tr("Give the name of a model first.")))
        for name, made in self._rows.items():
            here = self.tr("It is here already.") if name in self._has else ""
            comes = self.tr("It is on its way.") if self._pulls.get(name, PullState.DONE) is not PullState.DONE else ""
            allow(made, self._why_not or here or comes)
            made.setText(self.tr("Installed") if here else self.tr("Download"))

    def _download(self) -> None:
        if self.download.isEnabled():
            self.pull_asked.emit(self.name.text().strip())
            self.name.clear()

    def _download_advised(self) -> None:
        self.pull_asked.emit(self.sender().objectName())
