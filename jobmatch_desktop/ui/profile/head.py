"""The head of the profile's page: whose profile it is, undo and redo, and what can be done with the whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.page_frame import HEAD
from jobmatch_desktop.ui.shared.theme import Look

if TYPE_CHECKING:
    from jobmatch_desktop.services.profiles import ProfileSummary

LONGEST = 60


class ProfileHead(QWidget):
    """Each signal is something that the person asks for; `profile_chosen` tells a kept profile."""

    profile_chosen = Signal(int)
    undone = Signal()
    redone = Signal()
    import_asked = Signal()
    new_asked = Signal()
    export_asked = Signal()
    removal_asked = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setProperty("role", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.people = ComboBox(self.tr("Whose profile"), appearance, icons)
        self.people.setMinimumContentsLength(16)
        self.people.activated.connect(lambda place: self.profile_chosen.emit(self.people.itemData(place)))
        self.undo = self._tool(self.tr("Undo"), "Ctrl+Z")
        self.redo = self._tool(self.tr("Redo"), "Ctrl+Shift+Z")
        self.more = self._tool(self.tr("New profile, export, delete"))
        self._import = button(self.tr("Import a CV"))
        self._state = label("bad")
        self.undo.clicked.connect(self.undone)
        self.redo.clicked.connect(self.redone)
        self.more.clicked.connect(self._show_menu)
        self._import.clicked.connect(self.import_asked)
        look = appearance.look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(5), 0, look.steps(5), 0)
        row.setSpacing(look.steps(2))
        row.addWidget(label("title", self.tr("Profile")))
        row.addSpacing(look.steps(2))
        row.addWidget(self.people)
        row.addStretch(1)
        for made in (self._state, self.undo, self.redo, self._import, self.more):
            row.addWidget(made)
        self._take_look(look)
        appearance.changed.connect(self._take_look)
        self.show_profiles((), None)

    def show_profiles(self, profiles: Sequence["ProfileSummary"], present: int | None) -> None:
        """Offers these profiles, of which one is open."""
        self.people.clear()
        for found in profiles:
            name = found.name or self.tr("Without a name")
            words = f"{name} · {found.label}" if _named_twice(name, profiles) and found.label else name
            self.people.addItem(words[:LONGEST], found.kept)
        self.people.setCurrentIndex(self.people.findData(present))
        for made in (self.people, self.undo, self.redo, self._import):
            made.setVisible(present is not None)

    def show_steps(self, may_undo: bool, may_redo: bool, unsaved: bool) -> None:
        """What can be undone, and whether all is saved."""
        self.undo.setEnabled(may_undo)
        self.redo.setEnabled(may_redo)
        self._state.setText(self.tr("Not saved") if unsaved else "")

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("New profile")).triggered.connect(self.new_asked)
        if self.people.currentIndex() >= 0:
            menu.addAction(self.tr("Export as JSON Resume")).triggered.connect(self.export_asked)
            menu.addSeparator()
            menu.addAction(self.tr("Delete this profile")).triggered.connect(self.removal_asked)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _tool(self, words: str, keys: str = "") -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "quiet")
        made.setAccessibleName(words)
        made.setToolTip(f"{words} ({keys})" if keys else words)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _take_look(self, look: Look) -> None:
        self.setFixedHeight(look.px(HEAD))
        for made, icon in ((self.undo, "undo"), (self.redo, "redo"), (self.more, "more")):
            made.setIcon(self._icons.icon(icon, look.colours.muted))
            made.setIconSize(QSize(look.px(look.size.icon), look.px(look.size.icon)))


def _named_twice(name: str, profiles: Sequence["ProfileSummary"]) -> bool:
    return sum(found.name == name for found in profiles) > 1
