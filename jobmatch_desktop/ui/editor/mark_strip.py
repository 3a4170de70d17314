"""The strip under the editor about the mark at the caret: its words, why they are marked, and what can be done with them."""

from PySide6.QtCore import Signal

from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.editor.strip_frame import StripFrame
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import translated

LONGEST_VALUE = 20


class MarkStrip(StripFrame):
    """Shows one mark. Each signal tells the `PlacedMark` that something is to be done with."""

    value_wanted = Signal(object)
    edit_wanted = Signal(object)
    tie_wanted = Signal(object)
    fact_wanted = Signal(object)
    keep_wanted = Signal(object)
    again_wanted = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__(appearance, icons)
        self._value = button("", "slim")
        self._edit = button(self.tr("Edit"), "slim")
        self._tie = button(self.tr("Tie to a fact"), "slim")
        self._add = button(self.tr("Add the fact"), "slim")
        self._keep = button(self.tr("Keep"), "slim")
        self._again = button(self.tr("Mark it again"), "slim")
        self._shown: PlacedMark | None = None
        self._edit.setToolTip(self.tr("Select the words to write others"))
        self._tie.setToolTip(self.tr("A line of your profile says it: choose which"))
        self._add.setToolTip(self.tr("It is true: add it to your profile"))
        self._keep.setToolTip(self.tr("Leave it as it is, without a fact"))
        self._leads = {
            self._value: self.value_wanted,
            self._edit: self.edit_wanted,
            self._tie: self.tie_wanted,
            self._add: self.fact_wanted,
            self._keep: self.keep_wanted,
            self._again: self.again_wanted,
        }
        for made in self._leads:
            made.clicked.connect(self._take_way)
        self.set_ways(tuple(self._leads))
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
            self.setAccessibleName(says)
            role = "warning" if mark.decision is None else "notice"
            if self.property("role") != role:
                self.setProperty("role", role)
                self.style().polish(self)
            for made in (self._edit, self._tie, self._add, self._keep):
                made.setVisible(mark.decision is None)
            self._value.setVisible(mark.decision is None and mark.near is not None)
            self._again.setVisible(mark.decision is not None)
            self.say(says, *self._sign())
        self.setVisible(found is not None)

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
        signal = next(signal for made, signal in self._leads.items() if made is sender)
        if self._shown is not None:
            signal.emit(self._shown)

    def _sign(self) -> tuple[str, str]:
        colours = self._look.colours
        decision = self._shown.mark.decision if self._shown else None
        if decision is None:
            return "warning", colours.warn
        return ("notice", colours.muted) if decision.fact is None else ("good", colours.good)

    def _take_look(self, look: Look) -> None:
        self._look = look
        self.show_icon(*self._sign())


def _short(words: str, longest: int = 90) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
