"""The facts as a claim asks for them: which say this name, this skill, this quantity."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.evidence.quantities import Quantity, quantities

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_POSSESSIVE = re.compile(r"[’']s(?!\w)")
_TITLE_FIELDS = frozenset({"position", "label", "summary", "description", "role", "degree", "area"})
_CONTACT_KINDS = frozenset(
    {"basics.phone", "basics.email", "basics.url", "basics.link", "basics.address", "basics.postal_code"}
)
_NOT_DIGIT = re.compile(r"\D+")
_SHORTEST_PHONE = 6
_FEWEST_WORDS = 2


class FactIndex(msgspec.Struct, frozen=True):
    """Made once for a profile by `index_of`. Every answer is the ids of facts, in their order."""

    phrases: tuple[tuple[str, str], ...]
    skills: dict[str, tuple[str, ...]]
    quantities: tuple[tuple[str, Quantity], ...]
    durations: tuple[tuple[str, float], ...]
    raw: tuple[tuple[str, str, str], ...]
    words: dict[str, frozenset[str]]
    language: str

    def saying(self, words: str) -> tuple[str, ...]:
        """Facts in which the words stand side by side, in any of their forms."""
        phrase = _phrase(words)
        return tuple(fact for fact, said in self.phrases if phrase in said) if phrase.strip() else ()

    def with_all(self, words: str) -> tuple[str, ...]:
        """Facts that have all the words, in any order."""
        wanted = _phrase(words).split()
        return (
            tuple(fact for fact, said in self.phrases if all(f" {word} " in said for word in wanted)) if wanted else ()
        )

    def with_title(self, words: str) -> tuple[str, ...]:
        """Facts that name what the person was or is, and others with the very words: who leads engineers is none."""
        very = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
        fields = {fact: kind.rpartition(".")[2] for fact, kind, _ in self.raw}
        texts = {fact: text for fact, _, text in self.raw}
        return tuple(fact for fact in self.saying(words) if fields[fact] in _TITLE_FIELDS or very.search(texts[fact]))

    def with_skill(self, name: str) -> tuple[str, ...]:
        """Facts that name the skill, or one that is a case of it."""
        return self.skills.get(name, ())

    def with_quantity(self, quantity: Quantity, about: frozenset[str] | None) -> tuple[str, ...]:
        """Facts that give the same number, percentage or date, or a span of time that reaches the duration.

        A bare number counts only in a fact that has one of the words `about`, as `content` gives them: three of one
        thing are not three of another. None for a text in another language than the facts."""
        found = [fact for fact, known in self.quantities if _same(quantity, known)]
        if quantity.kind == "number" and about is not None:
            found = [fact for fact in found if self.words[fact] & about or len(self.words[fact]) < _FEWEST_WORDS]
        if quantity.kind == "duration":
            found += [fact for fact, months in self.durations if min(quantity.values) <= months + 1]
        return tuple(dict.fromkeys(found))

    def addresses(self) -> Iterator[tuple[str, str]]:
        """The facts of the postal address, as they are written."""
        return ((fact, text) for fact, kind, text in self.raw if kind in ("basics.address", "basics.postal_code"))

    def with_contact(self, words: str) -> tuple[str, ...]:
        """Facts that have the e-mail, the address of a page, or the telephone number."""
        spelled = _address(words)
        digits = _NOT_DIGIT.sub("", words)
        return tuple(
            fact
            for fact, kind, text in self.raw
            if spelled in _address(text)
            or (kind == "basics.phone" and len(digits) >= _SHORTEST_PHONE and digits[-9:] in _NOT_DIGIT.sub("", text))
        )

    def kind_of(self, fact: str) -> str:
        """The kind of a fact of the index."""
        return next(kind for known, kind, _ in self.raw if known == fact)


def index_of(facts: Sequence[Fact], today: date | None) -> FactIndex:
    """The index. Without `today` a job that goes on has no length yet. Pure, any thread."""
    skills: dict[str, dict[str, None]] = {}
    [fact for fact in facts if fact.kind not in _CONTACT_KINDS]
    for fact in facts:
        for skill in lexicon.read(fact.text).skills:
            for name in (skill.name, *_wider(skill.name)):
                skills.setdefault(name, {})[fact.id] = None
    return FactIndex(
        tuple((fact.id, _phrase(fact.text)) for fact in facts),
        {name: tuple(ids) for name, ids in skills.items()},
        tuple(
            (fact.id, quantity)
            for fact in facts
            if fact.kind not in _CONTACT_KINDS
            for quantity in quantities(fact.text)
        ),
        tuple(_durations(facts, today)),
        tuple((fact.id, fact.kind, fact.text) for fact in facts),
        {fact.id: content(fact.text) for fact in facts},
        language_of(" ".join(fact.text for fact in facts)),
    )


def content(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell what it is about."""
    reading = lexicon.read(text)
    named = {lexicon.stem(word) for skill in reading.skills for word in _WORD.findall(skill.words)}
    return frozenset(stem for stem in reading.stems | named if stem.isalpha() and len(stem) > 1)


def _wider(name: str) -> Iterable[str]:
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        for wider in lexicon.broader(waiting.pop()):
            if wider not in seen:
                seen[wider] = None
                waiting.append(wider)
    return seen


def _phrase(words: str) -> str:
    return " " + " ".join(lexicon.stem(word) for word in _WORD.findall(_POSSESSIVE.sub("", words))) + " "


def _address(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().strip().rstrip("/.")
    return re.sub(r"^(?:mailto:|tel:)?(?:https?://)?(?:www\.)?", "", folded)


def _same(quantity: Quantity, known: Quantity) -> bool:
    if quantity.kind == "date":
        if known.kind == "date":
            return any(_date_in(wanted, given) for wanted in quantity.values for given in known.values)
        return known.kind == "number" and bool({value / 100 for value in quantity.values} & known.values)
    return quantity.kind == known.kind and bool(quantity.values & known.values)


def _date_in(wanted: float, given: float) -> bool:
    """A year is said by any month of it; a month by that month alone."""
    return wanted == given or (wanted % 100 == 0 and given // 100 == wanted // 100)


def _durations(facts: Sequence[Fact], today: date | None) -> list[tuple[str, float]]:
    """The months that each job or course took, and all jobs together, each with the fact that begins it."""
    ends = {fact.id.rpartition("/")[0]: fact for fact in facts if fact.kind.endswith(".end")}
    found: list[tuple[str, float]] = []
    spans: list[tuple[int, int, str]] = []
    for fact in facts:
        if not fact.kind.endswith(".start"):
            continue
        first = parse_date(fact.text)
        end = ends.get(fact.id.rpartition("/")[0])
        last = parse_date(end.text) if end else None
        if first is None:
            continue
        begin = first.year * 12 + max(first.month, 1) - 1
        if last is not None:
            finish = last.year * 12 + (last.month or 12) - 1
        elif today is not None:
            finish = today.year * 12 + today.month - 1
        else:
            continue
        found.append((fact.id, finish - begin + 1))
        if fact.kind == "work.start":
            spans.append((begin, finish + 1, fact.id))
    if spans:
        total, covered = 0, 0
        for begin, finish, _ in sorted(spans):
            total += max(finish - max(begin, covered), 0)
            covered = max(covered, finish)
        found.append((min(spans)[2], total))
    return found


def is_whole_name(words: str) -> bool:
    """Whether a name has a word, such as "University", that names nothing by itself."""
    return any(word.casefold() in claim_words().whole_names for word in _WORD.findall(words))
