"""How a document comes into the frame that a writer's words are to stand in: its language's, and a letter's country's."""

import msgspec

from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.services.drafting import Draft
from jobmatch_desktop.services.placing import Place, place_draft
from jobmatch_desktop.writing.letter_reframe import in_country, reframe_letter, with_body
from jobmatch_desktop.writing.parts import bodies


def place_frame(document: Document, drafted: Draft, language: str) -> Place | None:
    """For a model, which words the parts of a document: composes it anew around the edits where its language is another, or a letter is
    to have more or fewer paragraphs; else brings a letter into the frame that it would be composed in (another country's, today's date),
    and leaves its body. None where the document stands in its frame already.
    """
    if document.language != language:
        return place_composed(document, drafted, language)
    if drafted.country is None:
        return None

    def place(current: str, own: str) -> tuple[str, str] | None:
        if len(bodies(own)) != len(bodies(drafted.text)):
            return place_composed(document, drafted, language)(current, own)
        framed = with_body(drafted.text, own)
        if framed == own and document.options.country == drafted.country:
            return None
        return place_composed(document, msgspec.structs.replace(drafted, text=framed), language)(current, own)

    return place


def place_composed(document: Document, drafted: Draft, language: str, since: str | None = None) -> Place:
    """Composes the document anew and carries over what the person changed since `since`, else since the program's last text."""
    if document.kind is DocumentKind.CV:
        return place_draft(drafted.text, since)
    country = drafted.country or ""
    moves = document.options.country != country

    def place(current: str, own: str) -> tuple[str, str]:
        base = own if since is None else since
        if moves:  # what the other country writes otherwise is no edit of the person's
            base, current = in_country(base, country, language), in_country(current, country, language)
        return drafted.text, reframe_letter(base, current, drafted.text)

    return place
