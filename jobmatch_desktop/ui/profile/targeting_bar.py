"""The bar that says what of the profile is shown: everything, or what is for one kind of job."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMessageBox, QToolButton, QVBoxLayout, QWidget

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.ui.profile.name_dialog import NameDialog
from jobmatch_desktop.ui.profile.targeting_choice import TargetingChoice
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.theme import Look

ICON = 16


class TargetingBar(QWidget):
    """`chosen` tells the id (None: everything); `added` and `renamed` a name; `removed` is of the one that is chosen."""

    chosen = Signal(object)
    added = Signal(str)
    renamed = Signal(str)
    removed = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._appearance = appearance
        self._icons = icons
        self._present: Targeting | None = None
        self.setProperty("role", "canvas")
        self.choice = TargetingChoice(appearance, icons)
        self.choice.chosen.connect(self.chosen)
        self._add = self._button(self.tr("New choice for a kind of job"), self.ask_new)
        self._more = self._button(self.tr("Rename or delete this choice"), self._show_menu)
        self._used = ElidedLabel("muted")
        self._hint = label(
            "muted",
            self.tr("Choose what is shown and drag to order it. To change the words, go back to Everything."),
            wraps=True,
        )
        look = appearance.look
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.steps(1.5))
        show = label("muted", self.tr("Show:"))
        show.setBuddy(self.choice)
        for made in (show, self.choice, self._add, self._more):
            row.addWidget(made)
        row.addSpacing(look.steps(2))
        row.addWidget(self._used, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(5), 0, look.steps(5), 0)
        column.setSpacing(look.steps(1))
        column.addLayout(row)
        column.addWidget(self._hint)
        self._hint.hide()
        self._more.hide()
        self._take_look(look)
        appearance.changed.connect(self._take_look)

    def show_targetings(self, targetings: Sequence[Targeting], present: int | None) -> None:
        """Offers these, of which one is chosen."""
        self.choice.show_targetings(targetings, present)
        self._present = next((found for found in targetings if found.id == present), None)
        self._more.setVisible(self._present is not None)
        self._hint.setVisible(self._present is not None)
        self._used.set_words("")

    def show_used(self, applications: Sequence[Application]) -> None:
        """Says where the chosen one is used."""
        names = [found.offer.title or found.offer.company or self.tr("untitled") for found in applications]
        if not names:
            self._used.set_words(self.tr("No application uses it yet."))
        elif len(names) == 1:
            self._used.set_words(self.tr("Used for: {name}").format(name=names[0]))
        else:
            words = self.tr("Used for {count} applications: {names}")
            self._used.set_words(words.format(count=len(names), names=", ".join(names)))

    def ask_new(self) -> None:
        """Asks for the name of a new one."""
        dialog = NameDialog(
            self.window(),
            self._appearance.look,
            self.tr("New choice"),
            self.tr("For which kind of job is it? For example: teaching, backend."),
            self.tr("Make"),
        )
        dialog.named.connect(self.added)
        dialog.open()

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename")).triggered.connect(self._ask_name)
        menu.addAction(self.tr("Delete")).triggered.connect(self._ask_to_remove)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _ask_name(self) -> None:
        if self._present is None:
            return
        dialog = NameDialog(
            self.window(),
            self._appearance.look,
            self.tr("Rename"),
            self.tr("For which kind of job is it?"),
            self.tr("Rename"),
            self._present.name,
        )
        dialog.named.connect(self.renamed)
        dialog.open()

    def _ask_to_remove(self) -> None:
        if self._present is None:
            return
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete this choice"))
        box.setText(self.tr("Delete “{name}”?").format(name=breakable(self._present.name)))
        box.setInformativeText(
            self.tr("Your profile keeps all its lines. Applications that use it show the whole profile again.")
        )
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(self.removed)
        box.open()

    def _button(self, words: str, act) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "quiet")
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(act)
        return made

    def _take_look(self, look: Look) -> None:
        for made, icon in ((self._add, "add"), (self._more, "more")):
            made.setIcon(self._icons.icon(icon, look.colours.muted))
            made.setIconSize(QSize(look.px(ICON), look.px(ICON)))
