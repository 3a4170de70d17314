"""The foot: what is being written now, or how it ended and the ways on. Hidden when there is neither."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from jobmatch_desktop.ui.editor.foot_state import FootState
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.theme import Look

WHOLE = 1000
NARROW = 900
"""In a narrower foot, in pixels at 100 %, a message stands over its ways."""


class Foot(QWidget):
    """One line. `chosen` tells the key of the way that the person takes."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("What is being written now"))
        self._icons = icons
        self._look = look
        self._state = FootState()
        self._icon = QLabel()
        self._title = label("strong")
        self._part = ElidedLabel("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, WHOLE)
        self._bar.setFixedWidth(look.px(170))
        self._bar.setAccessibleName(self.tr("How much is written"))
        self._motion = QPropertyAnimation(self._bar, b"value", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._detail = ElidedLabel("muted")
        self._waiting = ElidedLabel("muted")
        self._message = label("", wraps=True)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(look.steps(5), look.steps(1.75), look.steps(5), look.steps(1.75))
        self._whole.setSpacing(look.steps(2))
        says = QHBoxLayout()
        says.setSpacing(look.steps(2))
        says.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self._message, 1)
        row = QHBoxLayout()
        self._whole.addLayout(says, 1)
        self._whole.addLayout(row)
        self._says = says
        row.setSpacing(look.steps(3))
        named = QHBoxLayout()
        named.setSpacing(look.steps(1))
        named.addWidget(self._title)
        named.addWidget(self._part)
        row.addLayout(named)
        row.addWidget(self._bar)
        row.addWidget(self._detail)
        row.addStretch(1)
        row.addWidget(self._waiting)
        self._row = row
        self._ways: dict[str, QPushButton] = {}
        self.hide()
        appearance.changed.connect(self._take_look)

    def show_state(self, state: FootState) -> None:
        """Shows a state; an empty one hides the foot."""
        if state == self._state:
            return
        before, self._state = self._state, state
        self._title.setText(state.title)
        self._title.setVisible(bool(state.title))
        self._part.set_words(state.part)
        self._part.setVisible(bool(state.part))
        self._bar.setVisible(state.fraction is not None)
        self._move_bar(state.fraction or 0.0, at_once=before.title != state.title or before.fraction is None)
        self._detail.set_words(state.detail)
        self._detail.setVisible(bool(state.detail))
        self._message.setText(state.message)
        self._message.setVisible(bool(state.message))
        self._whole.setStretchFactor(self._says, 1 if state.message else 0)
        self._whole.setStretchFactor(self._row, 0 if state.message else 1)
        self._waiting.set_words(state.waiting)
        self._waiting.setVisible(bool(state.waiting))
        self._show_icon()
        if state.ways != before.ways:
            self._show_ways(state.ways)
        self.setVisible(state != FootState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(direction)
        self._bar.setFixedWidth(self._look.px(90 if narrow else 170))

    def _show_icon(self) -> None:
        self._icon.setVisible(self._state.tone == "bad")
        size = self._look.px(16)
        self._icon.setPixmap(self._icons.icon("failed", self._look.colours.bad).pixmap(size, size))

    def _move_bar(self, fraction: float, at_once: bool) -> None:
        wanted = round(fraction * WHOLE)
        self._motion.stop()
        if at_once or not self._look.motion or not self.isVisible():
            self._bar.setValue(wanted)
            return
        self._motion.setDuration(self._look.motion)
        self._motion.setStartValue(self._bar.value())
        self._motion.setEndValue(wanted)
        self._motion.start()

    def _show_ways(self, ways: list[tuple[str, str]]) -> None:
        for made in self._ways.values():
            self._row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._ways = {}
        for key, verb in ways:
            made = button(verb, "foot", self)
            made.setObjectName(key)
            made.clicked.connect(self._take_way)
            self._ways[key] = made
            self._row.addWidget(made)
            made.show()

    def _take_way(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._show_icon()
