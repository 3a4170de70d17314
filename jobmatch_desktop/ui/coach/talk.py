"""One talk: what is shown of it, what is said in it, and what its answer is doing. Knows no widget."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.conversation import Conversation, Speaker, Turn
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.coach.answers import Answers
from jobmatch_desktop.ui.coach.shown import Message, messages_of, under_way
from jobmatch_desktop.ui.coach.words import doing_words
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.writing.coaching.questions import Question
from jobmatch_desktop.writing.digest import LeftOut

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

TICK = 500
"""Milliseconds between two looks at what an answer is doing."""
AGAIN = 1.0
"""Seconds between two readings of an answer that is not followed: another program's."""


@dataclass(frozen=True)
class Talk:
    """A talk as it is shown: `answered` is what was said to each question of the form; `material` what of profile and offer no
    model gets."""

    conversation: Conversation
    messages: tuple[Message, ...]
    questions: tuple[Question, ...]
    answered: dict[str, str]
    busy: TaskId | None = None
    material: tuple[LeftOut, ...] = ()


class TalkPresenter(QObject):
    """UI thread. One talk is open at a time; answers of others go on and are found when they are opened."""

    opened = Signal(object)
    """Another `Talk` is open, or None."""
    shown = Signal(object)
    """The open `Talk` as it is now."""
    arrived = Signal(str, str, bool)
    """More of the message with this key: the words, and whether they are thinking."""
    doing = Signal(str)
    """What the answer under way is doing; empty when there is none."""
    said = Signal(int, str)
    """In this talk this was said, and is on disk."""
    resent = Signal()
    """What was said in the place of a turn is on disk."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""
    changed = Signal()
    """Talks were changed: their order, or which are being answered."""

    def __init__(self, services: "Services", engine: Engine, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._coach = services.coach
        self._engine = engine
        self._clock = clock
        self.answers = Answers(services.owner, clock)
        self.background = Background(self.failed.emit)
        self.choice = Choice()
        """Who is asked."""
        self._open: int | None = None
        self._conversation: Conversation | None = None
        self._turns: list[Turn] = []
        self._questions: tuple[Question, ...] = ()
        self._left_out = 0
        self._material: tuple[LeftOut, ...] = ()
        self._reading = False
        self._read_again = False
        self._read_at = 0.0
        self._doing = ""
        self._following: TaskId | None = None
        """The answer that is shown as it is heard."""
        self._thinks = False
        self._key = ""
        self._saying: set[int] = set()
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._look)

    @property
    def conversation(self) -> int | None:
        """The talk that is open."""
        return self._open

    def open(self, conversation: int | None) -> None:
        """Opens a talk, or none."""
        self._open = conversation
        self._conversation, self._turns, self._questions = None, [], ()
        self._left_out, self._material = 0, ()
        self._following = None
        self._tick.stop()
        self._tell_doing()
        if conversation is None:
            self.opened.emit(None)
        else:
            self.read()

    def choose(self, choice: Choice, ready: bool) -> None:
        """Who is asked from now on, and whether it can answer."""
        self.choice = choice
        if ready and self._conversation is not None:
            self.background.start(self._fit(self._conversation.id))

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        changed, texts = self.answers.take(events)
        if any(task.spec.conversation == self._open for task in changed):
            self.read()
        busy = under_way(self._turns)
        for text in texts:
            if text.task != busy:
                continue
            if busy != self._following or (self._thinks and not text.thinking):
                # What was read and what was heard overlap, or how long it thought is known: shown anew, from what was heard.
                self._show()
                break
            self._thinks = text.thinking
            self.arrived.emit(self._key, text.text, text.thinking)
        self._tell_doing()
        if changed:
            self.changed.emit()

    def send(self, conversation: int, text: str) -> None:
        """Says something in a talk and asks for the answer."""
        if conversation not in self._saying:
            self._saying.add(conversation)
            self.background.start(self._say(conversation, text))

    def resend(self, turn: int, text: str) -> None:
        """Says something else in the place of a turn."""

        async def say() -> None:
            try:
                await self._engine.call(self._coach.edit_and_resend, turn, text, self.choice)
                self.resent.emit()
            finally:
                self.read()

        self.background.start(say())

    def ask_again(self) -> None:
        """Asks for another answer to what was said last."""
        self._do(self._coach.regenerate, self._open, self.choice)

    def show_answer(self, turn: int, task: str) -> None:
        """Shows another of the answers."""
        self._do(self._coach.choose, turn, task)

    def stop(self) -> None:
        """Stops the answer under way."""
        busy = under_way(self._turns)
        if busy is not None:
            self._do(self._coach.stop, busy)

    def go_on(self, task: TaskId) -> None:
        """Goes on with a cut answer."""
        self._do(self._coach.resume, task)

    def start_over(self, task: TaskId) -> None:
        """Starts an answer over."""
        self._do(self._coach.retry, task)

    def keep_part(self, task: TaskId) -> None:
        """Leaves a cut answer as it is."""
        self._do(self._coach.keep, task)

    async def answer(self, conversation: int, question: str, text: str) -> None:
        """Keeps the answer to a question of the form. Raises as the service."""
        await self._engine.call(self._coach.answer, conversation, question, text)
        if conversation == self._open:
            self.read()
        self.changed.emit()

    def read(self) -> None:
        """Reads the open talk anew; once more after a reading that is under way."""
        if self._reading:
            self._read_again = True
        elif self._open is not None:
            self._reading = True
            self.background.start(self._read(self._open))

    async def wind_up(self) -> None:
        """Before the program ends: nothing is under way when it returns."""
        self._tick.stop()
        self.background.cancel()
        await self.background.settle()

    async def _say(self, conversation: int, text: str) -> None:
        try:
            await self._engine.call(self._coach.send, conversation, text, self.choice)
            self.said.emit(conversation, text)
        finally:
            self._saying.discard(conversation)
            self.read()

    def _do(self, function: Callable[..., Awaitable[object]], *values: object) -> None:
        async def ask() -> None:
            try:
                await self._engine.call(function, *values)
            finally:
                self.read()

        self.background.start(ask())

    async def _read(self, conversation: int) -> None:
        first = self._conversation is None
        try:
            talk = await self._engine.call(self._coach.conversation, conversation)
            turns = await self._engine.call(self._coach.turns, conversation)
            questions = self._questions
            if first:
                questions = await self._engine.call(self._coach.questions, conversation)
        except RecordNotFound:
            if conversation == self._open:  # it was deleted elsewhere
                self.open(None)
                self.changed.emit()
            return
        finally:
            self._reading = False
            again, self._read_again = self._read_again or conversation != self._open, False
            if again:
                self.read()
        if conversation != self._open:
            return
        self._read_at = self._clock()
        before = under_way(self._turns)
        self._conversation, self._turns, self._questions = talk, turns, questions
        self._show(first)
        if first or (before is not None and under_way(turns) is None):
            self.background.start(self._fit(conversation))

    async def _fit(self, conversation: int) -> None:
        """What of the talk the model chosen would not get. Where it cannot be asked, the writer's own state says why."""
        if self.choice.provider == COMPOSER or not self.choice.model or under_way(self._turns):
            found: tuple[int, tuple[LeftOut, ...]] = (0, ())
        else:
            try:
                told = await self._engine.call(self._coach.left_out, conversation, self.choice)
            except ProviderError:
                return
            found = (told.messages, told.material)
        if conversation == self._open and found != (self._left_out, self._material):
            self._left_out, self._material = found
            self._show()

    def _show(self, first: bool = False) -> None:
        assert self._conversation is not None
        busy = under_way(self._turns)
        messages = messages_of(self._turns, self._left_out, self.answers.coming, self.answers.seconds)
        coming = self.answers.coming(busy) if busy is not None else None
        self._following = busy if coming is not None else None
        self._thinks = coming is not None and bool(coming.thinking) and not coming.text
        self._key = messages[-1].key
        talk = Talk(
            self._conversation,
            messages,
            self._questions,
            {turn.question: turn.text for turn in self._turns if turn.question and turn.speaker is Speaker.PERSON},
            busy,
            self._material,
        )
        (self.opened if first else self.shown).emit(talk)
        if busy is None:
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()
        self._tell_doing()

    def _look(self) -> None:
        busy = under_way(self._turns)
        if busy is not None and self.answers.coming(busy) is None and self._clock() - self._read_at >= AGAIN:
            self.read()
        self._tell_doing()

    def _tell_doing(self) -> None:
        busy = under_way(self._turns)
        words = ""
        if busy is not None:
            task, live = self.answers.running(busy), self.answers.live(busy)
            words = doing_words(task, live, self._clock(), task is None or self.answers.own(busy))
        if words != self._doing:
            self._doing = words
            self.doing.emit(words)
