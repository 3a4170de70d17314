"""What a writer worded beside a person's own words, and the person's decisions about it."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from jobmatch_desktop.domain.document import Version
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.services.attempts import decided
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.placing import WRITTEN, beside
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.storage.claim_decisions import ClaimDecisionRepository
from jobmatch_desktop.writing.parts import Span, bodies, followed, locate


class Conflict(msgspec.Struct, frozen=True):
    """What both worded: `mine` stands in the part `key` of the text (a bullet, or the whole part), `theirs`, of `task`, does not."""

    task: TaskId
    key: str
    mine: str
    theirs: str

    def place(self, text: str) -> Span | None:
        """Where `mine` stands in a text, in whole lines; None where it was worked on since, or `theirs` came in. Never raises."""
        spans = locate(text)
        # The part may have moved to another number since.
        places = [*filter(None, [spans.get(self.key)]), *spans.values()]
        if any(_stands(text, span, self.theirs) for span in places):
            return None
        return next(filter(None, (_stands(text, span, self.mine) for span in places)), None)


class Merging:
    """Of kept documents. Coroutines run on the engine loop; texts are compared in a thread."""

    def __init__(self, stored: Stored, decisions: ClaimDecisionRepository) -> None:
        self._stored = stored
        self._decisions = decisions

    async def conflicts(self, document: int) -> tuple[Conflict, ...]:
        """What the last writing of a document worded and the person too, and that is not decided about, in the order of the text.

        Derived from the versions that were kept before and with it. Raises `RecordNotFound`.
        """
        now = await self._stored.documents.get(document)
        versions = await self._stored.documents.versions(document)
        own = next((one for one in versions if one.id == now.base), None)
        if own is None or own.task is None or own.language != now.language:
            return ()
        task = await self._stored.tasks.get_task(TaskId(own.task))
        drafted = (await self._stored.documents.version(task.spec.inputs["base"])).text
        written: Mapping[str, str] | None = None
        if task.spec.provider != COMPOSER:
            journal = await self._stored.tasks.journal(task.id)
            written = {key: part.body for key, part in decided(journal).items() if part.accepted}
        found = await asyncio.to_thread(_conflicts, task.id, versions, own, drafted, written)
        settled = await self._decisions.decided_parts(task.id) if found else frozenset()
        open_still = [one for one in found if _name(one) not in settled]
        placed = [(place.start, number) for number, one in enumerate(open_still) if (place := one.place(now.text))]
        return tuple(open_still[number] for _, number in sorted(placed))

    async def keep_mine(self, conflict: Conflict) -> None:
        """The person's words stay: the others are not offered again."""
        await self._decisions.decide_part(conflict.task, _name(conflict))


def _conflicts(
    task: TaskId, versions: Sequence[Version], own: Version, drafted: str, written: Mapping[str, str] | None
) -> list[Conflict]:
    """`versions` are the newest first. What stood before a writing is always kept right before it; a task that was gone on with has
    placed words more than once, and the person's are those before the first time."""
    first = max(index for index, one in enumerate(versions) if one.task == task and one.cause in WRITTEN)
    earlier = versions[first + 1 :]
    last = next((one for one in earlier if one.cause in WRITTEN), None)
    if last is None:
        return []
    if written is None:
        bodies_there = bodies(own.text)
        written = {key: bodies_there[there] for key, there in followed(drafted, own.text).items()}
    return [
        Conflict(task, key, one.mine, one.theirs) for key, one in beside(drafted, last.text, earlier[0].text, written)
    ]


def _stands(text: str, span: Span, words: str) -> Span | None:
    """Where words stand as whole lines within a span."""
    start = text.find(words, span.start, span.end)
    while start >= 0:
        end = start + len(words)
        if (start == span.start or text[start - 1] == "\n") and (end == span.end or text[end] == "\n"):
            return Span(start, end)
        start = text.find(words, start + 1, span.end)
    return None


def _name(conflict: Conflict) -> str:
    """Under which a decision about it is kept, among those about the task's parts."""
    digest = hashlib.sha256(f"{conflict.mine}\0{conflict.theirs}".encode()).hexdigest()
    return f"beside/{digest[:16]}"
