"""A talk as it is shown, and as a model is sent it."""

import asyncio
from collections.abc import Sequence

from jobmatch_desktop.domain.conversation import ANSWER, Conversation, Speaker, Turn
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import ModelSettings, Status, Task, TaskSpec
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.providers.token_estimate import tokens_of_messages
from jobmatch_desktop.services.coach_work import CoachWork, Private, answer_of, told
from jobmatch_desktop.services.model_work import Patience
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.sending import Leaving, SentRecord
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.services.work_for import Privacy, first_model
from jobmatch_desktop.storage.conversations import ConversationRepository, Said
from jobmatch_desktop.writing.coaching.prompts import Prompt, prompt
from jobmatch_desktop.writing.coaching.questions import guided, opening

ROOM = 8192
"""Tokens of a talk with a model, at most, unless the person set another context for it: more takes minutes to read on a laptop."""


class Talks:
    """Talks put together from what is stored. Engine loop."""

    def __init__(
        self,
        stored: Stored,
        conversations: ConversationRepository,
        providers: OpenProviders,
        patience: Patience,
        privacy: Privacy,
    ) -> None:
        self._stored = stored
        self._conversations = conversations
        self._providers = providers
        self._patience = patience
        self._privacy = privacy

    async def material(self, talk: Conversation) -> tuple[Profile, Offer | None]:
        """The profile and the offer that a talk is about now."""
        if talk.application is None:
            return await self._profile(talk.profile), None
        application = await self._stored.applications.get(talk.application)
        return await self._profile(application.profile), application.offer

    async def turns(self, talk: Conversation, until: int | None = None) -> list[Turn]:
        """What is shown of a talk, in order; up to what the person said in turn `until`, which raises `RecordNotFound` where it is no
        longer shown."""
        _, offer = await self.material(talk)
        questions = {one.key: one.text for one in await asyncio.to_thread(guided, talk.kind, talk.language, offer)}
        turns = [Turn(Speaker.COACH, await asyncio.to_thread(opening, talk.kind, talk.language, offer))]
        for said in await self._conversations.said(talk.id):
            asked = questions.get(said.turn.question or "")
            if asked and not turns[-1].text.endswith(asked):
                turns.append(Turn(Speaker.COACH, asked))
            turns.append(said.turn)
            if said.turn.id == until:
                return turns
            if said.shown is not None:
                turns.append(await self._answer(said, said.shown))
        if until is not None:
            raise RecordNotFound(thing="Message", id=until)
        return turns

    async def room(self, provider: str, model: str, base_url: str | None, settings: ModelSettings) -> int:
        """Tokens that a talk may take with a model, its answer included. Raises provider errors."""
        if settings.context_tokens is not None:
            return settings.context_tokens
        opened = await self._providers.get(provider, base_url)
        return await _room(opened, model or await first_model(opened))

    async def prompt(
        self, talk: Conversation, profile: Profile, offer: Offer | None, turns: Sequence[Turn], room: int
    ) -> Prompt:
        """What is sent of these turns."""
        return await asyncio.to_thread(
            prompt, talk.kind, talk.language, profile, offer, turns, room, tokens_of_messages
        )

    async def work(self, task: Task) -> CoachWork:
        """The work of a talk's task. Raises a domain error where what it needs is gone."""
        spec = task.spec
        assert spec.conversation is not None, "a talk's task has a conversation"
        talk = await self._conversations.get(spec.conversation)
        profile = await self._profile(spec.inputs.get("profile"))
        offer = await self._stored.offers.get(spec.inputs["offer"]) if "offer" in spec.inputs else None
        turns = await self.turns(talk, until=spec.inputs["turn"])
        return await self._work(talk, profile, offer, turns, spec)

    async def outgoing(self, talk: Conversation, text: str, spec: TaskSpec) -> Leaving:
        """Exactly what a model would be sent if these words were said now; nothing of it is sent. Raises provider errors."""
        profile, offer = await self.material(talk)
        turns = [*await self.turns(talk), Turn(Speaker.PERSON, text)]
        work = await self._work(talk, profile, offer, turns, spec)
        provider = await self._providers.get(spec.provider, spec.options.base_url)
        request, hidden = await work.request()
        sent = await provider.outgoing(request)
        leaves = self._privacy(spec.provider, spec.options.base_url) is not None
        return Leaving(leaves, (SentRecord(ANSWER, 1, 0, told(sent.url, sent.body, hidden)),))

    async def _work(
        self, talk: Conversation, profile: Profile, offer: Offer | None, turns: Sequence[Turn], spec: TaskSpec
    ) -> CoachWork:
        """The work that answers the last of `turns`."""
        provider = await self._providers.get(spec.provider, spec.options.base_url)
        model = spec.model or await first_model(provider)
        settings = spec.options.model_settings

        async def sent() -> Prompt:
            room = settings.context_tokens or spec.options.context_limit or await _room(provider, model)
            return await self.prompt(talk, profile, offer, turns, room)

        words = self._privacy(spec.provider, spec.options.base_url)
        private = None if words is None else Private(profile, words)
        return CoachWork(
            spec.inputs.get("turn", 0), model, talk.language, settings, sent, provider, self._patience, private
        )

    async def name(self, profile: int | None) -> str:
        """Whose profile it is."""
        return (await self._profile(profile)).basics.name

    async def _profile(self, number: int | None) -> Profile:
        """A kept profile; an empty one for who has none yet."""
        return profile_of((await self._stored.profiles.get(number)).source) if number is not None else Profile()

    async def _answer(self, said: Said, task: Task) -> Turn:
        text, thinking = said.texts.get(task.id, ("", ""))
        if task.status is not Status.COMPLETED:
            # Of a run that goes on, or whose program was killed, nothing is saved beside its journal.
            words = answer_of(await self._stored.tasks.journal(task.id))
            text, thinking = words if any(words) else (text, thinking)
        return Turn(
            Speaker.COACH,
            text,
            thinking=thinking,
            task=task.id,
            model=task.spec.model,
            status=task.status,
            ending=task.ending,
            trouble=task.trouble,
            answers=tuple(one.id for one in said.tasks),
            created=task.created,
        )


async def _room(provider: Provider, model: str) -> int:
    held = (await provider.capabilities(model)).context_tokens
    return ROOM if held is None else min(held, ROOM)
