"""What a person's part in something was: made it or kept it running, led it or helped, all of it or some
(resources/lexicon/roles.json)."""

import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.role_words import (
    all_of,
    alone,
    anybody,
    anybody_stems,
    generic_stems,
    idioms,
    leads,
    learner_stems,
    makes,
    number_stems,
    people,
    puffery,
    role_words,
    teaches,
    time_units,
    verbs,
    weak,
)
from jobmatch_desktop.evidence.sentences import Found, before, clause_at, folded, whole_words

_CLAUSES = re.compile(r"[.;]\s+|\n")
_OBJECT_END = re.compile(
    r"[,;:.!?()–—]|\s(?:to|for|by|with|through|using|while|so|which|that|who|has|have|is|was|are|were|from|since|depuis"
    r"|until|in order|at|in|on|as|during"
    r"|afin|pour|avec|grâce|par|qui|que|chez|dans|sur|comme|sous|est|sont)\s",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-Ý]")
_FURTHER_END = re.compile(
    r"[,;:.!?()–—]|\s(?:with|using|while|so|which|that|who|avec|grâce|qui|que|chez|at)\s", re.IGNORECASE
)
_PER = re.compile(r"(?<!\w)(?:an?|per|par|each|every|chaque)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SOME = whole_words(
    ["some", "some of", "certain", "certains", "certaines", "part of", "une partie", "several of", "partie"]
)
_ARTICLE = re.compile(
    r"\s+(?:an?|the|our|their|its|two|three|four|five|six|seven|eight|nine|ten|\d[\d,. ]*|teams?|cross\S*|projects?|all"
    r"|several|multiple|staff|people)(?!\w)",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:the|an?|my|your|our|of|in|on|le|la|un|une|du|de|au|votre|notre)\s+|[-/]|(?<![jJ])[’'])$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^\s*(?:[-*+•]\s+)?$|(?:,|;|\set|\sand)\s(?:la\s|l[’'])?$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?<!\bat )(?<!\bin )(?<!\bon )(?<!\bfor )(?<!\bwith )(?<!\bduring )(?<!\bfrom )(?<!\bà )(?<!\bchez )"
    r"\b(?:the|an?|le|la|les|un|une|l(?=[’']))[\s’'](?P<thing>(?:[\w’'-]+\s){1,5}?|(?:[\w’'-]+\s){0,4}[\w’'-]+,\s(?=which|que\s|qu[’']))(?:that\s|which\s|que\s|qu[’'])?"
    r"(?:I|we|j[’']ai|nous avons)\s?(?:have\s|had\s)?$",
    re.IGNORECASE,
)
_ON = re.compile(r"\s(?:on|of|in|for|sur|de|des|du)\s", re.IGNORECASE)
_PIECE = re.compile(
    r"\s(?:an?|the|une?|le|la)\s(?:[\w’'-]+\s){0,2}?(?:piece|article|paper|text|column|post|booklet|chapter|texte|billet|papier|chronique)"
    r"\s(?:on|about|sur)\s(?P<about>[^,;.(]{3,80})",
    re.IGNORECASE,
)
"""What was written about is what a fact may name."""
_DONE = re.compile(r"(?:é|ée|i|ie|it|ite|u|ue|is|ed)\s$")
_BY_ONESELF = re.compile(
    r"(?<!\w)(?:own|solo|by me|personally|myself|single|sole|self-employed|à mon compte|unique|indépendante?)(?!\w)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?<!\w)(?:several|numerous|many|multiple|plusieurs|de nombreux|de nombreuses|de multiples)(?!\w)", re.IGNORECASE
)
_WITH = re.compile(
    r"(?<!\w)(?:in|with|using|on|through|via|sous|avec|sur|dans|en)\s(?:the\s|an?\s|une?\s|[A-Z]\w+\s)?$"
)
_NOTHING = re.compile(r"\s(?:nothing|rien)(?!\w)", re.IGNORECASE)
_NUMBER = r"(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)"
_NUMBERS = re.compile(rf"\d|{_NUMBER}(?!\w)", re.IGNORECASE)
_GERUND = re.compile(r"(?:started|starting|began|commencé)\s(?:\w+ing|à)(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:\d|{_NUMBER})\s(?:\w+\s)?$", re.IGNORECASE)
_READ = 120
_ENOUGH = 0.5
_FURTHEST = 6
_FEW = 4
_NEAR = 40


