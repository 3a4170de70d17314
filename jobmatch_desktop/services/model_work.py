"""One document written by a model, part by part: each streamed, checked against the facts, and kept or set aside."""

import asyncio
import functools
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from datetime import date

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.journal import SentText
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Chunk, End, Phase, Progress, Request, Sent, Text, Thinking
from jobmatch_desktop.domain.task import Ending, ModelSettings
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.fact_index import FactIndex, index_of
from jobmatch_desktop.evidence.grounding import ground_by
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.services.attempts import NOTHING_WRITTEN, TOO_MUCH_WRITTEN, Attempt, decided, doubted, unfinished
from jobmatch_desktop.services.fitting import asked_again, going_on
from jobmatch_desktop.tasks.retry import retried
from jobmatch_desktop.tasks.stall import watched
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.tasks.work import Ground
from jobmatch_desktop.writing.answers import clean, has_surplus, without_cut_end
from jobmatch_desktop.writing.digest import LeftOut
from jobmatch_desktop.writing.placeholders import NOTHING_HIDDEN, Placeholders
from jobmatch_desktop.writing.recipes import Step, corrections, join
from jobmatch_desktop.writing.strays import strays

PART_ENDS = ("\n\n",)
"""A paragraph or a list of bullets ends at a blank line; small models go on about the task after it. A model that begins with
one is asked again without this."""

LONGEST_PART = 50_000
"""Characters, ten times the longest part that is asked for. Beyond, it is not read: checking ten megabytes takes half a minute."""


class Plan(msgspec.Struct, frozen=True):
    """What one generation writes and what it must stand on. `edited` are the parts that a person edited: they are left alone.
    `merging` are others that they edited, whose new words come in beside theirs when the task has ended; `places` leads to where parts
    stand in the person's text.
    `today` is an ISO date; `left_out` is what of profile and offer the steps have not; `context_limit` is how many tokens the model holds
    (None: not known). Where the words leave for a server that is not the person's own (`leaves`), the messages of the steps have
    `placeholders`, and what comes back has them put back. `added` are skills that the person added to the lexicon."""

    model: str
    language: str
    today: str
    steps: tuple[Step, ...]
    edited: frozenset[str]
    facts: tuple[Fact, ...]
    offer: Offer
    settings: ModelSettings = ModelSettings()
    leaves: bool = False
    placeholders: Placeholders = NOTHING_HIDDEN
    left_out: tuple[LeftOut, ...] = ()
    context_limit: int | None = None
    added: Added = ()
    merging: frozenset[str] = frozenset()
    places: Mapping[str, str] = {}

    def to_write(self, before: Mapping[str, object]) -> list[Step]:
        """The steps of a run, after those that earlier runs decided (`before`, by key)."""
        # A part that the person edited after an earlier run wrote it still counts among those to write.
        return [step for step in self.steps if step.key in before or step.key not in self.edited]

    def request(self, step: Step, stop: tuple[str, ...] = PART_ENDS, begun: str = "") -> Request:
        """What a provider is asked for a step, or for the rest of it; `begun` has its placeholders."""
        messages, most = step.messages, step.maximum_tokens
        if begun:
            messages, most = going_on(step, begun, self.context_limit)
        request = Request(
            self.model,
            messages,
            most,
            context_tokens=self.settings.context_tokens,
            thinking=self.settings.thinking,
            stop=stop,
        )
        temperature = self.settings.temperature
        return request if temperature is None else msgspec.structs.replace(request, temperature=temperature)

    def once_more(self, step: Step, whys: tuple[Why, ...]) -> Step | None:
        """The step with the reasons why an answer did not stand at the end of its prompt; None where they leave no room."""
        told = self.placeholders.hide(corrections(whys, step.language))
        return asked_again(step, told, self.context_limit)

    def told(self, sent: Sent) -> SentText:
        """What a person is told of a request: its body is UTF-8, as every provider's JSON is."""
        body = sent.body.decode(errors="backslashreplace")
        return SentText(sent.url, body, self.placeholders.standing_in(body))


class Patience(msgspec.Struct, frozen=True):
    """How long a provider may be silent (seconds by phase), and the seconds before it is asked again while no word has come."""

    silence: Mapping[Phase, float]
    waits: tuple[float, ...]


