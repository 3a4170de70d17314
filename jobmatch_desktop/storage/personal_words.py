"""The words that a person calls right: a text file in the data folder, one word a line, that may be edited by hand."""

from pathlib import Path

from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.storage.file_faults import file_fault

NAME = "personal_words.txt"


def kept_words(folder: Path) -> frozenset[str]:
    """The words; none where there is no file yet. Lines that are no text are left out. Raises storage faults. Blocks."""
    try:
        lines = (folder / NAME).read_bytes().decode("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise file_fault(error, folder / NAME) from error
    return frozenset(word for word in (line.strip().casefold() for line in lines) if word and "\ufffd" not in word)


def keep_words(folder: Path, words: frozenset[str]) -> None:
    """Keeps the words, sorted, whole or not at all. Raises storage faults. Blocks for the disk."""
    write_whole(folder / NAME, "".join(f"{word}\n" for word in sorted(words)).encode())
