"""Skills in ordinary words: what a person says to be skilled in, whether a lexicon knows it or not."""

import functools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.sentences import Found, folded, whole_words
from jobmatch_desktop.resources import resource

_ARTICLE = r"(?:(?:the|la|le|les|l[’']|du|des|de la|de l[’']|de|d[’'])\s?)?"
_CUE = re.compile(
    r"(?<!\w)(?:(?:skilled|experienced|trained|proficient|familiar|conversant|versed|competent|expert|specialist|speciali[sz](?:ed|ing|es)"
    r"|expertise|background|experience|knowledge|command|mastery|work|proficiency|comfortable|confident|fluent|hands-on|strong|good"
    r"|at ease)\s(?:in|of|with|at)"
    r"|(?:expérience|maîtrise|pratique|connaissance|connaissances|compétences?|spécialiste|formée?|expertise|travail quotidien|à l[’']aise)"
    r"\s(?:(?:confirmée|approfondie|solide)s?\s)?(?:de|du|des|en|avec|sur|d[’']|à|dans))(?!\w)\s?" + _ARTICLE,
    re.IGNORECASE,
)
_CERTIFIED = re.compile(
    r"(?<!\w)(?:certified|qualified|accredited|licen[cs]ed|certifiée?|diplômée?|titulaire|habilitée?|agréée?)"
    r"(?:\s(?:in|as|d[eu]|des|en|d[’'])(?!\w))?\s?" + _ARTICLE,
    re.IGNORECASE,
)
_DIPLOMA = re.compile(
    r"(?<!\w)(?:diplôme|diploma|degree|titre)\s(?:in|de|d[’']|en|du)\s?(?!un|ma|son)" + _ARTICLE,
    re.IGNORECASE,
)
_WORDS = r"[^\W_][\w+#]*(?:[’'-][\w+#]+)*"
_PHRASE = re.compile(rf"{_WORDS}(?:\s{_WORDS}){{0,3}}")
_END = re.compile(
    r"\s(?:and|or|for|in|on|at|to|of|with|from|as|by|et|ou|pour|dans|sur|chez|au|aux|en|avec|comme|auprès|depuis|par|les|des|du|de|à|who|which|that"
    r"|since|is|are|was|were)(?!\w)|\s(?:d|l)(?=[’'])",
    re.IGNORECASE,
)
_JOIN = re.compile(rf"(?:,\s(?:and\s|et\s)?|\s(?:and|et|ou|or|ainsi que|as well as)\s){_ARTICLE}", re.IGNORECASE)
_STOPS = re.compile(r"\s*(?:[,;.:()]|$|(?:and|et|ou|or)(?!\w))", re.IGNORECASE)
_LIST = re.compile(
    r"\W*(?:[^\W\d_]+\s){0,2}(?:skills|competenc(?:y|ies)|tools|technologies|software|expertise|compétences|outils|logiciels|savoir-faire)"
    r"(?:\s[^\W\d_]+){0,2}\W*:\W*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?<![^\s,;·|:])(?!and\s|et\s)[^\W\d_][^,;·|.:()]*[^\W_](?=[,;·|.]|\s*$)")
_OF_OTHERS = re.compile(
    r"(?:your|our|my|this|that|these|those|how|what|which|it|them|both|an?|i|we|so|votre|vos|notre|nos|mon|ma|mes|ce|cette|ces|une?|je|j|nous"
    r"|qui|que|ainsi|son|sa|ses|leur|leurs|tous|toutes)(?!\w)",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[-*+•]\s+)?")
_LONGEST_ITEM = 4
_LONGEST_LISTED = 6
_MOST_ITEMS = 6
_ENOUGH = 0.5


