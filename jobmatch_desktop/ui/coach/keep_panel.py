"""What of a talk is worth keeping, field by field, each confirmed by the person; and what was kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from jobmatch_desktop.services.coach_keeping import Aim
from jobmatch_desktop.ui.coach.keeping import Proposed
from jobmatch_desktop.ui.coach.kept_list import KeptList
from jobmatch_desktop.ui.coach.proposal_field import ProposalField
from jobmatch_desktop.ui.coach.words import aim_words, saved_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.segments import Segments
from jobmatch_desktop.ui.shared.theme import Look

TALK, KEPT = "talk", "kept"


class KeepPanel(QWidget):
    """`aim_chosen` tells what the words are to become; `confirmed` the talk, the `Aim` and the fields that were ticked; `kept_asked` asks
    what is kept; `closed`: the person wants it away."""

    aim_chosen = Signal(object)
    confirmed = Signal(int, object, object)
    kept_asked = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._icons = icons
        self._proposed: Proposed | None = None
        self._saving = False
        self._had_focus = False
        self.fields: list[ProposalField] = []
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Worth keeping"))
        words = [(TALK, self.tr("From this talk")), (KEPT, self.tr("Kept"))]
        self.segments = Segments(words, self.tr("Worth keeping"), look)
        for made in self.segments.findChildren(QPushButton):
            # Room for its words in the weight of the chosen one.
            made.setMinimumWidth(round(made.fontMetrics().horizontalAdvance(made.text()) * 1.15) + look.steps(8))
        self.close_button = button(self.tr("Close"), "quiet", accessible=self.tr("Close what is worth keeping"))
        self.aim = ComboBox(self.tr("Becomes"), appearance, icons)
        self.aim.setMinimumContentsLength(10)
        self._says = label("muted", wraps=True)
        self.keep = button(self.tr("Keep what is ticked"), "primary")
        self._saved = label("good", wraps=True)
        self._saved.hide()
        self.kept = KeptList(appearance)
        self._list = QWidget()
        self._stack = QStackedWidget()
        self._arrange(look)
        self.segments.chosen.connect(self._turn)
        self.close_button.clicked.connect(self.closed)
        self.aim.activated.connect(lambda: self.aim_chosen.emit(self.aim.currentData()))
        self.keep.clicked.connect(self._confirm)
        self._allow()

    def show_proposed(self, proposed: Proposed) -> None:
        """Shows what may be kept of a talk. What the person ticked or changed stays, for the same words."""
        before = self._proposed
        same = before is not None and before.conversation.id == proposed.conversation.id
        if same and before is not None and before.proposal == proposed.proposal and before.jobs == proposed.jobs:
            return
        touched = any(field.touched() for field in self.fields)
        if same and touched and before is not None and before.proposal.aim is proposed.proposal.aim:
            return
        self._proposed = proposed
        self._fill_aims(proposed)
        for field in self.fields:
            self._fields.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = []
        for one in proposed.proposal.fields:
            made = ProposalField(one, proposed.proposal.seconds, proposed.jobs, self._appearance, self._icons)
            made.changed.connect(self._allow)
            self._fields.insertWidget(len(self.fields), made)
            self.fields.append(made)
        self._says.setText(self._words(proposed))
        self._allow()

    def show_saved(self, aim: Aim, number: int) -> None:
        """Says what was just kept."""
        had_focus = self._had_focus
        self.allow_again()
        for field in self.fields:
            field.tick.setChecked(False)
        if had_focus and self.fields:
            self.fields[0].tick.setFocus()
        self._saved.setText(saved_words(aim, number))
        self._saved.show()

    def allow_again(self) -> None:
        """What was being kept is, or could not be."""
        self._saving = self._had_focus = False
        self._allow()

    def forget(self) -> None:
        """Another talk is open: nothing of the last one stays."""
        self._proposed = None
        self._saving = False
        self._saved.hide()
        for field in self.fields:
            self._fields.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = []
        self._says.setText("")
        self.aim.clear()
        self._allow()

    def turn_to(self, which: str) -> None:
        """Shows what is proposed (`talk`) or what is kept (`kept`)."""
        self.segments.choose(which)

    def _turn(self, which: str) -> None:
        self._stack.setCurrentIndex(0 if which == TALK else 1)
        if which == KEPT:
            self.kept_asked.emit()

    def _fill_aims(self, proposed: Proposed) -> None:
        self.aim.clear()
        for aim in proposed.aims:
            self.aim.addItem(aim_words(aim), aim)
        self.aim.setCurrentIndex(max(0, self.aim.findData(proposed.proposal.aim)))

    def _words(self, proposed: Proposed) -> str:
        if not proposed.proposal.fields:
            return self.tr("Nothing to keep yet. Answer a question or two, then look here again.")
        if proposed.proposal.aim is Aim.FACTS:
            return self.tr("Tick what is to stand in your profile. Nothing else is added.")
        return self.tr("Tick what is true and is to be kept. You may change the words.")

    def _confirm(self) -> None:
        if self._proposed is None:
            return
        self._saved.hide()
        ticked = [field for field in self.fields if field.confirmed()]
        aim = self._proposed.proposal.aim
        told: object
        if aim is Aim.SUCCESS:
            told = {field.proposed.key: field.text() for field in ticked}
        elif aim is Aim.PITCH:
            told = [field.text() for field in ticked]
        else:
            told = [field.fact() for field in ticked]
        self._had_focus = self.keep.hasFocus()
        self._saving = True
        self._allow()
        self.confirmed.emit(self._proposed.conversation.id, aim, told)

    def _allow(self) -> None:
        ticked = any(field.confirmed() for field in self.fields)
        why_not = self.tr("It is being kept.") if self._saving else "" if ticked else self.tr("Tick something first.")
        allow(self.keep, why_not)
        self.keep.setVisible(bool(self.fields))
        self.aim.setVisible(self.aim.count() > 1)

    def _arrange(self, look: Look) -> None:
        head = QHBoxLayout()
        head.addWidget(self.segments)
        head.addStretch(1)
        head.addWidget(self.close_button)
        inner = QWidget()
        inner.setProperty("role", "canvas")
        self._fields = QVBoxLayout(inner)
        self._fields.setContentsMargins(0, 0, look.steps(2), 0)
        self._fields.setSpacing(look.steps(3))
        self._fields.addStretch(1)
        talk = QWidget()
        column = QVBoxLayout(talk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(2.5))
        column.addWidget(self.aim)
        column.addWidget(self._says)
        column.addWidget(_scrolled(inner), 1)
        column.addWidget(self._saved)
        column.addWidget(self.keep)
        self.kept.setProperty("role", "canvas")
        self._stack.addWidget(talk)
        self._stack.addWidget(_scrolled(self.kept))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.steps(3), look.steps(3), look.steps(3), look.steps(3))
        outer.setSpacing(look.steps(3))
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
