"""What a person decided about words of a document that no fact has."""

import msgspec


class ClaimDecision(msgspec.Struct, frozen=True):
    """`said` are the words and `sentence` the one that they stood in, both as plain text. `fact` is the text of the fact that they were
    tied to; None where they were kept knowingly, without one."""

    said: str
    sentence: str
    fact: str | None = None
