"""What an offer asks of a person, and what they will do there: its own words, each with its place."""

import re
from collections.abc import Iterator

from jobmatch_desktop.domain.offer import Duty, Offer, Requirement, RequirementLevel
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.offer_reading_lines import Level, Piece, asks, head_words, parts, pieces, wishes

MOST = 200
"""Requirements, and duties, that are read of an offer."""

_LONGEST = 400
_PROSE_FROM = 120


def requirements_of(offer: Offer, added: Added = ()) -> tuple[Requirement, ...]:
    """Those of the person where they changed any, else those of the text, in its order, each once. Pure, any thread.

    What stands under a head such as "Requirements" or "Nice to have", and sentences that say themselves that something is needed
    or wished for. Where there are none of either, lines and sentences that name a skill, of the lexicon or of those that the person `added`
    to it.
    """
    if offer.requirements is not None:
        return offer.requirements
    return read_requirements(offer.text, added)


def duties_of(offer: Offer, added: Added = ()) -> tuple[Duty, ...]:
    """Those of the person where they changed any, else those of the text, in its order, each once. Pure, any thread."""
    return offer.duties if offer.duties is not None else read_duties(offer.text, added)


def read_requirements(text: str, added: Added = ()) -> tuple[Requirement, ...]:
    """The requirements in a text, as `requirements_of` has them."""
    known = list(pieces(text, added))
    found = [one for piece in known for one in _asked(piece, added)]
    if not found:
        named = [
            piece for piece in known if piece.section is not Level.AROUND and lexicon.read(piece.text, added).skills
        ]
        found = [
            Requirement(piece.text, RequirementLevel.NICE if wishes(piece.text) else RequirementLevel.MUST, piece.at)
            for piece in named
            if len(piece.text) <= _LONGEST
        ]
    once: dict[str, Requirement] = {}
    for requirement in found:
        once.setdefault(requirement.text.casefold(), requirement)
    return tuple(once.values())[:MOST]


def read_duties(text: str, added: Added = ()) -> tuple[Duty, ...]:
    """The duties in a text, as `duties_of` has them."""
    once: dict[str, Duty] = {}
    for piece in pieces(text, added):
        if _is_duty(piece):
            once.setdefault(piece.text.casefold(), Duty(piece.text, piece.at))
    return tuple(once.values())[:MOST]


def _asked(piece: Piece, added: Added) -> Iterator[Requirement]:
    """The requirements in a piece: none, itself, or what is needed and what is wished for in it."""
    words = head_words()
    if piece.text.endswith((":", "?")) or len(piece.text) > _LONGEST:
        return
    if words["not_requirement"].search(piece.text):
        return
    if piece.section in (Level.MUST, Level.NICE):
        if len(piece.text.split()) < 2 and not (
            piece.listed or piece.labelled or lexicon.read(piece.text, added).skills
        ):
            return
    elif _elsewhere(piece) or not (asks(piece.text) or wishes(piece.text) or _bare(piece, added)):
        return
    for text, at, wished in parts(piece):
        nice = piece.section is Level.NICE or wished
        yield Requirement(text, RequirementLevel.NICE if nice else RequirementLevel.MUST, at)


def _elsewhere(piece: Piece) -> bool:
    """A word about the employer and a bullet of the duties ask for nothing, whatever words they use."""
    return piece.section is Level.AROUND or (piece.section is Level.DUTY and piece.listed and not wishes(piece.text))


def _bare(piece: Piece, added: Added) -> bool:
    """A bullet in an offer without heads, that names a skill."""
    return piece.section is None and piece.listed and bool(lexicon.read(piece.text, added).skills)


def _is_duty(piece: Piece) -> bool:
    words = head_words()
    if piece.text.endswith((":", "?")) or len(piece.text) > _LONGEST or words["no_duty"].search(piece.text):
        return False
    told = bool(words["duty_within"].search(piece.text))
    if piece.section is Level.DUTY:
        return (
            piece.listed
            or piece.labelled
            or told
            or (len(piece.text) < _PROSE_FROM and not asks(piece.text) and not _of_us(piece.text))
        )
    return piece.section is None and told


def _of_us(text: str) -> bool:
    return bool(re.match(r"(?:we|our|the|this|at|as|join|nous|notre|le|la|les|au|chez|en|dans)\b", text, re.I))
