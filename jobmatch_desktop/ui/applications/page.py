"""The page of applications: their table with the one looked at beside it, or the way to the first of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.applications.detail import Detail
from jobmatch_desktop.ui.applications.first_run import FirstRun
from jobmatch_desktop.ui.applications.list_head import ListHead
from jobmatch_desktop.ui.applications.new_application import NewApplicationDialog
from jobmatch_desktop.ui.applications.presenter import ApplicationsPresenter, Listing, Shown
from jobmatch_desktop.ui.applications.table import ApplicationTable
from jobmatch_desktop.ui.applications.table_model import ApplicationTableModel
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.panes import add_pane_commands
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

QUIET = 300
"""Milliseconds before it is said that something is being read."""
PASSING = 30_000
"""Milliseconds after which what is said of moments is said anew."""


def present() -> datetime:
    """Now, with its time zone."""
    return datetime.now(UTC)


class ApplicationsPage(QWidget):
    """`opened` tells the application that the person wants to work on."""

    opened = Signal(int)
    coach_asked = Signal(int)
    """The application that the person wants to practise for."""
    settings_asked = Signal()

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        appearance: Appearance,
        icons: Icons,
        choice: Choice,
        keep_choice: Callable[[Choice], None],
        now: Callable[[], datetime] = present,
    ) -> None:
        """`choice` is what was chosen last for a generation; `keep_choice` gets it with the writer chosen at the first run."""
        super().__init__()
        self._services = services
        self._engine = engine
        self._appearance = appearance
        self._icons = icons
        self._draft = ""
        self._dialog: NewApplicationDialog | None = None
        self._listing = Listing(Shown.LOADING)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.presenter = ApplicationsPresenter(services, engine)
        self.first_run = FirstRun(services, engine, self.presenter.background, appearance, icons, choice, keep_choice)
        self._model = ApplicationTableModel(now, self)
        self._table = ApplicationTable(self._model, appearance)
        self._detail = Detail(appearance, icons, now)
        self.notice = Notice(appearance, icons)
        self._head = ListHead(appearance, icons)
        self._stack = QStackedWidget()
        self._make_views(appearance.look)
        self._arrange()
        self._connect()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._say_loading)
        self._passing = QTimer(self, interval=PASSING)
        self._passing.timeout.connect(self._refresh_moments)
        self._show_listing(self._listing)

    def add_offer(self) -> None:
        """Asks for a new application."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = NewApplicationDialog(
            self._services, self._engine, self.presenter.background, self._appearance, self._icons, self._draft, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._open)
        dialog.finished.connect(self._dialog_closed)
        self._dialog = dialog
        dialog.profile.load()
        dialog.open()

    async def wind_up(self) -> None:
        """Before the program ends: what was changed here is stored when it returns. Raises storage faults where it cannot be."""
        await self.presenter.wind_up()

    # What the presenter tells

    def _show_listing(self, told: Listing) -> None:
        self._listing = told
        view = {Shown.LOADING: self._loading, Shown.FIRST_RUN: self.first_run, Shown.EMPTY: self._empty}.get(told.shown)
        if told.shown is not Shown.LOADING:
            self._quiet.stop()
        self._head.allow_search(told.shown is Shown.LIST)
        self._head.setVisible(told.shown is not Shown.FIRST_RUN)
        if view is not None:
            if view is self.first_run:
                self.first_run.recover()
            self._stack.setCurrentWidget(view)
            return
        if self._stack.currentWidget() is self._list and [row.id for row in told.rows] == self._model.ids():
            # What the rows say is another, such as their match: the person may be scrolling.
            self._model.show_applications(told.rows, told.scores)
            self._head.show_list(len(told.rows), told.total, told.wanted)
            self._table.show_order(told.wanted)
            self._show_chosen()
            return
        looked_at, row = self._table.present(), self._table.currentIndex().row()
        self._model.show_applications(told.rows, told.scores)
        self._table.show_order(told.wanted)
        arrives = self._stack.currentWidget() is not self._list
        self._stack.setCurrentWidget(self._list)
        self._rows.setCurrentWidget(self._table if told.rows else self._nothing)
        self._head.show_list(len(told.rows), told.total, told.wanted)
        if looked_at is not None and self._model.row_of(looked_at) is None and told.rows:
            # The row after one that was deleted or no longer fits.
            looked_at = self._model.application(min(max(row, 0), len(told.rows) - 1)).id
        self._table.look_at(looked_at)
        self._show_chosen()
        if arrives:
            self._focus_table()

    def _show_chosen(self) -> None:
        number = self._table.present()
        application = self.presenter.application(number) if number is not None else None
        self._detail.setVisible(application is not None)
        if application is not None:
            self._detail.show_application(application)

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))
        if self._listing.shown is Shown.LOADING:
            self._quiet.stop()
            self._stack.setCurrentWidget(self._again)

    def _refresh_moments(self) -> None:
        self._table.viewport().update()
        self._show_chosen()

    def _say_loading(self) -> None:
        self._loading_words.show()

    # What the person does

    def _open(self, application: int) -> None:
        self.presenter.flush_later()
        self.opened.emit(application)

    def _ask_to_delete(self) -> None:
        number = self._table.present()
        application = self.presenter.application(number) if number is not None else None
        if application is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName(str(application.id))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete the application"))
        name = application.offer.title or self.tr("Untitled offer")
        where = application.offer.company
        named = self.tr("{title} at {company}").format(title=name, company=where) if where else name
        box.setText(self.tr("Delete “{name}”?").format(name=breakable(named[:160])))
        box.setInformativeText(self.tr("Its CV, letter, versions and notes go with it. This cannot be undone."))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(self._delete)
        box.open()

    def _delete(self) -> None:
        box = self.sender().parent()
        while box is not None and not isinstance(box, QMessageBox):
            box = box.parent()
        if box is not None:
            self.presenter.remove(int(box.objectName()))

    def _dialog_closed(self, result: int) -> None:
        if self._dialog is not None:
            self._draft = "" if result == QDialog.DialogCode.Accepted else self._dialog.draft()
        self._dialog = None

    def _focus_table(self) -> None:
        if self._table.isVisible():
            self._table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._listing.shown is Shown.LOADING:
            self._quiet.start()
        self._passing.start()
        self.presenter.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._passing.stop()
        self.presenter.flush_later()

    def changeEvent(self, event: QEvent) -> None:
        """Coming back from another program, such as a terminal that added an application."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible():
            self.presenter.reload()

    def _panes(self) -> list[QWidget]:
        shown = self._stack.currentWidget()
        return [self._head, *([self._rows, self._detail] if shown is self._list else [shown])]

    # The parts

    def _make_views(self, look: Look) -> None:
        self._loading_words = label("muted", self.tr("Reading the applications"))
        self._loading_words.hide()
        self._loading = _centred([self._loading_words], look)
        again = button(self.tr("Try again"))
        again.clicked.connect(self.presenter.reload)
        self._again = _centred([label("", self.tr("The applications could not be read.")), again], look)
        sentence = label("", self.tr("No application yet: add an offer you want to answer."), wraps=True)
        add = button(self.tr("Add an offer"))
        add.clicked.connect(self.add_offer)
        sample = button(self.tr("Try with a sample"))
        sample.clicked.connect(self.presenter.add_sample)
        self._empty = _centred([sentence, _beside([add, sample], look)], look)
        show_all = button(self.tr("Show all"))
        show_all.clicked.connect(self.presenter.show_all)
        self._nothing = _centred([label("", self.tr("No application fits this search.")), show_all], look)
        self._rows = QStackedWidget()
        self._rows.addWidget(self._table)
        self._rows.addWidget(self._nothing)
        self._list = QSplitter(Qt.Orientation.Horizontal)
        self._list.setChildrenCollapsible(False)
        self._list.setHandleWidth(1)
        self._list.addWidget(self._rows)
        self._list.addWidget(self._detail)
        self._list.setStretchFactor(0, 1)
        self._list.setStretchFactor(1, 0)
        self._list.setSizes([look.px(840), look.px(340)])
        for view in (self._loading, self._again, self._empty, self.first_run, self._list):
            self._stack.addWidget(view)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show_listing)
        presenter.failed.connect(self._show_trouble)
        presenter.ready.connect(self._open)
        self.first_run.ready.connect(self._open)
        self.first_run.kept.connect(presenter.end_first_run)
        self.first_run.sample_asked.connect(presenter.add_sample)
        self.first_run.settings_asked.connect(self.settings_asked)
        self._table.activated_row.connect(self._open)
        self._table.chosen.connect(self._show_chosen)
        self._table.sorted.connect(presenter.sort)
        self._table.delete_asked.connect(self._ask_to_delete)
        self._detail.coach_asked.connect(self.coach_asked)
        self._detail.open_asked.connect(self._open)
        self._detail.delete_asked.connect(self._ask_to_delete)
        self._detail.status_chosen.connect(presenter.set_status)
        self._detail.noted.connect(presenter.set_notes)
        self._head.searched.connect(presenter.search)
        self._head.filtered.connect(presenter.filter)
        self._head.entered.connect(self._focus_table)
        self._head.add.clicked.connect(self.add_offer)
        command(self, self.tr("Add an offer"), "Ctrl+N", self.add_offer)
        command(self, self.tr("Search the applications"), "Ctrl+F", self._head.focus_search)
        add_pane_commands(self, self._panes)


def _beside(widgets: list[QWidget], look: Look) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.steps(2))
    for widget in widgets:
        row.addWidget(widget)
    return whole


def _centred(widgets: list[QWidget], look: Look) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setSpacing(look.steps(4))
    column.addStretch(2)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return whole
