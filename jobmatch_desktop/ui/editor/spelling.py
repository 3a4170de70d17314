"""When the words of an application's texts are looked up, and what a person says of one. No widgets."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.mark import Mark, Marked
from jobmatch_desktop.domain.spelling_errors import NoDictionary, SpellingStopped
from jobmatch_desktop.ui.editor.marking import Check, MarkedText, Marking
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

MISSPELT = "misspelt"


class Spellings(QObject):
    """The misspelt words of both documents of the application that is open. UI thread. Off, nothing is marked and nothing looked up."""

    refused = Signal(object)
    """The `Trouble` for which words cannot be looked up, told once for each application."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        texts: dict[DocumentKind, MarkedText],
        application: Callable[[], Application | None],
        document: Callable[[DocumentKind], Document | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._application = application
        self._document = document
        self._on = True
        self._told = False
        self._names: tuple[int, object, frozenset[str]] | None = None
        self._of = {kind: Marking(text, self._checking(kind), background, self) for kind, text in texts.items()}
        self._shown = DocumentKind.CV

    def turn(self, on: bool) -> None:
        """Looks words up from now on, or no more."""
        self._on = on
        if on:
            self._of[self._shown].look_now()
        else:
            self.stop()

    def show_kind(self, kind: DocumentKind) -> None:
        """The person looks at this document now."""
        self._shown = kind
        if self._on:
            self._of[kind].changed()

    def changed(self, kind: DocumentKind) -> None:
        """A text is another one now: it is looked through after a pause."""
        if self._on and kind is self._shown:
            self._of[kind].changed()

    def stop(self) -> None:
        """The application is left."""
        self._told = False
        for marking in self._of.values():
            marking.stop()

    async def suggest(self, kind: DocumentKind, word: str) -> tuple[str, ...]:
        """What may be meant by a word. Raises `NoDictionary`, `SpellingStopped`."""
        document = self._document(kind)
        if document is None:
            return ()
        return await self._engine.call(self._services.spelling.suggest, word, document.language)

    def add(self, word: str) -> None:
        """The person calls a word right."""
        self._background.start(self._add(word))

    async def _add(self, word: str) -> None:
        await self._engine.call(self._services.spelling.add, word)
        await self._of[self._shown].look()

    def _checking(self, kind: DocumentKind) -> Check:
        async def check(text: str, wanted: Callable[[], bool]) -> Marked | None:
            application, document = self._application(), self._document(kind)
            if application is None or document is None or not self._on:
                return None
            known = await self._known(application)
            if not wanted():
                return None
            try:
                found = await self._engine.call(self._services.spelling.misspelt, text, document.language, known)
            except (NoDictionary, SpellingStopped) as error:
                if not self._told:
                    self._told = True
                    self.refused.emit(error.trouble)
                return Marked()
            return Marked(
                tuple(Mark(one.start, one.end, text[one.start : one.end], MISSPELT, "", Why()) for one in found)
            )

        return check

    async def _known(self, application: Application) -> frozenset[str]:
        """The names of profile and offer, gathered once for each version of them."""
        from jobmatch_desktop.writing.spelling_words import known_names

        if self._names is None or self._names[:2] != (application.profile, application.offer):
            profile = await self._engine.call(self._services.profiles.get, application.profile)
            self._names = (application.profile, application.offer, known_names(profile, application.offer))
        return self._names[2]
