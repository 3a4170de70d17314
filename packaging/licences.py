"""The licences of what the frozen program brings, gathered from the packages' own metadata and texts."""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

_TEXTS = ("LICEN", "COPYING", "NOTICE", "OFL", "AUTHORS")
_KEPT = Path(__file__).parent / "licences"
"""Texts that a package names and does not bring: Qt for Python's."""


def third_party(sources: Iterable[str]) -> str:
    """A text that names every package with a file among `sources`, with its licence, and the shared libraries of the system."""
    files = {Path(source).resolve() for source in sources}
    owners = [
        (found, {Path(str(found.locate_file(file))).resolve() for file in found.files or ()})
        for found in distributions()
    ]
    bundled = sorted((found for found, own in owners if own & files), key=lambda found: found.name.lower())
    known = set().union(*(own for _, own in owners))
    python_own = Path(sysconfig.get_path("stdlib")).resolve()
    system = {file for file in files - known if _is_foreign(file, python_own)}
    head = "JobMatch Desktop brings the works of others, each under its own licence.\n"
    python = f"Python {sys.version.split()[0]}: Python Software Foundation License 2\nhttps://docs.python.org/3/license.html\n"
    parts = [head, python, *map(_notice, bundled)]
    if system:
        parts += _system_notices(system)
    return f"\n{'-' * 72}\n\n".join(parts)


def _is_foreign(file: Path, python_own: Path) -> bool:
    """Whether a file is a shared library, and none of Python's."""
    return ".so" in file.name and not file.name.startswith("libpython") and not file.is_relative_to(python_own)


def _system_notices(libraries: Iterable[Path]) -> list[str]:
    """A list of the libraries, and on Debian and its like what the package of each says of its licence, once a text."""
    libraries = sorted(libraries)
    names = "\n".join(library.name for library in libraries)
    owners: dict[str, list[str]] = {}
    if shutil.which("dpkg-query"):
        for library in libraries:
            text = _copyright(library)
            owners.setdefault(text, []).append(library.name)
    said = ["\n".join([", ".join(own), "", text]) for text, own in owners.items() if text]
    return [f"Shared libraries of the system that built it:\n{names}\n", *said]


def _copyright(library: Path) -> str:
    """What Debian's package of a library says of its licence, or `""` where the library is of none."""
    # A package may name the file below /lib, which is a link to /usr/lib.
    places = [str(library), str(library).removeprefix("/usr")]
    said = subprocess.run(["dpkg-query", "--search", *places], capture_output=True, text=True, check=False).stdout
    package = said.split(":")[0].split(",")[0]
    file = Path("/usr/share/doc") / package / "copyright"
    return file.read_text(encoding="utf-8", errors="replace") if package and file.is_file() else ""


def _notice(found: Distribution) -> str:
    metadata = found.metadata
    classifiers = [
        line.split(" :: ")[-1] for line in metadata.get_all("Classifier") or () if line.startswith("License ::")
    ]
    licence = (
        metadata.get("License-Expression") or ", ".join(classifiers) or (metadata.get("License") or "").split("\n")[0]
    )
    texts = [
        Path(str(found.locate_file(file))).read_text(encoding="utf-8", errors="replace")
        for file in found.files or ()
        if ".dist-info" in str(file) and ("licenses" in file.parts or file.name.upper().startswith(_TEXTS))
    ]
    if not texts and "LGPL-3.0" in licence:
        texts = [file.read_text(encoding="utf-8") for file in sorted(_KEPT.glob("*GPL-3.0.txt"))]
    return "\n".join([f"{found.name} {found.version}: {licence or 'see its own page'}", "", *dict.fromkeys(texts)])
