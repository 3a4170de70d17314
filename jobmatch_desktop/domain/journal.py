"""What a task leaves while it runs, and what asking for one gives back: shared by the task store and who uses it."""

from asyncio import Future

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.task import TaskId


class Entry(msgspec.Struct, frozen=True):
    """A line of a task's journal, in order.

    `kind` is `text` (streamed words), `thinking`, `doubted` (an attempt does not stand, and the model is asked once more), `rejected` or
    `accepted` (a part is whole: `text` is its body, `reasons` why it does not stand), `sent` (what left for a server that is not the
    person's own: `text` is JSON of a `SentText`), `usage` (a part's `stream.Usage` as JSON). `key` names the part; `attempt` counts
    from 1 within a part, `run` from 1.
    """

    kind: str
    key: str
    attempt: int
    text: str
    reasons: tuple[Why, ...] = ()
    run: int = 1


class Creation(msgspec.Struct, frozen=True):
    """A task that has its id at once.

    `committed` is done when its row is on disk; it holds the domain error if it cannot be.
    """

    id: TaskId
    committed: "Future[None]"


class SentText(msgspec.Struct, frozen=True):
    """What left in one request: the URL, the body exactly, and what was hidden in it, as placeholder and value."""

    url: str
    body: str
    hidden: tuple[tuple[str, str], ...] = ()
