"""The text in a file's bytes, whatever its encoding."""

import codecs

from jobmatch_desktop.domain.format_errors import EmptyText, NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEGINNINGS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a packed file, such as a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROLS_OF_TEXT = frozenset("\t\n\r\f\x0b\x1a\x85")


def text_in(data: bytes) -> str:
    """UTF-8, UTF-16 and UTF-32, with a byte order mark or (UTF-8 and UTF-16) without; else Windows-1252.

    Raises `NotText` for a picture, a PDF and other bytes that are no text, `EmptyText` where there are no words.
    Any thread.
    """
    for beginning, named in _BEGINNINGS:
        if data.startswith(beginning):
            raise NotText(found=named)
    text = _decoded(data)
    controls = sum(not (character.isprintable() or character.isspace()) for character in text[:10_000])
    unknown = sum(character < " " and character not in _CONTROLS_OF_TEXT for character in text[:10_000])
    if unknown * 50 > len(text[:10_000]) or controls * 10 > len(text[:10_000]):
        raise NotText(found="bytes that are no text")
    if not text.strip():
        raise EmptyText
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        if data[1:2] == b"\0" or data[:1] == b"\0":
            return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
