"""The profile's page where there is no profile yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look


class Empty(QWidget):
    """One sentence, and three ways to begin."""

    import_asked = Signal()
    name_asked = Signal()
    sample_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "canvas")
        says = label(
            "strong", self.tr("Your profile holds what is true of you: every document is written from it."), wraps=True
        )
        says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        more = label(
            "muted", self.tr("Drop a CV here, or choose one: PDF, Word, JSON Resume, LinkedIn, text."), wraps=True
        )
        more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = button(self.tr("Import a CV"), "primary")
        begin = button(self.tr("Begin with your name"))
        sample = button(self.tr("Look at a sample"))
        self.first.clicked.connect(self.import_asked)
        begin.clicked.connect(self.name_asked)
        sample.clicked.connect(self.sample_asked)
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addStretch(1)
        for made in (self.first, begin, sample):
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(6), look.steps(6), look.steps(6), look.steps(6))
        column.setSpacing(look.steps(3))
        column.addStretch(2)
        column.addWidget(says)
        column.addWidget(more)
        column.addSpacing(look.steps(2))
        column.addLayout(row)
        column.addStretch(3)
