"""Says that an offer is there already, and leads to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import status_name

SHOWN = 80


class AlreadyThere(QFrame):
    """Hidden as long as there is nothing to say. `opened` tells the application that the person wants instead."""

    opened = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._application: Application | None = None
        self.setProperty("role", "notice")
        self._says = label("small", wraps=True)
        self._open = button(self.tr("Open it"), "slim")
        self._open.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(3), look.steps(1.5), look.steps(2), look.steps(1.5))
        row.addWidget(self._says, 1)
        row.addWidget(self._open)
        self.hide()

    def show_same(self, applications: Sequence[Application]) -> None:
        """Shows the likest of the applications for the same offer; hides where there are none."""
        self._application = applications[0] if applications else None
        if self._application is not None:
            offer = self._application.offer
            name = " · ".join(part for part in (offer.title or self.tr("Untitled offer"), offer.company) if part)
            words = self.tr("You have this offer already: {name} ({status}).").format(
                name=name[:SHOWN], status=status_name(self._application.status)
            )
            self._says.setText(breakable(words))
            self.setAccessibleName(words)
        self.setVisible(self._application is not None)

    def _tell(self) -> None:
        if self._application is not None:
            self.opened.emit(self._application.id)
