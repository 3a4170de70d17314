"""A desk to test the workspace at: services with the same calls over one application in memory, real pages, scripted tasks."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.claim_decision import ClaimDecision
from jobmatch_desktop.domain.document import Document, DocumentKind, VersionEntry
from jobmatch_desktop.domain.events import (
    DocumentChanged,
    PartEnded,
    PartStarted,
    PhaseChanged,
    TaskChanged,
    TaskEvent,
    TextArrived,
)
from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.storage_errors import StaleRevision
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import Estimate, GenerationOptions, Status, Task, TaskId, TaskSpec
from jobmatch_desktop.domain.undoing import History, Tail
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.formats.writers.pdf import Pdf, PdfWriter
from jobmatch_desktop.providers.protocol import Availability, Model, State
from jobmatch_desktop.services.actuals import Actual
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.exporting import Exported, Exporter
from jobmatch_desktop.services.grounding_marks import GroundingMarks
from jobmatch_desktop.services.looks import Looks
from jobmatch_desktop.services.merging import Conflict
from jobmatch_desktop.services.models import Writer
from jobmatch_desktop.services.preflight import PartForeseen, Preflight
from jobmatch_desktop.storage.settings import Settings
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact, with_lines
from jobmatch_desktop.writing.spelling_words import SpelledWord

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CV = """# Richard Hendriks
Core engineer · Palo Alto, CA · [richard@example.com](mailto:richard@example.com) · (912) 555-4321

## Summary
Engineer with eight years on compression, streaming and the services around them. Builds small, measured systems.

## Experience
### CEO and President · Pied Piper
Dec 2013 – Dec 2014 · Palo Alto, CA
- Built a lossless compression engine and the API that served it
- Took the platform from prototype to a first paying customer
- Grew the engineering team from two to eight

### Software engineer · Hooli
Jan 2011 – Nov 2013
- Rewrote the upload path of the media service in Go
- Cut median upload time by a third for large files

## Education
### B.Sc. Information Technology · University of Oklahoma
Jun 2011 – Jan 2014

## Skills
Go, Python, PostgreSQL, Kubernetes, information theory, technical writing

## Languages
English (native), French (fluent)
"""
RESUME: dict[str, Any] = {
    "basics": {
        "name": "Richard Hendriks",
        "label": "Core engineer",
        "email": "richard@example.com",
        "phone": "(912) 555-4321",
        "summary": "Engineer with eight years on compression, streaming and the services around them."
        " Builds small, measured systems.",
        "location": {"city": "Palo Alto", "region": "CA"},
    },
    "work": [
        {
            "name": "Pied Piper",
            "position": "CEO and President",
            "location": "Palo Alto, CA",
            "startDate": "2013-12",
            "endDate": "2014-12",
            "highlights": [
                "Built a lossless compression engine and the API that served it",
                "Took the platform from prototype to a first paying customer",
                "Grew the engineering team from two to eight",
            ],
        },
        {
            "name": "Hooli",
            "position": "Software engineer",
            "startDate": "2011-01",
            "endDate": "2013-11",
            "highlights": [
                "Rewrote the upload path of the media service in Go",
                "Cut median upload time by a third for large files",
            ],
        },
    ],
    "education": [
        {
            "institution": "University of Oklahoma",
            "studyType": "B.Sc.",
            "area": "Information Technology",
            "startDate": "2011-06",
            "endDate": "2014-01",
        }
    ],
    "skills": [
        {
            "name": "Engineering",
            "keywords": ["Go", "Python", "PostgreSQL", "Kubernetes", "information theory", "technical writing"],
        }
    ],
    "languages": [{"language": "English", "fluency": "native"}, {"language": "French", "fluency": "fluent"}],
}
LETTER = """# Richard Hendriks
Core engineer · Palo Alto, CA · [richard@example.com](mailto:richard@example.com)

Northwind Logistics
Berlin

