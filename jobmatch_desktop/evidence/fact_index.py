"""The facts as a claim asks for them: which say this name, this skill, this quantity."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from rapidfuzz import fuzz, process

from jobmatch_desktop.domain.claim import Claim
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.agreement import agree
from jobmatch_desktop.evidence.claim_cues import claim_cues
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.fact_reading import (
    NAMED,
    WORD,
    Name,
    assisting,
    content,
    durations_of,
    entry_of,
    initials_of,
    leaders,
    lesser,
    names_of,
    phrase_of,
    places_of,
    quantities_of,
    spans_of,
    spoken_of,
    wider,
)
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.evidence.quantities import Quantity
from jobmatch_desktop.evidence.same_quantity import same, tolerance
from jobmatch_desktop.evidence.sentences import folded
from jobmatch_desktop.evidence.spoken import Spoken

_TITLE_FIELDS = frozenset({"position", "label", "summary", "description", "role", "degree", "area", "text"})
_NEXT_WORDS = re.compile(r"(?:\s+(?:d[’'])?[^\W\d_]+){0,2}")
_OTHERS = re.compile(
    r"(?<!\w)(?:for|with|to|from|by|under|help(?:ed|s|ing)?|assist(?:ed|s|ing)?|support(?:ed|s|ing)?|replac(?:ed|es|ing)|cover(?:ed|s|ing)?|avec|pour|par"
    r"|auprès de|sous|aidé|assisté|remplacé|remplace|secondé)\s(?:the\s|an?\s|la\s|le\s|l[’']|une?\s)"
)
"""Words before a title that give it to somebody else."""
_FREE_FIELDS = frozenset({"summary", "description", "text"})
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_DIGIT = re.compile(r"\D+")
_LEVEL = re.compile(r"(?<!\w)(?:i{1,3}|iv|vi{0,3})(?!\w)")
_FEW_DIGITS = 2
_SHORTEST_PHONE = 6
_FEWEST_WORDS = 2
_SHORTEST_NOUN = 3
_SHORTEST_FUZZY = 6
_LEAST_LIKENESS = 91
_INITIALLED = frozenset({*NAMED, "skill.name", "skill.keyword", "education.course"}) - {"basics.name"}
_TELLING = frozenset({"highlight", "summary", "description", "text"})
_CLAUSES = re.compile(r"(?<=[.;!?])\s+|\n")


class FactIndex(msgspec.Struct, frozen=True):
    """Made once for a profile by `index_of`. Every answer is the ids of facts, in their order.

    `clauses` are the parts of the facts that tell of things done: `(fact, words, stems)`; `durations` are months, each with the fact
    that begins it and whether it is that of all jobs together, `spans` those months by path (`spans_of`). `said` is the stems of
    each fact in a row, `called` the stems of the name of each entry, `employers` those
    of who the person worked for. `places` are those in `phrases` of each stem, `addresses` the facts of the postal address and of
    the telephone, as they are written, and `added` the skills that the person
    added to the lexicon, and `remembered` is for grounding to keep what it found."""

    facts: tuple[Fact, ...]
    phrases: tuple[tuple[str, str], ...]
    skills: dict[str, tuple[str, ...]]
    quantities: dict[str, tuple[tuple[str, Quantity], ...]]
    durations: tuple[tuple[str, float, bool], ...]
    spans: dict[str, tuple[int, int]]
    words: dict[str, frozenset[str]]
    kinds: dict[str, str]
    texts: dict[str, str]
    names: dict[str, tuple[Name, ...]]
    spellings: tuple[str, ...]
    spelled: tuple[str, ...]
    initials: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[str, str, frozenset[str]], ...]
    entries: dict[str, frozenset[str]]
    leading: frozenset[str]
    spoken: tuple[tuple[tuple[str, ...], Spoken], ...]
    cued: dict[str, tuple[str, ...]]
    said: dict[str, str]
    called: dict[str, frozenset[str]]
    employers: frozenset[str]
    language: str
    places: dict[str, tuple[int, ...]]
    addresses: tuple[tuple[str, str], ...]
    added: Added
    remembered: dict[tuple[object, ...], tuple[Claim, ...]]

    def saying(self, words: str) -> tuple[str, ...]:
        """Facts in which the words stand side by side, in any of their forms."""
        phrase = phrase_of(words)
        return tuple(fact for fact, said in self._having(phrase.split()) if phrase in said)

    def with_all(self, words: str) -> tuple[str, ...]:
        """Facts that have all the words, in any order."""
        wanted = phrase_of(words).split()
        return tuple(fact for fact, said in self._having(wanted) if all(f" {word} " in said for word in wanted))

    def _having(self, stems: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The phrases of facts that have the rarest of some stems: those that may have them all."""
        return (self.phrases[place] for place in self._rarest(stems))

    def _rarest(self, stems: Sequence[str]) -> tuple[int, ...]:
        """The places in `phrases` of the rarest of some stems."""
        return min((self.places.get(stem, ()) for stem in stems), key=len, default=())

    def with_title(self, words: str, before: str) -> tuple[str, ...]:
        """Facts that name what the person was or is, and others that have the word before it too: who helped the manager is
        none."""
        wanted = [phrase_of(one) for one in _family(words)]
        whole = phrase_of(f"{before} {words}") if before else ""
        very = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
        able = {place for phrase in (*wanted, whole) for place in self._rarest(phrase.split())}
        return tuple(
            fact
            for fact, said in (self.phrases[place] for place in sorted(able))
            if (any(phrase in said for phrase in wanted) and self._holds(fact, said, words, wanted))
            or (whole and whole in said and very.search(self.texts[fact]))
            or said in wanted
        )

    def _holds(self, fact: str, said: str, title: str, wanted: Sequence[str]) -> bool:
        """Whether a fact that has the words gives the title to the person: not to who is assisted, nor to several."""
        field = self.kinds[fact].rpartition(".")[2]
        if field in _FREE_FIELDS and f" {title}s " in f" {_NOT_WORD.sub(' ', self.texts[fact])} ".casefold():
            return False
        return field in _TITLE_FIELDS and not any(
            f" {lead}{phrase}" in said for lead in assisting(title) for phrase in wanted
        )

    def is_of_another(self, fact: str, title: str) -> bool:
        """Whether a fact of what was done gives a title to somebody else: "Filled in for the duty manager"."""
        other = re.compile(rf"{_OTHERS.pattern}{re.escape(title)}(?!\w)", re.IGNORECASE)
        return self.kinds[fact].endswith(".highlight") and other.search(self.texts[fact]) is not None

    def entitled(self, title: str) -> tuple[str, ...]:
        """Facts that are a title of which the words are the beginning or the end: the cook of "Cook and baker" or "Pastry cook", not
        that of "Assistant cook"."""
        wanted = phrase_of(title)
        return tuple(
            fact
            for fact, said in self.phrases
            if self.kinds[fact].rpartition(".")[2] in ("position", "label", "role")
            and (said.startswith(wanted) or (said.endswith(wanted) and not lesser().search(self.texts[fact])))
        )

    def with_skill(self, name: str) -> tuple[str, ...]:
        """Facts that name the skill, or one that is a case of it."""
        return self.skills.get(name, ())

    def with_quantity(self, quantity: Quantity, about: frozenset[str] | None, said: str = "") -> tuple[str, ...]:
        """Facts that give the same number, percentage or date, or the very duration.

        A bare number counts only in a fact that has one of the words `about`, as `content` gives them: three of one thing are not
        three of another; or in one with the same word after it, or of an entry that is named. `about` is None for a text in another
        language than the facts. `said` is the sentence: what it says to have risen has not fallen, and what is done a day is not done
        a week."""
        least, most = tolerance(quantity, said)
        known_kinds = ("date", "number") if quantity.kind == "date" else (quantity.kind,)
        found = [
            fact
            for kind in known_kinds
            for fact, known in self.quantities.get(kind, ())
            if same(quantity, known, least, most)
        ]
        if quantity.kind in ("number", "percent") and about is not None:
            few = quantity.kind == "percent" and len(about) <= _FEWEST_WORDS
            following = _NEXT_WORDS.match(said, quantity.end)
            nouns = [lexicon.stem(word) for word in WORD.findall(following[0])] if following else []
            noun = bool(nouns) and len(nouns[0]) >= _SHORTEST_NOUN
            counted = [f" {one} " for one in nouns if len(one) >= _SHORTEST_NOUN and one not in lexicon.stop_stems()]
            found = [
                fact
                for fact in found
                if few
                or any(word in self.said[fact] for word in counted)
                or len(self.words[fact] & about)
                >= (_FEWEST_WORDS if noun and len(about) > _FEWEST_WORDS and not _is_odd(quantity) else 1)
                or len(self.words[fact]) < _FEWEST_WORDS
                or about & self.called.get(entry_of(fact), frozenset())
            ]
        if quantity.kind in ("number", "percent") and said:
            found = [fact for fact in found if agree(said, self.texts[fact], quantity.start)]
        return tuple(dict.fromkeys(found))

    def with_span(self, quantity: Quantity, entries: frozenset[str] | None) -> tuple[str, ...]:
        """Facts that begin a span of time that reaches a duration: of the entries, or any (None)."""
        least = min(quantity.values)
        return tuple(
            dict.fromkeys(
                fact
                for fact, months, whole in self.durations
                if least <= months + 1 and (entries is None or (not whole and entry_of(fact) in entries))
            )
        )

    def named_in(self, words: str) -> list[tuple[int, int, str, tuple[str, ...]]]:
        """The names of the profile's own things in a text: `(start, end, kind, facts)`, the longest where some overlap."""
        found = list(WORD.finditer(words))
        stems = [lexicon.stem(word[0]) for word in found]
        named: list[tuple[int, int, str, tuple[str, ...]]] = []
        place = 0
        while place < len(found):
            fitting = [
                name
                for name in self.names.get(stems[place], ())
                if tuple(stems[place : place + len(name.stems)]) == name.stems
            ]
            if not fitting:
                place += 1
                continue
            length = len(fitting[0].stems)
            longest = [name for name in fitting if len(name.stems) == length]
            last = found[place + length - 1]
            facts = tuple(dict.fromkeys(name.fact for name in longest))
            named.append((found[place].start(), last.end(), longest[0].kind, facts))
            place += length
        return named

    def with_initials(self, letters: str) -> tuple[str, ...]:
        """Facts that are a name of which the letters are the initials, in their order, or those of its beginning or end: a CKA is no
        CKAD."""
        wanted = letters.replace(".", "").casefold()
        return (
            tuple(
                fact
                for fact, initials in self.initials
                if wanted == initials
                or (initials.startswith(wanted) and len(initials) - len(wanted) > 1)
                or (initials.endswith(wanted) and len(wanted) > 2)
            )
            if len(wanted) > 1
            else ()
        )

    def like(self, words: str) -> tuple[str, ...]:
        """Facts whose name the words are, but for a slip of the pen; digits, and those of Rome, must be the same."""
        folded = phrase_of(words).strip()
        if len(folded) < _SHORTEST_FUZZY:
            return ()
        digits, level = _NOT_DIGIT.sub("", folded), _LEVEL.findall(folded)
        alike = process.extract(
            folded, self.spellings, scorer=fuzz.ratio, processor=None, score_cutoff=_LEAST_LIKENESS, limit=None
        )
        return tuple(
            self.spelled[place]
            for spelling, _, place in alike
            if _NOT_DIGIT.sub("", spelling) == digits and _LEVEL.findall(spelling) == level
        )

    def with_contact(self, words: str) -> tuple[str, ...]:
        """Facts that have the e-mail, the address of a page, or the telephone number."""
        spelled = _address(words)
        digits = _NOT_DIGIT.sub("", words)
        return tuple(
            fact.id
            for fact in self.facts
            if spelled in _address(fact.text)
            or (
                fact.kind == "basics.phone"
                and len(digits) >= _SHORTEST_PHONE
                and digits[-9:] in _NOT_DIGIT.sub("", fact.text)
            )
        )

    def entry_words(self, fact: str) -> frozenset[str]:
        """The stems of all facts of the entry that a fact is of, or of the fact alone."""
        return self.entries.get(entry_of(fact), self.words[fact])

    def entry_text(self, fact: str) -> str:
        """What the entry that a fact is of says, or the fact alone."""
        entry = entry_of(fact)
        return "\n".join(self.texts[one] for one in self.texts if one == fact or (entry and entry_of(one) == entry))

    def is_leading(self, fact: str) -> bool:
        """Whether a fact is of a job whose title is that of somebody who leads."""
        return entry_of(fact) in self.leading


