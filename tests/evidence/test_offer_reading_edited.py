"""An offer that the person changes: what they typed stays, all else follows the text."""

import msgspec
import pytest

from jobmatch_desktop.domain.offer import Requirement, RequirementLevel, Span
from jobmatch_desktop.domain.profile_errors import EmptyOffer
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_edited import fields_as_read, with_text
from jobmatch_desktop.evidence.offer_reading_requirements import requirements_of

TEXT = "Archivist\nFen & Co | Ely\n\nRequirements\n- Python\n- Palaeography of old hands\n"
OTHER = "Librarian\nFen & Co | Leeds, UK\n\nRequirements\n- Paper and Python\n- Rust\n"


def test_another_text_is_read_anew_but_for_what_was_typed() -> None:
    offer = msgspec.structs.replace(read_offer(TEXT), company="Fenland Archives")
    changed = with_text(offer, OTHER)
    assert (changed.title, changed.company, changed.place) == ("Librarian", "Fenland Archives", "Leeds, UK")
    assert changed.requirements is None
    assert [one.text for one in requirements_of(changed)] == ["Paper and Python", "Rust"]


def test_requirements_that_were_changed_stay_and_find_their_words_again() -> None:
    first, second = requirements_of(read_offer(TEXT))
    mine = (
        msgspec.structs.replace(first, level=RequirementLevel.NICE),
        second,
        Requirement("Tact", RequirementLevel.MUST),
    )
    changed = with_text(msgspec.structs.replace(read_offer(TEXT), requirements=mine), OTHER)
    assert changed.requirements is not None
    places = {one.text: one.at for one in changed.requirements}
    assert places == {"Python": Span(OTHER.index("Python"), OTHER.index("Python") + 6), second.text: None, "Tact": None}
    assert changed.requirements[0].level is RequirementLevel.NICE


def test_what_was_read_is_put_back() -> None:
    offer = read_offer(TEXT)
    assert fields_as_read(msgspec.structs.replace(offer, title="Cook", language="fr")) == offer


def test_no_offer_is_left_without_words() -> None:
    with pytest.raises(EmptyOffer):
        with_text(read_offer(TEXT), " \n ")
