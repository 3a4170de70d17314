"""A document as one HTML file: no script, nothing fetched, every word escaped."""

import base64
from collections.abc import Iterable
from html import escape
from pathlib import Path

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import InlineSpan, spans
from jobmatch_desktop.domain.options import Paper
from jobmatch_desktop.formats.contact_details import headline_of
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.arranging import arranged
from jobmatch_desktop.formats.writers.look import chosen_look, soft, space_of
from jobmatch_desktop.formats.writers.photo import photo_kind
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import Look, Template, find_template
from jobmatch_desktop.formats.writers.words import (
    SEPARATOR,
    author_of,
    dates_last,
    place_and_dates,
    runs_left,
    title_of,
    without_part,
)
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.letter_habits import habit_of, parts_of
from jobmatch_desktop.writing.titles import role_of

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{author}">
<title>{title}</title>
<style>
{variables}
{css}</style>
</head>
<body class="{classes}">
<main>
{body}
</main>
</body>
</html>
"""


def write_html(document: CvDocument, style: Style, *templates: Path) -> bytes:
    """The document as UTF-8 HTML with its style sheet (resources/templates/page.css) and picture in it. Any thread. `templates` are
    the folders of templates; none: the program's own. Raises `TemplateMissing`, `PhotoUnusable`."""
    template = find_template(templates or (resource("templates"),), style.template).template
    look = chosen_look(template, style.options, style.kind)
    set_document = arranged(document, style)
    writer = _Writer(look)
    if style.kind is DocumentKind.LETTER:
        body = writer.letter(set_document, style)
    else:
        body = writer.cv(set_document, _photo(document, template, style))
    classes = (
        str(style.kind),
        f"section-{look.section}",
        f"entry-{look.entry}",
        f"head-{look.head}",
        f"name-{look.name_align}",
    )
    page = _PAGE.format(
        language=escape(style.language),
        direction="rtl" if runs_left(style.language) else "ltr",
        author=escape(author_of(document, style)),
        title=escape(title_of(document, style)),
        variables=_variables(template, look, style),
        css=resource("templates/page.css").read_text(encoding="utf-8"),
        classes=" ".join(classes),
        body="\n".join(body),
    )
    return page.encode()


def _variables(template: Template, look: Look, style: Style) -> str:
    """What the style sheet takes from the template and from the person's choice."""
    font = style.options.font if "font" in template.options else ""
    margins = look.margin_mm
    values = {
        "accent": look.accent,
        "soft": soft(look.accent),
        "ink": look.ink,
        "grey": look.grey,
        "hairline": look.hairline,
        "name": look.accent if look.name_colour == "accent" else look.ink,
        "organisation": look.accent if look.organisation == "accent" else look.ink,
        "slant": "italic" if look.organisation == "italic" else "normal",
        "font": (f'"{font}", ' if font.replace(" ", "").isalnum() else "") + look.web_font,
        "space": f"{space_of(template, style.options):.2f}",
    }
    lines = [f"  --{name}: {value};" for name, value in values.items()]
    paper = "letter" if style.options.paper is Paper.LETTER and "paper" in template.options else "a4"
    margin = f"{margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm"
    return "\n".join([":root {", *lines, "}", f"@page {{ size: {paper}; margin: {margin}; }}"])


def _photo(document: CvDocument, template: Template, style: Style) -> str:
    if not style.options.photo or "photo" not in template.options:
        return ""
    coded = base64.b64encode(style.options.photo).decode()
    alt = escape(author_of(document, style) or "–")
    return f'<img class="photo" alt="{alt}" src="data:image/{photo_kind(style.options.photo)};base64,{coded}">'


class _Writer:
    """A document's parts as elements, in a template's ways."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def cv(self, document: CvDocument, photo: str) -> Iterable[str]:
        yield from self._head(document, photo)
        yield from _blocks(document.preamble, "preamble")
        level = 2 if spans(document.name) else 1
        beside = [section for section in document.sections if role_of(section.title) in self._look.sidebar]
        others = [section for section in document.sections if section not in beside]
        if beside and others:
            yield '<div class="columns">'
            for css_class, sections in (("beside", beside), ("wide", others)):
                yield f'<div class="{css_class}">'
                for section in sections:
                    yield from self._section(section, level)
                yield "</div>"
            yield "</div>"
        else:
            for section in document.sections:
                yield from self._section(section, level)

    def letter(self, document: CvDocument, style: Style) -> Iterable[str]:
        habit = habit_of(style.options.country, style.language)
        yield from self._head(
            document, "", "end" if habit.sides.get("sender") == "end" and not self._look.letterhead else ""
        )
        level = 2 if spans(document.name) else 1
        below = level
        for part in parts_of(document, habit):
            css_class = " ".join((part.role, habit.sides.get(part.role, "start")))
            if part.content is None:
                yield from _heading(level, part.title)
                below = level + 1 if spans(part.title) else level
            elif isinstance(part.content, Entry):
                yield from self._entry(part.content, below)
            else:
                yield from _blocks((part.content,), css_class)

    def _head(self, document: CvDocument, photo: str, css_class: str = "") -> Iterable[str]:
        if not (document.name or document.contact):
            return
        lines: Iterable[str] = document.contact
        headline = headline_of(document.contact) if self._look.headline else ""
        yield f'<header class="{css_class}">' if css_class else "<header>"
        if photo:
            yield photo
        yield from _heading(1, document.name)
        if headline:
            yield f'<p class="headline" dir="auto">{escape(shown(headline))}</p>'
            lines = [rest for line in document.contact if (rest := without_part(line, headline))]
        if lines:
            yield f'<p class="contact">{_lines(lines)}</p>'
        yield "</header>"

    def _section(self, section: Section, level: int) -> Iterable[str]:
        yield "<section>"
        yield from _heading(level, section.title)
        below = level + 1 if spans(section.title) else level
        for part in section.content:
            yield from self._entry(part, below) if isinstance(part, Entry) else _blocks((part,))
        yield "</section>"

    def _entry(self, entry: Entry, level: int) -> Iterable[str]:
        yield "<article>"
        yield from self._beside(entry, level) if self._look.entry == "beside" else self._below(entry, level)
        yield from _blocks(entry.blocks)
        yield "</article>"

    def _beside(self, entry: Entry, level: int) -> Iterable[str]:
        title = f"<strong>{_inline(entry.title)}</strong>" if entry.title else ""
        words = ", ".join(filter(None, (title, _inline(entry.organisation))))
        heading = f'<h{level} dir="auto">{words}</h{level}>' if words else ""
        details = f'<p class="details" dir="auto">{_inline(dates_last(entry.details))}</p>' if entry.details else ""
        if heading or details:
            yield f'<div class="entry">{heading}{details}</div>'

    def _below(self, entry: Entry, level: int) -> Iterable[str]:
        place, dates = place_and_dates(entry.details)
        named = entry.title or entry.organisation
        heading = f'<h{level} dir="auto"><strong>{_inline(named)}</strong></h{level}>' if named else ""
        at = f'<p class="details" dir="auto">{_inline(dates)}</p>' if dates else ""
        if heading or at:
            yield f'<div class="entry">{heading}{at}</div>'
        organisation = _inline(entry.organisation) if entry.title else ""
        parts = [f'<span class="organisation">{organisation}</span>'] if organisation else []
        parts += [f'<span class="place">{_inline(place)}</span>'] if place else []
        if parts:
            yield f'<p class="under" dir="auto">{SEPARATOR.join(parts)}</p>'


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