def practised_skills(words: str, index: FactIndex) -> Iterator[Found]:
    """What stands after "skilled in" and the like, up to three words and the rest of the list that they begin, and what a list of
    skills lists; a fact that has half of the words supports it. Of texts in the language of the facts."""
    if listed := _LIST.match(words):
        for item in _ITEM.finditer(words, listed.end()):
            wanted = content(item[0])
            if wanted and len(item[0].split()) <= _LONGEST_ITEM:
                yield Found(*item.span(), "skill", _with_half(index, wanted))
    for kind, cues in (("skill", _CUE), ("certificate", _CERTIFIED), ("degree", _DIPLOMA)):
        for cue in cues.finditer(words):
            for number, (start, end) in enumerate(_items(words, cue.end())):
                wanted = content(words[start:end])
                # What is certified first is told by its own cue.
                if wanted and (number or kind != "certificate"):
                    yield Found(start, end, kind, _with_half(index, wanted))
    yield from _enumerated(words, index)


def _items(words: str, place: int) -> Iterator[tuple[int, int]]:
    """The parts of the list that begins at a place: the first up to a word such as "in", the others as far as they are nouns alone."""
    for number in range(_MOST_ITEMS):
        phrase = _PHRASE.match(words, place)
        if phrase is None or _OF_OTHERS.match(phrase[0]):
            return
        cut = _END.search(phrase[0])
        end = phrase.start() + cut.start() if cut else phrase.end()
        said = words[phrase.start() : end]
        if number and (_STOPS.match(words, end) is None or is_trait(said)):
            return
        yield phrase.start(), end
        join = _JOIN.match(words, end)
        if join is None:
            return
        place = join.end()


def _enumerated(words: str, index: FactIndex) -> Iterator[Found]:
    """The parts of a line that does nothing but list, where one of them is a skill of the facts."""
    mark = _MARK.match(words)
    begins = mark.end() if mark else 0
    body = words[begins:].rstrip(" .\n")
    if len(body.split()) > _LONGEST_LISTED * _LONGEST_ITEM or any(sign in body for sign in ".:;()·|\n"):
        return
    parts: list[tuple[int, int]] = []
    place = begins
    for join in [*_JOIN.finditer(words, begins, begins + len(body)), None]:
        end = join.start() if join else begins + len(body)
        parts.append((place, end))
        place = join.end() if join else end
    said = [words[start:end] for start, end in parts]
    if len(parts) < 2 or any(not _is_noun(one) for one in said):
        return
    stems = [content(one) for one in said]
    if not any(one and one <= index.words[fact] for fact in _skills(index) for one in stems):
        return
    for (start, end), wanted in zip(parts, stems, strict=True):
        if wanted and not is_trait(words[start:end]):
            yield Found(start, end, "skill", _with_half(index, wanted))


def _is_noun(said: str) -> bool:
    """Whether words may be the name of a skill: few, and none that makes a sentence of them."""
    return 0 < len(said.split()) <= _LONGEST_LISTED and not _telling().search(said)


def is_trait(said: str) -> bool:
    """Whether a word tells what somebody is like."""
    return " " not in said and (folded(said) in _table().traits or _ADJECTIVE.search(said) is not None)


_ADJECTIVE = re.compile(r"(?:able|ible|ful|ous|less|eux|euse|ly)$", re.IGNORECASE)


def _skills(index: FactIndex) -> tuple[str, ...]:
    return tuple(fact for fact, kind in index.kinds.items() if kind in ("skill.name", "skill.keyword"))


def _with_half(index: FactIndex, wanted: frozenset[str]) -> tuple[str, ...]:
    """The facts that have half of the words, and not only one that goes with anything."""
    telling = wanted - _generic() or wanted
    return tuple(
        fact.id
        for fact in index.facts
        if len(index.words[fact.id] & wanted) >= _ENOUGH * len(wanted) and index.words[fact.id] & telling
    )


class _Table(msgspec.Struct, frozen=True):
    """`traits` tell what somebody is like, `generic` words go with any skill, `telling` ones make a sentence of words."""

    traits: frozenset[str]
    generic: tuple[str, ...]
    telling: tuple[str, ...]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/practised.json").read_bytes(), type=_Table)


@functools.cache
def _telling() -> re.Pattern[str]:
    return whole_words(_table().telling)


@functools.cache
def _generic() -> frozenset[str]:
    return frozenset(map(lexicon.stem, _table().generic))
