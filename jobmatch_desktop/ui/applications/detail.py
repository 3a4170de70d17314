"""The application looked at: what it is for, whose, how far, what is noted of it, and what can be done with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.moments import day_words, moment_words
from jobmatch_desktop.ui.shared.naming import status_name
from jobmatch_desktop.ui.shared.theme import Look

OFFER_SHOWN = 300
"""Characters of the offer's beginning that are shown here."""
LINES_SHOWN = 7
NAME_SHOWN = 200
"""Characters of a title or company that are shown here."""


class Detail(QWidget):
    """`open_asked`, `coach_asked` and `delete_asked` are for the application shown; `status_chosen` and `noted` tell it with the new
    value."""

    open_asked = Signal(int)
    coach_asked = Signal(int)
    delete_asked = Signal()
    status_chosen = Signal(int, object)
    noted = Signal(int, str)

    def __init__(self, appearance: Appearance, icons: Icons, now: Callable[[], datetime]) -> None:
        super().__init__()
        look = appearance.look
        self._icons = icons
        self._now = now
        self._application: Application | None = None
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("The chosen application"))
        self.setMinimumWidth(look.px(280))
        self._title = label("title", wraps=True)
        self._where = label("muted", wraps=True)
        self._person = label("small", wraps=True)
        self._since = label("muted", wraps=True)
        self._status = ComboBox(self.tr("Status"), appearance, icons)
        self._status.setMinimumContentsLength(14)
        for status in ApplicationStatus:
            self._status.addItem(status_name(status), status)
        self._status.activated.connect(self._choose_status)
        self._offer = label("small", wraps=True)
        self._offer.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._notes = QPlainTextEdit()
        self._notes.setProperty("role", "field")
        self._notes.setAccessibleName(self.tr("Notes"))
        self._notes.setPlaceholderText(self.tr("What to remember of this application"))
        self._notes.setTabChangesFocus(True)
        self._notes.setMinimumHeight(look.px(96))
        self._notes.textChanged.connect(self._note)
        self._open = button(self.tr("Open"))
        self._open.setToolTip(self.tr("Open its documents (Enter)"))
        self._open.clicked.connect(self._ask_open)
        self._coach = button(self.tr("Coach"))
        self._coach.setToolTip(self.tr("Practise what to say for this offer"))
        self._coach.clicked.connect(self._ask_coach)
        self._delete = button(self.tr("Delete"), "quiet")
        self._delete.clicked.connect(self.delete_asked)
        self._arrange(look)
        self._take_look(look)
        appearance.changed.connect(self._take_look)

    def show_application(self, application: Application) -> None:
        """Shows an application. Notes being typed stay as they are typed."""
        other = self._application is None or self._application.id != application.id
        self._application = application
        offer = application.offer
        self._title.setText(_short(offer.title or self.tr("Untitled offer")))
        closes = self.tr("closes {deadline}").format(deadline=day_words(offer.deadline)) if offer.deadline else ""
        where = [part for part in (offer.company, offer.place, closes) if part]
        self._where.setText(_short(" · ".join(where)))
        self._where.setVisible(bool(where))
        self._person.setText(_short(application.person or self.tr("No name in the CV")))
        self._since.setText(
            self.tr("Added {added}, last touched {touched}").format(
                added=moment_words(application.created, self._now()),
                touched=moment_words(application.changed, self._now()),
            )
        )
        self._status.setCurrentIndex(self._status.findData(application.status))
        self._offer.setText(_beginning(offer.text))
        if other or not self._notes.hasFocus():
            self._show_notes(application.notes)

    def _show_notes(self, notes: str) -> None:
        if notes != self._notes.toPlainText():
            self._notes.blockSignals(True)
            self._notes.setPlainText(notes)
            self._notes.blockSignals(False)

    def _choose_status(self) -> None:
        if self._application is not None:
            self.status_chosen.emit(self._application.id, ApplicationStatus(self._status.currentData()))

    def _note(self) -> None:
        if self._application is not None:
            self.noted.emit(self._application.id, self._notes.toPlainText())

    def _ask_open(self) -> None:
        if self._application is not None:
            self.open_asked.emit(self._application.id)

    def _ask_coach(self) -> None:
        if self._application is not None:
            self.coach_asked.emit(self._application.id)

    def _arrange(self, look: Look) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(look.steps(3), look.steps(2.5), look.steps(3), look.steps(2.5))
        inside.addWidget(self._offer)
        whole = QWidget()
        whole.setProperty("role", "canvas")
        column = QVBoxLayout(whole)
        column.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(3))
        column.setSpacing(look.steps(1))
        column.addWidget(self._title)
        column.addWidget(self._where)
        column.addSpacing(look.steps(3))
        column.addWidget(self._status, 0, Qt.AlignmentFlag.AlignLeft)
        for heading, shown in (
            (self.tr("Person"), self._person),
            (self.tr("Offer"), card),
            (self.tr("Notes"), self._notes),
        ):
            column.addSpacing(look.steps(3))
            column.addWidget(_heading(heading, shown))
            column.addWidget(shown, 1 if shown is self._notes else 0)
        column.addSpacing(look.steps(1))
        column.addWidget(self._since)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        below = QHBoxLayout()
        below.setContentsMargins(look.steps(5), look.steps(2), look.steps(5), look.steps(4))
        below.setSpacing(look.steps(2))
        below.addWidget(self._open)
        below.addWidget(self._coach)
        below.addStretch(1)
        below.addWidget(self._delete)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(below)

    def _take_look(self, look: Look) -> None:
        self._delete.setIcon(self._icons.icon("delete", look.colours.muted))
        self._delete.setIconSize(QSize(look.px(16), look.px(16)))


def _heading(words: str, shown: QWidget) -> QLabel:
    made = label("muted", words)
    made.setBuddy(shown)
    return made


def _short(words: str) -> str:
    return breakable(words if len(words) <= NAME_SHOWN else words[: NAME_SHOWN - 1].rstrip() + "…")


def _beginning(text: str) -> str:
    lines = (" ".join(line.split()) for line in text[: 4 * OFFER_SHOWN].splitlines())
    kept = [line for line in lines if line]
    words = "\n".join(kept[:LINES_SHOWN])
    if len(words) <= OFFER_SHOWN and len(text) <= 4 * OFFER_SHOWN and len(kept) <= LINES_SHOWN:
        return breakable(words)
    if len(words) <= OFFER_SHOWN:
        return breakable(words) + " …"
    return breakable(words[:OFFER_SHOWN].rsplit(" ", 1)[0].rstrip() + " …")