class ModelWork:
    """Writes the steps of a plan through a provider. Fits `tasks.work.Work`."""

    def __init__(
        self,
        plan: Plan,
        provider: Provider,
        patience: Patience,
        place: Callable[[Mapping[str, str]], Save | None],
    ) -> None:
        self._plan = plan
        self._provider = provider
        self._place = place
        self._patience = patience
        self._accepted: dict[str, str] = {}

    async def run(self, ground: Ground) -> Ending:
        """Writes every step that earlier runs have not decided. Raises `ProviderError` where the provider fails."""
        before = decided(ground.journal)
        self._accepted = {key: part.body for key, part in before.items() if part.accepted}
        answered = any(part.body for part in before.values())
        cut = unfinished(ground.journal)
        doubts = doubted(ground.journal)
        steps = self._plan.to_write(before)
        for number, step in enumerate(steps, 1):
            if step.key in before:
                continue
            begun = cut[1] if cut and cut[0] == step.key else ""
            last = await self._write(ground, step, (number, len(steps)), begun, doubts.get(step.key))
            if last.ending not in (Ending.STOP, Ending.EMPTY):
                return last.ending
            answered = bool(last.body) or answered
        return Ending.STOP if answered or not steps else Ending.EMPTY

    def save(self, ending: Ending | None) -> Save | None:
        """Places the parts that stand, for a whole run and for a broken one alike."""
        return self._place(dict(self._accepted)) if self._accepted else None

    async def _write(
        self, ground: Ground, step: Step, place: tuple[int, int], begun: str, first: Attempt | None
    ) -> Attempt:
        """Writes a part, once more where it does not stand, and tells what becomes of it: the better attempt. `first` is one of an
        earlier run that does not stand. An attempt that did not come to its end is given back, and nothing told."""
        asked = step
        if first is None:
            first = await self._attempt(ground, step, step, place, 0, begun)
            if first.ending not in (Ending.STOP, Ending.EMPTY):
                return first
            again = self._plan.once_more(step, first.reasons) if first.may_improve else None
            if again is None:
                return self._end(ground, step, first)
            ground.part_doubted(step.key, first.number, first.body, first.reasons, first.usage)
            asked, begun = again, ""
        else:
            asked = self._plan.once_more(step, first.reasons) or step
        second = await self._attempt(ground, step, asked, place, first.number, begun)
        if second.ending not in (Ending.STOP, Ending.EMPTY):
            return second
        better = first if second.reasons and first.stands_before(second) else second
        return self._end(ground, step, msgspec.structs.replace(better, usage=second.usage))

    def _end(self, ground: Ground, step: Step, attempt: Attempt) -> Attempt:
        if not attempt.reasons:
            self._accepted[step.key] = attempt.body
        ground.part_ended(step.key, attempt.number, attempt.body, not attempt.reasons, attempt.reasons, attempt.usage)
        return attempt

    async def _attempt(
        self, ground: Ground, step: Step, asked: Step, place: tuple[int, int], after: int, begun: str
    ) -> Attempt:
        """One answer to `asked`, which is `step` or asks for it once more; where the model writes nothing, one without a stop."""
        for number, stop in enumerate((PART_ENDS, ()), after + 1):
            there, beside = self._plan.places.get(step.key, ""), step.key in self._plan.merging
            ground.part_started(step.key, *place, number, begun, beside=beside, place=there)
            words, end = await self._stream(ground, asked, number, stop, begun)
            if end.ending is not Ending.EMPTY:
                break
        if end.ending is Ending.LENGTH and has_surplus(step, words):
            words = without_cut_end(step, words)
        elif end.ending not in (Ending.STOP, Ending.EMPTY):
            return Attempt(number, words, (), end.ending, end.usage)
        body = clean(step, words) if len(words) <= LONGEST_PART else words
        whys = await asyncio.to_thread(self._doubts, step, body) if body else (NOTHING_WRITTEN,)
        return Attempt(number, body, whys, usage=end.usage)

    async def _stream(
        self, ground: Ground, step: Step, number: int, stop: tuple[str, ...], begun: str
    ) -> tuple[str, End]:
        """The words of one part, those of an earlier run first, and how its stream ended."""
        hidden = self._plan.placeholders
        begun = hidden.hide(begun)
        request = self._plan.request(step, stop, begun)
        words, thoughts = hidden.restorer(), hidden.restorer()
        came: list[str] = []

        # Each attempt is watched for itself: the wait before the next one is no silence.
        def attempt() -> AsyncGenerator[Chunk]:
            return watched(self._provider.stream(request), self._patience.silence, provider=self._provider.title)

        chunks = retried(attempt, tell=ground.retry_waits, waits=self._patience.waits)
        async with aclosing(chunks):
            try:
                async for chunk in chunks:
                    match chunk:
                        case Text(text):
                            ground.text(step.key, number, thoughts.finish(), thinking=True)
                            came.append(text)
                            ground.text(step.key, number, words.feed(text))
                        case Thinking(text):
                            ground.text(step.key, number, thoughts.feed(text), thinking=True)
                        case Progress(phase):
                            ground.phase(phase)
                        case Sent() if self._plan.leaves:
                            ground.sent(step.key, number, self._plan.told(chunk))
                        case End():
                            # Put together while the placeholders are whole: a cut never halves what they stand for.
                            return hidden.restore(join(begun, "".join(came))), chunk
            finally:
                ground.text(step.key, number, thoughts.finish(), thinking=True)
                ground.text(step.key, number, words.finish())
        raise ProviderError()

    def _doubts(self, step: Step, body: str) -> tuple[Why, ...]:
        """Why a part does not stand: it words something else than its draft, or claims what no fact has."""
        if len(body) > LONGEST_PART:
            return (TOO_MUCH_WRITTEN,)
        plan = self._plan
        claims = ground_by(body, self._index, plan.offer, plan.language, plan.today)
        return strays(step, body) + tuple(dict.fromkeys(claim.why for claim in claims if not claim.supported))

    @functools.cached_property
    def _index(self) -> FactIndex:
        """The facts, made ready once for all parts: that takes four times as long as a part's check."""
        return index_of(self._plan.facts, date.fromisoformat(self._plan.today), self._plan.added)
