"""Where lines go: an entry in its section, a bullet in its list or that of another entry, and both for one kind of job alone."""

from collections.abc import Mapping, Sequence

import msgspec

from jobmatch_desktop.domain.kept_profile import NoSuchLine, Targeting
from jobmatch_desktop.domain.profile_edits import AddItem, Edit, MoveItem, RemoveItem, SetText
from jobmatch_desktop.ui.profile.rows import Row


def drop_edits(row: Row, list_path: str, place: int) -> list[Edit]:
    """The edits that put a line before what now stands at `place` of a list (its own or one of the same kind)."""
    if list_path == row.list_path:
        # Once it is gone from where it was, all after it stand one higher.
        place -= place > row.place
        if place == row.place:
            return []
    return [MoveItem(row.path, list_path, place)]


def step_edits(row: Row, rows: Sequence[Row], down: bool) -> list[Edit]:
    """The edits that move a line by one; a bullet at the end of its list goes to the next entry of its section."""
    count = sum(other.list_path == row.list_path and bool(other.item) for other in rows)
    if down and row.place + 1 < count:
        return [MoveItem(row.path, row.list_path, row.place + 1)]
    if not down and row.place > 0:
        return [MoveItem(row.path, row.list_path, row.place - 1)]
    if row.head:
        return []
    lists = list(dict.fromkeys(other.list_path for other in rows if _same_kind(other, row)))
    at = lists.index(row.list_path) + (1 if down else -1)
    if not 0 <= at < len(lists):
        return []
    end = sum(other.list_path == lists[at] and bool(other.item) for other in rows)
    return [MoveItem(row.path, lists[at], 0 if down else end)]


def may_drop(row: Row, target: Row) -> bool:
    """Whether a line may go where another stands."""
    return target.list_path == row.list_path if row.head else _same_kind(target, row)


def arranged(shown: Targeting, rows: Sequence[Row], row: Row, place: int) -> Targeting:
    """With a line standing before the `place`-th of its list as it is shown, from 0."""
    order = order_of(row, rows)
    at = order.index(row.item)
    order.insert(place, order[at])
    del order[at + (at >= place)]
    key = row.list_path if row.head else f"{row.entry}/{row.list_path.rpartition('/')[2]}"
    return msgspec.structs.replace(shown, arranged={**shown.arranged, key: tuple(order)})


def order_of(row: Row, rows: Sequence[Row]) -> list[str]:
    """The ids of a line's list, as they are shown."""
    return [other.item for other in rows if other.list_path == row.list_path and other.item]


def toggled(shown: Targeting, item: str) -> Targeting:
    """With a line left out, or back."""
    return msgspec.structs.replace(shown, left_out=shown.left_out ^ {item})


def rebased(edit: Edit, before: Mapping[str, str], after: Mapping[str, str]) -> Edit:
    """An edit of a document whose lines have the ids `before`, for the same document with those of `after`.

    Raises `NoSuchLine` where the line is not there any more.
    """
    match edit:
        case SetText(path, text):
            return SetText(_moved(path, before, after), text)
        case AddItem(list_path, place, item):
            return AddItem(_moved(list_path, before, after), place, item)
        case RemoveItem(path):
            return RemoveItem(_moved(path, before, after))
        case MoveItem(path, list_path, place):
            return MoveItem(_moved(path, before, after), _moved(list_path, before, after), place)


def _moved(path: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Where a path's innermost line stands now."""
    steps = path.split("/")
    for length in range(len(steps), 0, -1):
        item = before.get("/".join(steps[:length]))
        if item is not None:
            found = next((now for now, name in after.items() if name == item), None)
            if found is None:
                raise NoSuchLine(path=path)
            return "/".join([found, *steps[length:]])
    return path


def _same_kind(target: Row, row: Row) -> bool:
    """Two lists of bullets of one section."""
    return (
        bool(target.entry)
        and not target.head
        and target.section == row.section
        and target.list_path != ""
        and target.list_path.count("/") == row.list_path.count("/")
        and target.list_path.rpartition("/")[2] == row.list_path.rpartition("/")[2]
    )
