"""Whether a time that is said to be spent somewhere, as something or with something is one that the facts add up to."""

import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content, entry_of, together
from jobmatch_desktop.evidence.narrowing import with_facts
from jobmatch_desktop.evidence.quantities import Quantity, quantities
from jobmatch_desktop.evidence.same_quantity import tolerance
from jobmatch_desktop.evidence.sentences import Found, before

_AT = re.compile(
    r"^\W*(?:[\w’']+\s+){0,5}?(?:(?:as|comme|en tant que?)\s(?:\w+\s){1,5})?"
    r"(?:at|with|for|as|trading as|chez|avec|pour|au sein (?:de|du)|à l[’']|au|aux|à|dans|of|d[e’'])\s?(?:the\s|la\s|le\s|l[’'])?$",
    re.IGNORECASE,
)
_AS = re.compile(
    r"^\W*(?:\w+\s+){0,3}(?:as|comme|en tant qu[e’']|en qualité d[e’'])\s?(?:an?\s|une?\s|the\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"^[’']?\s(?:of|in|de|d[’'])\s?(?:[\w-]+\s){1,4}(?:at|with|chez|au sein (?:de|du)|à la|à l[’']|au)\s?(?:the\s|la\s|le\s|l[’'])?$",
    re.IGNORECASE,
)
_ROUGHLY = (
    r"(?:(?:over|more than|nearly|almost|about|around|close to|just over|just under|roughly|the best part of|plus de|près de"
    r"|presque|environ|quelque)\s)?(?:an?\s|une?\s)?$"
)
_FOR = re.compile(rf"^[^,;.()]{{0,60}}\s(?:for|pendant|durant|depuis)\s{_ROUGHLY}", re.IGNORECASE)
_LASTING = re.compile(rf"^\W*(?:pendant|durant|during|for|over)\s{_ROUGHLY}", re.IGNORECASE)
_IN = re.compile(
    r"^(?:\s(?!(?:depuis|since|before|avant|after|après|then|puis|until|jusqu|and|et)(?![\w-]))[\w’'-]+){0,7}"
    r"\s(?:(?:in|à|en|of|de)\s|d[’'])$",
    re.IGNORECASE,
)
_THERE = re.compile(rf"^(?:,\s|\s\(|\s?:\s|\s[–—·|-]\s)(?:(?:for|pendant|durant)\s)?{_ROUGHLY}", re.IGNORECASE)
_KEPT = re.compile(
    rf"^\s(?:m[’']a\s\w+|(?:kept|employed|had)\sme)\s(?:(?:for|pendant|durant)\s)?{_ROUGHLY}", re.IGNORECASE
)
_LONG_THERE = re.compile(r"\s(?:durant|long|in all|en tout)(?!\w)|\)|\s*,|\W*$", re.IGNORECASE)
"""What stands around a time that follows a name: "At The Inn, eight years long, ..."."""
_POSTING = re.compile(
    r"\s(?:(?:of|de)\s|d[’'])?(?:mission|stage|détachement|séjour|secondment|posting|placement|exchange|échange)(?!\w)",
    re.IGNORECASE,
)
"""Who was sent somewhere from a job was there for a part of it."""
_WITH = re.compile(
    r"^[’']?(?:\s(?:of|de|in|en|with|avec|using|on|sur|sous|experience|expérience|professional|professionnelle?|hands-on|solid|commercial"
    r"|daily|practical|practice|pratique|working|work|writing|coding|programming|development|développement|experience with|the)"
    r"|\sd[’'](?:expérience|utilisation|usage))+\s(?:d[’'])?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\s(?:\(|:\s|for\s|pendant\s|depuis\s)(?:over\s|more than\s|plus de\s)?$", re.IGNORECASE)
_ACTING = re.compile(r"(?<!\w)(?:acting|interim|stood in|acted up|faisant fonction|par intérim)(?!\w)", re.IGNORECASE)
"""Who stood in for somebody did so for a part of the job."""
_ACTIVITY = re.compile(
    r"[’']?\s(?:spent\s|passée?s\s)?(?P<doing>[^\W\d_]{3,}ing\s[^,;:.()]{3,60}|(?:(?:of|de)\s|d[’'])[^,;:.()]{3,60}|à\s[^\W\d_]+(?:er|ir|re)\s[^,;:.()]{3,60})"
)
_UP_TO = re.compile(
    r"\s(?:since|depuis|at|chez|with|avec|before|avant|after|après|behind|derrière|as|comme|and|et|for|pour|from|under|sous|in|dans|en|on|sur|until|jusqu|have|has|taught"
    r"|m[’']ont|ont|qui|that|which|where|où)(?!\w)",
    re.IGNORECASE,
)
_SCHOOLING = re.compile(
    r"(?<!\w)(?:school|college|university|studies|course|courses|training|formation|études|école|lycée|faculté|cours)(?!\w)",
    re.IGNORECASE,
)
_FOR_SO_LONG = re.compile(
    r"(?<!\w)(?:for|pendant|durant|depuis)\s(?:the\s(?:last|past)\s|over\s|more than\s|plus de\s|près de\s)?$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:.]")
