"""The talks there are, per application: found again, begun and deleted. Knows no widget."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.conversation import Conversation, TalkKind
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

SETTLE = 100
"""Milliseconds in which several changes are read as one."""


@dataclass(frozen=True)
class Talks:
    """What there is: the applications; the one chosen (None: talks about none); its talks, the one last changed first; the open one."""

    applications: tuple[Application, ...]
    application: int | None
    conversations: tuple[Conversation, ...]
    conversation: int | None
    answering: frozenset[int] = frozenset()


class TalksPresenter(QObject):
    """UI thread."""

    shown = Signal(object)
    """The `Talks` to show."""
    opened = Signal(object)
    """The id of the talk to open, or None."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._coach = services.coach
        self._engine = engine
        self.background = Background(self.failed.emit)
        self._talks: Talks | None = None
        self._wanted: int | None = None
        self._named = False
        """Whether the person, or another page, said which application."""
        self._answering: frozenset[int] = frozenset()
        self._reads = 0
        self._later = QTimer(self, singleShot=True, interval=SETTLE)
        self._later.timeout.connect(self.read)

    @property
    def application(self) -> int | None:
        """The application chosen."""
        return self._wanted

    def read(self) -> None:
        """Reads what there is now."""
        self._later.stop()
        self.background.start(self._read())

    def read_later(self, answering: set[int]) -> None:
        """Reads soon: talks were changed. `answering` are those that are being answered."""
        self._answering = frozenset(answering)
        self._later.start()

    def choose_application(self, application: int | None) -> None:
        """Shows the talks about another application, and opens the newest."""
        self._wanted, self._named = application, True
        self.background.start(self._read(open_newest=True))

    def find(self, conversation: int) -> None:
        """Opens a talk, whatever application it is about."""
        self._named = True
        self.background.start(self._find(conversation))

    def open(self, conversation: int) -> None:
        """Opens one of the talks shown."""
        if self._talks is not None and conversation != self._talks.conversation:
            self._show(conversation)
            self.opened.emit(conversation)

    def begin(self, kind: TalkKind) -> None:
        """Begins a talk."""
        self.background.start(self._begin(kind))

    def delete(self, conversation: int) -> None:
        """The person confirmed that a talk goes."""
        self.background.start(self._delete(conversation))

    async def wind_up(self) -> None:
        """Before the program ends: nothing is under way when it returns."""
        self._later.stop()
        self.background.cancel()
        await self.background.settle()

    async def _begin(self, kind: TalkKind) -> None:
        talk = await self._engine.call(self._coach.start, self._wanted, kind)
        await self._read()
        self.open(talk.id)

    async def _find(self, conversation: int) -> None:
        self._wanted = (await self._engine.call(self._coach.conversation, conversation)).application
        await self._read(opens=conversation)

    async def _delete(self, conversation: int) -> None:
        await self._engine.call(self._coach.remove, conversation)
        await self._read(open_newest=self._talks is not None and self._talks.conversation == conversation)

    async def _read(self, open_newest: bool = False, opens: int | None = None) -> None:
        self._reads += 1
        read = self._reads
        applications = tuple(await self._engine.call(self._services.applications.list))
        if not self._named:
            await self._find_newest(applications)
        wanted = self._wanted
        if wanted is not None and wanted not in {one.id for one in applications}:
            wanted = self._wanted = None
        conversations = tuple(await self._engine.call(self._coach.conversations, wanted))
        if read != self._reads and not open_newest and opens is None:
            return  # a later reading tells
        before = self._talks.conversation if self._talks is not None else None
        known = [one.id for one in conversations]
        stays = opens if opens is not None else before
        found = stays if stays in known and not open_newest else next(iter(known), None)
        first = self._talks is None
        self._talks = Talks(applications, wanted, conversations, found, self._answering)
        self.shown.emit(self._talks)
        if first or found != before:
            self.opened.emit(found)

    async def _find_newest(self, applications: tuple[Application, ...]) -> None:
        """At first, the application that was last talked about."""
        newest = await self._engine.call(self._coach.newest)
        if self._named:
            return
        self._named = True
        if newest is not None:
            self._wanted = newest.application
        elif applications:
            self._wanted = applications[0].id

    def _show(self, conversation: int | None) -> None:
        assert self._talks is not None
        self._talks = Talks(
            self._talks.applications, self._wanted, self._talks.conversations, conversation, self._answering
        )
        self.shown.emit(self._talks)
