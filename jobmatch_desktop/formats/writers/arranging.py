"""A document's sections in the order and under the titles that a person chose."""

import msgspec

from jobmatch_desktop.domain.cv_document import CvDocument, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.writing.titles import role_of, section_title, section_titles


def arranged(document: CvDocument, style: Style) -> CvDocument:
    """A CV with its sections as `style.options` has them; a letter, and a CV of which nothing was chosen, as it stands. Pure."""
    options = style.options
    if style.kind is DocumentKind.LETTER or not (options.order or options.titles):
        return document
    titles = dict(options.titles)
    places = {role: place for place, role in enumerate(options.order)}

    def place(section: Section) -> int:
        return places.get(role_of(section.title) or "", len(places))

    sections = sorted(document.sections, key=place)
    named = [
        msgspec.structs.replace(section, title=titles.get(role_of(section.title) or "", section.title))
        for section in sections
    ]
    return msgspec.structs.replace(document, sections=tuple(named))


def titles_in(language: str) -> tuple[tuple[str, str], ...]:
    """Every role with its usual title in `en` or `fr`, for `Options.titles`."""
    return tuple((role, section_title(role, language)) for role in section_titles())
