"""A profile as it stands on its page: as stored, and the edits since then, which are on their way to the disk."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.domain.kept_profile import NoSuchLine, ProfileState
from jobmatch_desktop.domain.profile_edits import Edit, RemoveItem, edited, new_id
from jobmatch_desktop.ui.profile.moving import rebased


class Pending(msgspec.Struct, frozen=True):
    """Edits that are not stored yet: the ids of the lines that they were made on, those that they gave to new ones, in order, and
    the field that they were typed in (`""`: they are no typing). `source` and `ids` are as they were after them."""

    edits: tuple[Edit, ...]
    before: dict[str, str]
    made: tuple[str, ...]
    field: str
    source: dict[str, Any]
    ids: dict[str, str]


class Working(msgspec.Struct, frozen=True):
    """`source` and `ids` are `stored` with all that is `pending`. `field` was being typed in when `stored` was."""

    stored: ProfileState
    source: dict[str, Any]
    ids: dict[str, str]
    pending: tuple[Pending, ...] = ()
    field: str = ""

    def same_visit(self) -> bool:
        """Whether all that is pending was typed in the field that the last step was: then it is one with it."""
        return bool(self.field) and all(edits.field == self.field for edits in self.pending)


def opened(state: ProfileState) -> Working:
    """A profile as stored."""
    return Working(state, state.source, state.ids)


def applied(working: Working, edits: Sequence[Edit], field: str = "") -> Working:
    """With further edits. Raises `NoSuchLine`."""
    made: list[str] = []

    def note() -> str:
        made.append(new_id())
        return made[-1]

    source, ids = edited(working.source, working.ids, edits, note)
    pending = Pending(tuple(edits), working.ids, tuple(made), field, source, ids)
    return msgspec.structs.replace(working, source=source, ids=ids, pending=(*working.pending, pending))


def before(working: Working, items: frozenset[str]) -> Working:
    """As it was before the first of these lines was made."""
    until = next((at for at, edits in enumerate(working.pending) if items & set(edits.made)), len(working.pending))
    if not until:
        return msgspec.structs.replace(opened(working.stored), field=working.field)
    last = working.pending[until - 1]
    return msgspec.structs.replace(working, source=last.source, ids=last.ids, pending=working.pending[:until])


def kept(working: Working, sent: Working, state: ProfileState) -> Working:
    """After `sent` was stored as `state`: what came meanwhile is pending."""
    field = sent.pending[-1].field if sent.pending else sent.field
    return Working(state, working.source, working.ids, working.pending[len(sent.pending) :], field)


def carried_over(working: Working, fresh: ProfileState) -> tuple[Working, NoSuchLine | None]:
    """What is pending, on a profile that was changed elsewhere; and what is lost of it because its line is gone."""
    moved, lost = opened(fresh), None
    for pending in working.pending:
        try:
            edits = [rebased(edit, pending.before, moved.ids) for edit in pending.edits]
            source, ids = edited(moved.source, moved.ids, edits, _given(pending.made))
        except NoSuchLine as fault:
            # What was to go is gone.
            if not all(isinstance(edit, RemoveItem) for edit in pending.edits):
                lost = fault
            continue
        again = Pending(tuple(edits), moved.ids, pending.made, pending.field, source, ids)
        moved = msgspec.structs.replace(moved, source=source, ids=ids, pending=(*moved.pending, again))
    return moved, lost


def _given(names: Sequence[str]) -> Callable[[], str]:
    left = iter(names)
    return lambda: next(left, "") or new_id()


def key_of(path: str, ids: dict[str, str]) -> str:
    """What stays with a line or a field wherever it goes: the id of the innermost line, and the field in it."""
    steps = path.split("/")
    for length in range(len(steps), 0, -1):
        item = ids.get("/".join(steps[:length]))
        if item:
            return "/".join([item, *steps[length:]])
    return path


def value_at(source: dict[str, Any], path: str) -> Any:
    """What stands at a path of a document; None where nothing does."""
    found: Any = source
    for step in path.split("/"):
        if isinstance(found, list):
            found = found[int(step)] if step.isdigit() and int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def says_nothing(value: Any) -> bool:
    """Whether a part of a document has no word or number in it."""
    if isinstance(value, dict):
        return all(says_nothing(found) for found in value.values())
    if isinstance(value, list):
        return all(says_nothing(found) for found in value)
    return value is None or (isinstance(value, str) and not value.strip())
