"""The whole program on a folder, a model that answers as a test says, and what was told."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.domain.task import GenerationOptions, Task, TaskId
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.writing.parts import bodies
from jobmatch_desktop.writing.recipes import Step, cv_recipe, letter_recipe
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, Script
from tests.patience import SECONDS

TODAY = date(2026, 11, 25)
MODEL = "smollm2:135m"
CV, LETTER = DocumentKind.CV, DocumentKind.LETTER
LIE = "I have led 93 people in Haskell at Google since 1987."

E = TypeVar("E", bound=TaskEvent)


class House:
    """A program that is open."""

    def __init__(self) -> None:
        self.services: Services
        self.told: list[TaskEvent] = []
        self._changed = asyncio.Condition()
        self._notices: set[asyncio.Task[None]] = set()

    def observe(self, event: TaskEvent) -> None:
        self.told.append(event)
        notice = asyncio.create_task(self._notify())
        self._notices.add(notice)
        notice.add_done_callback(self._notices.discard)

    async def heard(self, condition: Callable[[], object]) -> None:
        """Returns once what was told makes the condition true."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(condition), SECONDS)

    def all(self, kind: type[E]) -> list[E]:
        """Every event of a kind, in order."""
        return [event for event in self.told if isinstance(event, kind)]

    async def sample(self) -> Application:
        return await self.services.applications.add_sample()

    async def document(self, application: Application, kind: DocumentKind = CV) -> Document:
        return (await self.services.documents.of(application.id))[kind]

    async def start(
        self, application: Application, server: OllamaServer, kind: DocumentKind = CV, **choices: Any
    ) -> TaskId:
        return await self.services.generation.start(application.id, kind, chosen(server, **choices))

    async def run(
        self, application: Application, server: OllamaServer, kind: DocumentKind = CV, **choices: Any
    ) -> Task:
        """A whole generation."""
        return await self.ended(await self.start(application, server, kind, **choices))

    async def ended(self, task: TaskId) -> Task:
        return await asyncio.wait_for(self.services.generation.wait(task), SECONDS)

    async def edit(self, document: Document, before: str, after: str) -> Document:
        """A person's edit in the text as it stands."""
        now = await self.services.documents.get(document.id)
        assert before in now.text
        return await self.services.documents.save(now.id, now.text.replace(before, after, 1), now.revision)

    async def steps(self, application: Application, kind: DocumentKind = CV, language: str = "en") -> tuple[Step, ...]:
        """What a generation would ask of a model now."""
        make = cv_recipe if kind is CV else letter_recipe
        profile = await self.services.profiles.get(application.profile)
        options = GenerationOptions(language, TODAY.isoformat())
        return make(profile, application.offer, options, (await self.document(application, kind)).text).steps

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@asynccontextmanager
async def opened(folder: Path, **more: Any) -> AsyncIterator[House]:
    """The program on a folder; `more` as in `open_program`. Faults are given up at once unless a test says otherwise."""
    house = House()
    async with open_program(folder, house.observe, **{"today": lambda: TODAY, "waits": (), **more}) as services:
        house.services = services
        yield house


def chosen(server: OllamaServer, **choices: Any) -> Choice:
    return Choice(**{"provider": "ollama", "model": MODEL, "base_url": server.url, **choices})


def reworded(step: Step) -> str:
    """What a truthful model might say: the draft's own sentences or bullets, the last one first."""
    return reordered(step.draft, step.shape)


def reordered(draft: str, shape: str) -> str:
    if shape == "bullets":
        return "\n".join(reversed(draft.split("\n")))
    return " ".join(reversed(re.split(r"(?<=[.!?]) ", draft.replace("\n", " "))))


def answers(steps: Iterable[Step]) -> list[Script]:
    """A truthful answer for each step."""
    return [Script(text=reworded(step)) for step in steps]


def silent_after(text: str, pieces: int) -> Script:
    """So many pieces of a text, and then nothing for as long as the client waits."""
    return Script(text=text, fault=Fault.SILENCE, fault_after=pieces)


def parts(document: Document) -> dict[str, str]:
    return bodies(document.text)
