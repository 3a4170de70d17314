"""Where the files of a whole application go, and which of them stand there already."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.services.file_names import file_name
from jobmatch_desktop.writing.wording import LANGUAGES, wording


class Naming(msgspec.Struct, frozen=True):
    """How the files of a set are named. `values` are those of the pattern's parts (services/file_names.py) but `kind` and `language`,
    which are each document's. `endings` have no dot."""

    folder: Path
    pattern: str
    values: dict[str, str]
    endings: tuple[str, ...]

    def paths(self, documents: Sequence[tuple[DocumentKind, str]]) -> list[list[Path]]:
        """For each document, by kind and language, the path of each format; no two alike. Raises `PatternUnknown`."""
        taken: list[str] = []
        found: list[list[Path]] = []
        for kind, language in documents:
            values = self.values | of_document(kind, language)
            found.append([])
            for ending in self.endings:
                name = file_name(self.pattern, values, ending, taken)
                taken.append(name)
                found[-1].append(self.folder / name)
        return found


def of_document(kind: DocumentKind, language: str) -> dict[str, str]:
    """What a document says of itself in the name of its file, in its own language: an employer reads it."""
    words = wording(language if language in LANGUAGES else "en")
    return {"kind": words.kinds[kind], "language": language}


class Planned(msgspec.Struct, frozen=True):
    """A file that is to be written; `stands` where there is one of its name already."""

    path: Path
    stands: bool


def planned(paths: Sequence[Path]) -> list[Planned]:
    """Looks for each file. Blocks for the disk, for as long as a network folder takes."""
    return [Planned(path, stands(path)) for path in paths]


def stands(path: Path) -> bool:
    """Whether something has this name; a folder that cannot be looked into has nothing that is known of."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False
