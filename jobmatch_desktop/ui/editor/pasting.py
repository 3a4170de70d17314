"""What is pasted or dropped into a document: what stands in Word or on a page as clean Markdown, and never as anything but text."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

MOST_AT_ONCE = 300_000
"""Characters of HTML that are taken to pieces while the person waits, some 50 ms; of more the plain words come alone."""


def pasted_words(source: QMimeData) -> str:
    """The words of the clipboard as CV Markdown; empty where it holds none. UI thread."""
    plain = source.text().replace("\r\n", "\n").replace("\r", "\n")
    if not source.hasHtml() or len(html := source.html()) > MOST_AT_ONCE:
        return plain
    # Imported when something is pasted that needs it, which few days do.
    from jobmatch_desktop.formats.readers.pasted import html_to_markdown

    return html_to_markdown(html).strip("\n") or plain


def plain_words(source: QMimeData) -> str:
    """The words of the clipboard without their form."""
    return source.text().replace("\r\n", "\n").replace("\r", "\n")


def insert(editor: QPlainTextEdit, words: str) -> None:
    """Puts words at the caret, in place of the selection; what begins with a heading or a bullet begins a line of its own."""
    if not words:
        return
    cursor = editor.textCursor()
    block = editor.document().findBlock(cursor.selectionStart())
    within = bool(block.text()[: cursor.selectionStart() - block.position()].strip())
    cursor.insertText(f"\n{words}" if within and words.startswith(("#", "- ")) else words)
    editor.ensureCursorVisible()
