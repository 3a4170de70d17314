"""The window: a rail of pages, and the page that is shown. It stands, empty, before what it shows is even imported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMainWindow, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.page_place import PagePlace
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import command, commands_of
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

LEAST = QSize(800, 560)
USUAL = QSize(1280, 800)
RAIL = 92
SETTINGS = "settings"
SETTLED = 500
"""Milliseconds after the last move of the window before its place is handed on to be kept."""


@dataclass(frozen=True)
class Page:
    """A page of the window: its key, its word on the rail, its icon (a key of shared/icons); `foot` puts it at the foot."""

    key: str
    words: str
    icon: str
    foot: bool = False


class Window(QMainWindow):
    """The program's window. `place` is what `placed` told last."""

    placed = Signal(bytes)
    """The window was moved: its place, to be kept."""

    closed = Signal()
    """It was closed."""

    painted = Signal()
    """It has painted itself for the first time."""

    closing = Signal()
    """The person closes the window; it stays open until `let_close` is called. Only if `asks_before_closing` was set."""

    page_asked = Signal(str)
    """The person asked for a page, by key or mouse: also for the one that is shown, which then goes back to its start."""

    def __init__(
        self,
        pages: Sequence[Page],
        appearance: Appearance,
        icons: Icons,
        place: bytes = b"",
    ) -> None:
        super().__init__()
        self.setWindowTitle("JobMatch Desktop")
        self.setMinimumSize(LEAST)
        self.resize(USUAL.boundedTo(self.screen().availableSize()))  # at 150 % of 1920 x 1080 there are 1280 x 720
        self.asks_before_closing = False
        self._appearance = appearance
        self._icons = icons
        self._pages = {page.key: page for page in pages}
        self._places = {page.key: PagePlace() for page in pages}
        self._painted = False
        self._stack = QStackedWidget()
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self._hand_on_place)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail(pages, appearance.look))
        row.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        command(self, self.tr("Show all commands and shortcuts"), "Ctrl+K", self._show_commands, ("F1", "Ctrl+Shift+P"))
        appearance.changed.connect(self._take_look)
        if place:
            self.restoreGeometry(QByteArray(place))

    def give(self, key: str, make: Callable[[], QWidget]) -> PagePlace:
        """The page of that key comes from `make`, when it is first looked at; returns where it then is."""
        self._places[key].give(make)
        return self._places[key]

    def show_page(self, key: str) -> None:
        """Shows a page."""
        self._buttons[key].setChecked(True)
        self._stack.setCurrentWidget(self._places[key])

    def page(self) -> str:
        """The key of the page shown."""
        return next(key for key, place in self._places.items() if place is self._stack.currentWidget())

    def set_count(self, key: str, count: int) -> None:
        """Shows a number beside a page's word; 0 shows none."""
        page = self._pages[key]
        words = f"{page.words}  {count}" if count else page.words
        self._buttons[key].setText(words)
        self._buttons[key].setAccessibleName(f"{page.words}: {count}" if count else page.words)

    def _show_commands(self) -> None:
        from jobmatch_desktop.ui.shared.palette import Palette

        Palette(commands_of(self), self._appearance, self).open()

    @Slot(bool)
    def leave_alone(self, alone: bool) -> None:
        """Takes the rail away, so that nothing is beside the page, or gives it back."""
        self._rail_widget.setVisible(not alone)

    def let_close(self) -> None:
        """Closes the window without asking again."""
        self.asks_before_closing = False
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_before_closing:
            event.ignore()
            self.closing.emit()
            return
        self._hand_on_place()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._settling.start()

    def _hand_on_place(self) -> None:
        self._settling.stop()
        self.placed.emit(bytes(self.saveGeometry().data()))

    def _rail(self, pages: Sequence[Page], look: Look) -> QWidget:
        rail = QWidget()
        rail.setProperty("role", "rail")
        rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rail.setFixedWidth(look.px(RAIL))
        rail.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(rail)
        column.setContentsMargins(look.steps(2), look.steps(3), look.steps(1.75), look.steps(3))
        column.setSpacing(look.steps(1))
        for number, page in enumerate(pages, 1):
            self._stack.addWidget(self._places[page.key])
            made = self._rail_button(page, look)
            more = ("Ctrl+,",) if page.key == SETTINGS else ()  # as programs have it
            words = self.tr("Go to {page}").format(page=page.words)
            command(self, words, f"Ctrl+{number}", made.click, more)
            made.setToolTip(", ".join((f"Ctrl+{number}", *more)))
            self._buttons[page.key] = made
        for page in [page for page in pages if not page.foot]:
            column.addWidget(self._buttons[page.key])
        column.addStretch(1)
        for page in [page for page in pages if page.foot]:
            column.addWidget(self._buttons[page.key])
        self._rail_widget = rail
        self._group.idClicked.connect(self._clicked)
        self.show_page(pages[0].key)
        return rail

    def _rail_button(self, page: Page, look: Look) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "rail")
        made.setText(page.words)
        made.setAccessibleName(page.words)
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFixedSize(look.px(76), look.px(58))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._give_icon(made, page, look)
        self._group.addButton(made, self._stack.indexOf(self._places[page.key]))
        return made

    def _clicked(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.page_asked.emit(self.page())

    def _give_icon(self, made: QToolButton, page: Page, look: Look) -> None:
        made.setIconSize(QSize(look.px(look.size.icon), look.px(look.size.icon)))
        made.setIcon(self._icons.icon(page.icon, look.colours.muted, look.colours.accent))

    def _take_look(self, look: Look) -> None:
        self._rail_widget.setFixedWidth(look.px(RAIL))
        for key, made in self._buttons.items():
            made.setFixedSize(look.px(76), look.px(58))
            self._give_icon(made, self._pages[key], look)
