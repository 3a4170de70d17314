"""Downloads of models: one after the other, paused, gone on with and given up; they live as long as the program, not as a page."""

import asyncio
import enum
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.provider_errors import ModelUnknown
from jobmatch_desktop.providers.protocol import PullProgress
from jobmatch_desktop.services.pull_meter import PullMeter


class PullState(enum.StrEnum):
    """How far a download is."""

    WAITING = "waiting"
    """For another to end."""
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


class Pull(msgspec.Struct, frozen=True):
    """A download. `progress` is what the server said last; `speed` in bytes a second and `seconds_left` are None where they are not
    known; `trouble` says why it failed."""

    model: str
    state: PullState = PullState.WAITING
    progress: PullProgress = PullProgress("")
    speed: float | None = None
    seconds_left: float | None = None
    trouble: Trouble | None = None


class Pulls:
    """Engine loop only. `download` gives the progress of one model; closing it stops it, and what came stays on the server, which goes
    on from there: so it is whether a download is paused or given up."""

    def __init__(
        self, download: Callable[[str], AsyncGenerator[PullProgress]], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._download = download
        self._clock = clock
        self._pulls: dict[str, Pull] = {}
        self._meter = PullMeter()
        self._running: asyncio.Task[None] | None = None
        self._closed = False

    async def now(self) -> tuple[Pull, ...]:
        """Every download that was not put away, in the order it was asked for, with the speed of this moment."""
        moment = self._clock()
        return tuple(
            msgspec.structs.replace(
                pull, speed=self._meter.speed(moment), seconds_left=self._meter.seconds_left(moment)
            )
            if pull.state is PullState.RUNNING
            else pull
            for pull in self._pulls.values()
        )

    async def under_way(self) -> int:
        """How many downloads run or wait."""
        return sum(pull.state in (PullState.RUNNING, PullState.WAITING) for pull in self._pulls.values())

    async def start(self, model: str) -> None:
        """Downloads a model, after those before it; one that is paused or failed goes on. Raises `ModelUnknown` for a name that cannot
        be one."""
        model = model.strip()
        if not model or not model.isprintable() or any(character.isspace() for character in model):
            raise ModelUnknown(model=model[:80] or "…")
        known = self._pulls.get(model)
        if known is not None and known.state in (PullState.WAITING, PullState.RUNNING):
            return
        self._pulls.pop(model, None)
        self._pulls[model] = Pull(model, progress=known.progress if known else PullProgress(""))
        self._go_on()

    async def pause(self, model: str) -> None:
        """Stops a download; what came stays. Nothing where it neither runs nor waits."""
        pull = self._pulls.get(model)
        if pull is not None and pull.state in (PullState.WAITING, PullState.RUNNING):
            await self._leave(model, msgspec.structs.replace(pull, state=PullState.PAUSED))

    async def cancel(self, model: str) -> None:
        """Stops a download and puts it away, or puts away one that ended. The server keeps what came until it tidies up."""
        if model in self._pulls:
            await self._leave(model, None)

    async def close(self) -> None:
        """Stops what runs; nothing more is started."""
        self._closed = True
        await self._stop()

    async def _leave(self, model: str, pull: Pull | None) -> None:
        runs = self._pulls[model].state is PullState.RUNNING
        if pull is None:
            del self._pulls[model]
        else:
            self._pulls[model] = pull
        if runs:
            await self._stop()
            self._go_on()

    async def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            await asyncio.wait({running})

    def _go_on(self) -> None:
        following = next((pull.model for pull in self._pulls.values() if pull.state is PullState.WAITING), None)
        if self._running is None and following is not None and not self._closed:
            self._change(following, state=PullState.RUNNING)
            self._meter = PullMeter()
            self._running = asyncio.create_task(self._run(following), name=f"download of {following}")

    async def _run(self, model: str) -> None:
        try:
            async with aclosing(self._download(model)) as steps:
                async for step in steps:
                    self._meter.hear(self._clock(), step.done, step.total)
                    self._change(model, progress=step)
        except JobMatchError as error:
            self._change(model, state=PullState.FAILED, trouble=error.trouble)
        else:
            self._change(model, state=PullState.DONE)
        self._running = None
        self._go_on()

    def _change(self, model: str, **fields: object) -> None:
        if model in self._pulls:  # else it was given up, and its last words do not count
            self._pulls[model] = msgspec.structs.replace(self._pulls[model], **fields)
