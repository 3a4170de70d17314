"""Saves a document while it is edited: within a second of every keystroke, one save at a time."""

import asyncio
import enum
from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.domain.document import Document
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.storage_errors import StaleRevision
from jobmatch_desktop.domain.undoing import Tail
from jobmatch_desktop.ui.editor.merging import merge

PAUSE = 400
"""Milliseconds without a keystroke after which the text is saved."""
LONGEST = 900
"""Milliseconds after the first unsaved keystroke within which it is saved, however long the person goes on."""


class SaveState(enum.Enum):
    """Whether the text on disk is the text in the editor."""

    SAVED = enum.auto()
    EDITED = enum.auto()
    SAVING = enum.auto()
    FAILED = enum.auto()


class Text(Protocol):
    """An editor, as far as saving knows it."""

    def text_to_save(self) -> str:
        """The text without words that are still coming."""
        ...

    def undo_to_save(self) -> Tail | None:
        """What can be undone in that text, as far as it is not stored; None where that cannot be told now."""
        ...

    def undo_not_saved(self, tail: Tail) -> None:
        """That could not be stored."""
        ...

    def change_text(self, text: str) -> None:
        """Takes a text that was changed elsewhere."""
        ...


class Saving(QObject):
    """Keeps one document saved. UI thread; `save` and `get` are awaited there. Writes nothing that did not change."""

    state = Signal(object, object)
    """A `SaveState`, and the `Trouble` where it is FAILED, else None."""
    stored = Signal(object)
    """The `Document` as it was just stored."""

    def __init__(
        self,
        document: Document,
        editor: Text,
        save: Callable[[int, str, int, Tail | None], Awaitable[Document]],
        get: Callable[[int], Awaitable[Document]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self._editor = editor
        self._save = save
        self._get = get
        self._base = document.text
        self._lock = asyncio.Lock()
        self._edited = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._due)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self._due)
        self._tasks: set[asyncio.Task[None]] = set()

    def edited(self) -> None:
        """The person changed the text."""
        self._edited = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.state.emit(SaveState.EDITED, None)

    def check(self) -> None:
        """A generation is over: what it left in the text is saved as an edit where it is not stored."""
        if self._editor.text_to_save() != self._base:
            self.edited()

    @property
    def unsaved(self) -> bool:
        """Whether the editor holds text that is not on disk."""
        return self._edited

    def changed_elsewhere(self, text: str, revision: int) -> None:
        """The stored text is another one now: it comes into the editor beside what was typed and not saved yet."""
        if revision <= self.document.revision:
            return
        here = self._editor.text_to_save()
        both = merge(self._base, here, text)
        self.document = msgspec.structs.replace(self.document, text=text, revision=revision)
        self._base = text
        self._editor.change_text(both)
        if both != text:
            self.edited()
        else:
            self._edited = False
            self.state.emit(SaveState.SAVED, None)
            self._undo_later()

    def take_look(self, found: Document) -> bool:
        """Takes language and look of the document as they are stored, or are about to be; whether one of them is another now."""
        looks = ("language", "template", "options", "shows_photo")
        now = msgspec.structs.replace(self.document, **{name: getattr(found, name) for name in looks})
        changed = now != self.document
        self.document = now
        return changed

    @property
    def under_way(self) -> bool:
        """Whether a save is under way: which of two texts was made from the other is known only after it."""
        return self._lock.locked()

    async def when_saved(self, then: Callable[[], None]) -> None:
        """Calls `then` when no save is under way, before the next one begins."""
        async with self._lock:
            then()

    def _undo_later(self) -> None:
        """What can be undone in a text that came from elsewhere is stored with it, though the text itself is."""
        self._edited = True
        self._pause.start()

    @property
    def clean(self) -> bool:
        """Whether all that was typed is stored and nothing is being stored."""
        return not self._edited and not self._lock.locked()

    async def flush(self) -> bool:
        """Saves now what is not saved; True when it is, False where it could not be (`state` tells why)."""
        self._pause.stop()
        self._longest.stop()
        async with self._lock:
            while self._edited:
                self._edited = False
                if not await self._write():
                    return False
        return True

    async def wind_up(self) -> None:
        """Starts no further save, and returns when none is under way."""
        self._pause.stop()
        self._longest.stop()
        if self._tasks:
            await asyncio.wait(set(self._tasks))

    def _due(self) -> None:
        task = asyncio.get_event_loop().create_task(self._flush())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _flush(self) -> None:
        await self.flush()

    def _give_back(self, history: Tail | None) -> None:
        if history is not None:
            self._editor.undo_not_saved(history)

    async def _write(self) -> bool:
        text = self._editor.text_to_save()
        history = self._editor.undo_to_save()
        if text == self._base and history is None:
            self.state.emit(SaveState.SAVED, None)
            return True
        self.state.emit(SaveState.SAVING, None)
        try:
            stored = await self._save(self.document.id, text, self.document.revision, history)
        except StaleRevision:
            self._give_back(history)
            newer = await self._get(self.document.id)
            self.changed_elsewhere(newer.text, newer.revision)
            return True
        except JobMatchError as error:
            self._give_back(history)
            self._edited = True
            self.state.emit(SaveState.FAILED, error.trouble)
            return False
        if stored.revision >= self.document.revision:
            before, self.document = self.document, stored
            self.take_look(before)  # one that was chosen a moment ago may not be stored yet
            self._base = text
        self.stored.emit(stored)
        if not self._edited:
            self.state.emit(SaveState.SAVED, None)
        return True
