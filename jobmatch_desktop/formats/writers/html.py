"""A document as one HTML file: no script, nothing fetched, every word escaped."""

from collections.abc import Iterable
from html import escape

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import InlineSpan, spans
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.words import author_of, dates_last, runs_left, title_of
from jobmatch_desktop.resources import resource

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{author}">
<title>{title}</title>
<style>
{css}</style>
</head>
<body class="{kind}">
<main>
{body}
</main>
</body>
</html>
"""


def write_html(document: CvDocument, style: Style) -> bytes:
    """The document as UTF-8 HTML with its style sheet (resources/templates/page.css) in it. Any thread."""
    body = [*_head(document), *_blocks(document.preamble, "preamble")]
    level = 2 if spans(document.name) else 1
    for section in document.sections:
        body.extend(_section(section, level, style.kind))
    page = _PAGE.format(
        language=escape(style.language),
        direction="rtl" if runs_left(style.language) else "ltr",
        author=escape(author_of(document, style)),
        title=escape(title_of(document, style)),
        css=resource("templates/page.css").read_text(encoding="utf-8"),
        kind=style.kind,
        body="\n".join(body),
    )
    return page.encode()


def _head(document: CvDocument) -> Iterable[str]:
    if document.name or document.contact:
        yield "<header>"
        yield from _heading(1, document.name)
        if document.contact:
            yield f'<p class="contact">{_lines(document.contact)}</p>'
        yield "</header>"


def _section(section: Section, level: int, kind: DocumentKind) -> Iterable[str]:
    yield "<section>"
    yield from _heading(level, section.title)
    below = level + 1 if spans(section.title) else level
    for part in section.content:
        yield from _entry(part, below) if isinstance(part, Entry) else _blocks((part,))
    yield "</section>"


def _entry(entry: Entry, level: int) -> Iterable[str]:
    yield "<article>"
    title = f"<strong>{_inline(entry.title)}</strong>" if entry.title else ""
    words = ", ".join(filter(None, (title, _inline(entry.organisation))))
    heading = f'<h{level} dir="auto">{words}</h{level}>' if words else ""
    details = f'<p class="details" dir="auto">{_inline(dates_last(entry.details))}</p>' if entry.details else ""
    if heading or details:
        yield f'<div class="entry">{heading}{details}</div>'
    yield from _blocks(entry.blocks)
    yield "</article>"


def _heading(level: int, text: str) -> Iterable[str]:
    if words := _inline(text):
        yield f'<h{level} dir="auto">{words}</h{level}>'


def _blocks(blocks: Iterable[Block], css_class: str = "") -> Iterable[str]:
    attribute = f' class="{css_class}"' if css_class else ""
    for block in blocks:
        if isinstance(block, Bullets):
            yield f"<ul{attribute}>"
            yield from (f'<li dir="auto">{_inline(item)}</li>' for item in block.items)
            yield "</ul>"
        else:
            yield f'<p{attribute} dir="auto">{_lines(block.lines)}</p>'


def _lines(lines: Iterable[str]) -> str:
    return "<br>\n".join(map(_inline, lines))


def _inline(text: str) -> str:
    return "".join(map(_span, spans(text)))


def _span(span: InlineSpan) -> str:
    words = escape(shown(span.text))
    if span.bold:
        words = f"<strong>{words}</strong>"
    if span.italic:
        words = f"<em>{words}</em>"
    # Addresses are of the four kinds that domain/inline_markdown.py lets be one.
    return f'<a href="{escape(shown(span.url))}">{words}</a>' if span.url else words
