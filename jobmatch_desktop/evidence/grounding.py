"""Which words of a text need a fact, and which have one.

Words of the offer are no evidence. They are no claims either where a sentence names the offer's company, place or title
as the goal: "I apply for the position of ... at ...".
"""

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.domain.claim import Claim, Why
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.inline_markdown import plain_with_offsets
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence import lexicon, whys
from jobmatch_desktop.evidence.agents import agent_claims
from jobmatch_desktop.evidence.binding import bound
from jobmatch_desktop.evidence.claim_families import family_claims
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.cued import cued_claims
from jobmatch_desktop.evidence.deeds import deed_claims
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.fact_index import FactIndex, index_of
from jobmatch_desktop.evidence.frequencies import frequency_claims
from jobmatch_desktop.evidence.language_claims import language_claims
from jobmatch_desktop.evidence.names import degree_claims, has_grade, name_claims
from jobmatch_desktop.evidence.practised import practised_skills
from jobmatch_desktop.evidence.praised import draws, is_of_offer, praised
from jobmatch_desktop.evidence.quantity_claims import Today, quantity_claims
from jobmatch_desktop.evidence.ranks import reach_claims
from jobmatch_desktop.evidence.roles import role_claims
from jobmatch_desktop.evidence.sentences import (
    Found,
    Sentence,
    before,
    clause_at,
    is_disclaimed,
    is_goal,
    sentences,
    whole_words,
)
from jobmatch_desktop.evidence.skill_levels import level_claims
from jobmatch_desktop.evidence.spoken import spoken_languages
from jobmatch_desktop.evidence.titles import title_claims, title_words
from jobmatch_desktop.evidence.untold import untold_parts
from jobmatch_desktop.evidence.untold_acts import untold_acts

