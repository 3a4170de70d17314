"""How to reach a person: e-mail, telephone, pages and networks, out of the pieces of a line."""

import itertools
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.contact_details import location_of, networks
from jobmatch_desktop.formats.cv_lines.line import Line, Said, Word
from jobmatch_desktop.formats.cv_lines.texts import said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import folded, is_place, title_score
from jobmatch_desktop.formats.written_dates import dates_in

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w/.])(?:\+\s?\d|\(\+?\d|\d)[\d\s().\-–/]{5,}\d(?![\w/])")
_URL = re.compile(
    r"(?i)(?:https?://|www\.)[^\s|•]+|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|info|app|eu|fr|de|uk|ch|be|ca|us|it|es|nl|tech|site|page|co)(?:/[^\s|•]*)?(?![\w@])"
)
_LABEL = re.compile(
    r"(?i)^\W*(?:(?:full |last |first )?names?|nom(?: et prénom)?|"
    r"e-?mails?|courriel|mails?|mailto|phones?|mobile|cell|tel|tél|téléphone|telephone|portable|website|web|homepage|site|portfolio|blog|"
    r"address|adresse|location|lieu|ville|city|based in|lives in|contact|linkedin|github|gitlab|[MTEPA])\s*\.?\s*(?::\s*|(?=[/@+(\d]))"
)
_LABEL_AT_END = re.compile(
    r"(?i)(?:^|\s)(?:e-?mails?|courriel|mails?|phones?|mobile|cell|tel|tél|téléphone|telephone|portable|[MTE])\s*\.?\s*:\s*$"
)
_NETWORK = re.compile(
    r"(?i)\b(linkedin|github|gitlab|twitter|stack ?overflow|medium|xing|viadeo|malt|behance|dribbble|youtube|kaggle|orcid|facebook|"
    r"quora|instagram|leetcode)\b\s*(?::/?/?|/in/|@|\s)?\s*(@?[\w./-]+)?"
)
_LIVES = re.compile(
    r"(?i)(?:based|located|living|lives|residing|basée? à|domiciliée? à)\s+(?:in\s+)?(?=[A-ZÀ-Þ])(.{2,60})$"
)
# Any sign that stands alone between spaces parts a line of contacts.
_SEPARATORS = re.compile(
    r"\s*[|•‖]\s*|\s+[–—-]\s+|\s+[^\w\s@.,;:()'’\"&+#-]\s+"
    # So does a full stop, where no short form ends in it.
    r"|(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-Þ+(\d])"
)
_SIGN_BEFORE = re.compile(r"^[^\w\s(+“\"«]\s*")
_MOST_WORDS_OF_LINK = 4
# What Europass says of an address after it.
_KIND_OF_ADDRESS = re.compile(r"(?i)\s*\((?:home|work|domicile|travail|professionnelle?|personnelle?)\)\s*$")


def reached(line: Line, basics: dict[str, Any]) -> list[Said]:
    """Puts what the line says of reaching the person into `basics` and gives its other pieces."""
    rest: list[Said] = []
    for cell in (part for whole in line.cells for part in _by_links(whole)):
        text = " ".join(word.text for word in cell)
        for piece in _SEPARATORS.split(text):
            if trimmed(piece):
                rest.extend(piece for piece in _one_piece(piece, cell, basics) if not _links(piece, basics))
    return rest


def _by_links(cell: Sequence[Word]) -> list[list[Word]]:
    """A cell in parts where one link ends or another begins."""
    return [list(part) for _, part in itertools.groupby(cell, key=lambda word: word.url)]


def _links(piece: Said, basics: dict[str, Any]) -> bool:
    """Whether a piece is a link whose address its words do not show, such as "LinkedIn"; it is in `basics` then."""
    urls = {word.url for word in piece.words}
    if len(urls) != 1 or len(piece.words) > _MOST_WORDS_OF_LINK:
        return False
    url = urls.pop()
    if url.startswith("mailto:") and (email := EMAIL.search(url)):
        _put(basics, "email", msgspec.structs.replace(piece, text=email[0]))
    elif url.startswith(("http://", "https://")):
        known = _URL.search(url) is not None
        if known:
            _put_url(basics, url, piece.words, piece.text)
        return known
    return url.startswith("mailto:")


def _one_piece(piece: str, cell: Sequence[Word], basics: dict[str, Any]) -> list[Said]:
    if email := EMAIL.search(piece):
        _put(basics, "email", said(email[0].strip("."), cell, 0.97))
        return _around(piece, email, cell, basics) if _matters(piece, email) else []
    if (phone := PHONE.search(piece)) and 7 <= sum(map(str.isdigit, phone[0])) <= 15 and not dates_in(phone[0]):
        _put(basics, "phone", said(whole_phone(phone[0]), cell, 0.95))
        return _around(piece, phone, cell, basics) if _matters(piece, phone) else []
    if url := _URL.search(piece):
        _put_url(basics, url[0].rstrip(".,;)"), cell)
        return _one_piece(piece[: url.start()] + " " + piece[url.end() :], cell, basics) if _matters(piece, url) else []
    network = _NETWORK.search(piece)
    if network and len(piece.split()) <= 5:
        username = (network[2] or "").strip("/.:")
        if username.startswith("in/"):
            username = username[3:]
        if username:
            basics.setdefault("profiles", []).append(
                {"network": _network(network[1], cell), "username": said(username.lstrip("@"), cell)}
            )
            return []
    if lives := _LIVES.match(trimmed(piece)):
        put_place(basics, lives[1], cell)
        return []
    bare = _SIGN_BEFORE.sub("", trimmed(_LABEL.sub("", piece)))
    if not bare or len(bare) < 2:
        return []
    labelled = _LABEL.match(piece)
    if labelled and re.match(r"(?i)\W*(?:address|adresse|location|lieu|ville|city|based in|lives in)", piece):
        put_place(basics, bare, cell)
        return []
    commas = [part.strip() for part in re.split(r",\s+", piece)]
    if len(commas) > 1 and any(EMAIL.search(part) for part in commas):
        return [found for part in commas for found in _one_piece(part, cell, basics)]
    return _post_and_place(bare, cell)


def _post_and_place(text: str, cell: Sequence[Word]) -> list[Said]:
    """`Data Engineer, Lyon, France` in two: what somebody is, and where."""
    for comma in re.finditer(r",\s+", text):
        post, place = text[: comma.start()], text[comma.end() :]
        if is_place(place) and title_score(post) > 0:
            return [said(post, cell), said(place, cell)]
    return [said(text, cell)]


def _around(piece: str, found: re.Match[str], cell: Sequence[Word], basics: dict[str, Any]) -> list[Said]:
    """What stands before and after something that was found, without its label."""
    before = _LABEL_AT_END.sub("", piece[: found.start()])
    return [
        said_so
        for part in (before, piece[found.end() :])
        if any(map(str.isalnum, part))
        for said_so in _one_piece(part, cell, basics)
    ]


def _network(word: str, cell: Sequence[Word]) -> Said:
    known = next(
        (name for name in networks().values() if folded(name).replace(" ", "") == folded(word).replace(" ", "")), word
    )
    return msgspec.structs.replace(said(word, cell), text=known)


def _matters(piece: str, found: re.Match[str]) -> bool:
    """Whether something stands beside what was found, other than a label of it."""
    rest = trimmed(f"{piece[: found.start()]} {piece[found.end() :]}".strip())
    return (
        len(rest) > 1 and bool(trimmed(_LABEL.sub("", rest + ":"))) and not re.fullmatch(r"(?i)[a-zéè. -]{1,12}:", rest)
    ) or bool(EMAIL.search(rest) or PHONE.search(rest) or _URL.search(rest))


def whole_phone(text: str) -> str:
    """A telephone number without what only surrounds it."""
    text = text.strip(" .-–/")
    if text.count("(") > text.count(")"):
        text = text.replace("(", "", 1)
    return " ".join(text.split())


def _put(basics: dict[str, Any], key: str, value: Said) -> None:
    """The first of its kind in its place, others beside it."""
    if key not in basics:
        basics[key] = value
    elif basics[key].text.casefold() != value.text.casefold():
        basics.setdefault(f"other{key.capitalize()}s", []).append(value)


def _put_url(basics: dict[str, Any], url: str, cell: Sequence[Word], named: str = "") -> None:
    host = url.split("://", 1)[-1].split("/", 1)[0].lower().removeprefix("www.")
    network = next((name for end, name in networks().items() if host == end or host.endswith(f".{end}")), "")
    network = network or next((name for name in networks().values() if folded(name) == folded(named)), "")
    whole = url if "://" in url else f"https://{url}"
    text = msgspec.structs.replace(said(url, cell, 0.95), text=whole)
    label, colon, username = named.partition(": ")
    if not network and colon:
        # `SoundCloud: dandy`, linked: the words say what the address does not.
        named_in_words = {"network": label.strip(), "username": username.strip(), "url": whole}
        basics.setdefault("profiles", []).append(
            {key: msgspec.structs.replace(text, text=value) for key, value in named_in_words.items()}
        )
        return
    if not network:
        if "url" not in basics:
            basics["url"] = text
        elif basics["url"].text != whole:
            basics.setdefault("profiles", []).append({"url": text})
        return
    path = url.split("://", 1)[-1].rstrip("/").split("/")
    profile = {"network": msgspec.structs.replace(text, text=network), "url": text}
    if len(path) > 1:
        profile["username"] = msgspec.structs.replace(text, text=path[-1])
    basics.setdefault("profiles", []).append(profile)


def put_place(basics: dict[str, Any], text: str, cell: Sequence[Word], confidence: float = 0.9) -> None:
    """Puts the first place into `basics` as JSON Resume's `location`."""
    text = _KIND_OF_ADDRESS.sub("", text)
    if "location" not in basics:
        basics["location"] = {
            key: msgspec.structs.replace(said(text, cell, confidence), text=value)
            for key, value in location_of(text).items()
        }
