import re
from html.parser import HTMLParser

import pytest

from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import escape
from jobmatch_desktop.formats.writers.html import write_html
from jobmatch_desktop.formats.writers.style import Style
from tests.formats.writers.documents import CODE, cv, letter

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Tags in order, links, the page's words, and whether every tag was closed in its turn."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.links: list[str | None] = []
        self.words = ""
        self.title = ""
        self.feed(data.decode("utf-8"))
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.setdefault(tag, dict(attrs))
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "title" in self.open:
            self.title += data
        elif "style" not in self.open:
            self.words += data


def test_structure_and_description() -> None:
    page = Page(write_html(cv(), Style(language="fr", title="CV <1>", author='R. "H"')))
    assert page.attributes["html"] == {"lang": "fr", "dir": "ltr"}
    assert page.title == "CV <1>"
    headings = [tag for tag in page.tags if re.fullmatch(r"h\d", tag)]
    assert headings == ["h1", "h2", "h2", "h3", "h3", "h2", "h3", "h2"]
    assert page.tags.count("li") == 3
    assert {"main", "header", "section", "article", "ul"} <= set(page.tags)
    assert page.links[:2] == ["mailto:richard@example.com", "tel:+19125554321"]


def test_nothing_is_fetched_or_run() -> None:
    code = escape(CODE)
    data = write_html(parse(f"# {code}\n\n## {code}\n[x](javascript:alert(1))\n- {code}\n"), Style())
    page = Page(data)
    assert page.words.count(CODE) == 3
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert page.links == []
    assert b"url(" not in data
    assert page.attributes["meta"] == {"charset": "utf-8"}


def test_right_to_left_language() -> None:
    assert Page(write_html(cv(), Style(language="ar"))).attributes["html"] == {"lang": "ar", "dir": "rtl"}


def test_letter_and_same_bytes() -> None:
    style = Style(kind=DocumentKind.LETTER)
    page = Page(write_html(letter(), style))
    assert (page.attributes["body"]["class"] or "").split()[0] == "letter"
    assert page.words.index("Northwind") < page.words.index("Dear") < page.words.rindex("Richard Hendriks")
    assert write_html(letter(), style) == write_html(letter(), style)


@pytest.mark.parametrize("text", ["", "## \n", "### \n- x\n", "# \x00\ud800\n", "# N\n\n## A\n\n### B\n"])
def test_sparse_documents(text: str) -> None:
    page = Page(write_html(parse(text), Style()))
    headings = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h\d", tag)]
    assert headings == [] or headings[0] == 1
