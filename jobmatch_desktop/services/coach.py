"""The coach: talks with a model or with a form, kept per application and found again. For a page:

- `start` makes a talk, `conversations` lists those of an application (None: those of none), `turns` is what is shown of one, in order:
  the coach's opening first, then what the person said and the answers to it. `remove` deletes one with its answers.
- `send`, `regenerate`, `edit_and_resend`, `resume` (a cut answer) and `retry` give the id of a task at once; what the person typed is on
  disk before. Follow it by the feed: `TextArrived` with key `answer`, `thinking` apart; `TaskChanged` when it ends. `stop` stops it;
  `turns` then has what came. One answer per talk at a time: else `AnswerUnderWay`, whose `task` is the one at work.
- `choose` shows another of the answers to the same words (`Turn.answers`).
- `outgoing` tells exactly what a message would send before it is sent.
- `left_out` tells how many of the oldest messages no longer fit and are not sent to a model, and what of profile and offer is not.
- Without a model: `questions` is the form, `answer` keeps (or changes) the answer to one of them, in the same talk.
- `keeping` (services/coach_keeping.py): `propose` what is worth keeping, field by field; `keep_success`, `keep_pitch`, `keep_facts` write
  what the person confirmed; `successes` and `pitches` list, `update` and `forget` change what is kept.
"""

import asyncio
from collections.abc import Callable
from datetime import date

import msgspec

from jobmatch_desktop.domain.conversation import (
    COACH,
    CannotAnswer,
    Conversation,
    NeedsOffer,
    NothingSaid,
    TalkKind,
    Turn,
)
from jobmatch_desktop.domain.events import ProfileMoved, TaskChanged
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import (
    RUNNING,
    GenerationOptions,
    IllegalTransition,
    ModelSettings,
    Status,
    TaskId,
    TaskSpec,
)
from jobmatch_desktop.services.choice import COMPOSER, Choice, language_for
from jobmatch_desktop.services.coach_keeping import Keeping
from jobmatch_desktop.services.coach_talk import Talks
from jobmatch_desktop.services.coach_work import answer_of
from jobmatch_desktop.services.sending import Leaving
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.storage.conversations import ConversationRepository, answering
from jobmatch_desktop.storage.kept import KeptRepository
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.writing.coaching.questions import Question, guided
from jobmatch_desktop.writing.digest import LeftOut


class NotSent(msgspec.Struct, frozen=True):
    """What of a talk a model does not get: so many of the oldest messages; and what of profile and offer."""

    messages: int = 0
    material: tuple[LeftOut, ...] = ()


