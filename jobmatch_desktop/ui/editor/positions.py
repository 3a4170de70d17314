"""Positions in a text: Qt counts UTF-16 units, Python code points."""


def units(text: str, position: int) -> int:
    """A position in code points as Qt counts it: in UTF-16 units."""
    return position if text.isascii() else len(text[:position].encode("utf-16-le")) // 2


def points(text: str, place: int) -> int:
    """A position of Qt's, in UTF-16 units, in code points."""
    return place if text.isascii() else len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
