"""What the runner needs of a task store. The five calls of the system this program succeeds, and the queue beside them.

`storage` fits this Protocol by its shape; neither knows the other. Every coroutine may be awaited on any asyncio loop;
the work itself is done on the storage lane, in the order it was asked for.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.journal import Creation as Creation
from jobmatch_desktop.domain.journal import Entry as Entry
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, Task, TaskId, TaskSpec

Save = Callable[[Any], None]
"""Writes a result inside the store's own transaction; gets the store's connection. Runs on the storage lane."""


class TaskStore(Protocol):
    """The store of tasks. An unknown id raises `TaskNotFound`, a step that the table lacks `IllegalTransition`."""

    def create_task(self, spec: TaskSpec) -> Creation:
        """Gives the id at once; the row (`pending`, of this process) is written with `synchronous=FULL` behind it."""
        ...

    async def update_status(
        self,
        task: TaskId,
        status: Status,
        *,
        ending: Ending | None = None,
        trouble: Trouble | None = None,
        save: Save | None = None,
    ) -> Task:
        """A step of the task's life and what is to be saved with it, in one transaction.

        `PENDING` makes this process the owner, starts a new run at the lane's tail and clears ending, trouble and any
        request to cancel.
        """
        ...

    async def set_options(self, task: TaskId, options: GenerationOptions) -> Task:
        """Keeps what was found out about how a task is to be done, when it came to its turn. Its status stays."""
        ...

    async def complete_task(self, task: TaskId, save: Save | None) -> Task:
        """`completed` with ending `stop`, and the result, in one transaction."""
        ...

    async def fail_task(
        self, task: TaskId, trouble: Trouble, ending: Ending = Ending.ERROR, save: Save | None = None
    ) -> Task:
        """`failed` with the trouble, in one transaction with what was made so far."""
        ...

    async def get_task(self, task: TaskId) -> Task:
        """The task as it stands; tasks of dead processes are marked first."""
        ...

    async def list_tasks(self) -> list[Task]:
        """Every task, newest first; tasks of dead processes are marked first."""
        ...

    async def changed_since(self, since: datetime) -> list[Task]:
        """The tasks that any process changed at `since` or after, oldest change first; tasks of dead processes are marked
        first. Costs what has changed, not what is stored."""
        ...

    async def claim(self, lane: str, width: int) -> Task | None:
        """Makes this process's next pending task of the lane `processing` if fewer than `width` run in the lane over
        all living processes and no task of another living process waits before it; else None."""
        ...

    async def under_way(self, document: int, kind: str) -> Task | None:
        """The pending or processing task that writes this document, if any."""
        ...

    async def request_cancel(self, task: TaskId) -> Task:
        """Asks the owner of a pending or processing task to cancel it. Raises `IllegalTransition` if it has ended."""
        ...

    async def cancel_requests(self) -> Sequence[TaskId]:
        """Tasks of this process that somebody asked to cancel and that still run or wait."""
        ...

    async def append(self, task: TaskId, entries: Sequence[Entry]) -> None:
        """Adds to the journal of the task's present run; on disk when it returns."""
        ...

    async def journal(self, task: TaskId) -> list[Entry]:
        """The journal since the last start over, in order; the last run of it, and those it continues."""
        ...

    async def sent(self, task: TaskId) -> list[Entry]:
        """The entries of kind `sent` of all runs, in order, those before the last start over too."""
        ...

    async def start_over(self, task: TaskId) -> None:
        """Later `journal` calls begin after what is there now. Nothing is deleted."""
        ...

    async def changes(self) -> int:
        """A number that differs after any process has written since; cheap enough for five calls a second."""
        ...

    async def recover(self) -> list[Task]:
        """Marks the tasks of dead processes `interrupted` (ending `cut`) and returns them."""
        ...
