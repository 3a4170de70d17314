"""A document held against a profile: which words need a fact, and which have one (DESIGN §9, `check`)."""

import asyncio
import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.domain.claim import Claim
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.formats.readers.html_offer_page import OfferPage
from jobmatch_desktop.formats.readers.plain_text import text_in
from jobmatch_desktop.formats.readers.registry import is_binary
from jobmatch_desktop.services.reading import SECONDS, read_apart
from jobmatch_desktop.writing.titles import role_of

_PAGE_NUMBER = re.compile(
    r"(?:^|·)[^\S\n]*(?:page\s)?\d{1,3}(?:\s?(?:/|of|sur)\s?\d{1,3})?[^\S\n]*$", re.IGNORECASE | re.MULTILINE
)
_WRAPPED = re.compile(r"(?<=[^\n])\n(?=[a-zà-ÿ(\d])")


class Checked(msgspec.Struct, frozen=True):
    """A document's own text, which the places of the claims count in (code points), and its claims in their order."""

    text: str
    claims: tuple[Claim, ...]


async def check_file(
    name: str, data: bytes, facts: Sequence[Fact], offer: Offer, today: str, added: Added = ()
) -> Checked:
    """Checks a document in Markdown, text, PDF or Word, told by its bytes; `today` is an ISO date, `added` are skills that
    the person added to the lexicon.

    PDF and Word are read in a process of their own. Raises an `UnreadableInput`. Any asyncio loop.
    """
    if not is_binary(data):
        return await asyncio.to_thread(check_text, text_in(data), facts, offer, today, added)
    page = await read_apart("offer", name, data, OfferPage, SECONDS)
    # A page's lines end where the paper does: a sentence goes on in the next, but a title in none. Pages are numbered. All places stay.
    unnumbered = _PAGE_NUMBER.sub(lambda found: " " * len(found[0]), page.text)
    text = _WRAPPED.sub(" ", without_titles(unnumbered))
    checked = await asyncio.to_thread(check_text, text, facts, offer, today, added)
    return msgspec.structs.replace(checked, text=page.text)


def check_text(text: str, facts: Sequence[Fact], offer: Offer, today: str, added: Added = ()) -> Checked:
    """Checks a text in the language that it is in; titles of sections claim nothing. Pure, any thread; about 0.1 s for three pages."""
    return Checked(text, ground(without_titles(text), facts, offer, language_of(text) or "en", today, added))


def without_titles(text: str) -> str:
    """The text with spaces in the place of titles of sections: they claim nothing. All places stay."""
    return "\n".join(" " * len(line) if role_of(line.strip()) else line for line in text.split("\n"))
