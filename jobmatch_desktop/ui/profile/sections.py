"""What a profile is made of on its page: sections, the rows of an entry, and the fields in a row, by JSON Resume's names."""

import enum

import msgspec


class FieldKind(enum.StrEnum):
    """How a field is written."""

    LINE = "line"
    TEXT = "text"
    """Several lines."""
    DATE = "date"
    END = "end"
    """A date, or that it goes on."""
    KEYWORDS = "keywords"
    """A list of words, written in one line."""
    BULLET = "bullet"
    """A line of a list."""


class Style(enum.StrEnum):
    """How a field looks."""

    NAME = "name"
    TITLE = "title"
    PLAIN = "plain"
    SECOND = "second"
    HINT = "hint"
    """What an empty field is for."""


class Field(msgspec.Struct, frozen=True):
    """A field of an entry by its path in it, and how much of its row's width it takes beside the others."""

    name: str
    kind: FieldKind = FieldKind.LINE
    style: Style = Style.PLAIN
    weight: int = 1


class FieldRow(msgspec.Struct, frozen=True):
    """Fields side by side. A row that may be `absent` is shown where it says something, or was asked for."""

    fields: tuple[Field, ...]
    absent: bool = False


class Section(msgspec.Struct, frozen=True):
    """A section. `list_path` is the list of its entries, or `""` where its fields are paths from the document's root; `lines`
    names the list of bullets in each entry. One that is `always` there is shown empty too."""

    key: str
    list_path: str
    rows: tuple[FieldRow, ...]
    lines: str = ""
    always: bool = False


def _row(*fields: Field, absent: bool = False) -> FieldRow:
    return FieldRow(fields, absent)


def _given(what: str, by: str, when: str) -> FieldRow:
    return _row(Field(what, style=Style.TITLE, weight=2), Field(by), Field(when, FieldKind.DATE, _SECOND))


_SECOND = Style.SECOND
_POSITION = Field("position", style=Style.TITLE, weight=2)
_START = Field("startDate", FieldKind.DATE, _SECOND)
_END = Field("endDate", FieldKind.END, _SECOND)
_URL = _row(Field("url", style=_SECOND), absent=True)
_SUMMARY = _row(Field("summary", FieldKind.TEXT), absent=True)

_POST_ROWS = (
    _row(_START, _END, Field("location", style=_SECOND, weight=2)),
    _row(Field("description", FieldKind.TEXT, _SECOND), absent=True),
    _URL,
    _SUMMARY,
)

SECTIONS = (
    Section(
        "who",
        "",
        (
            _row(Field("basics/name", style=Style.NAME)),
            _row(Field("basics/label", style=_SECOND)),
            _row(Field("basics/email"), Field("basics/phone"), Field("basics/url")),
            _row(Field("basics/location/city"), Field("basics/location/region"), Field("basics/location/countryCode")),
            _row(Field("basics/location/address", weight=2), Field("basics/location/postalCode"), absent=True),
        ),
        always=True,
    ),
    Section(
        "links",
        "basics/profiles",
        (_row(Field("network", style=Style.TITLE), Field("username"), Field("url", weight=2)),),
    ),
    Section("summary", "", (_row(Field("basics/summary", FieldKind.TEXT)),), always=True),
    Section(
        "work",
        "work",
        (_row(_POSITION, Field("name", style=Style.TITLE, weight=2)), *_POST_ROWS),
        "highlights",
        always=True,
    ),
    Section(
        "education",
        "education",
        (
            _row(Field("studyType", style=Style.TITLE, weight=2), Field("area", style=Style.TITLE, weight=2)),
            _row(Field("institution", weight=2), _START, _END),
            _row(Field("score", style=_SECOND), absent=True),
            _URL,
        ),
        "courses",
        always=True,
    ),
    Section(
        "skills",
        "skills",
        (
            _row(
                Field("name", style=Style.TITLE),
                Field("level", style=_SECOND),
                Field("keywords", FieldKind.KEYWORDS, weight=3),
            ),
        ),
        always=True,
    ),
    Section(
        "languages",
        "languages",
        (_row(Field("language", style=Style.TITLE), Field("fluency", style=_SECOND, weight=4)),),
    ),
    Section(
        "projects",
        "projects",
        (
            _row(Field("name", style=Style.TITLE, weight=2), Field("entity", style=Style.TITLE, weight=2)),
            _row(_START, _END, Field("type", style=_SECOND, weight=2)),
            _row(Field("description", FieldKind.TEXT), absent=True),
            _URL,
            _row(Field("roles", FieldKind.KEYWORDS), absent=True),
            _row(Field("keywords", FieldKind.KEYWORDS), absent=True),
        ),
        "highlights",
    ),
    Section(
        "certificates",
        "certificates",
        (_given("name", "issuer", "date"), _URL),
    ),
    Section(
        "awards",
        "awards",
        (_given("title", "awarder", "date"), _URL, _SUMMARY),
    ),
    Section(
        "publications",
        "publications",
        (_given("name", "publisher", "releaseDate"), _URL, _SUMMARY),
    ),
    Section(
        "volunteer",
        "volunteer",
        (_row(_POSITION, Field("organization", style=Style.TITLE, weight=2)), *_POST_ROWS),
        "highlights",
    ),
    Section(
        "interests",
        "interests",
        (_row(Field("name", style=Style.TITLE), Field("keywords", FieldKind.KEYWORDS, weight=3)),),
    ),
    Section(
        "references",
        "references",
        (_row(Field("name", style=Style.TITLE)), _row(Field("reference", FieldKind.TEXT))),
    ),
)
"""In the order of the page."""


def section(key: str) -> Section:
    """One of them. Raises `StopIteration` for a key that none has."""
    return next(found for found in SECTIONS if found.key == key)
