"""What a generation will take, told before anything is sent."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.provider_errors import NoAnswer
from jobmatch_desktop.domain.task import Estimate, ModelSettings, Task
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.providers.protocol import Model
from jobmatch_desktop.providers.token_estimate import tokens_of_messages, tokens_of_text
from jobmatch_desktop.services.actuals import Actual, actual_of
from jobmatch_desktop.services.choice import COMPOSER, Choice, options_of
from jobmatch_desktop.services.fitting import limit_of, tokens_of_step
from jobmatch_desktop.services.lanes import ELSEWHERE
from jobmatch_desktop.services.leaning import written_from
from jobmatch_desktop.services.models import first_that_writes
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.opening import Destination
from jobmatch_desktop.services.planning import Material, outset_now, plan_of
from jobmatch_desktop.services.prices import Price, dollars, price_of
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.services.work_for import PATIENCE, Privacy
from jobmatch_desktop.storage.speeds import Speed
from jobmatch_desktop.writing.digest import LeftOut
from jobmatch_desktop.writing.recipes import Step

FREE = Price(0.0, 0.0, 0.0)


class PartForeseen(msgspec.Struct, frozen=True):
    """One part to be written: tokens of its prompt and answer together, at most."""

    key: str
    tokens: int


class Preflight(msgspec.Struct, frozen=True):
    """What a generation will take. `choice` is what was asked about, with the model it comes to.

    `context_limit` is how many tokens the model holds, or fewer where the person set so (None: not known); `left_out` is what does not
    fit into it or would only lead the model away. `own` says that nothing leaves the person's machines; `address` is where it goes
    (empty for the composer). `trouble` is why the server cannot be asked now.
    """

    choice: Choice
    estimate: Estimate
    parts: tuple[PartForeseen, ...] = ()
    context_limit: int | None = None
    left_out: tuple[LeftOut, ...] = ()
    own: bool = True
    address: str = ""
    trouble: Trouble | None = None

    @property
    def fits(self) -> bool:
        """Whether anything is left to write, and all of it fits. False too where every part stays as drafted."""
        return self.context_limit is None or 0 < self.estimate.largest <= self.context_limit

    @property
    def agreed(self) -> Choice:
        """The choice together with what was told of it, as it is started."""
        return msgspec.structs.replace(self.choice, estimate=self.estimate, context_limit=self.context_limit)


class _Server(msgspec.Struct, frozen=True):
    """What a server told of a model, and why it told nothing."""

    model: str
    loaded: bool = False
    context: int | None = None
    trouble: Trouble | None = None


class Preflights:
    """Tells what generations will take. `where` is the destination of a provider at an address (None: its usual one),
    `settings_of` what the person set for a model, `privacy` what may be said where. Engine loop."""

    def __init__(
        self,
        stored: Stored,
        providers: OpenProviders,
        where: Callable[[str, str | None], Destination],
        settings_of: Callable[[str, str], ModelSettings],
        privacy: Privacy,
        today: Callable[[], date],
    ) -> None:
        self._stored = stored
        self._providers = providers
        self._where = where
        self._settings_of = settings_of
        self._privacy = privacy
        self._today = today

    async def of(self, application: int, kind: DocumentKind, choice: Choice) -> Preflight:
        """What writing a document will take. The server is asked what it has, and is sent nothing of the prompt; that it is away is
        told and not raised. Raises `RecordNotFound` and storage faults. Cancel it when another question supersedes it."""
        if choice.provider == COMPOSER:
            return Preflight(choice, Estimate(0, 0, 0, 0.0, 0.0, 0.0))
        kept = await self._stored.applications.get(application)
        document = (await self._stored.documents.of_application(application))[kind]
        try:
            where = self._where(choice.provider, choice.base_url)
        except JobMatchError as error:
            return Preflight(choice, Estimate(0, 0, 0), own=False, trouble=error.trouble)
        server = await self._ask(choice, where)
        choice = msgspec.structs.replace(choice, model=server.model)
        settings = self._settings_of(choice.provider, server.model)
        options = options_of(choice, kept.offer.language, self._today(), settings)
        options = msgspec.structs.replace(options, context_limit=limit_of(server.context, settings))
        version = await written_from(self._stored, kept, kind, choice)
        profile = profile_of((await self._stored.profiles.get(version)).source)
        words = self._privacy(choice.provider, choice.base_url)
        material = Material(kind, profile, kept.offer, options, words, added=await self._stored.skills.added())
        outset = await outset_now(self._stored, document, material)
        plan = await asyncio.to_thread(plan_of, material, outset, server.model)
        steps = plan.to_write({})
        speed = await self._stored.speeds.get(choice.provider, where.address.url, server.model)
        price = FREE if where.own else price_of(choice.provider, server.model)
        return Preflight(
            choice,
            foreseen(steps, speed, price, server.loaded),
            tuple(PartForeseen(step.key, tokens_of_step(step)) for step in steps),
            options.context_limit,
            plan.left_out,
            where.own,
            where.address.url,
            server.trouble,
        )

    async def elsewhere(self, task: Task) -> str:
        """The address that a task's text leaves for; empty where it stays on machines of the person's own, or there is none."""
        spec = task.spec
        if spec.lane.endswith(ELSEWHERE):
            with contextlib.suppress(JobMatchError):  # that it has no place is told when it is to be written to
                return self._where(spec.provider, spec.options.base_url).address.url
        return ""

    async def actual(self, task: Task) -> Actual:
        """What a task took so far, from its journal. Raises `TaskNotFound`, and storage faults."""
        spec = task.spec
        own = not spec.lane.endswith(ELSEWHERE)  # as it was then: the provider may have another place by now
        price = FREE if own else price_of(spec.provider, spec.model)
        return actual_of(await self._stored.tasks.journal(task.id), price)

    async def _ask(self, choice: Choice, where: Destination) -> _Server:
        model, found = choice.model, Model("")
        try:
            async with asyncio.timeout(PATIENCE):
                provider = await self._providers.get(choice.provider, choice.base_url)
                available = await provider.availability()
                model = model or first_that_writes(available)
                found = next((one for one in available.models if one.name == model), found)
                if available.trouble or not model:
                    return _Server(model, found.loaded, found.context_tokens, available.trouble)
                context = found.context_tokens or (await provider.capabilities(model)).context_tokens
                return _Server(model, found.loaded, context)
        except JobMatchError as error:
            return _Server(model, found.loaded, found.context_tokens, error.trouble)
        except TimeoutError:
            silent = NoAnswer(provider=choice.provider, address=where.address.url, seconds=f"{PATIENCE:g}")
            return _Server(model, found.loaded, found.context_tokens, silent.trouble)


def foreseen(steps: Sequence[Step], speed: Speed, price: Price | None, loaded: bool) -> Estimate:
    """Tokens, seconds and dollars of some steps, from what was measured of the model: the tokens as it counts them where that is
    known, else at most. Pure."""
    counted, answered = min(speed.counted or 1.0, 1.0), speed.answered or 1.0
    prompts = [tokens_of_messages(step.messages) * counted for step in steps]
    written = sum(min(tokens_of_text(step.draft) * answered, step.maximum_tokens) for step in steps)
    first = total = None
    if speed.reading and prompts:
        first = prompts[0] / speed.reading + (0.0 if loaded else speed.loading or 0.0)
        if speed.writing:
            total = first + sum(prompts[1:]) / (speed.rereading or speed.reading) + written / speed.writing
    return Estimate(
        round(sum(prompts)),
        round(written),
        max(map(tokens_of_step, steps), default=0),
        first,
        total,
        dollars(price, sum(prompts), written) if price else None,
    )
