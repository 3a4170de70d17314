"""The frame that pages stand in: a head, a line for what went wrong, and what scrolls under them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.theme import Look

HEAD = 67


def head_row(look: Look) -> tuple[QWidget, QHBoxLayout]:
    """A page's head, and the row to fill it with."""
    head = QWidget()
    head.setProperty("role", "head")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    head.setFixedHeight(look.px(HEAD))
    row = QHBoxLayout(head)
    row.setContentsMargins(look.steps(5), 0, look.steps(5), 0)
    return head, row


def frame_page(page: QWidget, head: QWidget, notice: QWidget, inner: QWidget, area: QScrollArea, look: Look) -> None:
    """Puts a page together; `inner` scrolls in `area`."""
    whole = QWidget()
    whole.setProperty("role", "canvas")
    beside = QHBoxLayout(whole)
    beside.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(5))
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(whole)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(head)
    outer.addWidget(notice)
    outer.addWidget(area, 1)
    # Last: what is put into another widget is styled again with all that is in it.
    beside.addWidget(inner, 100)
    beside.addStretch(1)
