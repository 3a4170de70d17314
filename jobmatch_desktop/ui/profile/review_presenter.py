"""Decides for the review of a file: what is shown of it, and what the person decided, on the disk at once."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.profile_import import NEW_PROFILE, Decided
from jobmatch_desktop.evidence.profile_taking import accepted
from jobmatch_desktop.ui.profile.dates import typed_date
from jobmatch_desktop.ui.profile.review_rows import (
    ReviewCard,
    ReviewChange,
    ReviewField,
    cards,
    changes,
    same_words,
    targets,
)
from jobmatch_desktop.ui.profile.sections import FieldKind
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.formats.imported import Box
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profile_importing import Review, WaitingImport
    from jobmatch_desktop.services.profiles import ProfileSummary


class LooseLine(msgspec.Struct, frozen=True):
    """A line that fits no field: its place among them, its words, its section, and where it was put (None: nowhere yet)."""

    place: int
    text: str
    section: str
    put: str | None
    box: "Box | None"


class ReviewShown(msgspec.Struct, frozen=True):
    """What is shown. Into a new profile go the `cards`; where it goes `into` a kept one, `changes` are what differs, and `same` what does
    not, a line each. `targets` are where loose lines may go (see review_rows)."""

    into: int
    profiles: tuple["ProfileSummary", ...]
    cards: tuple[ReviewCard, ...]
    changes: tuple[ReviewChange, ...]
    same: tuple[str, ...]
    lines: tuple[LooseLine, ...]
    targets: tuple[tuple[str, str], ...]

    def fields(self) -> Iterator[ReviewField]:
        """Everything that can be typed in, in the order of the review."""
        for card in self.cards:
            yield from card.fields()
        for change in self.changes:
            yield from change.fields()


class Counts(msgspec.Struct, frozen=True):
    """How many fields are unsure, how many lines are nowhere yet, and how many differences are taken (None: it is a new profile)."""

    unsure: int
    loose: int
    taken: int | None


class ReviewPresenter(QObject):
    """UI thread; knows no widget. Nothing is told after `close`."""

    shown = Signal(object)
    """The `ReviewShown`, anew."""
    counted = Signal(object)
    """The `Counts`."""
    accepted = Signal(object)
    """The `ProfileState` that it became; it waits no more."""
    dropped = Signal()
    """It was thrown away."""
    left = Signal()
    """All that was decided is on the disk, and the person goes."""
    failed = Signal(object)
    """A `Trouble`."""

    def __init__(
        self, services: "Services", engine: Engine, background: Background, waiting: "WaitingImport", parent: QObject
    ) -> None:
        super().__init__(parent)
        self.waiting = waiting
        self._services = services
        self._engine = engine
        self._background = background
        self._decided = waiting.decided
        self._stored = waiting.decided
        self._saving = False
        self._closed = False
        self._shown: ReviewShown | None = None

    @property
    def decided(self) -> Decided:
        """What was decided so far."""
        return self._decided

    def load(self) -> None:
        """Holds it against the profile that it goes into."""
        self._background.start(self._load())

    def close(self) -> None:
        """Tells nothing any more; what was decided is still stored."""
        self._closed = True

    # What the person decides

    def choose_into(self, kept: int) -> None:
        """It goes into another profile, or into a new one."""
        if kept != self._decided.into:
            self._decide(msgspec.structs.replace(self._decided, into=kept, gone=frozenset()))
            self.load()

    def type(self, field: ReviewField, words: str) -> None:
        """Other words for a field; none leave it out."""
        plain = words.strip() if field.kind in (FieldKind.TEXT, FieldKind.BULLET) else " ".join(words.split())
        texts = dict(self._decided.texts)
        if plain == field.original:
            texts.pop(field.path, None)
        else:
            texts[field.path] = typed_date(plain) if field.kind in (FieldKind.DATE, FieldKind.END) else plain
        self._decide(msgspec.structs.replace(self._decided, texts=texts))

    def confirm(self, field: ReviewField) -> None:
        """A field that the reader was unsure of is right."""
        texts = {**self._decided.texts, field.path: field.read}
        self._decide(msgspec.structs.replace(self._decided, texts=texts))

    def take(self, paths: Sequence[str], used: bool) -> None:
        """Uses something found, or leaves it out."""
        taken = {**self._decided.taken, **dict.fromkeys(paths, used)}
        self._decide(msgspec.structs.replace(self._decided, taken=taken))

    def take_away(self, key: str, away: bool) -> None:
        """Something that the file has no more goes from the profile, or stays."""
        gone = self._decided.gone | {key} if away else self._decided.gone - {key}
        self._decide(msgspec.structs.replace(self._decided, gone=gone))

    def put(self, place: int, target: str | None) -> None:
        """Where a line goes that fits no field: into a list or text, `""` for left out, None for not decided."""
        put = {**self._decided.put}
        put.pop(place, None)
        if target is not None:
            put[place] = target
        self._decide(msgspec.structs.replace(self._decided, put=put))

    def unsure(self, field: ReviewField) -> bool:
        """Whether the person should look at a field, and has not said that it is right."""
        return field.doubtful and field.path not in self._decided.texts and self._used(field)

    def _used(self, field: ReviewField) -> bool:
        return self._decided.takes(field.path)

    def accept(self) -> None:
        """It counts from now on."""
        self._background.start(self._accept())

    def drop(self) -> None:
        """It is thrown away."""
        self._background.start(self._drop())

    def leave(self) -> None:
        """It waits; `left` is told once all is stored."""
        self._background.start(self._leave())

    # How it is done

    async def _load(self) -> None:
        decided = self._decided
        try:
            review = await self._engine.call(self._services.profile_importing.review, self.waiting.id, decided)
            profiles = await self._engine.call(self._services.profiles.list)
        except JobMatchError as error:
            self._fail(error)
            return
        if self._closed or decided.into != self._decided.into:
            return
        self._shown = self._show(review, tuple(profiles))
        self.shown.emit(self._shown)
        self._count()

    def _show(self, review: "Review", profiles: tuple["ProfileSummary", ...]) -> ReviewShown:
        found, decided = self.waiting.found, self._decided
        lines = tuple(
            LooseLine(place, line.text, line.section, decided.put.get(place), line.box)
            for place, line in enumerate(found.unplaced)
            if line.text.strip() and place not in review.placed_already
        )
        if review.before is None:
            return ReviewShown(NEW_PROFILE, profiles, cards(found, decided), (), (), lines, targets(found.profile))
        return ReviewShown(
            review.before.id,
            profiles,
            (),
            changes(found, review.before.source, review.comparison, decided),
            same_words(found, review.comparison),
            lines,
            targets(found.profile),
        )

    def _decide(self, decided: Decided) -> None:
        self._decided = decided
        self._count()
        if not self._saving:
            self._saving = True
            self._background.start(self._store())

    async def _store(self) -> None:
        try:
            while self._stored is not self._decided:
                wanted = self._decided
                await self._engine.call(self._services.profile_importing.decide, self.waiting.id, wanted)
                self._stored = wanted
        except JobMatchError as error:
            self._fail(error)
        finally:
            self._saving = False

    def _count(self) -> None:
        if self._shown is None or self._closed:
            return
        fields = [field for card in self._shown.cards for field in card.fields()]
        taken = None
        if self._shown.into != NEW_PROFILE:
            used = [one for one in self._shown.changes if accepted(one.difference, self._decided)]
            fields = [field for change in used for field in change.fields()]
            taken = len(used)
        loose = sum(line.place not in self._decided.put for line in self._shown.lines)
        self.counted.emit(Counts(sum(map(self.unsure, fields)), loose, taken))

    async def _accept(self) -> None:
        try:
            state = await self._engine.call(self._services.profile_importing.accept, self.waiting.id, self._decided)
        except JobMatchError as error:
            self._fail(error)
            return
        if not self._closed:
            self.accepted.emit(state)

    async def _drop(self) -> None:
        try:
            await self._engine.call(self._services.profile_importing.drop, self.waiting.id)
        except JobMatchError as error:
            self._fail(error)
            return
        if not self._closed:
            self.dropped.emit()

    async def _leave(self) -> None:
        if not self._saving:
            self._saving = True
            await self._store()
        if not self._closed:
            self.left.emit()

    def _fail(self, error: JobMatchError) -> None:
        if not self._closed:
            self.failed.emit(error.trouble)
