"""What a service hands the runner: what to run, and where to save."""

from typing import Protocol

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.journal import SentText
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import Ending, Task
from jobmatch_desktop.tasks.store import Entry, Save


class Ground(Protocol):
    """What the runner gives to work while it runs. All calls are made on the runner's loop; none waits for the disk."""

    @property
    def task(self) -> Task:
        """The task being run."""
        ...

    @property
    def journal(self) -> tuple[Entry, ...]:
        """What earlier runs that this one continues have left, in order."""
        ...

    def phase(self, phase: Phase) -> None:
        """Tells that the provider entered a phase."""
        ...

    def part_started(
        self,
        key: str,
        number: int,
        count: int,
        attempt: int,
        begun: str = "",
        *,
        beside: bool = False,
        place: str = "",
    ) -> None:
        """Tells that a part begins, or goes on from the words of an earlier run; `beside`, `place` as in `domain.events.PartStarted`."""
        ...

    def text(self, key: str, attempt: int, text: str, thinking: bool = False) -> None:
        """Words came: they are told at once and are in the journal within 0.25 s."""
        ...

    def part_doubted(self, key: str, attempt: int, body: str, reasons: tuple[Why, ...], usage: Usage) -> None:
        """A whole attempt does not stand, and another follows: told at once, in the journal as the end of a part is."""
        ...

    def part_ended(
        self, key: str, attempt: int, body: str, accepted: bool, reasons: tuple[Why, ...], usage: Usage
    ) -> None:
        """A part is whole: told at once, in the journal within 0.25 s together with what it took."""
        ...

    def sent(self, key: str, attempt: int, what: SentText) -> None:
        """This leaves for a server that is not the person's own: in the journal within 0.25 s, and not told."""
        ...

    def retry_waits(self, attempt: int, seconds: float, why: str) -> None:
        """Tells that the provider failed before its first token and is asked again in `seconds`."""
        ...


class Work(Protocol):
    """One task's work. `run` may be cancelled at any await: the stream it owns is then closed."""

    async def run(self, ground: Ground) -> Ending:
        """Does the work. Raises a `JobMatchError` where it fails; its `ending`, if any, is how the stream ended."""
        ...

    def save(self, ending: Ending | None) -> Save | None:
        """What is to be saved with the last status, for all that was done so far; `ending` is None after a cancel."""
        ...
