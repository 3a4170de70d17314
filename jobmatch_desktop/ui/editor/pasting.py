"""What is pasted or dropped into a document: what stands in Word or on a page as clean Markdown, and never as anything but text."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.ui.editor.positions import in_lines

MOST_AT_ONCE = 300_000
"""Characters of HTML that are taken to pieces while the person waits, some 50 ms; of more the plain words come alone."""

CONTROL_SIGNS: dict[int, str | None] = {
    **{number: None for number in (*range(32), *range(127, 160)) if chr(number) not in "\t\n"},
    **dict.fromkeys((0x0B, 0x0C, 0x85), "\n"),
}
"""What nobody sees goes; a line break of Word's, a page's end and a next line are line ends."""


def pasted_words(source: QMimeData) -> str:
    """The words of the clipboard as CV Markdown; empty where it holds none. UI thread."""
    plain = plain_words(source)
    if not source.hasHtml() or len(html := source.html()) > MOST_AT_ONCE:
        return plain
    # Imported when something is pasted that needs it, which few days do.
    from jobmatch_desktop.formats.readers.pasted import html_to_markdown

    return _said(html_to_markdown(html)).strip("\n") or plain


def plain_words(source: QMimeData) -> str:
    """The words of the clipboard without their form."""
    return _said(source.text())


def _said(text: str) -> str:
    return in_lines(text).translate(CONTROL_SIGNS)


def insert(editor: QPlainTextEdit, words: str) -> None:
    """Puts words at the caret, in place of the selection; what begins with a heading or a bullet begins a line of its own."""
    words = in_lines(words)
    if not words:
        return
    cursor = editor.textCursor()
    block = editor.document().findBlock(cursor.selectionStart())
    within = bool(block.text()[: cursor.selectionStart() - block.position()].strip())
    cursor.insertText(f"\n{words}" if within and words.startswith(("#", "- ")) else words)
    editor.ensureCursorVisible()
