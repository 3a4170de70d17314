"""A CV in Markdown, ours or anybody's, to JSON Resume."""

import re
from typing import Any

from jobmatch_desktop.domain.cv_document import CvDocument, Paragraph, Section
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.formats.contact_details import basics_of
from jobmatch_desktop.formats.readers.plain_text import text_in
from jobmatch_desktop.formats.resume_of_document import resume_of
from jobmatch_desktop.writing.titles import role_of

_UNDERLINED = re.compile(r"^(?!\s*$|[#>\-*+•])(.+)\n(={3,}|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_CLOSED_HEADING = re.compile(r"^(#{1,6}[ \t].*?)[ \t]+#+[ \t]*$", re.MULTILINE)
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}")
_UNDERSCORED = re.compile(r"(?<![^\W_])(_{1,2})(?=[^\s_])([^_\n]*[^\s_])\1(?![^\W_])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>|<([\w.+-]+@[\w.-]+)>")
_MOST_WORDS_OF_CONTACT = 25


def read_markdown(data: bytes) -> dict[str, Any]:
    """The JSON Resume document in a Markdown or text file: only what is in the file; sections of the person's own under
    `meta.sections`. Any encoding that `text_in` reads.

    Raises `NotText` and `EmptyText`. Blocks for some 10 ms; any thread.
    """
    return resume_of(_in_our_grammar(parse(normalised(text_in(data)))))


def normalised(text: str) -> str:
    """Other ways of Markdown to write the same, in ours: underlined titles, emphasis by underscores, bare addresses."""
    text = _COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    text = _SPACES.sub(" ", text)
    text = _UNDERLINED.sub(lambda found: f"{'#' if found[2][0] == '=' else '##'} {found[1].strip()}", text)
    text = _CLOSED_HEADING.sub(r"\1", _RULE.sub("", text))
    text = _UNDERSCORED.sub(lambda found: f"{'*' * len(found[1])}{found[2]}{'*' * len(found[1])}", text)
    return _AUTOLINK.sub(lambda found: found[1] or found[2], text)


def _in_our_grammar(document: CvDocument) -> CvDocument:
    """The document with its name and contact lines in their places."""
    name, contact, preamble, sections = document.name, document.contact, document.preamble, document.sections
    if name and role_of(name):
        # Titles of sections stand at the first level: there is no heading for the name.
        begun = (*((Paragraph(contact),) if contact else ()), *preamble)
        under = sections[0].content if sections and not sections[0].title else ()
        others = sections[1:] if under else sections
        name, contact, preamble, sections = "", (), (), (Section(name, (*begun, *under)), *others)
    while not contact and preamble and isinstance(first := preamble[0], Paragraph):
        lines = list(first.lines)
        if not name and len(plain(lines[0]).split()) <= 6 and "email" not in basics_of("", lines[:1]):
            name = lines.pop(0)
        elif not _is_contact(lines):
            break
        if lines and _is_contact(lines):
            contact, lines = tuple(lines), []
        preamble = ((Paragraph(tuple(lines)),) if lines else ()) + preamble[1:]
    return CvDocument(name, contact, preamble, sections)


def _is_contact(lines: list[str]) -> bool:
    basics = basics_of("", lines)
    reached = basics.keys() & {"email", "phone", "url", "profiles"}
    return bool(reached) and sum(len(plain(line).split()) for line in lines) <= _MOST_WORDS_OF_CONTACT
