"""The strip under the editor: a part that did not come into the document, why, and what can be done with it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.ui.editor.positions import units
from jobmatch_desktop.ui.editor.strip_frame import StripFrame
from jobmatch_desktop.ui.editor.text_layout import mark_format
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.live import Refused
from jobmatch_desktop.ui.shared.naming import part_in_a_sentence
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import translated

REASONS = 3
"""Reasons that are shown at most: the strip must not push the text away. All are in its tooltip."""


class Strip(StripFrame):
    """Shows refused parts one after the other. `used`, `edit_wanted` (used, to be edited there) and `dropped` tell the `Refused` that the
    person decided about."""

    used = Signal(object)
    dropped = Signal(object)
    edit_wanted = Signal(object)
    looked_into = Signal(object)
    """The `Refused` whose words are shown now: `show_marks` gets its marks."""

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__(appearance, icons)
        look = appearance.look
        self.setProperty("role", "warning")
        self._refused: list[Refused] = []
        self._show = button(self.tr("Show it"), "slim")
        self._use = button(self.tr("Use it all the same"), "slim")
        self._keep = button(self.tr("Keep the draft"), "slim")
        self._edit = button(self.tr("Edit it"), "slim")
        self._edit.setToolTip(self.tr("Put it into the document and go to what has no fact"))
        self._body = QPlainTextEdit()
        self._body.setProperty("role", "field")
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setFixedHeight(look.px(120))
        self._body.setAccessibleName(self.tr("What the model wrote"))
        self._body.hide()
        self.set_ways((self._show, self._edit, self._use, self._keep))
        self.column.addWidget(self._body)
        self._show.clicked.connect(self._toggle)
        self._use.clicked.connect(self._take_it)
        self._keep.clicked.connect(self._leave_it)
        self._edit.clicked.connect(self._edit_it)
        appearance.changed.connect(self._take_look)

    def show_refused(self, refused: list[Refused]) -> None:
        """Shows these, the first of them now; none hides the strip."""
        if refused == self._refused:
            return
        same = bool(refused and self._refused and refused[0] == self._refused[0])
        self._refused = list(refused)
        if not same:
            self._body.hide()
        if refused:
            first = refused[0]
            reasons = [why.text(translated) for why in first.reasons]
            says = self.tr("The model's {part} was not used: {why}").format(
                part=part_in_a_sentence(first.key), why=" ".join(reasons[:REASONS])
            )
            if (others := len(reasons) - REASONS) > 0:
                says += " " + self.tr("And {number} more reasons.").format(number=others)
            # Words of a model are shown as they are, and a tooltip reads HTML.
            self._says.setToolTip(f"<qt>{'<br>'.join(map(escape, reasons))}</qt>")
            more = self.tr("({number} more after this)").format(number=len(refused) - 1) if len(refused) > 1 else ""
            self.say(f"{says} {more}".strip(), "warning", self._look.colours.warn)
            self.setAccessibleName(says)
            if not same:
                self._body.setPlainText(first.body)
                self._body.setExtraSelections([])
            self._show.setText(self.tr("Hide it") if self._body.isVisible() else self.tr("Show it"))
        self.setVisible(bool(refused))

    def show_marks(self, refused: Refused, marks: Sequence[Mark]) -> None:
        """Marks what has no fact in the words that are shown, if they are still those."""
        if not self._refused or self._refused[0] != refused:
            return
        form = mark_format(self._look)
        selections = []
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self._body.document())
            selection.cursor.setPosition(units(refused.body, mark.start))
            selection.cursor.setPosition(units(refused.body, mark.end), QTextCursor.MoveMode.KeepAnchor)
            selection.format = form
            selections.append(selection)
        self._body.setExtraSelections(selections)

    def _toggle(self) -> None:
        self._body.setVisible(not self._body.isVisible())
        if self._body.isVisible():
            self.looked_into.emit(self._refused[0])
        self._show.setText(self.tr("Hide it") if self._body.isVisible() else self.tr("Show it"))

    def _take_it(self) -> None:
        self.used.emit(self._refused[0])

    def _edit_it(self) -> None:
        self.edit_wanted.emit(self._refused[0])

    def _leave_it(self) -> None:
        self.dropped.emit(self._refused[0])

    def _take_look(self, look: Look) -> None:
        self._look = look
        self.show_icon("warning", look.colours.warn)
