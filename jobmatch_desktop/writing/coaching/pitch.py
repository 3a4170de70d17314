"""A pitch put together by rules: the person's words and facts of the profile, no others."""

import re
from collections.abc import Mapping

from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.writing.coaching.questions import coach_words
from jobmatch_desktop.writing.digest import one_line

WORDS_A_MINUTE = 150
"""Of clear speech: the pace that audio books are read at, 150 to 160 (Wikipedia, "Words per minute")."""

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LAST_STOP = (".", "!", "?", "…")


def words_within(seconds: int) -> int:
    """How many words are said in so many seconds."""
    return seconds * WORDS_A_MINUTE // 60


def seconds_of(text: str) -> int:
    """How long a text takes to say, in seconds, rounded up."""
    return -(-len(text.split()) * 60 // WORDS_A_MINUTE)


def compose_pitch(language: str, seconds: int, answers: Mapping[str, str], profile: Profile) -> str:
    """The answers, by key of the guided questions, as one spoken text of at most so many seconds.

    Whole sentences go in, in the order of the questions; of what does not fit, the last ones of the longest answers go first.
    Where the person has not said who they are, the profile's label and summary do. Empty where there is nothing to say.
    """
    said = {key: answers.get(key, "").strip() for key in coach_words(language).pitch_order}
    if not said["who"]:
        said["who"] = profile.basics.summary or profile.basics.label
    sentences = [_sentences(text) for text in said.values() if text]
    room = words_within(seconds)
    while sum(len(one.split()) for part in sentences for one in part) > room:
        longest = max(sentences, key=lambda part: (len(part) > 1, sum(len(one.split()) for one in part)))
        longest.pop()
        sentences = [part for part in sentences if part]
    return " ".join(one for part in sentences for one in part)


def _sentences(text: str) -> list[str]:
    """The sentences of an answer, each beginning with a capital and ending with a stop."""
    found = [one for line in text.splitlines() for one in _SENTENCE.split(one_line(line, len(line) + 1)) if one]
    return [one[0].upper() + one[1:] + ("" if one.endswith(_LAST_STOP) else ".") for one in found]
