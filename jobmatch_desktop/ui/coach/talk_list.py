"""The talks of an application on screen: chosen, begun, deleted."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QMessageBox, QVBoxLayout, QWidget

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.conversation import Conversation, TalkKind
from jobmatch_desktop.ui.coach.talks import Talks
from jobmatch_desktop.ui.coach.words import beginning_words, kind_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel
from jobmatch_desktop.ui.shared.moments import moment_words
from jobmatch_desktop.ui.shared.theme import Look


class _List(QListWidget):
    """Delete asks to delete the talk looked at."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class TalkList(QWidget):
    """`application_chosen` tells an id or None; `opened` and `deleted` a talk; `begun` a kind."""

    application_chosen = Signal(object)
    opened = Signal(int)
    begun = Signal(object)
    deleted = Signal(int)

    def __init__(self, appearance: Appearance, icons: Icons, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._appearance = appearance
        self._icons = icons
        self._now = now
        self._talks: Talks | None = None
        self._box: QMessageBox | None = None
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.application = ComboBox(self.tr("Application"), appearance, icons)
        self.application.setMinimumContentsLength(12)
        self.application.activated.connect(self._choose)
        self.new = button(self.tr("New talk"))
        self.menu = QMenu(self)
        self._kinds = {kind: self.menu.addAction(kind_words(kind)) for kind in TalkKind}
        for kind, action in self._kinds.items():
            action.triggered.connect(lambda _on=False, kind=kind: self.begun.emit(kind))
        self.menu.setToolTipsVisible(True)
        self.new.setMenu(self.menu)
        self.delete = button(self.tr("Delete…"), "quiet", accessible=self.tr("Delete the talk"))
        self.delete.clicked.connect(self._ask_to_delete)
        self.list = _List()
        self.list.setProperty("role", "talks")
        self.list.setAccessibleName(self.tr("Talks"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.currentRowChanged.connect(self._open)
        self.list.delete_pressed.connect(self._ask_to_delete)
        self._arrange(appearance.look)

    def show_talks(self, talks: Talks) -> None:
        """Shows what there is now."""
        before, self._talks = self._talks, talks
        if before is None or before.applications != talks.applications or before.application != talks.application:
            self._fill_applications(talks)
        self._fill_list(talks)
        why_not = "" if talks.application is not None else self.tr("Choose an application first.")
        self._kinds[TalkKind.INTERVIEW].setEnabled(not why_not)
        self._kinds[TalkKind.INTERVIEW].setToolTip(why_not)
        allow(self.delete, "" if talks.conversation is not None else self.tr("There is no talk to delete."))

    def _fill_applications(self, talks: Talks) -> None:
        self.application.clear()
        self.application.addItem(self.tr("No application"), None)
        for one in talks.applications:
            self.application.addItem(_offer_words(one, self.tr("Untitled offer")), one.id)
        self.application.setCurrentIndex(max(0, self.application.findData(talks.application)))
        self.application.setToolTip(self.application.currentText())

    def _fill_list(self, talks: Talks) -> None:
        self.list.blockSignals(True)
        while self.list.count() > len(talks.conversations):
            self.list.takeItem(self.list.count() - 1)
        for place, one in enumerate(talks.conversations):
            if place == self.list.count():
                item = QListWidgetItem()
                self.list.addItem(item)
                self.list.setItemWidget(item, _Row(self._appearance.look))
            item = self.list.item(place)
            when = moment_words(one.changed, self._now())
            if one.id in talks.answering:
                when = self.tr("answering")
            row = self.list.itemWidget(item)
            assert isinstance(row, _Row)
            row.say(kind_words(one.kind), when, beginning_words(one.begins))
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind_words(one.kind)}, {when}: {one.begins[:80]}")
            item.setSizeHint(QSize(0, row.sizeHint().height()))
        places = [place for place, one in enumerate(talks.conversations) if one.id == talks.conversation]
        self.list.setCurrentRow(places[0] if places else -1)
        self.list.blockSignals(False)

    def _choose(self) -> None:
        self.application_chosen.emit(self.application.currentData())

    def _open(self, place: int) -> None:
        if self._talks is not None and 0 <= place < len(self._talks.conversations):
            self.opened.emit(self._talks.conversations[place].id)

    def _ask_to_delete(self) -> None:
        talks = self._talks
        if talks is None or talks.conversation is None or self._box is not None:
            return
        talk = next((one for one in talks.conversations if one.id == talks.conversation), None)
        if talk is not None:
            self._ask(talk)

    def _ask(self, talk: Conversation) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete the talk"))
        begins = breakable(beginning_words(talk.begins))
        box.setText(self.tr("Delete this talk?\n{kind}: {begins}").format(kind=kind_words(talk.kind), begins=begins))
        box.setInformativeText(self.tr("All that was said in it goes. Successes and pitches that you kept of it stay."))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(lambda: self.deleted.emit(talk.id))
        box.finished.connect(self._asked)
        self._box = box
        box.open()

    def _asked(self) -> None:
        self._box = None

    def _arrange(self, look: Look) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.new, 1)
        below.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(3), look.steps(3), look.steps(3))
        column.setSpacing(look.steps(2))
        column.addWidget(self.application)
        column.addLayout(below)
        column.addWidget(self.list, 1)


class _Row(QWidget):
    """A talk where they are listed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind = ElidedLabel("strong")
        self._when = ElidedLabel("muted")
        self._begins = ElidedLabel("muted")
        head = QHBoxLayout()
        head.setSpacing(look.steps(2))
        head.addWidget(self._kind, 1)
        head.addWidget(self._when)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(2.5), look.steps(2), look.steps(2.5), look.steps(2))
        column.setSpacing(look.steps(0.5))
        column.addLayout(head)
        column.addWidget(self._begins)

    def say(self, kind: str, when: str, begins: str) -> None:
        """Shows a talk."""
        self._kind.set_words(kind)
        self._when.set_words(when)
        self._begins.set_words(begins)


def _offer_words(application: Application, untitled: str) -> str:
    parts = (application.offer.title or untitled, application.offer.company)
    return " · ".join(part for part in parts if part)[:200]
