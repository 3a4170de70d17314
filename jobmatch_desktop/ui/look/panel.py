"""The panel in the text's place: the gallery and the options, while the pages beside it follow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from jobmatch_desktop.ui.look.gallery import Cards, Gallery
from jobmatch_desktop.ui.look.options_form import OptionsForm
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.fields import CheckBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.segments import Segments


class LookPanel(QWidget):
    """A view alone: `looking.py` and `ways.py` decide. `closed` tells that the person is done."""

    closed = Signal()
    undo_wanted = Signal()
    usual_wanted = Signal()

    def __init__(self, appearance: Appearance, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = appearance.look
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards = Cards()
        self.gallery = Gallery(self.cards, appearance, icons)
        self.form = OptionsForm(appearance, icons)
        self.segments = Segments(
            [("templates", self.tr("Templates")), ("options", self.tr("Options"))], self.tr("What is chosen"), look
        )
        self.both = CheckBox("", appearance, icons)
        self.both.setChecked(True)
        self.says = label("bad", wraps=True)
        self.says.hide()
        self._undo = button(self.tr("Undo"))
        self._usual = button(self.tr("As the template has it"))
        self._done = button(self.tr("Done"), "primary")
        self._done.setToolTip(self.tr("Back to the text (Esc)"))
        self._pages = QStackedWidget()
        above = QHBoxLayout()
        above.setContentsMargins(look.steps(9), look.steps(4), look.steps(7), look.steps(1))
        above.setSpacing(look.steps(3))
        above.addWidget(self.segments)
        above.addStretch(1)
        above.addWidget(self._undo)
        above.addWidget(self._done)
        below = QHBoxLayout()
        below.setContentsMargins(look.steps(9), look.steps(2), look.steps(7), look.steps(2))
        below.addWidget(self.both)
        below.addStretch(1)
        below.addWidget(self._usual)
        said = QHBoxLayout()
        said.setContentsMargins(look.steps(9), 0, look.steps(7), 0)
        said.addWidget(self.says)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1))
        column.addLayout(above)
        column.addLayout(said)
        column.addWidget(self._pages, 1)
        # Not before: what is put into another widget is styled again with all that is in it.
        self._pages.addWidget(self._framed(self.gallery, look.steps(7)))
        self._pages.addWidget(self._scrolled(self.form))
        column.addLayout(below)
        self.segments.chosen.connect(self._show_page)
        self._undo.clicked.connect(self.undo_wanted)
        self._usual.clicked.connect(self.usual_wanted)
        self._done.clicked.connect(self.closed)
        self._usual.hide()

    def show_ways(self, can_undo: bool, chosen: bool, both: str) -> None:
        """What can be done now; `both` names the other document that gets the same look."""
        allow(self._undo, "" if can_undo else self.tr("Nothing was changed yet"))
        allow(self._usual, "" if chosen else self.tr("Nothing is otherwise than the template has it"))
        self.both.setText(both)

    def say(self, words: str) -> None:
        """Says what could not be done; `""` takes it away."""
        self.says.setText(words)
        self.says.setVisible(bool(words))

    def in_gallery(self) -> bool:
        """Whether the templates are in view, not the options."""
        return self.segments.present() == "templates"

    def take_focus(self) -> None:
        """Keys go to what is in view."""
        (self.gallery if self.in_gallery() else self.form.font_box).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_page(self, key: str) -> None:
        self._pages.setCurrentIndex(0 if key == "templates" else 1)
        self._usual.setVisible(key == "options")

    def _framed(self, widget: QWidget, beside: int) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(beside, 0, beside // 4, 0)
        column.addWidget(widget)
        return frame

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("role", "bare")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(widget)
        return area
