"""A page with a job offer: its text as it is seen, what it hides, and the postings it describes for machines."""

import codecs
import re

import lxml.html
from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser

from jobmatch_desktop.domain.format_errors import EmptyText
from jobmatch_desktop.formats.readers.html_offer_hidden import hidden_in
from jobmatch_desktop.formats.readers.html_offer_page import OfferPage
from jobmatch_desktop.formats.readers.html_offer_text import page_words, text_of
from jobmatch_desktop.formats.readers.job_posting import postings_in
from jobmatch_desktop.formats.readers.plain_text import text_in

MOST_HIDDEN = 50
"""Hidden passages that are named."""

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,40})", re.I
)
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_LEAST_SHARE = 0.4
_FEW_WORDS = 60


def read_offer_page(data: bytes, charset: str = "") -> OfferPage:
    """What a page says. `charset` is what the server said it is in; a byte order mark goes before it, and it before what the page
    says. Nothing is fetched and nothing is run. Raises `EmptyText` and `NotText`. Blocks for some 50 ms a megabyte; any thread."""
    text = _CONTROLS.sub("", _XML.sub("", _decoded(data, charset)))
    try:
        root = lxml.html.document_fromstring(
            text, parser=HTMLParser(remove_comments=True, remove_pis=True, encoding=None)
        )
    except ParserError as error:
        raise EmptyText from error
    postings = postings_in(
        script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "")
    )
    password = any((field.get("type") or "").casefold() == "password" for field in root.iter("input"))
    scripts = sum(1 for _ in root.iter("script"))
    hidden = []
    for element in list(hidden_in(root)):
        if (said := " ".join(text_of(element).split())) and any(sign.isalnum() for sign in said):
            hidden.append(said)
        _drop(element)
    seen = _offer_text(root)
    few = len(seen.split()) < _FEW_WORDS
    return OfferPage(seen, postings, tuple(hidden[:MOST_HIDDEN]), password and few, few and scripts > 0)


def _offer_text(root: HtmlElement) -> str:
    """The text of the page without what stands around its content; the whole where little would be left."""
    body = root.find("body")
    whole = root if body is None else body
    everything = text_of(whole)
    best = text_of(_content(whole))
    return best if len(best) >= _LEAST_SHARE * len(everything) or len(best.split()) >= 2 * _FEW_WORDS else everything


def _content(body: HtmlElement) -> HtmlElement:
    for element in list(body.iter()):
        if isinstance(element.tag, str) and element is not body and _is_around(element):
            _drop(element)
    whole = len(body.text_content())
    for main in (*body.iter("main"), *body.xpath('.//*[@role="main"]'), *body.iter("article")):
        if len(main.text_content()) >= _LEAST_SHARE * whole:
            return main
    return body


def _is_around(element: HtmlElement) -> bool:
    words = page_words()
    if element.tag in words.silent or element.tag in words.around_tags:
        return True
    if (element.get("role") or "").casefold() in words.around_roles:
        return True
    if element.tag == "header":
        return next(element.iter("h1"), None) is None and next(element.iterancestors("article", "main"), None) is None
    if next(element.iter("h1", "main"), None) is not None:
        return False
    named = re.split(r"[\W_]+", f"{element.get('id') or ''} {element.get('class') or ''}".casefold())
    return not words.around_names.isdisjoint(named) and element.tag not in ("body", "article", "li", "ul", "p", "span")


def _drop(element: HtmlElement) -> None:
    """Takes an element out; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _decoded(data: bytes, charset: str) -> str:
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in data[:2]:
        declared = _DECLARED.search(data[:4_096])
        for name in (charset, ((declared[1] or declared[2]).decode("ascii") if declared else "")):
            try:
                # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding Standard).
                codec = codecs.lookup(
                    "cp1252" if name.casefold() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name
                )
                return data.decode(codec.name)
            except (LookupError, UnicodeDecodeError, ValueError, TypeError):
                continue
    return text_in(data)
