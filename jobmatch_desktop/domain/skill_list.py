"""The lists of skills' names that texts are read by, one a language."""

import msgspec


class SkillList(msgspec.Struct, frozen=True):
    """Names of ESCO's skills in a language (ISO 639-1; `""` where a file did not tell): how many skills, 0 where the list that is kept is
    damaged. `added` tells that the person added it."""

    language: str
    skills: int
    added: bool = True
