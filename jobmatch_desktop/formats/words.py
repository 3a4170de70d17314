"""Words of a document as other formats hold them."""

import re

from jobmatch_desktop.domain.inline_markdown import spans

# What no font shows and no format carries: controls, halves of characters, non-characters.
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_KINDS_OF_ADDRESS = re.compile(r"(?:https?://(?:www\.)?|mailto:|tel:)", re.IGNORECASE)


def shown(text: str) -> str:
    """The text without what cannot be shown or stored."""
    return _UNSHOWN.sub("", text)


def with_addresses(text: str) -> str:
    """Inline Markdown as plain words; an address that the words do not show follows them in parentheses."""
    found = []
    for span in spans(text):
        bare = _KINDS_OF_ADDRESS.sub("", span.url, count=1).rstrip("/")
        told = not span.url or span.url.startswith("tel:") or bare.casefold() in span.text.casefold()
        found.append(span.text if told else f"{span.text} ({span.url})")
    return shown("".join(found))
