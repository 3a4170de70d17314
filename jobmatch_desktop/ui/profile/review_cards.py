"""The cards of a review: sections with their entries, and differences to a profile."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.evidence.profile_differences import Kind
from jobmatch_desktop.ui.profile.dates import shown_date
from jobmatch_desktop.ui.profile.review_fields import FieldBox, WheelPassing
from jobmatch_desktop.ui.profile.review_presenter import LooseLine, ReviewPresenter
from jobmatch_desktop.ui.profile.review_rows import ReviewCard, ReviewChange, ReviewEntry, ReviewField
from jobmatch_desktop.ui.profile.review_words import review_field_words, target_words
from jobmatch_desktop.ui.profile.sections import FieldKind
from jobmatch_desktop.ui.profile.words import section_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.fields import CheckBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.row_stack import RowStack

_TITLE_SHOWN = 80


def _tr(words: str) -> str:
    return QCoreApplication.translate("Review", words)


class Cards:
    """Makes the widgets of one review; `boxes` are its fields in order. UI thread."""

    def __init__(self, presenter: ReviewPresenter, appearance: Appearance, icons: Icons) -> None:
        self.boxes: list[FieldBox] = []
        self.lines: list[tuple[QWidget, LooseLine]] = []
        self._presenter = presenter
        self._appearance = appearance
        self._icons = icons

    def section(self, card: ReviewCard) -> Iterator[QWidget]:
        """A section: the card first, then each part that came into it, so that a long one is not made at once."""
        frame, column = self._frame()
        body = self._stack()
        decided = self._presenter.decided
        head = self._check(section_words(card.section), any(decided.taken.get(path, True) for path in card.paths))
        head.setProperty("role", "strong")

        def use(used: bool) -> None:
            self._presenter.take(card.paths, used)
            body.setEnabled(used)

        head.toggled.connect(use)
        body.setEnabled(head.isChecked())
        column.addWidget(head)
        column.addWidget(body)
        yield frame
        shown: tuple[str, ...] = ()
        for entry in card.entries:
            names = _names(entry)
            fields = self._stack()
            named = not entry.path or not names or names != shown
            made = self._entry(entry, fields, named) if entry.path else self._alone(fields)
            body.add(made, self._appearance.look.steps(2.5) if not names else 0)
            shown = names
            for _ in self._fill(fields, entry, named):
                yield body

    def group(self, words: str, hint: str, changes: Sequence[ReviewChange]) -> Iterator[QWidget]:
        """Differences of one kind; yields as `section`."""
        frame, column = self._frame()
        column.addWidget(label("strong", words))
        if hint:
            column.addWidget(label("muted", hint, wraps=True))
        body = RowStack(self._appearance.look.steps(4))
        column.addWidget(body)
        yield frame
        for change in changes:
            for _ in self._change(change, body):
                yield body

    def loose(self, lines: Sequence[LooseLine], targets: Sequence[tuple[str, str]]) -> Iterator[QWidget]:
        """Lines that fit no field; yields as `section`."""
        frame, column = self._frame()
        column.addWidget(label("strong", _tr("Not placed")))
        hint = _tr("These lines fit no field. They stay with the file; put those that you want into your profile.")
        column.addWidget(label("muted", hint, wraps=True))
        body = RowStack(self._appearance.look.steps(2.5))
        column.addWidget(body)
        yield frame
        for line in lines:
            body.add(self._loose(line, targets))
            yield body

    def _entry(self, entry: ReviewEntry, fields: RowStack, named: bool) -> QWidget:
        path = entry.path
        return self._ticked(
            _shown_title(entry.title),
            self._presenter.decided.taken.get(path, True),
            lambda used: self._presenter.take([path], used),
            fields,
            beside=not named,
        )[0]

    def _fill(self, stack: RowStack, entry: ReviewEntry, named: bool = True) -> Iterator[None]:
        """Puts the fields of an entry under each other; yields after each row."""
        look = self._appearance.look
        for row in entry.rows:
            whole = QWidget()
            beside = QHBoxLayout(whole)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(look.steps(2))
            for field in row:
                beside.addWidget(self._box(field, named=named), field.weight, Qt.AlignmentFlag.AlignBottom)
            stack.add(whole)
            yield
        for number, line in enumerate(entry.lines):
            if number == 0:
                stack.add(label("muted", review_field_words(line.section, line.name)))
            stack.add(self._box(line, named=False))
            yield

    def _alone(self, fields: RowStack) -> QWidget:
        whole = QWidget()
        self._column(whole).addWidget(fields)
        return whole

    def _stack(self) -> RowStack:
        return RowStack(self._appearance.look.steps(1.5))

    def _box(self, field: ReviewField, typed: Callable[[], None] | None = None, named: bool = True) -> FieldBox:
        made = FieldBox(field, self._appearance, self._icons, named)
        made.mark(self._presenter.unsure(field))

        def take(words: str) -> None:
            self._presenter.type(field, words)
            made.mark(self._presenter.unsure(field))
            if typed is not None:
                typed()

        def confirm() -> None:
            self._presenter.confirm(field)
            made.mark(False)

        made.typed.connect(take)
        made.confirmed.connect(confirm)
        self.boxes.append(made)
        return made

    def _change(self, change: ReviewChange, body: RowStack) -> Iterator[None]:
        """Puts a difference under the others; yields after each row."""
        difference, presenter = change.difference, self._presenter
        if difference.kind is Kind.GONE:
            gone = self._ticked(
                _tr("Take away: {line}").format(line=_shown_title(difference.before)),
                difference.key in presenter.decided.gone,
                lambda away: presenter.take_away(difference.key, away),
                self._told(change, label("", breakable(difference.before), wraps=True)),
                greys=False,
            )[0]
            body.add(gone)
            yield
            return
        whole = QWidget()
        column = self._column(whole)
        ticked, box = self._ticked(
            (_tr("Move: {line}") if difference.kind is Kind.MOVED else _tr("Use: {line}")).format(
                line=_shown_title(difference.after)
            ),
            presenter.decided.takes(difference.key, difference.suggested),
            lambda used: presenter.take([difference.key], used),
            whole,
            greys=change.entry is not None,
        )
        if change.entry is not None:
            fields = self._stack()
            column.addWidget(self._told(change, fields))
            body.add(ticked)
            yield from self._fill(fields, change.entry)
            return
        if change.field is not None:
            column.addWidget(self._told(change, self._box(change.field, lambda: box.setChecked(True), named=False)))
        body.add(ticked)
        yield

    def _told(self, change: ReviewChange, inner: QWidget) -> QWidget:
        """A difference with the entry that it is in, and what stood there."""
        look = self._appearance.look
        difference, field = change.difference, change.field
        whole = QWidget()
        column = self._column(whole)
        name = review_field_words(field.section, field.name) if field is not None else ""
        where = " · ".join(
            dict.fromkeys(part for part in (section_words(change.section), change.context, name) if part)
        )
        if difference.kind is Kind.MOVED:
            where = _tr("Moved from {before} to {after}").format(before=change.origin, after=change.context)
        column.addWidget(label("muted", breakable(where), wraps=True))
        if difference.kind is Kind.BOTH:
            hint = _tr("What your profile has is not from this file: it was typed, or there before.")
            column.addWidget(label("muted", hint, wraps=True))
        if difference.removed:
            column.addWidget(label("muted", _tr("You took this out by hand."), wraps=True))
        if field is None or not difference.before:
            column.addWidget(inner)
            return whole
        shown = shown_date(difference.before) if field.kind in (FieldKind.DATE, FieldKind.END) else difference.before
        before = label("", breakable(shown), wraps=True)
        before.setAccessibleName(_tr("In your profile: {words}").format(words=shown))
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        if field.kind in (FieldKind.TEXT, FieldKind.BULLET):
            column.addWidget(before)
        else:
            row.addWidget(before, 1)
        row.addWidget(label("muted", "→"))
        row.addWidget(inner, 1)
        column.addLayout(row)
        return whole

    def _loose(self, line: LooseLine, targets: Sequence[tuple[str, str]]) -> QWidget:
        look = self._appearance.look
        whole = QWidget()
        column = self._column(whole)
        text = f"{line.section}: {line.text}" if line.section else line.text
        column.addWidget(label("", breakable(text), wraps=True))
        choice = WheelPassing(_tr("Where “{line}” goes").format(line=line.text), self._appearance, self._icons)
        choice.setMinimumContentsLength(24)
        choice.addItem(_tr("Put into…"), None)
        choice.addItem(_tr("Leave out"), "")
        for path, entry in targets:
            choice.addItem(_shown_title(target_words(path, entry)), path)
        choice.setCurrentIndex(max(0, choice.findData(line.put)) if line.put is not None else 0)
        choice.activated.connect(lambda _index: self._presenter.put(line.place, choice.currentData()))
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addWidget(choice)
        row.addStretch(1)
        column.addLayout(row)
        self.lines.append((choice, line))
        return whole

    def _ticked(
        self,
        name: str,
        on: bool,
        take: Callable[[bool], None],
        inner: QWidget,
        greys: bool = True,
        beside: bool = False,
    ) -> tuple[QWidget, CheckBox]:
        """Something with a box before it that says whether it is used; `beside` its middle, else its first line."""
        look = self._appearance.look
        whole = QWidget()
        tick = CheckBox("", self._appearance, self._icons)
        tick.setAccessibleName(name)
        tick.setToolTip(name)
        tick.setChecked(on)
        tick.toggled.connect(take)
        if greys:
            tick.toggled.connect(inner.setEnabled)
            inner.setEnabled(on)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.steps(2))
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop)
        row.addWidget(inner, 1)
        return whole, tick

    def _check(self, words: str, on: bool) -> CheckBox:
        made = CheckBox(words, self._appearance, self._icons)
        made.setAccessibleName(_tr("Use: {section}").format(section=words))
        made.setChecked(on)
        return made

    def _frame(self) -> tuple[QFrame, QVBoxLayout]:
        look = self._appearance.look
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(look.steps(3.5), look.steps(3), look.steps(3.5), look.steps(3.5))
        column.setSpacing(look.steps(2.5))
        return frame, column

    def _column(self, inside: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.look.steps(1.5))
        return column


def _names(entry: ReviewEntry) -> tuple[str, ...]:
    """What its fields are called, where it is one row of them; such rows under each other are named once."""
    if entry.lines or len(entry.rows) != 1:
        return ()
    return tuple(field.name for field in entry.rows[0])


def _shown_title(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _TITLE_SHOWN else line[: _TITLE_SHOWN - 1].rstrip() + "…"