Palo Alto, 25 November 2026

## Senior backend engineer

Dear hiring team,

I am writing about the post of senior backend engineer.

At Pied Piper I built a lossless compression engine and the API that served it.

Yours sincerely,

Richard Hendriks
"""
APPLICATION = Application(
    id=1,
    profile=1,
    offer_id=1,
    offer=Offer(
        text="Senior backend engineer\n\nWe look for an engineer who has built services in Go.",
        title="Senior backend engineer",
        company="Northwind Logistics",
        place="Berlin or remote",
        deadline="12 Dec",
    ),
    person="Richard Hendriks",
    status=ApplicationStatus.IN_PROGRESS,
    notes="",
    created=NOW,
    changed=NOW,
)


def document(number: int, kind: DocumentKind, text: str) -> Document:
    """A document of the application at revision 1."""
    return Document(number, 1, kind, text, 1, None, "en", "classic", NOW)


@dataclass
class Desk:
    """The services. `tell` gets events as the runner's would come; `calls` are what was asked for, in order."""

    tell: Callable[[list[TaskEvent]], None] = lambda events: None
    application: Application = APPLICATION
    texts: dict[DocumentKind, Document] = field(
        default_factory=lambda: {
            DocumentKind.CV: document(1, DocumentKind.CV, CV),
            DocumentKind.LETTER: document(2, DocumentKind.LETTER, LETTER),
        }
    )
    tasks: list[Task] = field(default_factory=list)
    journal: list[Entry] = field(default_factory=list)
    aside: list[Entry] = field(default_factory=list)
    profiles: list[dict[str, Any]] = field(default_factory=lambda: [RESUME])
    decisions: list[ClaimDecision] = field(default_factory=list)
    calls: list[tuple[object, ...]] = field(default_factory=list)
    versions: list[VersionEntry] = field(default_factory=list)
    histories: dict[int, History] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    suggestions: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    fault: Exception | None = None
    photo: bytes = b""
    slow: float = 0.0
    writers: list[Writer] = field(
        default_factory=lambda: [
            Writer(COMPOSER, Availability(State.READY)),
            Writer("ollama", Availability(State.READY, (Model("llama3.2:3b", 2_019_393_189, "3.2B"),))),
        ]
    )

    asked: dict[str, Availability] = field(default_factory=dict)
    preflight: Preflight = field(
        default_factory=lambda: Preflight(
            Choice(), Estimate(2300, 410, 1290), (PartForeseen("summary", 1290),), context_limit=8192
        )
    )
    actual: Actual = field(default_factory=Actual)
    conflicts: tuple[Conflict, ...] = ()

    def __post_init__(self) -> None:
        self.pages = Exporter(PdfWriter())
        self.looks = Looks(
            SimpleNamespace(set_look=self._set_look),  # type: ignore[arg-type]
            SimpleNamespace(of=self._photo, set=self._set_photo),  # type: ignore[arg-type]
            self.pages,
        )
        self.languages: list[str] = []

    def services(self) -> SimpleNamespace:
        """In the shape of services.parts.Services."""
        return SimpleNamespace(
            applications=SimpleNamespace(get=self._get_application, update=self._update),
            documents=SimpleNamespace(of=self._of, get=self._get, save=self._save, pdf=self._pdf, export=self._export),
            generation=SimpleNamespace(
                tasks=self._tasks,
                journal=self._journal,
                start=self._start,
                notes=self._notes,
                stop=self._called("stop"),
                retry=self._called("retry"),
                resume=self._called("resume"),
                keep=self._called("keep"),
                use=self._called("use"),
                leave=self._called("leave"),
                set_aside=self._set_aside,
            ),
            versions=SimpleNamespace(history=self._history, list=self._versions),
            looks=self.looks,
            spelling=SimpleNamespace(misspelt=self._misspelt, suggest=self._suggest, add=self._called("add word")),
            preferences=SimpleNamespace(settings=self.settings, change=self._prefer),
            models=SimpleNamespace(writers=self._writers, availability=self._availability),
            preflights=SimpleNamespace(of=self._preflight, actual=self._actual),
            marks=GroundingMarks(
                SimpleNamespace(  # type: ignore[arg-type]
                    profiles=SimpleNamespace(get=self._source), skills=SimpleNamespace(added=self._added_skills)
                ),
                SimpleNamespace(of=self._decisions, decide=self._decide, forget=self._forget),  # type: ignore[arg-type]
                NOW.date,
            ),
            matching=SimpleNamespace(have=self._have),
            profiles=SimpleNamespace(get=self._profile),
            merging=SimpleNamespace(conflicts=self._conflicts, keep_mine=self._called("keep mine")),
        )

    def change_elsewhere(self, kind: DocumentKind, text: str) -> DocumentChanged:
        """Stores another text, as a service does when a task has ended."""
        stored = self.texts[kind]
        self.texts[kind] = msgspec.structs.replace(stored, text=text, revision=stored.revision + 1)
        return DocumentChanged(stored.id, text, stored.revision + 1)

    async def _get_application(self, number: int) -> Application:
        return self.application

    async def _update(self, application: Application) -> Application:
        self.application = application
        return application

    async def _of(self, application: int) -> dict[DocumentKind, Document]:
        found = dict(self.texts)
        await asyncio.sleep(self.slow)
        return found

    async def _get(self, number: int) -> Document:
        return next(text for text in self.texts.values() if text.id == number)

    async def _prefer(self, **chosen: object) -> None:
        self.calls.append(("prefer", chosen))

    async def _misspelt(self, text: str, language: str, known: frozenset[str]) -> tuple[SpelledWord, ...]:
        return tuple(
            SpelledWord(found.start(), found.end(), found[0])
            for wrong in self.wrong
            for found in re.finditer(rf"\b{wrong}\b", text)
            if wrong not in known
        )

    async def _suggest(self, word: str, language: str) -> tuple[str, ...]:
        return self.suggestions

    async def _history(self, number: int) -> History:
        return self.histories.get(number, History())

    async def _versions(self, number: int) -> list[VersionEntry]:
        return [version for version in self.versions if version.document == number]

    async def _save(self, number: int, text: str, revision: int, history: Tail | None = None) -> Document:
        self.calls.append(("save", number, text))
        if self.fault is not None:
            raise self.fault
        stored = await self._get(number)
        if history is not None:
            steps = self.histories.get(number, History()).steps[: history.fresh] + history.steps
            self.histories[number] = History(steps, history.done, history.first, history.fresh + len(history.steps))
        if stored.text == text:
            return stored
        if stored.revision != revision:
            raise StaleRevision(document=number, stored=stored.revision, given=revision)
        self.texts[stored.kind] = msgspec.structs.replace(stored, text=text, revision=revision + 1)
        return self.texts[stored.kind]

    async def _pdf(self, text: str, kind: DocumentKind, language: str, template: str, options: Options) -> Pdf:
        self.calls.append(("pdf", text))
        self.languages.append(language)
        return await asyncio.to_thread(self.pages.pdf, text, kind, language, template, options)

    async def _set_look(self, number: int, template: str, options: Options, shows_photo: bool) -> Document:
        self.calls.append(("look", number, template))
        if self.fault is not None:
            raise self.fault
        stored = await self._get(number)
        photo = self.photo if shows_photo and stored.kind is DocumentKind.CV else b""
        self.texts[stored.kind] = msgspec.structs.replace(
            stored,
            template=template,
            options=msgspec.structs.replace(options, photo=photo),
            shows_photo=shows_photo,
        )
        return self.texts[stored.kind]

    async def _photo(self, kept: int) -> bytes:
        return self.photo

    async def _set_photo(self, kept: int, data: bytes) -> None:
        self.photo = data

    async def _export(self, number: int, paths: Sequence[Path]) -> list[Exported]:
        self.calls.append(("export", number, list(paths)))
        return [Exported(path) for path in paths]

    async def _conflicts(self, number: int) -> tuple[Conflict, ...]:
        return self.conflicts if number == self.texts[DocumentKind.CV].id else ()

    async def _tasks(self) -> list[Task]:
        return list(self.tasks)

    async def _journal(self, task: TaskId) -> list[Entry]:
        return list(self.journal)

    async def _start(self, application: int, kind: DocumentKind, choice: Choice) -> TaskId:
        self.calls.append(("start", kind, choice))
        return TaskId("t1")

    async def _notes(self, task: TaskId) -> tuple[str, ...]:
        return ()

    async def _set_aside(self, task: TaskId) -> tuple[Entry, ...]:
        return tuple(self.aside)

    async def _source(self, profile: int) -> SimpleNamespace:
        return SimpleNamespace(source=self.profiles[profile - 1])

    async def _added_skills(self) -> tuple[()]:
        return ()

    async def _profile(self, profile: int) -> Profile:
        return profile_of(self.profiles[profile - 1])

    async def _have(self, application: int, line: ProfileFact) -> Application:
        self.profiles.append(with_lines(self.profiles[self.application.profile - 1], [line])[0])
        self.application = msgspec.structs.replace(self.application, profile=len(self.profiles))
        return self.application

    async def _decisions(self, document: int) -> list[ClaimDecision]:
        return list(self.decisions)

    async def _decide(self, document: int, decision: ClaimDecision) -> None:
        self.decisions.append(decision)

    async def _forget(self, document: int, decision: ClaimDecision) -> None:
        self.decisions.remove(decision)

    async def _availability(self, provider: str) -> Availability:
        self.calls.append(("availability", provider))
        return self.asked[provider]

    async def _preflight(self, application: int, kind: DocumentKind, choice: Choice) -> Preflight:
        self.calls.append(("preflight", kind, choice))
        return msgspec.structs.replace(self.preflight, choice=choice)

    async def _actual(self, task: Task) -> Actual:
        return self.actual

    async def _writers(self) -> list[Writer]:
        return self.writers

    def _called(self, name: str) -> Callable[..., object]:
        async def call(*values: object) -> None:
            self.calls.append((name, *values))
            if self.fault is not None:
                raise self.fault

        return call


