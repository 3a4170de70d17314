"""Skills in ordinary words: what a person says to be skilled in, whether a lexicon knows it or not."""

import re
from collections.abc import Iterator

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.sentences import Found

_CUE = re.compile(
    r"(?<!\w)(?:(?:skilled|experienced|trained|proficient|familiar|conversant|versed|competent|expert|specialist|speciali[sz](?:ed|ing|es)|expertise"
    r"|background|experience|knowledge|command|mastery|work|proficiency)\s(?:in|of|with|at)"
    r"|(?:expérience|maîtrise|pratique|connaissance|connaissances|compétences?|spécialiste|formée?|expertise|travail quotidien)"
    r"\s(?:(?:confirmée|approfondie|solide)s?\s)?(?:de|du|des|en|avec|d[’']|à))\s?(?:the\s|an?\s|la\s|le\s|les\s|l[’'])?",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*(?:\s[^\W\d_]+(?:[’'-][^\W\d_]+)*){0,2}")
_END = re.compile(
    r"\s(?:and|or|for|in|on|at|to|of|with|from|as|et|ou|pour|dans|sur|chez|au|aux|en|avec|comme|auprès|depuis|par|les|des|du|de)"
    r"(?!\w)|\s(?:d|l)(?=[’'])",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\W*(?:[^\W\d_]+\s){0,2}(?:skills|competenc(?:y|ies)|tools|technologies|software|expertise|compétences|outils|logiciels|savoir-faire)"
    r"(?:\s[^\W\d_]+){0,2}\W*:\W*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?<![^\s,;·|:])(?!and\s|et\s)[^\W\d_][^,;·|.:()]*[^\W_](?=[,;·|.]|\s*$)")
_OF_OTHERS = re.compile(
    r"(?:your|our|my|this|that|these|those|how|what|which|votre|vos|notre|nos|mon|ma|mes|ce|cette|ces)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_ITEM = 4
_ENOUGH = 0.5


def practised_skills(words: str, index: FactIndex) -> Iterator[Found]:
    """What stands after "skilled in" and the like, up to three words, and what a list of skills lists; a fact that has half of the
    words supports it. Of texts in the language of the facts."""
    if listed := _LIST.match(words):
        for item in _ITEM.finditer(words, listed.end()):
            wanted = content(item[0])
            if wanted and len(item[0].split()) <= _LONGEST_ITEM:
                yield Found(*item.span(), "skill", _with_half(index, wanted))
    for cue in _CUE.finditer(words):
        phrase = _PHRASE.match(words, cue.end())
        if phrase is None or _OF_OTHERS.match(phrase[0]):
            continue
        end = _END.search(phrase[0])
        said = phrase[0][: end.start()] if end else phrase[0]
        wanted = content(said)
        if wanted:
            yield Found(phrase.start(), phrase.start() + len(said), "skill", _with_half(index, wanted))


def _with_half(index: FactIndex, wanted: frozenset[str]) -> tuple[str, ...]:
    return tuple(fact.id for fact in index.facts if len(index.words[fact.id] & wanted) >= _ENOUGH * len(wanted))
