"""The head of the workspace: what is applied for, how far it is, which document is shown, and what can be done with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel
from jobmatch_desktop.ui.shared.moments import day_words
from jobmatch_desktop.ui.shared.naming import status_name
from jobmatch_desktop.ui.shared.segments import Segments
from jobmatch_desktop.ui.shared.theme import Look


class Head(QWidget):
    """Tells what the person asks for: `left`, `status_chosen` (an `ApplicationStatus`), and its buttons and segments themselves."""

    left = Signal()
    status_chosen = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons, segments: list[tuple[str, str]], more: QMenu) -> None:
        """`more` is the menu of what else can be done with a document."""
        super().__init__()
        look = appearance.look
        self._icons = icons
        self.setProperty("role", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(67))
        self._back = QToolButton()
        self._back.setProperty("role", "quiet")
        self._back.setAccessibleName(self.tr("Back to the applications"))
        self._back.setToolTip(self.tr("Back to the applications (Alt+Left)"))
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.left)
        self._title = ElidedLabel("title")
        self._where = ElidedLabel("muted")
        self._status = QToolButton()
        self._status.setProperty("role", "chip")
        self._status.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._statuses = QActionGroup(self)
        self._status.setMenu(self._status_menu())
        self.segments = Segments(segments, self.tr("What is shown"), look)
        self.preview = button(self.tr("Preview"))
        self.preview.setCheckable(True)
        self.preview.setToolTip(self.tr("Show the pages"))
        self.generate = button(self.tr("Generate"))
        self.generate.setToolTip(self.tr("Have this document written (Ctrl+G)"))
        self.more = QToolButton()
        self.more.setProperty("role", "quiet")
        self.more.setAccessibleName(self.tr("More to do with this document"))
        self.more.setToolTip(self.tr("More to do with this document. All commands: Ctrl+K"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(more)
        self.export = button(self.tr("Export"), "primary")
        self.export.setToolTip(self.tr("Save this document as a file (Ctrl+E)"))
        self._arrange(look)
        self._take_look(look)
        appearance.changed.connect(self._take_look)

    def show_application(self, application: Application) -> None:
        """Shows what is applied for and how far it is."""
        offer = application.offer
        self._title.set_words(offer.title or self.tr("Untitled offer"))
        closes = self.tr("closes {deadline}").format(deadline=day_words(offer.deadline)) if offer.deadline else ""
        where = " · ".join(part for part in (offer.company, offer.place, closes) if part)
        self._where.set_words(where)
        self._where.setVisible(bool(where))
        self._status.setText(status_name(application.status))
        self._status.setAccessibleName(self.tr("Status: {status}").format(status=status_name(application.status)))
        for action in self._statuses.actions():
            action.setChecked(action.data() == application.status)

    def show_score(self, score: int | None) -> None:
        """Shows how far the profile answers the offer, 0 to 100, in the offer's segment; None where that is not to be told."""
        words = self.tr("Offer & match")
        self.segments.rename("offer", words if score is None else f"{words}  {score}")

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room the status stands under the title, and the preview's button has its icon alone."""
        self._beside.removeWidget(self._status)
        self._under.removeWidget(self._status)
        if narrow:
            self._under.insertWidget(1, self._status)
        else:
            self._beside.insertWidget(self._beside.count() - 1, self._status)
        self.preview.setText("" if narrow else self.tr("Preview"))

    def _arrange(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(2), 0, look.steps(5), 0)
        row.setSpacing(look.steps(3.5))
        names = QVBoxLayout()
        names.setContentsMargins(0, look.steps(2.5), 0, look.steps(2))
        names.setSpacing(0)
        names.addWidget(self._title)
        under = QHBoxLayout()
        under.setSpacing(look.steps(2))
        under.addWidget(self._where)
        under.addStretch(1)  # without a company it would else hold the title to no width
        names.addLayout(under)
        self._under = under
        left = QHBoxLayout()
        left.setSpacing(look.steps(2))
        left.addWidget(self._back)
        left.addLayout(names)
        left.addSpacing(look.steps(2))
        left.addWidget(self._status)
        self._beside = left
        left.addStretch(1)
        right = QHBoxLayout()
        right.setSpacing(look.steps(3.5))
        right.addStretch(1)
        for made in (self.preview, self.more, self.generate, self.export):
            right.addWidget(made)
        row.addLayout(left, 5)
        row.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(right, 3)

    def _status_menu(self) -> QMenu:
        menu = QMenu(self)
        for status in ApplicationStatus:
            action = QAction(status_name(status), menu)
            action.setCheckable(True)
            action.setData(status)
            self._statuses.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._status_taken)
        return menu

    def _status_taken(self, action: QAction) -> None:
        self.status_chosen.emit(ApplicationStatus(action.data()))

    def _take_look(self, look: Look) -> None:
        self._back.setIcon(self._icons.icon("back", look.colours.muted))
        self._back.setIconSize(QSize(look.px(16), look.px(16)))
        self.more.setIcon(self._icons.icon("more", look.colours.muted))
        self.more.setIconSize(QSize(look.px(18), look.px(18)))
        self.preview.setIcon(self._icons.icon("preview", look.colours.text))