def index_of(facts: Sequence[Fact], today: date | None, added: Added = ()) -> FactIndex:
    """The index. Without `today` a job that goes on has no length yet; `added` are skills that the person added to the lexicon. Pure,
    any thread."""
    skills: dict[str, dict[str, None]] = {}
    for fact in facts:
        for skill in lexicon.read(fact.text, added).skills:
            for name in (skill.name, *wider(skill.name)):
                skills.setdefault(name, {})[fact.id] = None
    words = {fact.id: content(fact.text) for fact in facts}
    phrases = tuple((fact.id, phrase_of(fact.text)) for fact in facts)
    entries: dict[str, set[str]] = {}
    for fact in facts:
        if entry := entry_of(fact.id):
            entries.setdefault(entry, set()).update(words[fact.id])
    spans = spans_of(facts, today)
    begun = {fact.id.rpartition("/")[0]: fact.id for fact in facts if fact.kind.endswith(".start")}
    named = [name for names in names_of(facts).values() for name in names]
    return FactIndex(
        facts=tuple(facts),
        phrases=phrases,
        skills={name: tuple(ids) for name, ids in skills.items()},
        quantities=quantities_of(facts),
        durations=tuple(durations_of(spans, begun)),
        spans=spans,
        words=words,
        kinds={fact.id: fact.kind for fact in facts},
        texts={fact.id: fact.text for fact in facts},
        names=names_of(facts),
        spellings=tuple(" ".join(name.stems) for name in named),
        spelled=tuple(name.fact for name in named),
        initials=tuple((fact.id, initials_of(fact.text)) for fact in facts if fact.kind in _INITIALLED),
        clauses=tuple(
            (fact.id, clause, content(clause))
            for fact in facts
            if fact.kind.rpartition(".")[2] in _TELLING
            or fact.kind.startswith("project.")
            or fact.kind == "publication.name"
            for clause in _CLAUSES.split(fact.text)
        ),
        entries={entry: frozenset(stems) for entry, stems in entries.items()},
        leading=frozenset(
            entry_of(fact.id)
            for fact in facts
            if fact.kind in ("work.position", "volunteer.position", "project.role") and leaders().search(fact.text)
        ),
        spoken=tuple(spoken_of(facts)),
        cued={
            kind: tuple(fact.id for fact in facts if fact.kind.partition(".")[0] == kind or cue.search(fact.text))
            for kind, cue in claim_cues().items()
        },
        said=dict(phrases),
        places=places_of(phrases),
        addresses=tuple(
            (fact.id, fact.text)
            for fact in facts
            if fact.kind in ("basics.address", "basics.postal_code", "basics.phone")
        ),
        added=added,
        remembered={},
        called={
            entry_of(fact.id): words[fact.id]
            for fact in facts
            if entry_of(fact.id) and fact.kind.rpartition(".")[2] in ("name", "organisation", "institution")
        },
        employers=frozenset(
            stem
            for fact in facts
            if fact.kind in ("work.organisation", "volunteer.organisation")
            for stem in words[fact.id]
        ),
        language=language_of(" ".join(fact.text for fact in facts)),
    )


def _is_odd(quantity: Quantity) -> bool:
    """Whether a number is one that two facts hardly share by chance: 11,400, and not 100 or 12."""
    return all(len(f"{value:.0f}".rstrip("0")) > _FEW_DIGITS for value in quantity.values)


def _address(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().strip().rstrip("/.")
    return re.sub(r"^(?:mailto:|tel:)?(?:https?://)?(?:www\.)?", "", folded)


def _family(title: str) -> tuple[str, ...]:
    """A title and its other words."""
    spelled = folded(title)
    return (title, *(one for family in claim_words().title_families if spelled in family for one in family))


def is_whole_name(words: str) -> bool:
    """Whether a name has a word, such as "University", that names nothing by itself."""
    return any(word.casefold() in claim_words().whole_names for word in WORD.findall(words))
