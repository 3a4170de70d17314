"""The skills of ESCO, the European Commission's classification: which of its labels stand in a text.

Packed, a list of names is zlib of UTF-8: how many are knowledge, a line; the names, a line each, those that are knowledge first; an
empty line; then the labels that begin with the same two words on one line, `first second<TAB>more words|number<TAB>...`. A label of
one word stands after `=` as it is spelled, where capitals tell, and after `~` folded. So it is read in hundredths of a second, and only
what a text needs is taken apart: the lines of a first word stay one text, 4 MB for all of them in the place of 14. Languages are not among
them.
"""

import functools
import re
import zlib
from collections.abc import Iterable, Sequence

import msgspec

from jobmatch_desktop.evidence.spelling import WORD, folded, singular
from jobmatch_desktop.resources import resource

_LONGEST = 8
_SHORTEST_LETTERS = 3
_TELLING = re.compile(r"(?=.*[A-Z].*[A-Z\d]|.*\d.*[A-Z]|.*[+#])")
_ALIKE = re.compile(r"^([^=~ \n][^ \n]*) .*\n(?:\1 .*\n)*", re.MULTILINE)
"""The lines that begin with the same word."""

_ALONE = re.compile(r"^([=~].*)\t(\d+)$", re.MULTILINE)
"""A line of a label of one word."""


class Concept(msgspec.Struct, frozen=True):
    """A skill of ESCO: the 16 bytes of its id, its name, its other labels, and whether it is knowledge (else something done). In another
    language than English, `preferred` is what it is called there, while it bears its English name."""

    key: bytes
    name: str
    others: tuple[str, ...]
    knowledge: bool
    preferred: str = ""


class Label(msgspec.Struct, frozen=True):
    """A label found: the skill's name, how many words it took, and whether it is knowledge."""

    name: str
    length: int
    knowledge: bool


class Labels(msgspec.Struct, frozen=True, eq=False):
    """The labels of a list: `lines` those of several words, by the first; `alone` the others. Each list is itself alone."""

    names: tuple[str, ...]
    knowledge: int
    lines: dict[str, str]
    alone: dict[str, int]

    def at(self, words: Sequence[str], singulars: Sequence[str], place: int) -> Label | None:
        """The longest label that begins at a place of a text's words, which `singulars` has folded. Not whether they are joined."""
        if place + 1 < len(words) and (lines := self.lines.get(singulars[place])):
            begin = f"\n{singulars[place]} {singulars[place + 1]}\t"
            at = lines.find(begin)
            if at >= 0:
                at += len(begin)
                if found := self._longest(lines[at : lines.index("\n", at)], singulars, place):
                    return found
        word = words[place]
        number = self.alone.get("=" + word, self.alone.get("~" + word.casefold()))
        return self._label(number, 1) if number is not None else None

    def _longest(self, begun: str, singulars: Sequence[str], place: int) -> Label | None:
        best: Label | None = None
        following = " ".join(singulars[place + 2 : place + _LONGEST]) + " "
        for part in begun.split("\t"):
            rest, _, number = part.rpartition("|")
            length = 2 + (rest.count(" ") + 1 if rest else 0)
            if (best is None or length > best.length) and following.startswith(rest + " " if rest else ""):
                best = self._label(int(number), length)
        return best

    def _label(self, place: int, length: int) -> Label:
        return Label(self.names[place], length, place < self.knowledge)


Added = tuple[Labels, ...]
"""The lists that a person added to the lexicon, one a language; each is known by itself, and not by what it has."""


def packed(concepts: Sequence[Concept]) -> bytes:
    """A list as it is kept, of concepts of which those that are knowledge come first. The first concept that has a label keeps it."""
    begins: dict[str, dict[str, int]] = {}
    for number, concept in enumerate(concepts):
        called = concept.preferred or concept.name
        for label in (called, *concept.others):
            for begin, rest in _entries(label, label == called, concept.knowledge):
                begins.setdefault(begin, {}).setdefault(rest, number)
    lines = [
        begin
        + "\t"
        + "\t".join(f"{rest}|{number}" if begin[0] not in "=~" else str(number) for rest, number in rests.items())
        for begin, rests in sorted(begins.items())
    ]
    knowledge = sum(concept.knowledge for concept in concepts)
    text = "\n".join([str(knowledge), *(concept.name for concept in concepts)]) + "\n\n" + "\n".join(lines)
    return zlib.compress(text.encode("utf-8"), 9)


def unpacked(data: bytes) -> Labels:
    """The list of `packed`. Raises `ValueError` for anything else."""
    try:
        head, _, body = zlib.decompress(data).decode("utf-8").partition("\n\n")
        knowledge, *names = head.split("\n")
        lines = {found[1]: "\n" + found[0] for found in _ALIKE.finditer(body + "\n")}
        alone = {found[1]: int(found[2]) for found in _ALONE.finditer(body)}
        return Labels(tuple(names), int(knowledge), lines, alone)
    except (zlib.error, UnicodeDecodeError) as fault:
        raise ValueError("This is no list of skills.") from fault


@functools.cache
def english() -> Labels:
    """ESCO in English, read once. Raises `FileNotFoundError` in a broken installation."""
    return unpacked(resource("lexicon/esco_en.txt.zlib").read_bytes())


def english_concepts() -> dict[bytes, Concept]:
    """The concepts of the English list by their ids (16 bytes), without their other labels."""
    keys = resource("lexicon/esco_ids.bin").read_bytes()
    labels = english()
    return {
        key: Concept(key, name, (), place < labels.knowledge)
        for place, name in enumerate(labels.names)
        for key in (keys[16 * place : 16 * place + 16],)
    }


def _entries(label: str, preferred: bool, knowledge: bool) -> Iterable[tuple[str, str]]:
    """What a label is found by. One of a single word counts where it is a name, or the preferred one of a field of knowledge."""
    words = WORD.findall(label)
    if len(words) > 1:
        if len(words) <= _LONGEST and max(map(len, words)) >= _SHORTEST_LETTERS:
            parts = [singular(word) for word in words]
            yield f"{parts[0]} {parts[1]}", " ".join(parts[2:])
    elif len(words) == 1 and len(words[0]) >= _SHORTEST_LETTERS and words[0].casefold() not in _ordinary():
        if _TELLING.match(words[0]) or (preferred and not words[0].islower()):
            yield "=" + words[0], ""
        elif preferred and knowledge:
            yield "~" + folded(words[0]), ""


@functools.cache
def _ordinary() -> frozenset[str]:
    return frozenset(msgspec.json.decode(resource("lexicon/esco_ordinary.json").read_bytes(), type=list[str]))
