"""A claim: words of a document that are true only if a fact of the profile says so."""

import msgspec


class Claim(msgspec.Struct, frozen=True):
    """Words that need a fact. `start` and `end` are code points of the text they were found in, `end` exclusive.

    `kind` is `number`, `date`, `duration`, `skill`, `name`, `employer`, `title`, `degree`, `contact` or `copied` (a
    sentence of the offer); `facts` are the ids of the facts that support it, and `why` says in one line of English why
    none does (`""` where supported).
    """

    text: str
    start: int
    end: int
    kind: str
    supported: bool
    facts: tuple[str, ...]
    why: str
