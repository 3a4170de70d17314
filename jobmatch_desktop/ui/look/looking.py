"""Keeps how the documents of the open application look: chosen at once, stored after it, and gone back from."""

import asyncio
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.options import USUAL, Options
from jobmatch_desktop.ui.editor.presenter import WorkspacePresenter

if TYPE_CHECKING:
    from jobmatch_desktop.services.looks import Chosen
    from jobmatch_desktop.services.parts import Services

OWN = ("pages", "order", "titles", "country")
"""Options that are each document's own: those of a CV and of its letter are not brought together."""


class Looking(QObject):
    """UI thread; knows no widget. What is chosen is in the presenter's document at once, so that the pages follow, and is stored
    then, one thing after the other."""

    moved = Signal()
    """A look is another one now, or the photo."""

    def __init__(self, services: "Services", engine: Engine, presenter: WorkspacePresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._presenter = presenter
        self._before: list[tuple[Document, ...]] = []
        self._photo = b""
        self._storing = asyncio.Lock()
        presenter.closing.connect(self._forget)
        presenter.set_anew.connect(self._tell)

    @property
    def photo(self) -> bytes:
        """The photo of the person's profile, once it was read; none where there is none."""
        return self._photo

    @property
    def has_profile(self) -> bool:
        """Whether there is a profile that a photo can be kept with."""
        application = self._presenter.application
        return application is not None and application.kept is not None

    @property
    def can_undo(self) -> bool:
        """Whether something was chosen that can be gone back from."""
        return bool(self._before)

    def read_photo(self) -> None:
        """Reads the photo of the profile."""
        self._presenter.background.start(self._read_photo())

    def choose(self, kind: DocumentKind, template: str, options: Options, shows_photo: bool, both: bool) -> None:
        """Gives a document a look; `both` gives the other one of the application the same, but what is each one's own."""
        documents = [document for one in DocumentKind if (document := self._presenter.document(one))]
        changed: list[tuple[Document, Document]] = []
        for document in documents:
            if document.kind is not kind and not both:
                continue
            own = options if document.kind is kind else _shared(options, document.options)
            shows = shows_photo if document.kind is DocumentKind.CV else document.shows_photo
            changed.append((document, self._dressed(document, template, own, shows)))
        if all(before == after for before, after in changed):
            return
        self._before.append(tuple(before for before, _ in changed))
        self._take([after for _, after in changed])

    def undo(self) -> None:
        """Goes back to the looks before the last choice."""
        if self._before:
            looks = self._before.pop()
            self._take([self._dressed(one, one.template, one.options, one.shows_photo) for one in looks])

    def set_photo(self, data: bytes) -> None:
        """Keeps a photo with the profile; no bytes take it away."""
        self._presenter.background.start(self._set_photo(data))

    def _take(self, documents: list[Document]) -> None:
        for document in documents:
            self._presenter.take_look(document)
        self._presenter.background.start(self._store(documents))
        self.moved.emit()

    async def _store(self, documents: list[Document]) -> None:
        async with self._storing:
            for document in documents:
                try:
                    await self._engine.call(self._services.looks.choose, document.id, _chosen(document))
                except JobMatchError:
                    self._presenter.take_look(await self._engine.call(self._services.documents.get, document.id))
                    self.moved.emit()
                    raise

    async def _read_photo(self) -> None:
        application = self._presenter.application
        kept = application.kept if application is not None else None
        found = b"" if kept is None else await self._engine.call(self._services.looks.photo, kept)
        if application is self._presenter.application:
            self._photo = found
            self.moved.emit()

    async def _set_photo(self, data: bytes) -> None:
        application = self._presenter.application
        if application is None or application.kept is None:
            return
        async with self._storing:
            await self._engine.call(self._services.looks.set_photo, application.kept, data)
        self._photo = data
        cv = self._presenter.document(DocumentKind.CV)
        if cv is not None and cv.application == application.id:
            shows = cv.shows_photo or bool(data)  # who chooses a photo wants to see it
            self._take([self._dressed(cv, cv.template, cv.options, shows)])
        self.moved.emit()

    def _dressed(self, document: Document, template: str, options: Options, shows_photo: bool) -> Document:
        photo = self._photo if shows_photo and document.kind is DocumentKind.CV else b""
        options = msgspec.structs.replace(options, photo=photo)
        return msgspec.structs.replace(document, template=template, options=options, shows_photo=shows_photo)

    def _forget(self) -> None:
        self._before.clear()
        self._photo = b""

    def _tell(self, _kind: DocumentKind) -> None:
        self.moved.emit()


def as_the_template_has_it(options: Options) -> Options:
    """Nothing chosen of the look; whose habit a letter follows is no matter of looks."""
    return msgspec.structs.replace(USUAL, country=options.country)


def _shared(options: Options, before: Options) -> Options:
    return msgspec.structs.replace(options, **{name: getattr(before, name) for name in OWN})


def _chosen(document: Document) -> "Chosen":
    from jobmatch_desktop.services.looks import Chosen

    return Chosen(document.template, document.options, document.shows_photo)
