"""Which words of a text are looked up, and which names are known without a dictionary. Pure; takes time in proportion to the text."""

import re
from collections.abc import Collection, Iterator

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’‑-](?:{_LETTER})+)*")
# In one piece with what stands about them, so that no part of an address, a file's name or `C++17` is looked up.
# In one piece with what stands about them, so that no part of an address, a file's name or `C++17` is looked up. Each begins where
# nothing of its kind stands before, or it would be looked for from every letter of a long word again.
_APART = re.compile(
    r"\]\([^\s()]*\)"  # a link's address; its words are looked up
    r"|(?<![\w+.-])[a-zA-Z][\w+.-]*://\S*"
    r"|(?<!\w)www\.\S*"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+"
    r"|(?<!\w)[@#/\\~]\w[\w./\\-]*"
    r"|(?<!\w)\w+(?:[.\\]\w+)+"
    r"|(?<!\w)\w*[\d_][\w.,'’-]*"
)
_CASES = re.compile(r"[A-ZÀ-ÖØ-Þ].*[A-ZÀ-ÖØ-Þ]")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=.)'s?$", re.IGNORECASE)


LONGEST = 80
"""Letters of a word that is looked up: what is longer is none."""


class SpelledWord(msgspec.Struct, frozen=True):
    """A word of a text at `[start, end)` in code points, as it is looked up: with `'` for every apostrophe."""

    start: int
    end: int
    word: str


def checkable(text: str, language: str) -> Iterator[SpelledWord]:
    """The words to look up, in order. Left out: marks of CV Markdown, addresses, e-mails, whatever holds a digit, single letters, words
    in capitals or with capitals inside (`SQL`, `GitHub`); of French, what is elided before a word (`l'`)."""
    position = 0
    for apart in [*_APART.finditer(text), None]:
        end = apart.start() if apart else len(text)
        for found in _WORD.finditer(text, position, end):
            if len(found[0]) > LONGEST:
                continue
            word, start = found[0].replace("’", "'").replace("‑", "-"), found.start()
            if language == "fr":
                while elided := _ELIDED.match(word):
                    if word.casefold() in ("aujourd'hui", "quelqu'un"):
                        break
                    word, start = word[elided.end() :], start + elided.end()
            if len(word) > 1 and not _CASES.search(word):
                yield SpelledWord(start, found.end(), word)
        position = apart.end() if apart else end


def forms(word: str, language: str) -> tuple[str, ...]:
    """The word, and those that it may be written for: it is right if any of them is."""
    plain = _POSSESSIVE.sub("", word) if language == "en" else word
    return (word,) if plain == word else (word, plain)


def parts(word: str) -> tuple[str, ...]:
    """The words between hyphens, of which each may be right by itself; none where there is no hyphen."""
    return tuple(part for part in word.split("-") if len(part) > 1) if "-" in word else ()


def known_names(profile: Profile, offer: Offer | None = None) -> frozenset[str]:
    """The words, folded, of the names in a profile and an offer: people, places, organisations, posts, skills, languages. They are right
    however they are cased; what is prose in either is looked up as everything else is."""
    basics = profile.basics
    names = [basics.name, basics.label, basics.city, basics.region, basics.country, basics.address]
    for job in (*profile.work, *profile.volunteer):
        names += [job.organisation, job.place, job.position]
    names += [study.institution for study in profile.education]
    for project in profile.projects:
        names += [project.name, project.entity]
    for skill in profile.skills:
        names += [skill.name, *skill.keywords]
    names += [language.language for language in profile.languages]
    for certificate in profile.certificates:
        names += [certificate.name, certificate.issuer]
    names += [reference.name for reference in profile.references]
    if offer is not None:
        names += [offer.company, offer.place, offer.title]
    words = {folded(found[0]) for name in names for found in _WORD.finditer(name)}
    return frozenset(words.union(*map(parts, words)))


def folded(word: str) -> str:
    """A word as known ones are kept and compared."""
    return word.replace("’", "'").replace("‑", "-").casefold()


def is_known(word: str, known: Collection[str]) -> bool:
    """Whether a word, as `checkable` gives it, or each of its parts is among `known`, which are folded."""
    whole = folded(word)
    return (
        whole in known
        or _POSSESSIVE.sub("", whole) in known
        or (bool(parts(whole)) and all(part in known for part in parts(whole)))
    )
