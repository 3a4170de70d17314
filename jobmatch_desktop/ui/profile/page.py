"""The page of the profile: its sections down the page, each line a fact that is edited in place."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.ui.late_pages import LatePage
from jobmatch_desktop.ui.profile.canvas import Canvas
from jobmatch_desktop.ui.profile.empty import Empty
from jobmatch_desktop.ui.profile.head import ProfileHead
from jobmatch_desktop.ui.profile.import_bar import ImportBar
from jobmatch_desktop.ui.profile.name_dialog import NameDialog
from jobmatch_desktop.ui.profile.origin_pane import OriginPane
from jobmatch_desktop.ui.profile.outline import Outline
from jobmatch_desktop.ui.profile.presenter import ProfilePresenter, Shown
from jobmatch_desktop.ui.profile.rows import Row, empty_sections
from jobmatch_desktop.ui.profile.targeting_bar import TargetingBar
from jobmatch_desktop.ui.profile.words import section_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.file_dialog import file_dialog
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

NARROW = 860
"""Pixels of width at 100 % under which the outline is not shown."""
WIDE = 1360
"""Those with the file beside the lines."""


class ProfilePage(LatePage):
    """`import_asked` tells a file that is to be imported."""

    import_asked = Signal(object)

    def __init__(self, services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._appearance = appearance
        self._folder = ""
        self._name = ""
        self._box: QMessageBox | None = None
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.presenter = ProfilePresenter(services, engine)
        self.notice = Notice(appearance, icons)
        self.imports = ImportBar(services, engine, self.presenter.background, appearance, icons)
        self.head = ProfileHead(appearance, icons)
        self.targeting = TargetingBar(appearance, icons)
        self.outline = Outline(appearance.look)
        self.add_section = button(self.tr("Add a section"), "slim")
        self.canvas = Canvas(appearance, icons, self.presenter.origin)
        self.file = OriginPane(services, engine, self.presenter.background, appearance)
        self.empty = Empty(appearance.look)
        self._pages = QStackedWidget()
        self._beside = QWidget()
        self._arrange()
        self._connect()

    def show_fact(self, kept: int, fact_path: str) -> None:
        """Opens a profile, scrolls to a line of it (a path as in evidence/facts) and marks it."""
        self.presenter.open(kept, fact_path)

    def open(self, kept: int) -> None:
        """Opens a profile: it may have just been imported."""
        self.presenter.open(kept)
        self.presenter.look()

    def set_origins(self, origins: Mapping[str, str]) -> None:
        """Where lines of the profile that is open came from, by their paths, in words."""
        self.presenter.set_origins(origins)

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        self.presenter.take_events(events)

    async def flush(self) -> bool:
        """Before the program ends: saves what is typed. Whether the disk has all of it when it returns."""
        self.canvas.keep()
        return await self.presenter.flush()

    async def wind_up(self) -> None:
        """Before the program ends: what is typed is on the disk when it returns, where the disk takes it."""
        self.canvas.keep()
        await self.presenter.wind_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.look()
        self.imports.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.canvas.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The outline is there where the lines have room all the same."""
        wanted = WIDE if self.file.toggle.isChecked() else NARROW
        self._beside.setVisible(self.width() >= self._appearance.look.px(wanted))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.import_asked.emit(path)

    # What is shown

    def _show(self, shown: Shown | None) -> None:
        if shown is None:
            self._pages.setCurrentWidget(self.empty)
            if self.isVisible():
                self.empty.first.setFocus()
            return
        self.outline.show_rows(shown.rows)
        self.head.show_steps(shown.may_undo, shown.may_redo, shown.unsaved)
        self._pages.setCurrentIndex(0)
        self.canvas.show_profile(shown)
        self.add_section.setVisible(shown.targeting is None and bool(empty_sections(shown.rows)))
        name = next((cell.text for row in shown.rows for cell in row.cells if cell.path == "basics/name"), "")
        self._name = name or self.tr("Profile")

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(breakable(trouble_text(trouble)))

    # Editing

    def _add_entry(self, section: str) -> None:
        self.canvas.edit(self.presenter.add_entry(section))

    def _add_line(self, list_path: str, place: int) -> None:
        self.canvas.edit(self.presenter.add_line(list_path, place))

    def _split(self, row: Row, before: str, after: str) -> None:
        self.canvas.edit(self.presenter.split(row, before, after), at_start=True)

    def _show_sections(self) -> None:
        if not self.add_section.isVisible():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in empty_sections(self.canvas.shown.rows if self.canvas.shown else ()):
            menu.addAction(section_words(key)).triggered.connect(lambda _checked, key=key: self._add_entry(key))
        menu.popup(self.add_section.mapToGlobal(self.add_section.rect().bottomLeft()))

    # The whole profile

    def ask_file(self) -> None:
        """Asks for a file to import."""
        dialog = file_dialog(self, self.tr("Choose a CV"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def ask_name(self) -> None:
        """Asks for the name of a new profile."""
        dialog = NameDialog(
            self.window(),
            self._appearance.look,
            self.tr("New profile"),
            self.tr("What is your name?"),
            self.tr("Begin"),
        )
        dialog.named.connect(self.presenter.begin)
        dialog.open()

    def _ask_where(self) -> None:
        if self.presenter.present is None:
            return
        dialog = file_dialog(self, self.tr("Export as JSON Resume"), self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{self._name.replace('/', ' ')}.resume.json")
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self.import_asked.emit(Path(path))

    def _import(self, path: Path) -> None:
        self.canvas.keep()
        self.imports.read(path)

    def _export(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self.canvas.keep()
        self.presenter.export(Path(path))

    def _ask_to_remove(self) -> None:
        self.presenter.background.start(self._ask_removal())

    async def _ask_removal(self) -> None:
        targetings, applications = await self.presenter.what_goes()
        if self._box is not None:
            self._box.raise_()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete this profile"))
        box.setText(self.tr("Delete the profile of {name}?").format(name=breakable(self._name[:160])))
        words = [self.tr("Its lines and its history go, and cannot be brought back.")]
        if targetings == 1:
            words.append(self.tr("So does its choice for a kind of job."))
        elif targetings:
            words.append(self.tr("So do its {count} choices for a kind of job.").format(count=targetings))
        if applications == 1:
            words.append(self.tr("One application made from it keeps it as it is."))
        elif applications:
            words.append(self.tr("{count} applications made from it keep it as it is.").format(count=applications))
        box.setInformativeText("\n".join(words))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(self.presenter.remove)
        box.finished.connect(self._asked)
        self._box = box
        box.open()

    def _asked(self) -> None:
        self._box = None

    # Put together

    def _undo(self) -> None:
        self.canvas.keep()
        self.presenter.undo()

    def _redo(self) -> None:
        self.canvas.keep()
        self.presenter.redo()

    def _edit_placed(self, key: str) -> None:
        """Goes to the field that stands at a place of the file, or that has the word there."""
        cells = (cell for row in (self.canvas.shown.rows if self.canvas.shown else ()) for cell in row.cells)
        found = next((cell.key for cell in cells if key in (cell.key, *(word.id for word in cell.words))), None)
        if found is not None:
            self.canvas.edit(found)

    def _choose_profile(self, kept: int) -> None:
        self.canvas.keep()
        self.presenter.open(kept)

    def _next_pane(self) -> None:
        """From the sections to their lines, and back."""
        if self.outline.isVisible() and not self.outline.hasFocus():
            self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        presenter, canvas, head, targetings = self.presenter, self.canvas, self.head, self.presenter.targetings
        presenter.shown.connect(self._show)
        presenter.listed.connect(head.show_profiles)
        presenter.failed.connect(self._show_trouble)
        presenter.placed.connect(self.file.show_origins)
        canvas.visit.came.connect(self.file.look_at)
        self.file.chosen.connect(self._edit_placed)
        self.file.toggle.toggled.connect(self._make_room)
        self.import_asked.connect(self._import)
        self.imports.failed.connect(self._show_trouble)
        self.imports.became.connect(self.open)
        presenter.lit.connect(canvas.light)
        targetings.listed.connect(self.targeting.show_targetings)
        targetings.used.connect(self.targeting.show_used)
        self.targeting.chosen.connect(targetings.choose)
        self.targeting.added.connect(targetings.add)
        self.targeting.renamed.connect(targetings.rename)
        self.targeting.removed.connect(targetings.remove)
        canvas.typed.connect(presenter.type)
        canvas.left.connect(presenter.leave)
        canvas.line_asked.connect(self._add_line)
        canvas.lines_pasted.connect(presenter.add_lines)
        canvas.split_asked.connect(self._split)
        canvas.entry_asked.connect(self._add_entry)
        canvas.removed.connect(presenter.remove_line)
        canvas.stepped.connect(presenter.step)
        canvas.dropped.connect(presenter.drop)
        canvas.toggled.connect(presenter.toggle)
        canvas.field_asked.connect(presenter.ask_field)
        canvas.undone.connect(presenter.undo)
        canvas.redone.connect(presenter.redo)
        canvas.section_reached.connect(self.outline.mark)
        self.outline.section_chosen.connect(canvas.go_to_section)
        self.add_section.clicked.connect(self._show_sections)
        head.profile_chosen.connect(self._choose_profile)
        head.undone.connect(self._undo)
        head.redone.connect(self._redo)
        head.import_asked.connect(self.ask_file)
        head.new_asked.connect(self.ask_name)
        head.export_asked.connect(self._ask_where)
        head.removal_asked.connect(self._ask_to_remove)
        self.empty.import_asked.connect(self.ask_file)
        self.empty.name_asked.connect(self.ask_name)
        self.empty.sample_asked.connect(presenter.take_sample)
        command(self, self.tr("Undo the last change"), "Ctrl+Z", self._undo)
        command(self, self.tr("Redo what was undone"), "Ctrl+Shift+Z", self._redo, ("Ctrl+Y",))
        command(self, self.tr("Go to the next pane"), "F6", self._next_pane)
        command(self, self.tr("Add a section"), "Ctrl+Shift+A", self._show_sections)
        command(self, self.tr("Import a CV"), "Ctrl+O", self.ask_file)
        command(self, self.tr("Begin a new profile"), "Ctrl+N", self.ask_name)
        command(self, self.tr("Export this profile as JSON Resume"), "Ctrl+E", self._ask_where)

    def _arrange(self) -> None:
        look = self._appearance.look
        side = QVBoxLayout(self._beside)
        side.setContentsMargins(look.steps(5), look.steps(5), 0, look.steps(4))
        side.addWidget(self.outline, 1)
        full = QWidget()
        full.setProperty("role", "canvas")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._beside)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.file, 1)
        top = QHBoxLayout()
        top.setContentsMargins(0, look.steps(2.5), look.steps(5), 0)
        top.addWidget(self.targeting, 1)
        top.addWidget(self.file.toggle, 0, Qt.AlignmentFlag.AlignTop)
        top.addSpacing(look.steps(2))
        top.addWidget(self.add_section, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.notice)
        outer.addWidget(self.imports)
        outer.addWidget(self._pages, 1)
        # Last: what is put into another widget is styled again with all that is in it.
        self._pages.addWidget(full)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(row, 1)
        self._pages.addWidget(self.empty)
