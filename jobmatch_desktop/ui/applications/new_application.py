"""Asks for a new application: the offer, pasted, from a file or a page, and the CV it is answered with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile_errors import EmptyOffer
from jobmatch_desktop.ui.applications.adding import Adding
from jobmatch_desktop.ui.applications.already_there import AlreadyThere
from jobmatch_desktop.ui.applications.offer_reading import OfferReading
from jobmatch_desktop.ui.applications.offer_source import OfferSource
from jobmatch_desktop.ui.applications.profile_choice import ProfileChoice
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button, buttons_below
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.moments import day_words
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class NewApplicationDialog(QDialog):
    """Shown with `open()`. `added` tells the application's id, of several that of the first, or of one that is there already and is
    wanted instead. What was pasted can be had back with `draft` after a cancel."""

    added = Signal(int)

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        appearance: Appearance,
        icons: Icons,
        draft: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        look = appearance.look
        self.setWindowTitle(self.tr("Add an offer"))
        self.resize(look.px(720), look.px(660))
        self.setAcceptDrops(True)
        self._adding = Adding(services, engine, background, self)
        self._reading = OfferReading(services, engine, background, self)
        self._typed: set[QLineEdit] = set()
        self._source = OfferSource(engine, background, appearance)
        self._offer = self._source.field
        self._there = AlreadyThere(appearance)
        self._title = self._field(self.tr("Title"), "title")
        self._company = self._field(self.tr("Company"), "company")
        self._found = ElidedLabel("muted")
        self.profile = ProfileChoice(services, engine, background, appearance, icons)
        self._fault = label("bad", wraps=True)
        self._fault.hide()
        self._add = button(self.tr("Add"), "primary")
        self._add.setDefault(True)
        self._cancel = button(self.tr("Cancel"))
        self._arrange(appearance)
        self._source.changed.connect(self._offer_changed)
        self._reading.read.connect(self._show_read)
        self._reading.same.connect(self._show_same)
        self._there.opened.connect(self._done)
        self.profile.changed.connect(self._allow)
        self._adding.added.connect(self._done)
        self._adding.refused.connect(self._refuse)
        self._add.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._ask)
        self._offer.setPlainText(draft)
        self._allow()
        self._offer.setFocus()

    def draft(self) -> str:
        """The offer's text as it stands."""
        return self._offer.toPlainText()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.profile.dropEvent(event)

    def done(self, result: int) -> None:
        self._reading.stop()
        self._source.stop()
        super().done(result)

    def _offer_changed(self) -> None:
        self._reading.take(self._source.text(), self._source.found())
        self._fault.hide()
        self._allow()

    def _show_read(self, offer: Offer | None) -> None:
        found = offer or Offer(text="")
        for field, words in ((self._title, found.title), (self._company, found.company)):
            if field not in self._typed:
                field.setText(words)
                field.setCursorPosition(0)
        closes = self.tr("closes {deadline}").format(deadline=day_words(found.deadline)) if found.deadline else ""
        parts = " · ".join(part for part in (found.place, closes) if part)
        self._found.set_words(self.tr("Also read: {parts}").format(parts=parts) if parts else "")

    def _show_same(self, applications: tuple[Application, ...]) -> None:
        self._there.show_same(applications)
        self._name_add()

    def _name_add(self) -> None:
        count = len(self._source.chosen())
        words = self.tr("Add it all the same") if self._there.isVisibleTo(self) else self.tr("Add")
        if count > 1:
            words = self.tr("Add {count} offers").format(count=count)
        self._add.setText(words)
        self._add.setAccessibleName(words)

    def _allow(self) -> None:
        why_not = ""
        self._name_add()
        several = self._source.several()
        for field in (self._title, self._company):
            allow(field, self.tr("It can be changed once the offers are added") if several else "")
        if self._source.is_empty():
            why_not = self.tr("Paste the text of an offer first")
        elif self._source.several() and not self._source.chosen():
            why_not = self.tr("Tick an offer first")
        elif self.profile.profile() is None:
            why_not = self.tr("Choose a CV first")
        allow(self._add, why_not)

    def _ask(self) -> None:
        profile = self.profile.profile()
        if self._add.isEnabled() and profile is not None:
            allow(self._add, self.tr("The application is being made"))
            self._fault.hide()
            if self._source.several():
                self._adding.add_all(profile, self._source.chosen())
            else:
                self._adding.add(profile, self.draft(), self._title.text(), self._company.text(), self._source.found())

    def _done(self, application: int) -> None:
        self.accept()
        self.added.emit(application)

    def _refuse(self, trouble: Trouble) -> None:
        self._allow()
        words = trouble_text(trouble)
        self._fault.setText(breakable(words))
        self._fault.setAccessibleName(words)
        self._fault.show()
        if trouble.kind == EmptyOffer.__name__:
            self._offer.setFocus()

    def _field(self, name: str, key: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(key)
        made.setAccessibleName(name)
        made.setPlaceholderText(self.tr("Read from the offer"))
        made.textEdited.connect(self._take_typing)
        return made

    def _take_typing(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit):
            # An emptied field is filled from the offer again.
            (self._typed.add if field.text() else self._typed.discard)(field)

    def _arrange(self, appearance: Appearance) -> None:
        look = appearance.look
        names = QHBoxLayout()
        names.setSpacing(look.steps(3))
        for words, field in ((self.tr("Title"), self._title), (self.tr("Company"), self._company)):
            cell = QVBoxLayout()
            cell.setSpacing(look.steps(1))
            named = label("muted", words)
            named.setBuddy(field)
            cell.addWidget(named)
            cell.addWidget(field)
            names.addLayout(cell, 3 if field is self._title else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(6), look.steps(5), look.steps(6), look.steps(5))
        column.setSpacing(look.steps(2))
        column.addWidget(label("strong", self.tr("Offer")))
        column.addWidget(self._source, 1)
        column.addLayout(names)
        column.addWidget(self._found)
        column.addWidget(self._there)
        column.addSpacing(look.steps(1))
        column.addWidget(label("strong", self.tr("CV to answer it with")))
        column.addWidget(self.profile)
        column.addWidget(self._fault)
        column.addSpacing(look.steps(1))
        column.addLayout(buttons_below(look.steps(2), self._cancel, self._add))
