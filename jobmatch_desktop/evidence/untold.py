"""Parts of a list of which no word is in any fact: `scaling, sealants and laser therapy` of somebody who never named a laser.

Where the rest of a sentence is what the person did, a part that tells of something else altogether has been put in. The plain words that
tell nothing of a trade are in resources/lexicon/plain_words.json."""

import re
from collections.abc import Iterator, Sequence

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.plain_words import parts_of, plain_words
from jobmatch_desktop.evidence.practised import is_trait
from jobmatch_desktop.evidence.sentences import Found, clause_at, is_goal

_ONE_OF = re.compile(
    r"(?:dont|un|une|one|two|deux)\s(?:de|d[’']|of|être|est|a|was|were|has)(?!\w)|of which|dont(?!\w)", re.IGNORECASE
)
"""What goes on to tell of what stands before it."""
_LEAD = re.compile(r"(?:(?:also|aussi|then|puis|the|an?|les?|la|des?|du|de la)\s|[ld][’'])+", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"(?:in|at|on|for|from|since|during|over|within|with|by|as|to|under|through|en|dans|au|aux|chez|pour|depuis|pendant|lors|avec|par|sous|dès|entre|between|before|after|avant|après|sans|without|despite|malgré|thanks|grâce|per|de|à|of|into|vers|selon|across)"
    r"(?!\w)",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST = 8
"""Words of a part: a longer one is a sentence of its own."""


def untold_parts(words: str, index: FactIndex, others: Sequence[Found]) -> Iterator[Found]:
    """The parts of a sentence of several, in the language of the facts, that share no word with any of them, beside one that does.
    `others` are the claims that were found already: a part with one is judged by it."""
    plain = plain_words()
    parts = [(start, end, content(words[start:end]) - plain.telling_nothing) for start, end in _parts(words)]
    if len(parts) < _FEWEST or not any(about & index.places.keys() for _, _, about in parts):
        return
    for number, (start, end, about) in enumerate(parts):
        said = words[start:end]
        if (
            not about - plain.objects
            or about & index.places.keys()
            or len(said.split()) > _LONGEST
            or plain.personal.search(said)
        ):
            continue
        if is_trait(said) or _ONE_OF.match(said) or _INTRODUCES.match(said):
            continue
        is_label = words[end:].lstrip().startswith(":")
        if is_label or (number == 0 and " " not in said) or is_goal(clause_at(words, start)):
            continue
        if not any(one.start < end and start < one.end for one in others):
            yield Found(start, end, "skill", ())


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """The parts, each without the article or the little word that leads to it."""
    for start, end in parts_of(words):
        lead = _LEAD.match(words, start, end)
        first = lead.end() if lead else start
        if end > first:
            yield first, end
