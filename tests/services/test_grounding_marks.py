"""Marks of a text that is edited: where they stand, what of it was decided, and that only what changed is checked again."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.mark import LONGEST, Mark, Marked
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.services import grounding_marks
from jobmatch_desktop.services.checking import check_text
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact
from tests.services.house import CV, LETTER, TODAY, House, opened

LIES = """

## Projects
### Lighthouse · Initrode
- Kept 93 **lamps** 🏮 burning in Haskell
- Wrote the on-call runbooks and led 23 postmortems
"""


class Marking:
    """The sample's document and its marks."""

    def __init__(self, house: House, application: Application, document: Document) -> None:
        self.house, self.application, self.document = house, application, document

    async def marks(self, text: str) -> Marked:
        found = await self.house.services.marks.check(self.application, self.document, text)
        assert found is not None
        return found

    async def mark(self, text: str, said: str) -> Mark:
        return next(mark for mark in (await self.marks(text)).marks if mark.said == said)

    async def profile(self) -> Profile:
        return await self.house.services.profiles.get(self.application.profile)


def marking(folder: Path, act: Callable[[Marking], Any], kind: DocumentKind = CV) -> None:
    async def main() -> None:
        async with opened(folder) as house:
            application = await house.sample()
            await act(Marking(house, application, await house.document(application, kind)))

    asyncio.run(main())


@pytest.mark.parametrize("kind", [CV, LETTER])
def test_marks_are_the_unsupported_claims_of_the_whole_text_wherever_it_is_cut(
    tmp_path: Path, kind: DocumentKind
) -> None:
    async def act(on: Marking) -> None:
        text = on.document.text + LIES + LIES.replace("### Lighthouse · Initrode\n", "") * 60
        assert len(text) > 2 * grounding_marks._LONGEST_PIECE
        found = await on.marks(text)
        claims = check_text(text, facts(await on.profile()), on.application.offer, TODAY.isoformat()).claims
        unsupported = [claim for claim in claims if not claim.supported]
        assert [(mark.start, mark.end, mark.said, mark.why) for mark in found.marks] == [
            (claim.start, claim.end, claim.text, claim.why) for claim in unsupported
        ]
        assert len(unsupported) > 150
        assert all(text[mark.start : mark.end] == mark.said for mark in found.marks)
        plain = (await on.marks(on.document.text)).statements
        assert found.statements - plain >= 2 * 61
        assert 0 < found.supported < found.statements

    marking(tmp_path, act, kind)


def test_a_fact_that_nearly_says_it_offers_its_value(tmp_path: Path) -> None:
    async def act(on: Marking) -> None:
        led = (await on.mark(LIES, "23")).near
        assert led is not None
        assert (led.value, led.instead) == ("14", "14")
        assert led.fact == "Wrote the on-call runbooks and led 14 postmortems"
        assert (await on.mark(LIES, "93")).near is None
        assert (await on.mark(LIES, "Haskell")).near is None
        text = "- Cut the median time to print a label from 1.8 s to 90 ms\n- Kept 300 people for a label of 1.8 s\n"
        assert (await on.mark(text, "90")).near.instead == "240"  # type: ignore[union-attr]
        assert (await on.mark(text, "300")).near is None

    marking(tmp_path, act)


def test_what_was_tied_has_a_fact_while_both_stand_and_what_was_kept_is_kept_in_that_sentence(tmp_path: Path) -> None:
    async def act(on: Marking) -> None:
        marks = on.house.services.marks
        text = on.document.text + LIES
        before = await on.marks(text)
        mark = await on.mark(text, "Haskell")
        choices = await marks.nearest(on.application, on.document, mark)
        assert len({(one.fact.text, one.where) for one in choices}) == len(choices) > 20
        await marks.tie(on.document.id, mark, choices[3].fact)
        await marks.accept(on.document.id, await on.mark(text, "93"))
        after = await on.marks(text)
        assert [mark.said for mark in after.open] == [
            mark.said for mark in before.open if mark.said not in ("93", "Haskell")
        ]
        assert after.supported == before.supported
        decided = {mark.said: mark.decision for mark in after.marks if mark.decision}
        assert {said: made.fact for said, made in decided.items()} == {"93": None, "Haskell": choices[3].fact.text}

        reworded = text.replace("Kept 93", "I kept 93")
        assert [mark.said for mark in (await on.marks(reworded)).marks if mark.decision] == ["Haskell"]
        moved = text + "\n- Haskell is the parser I like\n"
        assert [mark.said for mark in (await on.marks(moved)).open][-1] == "Haskell"

        await marks.forget(on.document.id, decided["Haskell"])
        assert (await on.mark(text, "Haskell")).decision is None

    marking(tmp_path, act)


def test_a_sentence_all_tied_counts_as_one_with_a_fact_and_a_fact_that_went_ties_nothing(tmp_path: Path) -> None:
    async def act(on: Marking) -> None:
        marks = on.house.services.marks
        text = on.document.text + "\n- Wrote the parser in Haskell\n"
        before = await on.marks(text)
        mark = await on.mark(text, "Haskell")
        added = ProfileFact("highlight", "Wrote the parser of the rules", 0)
        on.application = await on.house.services.matching.have(on.application.id, added)
        first = (await marks.nearest(on.application, on.document, mark))[0]
        assert (first.fact.text, first.where) == (added.text, "Kornfeld Versand, Backend Engineer")
        await marks.tie(on.document.id, mark, first.fact)
        assert (await on.marks(text)).supported == before.supported + 1
        on.application = msgspec.structs.replace(on.application, profile=(await on.house.sample()).profile)
        assert (await on.mark(text, "Haskell")).decision is None

    marking(tmp_path, act)


def test_a_fact_that_is_added_takes_its_marks_away(tmp_path: Path) -> None:
    async def act(on: Marking) -> None:
        text = on.document.text + "\n- Haskell in the evenings\n"
        assert [mark.said for mark in (await on.marks(text)).open] == ["Haskell"]
        on.application = await on.house.services.matching.have(on.application.id, ProfileFact("skill", "Haskell"))
        assert (await on.marks(text)).marks == ()

    marking(tmp_path, act)


def test_only_what_changed_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces: list[str] = []
    real = grounding_marks.ground_by

    def counted(text: str, index: FactIndex, *more: Any) -> Any:
        pieces.append(text)
        return real(text, index, *more)

    monkeypatch.setattr(grounding_marks, "ground_by", counted)

    async def act(on: Marking) -> None:
        whole = await on.marks(on.document.text + LIES)
        first = len(pieces)
        assert first > 5
        changed = on.document.text + LIES.replace("lamps", "lights")
        later = await on.marks(changed)
        assert len(pieces) == first + 1
        assert [mark.said for mark in later.marks] == [mark.said for mark in whole.marks]
        assert await on.house.services.marks.check(on.application, on.document, LIES, lambda: False) is None
        assert await on.marks(changed) == later
        assert len(pieces) == first + 1

    marking(tmp_path, act)


def test_a_text_beyond_all_documents_is_not_checked_and_decisions_need_a_document(tmp_path: Path) -> None:
    async def act(on: Marking) -> None:
        assert await on.marks("x" * (LONGEST + 1)) == Marked(too_long=True)
        mark = await on.mark(LIES, "Haskell")
        with pytest.raises(RecordNotFound):
            await on.house.services.marks.accept(99, mark)

    marking(tmp_path, act)
