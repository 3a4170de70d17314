"""The text of an HTML tree as a person reads it: blocks on lines, bullets, headings apart; nothing of it is run or fetched."""

import functools
import re
from collections.abc import Iterator

import msgspec
from lxml.html import HtmlElement

from jobmatch_desktop.resources import resource

_SPACES = re.compile(r"[ \t\r\n\f\u00a0\u200b]+")
_BULLETS = re.compile(r"^(?:[•●○▪◦‣∙·*–-]\s*)+")


class PageWords(msgspec.Struct, frozen=True):
    """Names of elements by what they are in a text: `silent` ones have none, `headings` and `apart` have a blank line around them, `lines`
    begin one; and what stands around the content of a page, by tag, by role, and by a word of its class or id."""

    silent: frozenset[str]
    around_tags: frozenset[str]
    around_names: frozenset[str]
    around_roles: frozenset[str]
    headings: frozenset[str]
    apart: frozenset[str]
    lines: frozenset[str]


@functools.cache
def page_words() -> PageWords:
    """The table (resources/lexicon/offer_page.json), read once."""
    return msgspec.json.decode(resource("lexicon/offer_page.json").read_bytes(), type=PageWords)


def text_of(root: HtmlElement) -> str:
    """The text under an element. Takes time in proportion to it, and no stack."""
    words = page_words()
    lines: list[str] = []
    line: list[str] = []

    def end(blank: bool = False) -> None:
        said = _SPACES.sub(" ", "".join(line)).strip()
        if said.strip("-• "):
            lines.append(said)
        if said != "-":
            line.clear()
        if blank and lines and lines[-1]:
            lines.append("")

    for event, element, said in _events(root):
        tag = element.tag
        if event == "text":
            line.append(said if element.tag == "pre" else said.replace("\n", " "))
        elif tag == "li":
            end()
            line.clear()
            if event == "start":
                line.append("- ")
        elif tag in ("td", "th"):
            if event == "start" and "".join(line).strip():
                row = element.getparent()
                line.append(": " if row is not None and len(row) == 2 else " | ")
        elif tag in words.headings or tag in words.apart:
            end(blank=not (tag in ("p", "ul", "ol") and _in_list(element)))
        elif tag in words.lines:
            end()
    end()
    return "\n".join(_tidied(lines)).strip()


def _events(root: HtmlElement) -> Iterator[tuple[str, HtmlElement, str]]:
    """Starts, texts and ends in the order of the document."""
    waiting: list[tuple[str, HtmlElement, str]] = [("open", root, "")]
    while waiting:
        kind, element, said = waiting.pop()
        if kind != "open":
            yield kind, element, said
            continue
        if not isinstance(element.tag, str) or element.tag in page_words().silent:
            continue
        yield "start", element, ""
        if element.text:
            yield "text", element, element.text
        waiting.append(("end", element, ""))
        for child in reversed(element):
            if child.tail:
                waiting.append(("text", element, child.tail))
            waiting.append(("open", child, ""))


def _tidied(lines: list[str]) -> Iterator[str]:
    for line in lines:
        # A bullet that was typed within a bullet.
        yield "- " + _BULLETS.sub("", line[2:]) if line.startswith("- ") else line


def _in_list(element: HtmlElement) -> bool:
    return next(element.iterancestors("li"), None) is not None
