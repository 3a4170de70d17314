"""Generations: started, stopped, gone on with, and what becomes of their parts."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from jobmatch_desktop.domain.document import Cause, Document, DocumentKind
from jobmatch_desktop.domain.events import DocumentChanged, TaskChanged
from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay, RecordNotFound
from jobmatch_desktop.domain.task import (
    RUNNING,
    GenerationOptions,
    IllegalTransition,
    ModelSettings,
    Status,
    Task,
    TaskId,
    TaskNotFound,
    TaskSpec,
    check_transition,
)
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.attempts import decided, streamed, unfinished
from jobmatch_desktop.services.choice import COMPOSER, Choice, options_of
from jobmatch_desktop.services.documents import Documents
from jobmatch_desktop.services.drafting import draft
from jobmatch_desktop.services.exporting import Exported, Exporter
from jobmatch_desktop.services.framing import place_frame
from jobmatch_desktop.services.leaning import written_from
from jobmatch_desktop.services.model_work import Plan
from jobmatch_desktop.services.models import chosen_model
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.placing import Place, nearest, place_part, place_parts
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.services.work_for import Privacy, plan_for
from jobmatch_desktop.storage.claim_decisions import ClaimDecisionRepository
from jobmatch_desktop.storage.documents import placing
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.writing.answers import clean
from jobmatch_desktop.writing.composer import language_note
from jobmatch_desktop.writing.parts import PartNotFound


class Generation:
    """Writes documents through tasks. Coroutines run on the engine loop, where the runner lives too.

    `today` gives the date that a document bears; `lane` names the queue for a provider at an address; `settings_of`
    is what the person set for a model of a provider; `privacy` is what may be said where; `tell` hears of texts and
    tasks that were changed here.
    """

    def __init__(
        self,
        stored: Stored,
        runner: Runner,
        providers: OpenProviders,
        exporter: Exporter,
        documents: Documents,
        decisions: ClaimDecisionRepository,
        lane: Callable[[str, str | None], str],
        settings_of: Callable[[str, str], ModelSettings],
        privacy: Privacy,
        today: Callable[[], date],
        tell: Callable[[DocumentChanged | TaskChanged], None],
    ) -> None:
        self._stored = stored
        self._runner = runner
        self._providers = providers
        self._exporter = exporter
        self._documents = documents
        self._decisions = decisions
        self._lane = lane
        self._settings_of = settings_of
        self._privacy = privacy
        self._today = today
        self._tell = tell

    async def start(self, application: int, kind: DocumentKind, choice: Choice, *, join: bool = True) -> TaskId:
        """Queues a generation and gives its id; where the document is being written already, the id of that task.

        Raises `RecordNotFound`, `UnreadableInput` for an address that is none, and `AlreadyUnderWay` instead of giving another's
        task to who does not want to `join` it.
        """
        kept = await self._stored.applications.get(application)
        document = (await self._documents.of(application))[kind]
        running = await self._stored.tasks.under_way(document.id, kind)
        if running is not None and not join:
            raise AlreadyUnderWay(running.id)
        if running is not None:
            return running.id
        model = await chosen_model(self._providers, choice)
        settings = self._settings_of(choice.provider, model)
        options = options_of(choice, kept.offer.language, self._today(), settings)
        profile = await written_from(self._stored, kept, kind, choice)
        spec = TaskSpec(
            kind=kind,
            provider=choice.provider,
            model=model,
            lane=self._lane(choice.provider, choice.base_url),
            options=options,
            application=application,
            document=document.id,
            inputs={
                "profile": profile,
                "facts": kept.profile,
                "offer": kept.offer_id,
                "base": await self._base(profile, kept.offer, document, choice.provider, options),
            },
        )
        creation = self._runner.submit(spec)
        try:
            await creation.committed
        except AlreadyUnderWay as other:
            if not join:
                raise
            return other.task
        return creation.id

    async def stop(self, task: TaskId) -> None:
        """Stops a task of any program; what came is kept. Raises `TaskNotFound`, and `IllegalTransition` if it has ended."""
        await self._runner.cancel(task)

    async def stop_all(self, application: int) -> None:
        """Stops what is being written for an application, and returns when it has ended."""
        running = [
            task for task in await self.tasks() if task.spec.application == application and task.status in RUNNING
        ]
        for task in running:
            with contextlib.suppress(IllegalTransition, TaskNotFound):  # it ended, or went, in the meantime
                await self.stop(task.id)
                await self.wait(task.id)

    async def retry(self, task: TaskId) -> TaskId:
        """Starts an ended task over. Raises `TaskNotFound` and `IllegalTransition`."""
        await self._frame_again(task)
        return (await self._runner.start_over(task)).id

    async def resume(self, task: TaskId) -> TaskId:
        """Goes on with an ended task from what it left. Raises `TaskNotFound` and `IllegalTransition`."""
        await self._frame_again(task)
        return (await self._runner.resume(task)).id

    async def wait(self, task: TaskId) -> Task:
        """The task when it has ended, whichever program runs it."""
        return await self._runner.wait(task)

    async def task(self, task: TaskId) -> Task:
        """The task as it stands. Raises `TaskNotFound`."""
        return await self._stored.tasks.get_task(task)

    async def notes(self, task: TaskId) -> tuple[str, ...]:
        """What a person should know of a task before they read its text: that their facts stand in another language, and what of
        profile and offer does not fit into what the model is given. Whole sentences. Raises `TaskNotFound`."""
        spec = (await self.task(task)).spec
        if spec.document is None:
            return ()
        profile = profile_of((await self._stored.profiles.get(spec.inputs["profile"])).source)
        note = await asyncio.to_thread(language_note, profile, spec.options.language)
        left = () if spec.provider == COMPOSER else (await self._plan(await self.task(task))).left_out
        return (*filter(None, [note]), *(one.text() for one in left))

    async def tasks(self) -> list[Task]:
        """Every task, newest first."""
        return await self._stored.tasks.list_tasks()

    async def journal(self, task: TaskId) -> list[Entry]:
        """What a task left, in order, since it was last started over. Raises `TaskNotFound`."""
        return await self._stored.tasks.journal(task)

    async def text(self, task: TaskId) -> str:
        """Exactly what a task streamed so far, in order; empty if nothing. Raises `TaskNotFound`."""
        return streamed(await self.journal(task))

    async def keep(self, task: TaskId) -> Document:
        """Puts what a task left, the part that was cut short too, into its document; an interrupted task is then settled.

        Raises `TaskNotFound`, and `IllegalTransition` where it has not ended.
        """
        found = await self.task(task)
        if found.status in RUNNING:
            raise IllegalTransition(id=task, status=found.status, wanted="kept")
        journal = await self.journal(task)
        written = {key: part.body for key, part in decided(journal).items() if part.accepted}
        if cut := unfinished(journal):
            steps = {step.key: step for step in (await self._plan(found)).steps}
            if cut[0] in steps and (body := clean(steps[cut[0]], cut[1])):
                written[cut[0]] = body
        save = await self._saving(found, place_parts(await self._drafted(found), written))
        if found.status is Status.INTERRUPTED:
            self._tell(TaskChanged(await self._stored.tasks.update_status(task, Status.CANCELLED, save=save)))
        else:
            await self._stored.database.write(save)
        return await self._changed(found)

    async def use(self, task: TaskId, key: str) -> Document:
        """Puts a part that was set aside into the document because the person wants it.

        Raises `PartNotFound` where the task has not written such a part, or the document has it no more.
        """
        found = await self.task(task)
        part = decided(await self.journal(task)).get(key)
        if part is None or not part.body:
            raise PartNotFound(key=key)
        save = await self._saving(found, place_part(await self._drafted(found), key, part.body))
        await self._stored.database.write(save)
        await self._decisions.decide_part(task, key)
        return await self._changed(found)

    async def set_aside(self, task: TaskId) -> tuple[Entry, ...]:
        """The parts of a task (entries of kind `rejected`) that did not come into its document and wait for the person to decide. Raises
        `TaskNotFound`."""
        last = {entry.key: entry for entry in await self.journal(task) if entry.kind in ("accepted", "rejected")}
        settled = await self._decisions.decided_parts(task)
        return tuple(one for key, one in last.items() if one.kind == "rejected" and one.text and key not in settled)

    async def leave(self, task: TaskId, key: str) -> None:
        """Keeps a part that was set aside out of the document: it is not offered again."""
        await self._decisions.decide_part(task, key)

    async def write_outs(self, task: Task) -> list[Exported]:
        """Writes the files that a task was asked for, if it completed. Raises storage faults by path."""
        if task.status is not Status.COMPLETED or not task.spec.options.outs:
            return []
        document = await self._document(task)
        paths = [Path(path) for path in task.spec.options.outs]
        return await asyncio.to_thread(
            self._exporter.export,
            document.text,
            paths,
            document.kind,
            document.language,
            document.template,
            document.options,
        )

    async def tell_document(self, task: Task) -> None:
        """Tells what a task that ended made of its document."""
        if task.spec.document is None:
            return
        try:
            document = await self._stored.documents.get(task.spec.document)
        except RecordNotFound:
            return  # removed together with its application: there is nothing to tell of
        self._tell(DocumentChanged(document.id, document.text, document.revision))

    async def _saving(self, task: Task, place: Place) -> Save:
        """What is saved of a task's words at a person's wish: the document stays in its language and template."""
        document = await self._document(task)
        return placing(
            document.id, place, cause=Cause.GENERATED, task=task.id, language=document.language, template=None
        )

    async def _drafted(self, task: Task) -> str:
        """The text that a task set out from."""
        return (await self._stored.documents.version(task.spec.inputs["base"])).text

    async def _document(self, task: Task) -> Document:
        assert task.spec.document is not None, "a generation has a document"
        return await self._stored.documents.get(task.spec.document)

    async def _plan(self, task: Task) -> Plan:
        words = self._privacy(task.spec.provider, task.spec.options.base_url)
        return await plan_for(self._stored, words, task)

    async def _changed(self, task: Task) -> Document:
        await self.tell_document(task)
        return await self._document(task)

    async def _base(
        self, profile: int, offer: Offer, document: Document, provider: str, options: GenerationOptions
    ) -> int:
        """The version whose parts the writer may put others in the place of: what differs from it is the person's."""
        if provider != COMPOSER:
            document = await self._framed(document, profile, offer, options)
        if options.rewrite_edited:
            return (await self._stored.documents.add_version(document.id, Cause.EDITED)).id
        versions = await self._stored.documents.versions(document.id)
        return nearest(versions, document).id

    async def _frame_again(self, task: TaskId) -> None:
        """An ended task that is to run again may find its document in another frame than the one that it writes in."""
        found = await self.task(task)
        check_transition(task, found.status, Status.PENDING)
        if found.spec.provider != COMPOSER and found.spec.document is not None:
            offer = await self._stored.offers.get(found.spec.inputs["offer"])
            await self._framed(await self._document(found), found.spec.inputs["profile"], offer, found.spec.options)

    async def _framed(self, document: Document, profile: int, offer: Offer, options: GenerationOptions) -> Document:
        """The document in the frame of a generation (services/framing.py), which the model's words come into."""
        language = options.language
        if document.kind is DocumentKind.CV and document.language == language:
            return document
        facts = profile_of((await self._stored.profiles.get(profile)).source)
        today, added = date.fromisoformat(options.today), await self._stored.skills.added()
        drafted = await asyncio.to_thread(draft, document.kind, facts, offer, language, today, options.letter, added)
        place = place_frame(document, drafted, language)
        if place is None:
            return document
        save = placing(
            document.id,
            place,
            cause=Cause.COMPOSED,
            task=None,
            language=language,
            template=options.template,
            country=drafted.country,
        )
        await self._stored.database.write(save)
        composed = await self._stored.documents.get(document.id)
        if composed != document:
            self._tell(DocumentChanged(composed.id, composed.text, composed.revision))
        return composed