class Coach:
    """Talks through tasks. Coroutines run on the engine loop. Every one that is given a talk raises `RecordNotFound` where it is not
    there. `lane` names the queue for a provider at an address, `settings_of` is what the person set for a model of a provider, `tell`
    hears of tasks that were changed here."""

    def __init__(
        self,
        stored: Stored,
        conversations: ConversationRepository,
        kept: KeptRepository,
        talks: Talks,
        runner: Runner,
        lane: Callable[[str, str | None], str],
        settings_of: Callable[[str, str], ModelSettings],
        today: Callable[[], date],
        tell: Callable[[TaskChanged | ProfileMoved], None],
    ) -> None:
        self._stored = stored
        self._conversations = conversations
        self._talks = talks
        self._runner = runner
        self._lane = lane
        self._settings_of = settings_of
        self._today = today
        self._tell = tell
        self.keeping = Keeping(stored, conversations, kept, talks, today, tell)

    async def conversations(self, application: int | None) -> list[Conversation]:
        """The talks of an application, or those of none; the one last changed first."""
        return await self._conversations.list(application)

    async def newest(self) -> Conversation | None:
        """The talk last changed, whatever it is about; None where there is none."""
        return await self._conversations.newest()

    async def start(
        self, application: int | None, kind: TalkKind, *, language: str | None = None, profile: int | None = None
    ) -> Conversation:
        """A new talk, in the offer's language unless another is given. Without an application it is about `profile`, else the newest
        one, if any. Raises `RecordNotFound`, and `NeedsOffer` for an interview without an application."""
        if application is None:
            if kind is TalkKind.INTERVIEW:
                raise NeedsOffer()
            if profile is None:
                profile = next((row.id for row in await self._stored.profiles.list()), None)
            return await self._conversations.create(None, profile, kind, language_for(language, "en"))
        offer = (await self._stored.applications.get(application)).offer
        return await self._conversations.create(application, None, kind, language_for(language, offer.language))

    async def conversation(self, conversation: int) -> Conversation:
        """A talk."""
        return await self._conversations.get(conversation)

    async def turns(self, conversation: int) -> list[Turn]:
        """What is shown of a talk, in order."""
        return await self._talks.turns(await self._conversations.get(conversation))

    async def remove(self, conversation: int) -> None:
        """Deletes a talk, its answers and their tasks, once what is being written has stopped. What was kept of it stays."""
        await self._conversations.get(conversation)
        for said in await self._conversations.said(conversation):
            for task in said.tasks:
                if task.status in RUNNING:
                    await self._stopped(task.id)
        await self._conversations.remove(conversation)

    # -- with a model

    async def send(self, conversation: int, text: str, choice: Choice) -> TaskId:
        """Says something and asks a model for the answer. Raises `NothingSaid`, `CannotAnswer`, `AnswerUnderWay`."""
        _check(choice, text)
        await self._recovered()
        turn = await self._conversations.say(conversation, text.strip())
        return await self._ask(conversation, turn, choice)

    async def edit_and_resend(self, turn: int, text: str, choice: Choice) -> TaskId:
        """Puts other words in the place of what the person said, and asks for the answer. What was said from there on is kept, and no
        longer shown. Raises as `send`, and `RecordNotFound` for a turn that is not shown."""
        _check(choice, text)
        await self._recovered()
        conversation = await self._conversations.conversation_of(turn)
        said = await self._conversations.say(conversation, text.strip(), instead_of=turn)
        return await self._ask(conversation, said, choice)

    async def regenerate(self, conversation: int, choice: Choice) -> TaskId:
        """Asks again for the answer to what the person said last; the answers before are kept. Raises as `send`."""
        _check(choice, "again")
        await self._recovered()
        last = await self._last(conversation)
        await self._conversations.choose(last, None)
        return await self._ask(conversation, last, choice)

    async def choose(self, turn: int, task: TaskId) -> None:
        """Shows this one of the answers to a turn. Raises `RecordNotFound`."""
        conversation = await self._conversations.conversation_of(turn)
        said = next((one for one in await self._conversations.said(conversation) if one.turn.id == turn), None)
        if said is None or task not in {one.id for one in said.tasks}:
            raise RecordNotFound(thing="Answer", id=task)
        await self._conversations.choose(turn, task)

    async def stop(self, task: TaskId) -> None:
        """Stops an answer; what came is kept. Raises `TaskNotFound`, and `IllegalTransition` if it has ended."""
        await self._runner.cancel(task)

    async def resume(self, task: TaskId) -> TaskId:
        """Goes on with an answer that was cut. Raises `TaskNotFound`, `IllegalTransition`, `AnswerUnderWay`."""
        return (await self._runner.resume(task)).id

    async def retry(self, task: TaskId) -> TaskId:
        """Starts an answer that ended before it was whole over. Raises as `resume`."""
        return (await self._runner.start_over(task)).id

    async def keep(self, task: TaskId) -> None:
        """Settles an interrupted answer with what came of it. Raises `TaskNotFound`, and `IllegalTransition` where it has not ended."""
        found = await self._stored.tasks.get_task(task)
        if found.status is not Status.INTERRUPTED:
            if found.status in RUNNING:
                raise IllegalTransition(id=task, status=found.status, wanted="kept")
            return
        text, thinking = answer_of(await self._stored.tasks.journal(task))
        save = answering(found.spec.inputs["turn"], task, text, thinking)
        self._tell(TaskChanged(await self._stored.tasks.update_status(task, Status.CANCELLED, save=save)))

    async def left_out(self, conversation: int, choice: Choice) -> NotSent:
        """What of the talk as it is shown a model does not get. Asks the provider what the model holds; raises its errors."""
        talk = await self._conversations.get(conversation)
        if choice.provider == COMPOSER:
            return NotSent()
        turns = await self._talks.turns(talk)
        room = await self._talks.room(
            choice.provider, choice.model, choice.base_url, self._settings_of(choice.provider, choice.model)
        )
        profile, offer = await self._talks.material(talk)
        sent = await self._talks.prompt(talk, profile, offer, turns, room)
        return NotSent(sent.left_out, sent.material)

    async def outgoing(self, conversation: int, text: str, choice: Choice) -> Leaving:
        """Exactly what `send` would send of these words, with nothing of it sent; `Sending.sent` tells what an answer's task sent.
        Raises as `send` does, and what the provider raises."""
        _check(choice, text)
        talk = await self._conversations.get(conversation)
        return await self._talks.outgoing(talk, text.strip(), await self._spec(conversation, choice, 0))

    # -- without a model

    async def questions(self, conversation: int) -> tuple[Question, ...]:
        """The form of a talk."""
        talk = await self._conversations.get(conversation)
        _, offer = await self._talks.material(talk)
        return await asyncio.to_thread(guided, talk.kind, talk.language, offer)

    async def answer(self, conversation: int, question: str, text: str) -> int:
        """Keeps the answer to a question of the form and returns the turn's id; an earlier answer to the same question is kept and no
        longer shown. Raises `NothingSaid`, `AnswerUnderWay`, and `RecordNotFound` for a question that is not there."""
        if not text.strip():
            raise NothingSaid()
        if question not in {one.key for one in await self.questions(conversation)}:
            raise RecordNotFound(thing="Question", id=question)
        await self._recovered()
        said = await self._conversations.said(conversation)
        before = next((one.turn.id for one in said if one.turn.question == question), None)
        return await self._conversations.say(conversation, text.strip(), question=question, instead_of=before)

    async def _ask(self, conversation: int, turn: int, choice: Choice) -> TaskId:
        creation = self._runner.submit(await self._spec(conversation, choice, turn))
        await creation.committed
        return creation.id

    async def _spec(self, conversation: int, choice: Choice, turn: int) -> TaskSpec:
        talk = await self._conversations.get(conversation)
        inputs = {"turn": turn}
        profile = talk.profile
        if talk.application is not None:
            application = await self._stored.applications.get(talk.application)
            profile = application.profile
            inputs["offer"] = application.offer_id
        if profile is not None:
            inputs["profile"] = profile
        options = GenerationOptions(
            language=talk.language,
            today=self._today().isoformat(),
            base_url=choice.base_url,
            model_settings=self._settings_of(choice.provider, choice.model),
            context_limit=choice.context_limit,
        )
        return TaskSpec(
            kind=COACH,
            provider=choice.provider,
            model=choice.model,
            lane=self._lane(choice.provider, choice.base_url),
            options=options,
            application=talk.application,
            conversation=conversation,
            inputs=inputs,
        )

    async def _last(self, conversation: int) -> int:
        said = await self._conversations.said(conversation)
        if not said or said[-1].turn.id is None:
            raise NothingSaid()
        return said[-1].turn.id

    async def _stopped(self, task: TaskId) -> None:
        try:
            await self.stop(task)
        except IllegalTransition:
            return  # it ended in the meantime
        await self._runner.wait(task)

    async def _recovered(self) -> None:
        """A talk is not kept busy by a program that is gone."""
        await self._runner.recover()


def _check(choice: Choice, text: str) -> None:
    if not text.strip():
        raise NothingSaid()
    if choice.provider == COMPOSER:
        raise CannotAnswer()
