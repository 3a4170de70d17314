"""Fields that draw their own small marks, which a style sheet could only take from picture files of fixed colours."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons

BOX = 16


class ComboBox(QComboBox):
    """Chooses one of several, with a chevron in the look's own colour."""

    def __init__(self, name: str, appearance: Appearance, icons: Icons, parent: QWidget | None = None) -> None:
        """`name` is for screen readers."""
        super().__init__(parent)
        self._appearance = appearance
        self._icons = icons
        self.setAccessibleName(name)
        # On Linux Qt tells what is chosen as the name of a choice (QAccessibleComboBox::text): what it is for is told beside it.
        self.setAccessibleDescription(name)
        self.setItemDelegate(
            QStyledItemDelegate(self)
        )  # the usual one takes no space around its rows from the style sheet
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._appearance.look
        size = look.px(BOX)
        place = QRect(self.width() - size - look.steps(2), (self.height() - size) // 2, size, size)
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        # Long names tell themselves apart at their ends.
        room = place.left() - look.steps(2) - option.rect.left() - look.steps(1)
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._icons.icon("down", look.colours.muted).paint(painter, place)
        painter.end()


class CheckBox(QCheckBox):
    """Says yes or no, with a box whose border is seen on every ground."""

    def __init__(self, words: str, appearance: Appearance, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._appearance = appearance
        self._icons = icons

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        look = self._appearance.look
        colours = look.colours
        ground = colours.accent if self.isChecked() else colours.surface
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.muted), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
        if self.isChecked():
            self._icons.icon("check", colours.on_accent).paint(painter, place, Qt.AlignmentFlag.AlignCenter)
        painter.end()
