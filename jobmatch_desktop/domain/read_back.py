"""How much of a document came back from the file that it was written to."""

import enum

import msgspec

from jobmatch_desktop.domain.errors import Trouble


class Reader(enum.StrEnum):
    """Who read: the program's own importer, or the other library."""

    OWN = "own"
    OTHER = "other"


class Why(enum.StrEnum):
    """What is wrong with a field."""

    GONE = "gone"
    """Its words are not in what was read."""
    ORDER = "order"
    """They are, but before what they follow."""
    FIELD = "field"
    """They are, but the importer takes them for something else."""


class Missing(msgspec.Struct, frozen=True):
    """A field that did not come back. `what` is its kind (`name`, `bullet`, `link`, ...) or, for `Why.FIELD`, its path in JSON Resume;
    `words` are the document's."""

    what: str
    words: str
    why: Why
    reader: Reader


class ReadBack(msgspec.Struct, frozen=True):
    """`fields` were looked for, each once by each reader that can tell it, and `back` of them came back. `checked` is False where the
    readers themselves failed, so that nothing is known; `trouble` then says how."""

    fields: int = 0
    back: int = 0
    missing: tuple[Missing, ...] = ()
    checked: bool = True
    trouble: Trouble | None = None

    @property
    def whole(self) -> bool:
        """Whether everything was looked for and came back."""
        return self.checked and not self.missing
