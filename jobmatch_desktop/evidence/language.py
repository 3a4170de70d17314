"""Which language a text is in, by its script and its commonest words (resources/lexicon/languages.json)."""

import functools
import re
from collections import Counter

import msgspec

from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.resources import resource

_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)*")
# Enough to tell a language; more only takes longer.
_CHARACTERS_READ = 6_000
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of the text is in; `""` where too few words tell. Pure, any thread."""
    text = text[:_CHARACTERS_READ]
    for code, script in () if text.isascii() else _SCRIPTS:
        # One such character says as much as a short word of letters does.
        if len(script.findall(text)) * 3 > sum(character.isalpha() for character in text):
            return code
    words = Counter(_WORD.findall(text.casefold()))
    scores = {code: sum(words[word] for word in known) for code, known in _common_words().items()}
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best < 1 or best == second:
        return ""
    return max(scores, key=scores.__getitem__)


def language_of_profile(profile: Profile) -> str:
    """ISO 639-1 code of the language that the lines of a profile are in; `""` where they do not tell."""
    lines = [profile.basics.summary]
    for job in (*profile.work, *profile.volunteer):
        lines += [job.summary, *job.highlights]
    for project in profile.projects:
        lines += [project.description, *project.highlights]
    return language_of("\n".join(lines))


@functools.cache
def _common_words() -> dict[str, frozenset[str]]:
    return msgspec.json.decode(resource("lexicon/languages.json").read_bytes(), type=dict[str, frozenset[str]])
