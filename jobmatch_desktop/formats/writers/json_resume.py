"""A document as JSON Resume (schema 1.0)."""

import json
from typing import Any

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.contact_details import basics_of
from jobmatch_desktop.formats.resume_of_document import resume_of
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.text import letter_text


def write_json_resume(document: CvDocument, style: Style) -> bytes:
    """A CV as JSON Resume; a letter as its sender's `basics`, with its subject and text under `letter`. Any thread."""
    resume: dict[str, Any]
    if style.kind is DocumentKind.LETTER:
        subject, text = letter_text(document)
        resume = {"basics": basics_of(document.name, document.contact), "letter": {"subject": subject, "text": text}}
    else:
        resume = resume_of(document)
    resume.setdefault("meta", {}).update(kind=str(style.kind), language=style.language)
    if style.today:
        resume["meta"]["lastModified"] = f"{style.today}T00:00:00"
    return (json.dumps(resume, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
