"""The gallery: a card for each template, with the person's own document in it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from jobmatch_desktop.ui.look.card_drawing import CardDrawing, card_size
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

NARROWEST, WIDEST = 150, 330
"""Of a card, in pixels at 100 %."""
CARD = Qt.ItemDataRole.UserRole


class Card(msgspec.Struct, frozen=True):
    """A template as a card shows it: by its folder's name, with what people read. `trouble` says that it cannot be used, or drawn, and
    `why` is the part of it that has room on the card; `usable` tells whether it can be chosen all the same. `image` is None until it
    is drawn."""

    name: str
    title: str
    about: str = ""
    trouble: str = ""
    why: str = ""
    usable: bool = True
    image: QImage | None = None


class Cards(QAbstractListModel):
    """The cards in order, and which of them is in use."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[Card] = []
        self._present = ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        used = card.name == self._present
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                says = (card.title, self.tr("in use") if used else "", card.trouble or card.about)
                return ". ".join(filter(None, says))
            case Qt.ItemDataRole.ToolTipRole:
                return card.trouble or card.about
            case Qt.ItemDataRole.UserRole:
                return card, used
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        usable = index.isValid() and self._cards[index.row()].usable
        enabled = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return enabled if usable else Qt.ItemFlag.ItemIsSelectable

    def names(self) -> list[str]:
        """The templates that can be used, in order."""
        return [card.name for card in self._cards if card.usable]

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Takes the templates that there are; images of those that stay are kept."""
        images = {card.name: card.image for card in self._cards}
        self.beginResetModel()
        self._cards = [msgspec.structs.replace(card, image=images.get(card.name)) for card in cards]
        self.endResetModel()

    def set_present(self, name: str) -> None:
        """Marks the template in use."""
        self._present = name
        self._changed(range(len(self._cards)))

    def row_of(self, name: str) -> int | None:
        """Where a template stands."""
        return next((row for row, card in enumerate(self._cards) if card.name == name), None)

    def set_image(self, name: str, image: QImage) -> None:
        """Takes the drawn page of a template."""
        self._replace(name, image=image, trouble="")

    def set_trouble(self, name: str, words: str, why: str) -> None:
        """Says why there is no page of a template."""
        self._replace(name, image=None, trouble=words, why=why)

    def _replace(self, name: str, **values: object) -> None:
        row = self.row_of(name)
        if row is not None:
            self._cards[row] = msgspec.structs.replace(self._cards[row], **values)
            self._changed(range(row, row + 1))

    def _changed(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))


class Gallery(QListView):
    """Goes by mouse and by keys: a click or Enter takes a template."""

    chosen = Signal(str)
    """The name of the template that the person wants."""
    resized = Signal()
    """Cards have another width, and want to be drawn anew."""

    def __init__(self, cards: Cards, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._look = appearance.look
        self._width = NARROWEST
        self.setProperty("role", "gallery")
        self.setAccessibleName(self.tr("Templates, each with this document"))
        self.setModel(cards)
        self.setItemDelegate(CardDrawing(appearance, icons, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(self._look.px(40))
        self.viewport().setMouseTracking(True)
        cards.modelReset.connect(self._fit)
        self.clicked.connect(self._take)
        appearance.changed.connect(self._take_look)

    def card_width(self) -> int:
        """How wide a card's page is, in pixels."""
        return self._width - self._look.steps(4)

    def go_to(self, name: str) -> None:
        """Brings a template into view, where keys go on from."""
        model = self.model()
        assert isinstance(model, Cards)
        row = model.row_of(name)
        if row is not None:
            self.setCurrentIndex(model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._take(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        return super().event(event)

    def _fit(self) -> None:
        # The bar's coming and going is not to change the cards' width, and so whether it is needed.
        room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width() - 1
        most = max(1, room // self._look.px(NARROWEST))
        sizes = [card_size(self._look, min(self._look.px(WIDEST), room // columns)) for columns in range(1, most + 1)]
        # The largest with which all are in view, else the smallest.
        count, height = self.model().rowCount(), self.maximumViewportSize().height()
        size = next((one for n, one in enumerate(sizes, 1) if -(-count // n) * one.height() <= height), sizes[-1])
        if QSize(self.gridSize()) != size:
            self._width = size.width()
            self.setGridSize(size)
            self.resized.emit()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        card, used = index.data(CARD)
        if card.usable and not used:
            self.chosen.emit(card.name)

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._fit()
