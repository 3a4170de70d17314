"""Words of a document put into others by a model: offered beside them, and taken by the person alone."""

from collections.abc import Callable
from datetime import date

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.rewrite import REWRITE, NeedsModel, Rewrite, Wish
from jobmatch_desktop.domain.task import ModelSettings, TaskId, TaskSpec
from jobmatch_desktop.services.attempts import decided, unfinished
from jobmatch_desktop.services.choice import COMPOSER, Choice, options_of
from jobmatch_desktop.services.models import chosen_model
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.profile_editing import shown_version
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.writing.rewriting import shape_of


class Rewritten(msgspec.Struct, frozen=True):
    """Words that were asked for: `text` is CV Markdown; `stands` tells whether they are whole and every claim has a fact, and
    `reasons` why not."""

    text: str
    stands: bool
    reasons: tuple[Why, ...] = ()


class Rewriting:
    """Rewritings, each a task of its own. Coroutines run on the engine loop; see `Generation` for what is handed in."""

    def __init__(
        self,
        stored: Stored,
        runner: Runner,
        providers: OpenProviders,
        lane: Callable[[str, str | None], str],
        settings_of: Callable[[str, str], ModelSettings],
        today: Callable[[], date],
    ) -> None:
        self._stored = stored
        self._runner = runner
        self._providers = providers
        self._lane = lane
        self._settings_of = settings_of
        self._today = today

    async def start(self, application: int, rewrite: Rewrite, language: str, choice: Choice) -> TaskId:
        """Queues a rewriting and gives its id; `language` is that of the document: a translation is written in the other one.

        Raises `NotOnePassage`, `NeedsModel`, `RecordNotFound`, and what the provider raises where no model is chosen.
        """
        shape_of(rewrite.text)
        if choice.provider == COMPOSER:
            raise NeedsModel()
        kept = await self._stored.applications.get(application)
        model = await chosen_model(self._providers, choice)
        written = language if rewrite.wish is not Wish.TRANSLATE else ("en" if language == "fr" else "fr")
        choice = msgspec.structs.replace(choice, language=written, estimate=None, outs=())
        options = options_of(choice, kept.offer.language, self._today(), self._settings_of(choice.provider, model))
        spec = TaskSpec(
            kind=REWRITE,
            provider=choice.provider,
            model=model,
            lane=self._lane(choice.provider, choice.base_url),
            options=msgspec.structs.replace(options, rewrite=rewrite),
            application=application,
            inputs={
                "profile": await shown_version(self._stored, kept),
                "facts": kept.profile,
                "offer": kept.offer_id,
            },
        )
        creation = self._runner.submit(spec)
        await creation.committed
        return creation.id

    async def result(self, task: TaskId) -> Rewritten:
        """The words that a rewriting has so far. Raises `TaskNotFound`."""
        journal = tuple(await self._stored.tasks.journal(task))
        whole = decided(journal).get(REWRITE)
        if whole is not None:
            return Rewritten(whole.body, whole.accepted, whole.reasons)
        cut = unfinished(journal)
        return Rewritten(cut[1] if cut else "", stands=False)
