"""A text that is being edited held against the facts: what to mark, what a person decided about it, and what may be done.

A text is checked in pieces, each from one heading to the next, so that a keystroke costs its own piece.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from rapidfuzz import fuzz

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.claim import Claim
from jobmatch_desktop.domain.claim_decision import ClaimDecision
from jobmatch_desktop.domain.document import Document
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.inline_markdown import plain_with_offsets
from jobmatch_desktop.domain.mark import LONGEST, Mark, Marked, Tieable
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.fact_index import FactIndex, index_of
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground_by
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.evidence.near_facts import near, nearest
from jobmatch_desktop.evidence.sentences import sentences
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.checking import without_titles
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.storage.claim_decisions import ClaimDecisionRepository

_LONGEST_PIECE = 4_000
_CONTEXTS = 6
_STILL_THE_SENTENCE = 70
_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)


class _Statement(msgspec.Struct, frozen=True):
    """A sentence that claims something: whether each claim has a fact, and the marks of those that have none. Their places count in the
    piece of text that it stands in."""

    marks: tuple[Mark, ...]


class _Context(msgspec.Struct):
    """What a document's text is held against, and its pieces as they were checked last."""

    index: FactIndex
    offer: Offer
    language: str
    today: str
    texts: frozenset[str]
    pieces: dict[str, tuple[_Statement, ...]]


class GroundingMarks:
    """Checks texts as they are edited. Coroutines run on the engine loop; the work is done in a thread."""

    def __init__(self, stored: Stored, decisions: ClaimDecisionRepository, today: Callable[[], date]) -> None:
        self._stored = stored
        self._decisions = decisions
        self._today = today
        self._contexts: OrderedDict[tuple[Any, ...], _Context] = OrderedDict()

    async def check(
        self, application: Application, document: Document, text: str, wanted: Callable[[], bool] = lambda: True
    ) -> Marked | None:
        """The marks of a text of the document, as it stands in an editor. `wanted` is asked on another thread between two pieces; None
        where it said no. Raises `RecordNotFound`."""
        if len(text) > LONGEST:
            return Marked(too_long=True)
        context = await self._context(application, document, text)
        decisions = await self._decisions.of(document.id)
        return await asyncio.to_thread(_check, text, context, decisions, wanted)

    async def nearest(self, application: Application, document: Document, mark: Mark) -> tuple[Tieable, ...]:
        """The facts that a mark's words may be tied to, the likeliest first. Raises `RecordNotFound`."""
        context = await self._context(application, document, mark.sentence)
        return await asyncio.to_thread(nearest, mark.said, mark.sentence, context.index)

    async def tie(self, document: int, mark: Mark, fact: Fact) -> None:
        """Ties the words to a fact: they have one for as long as both stand. Raises `RecordNotFound`."""
        await self._decisions.decide(document, ClaimDecision(mark.said, mark.sentence, fact.text))

    async def accept(self, document: int, mark: Mark) -> None:
        """Keeps the words of this sentence without a fact, knowingly. Raises `RecordNotFound`."""
        await self._decisions.decide(document, ClaimDecision(mark.said, mark.sentence))

    async def forget(self, document: int, decision: ClaimDecision) -> None:
        """Marks the words again."""
        await self._decisions.forget(document, decision)

    async def _context(self, application: Application, document: Document, text: str) -> _Context:
        today = self._today()
        # As the verb `check` does: what stands as the person wrote it may be in another language than the document.
        language = language_of(text) or document.language
        added = await self._stored.skills.added()
        key = (document.id, application.profile, application.offer, language, today, added)
        if (known := self._contexts.get(key)) is None:
            source = (await self._stored.profiles.get(application.profile)).source
            known = await asyncio.to_thread(_made, source, application.offer, language, today, added)
            self._contexts[key] = known
            while len(self._contexts) > _CONTEXTS:
                self._contexts.popitem(last=False)
        self._contexts.move_to_end(key)
        return known


def _made(source: dict[str, Any], offer: Offer, language: str, today: date, added: Added) -> _Context:
    known = facts(profile_of(source))
    texts = frozenset(fact.text for fact in known)
    return _Context(index_of(known, today, added), offer, language, today.isoformat(), texts, {})


def _check(
    text: str, context: _Context, decisions: Sequence[ClaimDecision], wanted: Callable[[], bool]
) -> Marked | None:
    marks: list[Mark] = []
    checked: dict[str, tuple[_Statement, ...]] = {}
    statements = supported = 0
    standing = [one for one in decisions if one.fact is None or one.fact in context.texts]
    for place, piece in _pieces(text):
        if not wanted():
            context.pieces |= checked
            return None
        found = checked.get(piece) or context.pieces.get(piece)
        if found is None:
            found = tuple(_statements(piece, context))
        checked[piece] = found
        for statement in found:
            here = [_decided(mark, place, standing) for mark in statement.marks]
            marks += here
            statements += 1
            supported += all(mark.decision is not None and mark.decision.fact is not None for mark in here)
    context.pieces = checked
    return Marked(tuple(marks), statements, supported)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text from each heading to the next, with its place; line by line where that is long. No sentence goes over a line's end."""
    starts = sorted({0, *(heading.start() for heading in _HEADING.finditer(text))})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if end - start <= _LONGEST_PIECE:
            yield start, text[start:end]
            continue
        for line in text[start:end].splitlines(keepends=True):
            yield start, line
            start += len(line)


def _statements(piece: str, context: _Context) -> Iterator[_Statement]:
    claimed = without_titles(piece)
    claims = ground_by(claimed, context.index, context.offer, context.language, context.today)
    if not claims:
        return
    words, offsets = plain_with_offsets(claimed)
    for sentence in sentences(words):
        first, last = offsets[sentence.start], offsets[sentence.end - 1] + 1
        said = [claim for claim in claims if first <= claim.start < last]
        if said:
            own = [claim for claim in said if not claim.supported]
            yield _Statement(tuple(_mark(claim, sentence.words, offsets, sentence.start, context) for claim in own))


def _mark(claim: Claim, sentence: str, offsets: Sequence[int], begin: int, context: _Context) -> Mark:
    """`offsets` are the places of the plain words in the piece, of which the sentence begins at `begin`."""
    start = next(place for place in range(len(sentence)) if offsets[begin + place] >= claim.start)
    value = near(sentence, start, start + len(claim.text), context.index)
    return Mark(claim.start, claim.end, claim.text, claim.kind, sentence.strip(), claim.why, value)


def _decided(mark: Mark, place: int, decisions: Sequence[ClaimDecision]) -> Mark:
    """The mark at its place in the whole text, with what was decided about it."""
    made = next((one for one in decisions if one.said == mark.said and _is_about(one, mark.sentence)), None)
    return msgspec.structs.replace(mark, start=mark.start + place, end=mark.end + place, decision=made)


def _is_about(decision: ClaimDecision, sentence: str) -> bool:
    """Whether a decision is about this sentence. Words that are tied to a fact stay so while the sentence around them is worded anew; what
    was kept without one was so in that very sentence."""
    if decision.sentence == sentence:
        return True
    return decision.fact is not None and fuzz.ratio(decision.sentence, sentence) >= _STILL_THE_SENTENCE
