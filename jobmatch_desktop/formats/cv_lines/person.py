"""The person: name, label, how to reach them, where they live, out of the lines before the sections and those under "Contact"."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.contact_details import location_of, networks
from jobmatch_desktop.formats.cv_lines.blocks import unwrapped
from jobmatch_desktop.formats.cv_lines.headings import is_known_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Said, Word
from jobmatch_desktop.formats.cv_lines.texts import joined, said, trimmed
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    folded,
    is_language,
    is_place,
    organisation_score,
    title_score,
    tokens,
)
from jobmatch_desktop.formats.written_dates import dates_in

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/.])(?:\+\s?\d|\(\+?\d|\d)[\d\s().\-–/]{5,}\d(?![\w/])")
_URL = re.compile(
    r"(?i)(?:https?://|www\.)[^\s|•]+|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|info|app|eu|fr|de|uk|ch|be|ca|us|it|es|nl|tech|site|page|co)(?:/[^\s|•]*)?(?![\w@])"
)
_LABEL = re.compile(
    r"(?i)^\W*(?:e-?mails?|courriel|mails?|mailto|phones?|mobile|cell|tel|tél|téléphone|telephone|portable|website|web|homepage|site|portfolio|blog|"
    r"address|adresse|location|lieu|ville|city|based in|lives in|contact|linkedin|github|gitlab|[MTEPA])\s*\.?\s*(?::\s*|(?=[/@+(\d]))"
)
_NETWORK = re.compile(
    r"(?i)\b(linkedin|github|gitlab|twitter|stack ?overflow|medium|xing|viadeo|malt|behance|dribbble|youtube|kaggle|orcid|facebook|"
    r"quora|instagram|leetcode)\b\s*(?::/?/?|/in/|@|\s)?\s*(@?[\w./-]+)?"
)
# Any sign that stands alone between spaces parts a line of contacts.
_SEPARATORS = re.compile(r"\s*[|•‖]\s*|\s+[–—]\s+|\s+[^\w\s@.,;:()'’\"&+#-]\s+")
_SIGN_BEFORE = re.compile(r"^[^\w\s(+“\"«]\s*")
_STREET = re.compile(
    r"(?i)\w*stra(?:ß|ss)e\b|\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|ln\.?|drive|dr\.?|boulevard|blvd\.?|bd|way|court|ct\.?|square|rue|allée|chemin|impasse|"
    r"place|quai|cours|route|weg|platz|apt\.?|suite)\b"
)
# A town and its region that no table has.
_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ\w][\w'’-]+){0,3},\s*[A-ZÀ-Þ][\w'’-]+(?:[ -][\w'’-]+){0,2}")
_NOT_NAMES = frozenset(
    ("curriculum", "vitae", "resume", "cv", "page", "updated", "profile", "portfolio", "confidential")
)
_NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?:\s+(?:\([^\W\d_][\w.'’ -]*\)|[“\"][^\W\d_][\w.'’ -]*[”\"]|[^\W\d_][\w.'’-]*)){0,5}"
    r"(?:,\s*(?:PhD|Ph\.D\.|MBA|MD|Jr\.?|Sr\.?|PMP|CPA|RN|PE))*"
)
_LONGEST_LABEL = 100
_MOST_OF = 0.8
_MOST_WORDS_OF_LINK = 4


class Person(msgspec.Struct):
    """`basics` with `Said` as leaves, the prose that stood with it, and lines that are nothing of the person's."""

    basics: dict[str, Any]
    prose: list[Said]
    left: list[Line]


def person_of(opening: Sequence[Line], contact: Sequence[Line], every: Sequence[Line]) -> Person:
    """`opening`: lines before any section; `contact`: those under a title such as "Contact"; `every`: the whole document."""
    person = Person({}, [], [])
    rests = [(line, _reached(line, person.basics)) for line in (*unwrapped(opening, full_lines=False), *contact)]
    name = _name([(line, piece) for line, pieces in rests for piece in pieces], person.basics, set(map(id, contact)))
    if name:
        person.basics["name"] = name
    used = set(name.words) if name else set()
    remaining = [(line, [piece for piece in pieces if not used & set(piece.words)]) for line, pieces in rests]
    _place_and_label(remaining, person, set(map(id, contact)))
    _elsewhere(person.basics, every)
    return person


def _reached(line: Line, basics: dict[str, Any]) -> list[Said]:
    """Puts what the line says of reaching the person into `basics` and gives its other pieces."""
    rest: list[Said] = []
    for cell in line.cells:
        text = " ".join(word.text for word in cell)
        for piece in _SEPARATORS.split(text):
            if trimmed(piece):
                rest.extend(piece for piece in _one_piece(piece, cell, basics) if not _links(piece, basics))
    return rest


