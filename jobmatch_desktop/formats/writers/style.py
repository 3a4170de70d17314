"""How a document is to be written."""

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import USUAL, Options


class Style(msgspec.Struct, frozen=True):
    """What a writer is told besides the document.

    `language` is the document's ISO 639-1 code (`en`, `fr`, ...); `template` is a folder's name in resources/templates;
    `title` and `author` go into the file's description of itself, and empty ones are taken from the document's name.
    `today` is the file's date as an ISO date, `""` for none: the same document and style give the same bytes each time.
    """

    kind: DocumentKind = DocumentKind.CV
    language: str = "en"
    template: str = "classic"
    title: str = ""
    author: str = ""
    today: str = ""
    options: Options = USUAL
