"""A profile: what a person says of themselves, in JSON Resume's fields (schema 1.0).

The typed view is read by the program; `source` is the document as it came, with every field the program does not know, and is
what is stored and exported. Dates are kept as the text they came as where they are in no form of the schema.
"""

from typing import Any

import msgspec

from jobmatch_desktop.domain.partial_date import PartialDate


class When(msgspec.Struct, frozen=True):
    """A date and the words it came as; `date` is None where the words are in no known form (then they are shown as they are)."""

    text: str
    date: PartialDate | None


class Link(msgspec.Struct, frozen=True):
    """A page elsewhere: the network's name, the user's name there, the address. Any may be empty."""

    network: str = ""
    username: str = ""
    url: str = ""


class Basics(msgspec.Struct, frozen=True):
    """Who the person is and how to reach them. Empty where not said; `place` is city and region as one line."""

    name: str = ""
    label: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: str = ""
    address: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    links: tuple[Link, ...] = ()


class Job(msgspec.Struct, frozen=True):
    """A job or a volunteer's post. `start` and `end` are None where not said; an `end` of None is not "today"."""

    organisation: str = ""
    position: str = ""
    place: str = ""
    description: str = ""
    url: str = ""
    summary: str = ""
    start: When | None = None
    end: When | None = None
    highlights: tuple[str, ...] = ()


class Study(msgspec.Struct, frozen=True):
    """A degree or course of study."""

    institution: str = ""
    area: str = ""
    degree: str = ""
    score: str = ""
    url: str = ""
    start: When | None = None
    end: When | None = None
    courses: tuple[str, ...] = ()


class Project(msgspec.Struct, frozen=True):
    """A piece of work of the person's own."""

    name: str = ""
    description: str = ""
    entity: str = ""
    kind: str = ""
    url: str = ""
    start: When | None = None
    end: When | None = None
    roles: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()


class Credential(msgspec.Struct, frozen=True):
    """An award, certificate or publication: its name, who gave or printed it, when, and a line about it."""

    name: str = ""
    issuer: str = ""
    date: When | None = None
    url: str = ""
    summary: str = ""


class Skill(msgspec.Struct, frozen=True):
    """A skill or a group of them: `name`, `level` and the keywords under it."""

    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


class SpokenLanguage(msgspec.Struct, frozen=True):
    """A language and how well it is spoken."""

    language: str = ""
    fluency: str = ""


class Interest(msgspec.Struct, frozen=True):
    """An interest and its keywords."""

    name: str = ""
    keywords: tuple[str, ...] = ()


class Reference(msgspec.Struct, frozen=True):
    """Who recommends the person, and their words."""

    name: str = ""
    reference: str = ""


class Profile(msgspec.Struct, frozen=True):
    """The typed view of a JSON Resume document, in the order of the document."""

    basics: Basics = Basics()
    work: tuple[Job, ...] = ()
    volunteer: tuple[Job, ...] = ()
    education: tuple[Study, ...] = ()
    projects: tuple[Project, ...] = ()
    awards: tuple[Credential, ...] = ()
    certificates: tuple[Credential, ...] = ()
    publications: tuple[Credential, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    source: dict[str, Any] = {}