def role_claims(words: str, index: FactIndex, translated: bool = False) -> Iterator[Found]:
    """The verbs of a sentence that give the person a larger part than every sentence does, and its words for all of something.

    Where the text is in another language than the facts (`translated`), or the verb says no more than that something was decided, only
    facts that speak of the same thing and give a smaller part tell that it was not so large."""
    if words.lstrip().startswith("#"):
        return
    for verb in verbs().finditer(words):
        if folded(verb[0]) in role_words().nouns and not _BEGINS.search(before(words, verb.start())):
            continue
        if _ARTICLE_BEFORE.search(before(words, verb.start())) or _GERUND.match(words, verb.start()):
            continue
        after = words[verb.end() : verb.end() + _READ]
        kind = kind_of(folded(verb[0]), after)
        if kind is None or (
            _is_weak(clause_at(words, verb.start())[:40]) and weak().search(before(words, verb.start()))
        ):
            continue
        # "Wrote part of": the smaller part is what it says.
        if weak().search(" ".join(after.split()[:2])) or _NOTHING.match(after):
            continue
        earlier = _RELATIVE.search(before(words, verb.start(), _READ))
        piece = _PIECE.match(after)
        thing = thing_of(
            _ON.sub(" ", earlier["thing"]) if earlier else piece["about"] if piece else after, index, translated
        )
        facts = supporting(kind, thing, after, index, translated)
        if facts and not translated:
            facts = _without_help(verb[0], thing, facts, index)
        if facts is not None:
            claimed = "scope" if kind in ("lead", "run", "decide") else "authorship"
            yield Found(*verb.span(), claimed, facts, why="led" if kind in ("lead", "decide") else kind)
    if not translated:
        yield from _universal(words, index)
        yield from _several(words, index)
    else:
        yield from _unaided(words, index)


def _unaided(words: str, index: FactIndex) -> Iterator[Found]:
    """Words for having done something without others, in another language than the facts: any fact that says so of anything will do."""
    for found in alone().finditer(words):
        if " " in found[0] or _DONE.search(before(words, found.start())):
            facts = tuple(
                fact for fact, text in index.texts.items() if alone().search(text) or _BY_ONESELF.search(text)
            )
            yield Found(*found.span(), "scope", facts, why="all")


def supporting(kind: str, thing: "Thing", after: str, index: FactIndex, translated: bool) -> tuple[str, ...] | None:
    """The facts of a verb; None where it claims nothing that facts can tell."""
    if kind == "lead" and anybody().search(" ".join(after.split()[:_FEW])) and (translated or not thing.stems):
        return _led_people(index)
    if not thing.stems:
        return None
    if kind == "lead":
        facts = _led(index, thing) or (_led_people(index) if anybody().search(after[:_NEAR]) and thing.few else ())
    else:
        facts = _made(index, thing, kind == "found") or (_practised(index, thing) if kind == "run" else ())
    if facts or not (translated or kind == "decide"):
        return facts
    if kind == "lead" and not _leads_at_all(index, bool(thing.stems & learner_stems())):
        return ()
    return () if any(_is_weak(clause) for _, clause in _about(index, thing)) else None


def _leads_at_all(index: FactIndex, learners: bool) -> bool:
    """Whether any fact says that the person leads; of `learners` who teaches does."""
    return bool(index.leading) or any(
        (leads().search(clause) or (learners and teaches().search(clause))) and not _is_weak(clause)
        for _, clause, _ in index.clauses
    )