def _links(piece: Said, basics: dict[str, Any]) -> bool:
    """Whether a piece is a link whose address its words do not show, such as "LinkedIn"; it is in `basics` then."""
    urls = {word.url for word in piece.words}
    if len(urls) != 1 or len(piece.words) > _MOST_WORDS_OF_LINK:
        return False
    url = urls.pop()
    if url.startswith("mailto:") and (email := _EMAIL.search(url)):
        _put(basics, "email", msgspec.structs.replace(piece, text=email[0]))
    elif url.startswith(("http://", "https://")):
        known = _URL.search(url) is not None
        if known:
            _put_url(basics, url, piece.words, piece.text)
        return known
    return url.startswith("mailto:")


def _one_piece(piece: str, cell: Sequence[Word], basics: dict[str, Any]) -> list[Said]:
    if email := _EMAIL.search(piece):
        _put(basics, "email", said(email[0].strip("."), cell, 0.97))
        return (
            _one_piece(piece[: email.start()] + " " + piece[email.end() :], cell, basics)
            if _matters(piece, email)
            else []
        )
    if (phone := _PHONE.search(piece)) and 7 <= sum(map(str.isdigit, phone[0])) <= 15 and not dates_in(phone[0]):
        _put(basics, "phone", said(_whole_phone(phone[0]), cell, 0.95))
        return (
            _one_piece(piece[: phone.start()] + " " + piece[phone.end() :], cell, basics)
            if _matters(piece, phone)
            else []
        )
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
    bare = _SIGN_BEFORE.sub("", trimmed(_LABEL.sub("", piece)))
    if not bare or len(bare) < 2:
        return []
    labelled = _LABEL.match(piece)
    if labelled and re.match(r"(?i)\W*(?:address|adresse|location|lieu|ville|city|based in|lives in)", piece):
        _put_place(basics, bare, cell)
        return []
    commas = [part.strip() for part in re.split(r",\s+", piece)]
    if len(commas) > 1 and any(_EMAIL.search(part) for part in commas):
        return [found for part in commas for found in _one_piece(part, cell, basics)]
    return [said(bare, cell)]


def _network(word: str, cell: Sequence[Word]) -> Said:
    known = next(
        (name for name in networks().values() if folded(name).replace(" ", "") == folded(word).replace(" ", "")), word
    )
    return msgspec.structs.replace(said(word, cell), text=known)


def _matters(piece: str, found: re.Match[str]) -> bool:
    """Whether something stands beside what was found, other than a label of it."""
    rest = trimmed(f"{piece[: found.start()]} {piece[found.end() :]}".strip())
    return (
        len(rest) > 1
        and bool(trimmed(_LABEL.sub("", rest + ":")))
        and not re.fullmatch(r"(?i)[a-zéè. -]{1,12}:?", rest)
    ) or bool(_EMAIL.search(rest) or _PHONE.search(rest) or _URL.search(rest))


def _whole_phone(text: str) -> str:
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


def _put_place(basics: dict[str, Any], text: str, cell: Sequence[Word], confidence: float = 0.9) -> None:
    if "location" not in basics:
        basics["location"] = {
            key: msgspec.structs.replace(said(text, cell, confidence), text=value)
            for key, value in location_of(text).items()
        }


def _name(pieces: Sequence[tuple[Line, Said]], basics: dict[str, Any], contact: set[int]) -> Said | None:
    """The piece that reads most like a name: by its words, its size and place, and the e-mail address."""
    local = folded(basics["email"].text.partition("@")[0]) if "email" in basics else ""
    pieces = _halves_joined(pieces)
    largest = max((max(word.style.size for word in piece.words) for _, piece in pieces if piece.words), default=1.0)
    best: tuple[float, Said] | None = None
    for place, (line, piece) in enumerate(pieces):
        score = _name_score(piece, local)
        if score is None:
            continue
        size = max((word.style.size for word in piece.words), default=largest)
        score += 1.5 * size / largest - 0.15 * min(place, 10) - (1.0 if id(line) in contact else 0.0) - 0.5 * line.page
        if best is None or score > best[0]:
            best = score, piece
    if best is None or best[0] < 0.6:
        return None
    return msgspec.structs.replace(best[1], confidence=0.95 if best[0] > 2.5 else 0.7)


def _halves_joined(pieces: Sequence[tuple[Line, Said]]) -> list[tuple[Line, Said]]:
    """First and family name on lines of their own, in one piece."""
    found: list[tuple[Line, Said]] = []
    for line, piece in pieces:
        if found and piece.words and found[-1][1].words:
            before, last = found[-1]
            sizes = (last.words[-1].style.size, piece.words[0].style.size)
            short = (
                len(last.text.split()) <= 2 and len(piece.text.split()) <= 2 and len(last.words) + len(piece.words) <= 4
            )
            if (
                before is not line
                and short
                and abs(sizes[0] - sizes[1]) < 0.6
                and sizes[0] >= 17
                and _name_score(last, "") is not None
                and _name_score(piece, "") is not None
            ):
                found[-1] = (before, Said(f"{last.text} {piece.text}", (*last.words, *piece.words), last.confidence))
                continue
        found.append((line, piece))
    return found


