"""The numbers, dates and durations of a sentence, and the facts that give them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.agreement import tells_way
from jobmatch_desktop.evidence.claim_cues import claim_cues
from jobmatch_desktop.evidence.counting import with_change, with_count, with_difference, with_ratio, with_sum
from jobmatch_desktop.evidence.cued import cue_kind
from jobmatch_desktop.evidence.date_parts import dates_from_today
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.quantities import Quantity, quantities
from jobmatch_desktop.evidence.role_words import people
from jobmatch_desktop.evidence.same_quantity import tolerance
from jobmatch_desktop.evidence.sentences import Found, before, clause_at
from jobmatch_desktop.evidence.time_spent import under_way

_REACH = 80
_WON = re.compile(
    r"(?<!\w)(?:concours|prix|médaille|médaillée?|lauréate?|trophée|finaliste|palmarès|competition|contest|prize|award|awarded|medal|medallist|finalist"
    r"|runner-up|laureate|trophy|championships?|championnats?|article|paper|published|publié|paru|parue)(?!\w)",
    re.IGNORECASE,
)
"""What has a date of its own, which is not that of another thing done in the same year."""


class Today(msgspec.Struct, frozen=True):
    """The day as an ISO date, and whether the text is in another language than the facts."""

    iso: str | None
    translated: bool

    def is_in(self, words: str) -> bool:
        """Whether words that are a date name the day itself."""
        if self.iso is None:
            return False
        year, month, day = (int(part) for part in self.iso.split("-"))
        told = quantities(words)
        return bool(told) and told[0].values == {year * 100.0 + month} and str(day) in re.findall(r"\d+", words)


def quantity_claims(words: str, index: FactIndex, day: Today) -> Iterator[Found]:
    """The numbers, dates and durations of a sentence."""
    about = None if day.translated else content(words)
    for quantity in _told(words, day):
        said = words[quantity.start : quantity.end]
        between = quantity.kind == "number" and _BETWEEN_TWO.search(before(words, quantity.start))
        if between and not _AND.search(words, quantity.end, quantity.end + _NEAR):
            continue
        kind = "number" if quantity.kind == "percent" else quantity.kind
        found = index.with_quantity(quantity, about, words)
        if not found and _is_idle(words, quantity):
            continue
        if kind == "date" and about is not None and _WON.search(clause_at(words, quantity.start)):
            found = tuple(fact for fact in found if _tells_of(fact, about, index))
        if kind == "number" and not found:
            found = _counted(words, quantity, index)
        if kind == "date" and not found and quantity.vague and not _SINCE.search(before(words, quantity.start)):
            found = under_way(index, quantity)
        if quantity.kind == "percent" and about is not None and tells_way(words):
            by = _BY.search(before(words, quantity.start)) is not None
            if not found or (by and quantity.vague):
                changed = with_change(index, quantity, *tolerance(quantity, words))
                found = tuple(fact for fact in found if not _is_of_two(fact, index)) + tuple(
                    fact for fact in changed if len(index.words[fact] & about) >= (1 if by else _ALIKE)
                )
        if kind == "number" and (times := _times(words, quantity)):
            ratio = with_ratio(index, times, tolerance(quantity, words)[1])
            told = tuple(fact for fact in found if _TELLS_TIMES.search(index.texts[fact]))
            found = told + tuple(fact for fact in ratio if about is None or index.words[fact] & about)
        if kind == "number" and (counted := _cue_after(words, quantity)):
            found = tuple(fact for fact in found if counted[1].search(index.texts[fact])) or with_count(
                index, quantity, counted[0]
            )
        if kind == "number" and not found and (other := _other_of(quantity, quantities(words), words)):
            pair = index.with_quantity(other, None)
            found = tuple(fact for fact in index.with_quantity(quantity, None) if fact in pair)
        if kind == "duration" and _is_of_experience(words, quantity.start, quantity.end):
            found = tuple(dict.fromkeys((*found, *index.with_span(quantity, None))))
        if not day.translated and (share := _SHARE_OF.search(before(words, quantity.start))):
            found = tuple(fact for fact in found if f" {lexicon.stem(share[1])} " in index.said[fact])
        is_today = kind == "date" and day.is_in(said)
        yield Found(quantity.start, quantity.end, kind, found, allowed=is_today and not found)


def _tells_of(fact: str, about: frozenset[str], index: FactIndex) -> bool:
    """Whether a fact with a date is of what the words tell: a bullet by itself, any other with all of its entry. That of a prize or of
    something published may be told by any words."""
    if index.kinds[fact].startswith(("award.", "publication.")):
        return True
    told = index.words[fact] if index.kinds[fact].endswith(".highlight") else index.entry_words(fact)
    return bool(about & (told | index.called.get(entry_of(fact), frozenset())))


def _told(words: str, day: Today) -> list[Quantity]:
    """The quantities of a sentence, with the dates that it tells from the day."""
    listed = quantities(words)
    if day.iso is None:
        return listed
    dates = [
        Quantity(start, end, "date", values, vague=True)
        for start, end, values in dates_from_today(words, date.fromisoformat(day.iso))
    ]
    kept = [one for one in listed if not any(one.start < other.end and other.start < one.end for other in dates)]
    return sorted([*kept, *dates], key=lambda one: one.start)


_SINCE = re.compile(r"(?<!\w)(?:since|depuis|from|dès|à partir de)\s(?:the\s|l[’'])?$", re.IGNORECASE)
_THINGS = {
    "language": re.compile(r"\s+(?:\w+\s)?(?:languages?|langues?)(?!\w)", re.IGNORECASE),
    "employer": re.compile(r"\s+(?:\w+\s)?(?:employers?|jobs?|employeurs?|emplois?)(?!\w)", re.IGNORECASE),
    "project": re.compile(r"\s+(?:\w+\s)?(?:projects?|projets?)(?!\w)", re.IGNORECASE),
    "degree": re.compile(r"\s+(?:\w+\s)?(?:degrees?|diplomas?|diplômes?)(?!\w)", re.IGNORECASE),
}
_SHARE_OF = re.compile(r"(?<!\w)(?:one|un|une|1)\s(\w+)\s(?:in|out of|sur)\s(?:every\s)?$", re.IGNORECASE)
_BETWEEN_TWO = re.compile(r"(?<!\w)entre\s$", re.IGNORECASE)
_AND = re.compile(r"\s(?:et|and)\s\d|^\s(?:et|and)\s", re.IGNORECASE)
_PEOPLE_NEXT = re.compile(r"\s(?:[\w-]+\s)?[^\W\d_]+")
_NOUN_NEXT = re.compile(r"\s([^\W\d_]{2,})")
_ALIKE = 2
_NEAR = 25
_GAINED = re.compile(
    r"(?<!\w)(?:gagnée?s?|économisée?s?|saved|earlier|sooner|faster|de plus|de moins)(?!\w)", re.IGNORECASE
)
_POINTS = re.compile(r"[\s-]+(?:percentage\s|full\s)?(?:points?|pts?)(?!\w)", re.IGNORECASE)


_ANAPHORA = re.compile(r"(?<!\w)(?:ces|these|those|both|tou(?:te)?s les|entre)\s$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s(?:of\s(?:them|these|those)|d[’']entre\s(?:eux|elles)|de ces)(?!\w)", re.IGNORECASE)
_IDIOMS = re.compile(
    r"(?:à|en|of|with)\s(?:deux|quatre|two|four)\s(?:mains|mots|temps|minds|hands|words)|(?:step|plan|point|chapter)\stwo",
    re.IGNORECASE,
)
_FEW = 10
_IDIOM_REACH = 15
_ITEM = r"(?:[^\W\d_][\w’'-]*\s?){1,4}"
_NAMED_AFTER = re.compile(
    rf"\s(?:[\w’'-]+\s?){{1,2}}[,:(]\s?(?P<items>{_ITEM}(?:,\s{_ITEM})*(?:\s|(?<=\s))(?:and|et)\s{_ITEM})(?:[,.;)]|$)"
)
_NAMED_BEFORE = re.compile(r"^\W*(?P<items>[^:.;]+):\s")
_JOINED = re.compile(r",\s|\s(?:and|et)\s")


_BY = re.compile(r"(?<!\w)(?:by|of|de|d[’'])\s?(?:\w+\s){0,2}$", re.IGNORECASE)
_AMOUNT = re.compile(r"[$€£]")
_DIVIDED = re.compile(
    r"(?<!\w)(?:divid\w+ by|divis\w+ par|multipl\w+ (?:by|par)|by a factor of|par un facteur(?: de)?)\s$",
    re.IGNORECASE,
)
_FOLD = re.compile(
    r"(?:-?fold| times (?:more|less|fewer|faster|as|higher|lower)| fois (?:plus|moins))(?!\w)", re.IGNORECASE
)
_TIMES_SIGN = re.compile(r"\d(?:x|-fold)$")
_TELLS_TIMES = re.compile(
    r"divi[ds]|multipl|factor|facteur|fold|times|fois|doubl|twice|tripl|trebl|quadrupl|halv|\dx", re.IGNORECASE
)
_TIMES = {
    "doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "halv": 2,
}  # fmt: skip


def _times(words: str, quantity: Quantity) -> float | None:
    """How many times one thing is another where a sentence says so: "doubled", "divided by four", "three times"."""
    said = words[quantity.start : quantity.end].casefold()
    named = next((times for root, times in _TIMES.items() if said.startswith(root)), None)
    if named is not None:
        return named
    if _DIVIDED.search(before(words, quantity.start)) or _FOLD.match(words, quantity.end) or _TIMES_SIGN.search(said):
        return min(quantity.values)
    return None


def _is_of_two(fact: str, index: FactIndex) -> bool:
    """Whether a fact has two percentages: what was 34 % and became 29 % has not fallen by a third."""
    return sum(one.kind == "percent" for one in quantities(index.texts[fact])) > 1


def _cue_after(words: str, quantity: Quantity) -> tuple[str, re.Pattern[str]] | None:
    """The kind whose word stands right after a number, with its words: of "five patents" that of patents."""
    return next(
        ((kind, cue) for kind, cue in claim_cues().items() if kind in _LISTED and cue.match(words, quantity.end + 1)),
        None,
    )


_LISTED = frozenset({"patent", "award", "certificate"})
_ARROW = re.compile(r"\s*(?:→|->|=>|➜)\s*")


def _other_of(quantity: Quantity, listed: Sequence[Quantity], words: str) -> Quantity | None:
    """The number that an arrow leads to or comes from: of "68% → 79%" the other one."""
    for one, following in itertools.pairwise(listed):
        if quantity in (one, following) and _ARROW.fullmatch(words, one.end, following.start):
            return following if quantity == one else one
    return None


def _is_idle(words: str, quantity: Quantity) -> bool:
    """Whether a small number in words counts nothing that a fact must tell: those that were just named, as in "these two", or that are
    named beside it."""
    said = words[quantity.start : quantity.end]
    if quantity.kind != "number" or not said[:1].isalpha() or max(quantity.values) > _FEW or quantity.vague:
        return False
    leading = before(words, quantity.start)
    if _ANAPHORA.search(leading) or (quantity.values == {2.0} and _OF_THEM.match(words, quantity.end)):
        return True
    if any(
        one.start() <= quantity.start < one.end()
        for one in _IDIOMS.finditer(words, max(0, quantity.start - _IDIOM_REACH), quantity.end + _IDIOM_REACH)
    ):
        return True
    named = [_NAMED_AFTER.match(words, quantity.end), _NAMED_BEFORE.match(words[: quantity.start])]
    return any(one is not None and len(_JOINED.split(one["items"])) in quantity.values for one in named)


def _counted(words: str, quantity: Quantity, index: FactIndex) -> tuple[str, ...]:
    """The facts that a number counts, such as certificates, or between whose numbers it is the difference."""
    if _POINTS.match(words, quantity.end):
        return with_difference(index, quantity)
    kind = next((kind for kind, things in _THINGS.items() if things.match(words, quantity.end)), None)
    kind = kind or cue_kind(clause_at(words, quantity.start))
    if kind:
        return with_count(index, quantity, kind)
    if _PEOPLE_NEXT.match(words, quantity.end) and people().search(words, quantity.end, quantity.end + _NEAR):
        people_counted = (
            fact for fact in index.with_quantity(quantity, None, words) if _counts_people(fact, quantity, index)
        )
        return tuple(people_counted) or with_sum(index, quantity, people())
    if not tells_way(words) and not _GAINED.search(words):
        return ()
    if _AMOUNT.search(words[quantity.start : quantity.end]):
        about = content(words)
        return tuple(
            fact for fact in with_difference(index, quantity) if 2 * len(index.words[fact] & about) >= len(about)
        )
    noun = _NOUN_NEXT.match(words, quantity.end)
    counted = f" {lexicon.stem(noun[1])} " if noun else ""
    return tuple(fact for fact in with_difference(index, quantity) if counted and counted in index.said[fact])


def _counts_people(fact: str, quantity: Quantity, index: FactIndex) -> bool:
    """Whether a fact has the number right before a word for people."""
    text = index.texts[fact]
    return any(
        one.values & quantity.values and people().search(text, one.end, one.end + _NEAR) is not None
        for one in quantities(text)
    )


_WITHIN = re.compile(
    r"(?<!\w)(?:in|within|under|by|every|took|lasting|from|to|of|en moins de|en|sous|tous les"
    r"|(?<!plus )(?<!près )de|à)\s(?:an?\s|une?\s)?$",
    re.IGNORECASE,
)
_OF_EXPERIENCE = re.compile(
    r"experience|expérience|career|carrière|métier"
    r"|(?<!\w)(?:at|with|as|chez|comme|worked|served|spent|since|depuis|travaillé|stages?|stagiaire|intern|internship|placement|traineeship"
    r"|apprenticeship|apprentissage|alternance|mission|contrat|contract)(?!\w)",
    re.IGNORECASE,
)
_TRADE = re.compile(r"experience|expérience|career|carrière|métier|profession", re.IGNORECASE)
_STAY = re.compile(
    r"(?<!\w)(?:stage|mission|contrat|remplacement|intérim|cdd|alternance|apprentissage|internship|placement|contract|stint|traineeship|forte?"
    r"|apprenticeship)\s(?:de|d[’']|of|from|for)\s?(?:an?\s|une?\s)?$",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\s(?:passée?s|spent)\s(?:at|with|in|chez|à|au|en|dans)(?!\w)"
    r"|\s(?:de|d[’']|of)\s?(?:stage|mission|alternance|apprentissage|formation|contrat|internship|traineeship|placement|training)(?!\w)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"years?|yrs?|decades?|(?<!\w)ans?(?!\w)|années?|décennie", re.I)


def _is_of_experience(words: str, start: int, end: int) -> bool:
    """Whether a duration is one of having worked somewhere or as something, not that of a thing done."""
    around = words[max(0, start - _REACH) : start] + " " + words[end : end + _REACH]
    cued = _OF_EXPERIENCE.search(around) is not None
    leading = before(words, start)
    if _STAY.search(leading) or _SPENT.match(words, end):
        return True
    if _WITHIN.search(leading):
        return _TRADE.search(around) is not None
    return cued or _YEARS.search(words[start:end]) is not None
