"""What a model's attempts at the parts of a document came to: whole parts, doubted ones, and the one that was cut, by the journal."""

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.stream import Usage
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.tasks.store import Entry
from jobmatch_desktop.writing.recipes import join

NOTHING_WRITTEN = Why("The model wrote nothing here.")
TOO_MUCH_WRITTEN = Why("It is far longer than any part of a document.")


class Decided(msgspec.Struct, frozen=True):
    """What the journal says of one part: its body, and whether it stands in the document."""

    body: str
    accepted: bool
    reasons: tuple[Why, ...]


class Attempt(msgspec.Struct, frozen=True):
    """One answer for a part: its body, and why it does not stand (empty where it does). `ending` is how its stream ended."""

    number: int
    body: str
    reasons: tuple[Why, ...]
    ending: Ending = Ending.STOP
    usage: Usage = Usage()

    @property
    def may_improve(self) -> bool:
        """Whether a model that is told the reasons may do better: it wrote something, and not without end."""
        return bool(self.reasons) and NOTHING_WRITTEN not in self.reasons and TOO_MUCH_WRITTEN not in self.reasons

    def stands_before(self, later: "Attempt") -> bool:
        """Whether this one is the better of two that do not stand: of equals the later is."""
        return not later.body or len(self.reasons) < len(later.reasons)


def decided(journal: tuple[Entry, ...] | list[Entry]) -> dict[str, Decided]:
    """The parts that are whole, by key; of two attempts at one part the later counts."""
    return {
        entry.key: Decided(entry.text, entry.kind == "accepted", entry.reasons)
        for entry in journal
        if entry.kind in ("accepted", "rejected")
    }


def doubted(journal: tuple[Entry, ...] | list[Entry]) -> dict[str, Attempt]:
    """The attempts after which the model is asked once more, by the key of the part."""
    return {
        entry.key: Attempt(entry.attempt, entry.text, entry.reasons) for entry in journal if entry.kind == "doubted"
    }


def streamed(journal: tuple[Entry, ...] | list[Entry]) -> str:
    """Exactly what was streamed, in order."""
    return "".join(entry.text for entry in journal if entry.kind == "text")


def unfinished(journal: tuple[Entry, ...] | list[Entry]) -> tuple[str, str] | None:
    """The part that was cut short and its words so far: `(key, text)`, or None if the journal ends with a whole part."""
    key, begun, words, told = "", "", "", (0, 0)
    for entry in journal:
        if entry.kind == "text":
            if entry.key != key:
                key, begun, words = entry.key, "", ""
            elif entry.run != told[0]:
                begun, words = join(begun, words), ""
            elif entry.attempt != told[1]:
                words = ""
            told = (entry.run, entry.attempt)
            words += entry.text
        elif entry.kind in ("accepted", "rejected", "doubted") and entry.key == key:
            key, begun, words = "", "", ""
    said = join(begun, words)
    return (key, said) if said.strip() else None
