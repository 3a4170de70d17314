"""What in a sentence goes together: a date, a title, a degree or a time belongs to the name beside it.

A name whose facts are all of one job, course, project or credential binds to it, and one without a fact to nothing: no fact says what
was there. So another fact can only loosen what is bound."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.evidence.date_roles import by_role
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.narrowing import of_entries
from jobmatch_desktop.evidence.sentences import Found, is_denied
from jobmatch_desktop.evidence.time_spent import spent

_BINDING = frozenset({"employer", "degree", "certificate", "award", "publication", "project"})
_DATED = frozenset({"certificate", "award", "publication"})
_UNKNOWN = _BINDING | {"name", "place"}
"""What a name without a fact may be found to be, once it has one."""
_LINK = re.compile(
    r"\s*(?:·|\||,|\(|@|[-–—]|at|chez|for|with|de|du|d[’']|des|of|à l[’']|au|aux|à)?\s*(?:the\s|la\s|le\s|l[’'])?",
    re.IGNORECASE,
)
_REACH = 25
_STATEMENTS = re.compile(
    r";\s|\s[•·|]\s|,?\s(?:and|but|et|mais)\s(?=I[\s’']|j[e’']|we\s|nous\s)|,\s(?=I[\s’']|j[e’']|we\s|nous\s)",
    re.IGNORECASE,
)
_PAUSES = re.compile(r"[,:]\s")
_MOST = 0.5
_A_STATEMENT = 2
"""Words that tell something: fewer beside a date say but when."""
_DONE = frozenset({"scope", "authorship"})
_WHERE = re.compile(
    r"[^,;:()–—.!?\n]{0,80}\s(?:at|chez|au sein (?:de|du|d[’']))\s?(?:the\s|la\s|le\s|l[’'])?", re.IGNORECASE
)


def bound(words: str, chosen: Sequence[Found], index: FactIndex) -> list[Found]:
    """The claims of a sentence, without the facts that are of something else than the names beside them."""
    binding = [
        found
        for found in chosen
        if not found.allowed
        and found.kind in (_BINDING if found.facts else _UNKNOWN)
        and not is_denied(words, found.start)
    ]
    kept: list[Found] = []
    for found in chosen:
        if found.kind == "date" and found.facts:
            kept.append(by_role(words, _dated(words, found, chosen, binding, index), chosen, index))
        elif found.kind == "title" and found.facts and (employer := _beside(words, found, binding)):
            own = frozenset(map(entry_of, employer.facts))
            again = (*found.facts, *index.entitled(words[found.start : found.end]))
            kept.append(
                of_entries(msgspec.structs.replace(found, facts=tuple(dict.fromkeys(again))), own, anywhere=False)
            )
        elif found.kind == "duration" and found.facts:
            kept.append(spent(words, found, chosen, index))
        elif found.kind in _DONE and found.facts and (employer := _where(words, found, binding)):
            kept.append(of_entries(found, frozenset(map(entry_of, employer.facts))))
        else:
            kept.append(found)
    return kept


def _dated(words: str, date: Found, chosen: Sequence[Found], binding: Sequence[Found], index: FactIndex) -> Found:
    """A date with the facts of the names beside it: those of its own statement, or of the sentence where that says but the date."""
    start, end = _statement(words, date.start)
    own = [one for one in binding if start <= one.start < end]
    if not own and len(content(words[start:end])) >= _A_STATEMENT:
        return date
    names = own or binding
    if not any(all(entry_of(fact) for fact in one.facts) for one in names):
        return date
    names = [*names, *(one for one in chosen if one.kind == "name" and (not own or start <= one.start < end))]
    said = (fact for one in names if one.facts for fact in (*one.facts, *index.saying(words[one.start : one.end])))
    return of_entries(date, frozenset([*map(entry_of, said), *_told_beside(words, date, binding, index)]))


def _told_beside(words: str, date: Found, binding: Sequence[Found], index: FactIndex) -> Iterator[str]:
    """The entries that tell what the words right beside a date do: "no accident since 2020, the Safe Driver award, ...". Where what has
    a date of its own is named among them, the date is its."""
    start, end = 0, len(words)
    for mark in _PAUSES.finditer(words):
        if mark.end() <= date.start:
            start = mark.end()
        elif mark.start() >= date.end:
            end = mark.start()
            break
    if any((one.kind in _DATED or not one.facts) and start <= one.start < end for one in binding):
        return
    about = content(words[start : date.start] + " " + words[date.end : end])
    if len(about) >= _A_STATEMENT:
        yield from (
            entry_of(fact)
            for fact in date.facts
            if len(about & index.entry_words(fact)) >= max(_A_STATEMENT, _MOST * len(about))
        )


def _statement(words: str, place: int) -> tuple[int, int]:
    """Where the statement around a place begins and ends: what stands between semicolons, or has a subject of its own."""
    start = 0
    for mark in _STATEMENTS.finditer(words):
        if mark.start() >= place:
            return start, mark.start()
        start = mark.end()
    return start, len(words)


def _where(words: str, done: Found, binding: Sequence[Found]) -> Found | None:
    """The one employer that stands after what was done, with nothing but words between: "led the audit at The Inn"."""
    named = [
        one
        for one in binding
        if done.end < one.start
        and (one.kind == "employer" or not one.facts)
        and _WHERE.fullmatch(words, done.end, one.start)
    ]
    return named[0] if len(named) == 1 and all(map(entry_of, named[0].facts)) else None


def _beside(words: str, title: Found, binding: Sequence[Found]) -> Found | None:
    """The employer right after a title: "Cook · The Inn", "Cook at The Inn"."""
    return next((found for found in _employers(title, binding) if _LINK.fullmatch(words, title.end, found.start)), None)


def _employers(before: Found, binding: Sequence[Found]) -> Iterator[Found]:
    """The employers that stand soon after a claim, but those that other facts speak of too."""
    for found in binding:
        near = 0 <= found.start - before.end <= _REACH
        if (found.kind == "employer" or not found.facts) and near and all(entry_of(fact) for fact in found.facts):
            yield found
