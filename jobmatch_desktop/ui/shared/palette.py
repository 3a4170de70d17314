"""The command palette: everything that can be done here, found by typing, with its shortcut."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import keys_of
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look

WIDTH, HEIGHT = 520, 420
_KEYS = Qt.ItemDataRole.UserRole + 1
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Palette(QDialog):
    """Lists commands and runs the one that is chosen, once it has closed."""

    def __init__(self, commands: Sequence[QAction], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        look = appearance.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self.setModal(True)
        self._chosen: QAction | None = None
        self._commands = list(commands)
        self._wanted = QLineEdit()
        self._wanted.setPlaceholderText(self.tr("What do you want to do?"))
        self._wanted.setAccessibleName(self.tr("Find a command"))
        self._list = QListWidget()
        self._list.setProperty("role", "commands")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Row(look, self._list))
        self._none = label("muted", self.tr("No command has these words. Try fewer letters."))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(3), look.steps(3), look.steps(3))
        column.setSpacing(look.steps(2))
        column.addWidget(self._wanted)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self.resize(look.px(WIDTH), look.px(HEIGHT))
        self._wanted.textChanged.connect(self._fill)
        self._wanted.installEventFilter(self)
        self._wanted.returnPressed.connect(self._take_current)
        self._list.itemClicked.connect(self._take)
        self.finished.connect(self._run)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the letters go on being typed."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, wanted: str) -> None:
        self._list.clear()
        for action in ranked(self._commands, wanted):
            item = QListWidgetItem(action.text())
            item.setData(Qt.ItemDataRole.UserRole, self._commands.index(action))
            keys = keys_of(action)
            item.setData(_KEYS, keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{action.text()}, {keys}" if keys else action.text())
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._none.setVisible(self._list.count() == 0)

    def _take_current(self) -> None:
        if item := self._list.currentItem():
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self._chosen = self._commands[item.data(Qt.ItemDataRole.UserRole)]
        self.accept()

    def _run(self) -> None:
        if self._chosen is not None:
            self._chosen.trigger()


def ranked(commands: Sequence[QAction], wanted: str) -> list[QAction]:
    """The commands that have all the words wanted, those that begin with them first; all for no words."""
    words = _plain(wanted).split()
    found = []
    for place, action in enumerate(commands):
        said = _plain(action.text())
        if all(word in said for word in words):
            starts = sum(any(part.startswith(word) for part in said.split()) for word in words)
            found.append((not said.startswith(_plain(wanted).strip()), -starts, place))
    return [commands[place] for *_, place in sorted(found)]


def _plain(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class _Row(QStyledItemDelegate):
    """A command's words, and its shortcut at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._look.px(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, colours = self._look, self._look.colours
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(place, look.px(look.space.radius), look.px(look.space.radius))
        inside = place.adjusted(look.steps(2.5), 0, -look.steps(2.5), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        keys = str(index.data(_KEYS))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | middle, keys)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(keys) - look.steps(3)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(colours.text))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | middle, words)
        painter.restore()
