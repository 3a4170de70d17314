"""Folded sections of a document: which lines are not shown. No widgets; no part of the text and no step to undo.

A heading that is folded hides the lines under it up to the next heading of its rank. Qt's blocks carry whether they are shown; who lays
them out (ui/editor/text_layout.py) and the view leave out those that are not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from jobmatch_desktop.ui.editor.line_style import Kind, own_kind

RANKS = {Kind.SECTION: 2, Kind.ENTRY: 3}
"""Headings that fold, and how deep they stand."""


@dataclass(frozen=True)
class _Fold:
    """A folded heading, its rank, and the last line that it hides; both lines move along with every edit."""

    head: QTextCursor
    last: QTextCursor
    rank: int

    @property
    def block(self) -> QTextBlock:
        return self.head.block()

    def hides(self, number: int) -> bool:
        """Whether the line of this number is among those that it hides."""
        return self.block.blockNumber() < number <= self.last.block().blockNumber()

    def apart_from(self, edited: range) -> bool:
        """Whether no line that it hides was edited."""
        return edited.stop <= self.block.blockNumber() + 1 or edited.start > self.last.block().blockNumber()


class Folding(QObject):
    """The folds of one document. UI thread. `lay_again` is called when lines were hidden or shown."""

    def __init__(self, document: QTextDocument, lay_again: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._lay_again = lay_again
        self._folds: list[_Fold] = []
        self._count = 0
        document.contentsChange.connect(self._changed)

    @property
    def any(self) -> bool:
        """Whether something is folded."""
        return bool(self._folds)

    def rank(self, block: QTextBlock) -> int | None:
        """How deep a heading stands that can be folded: 2 for a section, 3 for an entry; None for every other line."""
        text = block.text()
        return RANKS.get(own_kind(text)) if text.lstrip().startswith("##") else None  # type: ignore[arg-type]

    def has_under(self, block: QTextBlock) -> bool:
        """Whether there is something that a heading can hide."""
        return next(self._under(block), None) is not None

    def is_folded(self, block: QTextBlock) -> bool:
        """Whether the lines under a heading are hidden by it."""
        return any(fold.block == block for fold in self._folds)

    def heading_over(self, block: QTextBlock) -> QTextBlock | None:
        """The nearest heading that folds a line, itself where it is one; None above the first."""
        while block.isValid() and self.rank(block) is None:
            block = block.previous()
        return block if block.isValid() else None

    def hidden_under(self, block: QTextBlock) -> tuple[int, int, int]:
        """Of a folded heading: from where to where (positions) and how many lines are hidden, without blank
        ones at the end."""
        last = next((fold.last.block() for fold in self._folds if fold.block == block), block)
        said = last
        while said != block and not said.text().strip():
            said = said.previous()
        count = said.blockNumber() - block.blockNumber()
        return block.position() + block.length(), last.position() + last.length() - 1, count

    def fold(self, block: QTextBlock) -> bool:
        """Hides what stands under a heading; False where nothing does, or it is none."""
        under = list(self._under(block))
        rank = self.rank(block)
        if not under or rank is None or self.is_folded(block):
            return False
        self._folds.append(_Fold(QTextCursor(block), QTextCursor(under[-1]), rank))
        self._count = self._document.blockCount()
        self._show(under, visible=False)
        return True

    def unfold(self, block: QTextBlock) -> bool:
        """Shows what stands under a heading, but for what is folded in it; False where it is not folded."""
        if not self.is_folded(block):
            return False
        self._folds = [fold for fold in self._folds if fold.block != block]
        self._show_run(block.next())
        return True

    def fold_all(self) -> int:
        """Folds every section; how many there are."""
        before = {fold.block.blockNumber(): fold for fold in self._folds}
        hidden: list[QTextBlock] = []
        sections: dict[int, QTextBlock] = {}
        head: QTextBlock | None = None
        for block in self._blocks():
            kind = own_kind(block.text())
            if kind in _TOP:
                head = block if kind is Kind.SECTION else None
            elif head is not None:
                hidden.append(block)
                sections[head.blockNumber()] = block
        for number, last in sections.items():
            found = QTextCursor(self._document.findBlockByNumber(number))
            before[number] = _Fold(found, QTextCursor(last), RANKS[Kind.SECTION])
        self._folds = list(before.values())
        self._count = self._document.blockCount()
        self._show(hidden, visible=False)
        return len(sections)

    def unfold_all(self) -> None:
        """Shows every line."""
        self._folds.clear()
        self._show([block for block in self._blocks() if not block.isVisible()], visible=True)

    def reveal(self, block: QTextBlock) -> None:
        """Unfolds whatever hides a line."""
        while block.isValid() and not block.isVisible():
            head = self.shown_over(block)
            if not self.unfold(head):
                self._show_run(head.next())
                return

    def forget(self) -> None:
        """Another text: all of its lines are shown."""
        self._folds.clear()

    def _under(self, block: QTextBlock) -> Iterator[QTextBlock]:
        """The lines that a heading folds."""
        rank = self.rank(block)
        below = block.next()
        while rank is not None and below.isValid() and not self._ends(below, rank):
            yield below
            below = below.next()

    def _ends(self, block: QTextBlock, rank: int) -> bool:
        kind = own_kind(block.text())
        return kind is Kind.NAME or RANKS.get(kind, rank + 1) <= rank  # type: ignore[arg-type]

    def shown_over(self, block: QTextBlock) -> QTextBlock:
        """The line itself where it is shown, else the one over the hidden lines that it is among."""
        number = block.blockNumber()
        if not block.isVisible() and (over := [fold for fold in self._folds if fold.hides(number)]):
            # However many lines it hides, the outermost fold of them tells at once.
            block = min((fold.block for fold in over), key=QTextBlock.blockNumber)
        while not block.isVisible() and block.previous().isValid():
            block = block.previous()
        return block

    def _show_run(self, block: QTextBlock) -> None:
        """Shows hidden lines that no fold hides any more, but for those that one among them does."""
        shown: list[QTextBlock] = []
        folds = {fold.block.blockNumber(): fold for fold in self._folds}
        while block.isValid() and not block.isVisible():
            shown.append(block)
            number, rank = block.blockNumber(), self.rank(block) or 0
            if rank and number in folds:
                head = block
                while block.next().isValid() and not self._ends(block.next(), rank):
                    block = block.next()
                folds[number] = _Fold(QTextCursor(head), QTextCursor(block), rank)
            block = block.next()
        self._folds = list(folds.values())
        self._show(shown, visible=True)

    def _show(self, blocks: list[QTextBlock], visible: bool) -> None:
        changed = False
        for block in blocks:
            if block.isVisible() != visible:
                block.setVisible(visible)
                block.clearLayout()
                block.setLineCount(int(visible))
                changed = True
        if changed:
            self._lay_again()

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()

    # While the text is edited, by whomever

    def _changed(self, start: int, removed: int, added: int) -> None:
        if not self._folds or not (removed or added):
            return
        document = self._document
        first = document.findBlock(start)
        last = document.findBlock(min(start + added, max(0, document.characterCount() - 1)))
        count, self._count = self._count, document.blockCount()
        if first != last or count != self._count or not self._is_plain(first):
            self._settle(first, last)

    def _is_plain(self, block: QTextBlock) -> bool:
        """Whether a line neither folds nor is folded nor ends a fold."""
        over = block.previous()
        if self.rank(block) is not None or not block.isVisible() or self.is_folded(block):
            return False
        return not over.isValid() or (over.isVisible() and not self.is_folded(over))

    def _settle(self, first: QTextBlock, last: QTextBlock) -> None:
        """After an edit from line to line: what came among hidden lines is hidden, what no fold hides any more is shown, and what was seen
        stays so: the fold that would hide it goes. Only the sections around the edit are looked at."""
        over = first.previous()
        begin = self.shown_over(over) if over.isValid() else first
        edited = range(first.blockNumber(), last.blockNumber() + 1)
        while (lost := self._look_through(begin, edited)) is not None:
            self._folds = [fold for fold in self._folds if fold.block != lost]

    def _look_through(self, begin: QTextBlock, edited: range) -> QTextBlock | None:
        """Hides and shows lines as the folds have it, up to where they are so; or the heading that may not stay folded, and then nothing
        is changed."""
        folds = {fold.block.blockNumber(): fold for fold in self._folds}
        shown: list[QTextBlock] = []
        hidden: list[QTextBlock] = []
        head, rank = QTextBlock(), 0
        block = begin
        while block.isValid():
            number, visible = block.blockNumber(), block.isVisible()
            if rank and self._ends(block, rank):
                folds[head.blockNumber()] = _Fold(QTextCursor(head), QTextCursor(block.previous()), rank)
                rank = 0
            if rank and visible:
                if number not in edited:
                    return head
                hidden.append(block)
            elif not rank and not visible:
                shown.append(block)
            elif not rank and number > edited.stop:
                break
            if number in folds:
                own = self.rank(block)
                if own is None or not self.has_under(block):
                    return block
                if not rank:
                    head, rank = block, own
                    if own == folds[number].rank and folds[number].apart_from(edited):
                        block = folds[number].last.block()  # all that it hides is as it was
            block = block.next()
        if rank:
            folds[head.blockNumber()] = _Fold(QTextCursor(head), QTextCursor(self._document.lastBlock()), rank)
        self._folds = list(folds.values())
        self._show(shown, visible=True)
        self._show(hidden, visible=False)
        return None


_TOP = (Kind.NAME, Kind.SECTION)