class PlainOffer(QLabel):
    """The least that a page of the offer is."""

    changed = Signal(object)

    def show_application(self, application: Application) -> None:
        self.setText(application.offer.text)

    def panes(self) -> list[QWidget]:
        return [self]


def task(
    name: str = "t1",
    status: Status = Status.PROCESSING,
    number: int = 1,
    kind: str = "cv",
    position: int = 0,
    **more: object,
) -> Task:
    """A task that writes a document with a local model."""
    spec = TaskSpec(
        kind, "ollama", "llama3.2:3b", "ollama", GenerationOptions("en", "2026-11-25"), number // 10 + 1, None, number
    )
    return Task(TaskId(name), spec, status, NOW, NOW, position=position, **more)  # type: ignore[arg-type]


def writing(key: str, text: str, name: str = "t1", number: int = 1, count: int = 4) -> list[TaskEvent]:
    """A task that has come to this part and written this much of it."""
    return [
        TaskChanged(task(name)),
        PhaseChanged(TaskId(name), Phase.WRITING, 0.0),
        PartStarted(TaskId(name), key, number, count, 1),
        TextArrived(TaskId(name), key, text),
    ]


def ended(key: str, body: str, accepted: bool, *reasons: str, name: str = "t1") -> PartEnded:
    """A part that is whole; `reasons` are the words that have no fact."""
    whys = tuple(Why("“{said}” has no fact.", said) for said in reasons)
    return PartEnded(TaskId(name), key, body, accepted, whys, Usage(tokens_written=20))
