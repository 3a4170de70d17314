"""The field that an offer is pasted into."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

LINE = 2_000
"""Characters of one line beyond which it is broken at a space: laying out a longer one stops the window."""


class OfferField(QPlainTextEdit):
    """Takes text alone; a file that is dropped goes to what the field stands in."""

    def __init__(self, name: str, hint: str) -> None:
        """`name` is for screen readers; `hint` stands there while the field is empty."""
        super().__init__()
        self.setProperty("role", "field")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(broken(source.text()))


def broken(text: str) -> str:
    """The same text with its very long lines broken at spaces, or anywhere where there is none."""
    if len(text) <= LINE:
        return text
    lines: list[str] = []
    for line in text.splitlines():
        while len(line) > LINE:
            cut = line.rfind(" ", LINE // 2, LINE)
            cut = LINE if cut < 0 else cut + 1
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return "\n".join(lines)
