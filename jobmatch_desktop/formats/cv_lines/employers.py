"""What the entries of a section tell about each other's employers: several posts with one, and where its place stands."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.heads import SEPARATORS, Head, is_within
from jobmatch_desktop.formats.cv_lines.line import Said
from jobmatch_desktop.formats.cv_lines.texts import said
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    degree_score,
    is_place,
    organisation_score,
    school_score,
    title_score,
)

_TAIL = re.compile(r"(.{2,}?)(?:,\s+|\s+[–—/]\s+|\s*\()([A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2})\)?")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:[ ,-]+[\w'’-]+){0,3}")
_IN_PLACE = re.compile(r"(.{2,}?)\s+(?:à|in)\s+([A-ZÀ-Þ].*)")

_Look = tuple[float, bool, bool]


class Looks(msgspec.Struct):
    """How employers and posts look so far in a section where both have lines of their own."""

    employers: set[_Look] = msgspec.field(default_factory=set)
    posts: set[_Look] = msgspec.field(default_factory=set)

    def is_further_post(self, title: Said | None, company: Said | None) -> bool:
        """Whether what was taken for an employer has not its look, below a post that has a post's: it is one with the employer before."""
        if title is None or company is None or not title.words or not company.words or title_score(title.text) == 0:
            return False
        post, employer = _look(title), _look(company)
        return (
            post in self.posts
            and employer not in self.employers
            and self.employers.isdisjoint(self.posts)
            and organisation_score(company.text) == 0
            and _below(title, company)
        )

    def note(self, title: Said | None, company: Said | None) -> None:
        """Remembers the looks of an entry that has both, on lines of their own."""
        if title is not None and company is not None and title.words and company.words and _below(company, title):
            self.posts.add(_look(title))
            self.employers.add(_look(company))


def _look(text: Said) -> _Look:
    style = text.words[0].style
    return (style.size, style.bold, style.italic)


def _below(above: Said, text: Said) -> bool:
    one, two = above.words[0].box, text.words[0].box
    return one is not None and two is not None and (two.page, two.top) > (one.page, one.bottom - 1)


def without_umbrellas(items: list[dict[str, Any]], organisation: str) -> list[dict[str, Any]]:
    """An employer with its whole time, then its posts: the first is no post of its own."""
    kept: list[dict[str, Any]] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        bare = item.get("position") is None and not item["highlights"] and not item["summary"]
        if bare and following and item.get(organisation) and following.get("position") is not None:
            inherited = following.get(organisation)
            if inherited is None or inherited.text == item[organisation].text:
                if following.get("location") is None:
                    following["location"] = item["location"]
                following[organisation] = item[organisation]
                continue
        kept.append(item)
    return kept


def with_places_alike(items: Sequence[dict[str, Any]], organisation: str) -> list[dict[str, Any]]:
    """The places of employers whose town no table knows, where the others have theirs right after the employer's name."""
    beside = sum(_follows(item.get(organisation), item.get("location")) for item in items)
    tails = sum(bool(item.get(organisation) and _TAIL.fullmatch(item[organisation].text)) for item in items)
    alike = all(
        item.get("location") or (item.get(organisation) and _TAIL.fullmatch(item[organisation].text)) for item in items
    )
    if beside < max(2, len(items) / 2) and not (alike and (beside or tails > 1)):
        return list(items)
    found: list[dict[str, Any]] = []
    for item in items:
        name: Said | None = item.get(organisation)
        tail = _TAIL.fullmatch(name.text) if name is not None and item.get("location") is None else None
        if name is not None and tail and not _names_something(tail[2]):
            item = {
                **item,
                organisation: said(tail[1], name.words, name.confidence),
                "location": said(tail[2], name.words, 0.6),
            }
        found.append(item)
    return found


def _names_something(text: str) -> bool:
    return any(score(text) > 0 for score in (organisation_score, title_score, school_score, degree_score))


def _follows(name: Said | None, place: Said | None) -> bool:
    if name is None or place is None or not name.words or not place.words:
        return False
    one, two = name.words[-1].box, place.words[0].box
    if one is None or two is None:
        return True
    return (
        one.page == two.page
        and abs(one.bottom - two.bottom) < 1
        and 0 <= two.left - one.right < 1.2 * name.words[-1].style.size
    )


def spans_next(heads: Sequence[Head], place: int) -> bool:
    """Whether a head of one line that names no post holds the time of the next, which names one and no more."""
    head, following = heads[place], heads[place + 1] if place + 1 < len(heads) else None
    if following is None or len(head.texts) != 1 or any(title_score(text.text) > 0 for text in head.texts[0]):
        return False
    post = only_text(following)
    named = post is not None and title_score(post.text) > 0
    return named and is_within(following, head) and looks_otherwise(following, head)


def looks_otherwise(head: Head, other: Head) -> bool:
    """Whether the first texts of two heads have other looks."""
    one, two = ([_look(text) for texts in found.texts for text in texts if text.words][:1] for found in (head, other))
    return one != two


def only_text(head: Head) -> Said | None:
    """The text of a head that has one and no more, and names no organisation."""
    texts = [text for texts in head.texts for text in texts]
    return texts[0] if len(texts) == 1 and organisation_score(texts[0].text) == 0 else None


def with_place(company: Said | None, place: Said | None) -> tuple[Said | None, Said | None]:
    """`Boiron | Messimy`: what a bar or a dot parts from an employer, and names nothing else, is its place."""
    if company is None or place is not None:
        return company, place
    for separator in SEPARATORS[:2]:
        name, *rest = [piece for piece in separator.split(company.text) if piece.strip()] or [""]
        if len(rest) == 1 and _PLACE.fullmatch(rest[0]) and title_score(rest[0]) == organisation_score(rest[0]) == 0:
            return said(name, company.words, company.confidence), said(rest[0], company.words, 0.6)
    found = _IN_PLACE.fullmatch(company.text)
    if found and is_place(found[2]):
        return said(found[1], company.words, company.confidence), said(found[2], company.words, 0.8)
    return company, None
