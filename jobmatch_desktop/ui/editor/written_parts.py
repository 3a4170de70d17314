"""Parts of a document while somebody else writes them: streamed into the text beside the person, and one step to undo.

All edits of one generation are one undo step. If the person typed in between, Qt's steps lie in turns; `finish` then lays
them anew: first what the person typed, then the generation, so that undoing it takes none of the person's words along.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QTextCursor, QTextDocument

from jobmatch_desktop.domain.common_ends import common_ends
from jobmatch_desktop.ui.editor.positions import in_lines, units
from jobmatch_desktop.writing.aligning import edits, words_of
from jobmatch_desktop.writing.parts import Span, locate

DRAWN_AT_ONCE = 8_192
"""Characters put into the document per frame: more would be seen as a halt."""
DRAWN_OF_A_PART = 65_536
"""Of a longer part the rest is kept by the task and not drawn: no part of a CV is near it, a runaway answer is far beyond."""

WORD_BY_WORD = 60_000
"""Characters of two texts whose words are compared: some 5 ms. Of more, what lies between their like ends is changed as a whole."""


@dataclass
class _Part:
    """`first` and `last` hold the place in the document. `before` is what stood there; `after` is what was accepted. `begun`: the
    generation has written there; `over`: the next word begins there anew."""

    key: str
    first: QTextCursor
    last: QTextCursor
    before: str
    after: str | None = None
    waiting: list[str] = field(default_factory=list)
    drawn: int = 0
    streaming: bool = True
    begun: bool = False
    over: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.first.position(), self.last.position()


class WrittenParts:
    """The parts of one document that one generation writes. UI thread; needs no widget, but a document that has
    a layout: Qt tells changes of no other.

    `around` is called with each edit to make, and must make it by calling it: the editor keeps the caret in place there. So is `anew`
    with an edit that leaves the text as it was.
    """

    def __init__(
        self,
        document: QTextDocument,
        around: Callable[[Callable[[], None]], None],
        anew: Callable[[Callable[[], None]], None],
    ) -> None:
        self._document = document
        self._around = around
        self._anew = anew
        self._parts: dict[str, _Part] = {}
        self._own = False
        self.joining = False
        """Whether the edit being made belongs to the step before it."""
        self._joined = False
        self._typed = False
        self._steps: int | None = None
        self._own_steps = 0
        document.contentsChange.connect(self._changed)

    @property
    def under_way(self) -> bool:
        """Whether a generation has begun and not been finished."""
        return bool(self._parts)

    @property
    def own(self) -> bool:
        """Whether the edit being made is the generation's and not the person's."""
        return self._own

    @property
    def latest(self) -> QTextCursor | None:
        """Where words come now."""
        streaming = [part for part in self._parts.values() if part.streaming]
        return streaming[-1].last if streaming else None

    @property
    def may_undo(self) -> bool:
        """Whether the last step is the person's own. While words come, an older one would take them along."""
        return self._steps is None or self._document.availableUndoSteps() > self._own_steps

    @property
    def waiting(self) -> bool:
        """Whether there are words that have yet to be drawn."""
        return any(part.waiting for part in self._parts.values())

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places (start, end) within a range of positions where words come now."""
        found = []
        for part in self._parts.values():
            first, last = part.place
            if part.streaming and part.begun and first <= end and last >= start:
                found.append((max(first, start), min(last, end)))
        return found

    def place(self, key: str) -> tuple[int, int] | None:
        """Where (start, end) a part stands that was begun in this generation."""
        part = self._parts.get(key)
        return part.place if part else None

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit of this range would reach into words that are coming."""
        return any(part.streaming and part.place[0] <= end and part.place[1] >= start for part in self._parts.values())

    def begin(self, key: str, span: Span | None = None, at: str | None = None) -> bool:
        """Words will come for this part, which is at `span` of the text on show or `at` in the text as the person has it (None: it has the
        same key there); what stands there stays until the first. False where the text has no such part.

        A part begun again starts over: what came before is dropped at the first word, and is not the person's until then."""
        if part := self._parts.get(key):
            part.waiting.clear()
            if not part.streaming and self._text_of(part) not in (part.before, part.after):
                part.before, part.begun = self._text_of(part), False
            part.streaming, part.over, part.drawn, part.after = True, True, 0, None
            return True
        place = self._place_of(key if at is None else at) if span is None else self._place_shown(span)
        if place is None:
            return False
        first, last = QTextCursor(self._document), QTextCursor(self._document)
        first.setPosition(place[0])
        last.setPosition(place[1])
        first.setKeepPositionOnInsert(True)
        self._parts[key] = part = _Part(key, first, last, "")
        part.before = self._text_of(part)
        return True

    def _place_shown(self, span: Span) -> tuple[int, int]:
        text = plain_text(self._document)
        return units(text, span.start), units(text, span.end)

    def _place_of(self, key: str) -> tuple[int, int] | None:
        """Where a part of the person's own text stands. In the text on show what was written may read as a part of what follows it, a list
        under a list."""
        text, put_back = self._without()
        span = locate(text).get(key)
        if span is None:
            return None
        start, end = units(text, span.start), units(text, span.end)
        written = [(place, units(before, len(before)), units(now, len(now))) for place, before, now in put_back]
        shifts = [now - before for place, before, now in written if place + before <= start]
        within = [now - before for place, before, now in written if start <= place and start < place + before <= end]
        return start + sum(shifts), end + sum(shifts) + sum(within)

    def append(self, key: str, text: str) -> None:
        """Words came; `draw` puts them into the document."""
        part = self._parts.get(key)
        if part and part.streaming and text:
            part.waiting.append(in_lines(text))

    def draw(self, budget: int = DRAWN_AT_ONCE) -> None:
        """Puts words that came into the document, as one edit of at most `budget` characters."""
        taken: list[tuple[_Part, str]] = []
        for part in self._parts.values():
            if part.drawn >= DRAWN_OF_A_PART:
                part.waiting.clear()
            room = min(budget, DRAWN_OF_A_PART - part.drawn)
            if not part.waiting or room <= 0:
                continue
            text = "".join(part.waiting)
            words, rest = text[:room], text[room:]
            part.waiting = [rest] if rest else []
            budget -= len(words)
            taken.append((part, words))
        if taken:
            self._edit(lambda: self._put_all(taken))

    def end(self, key: str, body: str | None) -> None:
        """The part is whole: `body` stands there now, or, where it is None, what stood there before."""
        part = self._parts.get(key)
        if part is None:
            return
        part.waiting.clear()
        part.streaming = False
        wanted = part.before if body is None else in_lines(body).strip("\n")
        if self._text_of(part) != wanted:
            self._edit(lambda: self._replace(part, wanted))
        part.begun, part.after = True, None if body is None else wanted

    def finish(self) -> bool:
        """The generation is over: parts still open get back what stood there, and all of it becomes one step to undo.

        True if that step is the last one, so that another edit may join it."""
        for key in [part.key for part in self._parts.values() if part.streaming]:
            self.end(key, None)
        unchanged = all(self._text_of(part) == part.before for part in self._parts.values())
        if self._steps is not None and (self._typed or unchanged):
            self._anew(self._lay_steps_anew)
        wrote = self._steps is not None and not unchanged
        self.forget()
        return wrote

    def forget(self) -> None:
        """The document holds another text now: nothing of the generation is in it."""
        self._parts.clear()
        self._joined = self._typed = False
        self._steps = None

    def text_without(self) -> str:
        """The text as the person has it: with what stood before in the place of what the generation wrote.

        An accepted part that the person has edited since is theirs."""
        return self._without()[0]

    def text_without_streaming(self) -> str:
        """The same, but with the accepted parts: what comes out if the part under way is left as it was."""
        return self._without(accepted=False)[0]

    def _without(self, accepted: bool = True) -> tuple[str, list[tuple[int, str, str]]]:
        """The text as in `text_without`, and for each part put back: where (in it), what stood before, what stands now."""
        text = plain_text(self._document)
        put_back = [
            part
            for part in self._parts.values()
            if part.begun and (part.streaming or (accepted and self._text_of(part) == part.after))
        ]
        if not put_back:
            return text, []
        encoded = text.encode("utf-16-le")
        pieces: list[bytes] = []
        places: list[tuple[int, str, str]] = []
        position = length = 0
        for part in sorted(put_back, key=lambda part: part.place):
            first, last = part.place
            before = part.before.encode("utf-16-le")
            pieces += [encoded[position * 2 : first * 2], before]
            places.append((length + first - position, part.before, encoded[first * 2 : last * 2].decode("utf-16-le")))
            length += first - position + len(before) // 2
            position = last
        pieces.append(encoded[position * 2 :])
        return b"".join(pieces).decode("utf-16-le"), places

    def _lay_steps_anew(self) -> None:
        without, places = self._without()
        self._own = True
        try:
            while self._document.availableUndoSteps() > (self._steps or 0) and self._document.isUndoAvailable():
                self._document.undo()
            replace_text(self._document, without)
            cursor = QTextCursor(self._document)
            written = [place for place in places if place[1] != place[2]]
            if written:
                cursor.beginEditBlock()
                for position, before, now in reversed(written):
                    cursor.setPosition(position)
                    cursor.setPosition(position + units(before, len(before)), QTextCursor.MoveMode.KeepAnchor)
                    cursor.insertText(now)
                cursor.endEditBlock()
            self._document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        finally:
            self._own = False

    def _put_all(self, taken: list[tuple[_Part, str]]) -> None:
        for part, words in taken:
            if not part.begun or part.over:
                part.begun, part.over = True, False
                self._replace(part, "")
            part.drawn += len(words)
            part.last.insertText(words)

    def _replace(self, part: _Part, wanted: str) -> None:
        first, last = part.place
        part.last.setPosition(first)
        part.last.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        part.last.insertText(wanted)

    def _text_of(self, part: _Part) -> str:
        cursor = QTextCursor(self._document)
        cursor.setPosition(part.place[0])
        cursor.setPosition(part.place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def _edit(self, change: Callable[[], object]) -> None:
        def make() -> None:
            if self._steps is None:
                self._steps = self._document.availableUndoSteps()
            cursor = QTextCursor(self._document)
            self._own = True
            self.joining = self._joined
            try:
                if self._joined:
                    cursor.joinPreviousEditBlock()
                else:
                    cursor.beginEditBlock()
                change()
                cursor.endEditBlock()
                self._joined = True
                self._own_steps = self._document.availableUndoSteps()
            finally:
                self._own = self.joining = False

        self._around(make)

    def _changed(self, _position: int, removed: int, added: int) -> None:
        if not self._own and (removed or added) and self._steps is not None:
            self._typed, self._joined = True, False


def plain_text(document: QTextDocument) -> str:
    """The text as it is. Qt's own `toPlainText` makes a space of every no-break space, which French needs."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def replace_text(document: QTextDocument, wanted: str, join: bool = False) -> None:
    """Makes `wanted` the text by edits of what differs, so that cursors elsewhere keep their places; one step to undo.

    `join` makes it one step to undo with the last one."""
    present = plain_text(document).split("\n")
    lines = in_lines(wanted).split("\n")
    start, end = common_ends(present, lines)
    if start == len(present) == len(lines):
        return
    cursor = QTextCursor(document)
    if join:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    _replace_lines(document, cursor, start, len(present) - end, lines[start : len(lines) - end])
    cursor.endEditBlock()


def _replace_lines(document: QTextDocument, cursor: QTextCursor, first: int, last: int, lines: list[str]) -> None:
    """Puts lines in the place of those from `first` to before `last`."""
    count = document.blockCount()
    if first < last:
        block = document.findBlockByNumber(last - 1)
        cursor.setPosition(document.findBlockByNumber(first).position())
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        if lines:
            _narrow(cursor, "\n".join(lines))
        elif last < count:
            cursor.setPosition(document.findBlockByNumber(first).position())
            cursor.setPosition(block.position() + block.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            start = max(0, document.findBlockByNumber(first).position() - 1)
            cursor.setPosition(start)
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
    elif lines and first < count:
        cursor.setPosition(document.findBlockByNumber(first).position())
        cursor.insertText("\n".join(lines) + "\n")
    elif lines:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n" + "\n".join(lines))


def _ends_and_middles(present: str, wanted: str) -> tuple[list[str], list[str]]:
    """Two texts, each in three pieces: what they begin with alike, what differs, what they end with alike."""
    start, end = common_ends(present, wanted)
    one, other = len(present) - end, len(wanted) - end
    return (
        [present[:start], present[start:one], present[one:]],
        [wanted[:start], wanted[start:other], wanted[other:]],
    )


def _narrow(cursor: QTextCursor, wanted: str) -> None:
    """Makes the selection `wanted` by changing the words that differ, so that a caret between others keeps its place."""
    present = cursor.selectedText().replace("\u2029", "\n")
    begin = cursor.selectionStart()
    if len(present) + len(wanted) > WORD_BY_WORD:
        words, words_there = _ends_and_middles(present, wanted)
    else:
        words, words_there = words_of(present), words_of(wanted)
    places = [0, *itertools.accumulate(units(word, len(word)) for word in words)]
    for edit in reversed(edits(words, words_there)):
        cursor.setPosition(begin + places[edit.start])
        cursor.setPosition(begin + places[edit.end], QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("".join(words_there[edit.there : edit.there_end]))
