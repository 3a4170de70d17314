"""The page of an offer: its text with what it asks for marked, and beside it how the profile answers, or what was read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.domain.offer import Span
from jobmatch_desktop.evidence.matching import Answered
from jobmatch_desktop.ui.offer.details_panel import DetailsPanel
from jobmatch_desktop.ui.offer.match_panel import MatchPanel
from jobmatch_desktop.ui.offer.match_words import rose_words, state_of
from jobmatch_desktop.ui.offer.offer_text import Mark, OfferText
from jobmatch_desktop.ui.offer.presenter import OfferPresenter
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.segments import Segments
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.matching import Explained
    from jobmatch_desktop.services.parts import Services

NARROW = 900
"""Below this width of the page text and panel stand one over the other."""
TYPING = 700
"""Milliseconds after which what is typed in the text is stored and read, however fast it is typed."""


class OfferView(QWidget):
    """`changed` tells the `Application` with the offer as the person corrected it; `scored` the match for the segment, 0 to 100 or None;
    `fact_opened` that the person wants to see a fact: the kept profile's id and the fact's; `joined` the application whose profile was
    brought back."""

    changed = Signal(object)
    scored = Signal(object)
    fact_opened = Signal(int, str)
    joined = Signal(object)

    def __init__(self, services: "Services", engine: Engine, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._look = appearance.look
        self._explained: Explained | None = None
        self._application: Application | None = None
        self._unshown = False
        self.presenter = OfferPresenter(services, engine)
        self._text = OfferText(appearance, icons)
        self._match = MatchPanel(appearance, icons)
        self._details = DetailsPanel(appearance, icons)
        self._notice = Notice(appearance, icons)
        self._panels = Segments(
            [("match", self.tr("Match")), ("details", self.tr("Details"))],
            self.tr("What stands beside the offer"),
            self._look,
        )
        self._edit = button(self.tr("Edit the text"), "quiet")
        self._edit.setCheckable(True)
        self._edit.setToolTip(self.tr("Correct or replace the offer's text; it is read anew (Ctrl+T)"))
        self._legend = label("muted", self.tr("Line under the words: must have. Dots: nice to have."))
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._take_text)
        self._arrange()
        self._connect()

    def show_application(self, application: Application) -> None:
        """Shows this application's offer; what the person is changing in it stays as they have it."""
        before = self._application
        other = before is None or before.id != application.id
        if other:
            self._end_typing()
            self._notice.hide()
            self._match.forget()
            self._explained = None
            self._text.show_text("")
        self.presenter.show_application(application)
        present = self.presenter.application
        assert present is not None
        self._application = present
        self._details.show_offer(present.offer, other)
        self._show_text()

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        self.presenter.take_events(events)

    async def wind_up(self) -> None:
        """Before the program ends: what was changed here is stored when it returns. Raises storage faults."""
        self._take_text()
        await self.presenter.wind_up()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._take_text()
        self.presenter.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_text()
        QTimer.singleShot(0, self, self._settle_keyboard)

    def panes(self) -> list[QWidget]:
        """What F6 goes through: the text, and what stands beside it."""
        return [self._text, self._stack]

    def _settle_keyboard(self) -> None:
        """A click on the segment leaves the keyboard anywhere here; one who came by keys is still on the segment."""
        focus = QApplication.focusWidget()
        if self.isVisible() and focus is not None and self._stack.isAncestorOf(focus):
            self._text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._look.px(NARROW)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)

    # What the presenter tells

    def _show_explained(self, application: Application, explained: "Explained") -> None:
        self._application, self._explained = application, explained
        self._details.show_offer(application.offer, False)
        self._details.show_explained(application.offer, explained)
        self._match.show_explained(explained)
        self._show_text()

    def _show_text(self) -> None:
        """The text is laid out when it is looked at, and left alone while it is typed in."""
        if self._application is None or not self.isVisible() or self._edit.isChecked():
            return
        self._text.show_text(self._application.offer.text)
        if self._explained is None:
            return
        self._text.show_marks(
            [
                Mark(number, one.requirement.at, one.requirement.level, state_of(one))
                for number, one in enumerate(self._explained.match.requirements)
                if one.requirement.at is not None and one.requirement.at.end <= len(self._application.offer.text)
            ]
        )

    def _show_risen(self, before: int, after: int, raised: tuple[Answered, ...]) -> None:
        words = rose_words(before, after, raised)
        if raised:
            self._match.say_risen(words)
        # A row that it answers has closed its form by now.
        self._match.recover("" if raised else words)

    def _show_trouble(self, trouble: Trouble) -> None:
        self._notice.say(trouble_text(trouble))
        self._match.recover()

    def _show_parted(self) -> None:
        words = self.tr(
            "The profile of this application was deleted. Its facts as they were stay with the application."
        )
        self._notice.say(words, self.tr("Bring the profile back"))

    # What the person does

    def _point_in_text(self, number: int | None, there: bool) -> None:
        self._match.light(number, True)
        self._light(number)
        if there and number is not None:
            self._panels.choose("match")

    def _point_in_rows(self, number: int | None, _keys: bool) -> None:
        self._match.light(number, False)
        self._light(number)
        if (at := self._place(number)) is not None:
            self._text.reveal(at)

    def _jump(self, number: int) -> None:
        if (at := self._place(number)) is not None:
            self._text.jump(at)
            self._light(number)

    def _light(self, number: int | None) -> None:
        at = self._place(number)
        self._text.light((at,) if at is not None else ())

    def _place(self, number: int | None) -> Span | None:
        if number is None or self._explained is None or number >= len(self._explained.match.requirements):
            return None
        return self._explained.match.requirements[number].requirement.at

    def _look_at(self, spans: tuple[Span, ...]) -> None:
        self._text.light(spans)
        if spans:
            self._text.reveal(spans[0])

    def _choose_panel(self, key: str) -> None:
        self._settle_keyboard()
        self._stack.setCurrentWidget(self._match if key == "match" else self._details)
        self._text.light(())

    def _toggle_typing(self, typing: bool) -> None:
        words = self.tr("Done") if typing else self.tr("Edit the text")
        self._edit.setText(words)
        self._edit.setAccessibleName(words)
        self._text.allow_typing(typing)
        if typing:
            self._text.setFocus()
            return
        self._take_text(True)
        self._show_text()

    def _end_typing(self) -> None:
        if self._edit.isChecked():
            self._edit.setChecked(False)
        self._typing.stop()

    def _begin_typing_pause(self) -> None:
        if not self._typing.isActive():
            self._typing.start()

    def _take_text(self, ended: bool = False) -> None:
        """Hands on what was typed in the text, where it was."""
        if self._typing.isActive() or (self._edit.isChecked() and self.sender() is self._typing) or ended:
            self._typing.stop()
            if self._text.was_typed():
                self.presenter.set_text(self._text.toPlainText())

    def _toggle_edit(self) -> None:
        self._edit.toggle()

    # The parts

    def _arrange(self) -> None:
        look = self._look
        under = QHBoxLayout()
        under.setContentsMargins(look.steps(6), look.steps(1), look.steps(4), look.steps(1.5))
        under.addWidget(self._legend, 1)
        under.addWidget(self._edit)
        left = QWidget()
        left.setProperty("role", "surface")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text = QVBoxLayout(left)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(self._text, 1)
        text.addLayout(under)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._match)
        self._stack.addWidget(self._details)
        right = QWidget()
        right.setProperty("role", "sunken")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side = QVBoxLayout(right)
        side.setContentsMargins(0, look.steps(3), 0, 0)
        side.setSpacing(look.steps(2))
        side.addWidget(self._panels, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addWidget(self._stack, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 56)
        self._splitter.setStretchFactor(1, 44)
        self._splitter.setSizes([5600, 4400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.changed)
        presenter.scored.connect(self.scored)
        presenter.explained.connect(self._show_explained)
        presenter.waiting.connect(self._match.say_waiting)
        presenter.risen.connect(self._show_risen)
        presenter.failed.connect(self._show_trouble)
        self._text.pointed.connect(self._point_in_text)
        self._text.edited.connect(self._begin_typing_pause)
        self._match.pointed.connect(self._point_in_rows)
        self._match.jumped.connect(self._jump)
        self._match.fact_asked.connect(presenter.show_fact)
        presenter.fact_found.connect(self.fact_opened)
        presenter.parted.connect(self._show_parted)
        presenter.joined.connect(self.joined)
        self._notice.asked.connect(presenter.bring_back)
        self._match.have_asked.connect(presenter.have)
        self._details.fields_changed.connect(self._set_fields)
        self._details.fields_put_back.connect(presenter.put_fields_back)
        self._details.requirements_changed.connect(presenter.set_requirements)
        self._details.duties_changed.connect(presenter.set_duties)
        self._details.looked_at.connect(self._look_at)
        self._panels.chosen.connect(self._choose_panel)
        self._edit.toggled.connect(self._toggle_typing)
        command(self, self.tr("Edit the text of the offer, or end it"), "Ctrl+T", self._toggle_edit)

    def _set_fields(self, fields: dict[str, str]) -> None:
        self.presenter.set_fields(**fields)
