"""Which reader a CV's file needs: told by its bytes first, by its name where they do not tell."""

import io
import zipfile
from pathlib import PurePath

from jobmatch_desktop.domain.file_errors import FormatUnknown
from jobmatch_desktop.domain.profile_errors import EmptyFile
from jobmatch_desktop.domain.reading_errors import FileDamaged, FileTooLarge, NotCv, OldWordFile
from jobmatch_desktop.formats.imported import Imported

TEXTS = (".md", ".markdown", ".txt")
ENDINGS = (".pdf", ".docx", ".json", ".zip", *TEXTS)
MOST_BYTES = 60_000_000
MOST_UNPACKED = 200_000_000
_WORD_PART = "word/document.xml"
_MEGABYTE = 1_000_000


def is_binary(data: bytes) -> bool:
    """Whether a file is of the kinds that are read in a process of their own: PDF, Word, LinkedIn's export."""
    return _begins_as_pdf(data) or data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


def read_cv(name: str, data: bytes) -> Imported:
    """The JSON Resume document in a file's bytes, with the places of what was read out of pages and lines.

    Raises `FormatUnknown`, the errors of domain/reading_errors.py, profile_errors.py and format_errors.py. Blocks for as long as
    the file is large: off the UI thread. pdfium: not from two threads at once.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge(megabytes=MOST_BYTES // _MEGABYTE, unpacked="")
    if is_binary(data):
        return _read_binary(data)
    ending = PurePath(name).suffix.lower()
    if ending == ".json":
        from jobmatch_desktop.formats.readers.json_resume import read_profile

        return Imported(read_profile(data).source)
    if ending in TEXTS:
        from jobmatch_desktop.formats.readers.text import read_text

        return read_text(data)
    if ending in (".pdf", ".docx", ".zip") and data.strip():
        raise FileDamaged(kind={".pdf": "a PDF", ".docx": "a Word document", ".zip": "a packed file"}[ending])
    if ending in ENDINGS:
        raise EmptyFile
    raise FormatUnknown(path=name, endings=", ".join(ENDINGS))


def _read_binary(data: bytes) -> Imported:
    if _begins_as_pdf(data):
        from jobmatch_desktop.formats.readers.pdf import read_pdf

        return read_pdf(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise OldWordFile
    names = _names_in(data)
    if _WORD_PART in names:
        from jobmatch_desktop.formats.readers.docx import read_docx

        return read_docx(data)
    if any(PurePath(name).name == "Profile.csv" for name in names):
        from jobmatch_desktop.formats.readers.linkedin import read_linkedin

        return read_linkedin(data)
    raise NotCv


def _begins_as_pdf(data: bytes) -> bool:
    """A PDF may have up to a kilobyte of something else before it."""
    return b"%PDF-" in data[:1024]


def _names_in(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as fault:
        raise FileDamaged(kind="a packed file") from fault
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise FileTooLarge(megabytes=MOST_UNPACKED // _MEGABYTE, unpacked=" unpacked")
    return [entry.filename for entry in entries]