def _without_help(verb: str, thing: "Thing", facts: tuple[str, ...], index: FactIndex) -> tuple[str, ...]:
    """The facts that stand where another says that the person helped to do the very same: those that tell of doing it, not only of
    the thing."""
    helped = any(_is_weak(clause) and lexicon.stem(verb) in content(clause) for _, clause in _about(index, thing))
    return tuple(fact for fact in facts if verbs().search(index.texts[fact])) if helped else facts


def kind_of(verb: str, after: str) -> str | None:
    """Which part a verb gives, by the words after it: `lead`, `run`, `decide`, `found` or `make`; None for none."""
    table = role_words()
    if verb in table.lead:
        return "lead"
    if verb in table.lead_before_article:
        return "lead" if _ARTICLE.match(after) else None
    if verb in table.run:
        return "lead" if people().search(" ".join(after.split()[:5])) else "run"
    if verb in table.decide:
        return "decide"
    return "found" if verb in table.found else "make"


class Thing(msgspec.Struct, frozen=True):
    """What a verb is about: the stems of its words, that of the noun among them, whether they are of people in general alone, and
    whether it is a name."""

    stems: frozenset[str]
    head: frozenset[str]
    few: bool = False
    named: bool = False


def thing_of(after: str, index: FactIndex, translated: bool) -> Thing:
    """What a verb is about: its next words, without praise and the names of employers. The noun is the last of them in English and the
    first in French. Of what is `translated`, names alone can be compared where it has some."""
    end = _OBJECT_END.search(after)
    if translated and end and not _CAPITAL.search(after, 0, end.start()):
        # "led the move to BIM": the name may stand after the noun.
        end = _FURTHER_END.search(after)
    said = " ".join((after[: end.start()] if end else after).split()[: 2 * _FURTHEST])
    kept = [word for word in re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", said) if word.casefold() not in puffery()]
    kept = kept[:_FURTHEST]
    stems = content(" ".join(kept)) - number_stems()
    stems = stems - generic_stems() or stems
    stems = stems - index.employers or stems
    if translated:
        stems = content(" ".join(word for word in kept if word[0].isupper())) & stems or stems
    in_order = [stem for word in kept for stem in content(word) & stems]
    french = (index.language == "fr") is not translated
    return Thing(
        stems,
        frozenset(in_order[:1] if french else in_order[-1:]),
        not stems - anybody_stems(),
        bool(kept) and kept[0][0].isupper(),
    )


def _about(index: FactIndex, thing: Thing) -> Iterator[tuple[str, str]]:
    """The clauses of facts that have more than half of the words, or half with the noun: `(fact, clause)`."""
    for fact, clause, stems in index.clauses:
        common = len(stems & thing.stems)
        enough = _ENOUGH * len(thing.stems)
        if common > enough or (common and common == enough and thing.head & stems):
            yield fact, clause


def _led(index: FactIndex, thing: Thing) -> tuple[str, ...]:
    learners = bool(thing.stems & learner_stems())
    return tuple(
        dict.fromkeys(
            fact
            for fact, clause in _about(index, thing)
            if (leads().search(clause) or index.is_leading(fact) or (learners and teaches().search(clause)))
            and not _is_weak(clause)
        )
    )


def _led_people(index: FactIndex) -> tuple[str, ...]:
    """The facts that say that the person leads people, and the titles of who does."""
    return tuple(
        dict.fromkeys(
            fact
            for fact, clause, _ in index.clauses
            if (leads().search(clause) and people().search(clause)) or index.is_leading(fact)
        )
    )


def _made(index: FactIndex, thing: Thing, founded: bool) -> tuple[str, ...]:
    """Facts in which the person's part was no smaller one; that something was `founded` must be said, or be a project of theirs."""
    return tuple(
        dict.fromkeys(
            fact
            for fact, clause in _about(index, thing)
            if not _is_weak(clause)
            and not _is_of_others(index, fact)
            and not (thing.named and _is_tool(clause, thing))
            and (not founded or index.kinds[fact].startswith("project.") or makes().search(clause))
        )
    )


def _is_of_others(index: FactIndex, fact: str) -> bool:
    """Whether a fact names a project to which the person gave a smaller part."""
    path = entry_of(fact)
    return index.kinds[fact].startswith("project.") and _is_weak(index.texts.get(f"{path}/description", ""))


def _is_tool(clause: str, thing: Thing) -> bool:
    """Whether a clause has what is named only as that with which something was done: bridges "in AASHTOWare"."""
    named = [word for word in re.finditer(r"[^\W\d_]+", clause) if lexicon.stem(word[0]) in thing.stems]
    return bool(named) and all(_WITH.search(before(clause, word.start())) for word in named)


def _practised(index: FactIndex, thing: Thing) -> tuple[str, ...]:
    """Facts that name what was run as a skill."""
    return tuple(
        fact
        for fact, kind in index.kinds.items()
        if kind.startswith("skill.") and len(index.words[fact] & thing.stems) >= _ENOUGH * len(thing.stems)
    )


def _is_weak(clause: str) -> bool:
    """Whether a clause begins with a word for a smaller part than that of the maker."""
    return weak().search(" ".join(clause.split()[:4])) is not None or re.match(r"\W*co-\w", clause) is not None


def _universal(words: str, index: FactIndex) -> Iterator[Found]:
    for found in all_of().finditer(words):
        after = words[found.end() : found.end() + _READ].lstrip().casefold()
        if idioms().match(words, found.start()) or idioms().search(
            words[max(0, found.start() - 14) : found.end() + 12]
        ):
            continue
        following = re.findall(r"[^\W\d_]+", after)[:3]
        if any(word in time_units() for word in following):
            continue
        wanted = content(clause_at(words, found.start()))
        is_alone = folded(found[0]) in role_words().alone
        first = frozenset() if is_alone else content(" ".join(following))
        same = alone() if is_alone else all_of()
        facts = tuple(
            dict.fromkeys(
                fact
                for fact, clause in (*_about(index, Thing(wanted, wanted)), *_of_head(index, wanted, first))
                if same.search(clause)
                or (not _SOME.search(clause) and (_is_per(clause, first) or _is_of_several(clause, first)))
            )
        )
        if wanted:
            yield Found(*found.span(), "scope", facts, why="all")


def _several(words: str, index: FactIndex) -> Iterator[Found]:
    """Words for several of what the facts have but one of."""
    for found in _SEVERAL.finditer(words):
        nouns = content(" ".join(words[found.end() : found.end() + _READ].split()[:2]))
        of_one = [clause for _, clause, stems in index.clauses if nouns & stems and not _is_of_several(clause, nouns)]
        if of_one and not any(
            _is_of_several(clause, nouns) or _NUMBERS.search(clause)
            for _, clause, stems in index.clauses
            if nouns & stems
        ):
            yield Found(*found.span(), "scope", (), why="all")


def _of_head(index: FactIndex, wanted: frozenset[str], first: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The clauses of facts that have a word of those right after "all", and another of the sentence."""
    for fact, clause, stems in index.clauses:
        if first & stems and len(wanted & stems) > 1:
            yield fact, clause


def _is_per(clause: str, stems: frozenset[str]) -> bool:
    """Whether a clause says `a shift`, `per shift` of one of the words."""
    return any(
        _PER.search(before(clause, word.start())) is not None
        for word in re.finditer(r"[^\W\d_]+", clause)
        if lexicon.stem(word[0]) in stems
    )


def _is_of_several(clause: str, stems: frozenset[str]) -> bool:
    """Whether a clause has one of the words as a plural that no number limits: "integrate newcomers" is each of them."""
    return any(
        word[0][-1] in "sx" and not _NUMBERED.search(before(clause, word.start()))
        for word in re.finditer(r"[^\W\d_]+", clause)
        if lexicon.stem(word[0]) in stems
    )
