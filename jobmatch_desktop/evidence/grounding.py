"""Which words of a text need a fact, and which have one.

Words of the offer are no evidence. They are no claims either where a sentence names the offer's company, place or title
as the goal: "I apply for the position of ... at ...".
"""

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.domain.claim import Claim
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.inline_markdown import plain_with_offsets
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex, content, index_of, is_whole_name
from jobmatch_desktop.evidence.quantities import quantities

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s()<>\[\]]+[^\s()<>\[\].,;:!?]"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|fr|eu|me)(?:/[^\s()<>\[\],;]*)?(?!\w)"
    r"|\+\d[\d().\u00a0 -]{7,}\d|\(\d{2,4}\)[ .-]?\d{3}[ .-]?\d{2,4}|(?<!\w)0\d(?:[ .-]?\d{2}){4}(?!\w)"
    r"|(?<!\w)\d{3}[ .-]\d{3}[ .-]\d{4}(?!\w)"
)
_SENTENCE_END = re.compile(r"\n|(?<=[.!?…])[\"”’»)\]]*\s+(?=[^\s\da-zà-ÿ])")
_ABBREVIATION = re.compile(r"(?<![\w/])(?:mr|mrs|ms|dr|prof|st|no|inc|ltd|co|vs|e\.g|i\.e|\w)\.$", re.IGNORECASE)
_TITLE_LINE = re.compile(r"^## .*$", re.MULTILINE)
_LINE_MARK = re.compile(r"\s*(?:[-*+•]\s+|#{1,6}\s+|\d+[.)]\s+)?")
_OPENS = re.compile(r"[.!?…:“«\"][\s“«\"]*$")
_BREAK = re.compile(r"\s[·|]\s")
_WORD = re.compile(r"[^\W_]+(?:[.&'’+#/-]*[^\W_]+)*[+#]*")
_TECHNICAL = re.compile(
    r"(?=\w*[A-Z])(?=\w*\d)\w+|\w*[a-zà-ÿ][A-Z]\w*|[A-Z][A-Z&]+s?|\w+(?:\+\+|#)|\w+\.(?:js|py|net|io|ai)", re.ASCII
)
_CONNECTING = frozenset({"of", "the", "for", "de", "du", "des", "la", "le", "les", "d", "l", "von", "van"})
_LONGEST_SAID = 60
_GOAL_REACH = 30
_LONGEST_NAME = 8
_SHINGLE = 5
_COPIED_SHARE = 0.6


class _Sentence(msgspec.Struct, frozen=True):
    """A sentence with its place in the plain words; `goal` says that it speaks of the job that is sought."""

    start: int
    end: int
    words: str
    goal: bool


class _Found(msgspec.Struct, frozen=True):
    """Words that need a fact, with the facts that they have; `allowed` needs none."""

    start: int
    end: int
    kind: str
    facts: tuple[str, ...]
    allowed: bool = False
    why: str = ""


def ground(
    text: str, facts: Sequence[Fact], offer: Offer, language: str, today: str | None = None
) -> tuple[Claim, ...]:
    """The claims of a text (CV Markdown: a part, or a whole document), in order, none within another.

    `today` is an ISO date: it is no claim, and jobs that go on reach to it. `language` is that of the text; English and
    French words are known in either. Titles of sections (`## `) claim nothing. Pure, any thread.
    """
    words, offsets = plain_with_offsets(text)
    index = index_of(facts, date.fromisoformat(today) if today else None)
    taken = bytearray(len(words))
    for title in _TITLE_LINE.finditer(words):
        taken[title.start() : title.end()] = b"\x01" * (title.end() - title.start())
    claims: list[Claim] = []
    offered = _shingles(offer.text) - {shingle for fact in facts for shingle in _shingles(fact.text)}
    day = _Today(today, index.language not in ("", language))
    for sentence in _sentences(words):
        for found in _found(sentence, index, offer, offered, day):
            start, end = sentence.start + found.start, sentence.start + found.end
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            if found.allowed:
                continue
            said = words[start:end]
            why = "" if found.facts else found.why or _why(said, offer)
            claims.append(
                Claim(said, offsets[start], offsets[end - 1] + 1, found.kind, bool(found.facts), found.facts, why)
            )
    return tuple(sorted(claims, key=lambda claim: claim.start))


