"""What a sentence says of the employer: what draws the person there, and what the offer tells of it. It claims nothing."""

import re
from collections.abc import Iterator

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.capital_runs import runs
from jobmatch_desktop.evidence.sentences import Found, Sentence, before, clause_at

_DRAWN = re.compile(
    r"(?<!\w)(?:(?:draws?|drew|drawn|attracts?|strikes?|appeals?|speaks?|inspires?|excites?)\s(?:me|to)(?!\w)"
    r"|(?:m[’']a(?:\s(?:séduite?|attirée?|convaincue?))|me\s(?:séduit|plaît|plait|parle|attire|tente))(?!\w)"
    r"|(?:serait|seraient)\s(?:pour moi|une?|mon|ma)(?!\w)|would be (?:an?|my|for me)(?!\w)"
    r"|(?:a retenu|retient)\s(?:toute\s)?mon (?:attention|intérêt)|caught my (?:eye|attention))",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:(?<!\w)(?:in|at|to|of|from|between|as|à|au|aux|en|chez|de|du|des|et|and|entre|le|la|un|une|the|an?|dear|pôle|département|service|direction"
    r"|division|department|team)\s|[dl][’'])$",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"(?<!\w)(?:(?:my|mon|ma|mes)\s(?!(?:application|candidature|attention|intérêt|interest|cv|eye)(?!\w))|experienced?|expérience|certifi\w+"
    r"|qualified|trained|skilled|formée?|having|ayant|diplômée?|background|maîtrise)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?<!\w)(?:i|i[’']\w+|my|we|our|je|j|mon|ma|mes|nous|notre)(?![\w])", re.IGNORECASE)
_DID = re.compile(r"(?<!\w)(?:i(?:[’']ve| have| was| led| worked| managed)|j[’']ai|having)(?!\w)", re.IGNORECASE)
_COUNTED = frozenset({"number", "date"})


def praised(sentence: Sentence, offer: Offer) -> Iterator[Found]:
    """Names of the offer in a sentence about the job that is sought, or about what draws the person to it."""
    words = sentence.words
    if not _is_of_goal(sentence):
        return
    for start, end in runs(words):
        capitals = re.findall(r"(?<![\w’'-])(?:[dlDL][’'])?([A-ZÀ-Ý][\w-]*)", words[start:end])
        named = _OF_OTHERS.search(before(words, start)) and all(one in offer.text for one in capitals)
        if named and not _BROUGHT.search(words[:start]):
            yield Found(start, end, "name", (), allowed=True)


def is_of_offer(found: Found, sentence: Sentence, offer: Offer) -> bool:
    """Whether a number or a year without a fact is one that the offer tells of the employer, and that no words before it in its clause
    say of the person."""
    words = sentence.words
    if found.kind not in _COUNTED or found.facts or not _is_of_goal(sentence):
        return False
    clause = clause_at(words, found.start)
    return words[found.start : found.end] in offer.text and not _SUBJECT.search(
        clause.partition(words[found.start : found.end])[0]
    )


def draws(sentence: Sentence) -> bool:
    """Whether a sentence tells what draws the person to the employer, and nothing that they did."""
    return _DRAWN.search(sentence.words) is not None and not _DID.search(sentence.words)


def _is_of_goal(sentence: Sentence) -> bool:
    return sentence.goal or draws(sentence)
