"""Which names of skills are recognised, by language, and ESCO's own file for one more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.skill_list import SkillList
from jobmatch_desktop.ui.settings.rows import NAMES
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.numbers import number
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text


class SkillsSection(QFrame):
    """`add_asked` tells a file, `drop_asked` the language of a list that is to go."""

    add_asked = Signal(object)
    drop_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self._look = look
        self._folder = str(Path.home())
        self._lists = QWidget()
        self._grid = QGridLayout(self._lists)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.steps(4))
        self._grid.setVerticalSpacing(look.steps(1.5))
        self._grid.setColumnMinimumWidth(0, look.px(NAMES))
        self._grid.setColumnStretch(1, 1)
        self.add = button(self.tr("Add a language…"))
        self._says = label("muted", wraps=True)
        self._fault = label("bad", wraps=True)
        self._fault.hide()
        explained = self.tr(
            "Offers, CVs and documents are read by the names that ESCO, the European Commission’s classification, has for skills. "
            "Its site, esco.ec.europa.eu, gives them in 28 languages: download the skills as CSV, and add the file named skills or drop it "
            "here."
        )
        row = QHBoxLayout()
        row.setSpacing(look.steps(3))
        row.addWidget(self.add)
        row.addWidget(self._says, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(4), look.steps(4), look.steps(4), look.steps(4))
        column.setSpacing(look.steps(3))
        column.addWidget(label("muted", explained, wraps=True))
        column.addWidget(self._lists)
        column.addLayout(row)
        column.addWidget(self._fault)
        self.add.clicked.connect(self._choose)

    def show_lists(self, lists: Sequence[SkillList]) -> None:
        """Shows the lists as they are now."""
        had = self.focusWidget()
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                if widget is had:
                    self.add.setFocus(Qt.FocusReason.OtherFocusReason)
                widget.hide()
                widget.deleteLater()
        for row, one in enumerate(lists):
            self._add_row(row, one)

    def show_reading(self, reads: bool) -> None:
        """A file is being read, or is not any more."""
        if reads:
            self._say("", "")
        allow(self.add, self.tr("A file is being read.") if reads else "")
        self._says.setText(self.tr("Reading the file…") if reads else "")

    def show_added(self, added: SkillList) -> None:
        """A file was taken."""
        words = self.tr("Added: {language}. Matches and marks follow it from now on.")
        self._say(words.format(language=self._name(added)), "")

    def refuse(self, trouble: Trouble) -> None:
        """A file was not taken: says why. What was there stays."""
        self._say("", trouble_text(trouble))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and self.add.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.add_asked.emit(path)

    def _add_row(self, row: int, one: SkillList) -> None:
        name = self._name(one)
        shown = label("", name)
        shown.setMinimumHeight(self._look.px(28))
        self._grid.addWidget(shown, row, 0)
        self._grid.addWidget(label("muted" if one.skills else "bad", self._words(one), wraps=True), row, 1)
        if one.added:
            remove = button(self.tr("Remove"), "slim", accessible=self.tr("Remove {language}").format(language=name))
            remove.setObjectName(one.language)
            remove.clicked.connect(self._drop)
            self._grid.addWidget(remove, row, 2)
            QWidget.setTabOrder(self._last_button(row), remove)
            QWidget.setTabOrder(remove, self.add)

    def _last_button(self, before: int) -> QWidget:
        """The button of the row above, else what stands before the section."""
        for row in reversed(range(before)):
            item = self._grid.itemAtPosition(row, 2)
            if item is not None and isinstance(made := item.widget(), QPushButton):
                return made
        return self.add.previousInFocusChain() or self.add

    def _name(self, one: SkillList) -> str:
        if not one.language:
            return self.tr("Another language")
        known = {"en": self.tr("English"), "fr": self.tr("French")}
        own = QLocale(one.language).nativeLanguageName()
        return known.get(one.language) or own[:1].upper() + own[1:] or one.language

    def _words(self, one: SkillList) -> str:
        if not one.skills:
            return self.tr("This list is damaged: add its file again, or remove it.")
        if one.added:
            return self.tr("{count} skills, added by you").format(count=number(one.skills))
        if one.language == "en":
            return self.tr("{count} skills: all of ESCO").format(count=number(one.skills))
        return self.tr("{count} names of the commonest skills").format(count=number(one.skills))

    def _drop(self) -> None:
        self._say("", "")
        self.drop_asked.emit(self.sender().objectName())

    def _choose(self) -> None:
        dialog = file_dialog(self, self.tr("Choose ESCO’s skills"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Lists of skills ({endings})").format(endings="*.csv"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self.add_asked.emit(Path(path))

    def _say(self, words: str, fault: str) -> None:
        self._says.setText(words)
        self._fault.setText(breakable(fault))
        self._fault.setAccessibleName(fault)
        self._fault.setVisible(bool(fault))
