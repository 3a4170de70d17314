"""Facts: the lines of a profile, each with an id, that everything written must stand on."""

import msgspec


class Fact(msgspec.Struct, frozen=True):
    """One line of a profile. `id` is its path in the JSON Resume document (`work/0/highlights/2`); `kind` is its section and field
    (`work.highlight`, `skill.keyword`, `education.degree`, ...)."""

    id: str
    kind: str
    text: str
