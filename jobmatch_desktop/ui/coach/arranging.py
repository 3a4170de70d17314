"""How the page of the coach is laid out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from jobmatch_desktop.ui.shared.theme import Look

if TYPE_CHECKING:
    from jobmatch_desktop.ui.coach.page import CoachPage

LIST, PANEL = 250, 350


def arrange(page: "CoachPage", look: Look) -> None:
    """The talks left, the open one in the middle, what is worth keeping right."""
    splitter = page.splitter
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.setOrientation(Qt.Orientation.Horizontal)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(page.notice)
    outer.addWidget(splitter, 1)
    # Last: what is put into another widget is styled again with all that is in it.
    for widget in (page.list, page.pane, page.panel):
        splitter.addWidget(widget)
    page.list.setMinimumWidth(look.px(190))
    page.pane.setMinimumWidth(look.px(330))
    page.panel.setMinimumWidth(look.px(290))
    for place, share in enumerate((0, 1, 0)):
        splitter.setStretchFactor(place, share)
    splitter.setSizes([look.px(LIST), look.px(900), look.px(PANEL)])
