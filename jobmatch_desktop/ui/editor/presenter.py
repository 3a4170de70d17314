"""What the workspace does: opens an application, follows what is written in it, keeps it saved, and offers the ways on."""

import functools
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.events import (
    DocumentChanged,
    PartEnded,
    PartStarted,
    ProfileMoved,
    TaskChanged,
    TaskEvent,
    TextArrived,
    task_of,
)
from jobmatch_desktop.domain.task import RUNNING, Status, Task, TaskId
from jobmatch_desktop.domain.undoing import History
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.editor.document_calls import DocumentCalls
from jobmatch_desktop.ui.editor.foot_news import FootNews
from jobmatch_desktop.ui.editor.foot_state import Ended
from jobmatch_desktop.ui.editor.marking import Markings
from jobmatch_desktop.ui.editor.part_places import PartPlaces, show_written
from jobmatch_desktop.ui.editor.ports import Editor, OfDocument, Opened
from jobmatch_desktop.ui.editor.previewing import Previewing
from jobmatch_desktop.ui.editor.refusals import Refusals
from jobmatch_desktop.ui.editor.saving import SaveState, Saving
from jobmatch_desktop.ui.editor.spelling import Spellings
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.live import LiveTasks, Refused

if TYPE_CHECKING:  # what the window shows takes none of them: they come with all their parts
    from jobmatch_desktop.services.models import Writer
    from jobmatch_desktop.services.parts import Services

SETTLING = 400
"""Milliseconds for the stored text to come after a task has ended; after that the editor goes on with what it has."""