_FEWEST = 2
_MOST = 0.5
_ROOT = 6
_YEARS_ROUNDED = 3
_MONTHS_ROUNDED = 1
_LONG = 24
_POSITIONS = frozenset({"work.position", "volunteer.position", "project.role"})
_SKILLS = ("skill.", "certificate.", "project.keyword", "work.", "volunteer.", "project.")


def spent(words: str, found: Found, chosen: Sequence[Found], index: FactIndex) -> Found:
    """A duration with the facts that give it to what it was spent with: the employer, title, place or skill that the sentence joins to
    it. Where it joins none, as it is."""
    quantity = next((one for one in quantities(words) if one.start == found.start), None)
    own = _spent_with(words, found, chosen, index) if quantity else None
    if quantity and own is None:
        return _of_activity(words, found, quantity, chosen, index)
    if quantity is None or own is None:
        return found
    given = index.with_quantity(quantity, None)
    apart = _ACTING.search(words[: found.start]) or _POSTING.match(words, found.end)
    if own and apart and all(index.kinds[fact].endswith(".highlight") for fact in own):
        told = tuple(fact for fact in given if fact in own)
        return with_facts(found, told)
    entries = frozenset(entry_of(fact) for fact in own)
    facts = [fact for fact in given if fact in own or entry_of(fact) in entries - {""}]
    spans = {path: span for path, span in index.spans.items() if path in entries}
    if _reaches(quantity, words, together(spans.values())):
        facts += [fact for fact, _, whole in index.durations if not whole and entry_of(fact) in spans]
    return with_facts(found, facts)


def _of_activity(words: str, found: Found, quantity: Quantity, chosen: Sequence[Found], index: FactIndex) -> Found:
    """A duration with the facts that give it to the activity named after it: those of the jobs, or courses, that tell of that."""
    lasting = _FOR_SO_LONG.search(before(words, found.start))
    if lasting and any(
        one.kind == "skill"
        and not one.facts
        and one.end <= found.start
        and not _STOP.search(words, one.end, found.start)
        for one in chosen
    ):
        return msgspec.structs.replace(found, facts=())
    doing = _ACTIVITY.match(words, found.end)
    about = content(_UP_TO.split(doing["doing"])[0]) if doing else frozenset[str]()
    if doing is None or len(about) < _FEWEST:
        return found
    schooling = _SCHOOLING.search(doing["doing"]) is not None
    entries = {
        path: span
        for path, span in index.spans.items()
        if _shared(about, index.entries.get(path, frozenset())) >= _MOST * len(about)
        and (path.startswith("education/") or not schooling)
    }
    told = {fact for fact, stems in index.words.items() if about & stems}
    facts = [fact for fact in index.with_quantity(quantity, None) if fact in told or entry_of(fact) in entries]
    if _reaches(quantity, words, together(entries.values())):
        facts += [fact for fact, _, whole in index.durations if not whole and entry_of(fact) in entries]
    return with_facts(found, facts)


def _shared(about: frozenset[str], stems: frozenset[str]) -> int:
    """How many of some stems others have, or the root of."""
    return sum(
        one in stems or (len(one) >= _ROOT and any(other.startswith(one[:_ROOT]) for other in stems)) for one in about
    )


