"""What a file that is read again says that a profile does not, and the profile with what of it is taken.

Three documents are held against each other: the profile as it stands, what the file before said (`Base`), and what is found now.
What differs between the first two was typed by hand, and stays unless the person says otherwise.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from jobmatch_desktop.evidence.profile_differences import Difference, Kind
from jobmatch_desktop.evidence.profile_identity import field, folded, likeness_of, paired
from jobmatch_desktop.evidence.profile_moves import with_moves
from jobmatch_desktop.evidence.profile_paths import (
    entry_of,
    is_lines,
    items_at,
    leaves,
    lines_in,
    modern,
    text_at,
    title_of,
    value_at,
)

LISTS = (
    "work",
    "volunteer",
    "education",
    "projects",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
)
"""The sections that are lists of entries, beside `basics/profiles`."""


class Base(msgspec.Struct, frozen=True):
    """What was found when the profile was last brought in, and the ids of the lines that its items became, by their paths in it."""

    profile: dict[str, Any] = {}
    placed: dict[str, str] = {}


class Comparison(msgspec.Struct, frozen=True):
    """All differences, in the order of what was found, those that are gone last; and which line of the profile each item found is, by
    their paths."""

    differences: tuple[Difference, ...]
    lines: dict[str, str]
    whole: dict[str, dict[str, Any]]
    """By the path of an entry of the profile (`""`: the document) what it gets along that is no text, and that it does not have."""


def compared(
    base: Base,
    present: dict[str, Any],
    ids: Mapping[str, str],
    found: dict[str, Any],
    texts: Mapping[str, str] | None = None,
) -> Comparison:
    """How a profile (`present`, with the ids of its lines) and a document found in a file differ. `texts` are words that the person gave
    things found, by their paths. Pure; a few milliseconds: off the UI thread."""
    return _Comparing(base, present, ids, found, texts or {}).result()


class _Comparing:
    def __init__(
        self,
        base: Base,
        present: dict[str, Any],
        ids: Mapping[str, str],
        found: dict[str, Any],
        texts: Mapping[str, str],
    ) -> None:
        self._base = msgspec.structs.replace(base, profile=modern(base.profile))
        self._present = present
        self._found = modern(found)
        self._texts = texts
        self._ids = ids
        self._path_of = {name: path for path, name in ids.items()}
        self._came_from = {name: path for path, name in base.placed.items()}
        self._differences: list[Difference] = []
        self._gone_fields: list[Difference] = []
        self._lines: dict[str, str] = {}
        self._whole: dict[str, dict[str, Any]] = {}
        self._words = _skill_words(present)

    def result(self) -> Comparison:
        basics = self._found.get("basics")
        if isinstance(basics, dict) or self._base.profile:
            self._fields("basics", "basics", "basics")
            self._fields("basics/location", "basics/location", "basics/location")
            for name in dict.fromkeys(("profiles", *lines_in(basics))):
                self._list(f"basics/{name}", f"basics/{name}", f"basics/{name}")
        for name in LISTS:
            self._list(name, name, name)
        known = {"basics", *LISTS}
        self._carry("", self._present, self._found, known)
        own, known_own = (items_at(document, "meta/sections") for document in (self._found, self._present))
        if further := [section for section in own if section not in known_own] if "meta" in self._present else []:
            self._whole["meta"] = {"sections": [*known_own, *further]}
        met = set(self._lines.values())
        free = (path for path, name in self._ids.items() if path not in met and self._is_as_read(path, name))
        differences = list(with_moves(self._differences, free, self._present, self._found, self._texts))
        met |= {difference.line for difference in differences if difference.line}
        return Comparison((*differences, *self._gone_fields, *self._gone(met)), self._lines, self._whole)

    def _fields(self, path: str, present_path: str, base_path: str) -> None:
        """The texts of an object, and what it has that is none."""
        found, present, base = (
            value if isinstance(value, dict) else {}
            for value in (
                value_at(self._found, path),
                value_at(self._present, present_path),
                value_at(self._base.profile, base_path) if base_path else None,
            )
        )
        named = [name for name, value in found.items() if isinstance(value, str) and "/" not in name]
        named += [key.rpartition("/")[2] for key in self._texts if key.rpartition("/")[0] == path]
        named = [name for name in dict.fromkeys(named) if isinstance(found.get(name, ""), str) and not name.isdigit()]
        for name in named:
            self._text(f"{path}/{name}", f"{present_path}/{name}", field(present, name), field(base, name))
        for name, value in present.items():
            before = field(present, name) if isinstance(value, str) and "/" not in name else ""
            if (
                before
                and not field(found, name)
                and f"{path}/{name}" not in self._texts
                and field(base, name) == before
            ):
                key = self._key(present_path, name)
                self._gone_fields.append(
                    Difference(Kind.GONE, key, f"{present_path}/{name}", before=before, suggested=False)
                )
        self._carry(present_path, present, found, {"location", "profiles"} if path == "basics" else set())

    def _carry(self, present_path: str, present: dict[str, Any], found: dict[str, Any], known: set[str]) -> None:
        further = {
            name: value
            for name, value in found.items()
            if name not in known and name not in present and not isinstance(value, str) and value is not None
            and not is_lines(value)
        }  # fmt: skip
        if further.get("current") is True and field(present, "endDate"):
            del further["current"]
        if further:
            self._whole.setdefault(present_path, {}).update(further)

    def _key(self, present_path: str, name: str) -> str:
        item = self._ids.get(present_path)
        return f"{item or present_path}/{name}"

    def _text(self, path: str, present_path: str, present: str, base: str) -> None:
        read = text_at(self._found, path)
        typed = path in self._texts
        after = self._texts[path].strip() if typed else read
        if after == present:
            self._add(Kind.SAME, path, present_path, present, after, False)
        elif typed:
            kind = Kind.NEW if not present else Kind.CHANGED if present == base else Kind.BOTH
            self._add(kind, path, present_path, present, after, bool(after))
        elif not read:
            return
        elif not present:
            self._add(Kind.NEW, path, present_path, "", after, base != read, removed=base == read)
        elif base == present:
            self._add(Kind.CHANGED, path, present_path, present, after, True)
        elif base == read:
            self._add(Kind.SAME, path, present_path, present, after, False)
        else:
            self._add(Kind.BOTH, path, present_path, present, after, False)

    def _list(self, path: str, present_path: str, base_path: str) -> None:
        """The items of a list, by what they are."""
        found, base = items_at(self._found, path), items_at(self._base.profile, base_path) if base_path else []
        alike = likeness_of(path)
        came_from: dict[int, int] = paired(found, base, alike)
        places: dict[int, str] = {}
        removed: set[int] = set()
        for place, before in came_from.items():
            line = self._path_of.get(self._base.placed.get(f"{base_path}/{before}", ""))
            if line is None:
                removed.add(place)
            else:
                places[place] = line
        self._pair_rest(path, present_path, found, places)
        for place, item in enumerate(found):
            if _says_nothing(item) and not self._typed_in(f"{path}/{place}"):
                continue
            self._item(
                path, place, item, places.get(place), present_path,
                f"{base_path}/{came_from[place]}" if place in came_from else "", place in removed,
            )  # fmt: skip

    def _pair_rest(self, path: str, present_path: str, found: list[Any], places: dict[int, str]) -> None:
        """Pairs what the file before did not tell of: by likeness, and what is said twice with what says the same."""
        present = items_at(self._present, present_path)
        taken = set(places.values())
        free = [place for place in range(len(present)) if f"{present_path}/{place}" not in taken]
        rest = [place for place in range(len(found)) if place not in places]
        alike = likeness_of(path)
        for here, there in paired([found[place] for place in rest], [present[place] for place in free], alike).items():
            places[rest[here]] = f"{present_path}/{free[there]}"
        for place in rest:
            if place not in places and not _says_nothing(found[place]):
                twin = next((n for n, item in enumerate(present) if _same_words(item, found[place])), None)
                if twin is not None:
                    places[place] = f"{present_path}/{twin}"

    def _item(
        self, path: str, place: int, item: Any, line: str | None, present_path: str, base: str, removed: bool
    ) -> None:
        here = f"{path}/{place}"
        if line is None and path == "skills" and self._known_words(here, item):
            return
        if line is None:
            if isinstance(item, str):
                after = self._texts.get(here, item).strip()
                known = self._words.get(folded(after)) if path.startswith("skills/") else None
                if known is not None:
                    self._lines[here] = known
                    return
                self._differences.append(
                    Difference(Kind.NEW, here, present_path, "", after, bool(after) and not removed, removed)
                )
            else:
                self._differences.append(
                    Difference(Kind.NEW, here, present_path, "", title_of(item), not removed, removed, True)
                )
            return
        self._lines[here] = line
        if isinstance(item, str) != isinstance(value_at(self._present, line), str):
            return  # a skill of its own here, a word of a group there
        origin = self._came_from.get(self._ids.get(line, ""), base)
        if isinstance(item, str):
            self._text(here, line, text_at(self._present, line), text_at(self._base.profile, origin) if origin else "")
            return
        self._fields(here, line, origin)
        for name in lines_in(item):
            self._list(f"{here}/{name}", f"{line}/{name}", f"{origin}/{name}" if origin else "")

    def _known_words(self, here: str, item: Any) -> bool:
        """Whether a skill (or all of a group of them) is in the profile elsewhere: then it is that one. Words of a group that are known
        already are noted, so that they do not come again."""
        words = [(f"{here}/keywords/{n}", word) for n, word in enumerate(items_at(item, "keywords"))]
        known = [(path, self._words[folded(word)]) for path, word in words if folded(word) in self._words]
        if words:
            self._lines.update(known)
            return len(known) == len(words)
        line = self._words.get(folded(field(item, "name")))
        if line is None or (isinstance(item, dict) and field(item, "level")):
            return False
        self._lines[here] = line
        return True

    def _gone(self, met: set[str]) -> Iterator[Difference]:
        """Lines that came from the file before, as it had them, and are in this one no more; `met` are those that are."""
        for path, name in self._ids.items():
            entry = entry_of(path)
            if path not in met and (entry == path or entry in met) and self._is_as_read(path, name):
                item = value_at(self._present, path)
                yield Difference(Kind.GONE, name, path, title_of(item), "", False, False, not isinstance(item, str))

    def _is_as_read(self, path: str, name: str) -> bool:
        """Whether a line of the profile came from the file before and says what it said there."""
        origin = self._came_from.get(name)
        item = value_at(self._present, path)
        return origin is not None and not _says_nothing(item) and _within(item, value_at(self._base.profile, origin))

    def _typed_in(self, path: str) -> bool:
        return any(key == path or key.startswith(path + "/") for key in self._texts)

    def _add(
        self, kind: Kind, path: str, present_path: str, before: str, after: str, suggested: bool, removed: bool = False
    ) -> None:
        self._differences.append(Difference(kind, path, present_path, before, after, suggested, removed))


def _says_nothing(item: Any) -> bool:
    return next(leaves(item, ""), None) is None


def _same_words(one: Any, other: Any) -> bool:
    return sorted(leaves(one, "")) == sorted(leaves(other, ""))


def _within(item: Any, base: Any) -> bool:
    """Whether nothing in an item was typed by hand: each text of it stands in what was found before, at the same name."""

    def said(value: Any) -> set[tuple[str, str]]:
        return {
            ("/".join(step for step in path.split("/") if not step.isdigit()), text) for path, text in leaves(value, "")
        }

    return said(item) <= said(base)


def _skill_words(present: dict[str, Any]) -> dict[str, str]:
    """Each skill of a profile, as it is compared, and the path of its line: a keyword's own, else
    that of the skill or group with this name."""
    words: dict[str, str] = {}
    for place, item in enumerate(items_at(present, "skills")):
        for number, word in enumerate(items_at(item, "keywords")):
            if folded(word):
                words.setdefault(folded(word), f"skills/{place}/keywords/{number}")
    for place, item in enumerate(items_at(present, "skills")):
        if name := folded(field(item, "name")):
            words.setdefault(name, f"skills/{place}")
    return words
