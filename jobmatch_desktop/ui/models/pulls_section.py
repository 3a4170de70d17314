"""The downloads that are under way, or ended and were not put away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.services.pulls import Pull, PullState
from jobmatch_desktop.ui.models.pull_card import PullCard
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.labels import label


class PullsSection(QWidget):
    """Hidden while there is none. `pull_asked`, `pause_asked` and `leave_asked` tell the name of a model; `emptied` that the keyboard was
    at a card that went."""

    pull_asked = Signal(str)
    pause_asked = Signal(str)
    leave_asked = Signal(str)
    emptied = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        look = appearance.look
        self._cards: dict[str, PullCard] = {}
        self._kept = label(
            "muted",
            self.tr("What came of a paused or cancelled download stays with Ollama, which goes on from there."),
            wraps=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.steps(1.5))
        self._column.addWidget(label("strong", self.tr("Downloads")))
        self._column.addWidget(self._kept)
        self.hide()

    def show_pulls(self, pulls: Sequence[Pull]) -> None:
        """Shows these, in this order."""
        left = False
        for model in self._cards.keys() - {pull.model for pull in pulls}:
            gone = self._cards.pop(model)
            left = left or any(made.hasFocus() for made in gone.findChildren(QPushButton))
            gone.hide()
            gone.deleteLater()
        for place, pull in enumerate(pulls, 1):
            card = self._cards.get(pull.model)
            if card is None:
                card = self._cards[pull.model] = PullCard(pull, self._appearance)
                card.go_on.connect(self.pull_asked)
                card.pause.connect(self.pause_asked)
                card.leave.connect(self.leave_asked)
            else:
                card.show_pull(pull)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        self._kept.setVisible(any(pull.state is not PullState.DONE for pull in pulls))
        self.setVisible(bool(pulls))
        if left:
            self.emptied.emit()