def _name_score(piece: Said, local: str) -> float | None:
    """How much a piece reads like a name; None where it cannot be one."""
    text = piece.text
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 50 or not _NAME.fullmatch(text):
        return None
    low = [folded(word.strip(".,()")) for word in words]
    if any(word in _NOT_NAMES for word in low) or (is_known_heading(text) and len(words) < 3):
        return None
    if is_language(text) or (is_place(text) and "," in text):
        return None
    score = -0.8 if is_place(text) else 0.0
    capitalised = sum(
        word[:1].isupper()
        or word.casefold() in ("de", "van", "von", "der", "la", "le", "du", "di", "da", "el", "al", "bin", "y")
        for word in words
    )
    score += 0.6 if capitalised == len(words) else -1.2
    score += 0.5 if 2 <= len(words) <= 4 else -0.4
    score -= 0.9 * title_score(text) + 0.6 * organisation_score(text)
    if local:
        parts = [word for word in low if len(word) > 2]
        score += 1.8 if any(word in local for word in parts) else 0.0
    return score


def _place_and_label(remaining: Sequence[tuple[Line, list[Said]]], person: Person, contact: set[int]) -> None:
    """The pieces that tell no way to reach the person: a place, a label under the name, prose; others are left."""
    prose: list[Line] = []
    titled = next(
        (line for line, pieces in remaining if id(line) not in contact and _names_a_post(pieces, line.text)), None
    )
    for place, (line, pieces) in enumerate(remaining):
        following = remaining[place + 1][0] if place + 1 < len(remaining) else None
        wraps = (
            following is not None
            and line.wide
            and not following.marked
            and following.text[:1].islower()
            and following.column == line.column
            and "@" not in following.text
        )
        left: list[Said] = []
        for piece in pieces:
            street = _STREET.search(piece.text) and any(map(str.isdigit, piece.text))
            sure = is_place(piece.text)
            if (
                "location" not in person.basics
                and (sure or street or _TOWN.fullmatch(piece.text))
                and len(piece.text) < 90
            ):
                _put_place(person.basics, piece.text, piece.words, 0.9 if sure else 0.7)
            else:
                left.append(piece)
        if not left:
            continue
        whole = sum(len(piece.text) for piece in left) >= _MOST_OF * len(line.text)
        text = line.text
        if id(line) in contact:
            person.left.append(line)
        elif "label" not in person.basics and line is (titled or line) and not wraps and _reads_like_label(left, text):
            person.basics["label"] = _label(left, line)
        elif (whole and (len(text) > 60 or prose or wraps) and len(line.cells) == 1) or (
            "label" in person.basics and prose
        ):
            prose.append(line)
        else:
            person.left.append(line)
    if prose:
        if len(joined(prose).text.split()) >= 8:
            person.prose.append(joined(prose, 0.6))
        else:
            person.left.extend(prose)


def _names_a_post(pieces: Sequence[Said], text: str) -> bool:
    return _reads_like_label(pieces, text) and any(
        title_score(piece.text) > 0 and len(piece.text) < 60 for piece in pieces
    )


def _reads_like_label(pieces: Sequence[Said], text: str) -> bool:
    if len(text) > _LONGEST_LABEL or text.rstrip().endswith((".", "”", "!")) or dates_in(text):
        return False
    return any(title_score(piece.text) > 0 for piece in pieces) or (
        len(pieces) == 1 and len(text) < 60 and 1 < len(tokens(text)) <= 8
    )


def _label(pieces: Sequence[Said], line: Line) -> Said:
    words = [word for piece in pieces for word in piece.words]
    sure = 0.85 if any(title_score(piece.text) > 0 for piece in pieces) else 0.55
    return Said(" · ".join(piece.text for piece in pieces), tuple(dict.fromkeys(words)), sure)


def _elsewhere(basics: dict[str, Any], every: Iterable[Line]) -> None:
    """An e-mail address and a telephone number that stand anywhere else, such as at the page's foot."""
    for line in every:
        if "email" not in basics and (found := _EMAIL.search(line.text)):
            basics["email"] = said(found[0].strip("."), line.words, 0.7)
        if "phone" not in basics and len(line.words) <= 12 and not line.marked:
            phone = _PHONE.search(line.text)
            if phone and 9 <= sum(map(str.isdigit, phone[0])) <= 15 and not dates_in(phone[0]):
                basics["phone"] = said(_whole_phone(phone[0]), line.words, 0.6)
