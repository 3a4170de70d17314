"""JSON Resume (schema 1.0, https://jsonresume.org/schema; the 0.x names that are still about) to a profile."""

import json
import re
from typing import Any, NoReturn, Self

from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.domain.profile import (
    Basics,
    Credential,
    Interest,
    Job,
    Link,
    Profile,
    Project,
    Reference,
    Skill,
    SpokenLanguage,
    Study,
    When,
)
from jobmatch_desktop.domain.profile_errors import EmptyFile, NamedTwice, NotJson, NotResume, UnusableJson, WrongType

_SECTIONS = frozenset(name for name in Profile.__struct_fields__ if name != "source")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*")
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
_FAULTS_NAMED = 3


def read_profile(data: bytes) -> Profile:
    """The profile in a JSON Resume file; every field of the file, known or not, is in its `source`.

    UTF-8, UTF-16 and UTF-32 with or without a byte order mark; bytes that are none of them are read as Windows-1252.
    Raises an `UnreadableInput` (domain/profile_errors.py) that says what is wrong. Any thread.
    """
    text = _decoded(data)
    if not text.strip():
        raise EmptyFile
    found = _parsed(text)
    if not isinstance(found, dict):
        raise NotResume(found=_named(found))
    return profile_of(found)


def profile_of(source: dict[str, Any]) -> Profile:
    """The typed view of a JSON Resume document. Lists keep their places (a null item is empty), so a fact's path holds.

    Raises `NotResume` where it has no field of a résumé, `WrongType` where a field that is read has the wrong type.
    """
    if not _SECTIONS & source.keys():
        raise NotResume(found="an object with none of them" if source else "an empty object")
    faults: list[str] = []
    whole = _Object(source, "", faults)
    profile = Profile(
        basics=_basics(whole.inner("basics")),
        work=tuple(_job(item, "name", "company") for item in whole.inners("work")),
        volunteer=tuple(_job(item, "organization", "name") for item in whole.inners("volunteer")),
        education=tuple(_study(item) for item in whole.inners("education")),
        projects=tuple(_project(item) for item in whole.inners("projects")),
        awards=tuple(_credential(item, "awarder", "date") for item in whole.inners("awards")),
        certificates=tuple(_credential(item, "issuer", "date") for item in whole.inners("certificates")),
        publications=tuple(_credential(item, "publisher", "releaseDate") for item in whole.inners("publications")),
        skills=tuple(
            Skill(item.text("name"), item.text("level"), item.texts("keywords")) for item in whole.inners("skills")
        ),
        languages=tuple(
            SpokenLanguage(item.text("language", "name"), item.text("fluency")) for item in whole.inners("languages")
        ),
        interests=tuple(Interest(item.text("name"), item.texts("keywords")) for item in whole.inners("interests")),
        references=tuple(Reference(item.text("name"), item.text("reference")) for item in whole.inners("references")),
        source=source,
    )
    if faults:
        more = len(faults) - _FAULTS_NAMED
        fields = "; ".join(faults[:_FAULTS_NAMED]) + (f"; and {more} more" if more > 0 else "")
        raise WrongType(fields=fields)
    return profile


