"""Projects out of the entries of a section."""

import re
from collections.abc import Sequence
from typing import Any

from jobmatch_desktop.formats.cv_lines.blocks import Block, paragraphs_of
from jobmatch_desktop.formats.cv_lines.heads import SEPARATORS, head_of
from jobmatch_desktop.formats.cv_lines.line import Said
from jobmatch_desktop.formats.cv_lines.texts import said, trimmed
from jobmatch_desktop.formats.cv_lines.work import dated, text_of
from jobmatch_desktop.formats.listed import split_outside_parentheses

_KEYWORDS = re.compile(
    r"(?i)^(?:keywords|technologies(?: used)?|tech(?: stack)?|stack|tools|built with|environment|mots[- ]cl[ée]s|outils|"
    r"environnement(?: technique)?)\s*:\s*(.+)$"
)
_URL = re.compile(r"(?i)(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|fr|app|me)(?:/\S*)?")
_LINK_WORDS = re.compile(r"(?i)^(?:link|lien|demo|code|github|website|source|repo|view)$")


def projects_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """JSON Resume's `projects` with `Said` as leaves."""
    return [_project(block) for block in blocks]


def _project(block: Block) -> dict[str, Any]:
    head = head_of(block.head)
    item: dict[str, Any] = {}
    texts = [text for row in head.texts for text in row]
    rest: list[Said] = []
    for number, text in enumerate(texts):
        if url := _URL.search(text.text):
            item.setdefault("url", said(url[0], text.words))
            left = trimmed(text.text.replace(url[0], ""))
            if not left:
                continue
            text = said(left, text.words)
        if number == 0:
            name, others = _name(text)
            item["name"] = name
            rest.extend(others)
        elif not _LINK_WORDS.fullmatch(text.text):
            rest.append(text)
    prose, bullets = text_of(paragraphs_of(block.body))
    keywords: list[Said] = []
    description: list[Said] = []
    for text in (*rest, *head.prose, *prose):
        if listed := _KEYWORDS.match(text.text):
            keywords.extend(said(part, text.words) for part in split_outside_parentheses(listed[1]))
        else:
            description.append(text)
    item.update(
        dated(head),
        description=[*description, *([head.place] if head.place else [])],
        highlights=bullets,
        keywords=keywords,
    )
    return item


def _name(text: Said) -> tuple[Said, list[Said]]:
    """The name before the first separator; what follows describes it."""
    colon = re.match(r"([^:]{2,60}):\s+(.+)", text.text)
    if colon:
        return said(colon[1], text.words), [said(colon[2], text.words)]
    for separator in SEPARATORS[:3]:
        pieces = [piece for piece in separator.split(text.text) if trimmed(piece)]
        if len(pieces) > 1:
            others = [said(piece, text.words) for piece in pieces[1:]]
            return said(pieces[0], text.words), [piece for piece in others if not _LINK_WORDS.fullmatch(piece.text)]
    return text, []
