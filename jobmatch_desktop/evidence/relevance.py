"""How much a line of a profile answers an offer. Deterministic; it orders and chooses, it does not judge a person."""

import re

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.wanted import Term, wanted

BROADER_SHARE = 0.4
"""What a skill counts for one that it is a case of."""

MEASURED = 0.3
"""What a figure in a line counts, so that of two equal lines the measured one goes first."""

_FIGURE = re.compile(r"\d")


class Relevance(msgspec.Struct, frozen=True):
    """An offer's terms by their keys, made once for all the lines that are held against them."""

    skills: dict[str, Term]
    words: dict[str, Term]
    title: frozenset[str]
    added: Added = ()

    def score(self, text: str) -> float:
        """The weights of the offer's terms that the text has, each once. 0.0 or more."""
        reading = lexicon.read(text, self.added)
        named = {skill.name for skill in reading.skills}
        total = sum(self.skills[name].weight for name in named if name in self.skills)
        implied = {wider for name in named for wider in lexicon.broader(name)} - named
        total += BROADER_SHARE * sum(self.skills[name].weight for name in implied if name in self.skills)
        total += sum(self.words[word].weight for word in reading.stems if word in self.words)
        return round(total, 6)

    def score_line(self, text: str) -> float:
        """The score of a line that tells of something done: a little more where it has a figure."""
        return self.score(text) + (MEASURED if _FIGURE.search(text) else 0.0)

    def answers(self, text: str) -> tuple[Term, ...]:
        """The skills the offer wants that the text names itself, heaviest first."""
        names = {skill.name for skill in lexicon.read(text, self.added).skills}
        found = [self.skills[name] for name in names if name in self.skills]
        return tuple(sorted(found, key=lambda term: (-term.weight, term.key)))

    def titled(self, text: str) -> bool:
        """Whether the text has a skill or a word of the offer's title."""
        return bool(self.title & _keys(text, self.added))


def relevance_of(offer: Offer, added: Added = ()) -> Relevance:
    """What lines are held against. `added` are skills that the person added to the lexicon. Pure, any thread; the slow part is
    `wanted`."""
    terms = wanted(offer, added)
    return Relevance(
        {term.key: term for term in terms if term.skill},
        {term.key: term for term in terms if not term.skill},
        _keys(offer.title, added),
        added,
    )


def _keys(text: str, added: Added) -> frozenset[str]:
    reading = lexicon.read(text, added)
    return reading.stems | {skill.name for skill in reading.skills}
