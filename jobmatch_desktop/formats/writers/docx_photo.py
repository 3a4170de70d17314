"""A person's picture in a Word file: at the right edge, beside the head of the page."""

import io
from typing import Any

from jobmatch_desktop.domain.format_errors import PhotoDamaged, PhotoUnknownToWord
from jobmatch_desktop.formats.writers.photo import photo_kind

_HEIGHT_MM = 32


def add_photo(page: Any, photo: bytes, alt: str) -> None:
    """Adds a paragraph with the picture, its description for those who do not see it. Raises `PhotoUnusable`."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    kind = photo_kind(photo)
    if kind == "webp":
        raise PhotoUnknownToWord
    paragraph = page.add_paragraph()
    paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    frame = OxmlElement("w:framePr")
    for key, value in (("wrap", "around"), ("vAnchor", "text"), ("hAnchor", "margin"), ("xAlign", "right"), ("y", "1")):
        frame.set(qn(f"w:{key}"), value)
    followers = ("w:widowControl", "w:numPr", "w:pBdr", "w:shd", "w:spacing", "w:ind", "w:jc")
    paragraph._p.get_or_add_pPr().insert_element_before(frame, *followers)
    try:
        shape = paragraph.add_run().add_picture(io.BytesIO(photo), height=Mm(_HEIGHT_MM))
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, KeyError, ValueError) as fault:
        raise PhotoDamaged from fault
    shape._inline.docPr.set("descr", alt)
