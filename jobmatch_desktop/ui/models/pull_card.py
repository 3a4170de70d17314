"""One download on the page of models."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from jobmatch_desktop.services.pulls import Pull, PullState
from jobmatch_desktop.ui.models.words import pull_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label

WHOLE = 1000


class PullCard(QFrame):
    """`go_on`, `pause` and `leave` tell the name of the model that the person wants that of."""

    go_on = Signal(str)
    pause = Signal(str)
    leave = Signal(str)

    def __init__(self, pull: Pull, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._pull: Pull | None = None
        self.setProperty("role", "card")
        self._title = ElidedLabel("strong", pull.model)
        self._says = label("muted", wraps=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much of {model} is here").format(model=pull.model))
        self._bar.setFixedWidth(look.px(160))
        self._buttons = {
            "go on": self._made("", self._go_on),
            "pause": self._made(self.tr("Pause"), self._pause, pull.model),
            "leave": self._made("", self._leave),
        }
        says = QVBoxLayout()
        says.setSpacing(look.steps(0.5))
        says.addWidget(self._title)
        says.addWidget(self._says)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(look.steps(3.5), look.steps(2.5), look.steps(3), look.steps(2.5))
        whole.setSpacing(look.steps(3))
        whole.addLayout(says, 1)
        whole.addWidget(self._bar)
        for made in self._buttons.values():
            whole.addWidget(made)
        self.show_pull(pull)

    def show_pull(self, pull: Pull) -> None:
        """Shows how far it is now. The keyboard stays at what it was at, or goes to what took its place."""
        before, self._pull = self._pull, pull
        words = pull_words(pull)
        self._says.setText(breakable(words))
        self.setAccessibleName(f"{pull.model}: {words}")
        total = pull.progress.total
        self._bar.setVisible(bool(total) and pull.state in (PullState.RUNNING, PullState.PAUSED))
        self._bar.setValue(WHOLE * pull.progress.done // total if total else 0)
        if before is not None and before.state is pull.state:
            return
        focused = next((made for made in self._buttons.values() if made.hasFocus()), None)
        runs = pull.state in (PullState.RUNNING, PullState.WAITING)
        self._name("go on", self.tr("Resume") if pull.state is PullState.PAUSED else self.tr("Try again"))
        self._name("leave", self.tr("Close") if pull.state is PullState.DONE else self.tr("Cancel"))
        self._buttons["go on"].setVisible(pull.state in (PullState.PAUSED, PullState.FAILED))
        self._buttons["pause"].setVisible(runs)
        if focused is not None and focused.isHidden():
            next(made for made in self._buttons.values() if not made.isHidden()).setFocus()

    def _made(self, words: str, pressed: object, model: str = "") -> QPushButton:
        made = button(words, "slim", accessible=self.tr("{verb}: {model}").format(verb=words, model=model))
        made.clicked.connect(pressed)
        return made

    def _name(self, which: str, words: str) -> None:
        assert self._pull is not None
        self._buttons[which].setText(words)
        self._buttons[which].setAccessibleName(self.tr("{verb}: {model}").format(verb=words, model=self._pull.model))

    def _go_on(self) -> None:
        assert self._pull is not None
        self.go_on.emit(self._pull.model)

    def _pause(self) -> None:
        assert self._pull is not None
        self.pause.emit(self._pull.model)

    def _leave(self) -> None:
        assert self._pull is not None
        self.leave.emit(self._pull.model)