def under_way(index: FactIndex, when: Quantity) -> tuple[str, ...]:
    """Facts that begin a job, course or project that a date falls into."""
    months = [value // 100 * 12 + max(value % 100, 1) - 1 for value in when.values]
    return tuple(
        fact.id
        for fact in index.facts
        if fact.kind.endswith(".start")
        and (span := index.spans.get(entry_of(fact.id)))
        and any(span[0] <= month < span[1] for month in months)
    )


def _reaches(quantity: Quantity, words: str, months: int) -> bool:
    least = min(quantity.values)
    rounded = _YEARS_ROUNDED if least >= _LONG else _MONTHS_ROUNDED
    return least * tolerance(quantity, words)[0] <= months + rounded


def _spent_with(words: str, found: Found, chosen: Sequence[Found], index: FactIndex) -> tuple[str, ...] | None:
    """The facts of what the time was spent with; None where the sentence does not tell."""
    after = [one for one in chosen if one.start >= found.end and not one.allowed]
    before = [one for one in chosen if one.end <= found.start and not one.allowed]
    employers = [one for one in (*before, *after) if one.kind == "employer"]
    # Who was at one employer "as a cook, then as a chef" was all that time there.
    for one in reversed(before):
        between = words[one.end : found.start]
        named = _is_of_employer(one, index) or (one.kind == "name" and not one.facts)
        if named and (_FOR.match(between) or _KEPT.match(between)):
            return one.facts
    if _LONG_THERE.match(words, found.end):
        for one in reversed(before):
            if _is_there(words, one, index) and _THERE.match(words[one.end : found.start]):
                return one.facts
    for one in after:
        between = words[found.end : one.start]
        if one.kind in ("name", "place") and _POSTING.match(words, found.end) and _AT.match(between):
            return one.facts
        if (_is_of_employer(one, index) or (not one.facts and one.kind in ("name", "place"))) and _AT.match(between):
            return one.facts
        if one.kind == "title" and one.facts and _AS.match(between):
            return _held(words, one, index)
        if one.kind in ("skill", "name", "language") and one.facts and _WITH.match(between):
            return _shown(words, one, index)
        if one.kind == "skill" and not one.facts and (_WITH.match(between) or _IN.match(between)):
            return ()
        if one.kind == "employer" and one.facts and _DOING.match(between):
            return one.facts
        if (one.kind == "place" or (one.kind == "name" and not one.facts)) and _IN.match(between):
            return _there(one, index)
    for one in reversed(before):
        between = words[one.end : found.start]
        if one.kind == "title" and one.facts and _FOR.match(between):
            return _held(words, one, index)
        if one.kind in ("skill", "name") and one.facts and _SINCE.match(between):
            return _shown(words, one, index)
    if len(employers) == 1 and employers[0].start > found.end and _LASTING.match(words[: found.start]):
        return employers[0].facts
    return None


def _is_of_employer(one: Found, index: FactIndex) -> bool:
    return one.kind == "employer" or (
        one.kind in ("name", "degree")
        and any(index.kinds[fact].endswith((".organisation", ".institution")) for fact in one.facts)
    )


def _is_there(words: str, one: Found, index: FactIndex) -> bool:
    """Whether time may be spent at what is named: where no fact tells of it, none does."""
    if not one.facts:
        return one.kind in ("employer", "title", "name")
    return _is_of_employer(one, index) or (one.kind == "title" and _held(words, one, index) is not None)


def _held(words: str, title: Found, index: FactIndex) -> tuple[str, ...] | None:
    """The jobs of a title, also of a longer one; None where the person is that beside any job. What the person is called in general is
    told by the jobs whose title has a word of it, or which tell of most of it."""
    if not all(entry_of(fact) in index.spans or index.kinds[fact] == "basics.label" for fact in title.facts):
        return None
    labels = [fact for fact in title.facts if index.kinds[fact] == "basics.label"]
    longer = index.entitled(words[title.start : title.end])
    if not labels:
        return tuple(dict.fromkeys((*title.facts, *longer)))
    about = frozenset[str]().union(*(index.words[fact] for fact in labels))
    held = [
        fact
        for fact, kind in index.kinds.items()
        if kind in _POSITIONS
        and (_shared(about, index.words[fact]) or _shared(about, index.entry_words(fact)) > _MOST * len(about))
    ]
    return tuple(dict.fromkeys((*title.facts, *longer, *held)))


def _there(place: Found, index: FactIndex) -> tuple[str, ...] | None:
    """The jobs at a place; None where the person lives there."""
    return place.facts if all(map(entry_of, place.facts)) else None


def _shown(words: str, skill: Found, index: FactIndex) -> tuple[str, ...] | None:
    """The facts that show a skill; None where it is an ordinary word, or one that the facts tell of beside any job."""
    said = words[skill.start : skill.end]
    if not any(sign.isupper() for sign in said) and " " not in said:
        return None
    listed = all(index.kinds[fact].startswith(_SKILLS) for fact in skill.facts)
    return skill.facts if listed or any(entry_of(fact) in _used(index) for fact in skill.facts) else None


def _used(index: FactIndex) -> frozenset[str]:
    """The paths of jobs and projects with a span."""
    return frozenset(path for path in index.spans if not path.startswith("education/"))
