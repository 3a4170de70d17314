"""Profile files by their ending: JSON Resume and Markdown."""

from pathlib import PurePath
from typing import Any

from jobmatch_desktop.domain.file_errors import FormatUnknown
from jobmatch_desktop.formats.readers.json_resume import read_profile
from jobmatch_desktop.formats.readers.markdown import read_markdown

_JSON = (".json",)
_MARKDOWN = (".md", ".markdown", ".txt")


def read_profile_file(name: str, data: bytes) -> dict[str, Any]:
    """The JSON Resume document in a file's bytes; the file's name tells its format. Raises `FormatUnknown` and the readers'
    errors. Blocks for as long as the file is large: off the UI thread."""
    ending = PurePath(name).suffix.lower()
    if ending in _JSON:
        return read_profile(data).source
    if ending in _MARKDOWN:
        return read_markdown(data)
    raise FormatUnknown(path=name, endings=", ".join(_JSON + _MARKDOWN))