_Named = Sequence[tuple[int, int, str, tuple[str, ...]]]
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s()<>\[\]]+[^\s()<>\[\].,;:!?]"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|fr|eu|me)(?:/[^\s()<>\[\],;]*)?(?!\w)"
    r"|\+\d[\d().\u00a0 -]{7,}\d|\(\d{2,4}\)[ .-]?\d{3}[ .-]?\d{2,4}|(?<!\w)0\d(?:[ .-]?\d{2}){4}(?!\w)"
    r"|(?<!\w)\d{3}[ .-]\d{3}[ .-]\d{4}(?!\w)"
)
_TITLE_LINE = re.compile(r"^## .*$", re.MULTILINE)
_LINE_MARK = re.compile(r"^\s*(?:[-*+•]\s+|#{1,6}\s+)")
_WORD = re.compile(r"[^\W_]+(?:[.&'’+#/-]*[^\W_]+)*[+#]*")
_PARTS_OF_GOAL = re.compile(r"\s*[,(|)]\s*|\s[-–—]\s|\s+(?:f/h|h/f|\(f/h\))\s*$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|les?|la|l[’'])\s?", re.IGNORECASE)
_TOWN = re.compile(r"[\s-](?:ville|city)$", re.IGNORECASE)
_OWN = frozenset({"employer", "title", "degree", "project"})
_SHORTEST_NAME = 5
_HEAD = 400
_HEAD_LINES = 3
_LONGEST_HEAD = 120
_MOST_HEAD_WORDS = 6
_LONGEST_SAID = 60
_GOAL_REACH = 50
_TOOK = re.compile(
    r"(?<!\w)(?:took|taken|taking|held|holds?|holding|served|serving|selected|chosen|appointed|promoted|hired|landed|left|occupy|occupied"
    r"|in (?:my|a) (?:current|present|last|previous)|tenu|occupée?|occupe|nommée?|promue?|embauchée?)(?!\w)",
    re.IGNORECASE,
)
_BROUGHT_TO = re.compile(
    r"(?<!\w)(?:would|[’']d|will|[’']ll|could|can|want to|hope to|wish to|like to)"
    r"\s(?:(?:also|then|gladly)\s)?(?:bring|offer|give|contribute|add|join|do)"
    r"(?:\s(?:to|for|at|with|your team at))?\s(?:the\s)?$"
    r"|(?<!\w)(?:apporter|apporterais|apporterai"
    r"|offrir|offrirais|donner|proposer|servir"
    r"|rejoindre|contribuer)\s(?:(?:à|chez|au|aux)\s)?(?:la\s|le\s|les\s|l[’'])?$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"^\W*(?:Dear|Hello|Hi|Bonjour|Cher|Chère|Chers|Chères)(?:\s(?:[A-ZÀ-Ý][\w.’'-]*|&|and|et|the|de|of|team|hiring|manager)){1,8}(?=[,:!\n]|$)"
)
_DIPLOMA = re.compile(
    r"(?<!\w)(?:diplôme|certificat|diploma|degree|certificate|qualification)\s(?:de\s|d[’']|of\s|in\s|as\s(?:an?\s)?)$",
    re.IGNORECASE,
)
_NATIVE = re.compile(r"\s(?:native|resident|born)(?!\w)|-based")
_SHINGLE = 5
_COPIED_SHARE = 0.6
_FEWEST_QUOTED = 3
_LONGEST_OF_LIST = 6
_SENTENCES_REMEMBERED = 4_000
_NAMES_REMEMBERED = 500
_MAY_BE_CONTACT = re.compile(r"[@/\d]|\w\.\w")


def ground(
    text: str, facts: Sequence[Fact], offer: Offer, language: str, today: str | None = None, added: Added = ()
) -> tuple[Claim, ...]:
    """The claims of a text (CV Markdown: a part, or a whole document), in order, none within another.

    `today` is an ISO date: it is no claim, and jobs that go on reach to it. `language` is that of the text; English and
    French words are known in either. `added` are skills that the person added to the lexicon. Titles of sections (`## `) claim nothing.
    Pure, any thread.
    """
    index = index_of(facts, date.fromisoformat(today) if today else None, added)
    return ground_by(text, index, offer, language, today)


def ground_by(text: str, index: FactIndex, offer: Offer, language: str, today: str | None = None) -> tuple[Claim, ...]:
    """As `ground`, by an index that `index_of` made for the facts and the day: for who checks again at each pause of typing. The
    index remembers the sentences that it was asked for last, so that those which are still there cost nothing."""
    words, offsets = plain_with_offsets(text)
    titles = [title.span() for title in _TITLE_LINE.finditer(words)]
    day = Today(today, index.language not in ("", language))
    about = (offer.text, offer.title, offer.company, offer.place, day)
    if len(index.remembered) > _SENTENCES_REMEMBERED:
        index.remembered.clear()
    claims: list[Claim] = []
    for sentence in sentences(words):
        if any(start <= sentence.start < end for start, end in titles):
            continue
        asked = (sentence.words, sentence.goal, sentence.past, about)
        known = index.remembered.get(asked)
        if known is None:
            known = index.remembered[asked] = tuple(_claims(sentence, index, offer, day))
        for claim in known:
            start, end = sentence.start + claim.start, sentence.start + claim.end
            claims.append(msgspec.structs.replace(claim, start=offsets[start], end=offsets[end - 1] + 1))
    return tuple(sorted(claims, key=lambda claim: claim.start))


def _claims(sentence: Sentence, index: FactIndex, offer: Offer, day: Today) -> Iterator[Claim]:
    """The claims of a sentence, by their places in it."""
    words = sentence.words
    taken = bytearray(len(words))
    chosen: list[Found] = []
    for found in _found(sentence, index, offer, day):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            chosen.append(found)
    for found in bound(words, chosen, index):
        if not found.allowed and (found.facts or not is_disclaimed(words, found)):
            said = words[found.start : found.end]
            support = found.facts or (_quoted(words, index) if found.kind != "copied" else ())
            why = Why() if support else _why(said, found, offer)
            yield Claim(said, found.start, found.end, found.kind, bool(support), support, why)


def reasons(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Why a text does not stand, in English: one line for each distinct claim without a fact; empty where all have one."""
    return tuple(dict.fromkeys(claim.why.text() for claim in claims if not claim.supported))


def _why(said: str, found: Found, offer: Offer) -> Why:
    said = _short(said)
    if found.why:
        return msgspec.structs.replace(whys.BY_NAME[found.why], said=said)
    return msgspec.structs.replace(
        whys.IN_OFFER if said.casefold() in offer.text.casefold() else whys.NO_FACT, said=said
    )


def _quoted(words: str, index: FactIndex) -> tuple[str, ...]:
    """The facts that a sentence is part of, word for word."""
    said = _LINE_MARK.sub("", words)
    return index.saying(said) if len(said.split()) >= _FEWEST_QUOTED else ()


def _found(sentence: Sentence, index: FactIndex, offer: Offer, day: Today) -> Iterator[Found]:
    """What needs a fact, the surest readings first: later ones give way where they overlap."""
    words = sentence.words
    if not sentence.goal and _is_copied(words, offer, index) and not _is_addressee(words, offer):
        yield Found(len(words) - len(words.lstrip()), len(words.rstrip()), "copied", (), why="copied")
        return
    for contact in _CONTACT.finditer(words) if _MAY_BE_CONTACT.search(words) else ():
        yield Found(*contact.span(), "contact", index.with_contact(contact[0]))
    for fact, address in index.addresses:
        if (place := words.find(address)) >= 0:
            yield Found(place, place + len(address), "contact", (fact,))
    named = index.named_in(words)
    yield from _named_by_offer(sentence, offer, not sentence.goal and any(kind in _OWN for _, _, kind, _ in named))
    yield from praised(sentence, offer)
    cued = list(cued_claims(words, index, day.translated))
    for found in cued:
        if not found.facts and " " in words[found.start : found.end]:
            yield found
    names = list(name_claims(words, index))
    skills = list(_skills(words, index))
    yield from (found for found in names if not found.facts and _is_larger(words, found, named, skills, index))
    yield from (Found(start, end, kind, facts) for start, end, kind, facts in named if kind not in ("title", "degree"))
    titles = list(title_claims(words, index, day.translated, sentence.goal, named))
    yield from (found for found in titles if not found.facts)
    yield from (Found(start, end, kind, facts) for start, end, kind, facts in named if kind == "title")
    languages = list(language_claims(words, index, len(words.split()) <= _LONGEST_OF_LIST))
    yield from (found for found in languages if not found.facts and " " in words[found.start : found.end])
    yield from degree_claims(words, index, day.translated)
    yield from (Found(start, end, kind, facts) for start, end, kind, facts in named if kind == "degree")
    yield from languages
    yield from level_claims(words, [one for one in (*skills, *names) if one.facts], index)
    yield from family_claims(words, index, sentence.goal and not sentence.past)
    roles = [
        *reach_claims(words, index, day.translated),
        *agent_claims(words, index, day.translated),
        *role_claims(words, index, day.translated),
    ]
    yield from (found for found in roles if not found.facts)
    numbers = [one for one in quantity_claims(words, index, day) if not is_of_offer(one, sentence, offer)]
    yield from (*skills, *numbers, *names)
    # What is left of a run of capitals in which other words have been read already.
    for found in names:
        for word in _WORD.finditer(words, found.start, found.end):
            if word[0][0].isupper() and before(words, word.start()).strip(" -*•#"):
                yield Found(*word.span(), found.kind, index.saying(word[0]) or found.facts)
    yield from titles
    yield from cued
    yield from roles
    if not day.translated:
        yield from practised_skills(words, index)
        yield from frequency_claims(words, index)
        if not draws(sentence):
            yield from deed_claims(words, index)
            read = [*cued, *names, *skills, *titles, *numbers]
            yield from untold_parts(words, index, read)
            yield from untold_acts(words, index, read)


def _is_larger(words: str, run: Found, named: _Named, skills: Sequence[Found], index: FactIndex) -> bool:
    """Whether a run of capitals has one of the profile's names in it and is another name, as "Hooli University" is beside Hooli: none
    of its other words has a fact of its own."""
    within = [(start, end) for start, end, _, _ in named if run.start <= start and end <= run.end]
    if has_grade(words[run.start : run.end]):
        return True
    crossed = any(start < run.start < end for start, end, _, _ in named)
    known = [(one.start, one.end) for one in skills if one.facts]
    if not within or crossed or any(run.start <= start < run.end for start, _ in known):
        return False
    return not any(
        word[0][0].isupper() and index.saying(word[0])
        for word in _WORD.finditer(words, run.start, run.end)
        if not any(start <= word.start() < end for start, end in within)
    )


@functools.lru_cache(_SENTENCES_REMEMBERED)
def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[place : place + _SHINGLE]) for place in range(len(words) - _SHINGLE + 1))


def _is_copied(sentence: str, offer: Offer, index: FactIndex) -> bool:
    """Whether most of a sentence stands in the offer word for word, and in no fact."""
    shingles = _shingles(sentence)
    copied = shingles & _shingles(offer.text)
    if not copied or len(copied) < _COPIED_SHARE * len(shingles):
        return False
    own = {shingle for fact in index.facts for shingle in _shingles(fact.text)}
    return len(copied - own) >= _COPIED_SHARE * len(shingles)


def _is_addressee(words: str, offer: Offer) -> bool:
    """Whether a line has nothing but the offer's company, place and title."""
    for name in (*_parts_of(offer.company), *_parts_of(offer.place), *_parts_of(offer.title)):
        words = re.sub(re.escape(name), " ", words, flags=re.IGNORECASE)
    return _WORD.search(words) is None


def _short(words: str) -> str:
    said = words.strip()
    return said if len(said) <= _LONGEST_SAID else said[:_LONGEST_SAID].rsplit(" ", 1)[0] + " …"


def _named_by_offer(sentence: Sentence, offer: Offer, tells: bool) -> Iterator[Found]:
    """The offer's company and place, unless a sentence says the person was there, or `tells` of what they have done; its title and what
    else it begins with, where that is the goal."""
    for courtesy in (*_courtesies().finditer(sentence.words), *_SALUTATION.finditer(sentence.words)):
        yield Found(*courtesy.span(), "name", (), allowed=True)
    names = {
        **dict.fromkeys(_heads_of(offer.text), sentence.goal),
        **dict.fromkeys(
            _parts_of(offer.place), (sentence.goal or _is_addressee(sentence.words, offer)) and not sentence.past
        ),
        **dict.fromkeys(_short_of(offer.company), False),
        **dict.fromkeys(_parts_of(offer.company), not sentence.past and not tells),
        **dict.fromkeys(_parts_of(offer.title), sentence.goal),
    }
    for name, allowed in sorted(names.items(), key=lambda one: -len(one[0])):
        for found in _very(name).finditer(sentence.words):
            preceding = before(sentence.words, found.start(), _GOAL_REACH)
            if _DIPLOMA.search(preceding) or _NATIVE.match(sentence.words, found.end()):
                continue
            named = (_goal_nouns().search(preceding) and not _TOOK.search(preceding)) or _BROUGHT_TO.search(preceding)
            if allowed or named or is_goal(clause_at(sentence.words, found.start())):
                yield Found(*found.span(), "name", (), allowed=True)


@functools.lru_cache(_NAMES_REMEMBERED)
def _very(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


@functools.lru_cache(_NAMES_REMEMBERED)
def _parts_of(name: str) -> list[str]:
    """A name as the offer has it, and its parts between commas and the like, longest first."""
    parts = {name.strip(), *(part.strip() for part in _PARTS_OF_GOAL.split(name))}
    parts |= {_ARTICLE.sub("", part) for part in parts}
    parts |= {_TOWN.sub("", part) for part in parts}
    return sorted((part for part in parts if len(part) > 1 and not part.isdigit()), key=len, reverse=True)


@functools.lru_cache(_NAMES_REMEMBERED)
def _short_of(company: str) -> list[str]:
    """What a company is called for short: the first word of its name, where that is no usual one."""
    first, _, rest = company.strip().partition(" ")
    known = first.casefold() in claim_words().ordinary_capitals or title_words().search(first)
    return [first] if rest and len(first) >= _SHORTEST_NAME and first[0].isupper() and not known else []


@functools.lru_cache(_NAMES_REMEMBERED)
def _heads_of(text: str) -> list[str]:
    """The names in the first lines of an offer, as far as each is as short as a title, a company or a place."""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()][:_HEAD_LINES]
    parts = [part for line in lines if len(line) <= _LONGEST_HEAD for part in _parts_of(line)]
    return [part for part in parts if part[0].isupper() and len(part.split()) <= _MOST_HEAD_WORDS]


@functools.cache
def _goal_nouns() -> re.Pattern[str]:
    return whole_words(claim_words().goal_nouns)


@functools.cache
def _courtesies() -> re.Pattern[str]:
    return whole_words(claim_words().courtesies)


def _skills(words: str, index: FactIndex) -> Iterator[Found]:
    """Skills that have a name of their own (a capital, a digit, or more than one word); others are ordinary words, and languages are
    claimed by how well they are spoken."""
    for skill in lexicon.read(words, index.added).skills:
        if spoken_languages(skill.words):
            continue
        facts = index.with_skill(skill.name) or index.saying(skill.words)
        if not facts and " " in skill.words:
            facts = index.with_all(skill.words)
        if facts or (skill.named and (skill.name != skill.name.lower() or " " in skill.words)):
            yield Found(skill.start, skill.end, "skill", facts)
