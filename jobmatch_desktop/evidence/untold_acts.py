"""What the person is said to do of which no word is in any fact: `I place central lines` of a nurse who never named one.

A part of a sentence is judged by its verb and object alone, without the subject before and what a preposition adds after them. The plain
words that tell nothing of a trade are in resources/lexicon/plain_words.json."""

import re
from collections.abc import Collection, Iterator, Sequence

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.plain_words import parts_of, plain_words
from jobmatch_desktop.evidence.sentences import Found, clause_at, is_goal

_SUBJECT = re.compile(
    r"(?:^|.*?(?<![\w’']))(?:I(?:[’'](?:ve|m|d))?\s|je\s|j[’'])"
    r"(?:(?:have|am|had|was|been|also|now|since|still|regularly|currently|often|already|successfully|personally|always|usually|then|first"
    r"|ai|suis|aussi|également|déjà|toujours|souvent|désormais|actuellement|régulièrement|y|en)(?!\w)\s?)*",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:\w{3,}(?:ed|é|és)|\w{4,}ing)(?=\s)", re.IGNORECASE)
"""How a line begins that tells of something done without saying who did it."""
_NO_ACT = re.compile(
    r"(?:is|are|was|were|be|been|am|has|had|have|does|did|do|then|which|who|that|there|here|one|two|an?|the|also|as|est|sont|était|étaient|a|ont"
    r"|avait|fut|sera|seront|un|une|des?|du|dont|autant|où|ce|cela|c|il|elle|le|la|les|l|y|en|s|se|m|me|both|all|this|these|those|such|from"
    r"|in|at|on|with|for|by|to|of|after|before|since|during|en|dans|avec|pour|par|chez|sur|à|au|aux|depuis|après|avant|lors|between|entre|always|never|toujours|jamais|and|or|but|et|ou|mais|aimerais|voudrais|souhaiterais|pourrais|serais|aurais|\w+erai|love|like|enjoy|prefer"
    r"|want|hope|wish|believe|think|feel|know|need|aime|préfère|veux|souhaite|espère|crois|pense|sais|remain|stay|reste)(?![\w-])",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s(?:in|at|on|for|from|with|by|to|during|through|under|across|within|over|when|while|where|since|after|before|so|as|into|per|every|each"
    r"|until|without|including|using|via|between|among|pour|dans|avec|chez|sur|à|au|aux|en|par|depuis|lors|afin|qui|que|où|sous|selon|dont|vers"
    r"|pendant|entre|auprès|sans|comme|quand|jusqu[’'].*)(?!\w)",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"(?<!\w)\w{3,}ly(?!\w)", re.IGNORECASE)
_LONGEST = 8
_ROOT = 6


def untold_acts(words: str, index: FactIndex, others: Sequence[Found]) -> Iterator[Found]:
    """The acts of a sentence, in the language of the facts, whose object no fact names. `others` are the claims found already: an act with
    one is judged by it."""
    known, plain = index.places.keys(), plain_words()
    nothing = plain.telling_nothing | plain.objects | plain.verbs
    personal = False
    for first, end in parts_of(words):
        subject = _SUBJECT.match(words, first, end)
        start = subject.end() if subject else first
        personal = (
            personal or subject is not None or (first == _first(words) and _DOING.match(words, first) is not None)
        )
        cut = _CUT.search(words, start, end)
        last = cut.start() if cut else end
        said = words[start:last]
        verb, _, done = said.partition(" ")
        if (
            not personal
            or not done
            or len(said.split()) > _LONGEST
            or plain.personal.search(said)
            or _NO_ACT.match(said)
        ):
            continue
        about = content(_ADVERB.sub(" ", done)) - nothing
        if words[end:].lstrip().startswith(":") or words[last:].lstrip().startswith(":"):
            continue
        if not about or _is_known(about, known) or is_goal(clause_at(words, start)):
            continue
        acts = content(verb) - nothing
        if not _is_known(acts, known) and not any(one.start < last and start < one.end for one in others):
            yield Found(start, last, "skill", ())


def _is_known(stems: frozenset[str], known: Collection[str]) -> bool:
    """Whether the facts have one of some stems, or a word of the same root: who ships had to do with shipment."""
    roots = tuple(stem[:_ROOT] for stem in stems if len(stem) >= _ROOT)
    return any(stem in known for stem in stems) or (bool(roots) and any(one.startswith(roots) for one in known))


def _first(words: str) -> int:
    """Where the first part of a line begins."""
    return next((first for first, _ in parts_of(words)), 0)
