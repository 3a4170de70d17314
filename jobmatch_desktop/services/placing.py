"""How written words come into a document: around a person's edits, never over them."""

from collections.abc import Callable, Mapping, Sequence

from jobmatch_desktop.domain.document import Cause, Document, Version
from jobmatch_desktop.writing.parts import PartNotFound, edited, followed, merge
from jobmatch_desktop.writing.reframe import reframe

Place = Callable[[str, str], tuple[str, str] | None]
"""From a document's text and the program's own last text of it to the program's own new text, which later edits are told
from, and the document's new text, which holds the person's edits too. None: nothing changes."""


def nearest(versions: Sequence[Version], document: Document) -> Version:
    """Of what the program wrote in the document's language, what is nearest to the text as it stands: who undid a generation has made
    no part theirs."""
    written = [
        version
        for version in versions
        if version.cause in (Cause.COMPOSED, Cause.GENERATED) and version.language == document.language
    ]
    return min(written, key=lambda version: len(edited(version.text, document.text)))


def writable(drafted: str, own: str, current: str) -> dict[str, str]:
    """The parts of `drafted`, which a task set out from, that the person has not made theirs, with their keys in `current`.

    A part is as the program left it where it reads as `drafted` has it, or as `own` does: what the program wrote last, be it an
    earlier run of the same task.
    """
    as_written = _unedited(own, current)
    since = {key: as_written[there] for key, there in followed(drafted, own).items() if there in as_written}
    return since | _unedited(drafted, current)


def place_parts(drafted: str, written: Mapping[str, str]) -> Place:
    """Puts the parts that were written for `drafted` into the text as it stands, except where the person edited them."""

    def place(current: str, own: str) -> tuple[str, str] | None:
        if not written:
            return None
        places = writable(drafted, own, current)
        coming = {places[key]: body for key, body in written.items() if key in places}
        return _own(drafted, own, written), _put(current, coming)

    return place


def place_part(drafted: str, key: str, body: str) -> Place:
    """Puts one part into the text because the person asked for it, over whatever stands there. Raises `PartNotFound`."""

    def place(current: str, own: str) -> tuple[str, str]:
        through = followed(own, current)
        since = {ours: through[there] for ours, there in followed(drafted, own).items() if there in through}
        there = (followed(drafted, current) | since).get(key)
        if there is None:
            raise PartNotFound(key=key)
        return _own(drafted, own, {key: body}), _put(current, {there: body})

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
