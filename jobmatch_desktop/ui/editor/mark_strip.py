"""The strip under the editor about the mark at the caret: its words, why they are marked, and what can be done with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel

from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import translated

LINES_BESIDE = 2
"""Where the words would take more lines beside the buttons, they stand over them."""
LONGEST_VALUE = 20


class MarkStrip(QFrame):
    """Shows one mark. Each signal tells the `PlacedMark` that something is to be done with."""

    value_wanted = Signal(object)
    edit_wanted = Signal(object)
    tie_wanted = Signal(object)
    fact_wanted = Signal(object)
    keep_wanted = Signal(object)
    again_wanted = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._look = look
        self._icons = icons
        self._shown: PlacedMark | None = None
        self._icon = QLabel()
        self._says = label("small", wraps=True)
        self._value = button("", "slim")
        self._edit = button(self.tr("Edit"), "slim")
        self._tie = button(self.tr("Tie to a fact"), "slim")
        self._add = button(self.tr("Add the fact"), "slim")
        self._keep = button(self.tr("Keep"), "slim")
        self._again = button(self.tr("Mark it again"), "slim")
        self._edit.setToolTip(self.tr("Select the words to write others"))
        self._tie.setToolTip(self.tr("A line of your profile says it: choose which"))
        self._add.setToolTip(self.tr("It is true: add it to your profile"))
        self._keep.setToolTip(self.tr("Leave it as it is, without a fact"))
        says = QHBoxLayout()
        says.setSpacing(look.steps(2.5))
        says.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self._says, 1)
        ways = QHBoxLayout()
        ways.setSpacing(look.steps(2))
        ways.addStretch(1)
        self._ways = {
            self._value: self.value_wanted,
            self._edit: self.edit_wanted,
            self._tie: self.tie_wanted,
            self._add: self.fact_wanted,
            self._keep: self.keep_wanted,
            self._again: self.again_wanted,
        }
        for made in self._ways:
            ways.addWidget(made)
            made.clicked.connect(self._take_way)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(look.steps(3.5), look.steps(2), look.steps(3), look.steps(2))
        self._whole.setSpacing(look.steps(2))
        self._whole.addLayout(says, 1)
        self._whole.addLayout(ways)
        self.hide()
        appearance.changed.connect(self._take_look)

    def show_mark(self, found: PlacedMark | None) -> None:
        """Shows this mark; None hides the strip."""
        self._shown = found
        if found is not None:
            mark = found.mark
            says = mark.why.text(translated) if mark.decision is None else self._decided(found)
            if mark.decision is None and mark.near is not None:
                says += " " + self.tr("Your profile says: “{fact}”").format(fact=_short(mark.near.fact))
                self._value.setText(self.tr("Use “{value}”").format(value=_short(mark.near.value, LONGEST_VALUE)))
                self._value.setAccessibleName(self._value.text())
            self._says.setText(says)
            self.setAccessibleName(says)
            role = "warning" if mark.decision is None else "notice"
            if self.property("role") != role:
                self.setProperty("role", role)
                self.style().polish(self)
            for made in (self._edit, self._tie, self._add, self._keep):
                made.setVisible(mark.decision is None)
            self._value.setVisible(mark.decision is None and mark.near is not None)
            self._again.setVisible(mark.decision is not None)
            self._show_icon()
            self._arrange()
        self.setVisible(found is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = sum(made.sizeHint().width() + self._look.steps(2) for made in self._ways if not made.isHidden())
        room = self.width() - ways - self._look.steps(12)
        metrics = self._says.fontMetrics()
        needed = metrics.boundingRect(0, 0, max(1, room), 10_000, Qt.TextFlag.TextWordWrap, self._says.text())
        beside = needed.height() <= LINES_BESIDE * metrics.lineSpacing() and needed.width() <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._whole.direction():
            self._whole.setDirection(direction)

    def _decided(self, found: PlacedMark) -> str:
        decision = found.mark.decision
        assert decision is not None
        if decision.fact is None:
            return self.tr("You kept “{said}” without a fact.").format(said=found.mark.said)
        return self.tr("You tied “{said}” to your fact “{fact}”").format(
            said=found.mark.said, fact=_short(decision.fact)
        )

    def _take_way(self) -> None:
        sender = self.sender()
        signal = next(signal for made, signal in self._ways.items() if made is sender)
        if self._shown is not None:
            signal.emit(self._shown)

    def _show_icon(self) -> None:
        colours = self._look.colours
        decision = self._shown.mark.decision if self._shown else None
        name, colour = ("warning", colours.warn) if decision is None else ("notice", colours.muted)
        if decision is not None and decision.fact is not None:
            name, colour = "good", colours.good
        size = self._look.px(16)
        self._icon.setPixmap(self._icons.icon(name, colour).pixmap(size, size))

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._show_icon()


def _short(words: str, longest: int = 90) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
