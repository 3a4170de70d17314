"""When the texts of an application are held against its facts, and what a person decides about what has none. No widgets."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.mark import Mark, Marked, Tieable
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact

if TYPE_CHECKING:  # what the window shows takes none of them: they come with all their parts
    from jobmatch_desktop.domain.profile import Profile
    from jobmatch_desktop.services.parts import Services

PAUSE = 60
"""Milliseconds without a keystroke after which a text is checked: the marks stand within 150 ms."""


class MarkedText(Protocol):
    """The marks of an editor, as far as marking knows them."""

    def text_to_check(self) -> str | None: ...
    def put(self, marks: tuple[Mark, ...], text: str) -> None: ...
    def clear(self) -> None: ...


Check = Callable[[str, Callable[[], bool]], Coroutine[Any, Any, Marked | None]]
"""Given a text and whether it is still wanted: its marks."""


class Marking(QObject):
    """Keeps the marks of one text. UI thread. A check that the person has typed on from is dropped; words that a model writes
    meanwhile only move its marks."""

    told = Signal(object)
    """The `Marked` of the text as it is drawn now."""

    def __init__(self, text: MarkedText, check: Check, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._check = check
        self._background = background
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look_now)

    def changed(self) -> None:
        """The text is another one now: it is checked after a pause."""
        self._turn += 1
        self._pause.start()

    def look_now(self) -> None:
        """Checks now: the facts are others, or something was decided."""
        self._background.start(self._look())

    async def look(self) -> Marked | None:
        """Checks now and gives what was found; None where it was typed on."""
        return await self._look()

    def stop(self) -> None:
        """Another text is coming."""
        self._turn += 1
        self._pause.stop()
        self._text.clear()
        self.told.emit(Marked())

    async def _look(self) -> Marked | None:
        self._pause.stop()
        self._turn += 1
        turn = self._turn
        text = self._text.text_to_check()
        found = Marked(too_long=True)
        if text is not None:
            checked = await self._check(text, lambda: self._turn == turn)
            if checked is None or self._turn != turn:
                return None
            found = checked
        self._text.put(found.marks, text or "")
        self.told.emit(found)
        return found


class Markings(QObject):
    """The marks of both documents of the application that is open. UI thread. `application` and `document` give what is open now;
    `take` gets the application when a fact was added to its profile."""

    told = Signal(object, object)
    """Kind of document and its `Marked`."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        texts: dict[DocumentKind, MarkedText],
        application: Callable[[], Application | None],
        document: Callable[[DocumentKind], Document | None],
        take: Callable[[Application], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._application = application
        self._document = document
        self._take = take
        self._of: dict[DocumentKind, Marking] = {}
        for kind, text in texts.items():
            marking = Marking(text, self._checking(kind), background, self)
            marking.setObjectName(kind)
            marking.told.connect(self._tell)
            self._of[kind] = marking
        self._shown = DocumentKind.CV

    def show_kind(self, kind: DocumentKind) -> None:
        """The person looks at this document now: the other is checked when it is looked at."""
        self._shown = kind
        self._of[kind].look_now()

    def changed(self, kind: DocumentKind) -> None:
        """A text is another one now."""
        if kind is self._shown:
            self._of[kind].changed()

    def facts_changed(self) -> None:
        """What the texts are held against is another now."""
        self._of[self._shown].look_now()

    def stop(self) -> None:
        """The application is left."""
        for marking in self._of.values():
            marking.stop()

    async def fresh(self, kind: DocumentKind) -> Marked | None:
        """The marks of a document as it stands; None where it is being typed in."""
        return await self._of[kind].look()

    async def of_words(self, kind: DocumentKind, words: str) -> Marked | None:
        """The marks of words that are not in the document."""
        return await self._checking(kind)(words, lambda: True)

    async def nearest(self, kind: DocumentKind, mark: Mark) -> tuple[Tieable, ...]:
        """The facts that a mark's words may be tied to."""
        application, document = self._application(), self._document(kind)
        if application is None or document is None:
            return ()
        return await self._engine.call(self._services.marks.nearest, application, document, mark)

    async def profile(self) -> "Profile | None":
        """The profile that a fact may be added to."""
        application = self._application()
        return await self._engine.call(self._services.profiles.get, application.profile) if application else None

    def tie(self, kind: DocumentKind, mark: Mark, fact: Fact) -> None:
        """The words are true by this fact."""
        if document := self._document(kind):
            self._decide(kind, self._engine.call(self._services.marks.tie, document.id, mark, fact))

    def keep(self, kind: DocumentKind, mark: Mark) -> None:
        """The words stay without a fact, knowingly."""
        if document := self._document(kind):
            self._decide(kind, self._engine.call(self._services.marks.accept, document.id, mark))

    def mark_again(self, kind: DocumentKind, mark: Mark) -> None:
        """Takes back what was decided."""
        if (document := self._document(kind)) and mark.decision:
            self._decide(kind, self._engine.call(self._services.marks.forget, document.id, mark.decision))

    def add_fact(self, line: ProfileFact) -> None:
        """Adds a line to the profile; what it says has a fact then."""
        self._background.start(self._add(line))

    async def _add(self, line: ProfileFact) -> None:
        if application := self._application():
            self._take(await self._engine.call(self._services.matching.have, application.id, line))

    def _decide(self, kind: DocumentKind, decision: Any) -> None:
        async def decided() -> None:
            await decision
            await self._of[kind].look()

        self._background.start(decided())

    def _checking(self, kind: DocumentKind) -> Check:
        async def check(text: str, wanted: Callable[[], bool]) -> Marked | None:
            application, document = self._application(), self._document(kind)
            if application is None or document is None:
                return None
            return await self._engine.call(self._services.marks.check, application, document, text, wanted)

        return check

    def _tell(self, marked: Marked) -> None:
        self.told.emit(DocumentKind(self.sender().objectName()), marked)
