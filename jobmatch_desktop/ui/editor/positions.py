"""Positions in a text: Qt counts UTF-16 units, Python code points. And its lines, which are Qt's blocks."""


def in_lines(text: str) -> str:
    """The text with a line end for every sign that is one to Qt: what stands in an editor has a block for each line, no more and no
    less. A line separator inside a block would be a line to everybody else."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def units(text: str, position: int) -> int:
    """A position in code points as Qt counts it: in UTF-16 units."""
    return position if text.isascii() else len(text[:position].encode("utf-16-le")) // 2


def points(text: str, place: int) -> int:
    """A position of Qt's, in UTF-16 units, in code points."""
    return place if text.isascii() else len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
