"""A document as CV Markdown."""

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import render
from jobmatch_desktop.formats.writers.style import Style


def write_markdown(document: CvDocument, style: Style) -> bytes:
    """The document's canonical text in UTF-8, the same whatever the style. Any thread."""
    return render(document).encode("utf-8", "replace")
