"""The body of a request as a person reads it. No widgets."""

import json
from typing import Any

SEGMENT = 2_000
"""Characters of a line in the view: one line of a megabyte takes a text view seconds to lay out."""


def readable(body: str) -> str:
    """The JSON of a body as lines, its texts with their own line ends; a body that is no JSON as it is. Any thread."""
    try:
        value = json.loads(body)
    except ValueError:
        return exact(body)
    return exact("\n".join(_lines(value, "")))


def exact(body: str) -> str:
    """The body as it is, its long lines broken for the view alone. Any thread."""
    pieces = []
    for line in body.split("\n"):
        pieces += [line[start : start + SEGMENT] for start in range(0, max(len(line), 1), SEGMENT)]
    return "\n".join(pieces)


def _lines(value: Any, indent: str) -> list[str]:
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _named(str(key), inner, indent)]
    if isinstance(value, list):
        return [line for number, inner in enumerate(value, 1) for line in _named(str(number), inner, indent)]
    if isinstance(value, str):
        return [f"{indent}{line}" for line in value.split("\n")]
    return [f"{indent}{json.dumps(value)}"]


def _named(name: str, value: Any, indent: str) -> list[str]:
    lines = _lines(value, indent + "  ")
    if len(lines) == 1 and not isinstance(value, dict | list):
        return [f"{indent}{name}: {lines[0].strip()}"]
    return [f"{indent}{name}:", *lines]
