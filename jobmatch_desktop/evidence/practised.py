"""Skills in ordinary words: what a person says to be skilled in, whether a lexicon knows it or not."""

import re
from collections.abc import Iterator

from jobmatch_desktop.evidence.fact_index import FactIndex, content
from jobmatch_desktop.evidence.sentences import Found

_CUE = re.compile(
    r"(?<!\w)(?:(?:skilled|experienced|trained|proficient|versed|competent|expert|specialist|speciali[sz](?:ed|ing|es)|expertise"
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
_ENOUGH = 0.5


def practised_skills(words: str, index: FactIndex) -> Iterator[Found]:
    """What stands after "skilled in" and the like, up to three words; a fact that has half of them supports it. Of texts in the
    language of the facts."""
    for cue in _CUE.finditer(words):
        phrase = _PHRASE.match(words, cue.end())
        if phrase is None:
            continue
        end = _END.search(phrase[0])
        said = phrase[0][: end.start()] if end else phrase[0]
        wanted = content(said)
        if wanted:
            facts = tuple(
                fact.id for fact in index.facts if len(index.words[fact.id] & wanted) >= _ENOUGH * len(wanted)
            )
            yield Found(phrase.start(), phrase.start() + len(said), "skill", facts)
