"""How written words come into a document: around a person's edits, never over them."""

from collections.abc import Callable, Mapping

from jobmatch_desktop.writing.parts import merge, replace
from jobmatch_desktop.writing.reframe import reframe

Place = Callable[[str], tuple[str, str] | None]
"""From a document's text to the program's own new text, which later edits are told from, and the document's new text, which
holds the person's edits too. None: nothing changes."""


def place_parts(base: str, written: Mapping[str, str]) -> Place:
    """Puts the written parts into the text as it stands, except where the person edited since `base`."""

    def place(current: str) -> tuple[str, str] | None:
        if not written:
            return None
        return merge(base, base, written, rewrite_edited=True).text, merge(
            base, current, written, rewrite_edited=False
        ).text

    return place


def place_part(base: str, key: str, body: str) -> Place:
    """Puts one part into the text because the person asked for it, over whatever stands there. Raises `PartNotFound`."""
    return lambda current: (merge(base, base, {key: body}, rewrite_edited=True).text, replace(current, key, body))


def place_draft(base: str, composed: str) -> Place:
    """Composes the document anew and carries over what the person changed since `base`."""
    return lambda current: (composed, reframe(base, current, composed).text)
