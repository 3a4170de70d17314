"""Builds the frozen program into dist/, tries it and says what it weighs: `make package`.

    python packaging/build.py [--no-build] [--no-archive]

Exits with 1 where a check fails or a goal is missed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist/jobmatch-desktop"
ARCHIVE = ROOT / "dist/jobmatch-desktop.tar.xz"
MOST_FOLDER, MOST_ARCHIVE, NAMED = 230.0, 80.0, 5.0
"""Goals of DESIGN §11, in MB (millions of bytes)."""

sys.path.append(str(ROOT))  # the loopback server of the tests


def main() -> int:
    """Builds, weighs, tries. 0 where all is well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-build", action="store_true", help="try what stands in dist/")
    parser.add_argument("--no-archive", action="store_true", help="do not compress it, which takes a minute")
    words = parser.parse_args()
    if not words.no_build:
        build()
    well = weigh(FOLDER)
    well &= try_out(FOLDER)
    if not words.no_archive:
        well &= compress()
    return 0 if well else 1


def build() -> None:
    """Makes dist/ anew."""
    begun = time.monotonic()
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build/pyinstaller")]
    command = [sys.executable, "-m", "PyInstaller", str(ROOT / "jobmatch.spec"), "--noconfirm", "--log-level", "ERROR"]
    subprocess.run([*command, *folders], cwd=ROOT, check=True)
    print(f"built in {time.monotonic() - begun:.0f} s: {FOLDER}\n")


def weigh(folder: Path) -> bool:
    """Prints the size in MB and every part above 5 MB; whether it is light enough."""
    sizes = {file: file.stat().st_size / 1e6 for file in folder.rglob("*") if file.is_file() and not file.is_symlink()}
    total = sum(sizes.values())
    inside = folder / "_internal"
    parts: dict[str, float] = {}
    for file, size in sizes.items():
        part = file.relative_to(inside).parts[0] if file.is_relative_to(inside) else file.name
        parts[part] = parts.get(part, 0.0) + size
    print(f"{'MB':>7}  part")
    named = 0.0
    for part, size in sorted(parts.items(), key=lambda item: -item[1]):
        if size >= NAMED:
            named += size
            print(f"{size:7.1f}  {part}")
            for file, own in sorted(sizes.items(), key=lambda item: -item[1]):
                if NAMED <= own < size and inside / part in file.parents:
                    print(f"{'':7}  {own:7.1f}  {file.name}")
    print(f"{total - named:7.1f}  everything else ({len(sizes)} files in all)")
    print(f"{total:7.1f}  the folder (goal: <= {MOST_FOLDER:.0f}): {_verdict(total <= MOST_FOLDER)}\n")
    return total <= MOST_FOLDER


def try_out(folder: Path) -> bool:
    """Runs every check on a copy in a folder of its own; whether all held."""
    from trying import CHECKS, Failed, Tried

    well = True
    with tempfile.TemporaryDirectory(prefix="jobmatch été ") as place:
        copied = Path(shutil.copytree(folder, Path(place) / "program", symlinks=True))
        for sample in (ROOT / "resources/samples").glob("sample[.-]*"):
            shutil.copy(sample, place)
        tried = Tried(copied / FOLDER.name, Path(place))
        for check in CHECKS:
            begun = time.monotonic()
            try:
                told = f"ok    {check(tried)}"
            except Failed as failed:
                well, told = False, f"FAIL  {failed}"
            print(f"{check.__name__:<16}{told} ({time.monotonic() - begun:.1f} s)", flush=True)
        if (picture := tried.folder / "window.png").exists():
            shutil.copy(picture, ROOT / "build/frozen-window.png")
    print()
    return well


def compress() -> bool:
    """Makes the archive and prints its size; whether it is small enough."""
    words = ["tar", "-C", str(FOLDER.parent), "-I", "xz -T2 -6", "-cf", str(ARCHIVE), FOLDER.name]
    subprocess.run(["nice", "-n", "10", *words], check=True)
    size = ARCHIVE.stat().st_size / 1e6
    print(f"{size:7.1f}  MB as {ARCHIVE.name} (goal: <= {MOST_ARCHIVE:.0f}): {_verdict(size <= MOST_ARCHIVE)}")
    return size <= MOST_ARCHIVE


def _verdict(well: bool) -> str:
    return "met" if well else "MISSED"


if __name__ == "__main__":
    sys.exit(main())
