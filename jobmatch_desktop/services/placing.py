"""How written words come into a document: around a person's edits, never over them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from jobmatch_desktop.domain.document import Cause, Document, Version
from jobmatch_desktop.writing.merging_lists import Beside, is_flat_list, merge_lists
from jobmatch_desktop.writing.parts import PartNotFound, bodies, edited, followed, merge
from jobmatch_desktop.writing.reframe import reframe

Place = Callable[[str, str], tuple[str, str] | None]
"""From a document's text and the program's own last text of it to the program's own new text, which later edits are told
from, and the document's new text, which holds the person's edits too. None: nothing changes."""


WRITTEN = (Cause.COMPOSED, Cause.GENERATED)
"""Causes of the versions that the program wrote."""


def nearest(versions: Sequence[Version], document: Document) -> Version:
    """Of what the program wrote in the document's language, what is nearest to the text as it stands: who undid a generation has made
    no part theirs."""
    written = [version for version in versions if version.cause in WRITTEN and version.language == document.language]
    return min(written, key=lambda version: len(edited(version.text, document.text)))


def writable(drafted: str, own: str, current: str) -> dict[str, str]:
    """The parts of `drafted`, which a task set out from, that the person has not made theirs, with their keys in `current`.

    A part is as the program left it where it reads as `drafted` has it, or as `own` does: what the program wrote last, be it an
    earlier run of the same task.
    """
    as_written = _unedited(own, current)
    since = {key: as_written[there] for key, there in followed(drafted, own).items() if there in as_written}
    return since | _unedited(drafted, current)


def places_now(drafted: str, own: str, current: str) -> dict[str, str]:
    """From the key of each part of `drafted` to that of the same part in `current`, where it still stands, whatever its words."""
    through = followed(own, current)
    since = {key: through[there] for key, there in followed(drafted, own).items() if there in through}
    return since | followed(drafted, current)


def mergeable(drafted: str, own: str, current: str) -> frozenset[str]:
    """The parts of `drafted` that the person edited and that take new words beside theirs: lists of which they left a bullet alone."""
    every = dict.fromkeys(bodies(drafted), "")
    return frozenset(
        part.key
        for part in _edited_parts(drafted, own, current, every)
        if is_flat_list(part.base)
        and is_flat_list(part.mine)
        and not set(part.base.split("\n")).isdisjoint(part.mine.split("\n"))
    )


def place_parts(drafted: str, written: Mapping[str, str]) -> Place:
    """Puts the parts that were written for `drafted` into the text as it stands. Of a list that the person edited the bullets change that
    they left alone; any other part that they edited stays. What is then in the text of neither: `beside`."""

    def place(current: str, own: str) -> tuple[str, str] | None:
        if not written:
            return None
        places = writable(drafted, own, current)
        coming = {places[key]: body for key, body in written.items() if key in places}
        for part in _edited_parts(drafted, own, current, written):
            if merged := merge_lists(part.base, part.mine, part.theirs):
                coming[part.there] = merged.text
        return _own(drafted, own, written), _put(current, coming)

    return place


def beside(drafted: str, own: str, current: str, written: Mapping[str, str]) -> list[tuple[str, Beside]]:
    """What `place_parts` of the same leaves out because the person worded it too: the part's key in `current`, and both wordings: a
    bullet's, or the whole part's where its bullets cannot be told apart. In the order of `written`."""
    found: list[tuple[str, Beside]] = []
    for part in _edited_parts(drafted, own, current, written):
        merged = merge_lists(part.base, part.mine, part.theirs)
        if merged is not None:
            found += [(part.there, one) for one in merged.beside]
        elif part.theirs not in (part.base, part.mine):
            found.append((part.there, Beside(part.mine, part.theirs)))
    return found


class _Edited(msgspec.Struct, frozen=True):
    """A part that the person edited, three ways; `key` is its key in the draft, `there` in the text as it stands."""

    key: str
    there: str
    base: str
    mine: str
    theirs: str


def _edited_parts(drafted: str, own: str, current: str, written: Mapping[str, str]) -> Iterator[_Edited]:
    """The parts of `written`, whose keys are those of `drafted`, that the person made theirs and that still stand. What they set out from
    is the task's draft or the program's last words, whichever they have more lines of."""
    first, last, now = bodies(drafted), bodies(own), bodies(current)
    in_own, places = followed(drafted, own), places_now(drafted, own, current)
    left = writable(drafted, own, current)
    for key, theirs in written.items():
        there = places.get(key)
        if there is None or key in left or key not in first:
            continue
        bases = [first[key], *([last[in_own[key]]] if key in in_own else [])]
        lines = set(now[there].split("\n"))
        base = max(bases, key=lambda one: len(lines.intersection(one.split("\n"))))
        yield _Edited(key, there, base, now[there], theirs.strip("\r\n"))


def place_part(drafted: str, key: str, body: str) -> Place:
    """Puts one part into the text because the person asked for it: of a list the bullets that they left alone, where there are such,
    anything else over whatever stands there. Raises `PartNotFound`."""

    def place(current: str, own: str) -> tuple[str, str]:
        there = places_now(drafted, own, current).get(key)
        if there is None:
            raise PartNotFound(key=key)
        words = body
        for part in _edited_parts(drafted, own, current, {key: body}):
            merged = merge_lists(part.base, part.mine, part.theirs)
            if merged is not None and set(merged.text.split("\n")) - set(part.mine.split("\n")):
                words = merged.text
        return _own(drafted, own, {key: body}), _put(current, {there: words})

    return place


def place_draft(composed: str, since: str | None = None) -> Place:
    """Composes the document anew and carries over what the person changed since `since`, else since the program's last text."""
    return lambda current, own: (composed, reframe(own if since is None else since, current, composed).text)


def _unedited(base: str, current: str) -> dict[str, str]:
    changed = edited(base, current)
    return {key: there for key, there in followed(base, current).items() if there not in changed}


def _own(drafted: str, own: str, written: Mapping[str, str]) -> str:
    return merge(drafted, own, written, rewrite_edited=True).text


def _put(text: str, coming: Mapping[str, str]) -> str:
    return merge(text, text, coming, rewrite_edited=True).text
