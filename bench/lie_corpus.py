"""The corpus of lies (bench/lies/): invented persons, true rewordings of their facts, and lies planted in others.

`open/` is for looking into while grounding is made better, `held/` for the final measure alone. A person is `NAME.resume.json`
(JSON Resume) and `NAME.txt`: an offer, a line of `=`, then a sentence a line: `+ ` true, `- ` with lies in double brackets
(`[[kind:words]]`). `+fr ` and `-en ` tell a language other than that of the person's facts.
"""

import json
import re
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.language import language_of_profile
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.formats.readers.json_resume import read_profile

FOLDER = Path(__file__).parent / "lies"
TODAY = "2026-11-25"
PARTS = ("open", "held")

_LIE = re.compile(r"\[\[(\w+):(.+?)\]\]")
_SENTENCE = re.compile(r"([+-])(fr|en)? (.+)")


class Lie(msgspec.Struct, frozen=True):
    """Words of a sentence that no fact has, by their place in it (code points)."""

    start: int
    end: int
    kind: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, or some lines of CV Markdown; true where it has no lies. `source` is `hand` or `rule`."""

    text: str
    language: str
    lies: tuple[Lie, ...]
    source: str


class Person(msgspec.Struct, frozen=True):
    """An invented person with an offer that tempts to lie."""

    name: str
    profile: Profile
    facts: tuple[Fact, ...]
    language: str
    offer: Offer
    sentences: tuple[Sentence, ...]


def persons(part: str) -> tuple[Person, ...]:
    """The persons of a part, with the sentences written by hand."""
    return tuple(_person(path) for path in sorted((FOLDER / part).glob("*.resume.json")))


def marked_sentence(text: str, language: str, source: str) -> Sentence:
    """A sentence with its lies in double brackets, read."""
    lies: list[Lie] = []
    plain, place = "", 0
    for found in _LIE.finditer(text):
        plain += text[place : found.start()]
        lies.append(Lie(len(plain), len(plain) + len(found[2]), found[1]))
        plain += found[2]
        place = found.end()
    return Sentence(plain + text[place:], language, tuple(lies), source)


def inventions() -> dict[str, dict[str, dict[str, list[str]]]]:
    """What is invented by rules, in English and French, and the sentences it is put into."""
    read: dict[str, dict[str, dict[str, list[str]]]] = json.loads((FOLDER / "inventions.json").read_text("utf-8"))
    return read


def _person(path: Path) -> Person:
    profile = read_profile(path.read_bytes())
    name = path.name.removesuffix(".resume.json")
    offer, _, lines = path.with_name(f"{name}.txt").read_text("utf-8").partition("\n=====\n")
    language = language_of_profile(profile)
    sentences: list[Sentence] = []
    for line in lines.splitlines():
        found = _SENTENCE.fullmatch(line)
        assert found is not None, f"{name}: {line}"
        sentence = marked_sentence(found[3], found[2] or language, "hand")
        assert bool(sentence.lies) is (found[1] == "-"), f"{name}: {line}"
        sentences.append(sentence)
    return Person(name, profile, facts(profile), language, read_offer(offer), tuple(sentences))
