"""What can differ between a file that is read again and a profile."""

import enum

import msgspec


class Kind(enum.StrEnum):
    """What a difference is."""

    NEW = "new"
    CHANGED = "changed"
    """The file says it in another way, and the profile has it as the file before did."""
    BOTH = "both"
    """The file says it in another way than the profile, where it was typed or changed by hand."""
    MOVED = "moved"
    """The file has it in another entry than the file before and the profile."""
    GONE = "gone"
    """The profile has it as the file before did, and this one does not."""
    SAME = "same"


class Difference(msgspec.Struct, frozen=True):
    """One thing that a file says and a profile does not, or the other way round.

    `key` names it in `Decided`: its path in what was found (`taken`), or for what is `GONE` the id of its line, or a field behind it
    (`gone`). `path` is that of the profile's field or line; for a new one, where it goes: its field, or its list. An `entry` that is
    new or gone is one difference. `suggested` is whether it happens unless the person says otherwise; `removed` that it was in the
    file before too, and was taken out of the profile by hand. Of what has moved `path` is its new list (`""`: that of an entry which is new
    itself), and `line` the path where the profile has it.
    """

    kind: Kind
    key: str
    path: str
    before: str = ""
    after: str = ""
    suggested: bool = True
    removed: bool = False
    entry: bool = False
    line: str = ""
