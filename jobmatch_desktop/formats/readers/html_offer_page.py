"""What is read of an offer's file or page, before it is understood. Imports nothing heavy: the window decodes it."""

import re
from pathlib import PurePath

import msgspec

MOST_BYTES = 20_000_000
"""Bytes of an offer's file that are read."""

_PAGES = (".html", ".htm", ".xhtml")
_LOOKS = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]|<(?:div|p|ul|h1|table|section)[\s>]", re.I)


class Posting(msgspec.Struct, frozen=True):
    """A posting; empty where it does not say. `text` is the whole as a person would read it, with title, employer, place, contract
    and salary before the description; `told` is the length of the description alone."""

    text: str
    title: str = ""
    company: str = ""
    place: str = ""
    deadline: str = ""
    contract: str = ""
    salary: str = ""
    told: int = 0


class OfferPage(msgspec.Struct, frozen=True):
    """`text` is what is seen of the page, without what stands around an offer (menus, footers); `hidden` are passages that are not
    seen and were left out. `asks_to_log_in` tells that there is a field for a password and little else, `scripted` that there is
    next to no text without scripts."""

    text: str
    postings: tuple[Posting, ...] = ()
    hidden: tuple[str, ...] = ()
    asks_to_log_in: bool = False
    scripted: bool = False


def is_page(name: str, data: bytes) -> bool:
    """Whether a file, of any encoding, is named as a page (HTML) or begins as one does."""
    return PurePath(name).suffix.casefold() in _PAGES or bool(_LOOKS.search(data[:8_192].replace(b"\0", b"")))


def is_packed(data: bytes) -> bool:
    """Whether a file is a PDF, which may have up to a kilobyte of something else before it, or packed, as a Word document is."""
    return b"%PDF-" in data[:1024] or data.startswith(b"PK")
