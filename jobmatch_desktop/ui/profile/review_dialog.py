"""The review of a file before it counts: its pages left, what was read from them right."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.kept_profile import ProfileState
from jobmatch_desktop.domain.profile_import import NEW_PROFILE
from jobmatch_desktop.evidence.profile_differences import Kind
from jobmatch_desktop.ui.profile.review_cards import Cards
from jobmatch_desktop.ui.profile.review_pages import SourceView
from jobmatch_desktop.ui.profile.review_presenter import Counts, ReviewPresenter, ReviewShown
from jobmatch_desktop.ui.profile.review_rows import ReviewChange
from jobmatch_desktop.ui.profile.review_words import summary_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.notice import Notice
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.formats.imported import Box
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profile_importing import WaitingImport

SMALLEST = (900, 600)
USUAL = (1240, 800)
_AT_ONCE = 0.002
"""Seconds of making widgets before the window draws itself in between."""


class ReviewDialog(QDialog):
    """Shown with `open()`. `accepted_profile` tells the `ProfileState` that it became; `ended` that the dialog is done, whichever way."""

    accepted_profile = Signal(object)
    ended = Signal()

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        appearance: Appearance,
        icons: Icons,
        waiting: "WaitingImport",
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        look = appearance.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("Look at what was read"))
        self.setMinimumSize(look.px(SMALLEST[0]), look.px(SMALLEST[1]))
        self.resize(self._usual_size(look.px(USUAL[0]), look.px(USUAL[1])))
        self._appearance = appearance
        self._icons = icons
        self._waiting = waiting
        self.presenter = ReviewPresenter(services, engine, background, waiting, self)
        self.cards = Cards(self.presenter, appearance, icons)
        self._places: dict[QWidget, tuple[Box, ...]] = {}
        self._at: QWidget | None = None
        """What had the keyboard last among the fields: a click on a button takes it away."""
        self._building: Iterator[None] = iter(())
        self._builds = QTimer(self, singleShot=True, interval=0)
        self._builds.timeout.connect(self._build)
        self._into = ComboBox(self.tr("Goes into"), appearance, icons)
        self._into.setMinimumContentsLength(26)
        self.source: SourceView | None = None
        if waiting.paged:
            self.source = SourceView(
                lambda first, last, scale: services.profile_importing.pages(waiting.id, first, last, scale),
                engine,
                background,
                appearance,
            )
        self.notice = Notice(appearance, icons)
        self._area = QScrollArea()
        self._counts = label("muted", wraps=True)
        self._next = button(self.tr("Next unsure field"))
        self._next.setToolTip("F8")
        self._drop = button(self.tr("Throw away"))
        self._later = button(self.tr("Later"))
        self.use = button(self.tr("Use this CV"), "primary")
        self._arrange()
        self._connect()
        allow(self.use, self.tr("It is being prepared"))
        self.presenter.load()
        if self.source is not None:
            self.source.begin()

    def built(self) -> bool:
        """Whether all its fields are there."""
        return not self._builds.isActive() and bool(self.use.isEnabled())

    def reject(self) -> None:
        """Escape, the window's own button, and "Later": it waits, with all that was decided."""
        self.presenter.leave()

    def focus_next_unsure(self) -> None:
        """Goes to the next field that the reader was unsure of, after the one that the keyboard was in last."""
        boxes = [box for box in self.cards.boxes if box.isEnabled()]
        start = next((n + 1 for n, box in enumerate(boxes) if self._at and box.isAncestorOf(self._at)), 0)
        for box in boxes[start:] + boxes[:start]:
            if self.presenter.unsure(box.field):
                box.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # What the presenter tells

    def _show(self, shown: ReviewShown) -> None:
        self._show_profiles(shown)
        inner = QWidget()
        inner.setProperty("role", "canvas")
        column = QVBoxLayout(inner)
        look = self._appearance.look
        column.setContentsMargins(look.steps(4), look.steps(4), look.steps(4), look.steps(4))
        column.setSpacing(look.steps(3))
        self._places, self._at = {}, None
        self.cards = Cards(self.presenter, self._appearance, self._icons)
        self._area.setWidget(inner)
        self._building = self._parts(shown, column)
        self._build()

    def _build(self) -> None:
        """Makes further widgets, as many as take no time that is felt."""
        end = time.monotonic() + _AT_ONCE
        while time.monotonic() < end:
            if next(self._building, StopIteration) is StopIteration:
                self._built()
                return
        self._builds.start()

    def _parts(self, shown: ReviewShown, column: QVBoxLayout) -> Iterator[None]:
        cards = self.cards
        if shown.into == NEW_PROFILE:
            makers = [cards.section(card) for card in shown.cards]
        else:
            makers = [cards.group(words, hint, found) for words, hint, found in self._groups(shown) if found]
        if shown.into != NEW_PROFILE and not makers:
            column.addWidget(label("", self.tr("Nothing in this file is new to your profile."), wraps=True))
        if shown.lines:
            makers.append(cards.loose(shown.lines, shown.targets))
        for maker in makers:
            column.addWidget(next(maker))
            for _ in maker:
                yield None
            yield None
        if shown.same:
            column.addWidget(self._same(shown.same))
        column.addStretch(1)

    def _groups(self, shown: ReviewShown) -> tuple[tuple[str, str, list[ReviewChange]], ...]:
        """Differences by kind, with the words above them."""

        def of(*kinds: Kind) -> list[ReviewChange]:
            return [change for change in shown.changes if change.difference.kind in kinds]

        new, changed, moved, gone = of(Kind.NEW), of(Kind.CHANGED, Kind.BOTH), of(Kind.MOVED), of(Kind.GONE)
        return (
            (self.tr("New in the file: {count}").format(count=len(new)), "", new),
            (self.tr("Changed: {count}").format(count=len(changed)), "", changed),
            (self.tr("Moved: {count}").format(count=len(moved)), "", moved),
            (
                self.tr("No longer in the file: {count}").format(count=len(gone)),
                self.tr("They stay in your profile unless you tick them."),
                gone,
            ),
        )

    def _same(self, lines: tuple[str, ...]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        words = self.tr("Same in both: {count}").format(count=len(lines))
        toggle = button(words, "slim")
        toggle.setCheckable(True)
        said = label("muted", breakable("\n".join(lines)), wraps=True)
        said.hide()
        toggle.toggled.connect(said.setVisible)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(said)
        return whole

    def _built(self) -> None:
        for box in self.cards.boxes:
            self._places[box.editor] = box.field.boxes
        for choice, line in self.cards.lines:
            self._places[choice] = (line.box,) if line.box else ()
        if self.source is not None:
            self.source.source.show_boxes({box.field.path: box.field.boxes for box in self.cards.boxes})
        self._mark_unsure()
        allow(self.use, "")
        first = next((box.editor for box in self.cards.boxes if box.isEnabled()), None)
        if first is not None and not self._area.isAncestorOf(self.focusWidget() or self):
            first.setFocus()

    def _show_profiles(self, shown: ReviewShown) -> None:
        self._into.blockSignals(True)
        self._into.clear()
        self._into.addItem(self.tr("A new profile"), NEW_PROFILE)
        for profile in shown.profiles:
            words = " · ".join(part for part in (profile.name or self.tr("No name"), profile.label) if part)
            self._into.addItem(words, profile.kept)
        self._into.setCurrentIndex(max(0, self._into.findData(shown.into)))
        self._into.blockSignals(False)

    def _show_counts(self, counts: Counts) -> None:
        words = summary_words(counts.unsure, counts.loose, counts.taken)
        self._counts.setText(words)
        self._counts.setAccessibleName(words)
        allow(self._next, "" if counts.unsure else self.tr("No field is unsure"))
        if not counts.unsure:
            self._next.setToolTip(self.tr("No field is unsure"))
        else:
            self._next.setToolTip("F8")
        self._mark_unsure()

    def _mark_unsure(self) -> None:
        if self.source is not None:
            unsure = (box.field.path for box in self.cards.boxes if self.presenter.unsure(box.field))
            self.source.source.show_unsure(frozenset(unsure))

    def _show_trouble(self, trouble: Trouble) -> None:
        self.notice.say(trouble_text(trouble))
        allow(self.use, "")

    # What the person does

    def _use(self) -> None:
        if self.use.isEnabled():
            allow(self.use, self.tr("It is being brought in"))
            self.presenter.accept()

    def _accepted(self, state: ProfileState) -> None:
        self._end()
        self.accepted_profile.emit(state)
        self.accept()
        self.ended.emit()

    def _left(self) -> None:
        self._end()
        super().reject()
        self.ended.emit()

    def _end(self) -> None:
        self._appearance.application.focusChanged.disconnect(self._focus_changed)
        self._builds.stop()
        self.presenter.close()
        if self.source is not None:
            self.source.close_pages()

    def _ask_to_drop(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Throw away"))
        box.setText(self.tr("Throw away what was read from “{name}”?").format(name=breakable(self._waiting.name[:160])))
        box.setInformativeText(self.tr("The file itself stays where it is."))
        drop = box.addButton(self.tr("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        drop.clicked.connect(self.presenter.drop)
        box.open()

    def _choose_into(self) -> None:
        allow(self.use, self.tr("It is being prepared"))
        self.presenter.choose_into(self._into.currentData())

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._area.isAncestorOf(now):
            return
        self._at = now
        self._area.ensureWidgetVisible(now, 0, self._appearance.look.steps(14))
        if self.source is not None and now in self._places:
            self.source.source.light(self._places[now])

    def _focus_field(self, path: str) -> None:
        box = next((box for box in self.cards.boxes if box.field.path == path), None)
        if box is not None:
            box.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # The parts

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.shown.connect(self._show)
        presenter.counted.connect(self._show_counts)
        presenter.failed.connect(self._show_trouble)
        presenter.accepted.connect(self._accepted)
        presenter.dropped.connect(self._left)
        presenter.left.connect(self._left)
        self._into.activated.connect(self._choose_into)
        self._next.clicked.connect(self.focus_next_unsure)
        self._drop.clicked.connect(self._ask_to_drop)
        self._later.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)
        QShortcut(QKeySequence("F8"), self, self.focus_next_unsure)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._use)
        self._appearance.application.focusChanged.connect(self._focus_changed)
        if self.source is not None:
            self.source.source.chosen.connect(self._focus_field)

    def _arrange(self) -> None:
        look = self._appearance.look
        above = QWidget()
        above.setProperty("role", "head")
        above.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(above)
        row.setContentsMargins(look.steps(5), look.steps(3), look.steps(5), look.steps(3))
        row.setSpacing(look.steps(3))
        title = ElidedLabel("title", self.tr("Read from {name}").format(name=self._waiting.name))
        goes = QLabel(self.tr("Goes into"))
        goes.setProperty("role", "muted")
        goes.setBuddy(self._into)
        row.addWidget(title, 1)
        row.addWidget(goes)
        row.addWidget(self._into)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(1)
        if self.source is not None:
            middle.addWidget(self.source)
        middle.addWidget(self._area)
        middle.setSizes([self.width() // 2, self.width() - self.width() // 2])
        below = QWidget()
        below.setProperty("role", "bar")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout(below)
        foot.setContentsMargins(look.steps(5), look.steps(3), look.steps(5), look.steps(3))
        foot.setSpacing(look.steps(2))
        foot.addWidget(self._counts, 1)
        for made in (self._next, self._drop, self._later, self.use):
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self.notice)
        column.addWidget(middle, 1)
        column.addWidget(below)

    def _usual_size(self, width: int, height: int) -> QSize:
        return self.screen().availableSize().boundedTo(QSize(width, height))