class _Object:
    """One object of the document: reads its fields and notes each that has the wrong type, by its path."""

    def __init__(self, value: Any, path: str, faults: list[str]) -> None:
        self._path = path
        self._faults = faults
        self._fields: dict[str, Any] = self._checked(value, dict, "object", path) or {}

    def text(self, *names: str) -> str:
        """The first of these fields that is not empty, as text: `names[1:]` are older names of it."""
        for name in names:
            found = self._text(self._fields.get(name), self._at(name))
            if found:
                return found
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(self._text(item, path) for item, path in self._items(name))

    def when(self, name: str) -> When | None:
        words = self.text(name)
        if not words:
            return None
        with_time = _TIME.fullmatch(words)
        return When(words, parse_date(with_time[1] if with_time else words))

    def inner(self, name: str) -> Self:
        return type(self)(self._fields.get(name), self._at(name), self._faults)

    def inners(self, name: str) -> list[Self]:
        return [type(self)(item, path, self._faults) for item, path in self._items(name)]

    def _items(self, name: str) -> list[tuple[Any, str]]:
        found = self._checked(self._fields.get(name), list, "list", self._at(name)) or []
        return [(item, f"{self._at(name)}[{place}]") for place, item in enumerate(found)]

    def _text(self, value: Any, path: str) -> str:
        found = self._checked(value, str, "text", path) or ""
        return _CONTROLS.sub("", found.replace("\r\n", "\n").replace("\r", "\n")).strip()

    def _checked(self, value: object, wanted: type, named: str, path: str) -> Any:
        if value is None or isinstance(value, wanted):
            return value
        self._faults.append(f"{path}: expected {named}, found {_named(value)}")
        return None

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


def _basics(fields: _Object) -> Basics:
    location = fields.inner("location")
    return Basics(
        name=fields.text("name"),
        label=fields.text("label"),
        email=fields.text("email"),
        phone=fields.text("phone"),
        url=fields.text("url", "website"),
        summary=fields.text("summary"),
        address=location.text("address"),
        postal_code=location.text("postalCode"),
        city=location.text("city"),
        region=location.text("region"),
        country=location.text("countryCode"),
        links=tuple(
            Link(item.text("network"), item.text("username"), item.text("url")) for item in fields.inners("profiles")
        ),
    )


def _job(fields: _Object, *organisation: str) -> Job:
    return Job(
        organisation=fields.text(*organisation),
        position=fields.text("position"),
        place=fields.text("location"),
        description=fields.text("description"),
        url=fields.text("url", "website"),
        summary=fields.text("summary"),
        start=fields.when("startDate"),
        end=fields.when("endDate"),
        highlights=fields.texts("highlights"),
    )


def _study(fields: _Object) -> Study:
    return Study(
        institution=fields.text("institution"),
        area=fields.text("area"),
        degree=fields.text("studyType"),
        score=fields.text("score", "gpa"),
        url=fields.text("url"),
        start=fields.when("startDate"),
        end=fields.when("endDate"),
        courses=fields.texts("courses"),
    )


def _project(fields: _Object) -> Project:
    return Project(
        name=fields.text("name"),
        description=fields.text("description", "summary"),
        entity=fields.text("entity"),
        kind=fields.text("type"),
        url=fields.text("url", "website"),
        start=fields.when("startDate"),
        end=fields.when("endDate"),
        roles=fields.texts("roles"),
        keywords=fields.texts("keywords"),
        highlights=fields.texts("highlights"),
    )


def _credential(fields: _Object, issuer: str, date: str) -> Credential:
    return Credential(
        name=fields.text("name", "title"),
        issuer=fields.text(issuer),
        date=fields.when(date),
        url=fields.text("url", "website"),
        summary=fields.text("summary"),
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes without a character; Latin-1 has one for each.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def _parsed(text: str) -> object:
    try:
        found = json.loads(text.lstrip("\ufeff"), object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    except json.JSONDecodeError as fault:
        raise NotJson(line=fault.lineno, column=fault.colno) from fault
    except RecursionError as fault:
        raise UnusableJson(found="lists or objects nested too deep") from fault
    except ValueError as fault:
        raise UnusableJson(found="a number with too many digits") from fault
    if "\\u" in text and _HALF_CHARACTER.search(json.dumps(found, ensure_ascii=False)):
        raise UnusableJson(found="half of a character (an unpaired surrogate)")
    return found


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        for name, value in pairs:
            if fields[name] != value:
                raise NamedTwice(field=name[:60])
    return fields


def _no_constant(name: str) -> NoReturn:
    raise UnusableJson(found=f"{name}, which is no JSON number")


def _named(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "number"
    return "text" if isinstance(value, str) else "list" if isinstance(value, list) else "object"
