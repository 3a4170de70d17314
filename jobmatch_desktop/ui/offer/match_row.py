"""One requirement: how far it is met, by which facts, or what to do where it is not."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from jobmatch_desktop.domain.offer import RequirementLevel
from jobmatch_desktop.evidence.matching import Answered
from jobmatch_desktop.evidence.matching_told import FactLine
from jobmatch_desktop.services.matching import lines_for
from jobmatch_desktop.ui.offer.have_form import HaveForm
from jobmatch_desktop.ui.offer.line_button import LineButton
from jobmatch_desktop.ui.offer.match_words import State, level_words, state_of, strength_words
from jobmatch_desktop.ui.offer.strength_bar import StrengthBar
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label

FACTS = 2
"""Facts that are shown before the person asks for all."""


class MatchRow(QFrame):
    """`pointed` tells its number, or None when it is left, and whether by the keyboard; `jumped` its number; `fact_asked` a fact's
    id; `have_asked` the `ProfileFact` of "I have this"; `stepped` -1 or 1 for the row before or after."""

    pointed = Signal(object, bool)
    jumped = Signal(int)
    fact_asked = Signal(str)
    have_asked = Signal(object)
    stepped = Signal(int)

    def __init__(self, number: int, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._icons = icons
        self.number = number
        self._told: tuple[Answered, tuple[FactLine, ...]] | None = None
        self._all = False
        self._form: HaveForm | None = None
        self._lit = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sign = QLabel()
        self._sign.setFixedSize(look.px(16), look.px(18))
        self._text = label("", wraps=True)
        self._bar = StrengthBar(appearance, 48)
        self._strength = label("muted", wraps=True)
        self._missing = label("small", wraps=True)
        self._have = button(self.tr("I have this"), "slim")
        self._have.clicked.connect(self._open_form)
        top = QHBoxLayout()
        top.setSpacing(look.steps(2))
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._text, 1)
        how = QHBoxLayout()
        how.setSpacing(look.steps(2))
        how.addWidget(self._bar)
        how.addWidget(self._strength, 1)
        how.addWidget(self._have, 0, Qt.AlignmentFlag.AlignTop)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self._under = QVBoxLayout()
        self._under.setContentsMargins(look.px(16) + look.steps(2), 0, 0, 0)
        self._under.setSpacing(look.steps(1))
        self._under.addLayout(how)
        self._under.addLayout(self._facts)
        self._under.addWidget(self._missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(2.5), look.steps(2), look.steps(2.5), look.steps(2))
        column.setSpacing(look.steps(1))
        column.addLayout(top)
        column.addLayout(self._under)

    def show_answered(self, answered: Answered, facts: Mapping[str, FactLine]) -> None:
        """Shows how a requirement is answered; nothing is drawn anew where that is as before."""
        # A language and its level are two facts and one line.
        lines = {(line.text, line.within): line for fact in answered.facts if (line := facts.get(fact))}
        told = (answered, tuple(lines.values()))
        if told == self._told:
            return
        self._told = told
        self._close_form()
        state = state_of(answered)
        words = strength_words(answered)
        self._text.setText(breakable(answered.requirement.text))
        self._strength.setText(words)
        self._bar.setVisible(state is not State.UNCLEAR)
        self._bar.show_share(answered.strength, state.colour)
        part = answered.facts and answered.missing
        said = self.tr("No fact for: {words}").format(words=", ".join(answered.missing)) if part else ""
        self._missing.setText(breakable(said))
        self._missing.setVisible(bool(said))
        self._have.setVisible(bool(lines_for(answered)))
        text = answered.requirement.text
        self._have.setAccessibleName(self.tr("I have this: {requirement}").format(requirement=text))
        self.setAccessibleName(f"{level_words(answered.requirement.level)}: {text}")
        self.setAccessibleDescription(" ".join(part for part in (words, said) if part))
        self.setToolTip("" if answered.requirement.at else self.tr("You added this: it is not in the offer's words"))
        self._show_facts()
        self.take_look()

    def level(self) -> RequirementLevel | None:
        """How much it is asked for."""
        return self._told[0].requirement.level if self._told else None

    def set_lit(self, lit: bool) -> None:
        """Whether the row is shown as the one whose words are lit."""
        if self._lit != lit:
            self._lit = lit
            self.update()

    def is_lit(self) -> bool:
        """Whether it is."""
        return self._lit

    def take_look(self) -> None:
        """Draws its signs in the present look."""
        if self._told is None:
            return
        look = self._appearance.look
        state = state_of(self._told[0])
        icon = self._icons.icon(state.icon, getattr(look.colours, state.colour))
        self._sign.setPixmap(icon.pixmap(look.px(16), look.px(16)))
        self.update()

    def recover(self, words: str = "") -> None:
        """What was asked for did not come about, or changed nothing here, as `words` say."""
        if self._form is not None:
            self._form.recover(words)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.number, False)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        # Who comes by a click, or because something else was hidden, did not ask for this row.
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.pointed.emit(self.number, True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.jumped.emit(self.number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its own ground and ring: a style sheet would lay the row out anew whenever it is lit."""
        look = self._appearance.look
        ring = look.px(look.space.ring) if self.hasFocus() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.colours.accent if self._lit or self.hasFocus() else look.colours.line), ring))
        painter.setBrush(QColor(look.colours.accent_soft if self._lit else look.colours.surface))
        radius, inset = look.px(look.space.radius), ring / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.jumped.emit(self.number)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)

    def _show_facts(self) -> None:
        assert self._told is not None
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        lines = self._told[1]
        shown = lines if self._all or len(lines) <= FACTS + 1 else lines[:FACTS]
        for line in shown:
            words = f"{line.text} · {line.within}" if line.within else line.text
            made = LineButton(words, self.tr("Show this fact in your profile"), self._appearance, self._icons)
            made.setObjectName(line.id)
            made.clicked.connect(self._open_fact)
            self._facts.addWidget(made)
        if len(shown) < len(lines):
            count = len(lines) - len(shown)
            more = button(self.tr("{count} more facts").format(count=count), "quiet")
            more.clicked.connect(self._show_all)
            self._facts.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all = True
        self._show_facts()
        self.setFocus()

    def _open_fact(self) -> None:
        self.fact_asked.emit(self.sender().objectName())

    def _open_form(self) -> None:
        if self._told is None or self._form is not None:
            return
        self._form = HaveForm(lines_for(self._told[0]), self._appearance)
        self._form.added.connect(self.have_asked)
        self._form.closed.connect(self._give_up)
        self._under.addWidget(self._form)
        self._have.hide()
        self._form.focus_first()

    def _give_up(self) -> None:
        self._close_form()
        self._have.show()
        self._have.setFocus()

    def _close_form(self) -> None:
        if self._form is not None:
            if self._form.isAncestorOf(self.focusWidget() or self):
                self.setFocus()
            self._form.hide()
            self._form.deleteLater()
            self._form = None