class WorkspacePresenter(QObject):
    """Decides for the workspace. UI thread; knows no widget. One application is open at a time."""

    opened = Signal(object)
    application_changed = Signal(object)
    set_anew = Signal(object)
    """The kind of a document whose language or look is another one now."""
    saved = Signal(object, object, object)
    """Kind of document, `SaveState`, `Trouble` or None."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""
    told = Signal(str)
    """A short word of what was done."""
    events = Signal(object)
    """A batch of the feed."""
    closing = Signal()
    """The application is left, or another takes its place."""
    task_changed = Signal(object)
    """A `Task` as it stands now."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        pdfium: Executor,
        editors: dict[DocumentKind, Editor],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._editors = editors
        self.calls = DocumentCalls(services.documents, engine)
        self.live = LiveTasks()
        self.background = Background(self.failed.emit)
        self.previewing = Previewing(self.calls.pdf, pdfium, self)
        self.refusals = Refusals(services, engine, self.background, self.flush, self)
        self.markings = Markings(
            services,
            engine,
            self.background,
            {kind: editor.marks for kind, editor in editors.items()},
            lambda: self._application,
            self.document,
            self.take_application,
            self,
        )
        self.spellings = Spellings(
            services,
            engine,
            self.background,
            {kind: editor.spelling for kind, editor in editors.items()},
            lambda: self._application,
            self.document,
            self,
        )
        self._looking = (self.markings, self.spellings)
        self._application: Application | None = None
        self._savings: dict[DocumentKind, Saving] = {}
        self._places = PartPlaces()
        self._settling: dict[DocumentKind, QTimer] = {}
        self._shown = DocumentKind.CV
        self.foot = FootNews(services, engine, self.background, self.live, lambda: self.document(self._shown), self)

    @property
    def application(self) -> Application | None:
        """The application that is open."""
        return self._application

    def document(self, kind: DocumentKind) -> Document | None:
        """The document as it was stored last."""
        saving = self._savings.get(kind)
        return saving.document if saving else None

    async def load_tasks(self) -> None:
        """Takes in the tasks that were there when the window opened. Call once, after the feed is connected."""
        for task in await self._engine.call(self._services.generation.tasks):
            self.live.load(task)
            self.foot.name_later(task)
        self.foot.refresh()

    async def open(self, application: int) -> None:
        """Opens an application; the one before is saved first, and stays open where that cannot be done."""
        while True:
            if not await self.flush():
                return
            found = await self._engine.call(self._services.applications.get, application)
            documents = await self._engine.call(self._services.documents.of, application)
            histories = {
                kind: await self._engine.call(self._services.versions.history, document.id)
                for kind, document in documents.items()
            }
            if all(saving.clean for saving in self._savings.values()):
                break  # nothing was typed meanwhile
        await self._close()
        self._application = found
        self.foot.name(found)
        for kind, document in documents.items():
            self._take_document(kind, document, histories[kind])
        self.opened.emit(Opened(found, documents))
        await self._find_ended(application)
        self.foot.refresh()

    async def flush(self) -> bool:
        """Saves what is not saved yet; False where that could not be done, which is told."""
        return all([await saving.flush() for saving in list(self._savings.values())])

    def unsaved(self) -> bool:
        """Whether text is in an editor that could not be saved."""
        return any(saving.unsaved for saving in self._savings.values())

    async def wind_up(self) -> None:
        """Before the program ends: saves, and starts nothing more."""
        await self.flush()
        await self._close()
        self.foot.stop()
        await self.previewing.wind_up()
        self.background.cancel()
        await self.background.settle()

    def show_kind(self, kind: DocumentKind) -> None:
        """The person looks at this document now."""
        self._shown = kind
        for looking in self._looking:
            looking.show_kind(kind)
        self.foot.refresh()

    def edited(self, kind: DocumentKind) -> None:
        """The person typed in a document."""
        if saving := self._savings.get(kind):
            saving.edited()
        self._look_through(kind)

    def _look_through(self, kind: DocumentKind) -> None:
        """A text is another one now."""
        for looking in self._looking:
            looking.changed(kind)

    def flush_later(self) -> None:
        """Saves now, without waiting for it."""
        self.background.start(self.flush())

    async def _close(self) -> None:
        self.closing.emit()
        for timer in self._settling.values():
            timer.stop()
        closed = list(self._savings.values())
        self._savings, self._settling = {}, {}
        self._application = None
        for looking in self._looking:
            looking.stop()
        for saving in closed:
            await saving.wind_up()
            saving.deleteLater()
        self.previewing.stop()

    def _take_document(self, kind: DocumentKind, document: Document, history: History) -> None:
        saving = Saving(document, self._editors[kind], self.calls.save, self.calls.get, self)
        saving.state.connect(OfDocument(kind, self.saved, self).tell)
        self._savings[kind] = saving
        settling = QTimer(self, singleShot=True, interval=SETTLING)
        settling.setObjectName(kind)
        settling.timeout.connect(self._settle_late)
        self._settling[kind] = settling
        editor = self._editors[kind]
        editor.set_text(document.text, history)
        if live := self.live.writing(document.id):
            show_written(editor, live)
        self.saved.emit(kind, SaveState.SAVED, None)
        self.refusals.clear(kind)
        self._look_through(kind)

    async def _find_ended(self, application: int) -> None:
        """What was interrupted or set aside, in this run of the program or an earlier one, and is not decided about."""
        latest: dict[int, Task] = {}
        for task in await self._engine.call(self._services.generation.tasks):
            if task.spec.application == application and task.spec.document is not None:
                latest.setdefault(task.spec.document, task)
        for document, task in latest.items():
            if task.status is Status.INTERRUPTED and not self.foot.knows(document):
                await self.foot.keep_ended(task)
            if (kind := self._kind_of_document(document)) is not None:
                await self.refusals.find(kind, task)

    # What the engine tells

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        self.events.emit(events)
        for event in events:
            self.live.take(event)
            if isinstance(event, DocumentChanged):
                self._document_changed(event)
            elif isinstance(event, TaskChanged):
                self._task_changed(event.task)
            elif isinstance(event, ProfileMoved):
                self._profile_moved(event)
            else:
                self._to_editor(event)
        # More words change speed and time left alone, which the tick looks at.
        if not all(isinstance(event, TextArrived) for event in events):
            self.foot.refresh()

    def _to_editor(self, event: TaskEvent) -> None:
        kind = self._kind_of(task_of(event))
        if kind is None:
            return
        editor = self._editors[kind]
        if isinstance(event, PartStarted):
            if not event.beside:
                editor.begin_part(event.key, at=self._places.of(event, editor.text_to_save()))
            if event.begun:
                editor.append(event.key, event.begun)
            self.refusals.drop(kind, event.key)
        elif isinstance(event, TextArrived) and not event.thinking:
            editor.append(event.key, event.text)
        elif isinstance(event, PartEnded):
            editor.end_part(event.key, event.body if event.accepted else None)
            if not event.accepted:
                self.refusals.add(kind, Refused(event.task, event.key, event.body, event.reasons))
            self._look_through(kind)

    def _task_changed(self, task: Task) -> None:
        self.task_changed.emit(task)
        self.foot.name_later(task)
        if task.status in RUNNING:
            self.foot.take(task.spec.document)
            return
        kind = self._kind_of_document(task.spec.document)
        if kind is not None:
            self._settling[kind].start()
        if task.status is Status.COMPLETED:
            self.live.forget(task.id)
        elif task.spec.document is not None and self.live.get(task.id):
            self.background.start(self.foot.keep_ended(task))

    def _document_changed(self, event: DocumentChanged) -> None:
        if (kind := self._kind_of_document(event.document)) is not None:
            saving, take = self._savings[kind], functools.partial(self._take_changed, event)
            self.background.start(saving.when_saved(take)) if saving.under_way else take()

    def _take_changed(self, event: DocumentChanged) -> None:
        if (kind := self._kind_of_document(event.document)) is not None:
            saving = self._savings[kind]
            saving.changed_elsewhere(event.text, event.revision)
            self._look_through(kind)
            if not self.live.writing(event.document):
                self._settle(kind)
            self.background.start(self._look_up(saving))

    def _settle_late(self) -> None:
        """No text was stored when a task ended: the draft stands. What came in all the same is saved as an edit."""
        self._settle(DocumentKind(self.sender().objectName()))

    def _settle(self, kind: DocumentKind) -> None:
        self._settling[kind].stop()
        self._editors[kind].end_generation()
        self._savings[kind].check()
        self._look_through(kind)

    async def _look_up(self, saving: Saving) -> None:
        """A generation may have put the document into another language or look, which the event does not say."""
        self.take_look(await self._engine.call(self._services.documents.get, saving.document.id))

    def take_look(self, found: Document) -> None:
        """Takes language and look of a document: the pages follow."""
        saving = self._savings.get(found.kind)
        if saving is not None and saving.document.id == found.id and saving.take_look(found):
            self.set_anew.emit(found.kind)

    # What the person asks for

    def generate(self, kind: DocumentKind, choice: Choice) -> None:
        """Has a document written; the text as it stands is saved first."""
        self.background.start(self._generate(kind, choice))

    async def _generate(self, kind: DocumentKind, choice: Choice) -> None:
        if self._application is None:
            return
        application = self._application.id
        await self.flush()
        if document := self.document(kind):
            self.foot.take(document.id)
        self.refusals.clear(kind)
        task = await self._engine.call(self._services.generation.start, application, kind, choice)
        if notes := await self._engine.call(self._services.generation.notes, task):
            self.told.emit(" ".join(notes))

    def take_way(self, key: str) -> None:
        """A way on that the foot offered: `stop:<task>`, or one of the ended task of the document in view."""
        if key.startswith("stop:"):
            self.background.start(self._stop(TaskId(key.removeprefix("stop:"))))
            return
        document = self.document(self._shown)
        if document and (ended := self.foot.take(document.id)):
            self.live.forget(ended.task.id)
            self.background.start(self._go_on(key, ended))
        self.foot.refresh()

    async def _stop(self, task: TaskId) -> None:
        await self._engine.call(self._services.generation.stop, task)

    async def _go_on(self, key: str, ended: Ended) -> None:
        await self.flush()
        try:
            if key in ("resume", "retry", "keep"):
                await self._engine.call(getattr(self._services.generation, key), ended.task.id)
            elif key == "compose":
                language = ended.task.spec.options.language
                await self._generate(DocumentKind(ended.task.spec.kind), Choice(COMPOSER, language=language))
        except JobMatchError:
            self.foot.put_back(ended)
            raise

    def set_status(self, status: ApplicationStatus) -> None:
        """How far the application is."""
        if self._application is not None and status is not self._application.status:
            self.update(msgspec.structs.replace(self._application, status=status))

    def update(self, application: Application) -> None:
        """Stores what the person changed of the application."""
        self.background.start(self._update(application))

    async def _update(self, application: Application) -> None:
        stored = await self._engine.call(self._services.applications.update, application)
        self.foot.name(stored)
        self.take_application(stored)

    def _profile_moved(self, event: ProfileMoved) -> None:
        if self._application is not None and self._application.kept == event.kept:
            self.background.start(self._read_application(self._application.id))

    async def _read_application(self, application: int) -> None:
        self.take_application(await self._engine.call(self._services.applications.get, application))

    def take_application(self, application: Application) -> None:
        """Takes the application as it was stored, if it is the one that is open."""
        if self._application is not None and self._application.id == application.id:
            self._application = application
            self.application_changed.emit(application)
            self.markings.facts_changed()

    async def writers(self) -> "list[Writer]":
        """Who can write now."""
        return await self._engine.call(self._services.models.writers)

    def _kind_of(self, task: TaskId | None) -> DocumentKind | None:
        live = self.live.get(task) if task is not None else None
        return self._kind_of_document(live.task.spec.document) if live else None

    def _kind_of_document(self, document: int | None) -> DocumentKind | None:
        return next((kind for kind, saving in self._savings.items() if saving.document.id == document), None)
