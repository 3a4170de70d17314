"""The match beside the offer: the score, then must-haves and nice-to-haves, a row each."""

import time
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.domain.offer import Requirement, RequirementLevel
from jobmatch_desktop.evidence.matching import Match
from jobmatch_desktop.evidence.matching_weights import weights
from jobmatch_desktop.services.matching import Explained
from jobmatch_desktop.ui.offer.match_row import MatchRow
from jobmatch_desktop.ui.offer.match_words import State, count_words, state_of
from jobmatch_desktop.ui.offer.strength_bar import StrengthBar
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.row_stack import RowStack
from jobmatch_desktop.ui.shared.theme import Look

SLICE = 0.002
"""Seconds of making rows before the window has its turn again."""


class MatchPanel(QScrollArea):
    """`pointed`, `jumped`, `fact_asked` and `have_asked` as of its rows."""

    pointed = Signal(object, bool)
    jumped = Signal(int)
    fact_asked = Signal(str)
    have_asked = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._icons = icons
        self._asked: tuple[Requirement, ...] = ()
        self._rows: dict[int, MatchRow] = {}
        self._explained: Explained | None = None
        self._lit: int | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("How your profile answers the offer"))
        self._score = label("score")
        self._of = label("muted", self.tr("of 100"))
        self._bar = StrengthBar(appearance)
        self._counts = label("small", wraps=True)
        self._says = label("muted", wraps=True)
        self._risen = label("good", wraps=True)
        self._quiet = label("muted", self.tr("Matching the offer with your profile"))
        self._sections = {level: _Section(level, look) for level in RequirementLevel}
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_some)
        self._waiting: Iterator[int] = iter(())
        self._arrange(look)
        self._take_look(look)
        self.forget()
        appearance.changed.connect(self._take_look)

    def forget(self) -> None:
        """Shows nothing: another offer comes."""
        self._making.stop()
        self._explained, self._asked, self._lit = None, (), None
        self._clear()
        for widget in (self._head, self._counts, self._says, self._risen, self._quiet):
            widget.hide()

    def say_waiting(self) -> None:
        """The match takes its time."""
        self._quiet.setVisible(self._explained is None)

    def say_risen(self, words: str) -> None:
        """What a fact that was added has changed."""
        self._risen.setText(breakable(words))
        self._risen.setAccessibleName(words)
        self._risen.show()
        self.ensureWidgetVisible(self._risen)

    def recover(self, words: str = "") -> None:
        """A fact could not be added, or answers nothing, as `words` say: it may be worded otherwise."""
        for row in self._rows.values():
            row.recover(words)

    def show_explained(self, explained: Explained) -> None:
        """Shows a match. Rows that ask for the same stay, and so does what the person is doing in them."""
        self._explained = explained
        self._quiet.hide()
        self._show_score(explained.match)
        asked = tuple(one.requirement for one in explained.match.requirements)
        if asked == self._asked:
            for number, row in self._rows.items():
                row.show_answered(explained.match.requirements[number], explained.facts)
            return
        self._asked = asked
        self._lit = None
        self._risen.hide()
        self._clear()
        order = sorted(range(len(asked)), key=lambda number: asked[number].level is not RequirementLevel.MUST)
        self._waiting = iter(order)
        self._making.start()

    def light(self, number: int | None, reveals: bool) -> None:
        """Lights a row; `reveals` scrolls it into view."""
        if number != self._lit:
            for one, lit in ((self._lit, False), (number, True)):
                if one is not None and (row := self._rows.get(one)):
                    row.set_lit(lit)
            self._lit = number
        if reveals and number is not None and (row := self._rows.get(number)):
            self.ensureWidgetVisible(row, 0, self._appearance.look.steps(4))

    def _make_some(self) -> None:
        """Makes rows for a few milliseconds: a hundred at once would stop the window."""
        end = time.perf_counter() + SLICE
        while self._explained is not None:
            number = next(self._waiting, None)
            if number is None:
                break
            answered = self._explained.match.requirements[number]
            row = MatchRow(number, self._appearance, self._icons)
            row.show_answered(answered, self._explained.facts)
            row.pointed.connect(self.pointed)
            row.jumped.connect(self.jumped)
            row.fact_asked.connect(self.fact_asked)
            row.have_asked.connect(self.have_asked)
            row.stepped.connect(self._step)
            self._rows[number] = row
            self._sections[answered.requirement.level].rows.add(row)
            if time.perf_counter() > end:
                return
        self._making.stop()

    def _step(self, by: int) -> None:
        shown = list(self._rows.values())
        at = next((place for place, row in enumerate(shown) if row is self.sender()), 0) + by
        if 0 <= at < len(shown):
            shown[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(shown[at])

    def _show_score(self, match: Match) -> None:
        counted = match.counts
        self._head.setVisible(counted)
        self._score.setText(str(match.score))
        self._head.setAccessibleName(self.tr("Match: {score} of 100").format(score=match.score))
        self._bar.show_share(match.score / 100)
        self._counts.setText(count_words(match))
        self._counts.setVisible(counted)
        if counted:
            times = weights().levels[RequirementLevel.MUST] / weights().levels[RequirementLevel.NICE]
            words = self.tr("Only facts of your profile raise it. A must counts {times} times a wish.").format(
                times=f"{times:g}"
            )
        elif match.requirements:
            words = self.tr(
                "What this offer asks for says nothing that a fact could answer, so there is no match to count."
            )
        else:
            words = self.tr(
                "No requirement was found in this offer, so there is nothing to match. Add them under Details."
            )
        self._says.setText(words)
        self._says.show()
        for level, section in self._sections.items():
            of_level = [one for one in match.requirements if one.requirement.level is level]
            met = sum(state_of(one) is State.MET for one in of_level)
            section.show_count(met, len(of_level))

    def _clear(self) -> None:
        for section in self._sections.values():
            section.rows.clear()
        self._rows = {}

    def _arrange(self, look: Look) -> None:
        self._head = QWidget()
        number = QHBoxLayout(self._head)
        number.setContentsMargins(0, 0, 0, 0)
        number.setSpacing(look.steps(1.5))
        number.addWidget(self._score)
        number.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        number.addSpacing(look.steps(2))
        number.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        inner = QWidget()
        inner.setProperty("role", "sunken")
        column = QVBoxLayout(inner)
        column.setContentsMargins(look.steps(5), look.steps(2), look.steps(4), look.steps(5))
        column.setSpacing(look.steps(1.5))
        for widget in (self._quiet, self._head, self._counts, self._says, self._risen):
            column.addWidget(widget)
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inner)

    def _take_look(self, look: Look) -> None:
        colours = look.colours
        self.setStyleSheet(
            f"QLabel[role='score'] {{ font-size: {look.px(34)}px; font-weight: 600; color: {colours.accent}; }}"
        )
        for row in self._rows.values():
            row.take_look()


class _Section(QWidget):
    """Must-haves or nice-to-haves: a head that counts them, and their rows."""

    def __init__(self, level: RequirementLevel, look: Look) -> None:
        super().__init__()
        self._level = level
        self._head = label("strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.steps(3), 0, 0)
        column.setSpacing(look.steps(1.5))
        column.addWidget(self._head)
        self.rows = RowStack(look.steps(1.5))
        column.addWidget(self.rows)

    def show_count(self, met: int, count: int) -> None:
        """How many of how many are met."""
        self.setVisible(count > 0)
        must = self._level is RequirementLevel.MUST
        words = self.tr("Must have: {met} of {count} met") if must else self.tr("Nice to have: {met} of {count} met")
        self._head.setText(words.format(met=met, count=count))
