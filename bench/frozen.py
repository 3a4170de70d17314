"""What the frozen program weighs, where `make package` has built it."""

from pathlib import Path

from bench.row import Row, times

DIST = Path(__file__).resolve().parent.parent / "dist"
UNTRIMMED_FOLDER, UNTRIMMED_ARCHIVE = 371.0, 108.0
"""MB of a build with everything in it, of July 2026 (the project's own measurement): not built anew for the comparison."""
GOAL_FOLDER, GOAL_ARCHIVE = 230.0, 80.0


def measure() -> list[Row]:
    """The folder and the archive beside it, in MB (millions of bytes)."""
    files = [file for file in (DIST / "jobmatch-desktop").rglob("*") if file.is_file() and not file.is_symlink()]
    archive = DIST / "jobmatch-desktop.tar.xz"
    return [
        _row("frozen folder", sum(file.stat().st_size for file in files) / 1e6, UNTRIMMED_FOLDER, GOAL_FOLDER),
        _row(
            "installer (tar.xz)",
            archive.stat().st_size / 1e6 if archive.exists() else 0,
            UNTRIMMED_ARCHIVE,
            GOAL_ARCHIVE,
        ),
    ]


def _row(what: str, size: float, untrimmed: float, goal: float) -> Row:
    if not size:
        return Row(what, "not built: make package", "", "", f"<= {goal:.0f} MB", None)
    control = f"{untrimmed:.0f} MB (untrimmed)"
    return Row(what, f"{size:.1f} MB", control, times(size / untrimmed), f"<= {goal:.0f} MB", size <= goal)
