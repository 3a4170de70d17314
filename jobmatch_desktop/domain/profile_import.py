"""What a person decided of a file that was read, before it counts."""

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError

NEW_PROFILE = 0
"""Stands for a new profile among the ids of kept profiles, which count from 1."""


class Decided(msgspec.Struct, frozen=True):
    """What was decided of an import so far; what it does not name stands as suggested.

    `into` is the kept profile that it goes into, or `NEW_PROFILE`. Paths are those of what was found (`work/0/highlights/2`, also of
    a whole section or entry): `texts` has what was typed there instead, `taken` whether it is used. `gone` are keys of lines of the
    profile (see `Difference`) that the file has no more and that go. `put` says for lines that fit no field, by their place from 0,
    into which list or text they go (`work/0/highlights`, `skills`, `basics/summary`); with `""` they are left out.
    """

    into: int = NEW_PROFILE
    texts: dict[str, str] = {}
    taken: dict[str, bool] = {}
    gone: frozenset[str] = frozenset()
    put: dict[int, str] = {}

    def takes(self, path: str, suggested: bool = True) -> bool:
        """Whether something found is used: not where it, or what it stands in, is left out."""
        above = path.rpartition("/")[0]
        while above:
            if self.taken.get(above) is False:
                return False
            above = above.rpartition("/")[0]
        return self.taken.get(path, suggested)


class AlreadyReviewed(JobMatchError):
    """An import that waits no more: it was accepted or thrown away, perhaps in another window."""

    what = "This import was already decided."
    why = "It was accepted or thrown away, perhaps in another window."
    remedy = "Choose the file again to bring it in once more."


class NothingTaken(JobMatchError):
    """An import was accepted with all of it left out."""

    what = "Nothing of this file is used."
    why = "Every part of it is left out."
    remedy = "Use at least one part, or throw the import away."