def reasons(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Why a text does not stand: one line for each distinct claim without a fact; empty where all have one."""
    return tuple(dict.fromkeys(claim.why for claim in claims if not claim.supported))


def _why(said: str, offer: Offer) -> str:
    if said.casefold() in offer.text.casefold():
        return f"“{said}” is in the offer, but in no fact of yours."
    return f"“{said}” has no fact."


def _sentences(words: str) -> Iterator[_Sentence]:
    start = 0
    for end in [*(found.span() for found in _SENTENCE_END.finditer(words)), (len(words), len(words))]:
        if (
            end[0] < len(words)
            and words[end[0]] != "\n"
            and _ABBREVIATION.search(words, max(start, end[0] - 6), end[0])
        ):
            continue
        sentence = words[start : end[0]]
        if sentence.strip():
            yield _Sentence(start, end[0], sentence, _is_goal(sentence))
        start = end[1]


def _is_goal(sentence: str) -> bool:
    return bool(_cues(True).search(sentence)) and not _claims_past(sentence)


def _claims_past(sentence: str) -> bool:
    return bool(_cues(False).search(sentence))


@functools.cache
def _cues(goal: bool) -> re.Pattern[str]:
    table = claim_words()
    return _whole_words(table.goal_cues if goal else table.past_cues)


def _whole_words(words: Sequence[str]) -> re.Pattern[str]:
    spelled = either(words)
    return re.compile(rf"(?<![\w’'-])(?:{spelled})(?![\w-])", re.IGNORECASE)


def _found(
    sentence: _Sentence, index: FactIndex, offer: Offer, offered: frozenset[str], day: "_Today"
) -> Iterator[_Found]:
    """What needs a fact, the surest readings first: later ones give way where they overlap."""
    words = sentence.words
    if not sentence.goal and _is_copied(words, offered):
        end = len(words.rstrip())
        yield _Found(
            len(words) - len(words.lstrip()), end, "copied", (), why=f"“{_short(words)}” is the offer’s sentence."
        )
        return
    for contact in _CONTACT.finditer(words):
        yield _Found(*contact.span(), "contact", index.with_contact(contact[0]))
    for fact, address in index.addresses():
        if (place := words.find(address)) >= 0:
            yield _Found(place, place + len(address), "contact", (fact,))
    yield from _named_by_offer(sentence, offer, index)
    yield from _degrees(words, index)
    yield from _skills(words, index)
    about = None if day.translated else content(words)
    for quantity in quantities(words):
        kind = "number" if quantity.kind == "percent" else quantity.kind
        found = index.with_quantity(quantity, about)
        is_today = day.is_in(words[quantity.start : quantity.end])
        yield _Found(quantity.start, quantity.end, kind, found, allowed=is_today and not found)
    yield from _names(words, index)
    yield from _titles(words, index)


class _Today(msgspec.Struct, frozen=True):
    """The day as an ISO date, and whether the text is in another language than the facts."""

    iso: str | None
    translated: bool

    def is_in(self, words: str) -> bool:
        """Whether words that are a date name the day itself."""
        if self.iso is None:
            return False
        year, month, day = (int(part) for part in self.iso.split("-"))
        return quantities(words)[0].values == {year * 100.0 + month} and str(day) in re.findall(r"\d+", words)


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[place : place + _SHINGLE]) for place in range(len(words) - _SHINGLE + 1))


def _is_copied(sentence: str, offered: frozenset[str]) -> bool:
    """Whether most of a sentence stands in the offer word for word."""
    shingles = _shingles(sentence)
    return bool(shingles) and len(shingles & offered) >= _COPIED_SHARE * len(shingles)


def _short(words: str) -> str:
    said = words.strip()
    return said if len(said) <= _LONGEST_SAID else said[:_LONGEST_SAID].rsplit(" ", 1)[0] + " …"


def _named_by_offer(sentence: _Sentence, offer: Offer, index: FactIndex) -> Iterator[_Found]:
    """The offer's company and place, unless a sentence says the person was there; its title, where it is the goal."""
    for courtesy in _courtesies().finditer(sentence.words):
        yield _Found(*courtesy.span(), "name", (), allowed=True)
    past = _claims_past(sentence.words)
    for name, allowed in ((offer.title, sentence.goal), (offer.company, not past), (offer.place, not past)):
        spelled = name.strip()
        for found in (
            re.finditer(rf"(?<!\w){re.escape(spelled)}(?!\w)", sentence.words, re.IGNORECASE) if spelled else ()
        ):
            before = sentence.words[max(found.start() - _GOAL_REACH, 0) : found.start()]
            if allowed or _goal_nouns().search(before):
                yield _Found(*found.span(), "name", (), allowed=True)


@functools.cache
def _goal_nouns() -> re.Pattern[str]:
    return _whole_words(claim_words().goal_nouns)


@functools.cache
def _courtesies() -> re.Pattern[str]:
    return _whole_words(claim_words().courtesies)


def _degrees(words: str, index: FactIndex) -> Iterator[_Found]:
    for found in _degree_words().finditer(words):
        spelled = found[0].casefold()
        if spelled in claim_words().ambiguous_degrees and not found[0][0].isupper():
            continue
        degree = _degree_of(spelled)
        spellings = claim_words().degrees[degree]
        facts = [fact for spelling in spellings for fact in index.saying(spelling)]
        yield _Found(*found.span(), "degree", tuple(dict.fromkeys(facts)))


@functools.cache
def _degree_words() -> re.Pattern[str]:
    return _whole_words([spelling for spellings in claim_words().degrees.values() for spelling in spellings])


def _degree_of(spelled: str) -> str:
    return next(degree for degree, spellings in claim_words().degrees.items() if spelled in spellings)


def _skills(words: str, index: FactIndex) -> Iterator[_Found]:
    """Skills that have a name of their own (a capital, a digit, or more than one word); others are ordinary words."""
    for skill in lexicon.read(words).skills:
        facts = index.with_skill(skill.name) or index.saying(skill.words)
        if not facts and " " in skill.words:
            facts = index.with_all(skill.words)
        if skill.name != skill.name.lower() or " " in skill.words or facts:
            yield _Found(skill.start, skill.end, "skill", facts)


def _names(words: str, index: FactIndex) -> Iterator[_Found]:
    """Runs of capitalised words, and words that look like no ordinary one. A sentence's first word is none."""
    for run in _runs(words):
        start, end = run[0].start(), run[-1].end()
        said = words[start:end]
        facts = index.saying(said)
        if not facts and is_whole_name(said):
            facts = index.with_all(said)
        elif not facts:
            facts = _pieces(said, index)
        yield _Found(start, end, _kind_of(said, facts, index), facts)


def _runs(words: str) -> Iterator[list[re.Match[str]]]:
    mark = _LINE_MARK.match(words)
    begins = mark.end() if mark else 0
    heading = words.lstrip().startswith("#")
    run: list[re.Match[str]] = []
    before: re.Match[str] | None = None
    for word in _WORD.finditer(words, begins):
        gap = words[before.end() : word.start()] if before else ""
        first = before is None or bool(_OPENS.search(gap))
        breaks = bool(_BREAK.search(gap))
        technical = bool(_TECHNICAL.fullmatch(word[0]))
        capital = word[0][0].isupper() and (not first or heading or breaks)
        ordinary = _is_ordinary(word[0]) or (breaks and words[word.end() :].lstrip().startswith(":"))
        if (capital or technical) and not ordinary:
            if run and (gap.strip(" ") not in ("", "&", "-", "/") or len(run) == _LONGEST_NAME):
                yield run
                run = []
            run.append(word)
        elif not (run and word[0] in _CONNECTING and not gap.strip() and _capital_follows(words, word.end())):
            if run:
                yield run
            run = []
        before = word
    if run:
        yield run


def _is_ordinary(word: str) -> bool:
    spelled = word.casefold().replace("’", "'").removesuffix("'s")
    return spelled in claim_words().ordinary_capitals or spelled in date_words().months


def _capital_follows(words: str, place: int) -> bool:
    following = _WORD.match(words, place + 1)
    return following is not None and (following[0][0].isupper() or following[0] in _CONNECTING)


def _pieces(said: str, index: FactIndex) -> tuple[str, ...]:
    """The facts of a name that is several names in a row; none if one of them has none."""
    facts: list[str] = []
    parts = [part for part in _WORD.findall(said) if part not in _CONNECTING]
    while parts:
        length = next((size for size in range(len(parts), 0, -1) if index.saying(" ".join(parts[:size]))), 0)
        if not length:
            return ()
        facts += index.saying(" ".join(parts[:length]))
        parts = parts[length:]
    return tuple(dict.fromkeys(facts))


def _kind_of(said: str, facts: tuple[str, ...], index: FactIndex) -> str:
    if facts:
        field = index.kind_of(facts[0])
        return {"organisation": "employer", "position": "title", "degree": "degree"}.get(
            field.rpartition(".")[2], "name"
        )
    if _title_words().search(said):
        return "title"
    return "employer" if is_whole_name(said) else "name"


def _titles(words: str, index: FactIndex) -> Iterator[_Found]:
    for found in _title_words().finditer(words):
        if found[0].casefold() in claim_words().loose_titles and not found[0][0].isupper():
            continue
        yield _Found(*found.span(), "title", index.with_title(found[0]))


@functools.cache
def _title_words() -> re.Pattern[str]:
    return _whole_words(claim_words().titles)
