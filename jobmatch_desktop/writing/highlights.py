"""How a line of a profile goes into a sentence of a letter: woven after "I", listed, or quoted as it stands."""

import enum
import re

import msgspec

from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.writing.sentences import clean, sentences
from jobmatch_desktop.writing.wording import Openings, openings

MOST_WORDS = 45
"""The longest line that a letter takes; a longer one is in the CV."""

_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=[\s,])")
_EN_NOUN = re.compile(r"[A-Z][a-z]+(?:tion|sion|ment|ance|ence|ship)\s(?:of|and|with)\b")
_FR_NOUN = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]*(?:tion|sion|ment|age|ance|ence|ise|yse|ure|ien|ite|eil|ui|isie|enue|pport)s?\s"
    r"(?:[a-zà-ÿ]+(?:el|elle|que|al|ale|ble|if|ive|ier|ière|é|ée)s?\s)?(?:de|d[’']|du|des|et|en|à|au|aux|auprès|avec|pour|sur|chez|dans|vers)"
)
_FR_INFINITIVE = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:er|ir|re)\s(?:le|la|les|l[’']|un|une|des|de|du|d[’']|à|au|aux|en|avec)\b"
)
_OF = re.compile(r"\s(?:of|for|and|to)\b|,")
_NAMES_AFTER = frozenset({"awarded", "named", "elected", "voted", "ranked", "nominated"})


class Form(enum.IntEnum):
    """How a line is used, the best first."""

    WOVEN = 0
    LISTED = 1
    QUOTED = 2


class Line(msgspec.Struct, frozen=True):
    """A line ready for a sentence: no stop at its end; its first letter is small unless it is quoted.

    `was` says that "I was" goes before it, else "I". `language` is that of its words, `""` where unknown.
    """

    text: str
    form: Form
    language: str
    was: bool = False


def line_of(text: str, language: str, usual_language: str, goes_on: bool = False) -> Line | None:
    """The first sentence of a highlight as it goes into a letter in `language`; None where it is empty or too long.

    `usual_language` is that of the profile's other lines. Where what it tells of `goes_on`, "Provide care" goes after "I"
    as "Provided care" does.
    """
    first = next(iter(sentences(text)), "")
    stripped = clean(first).rstrip(" .;,:!")
    if not stripped or len(stripped.split()) > MOST_WORDS or stripped.count("(") != stripped.count(")"):
        return None
    own = language_of(stripped) or usual_language
    if own not in ("", language) or stripped.isupper():
        return Line(stripped, Form.QUOTED, own)
    stripped_of_i = re.sub(r"^(?:I\s|J[’']ai\s)(?=[^\W\d_])", "", stripped)
    opening = _FIRST_WORD.match(stripped_of_i)
    if opening is None:
        return Line(stripped, Form.QUOTED, own)
    if language == "en" and stripped_of_i != stripped:
        return Line(stripped_of_i, Form.WOVEN, own)
    words = openings(language)
    small = stripped_of_i[0].lower() + stripped_of_i[1:]
    if (was := _past(stripped_of_i, opening, language, words)) is not None:
        return Line(small, Form.WOVEN, own, was)
    if goes_on and opening[0].casefold() in words.present and not _OF.match(stripped_of_i, opening.end()):
        return Line(small, Form.WOVEN, own)
    if stripped_of_i == stripped and _is_noun(stripped, opening[0], language, words):
        return Line(small, Form.LISTED, own)
    return Line(stripped, Form.QUOTED, own)


def _past(text: str, opening: re.Match[str], language: str, words: Openings) -> bool | None:
    """Whether "I was" rather than "I" goes before a line that begins with a past verb; None for any other line."""
    first = opening[0].casefold()
    rest = text[opening.end() :].lstrip(" ,")
    following = rest.split(" ", 1)[0].casefold().strip(",.;:")
    if first == ("responsible" if language == "en" else "responsable"):
        return True if following in ("for", "de", "du", "des") or following.startswith(("d'", "d’")) else None
    if (
        language == "en"
        and first.endswith("ly")
        and _is_verb(following, language, words)
        and following not in words.passive
    ):
        after = rest.split(" ", 2)[1].casefold() if rest.count(" ") else ""
        return None if after in words.passive_before and following not in words.active_before_any else False
    if first in words.passive:
        named = first in _NAMES_AFTER and (rest[:1].isupper() or rest[:1] in "'\"“‘")
        passive = language == "en" and (named or following in words.passive_before)
        return True if passive else None
    if not _is_verb(first, language, words):
        return None
    if following in words.passive_before and first not in words.active_before_any:
        return None
    return False


def _is_verb(word: str, language: str, words: Openings) -> bool:
    if word in words.not_verbs and word not in words.active_before_any:
        return False
    return word in words.past or word in words.active_before_any or word.endswith("ed" if language == "en" else "é")


def _is_noun(text: str, first: str, language: str, words: Openings) -> bool:
    """Whether a line names an activity: "Managing …", "Development of …", « Mise en place de … », « Rédiger … »."""
    if language == "fr":
        return bool(_FR_NOUN.match(text) or _FR_INFINITIVE.match(text))
    gerund = len(first) > 5 and first.endswith("ing") and first.casefold() not in words.gerund_not
    return gerund or bool(_EN_NOUN.match(text))
