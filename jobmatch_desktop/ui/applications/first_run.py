"""The first run: the sample, or three steps of one's own on one page, of which any may be skipped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.applications.adding import Adding
from jobmatch_desktop.ui.applications.offer_source import OfferSource
from jobmatch_desktop.ui.applications.profile_choice import SAMPLE, ProfileChoice
from jobmatch_desktop.ui.applications.writer_choice import WriterChoice
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button, play
from jobmatch_desktop.ui.shared.dropping import dropped_file
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

WIDTH = 760


class FirstRun(QScrollArea):
    """`ready` tells an application that was made; `kept` that a CV was brought in and no offer; `sample_asked` that the
    person takes the sample for all, `settings_asked` that they want to set a writer up."""

    ready = Signal(int)
    kept = Signal()
    sample_asked = Signal()
    settings_asked = Signal()

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        appearance: Appearance,
        icons: Icons,
        choice: Choice,
        keep_choice: Callable[[Choice], None],
    ) -> None:
        super().__init__()
        look = appearance.look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._adding = Adding(services, engine, background, self)
        self._sample = button(self.tr("Try with a sample"), "primary")
        self._profile = ProfileChoice(services, engine, background, appearance, icons)
        self._offer = OfferSource(engine, background, appearance)
        self._offer.field.setFixedHeight(look.px(132))
        self._writer = WriterChoice(services, engine, background, appearance, icons, choice)
        self._fault = label("bad", wraps=True)
        self._fault.hide()
        self._skipped = label("muted", wraps=True)
        self._start = button("")
        self._arrange(look)
        self._sample.clicked.connect(self._take_sample)
        self._profile.changed.connect(self._show_start)
        self._offer.changed.connect(self._show_start)
        self._writer.chosen.connect(keep_choice)
        self._writer.settings_asked.connect(self.settings_asked)
        self._start.clicked.connect(self._begin)
        self._adding.added.connect(self._added)
        self._adding.refused.connect(self._refuse)
        self._show_start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        allow(self._sample, "")
        self._writer.look()
        self._sample.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._profile.dropEvent(event)

    def recover(self) -> None:
        """What was asked for did not come about: it may be asked for again."""
        allow(self._sample, "")
        self._show_start()

    def _show_start(self) -> None:
        """What begins with what is here, and what stands in for a step that is skipped."""
        profile, offer = self._profile.profile(), not self._offer.is_empty()
        self._fault.hide()
        words, why_not, skipped = self.tr("Start"), "", ""
        if self._offer.several() and not self._offer.chosen():
            why_not = self.tr("Tick an offer first")
        elif offer and profile is None:
            words = self.tr("Start with the sample CV")
            skipped = self.tr("Without a CV of yours, the sample person's stands in.")
        elif profile is not None and profile != SAMPLE and not offer:
            words = self.tr("Go on without an offer")
            skipped = self.tr("Your CV is kept; an offer can be added at any time.")
        elif not offer:
            why_not = self.tr("Bring a CV or paste an offer first")
            skipped = self.tr("Bring a CV or paste an offer, or try with the sample.")
        self._start.setText(words)
        self._start.setAccessibleName(words)
        self._skipped.setText(skipped)
        allow(self._start, why_not)
        # What the person brought is what they want to go on with.
        ready = offer and profile is not None and not why_not
        play(self._start, "primary" if ready else "")
        play(self._sample, "" if ready else "primary")

    def _begin(self) -> None:
        if self._offer.is_empty():
            self.kept.emit()
            return
        allow(self._start, self.tr("The application is being made"))
        profile = self._profile.profile() or SAMPLE
        if self._offer.several():
            self._adding.add_all(profile, self._offer.chosen())
        else:
            self._adding.add(profile, self._offer.text(), "", "", self._offer.found())

    def _take_sample(self) -> None:
        allow(self._sample, self.tr("The sample is being made"))
        self.sample_asked.emit()

    def _added(self, application: int) -> None:
        self._offer.clear()
        self.ready.emit(application)

    def _refuse(self, trouble: Trouble) -> None:
        self.recover()
        words = trouble_text(trouble)
        self._fault.setText(breakable(words))
        self._fault.setAccessibleName(words)
        self._fault.show()

    def _arrange(self, look: Look) -> None:
        first = QHBoxLayout()
        first.setSpacing(look.steps(3))
        first.addWidget(self._sample)
        first.addWidget(label("muted", self.tr("A made-up person and offer, to look around with."), wraps=True), 1)
        last = QHBoxLayout()
        last.setSpacing(look.steps(3))
        last.addWidget(self._start)
        last.addWidget(self._skipped, 1)
        column = QVBoxLayout()
        column.setSpacing(look.steps(2))
        column.addWidget(label("title", self.tr("A CV and a letter for one offer"), wraps=True))
        column.addWidget(
            label("muted", self.tr("Written from your own facts, on your own computer, yours to edit."), wraps=True)
        )
        column.addSpacing(look.steps(1))
        column.addLayout(first)
        column.addSpacing(look.steps(4))
        steps = (
            (self.tr("1. Your CV"), self._profile),
            (self.tr("2. An offer"), self._offer),
            (self.tr("3. A writer"), self._writer),
        )
        for heading, step in steps:
            named = label("strong", heading)
            named.setBuddy(step.field if isinstance(step, OfferSource) else step)
            column.addWidget(named)
            column.addWidget(step)
            column.addSpacing(look.steps(3))
        column.addWidget(self._fault)
        column.addLayout(last)
        inner = QWidget()
        inner.setMaximumWidth(look.px(WIDTH))
        inner.setLayout(column)
        whole = QWidget()
        whole.setProperty("role", "canvas")
        row = QHBoxLayout(whole)
        row.setContentsMargins(look.steps(6), look.steps(8), look.steps(6), look.steps(6))
        row.addStretch(1)
        row.addWidget(inner, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setWidget(whole)
