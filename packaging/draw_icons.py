"""Draws the icon's other forms from jobmatch-desktop.svg: PNG for Linux, ICO for Windows, ICNS for macOS. Run after a change of it."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent / "icons"
WINDOW = Path(__file__).parent.parent / "resources/icons"
"""The PNG is the window's own icon too."""
SIZE = 256


def draw(drawing: Path, folder: Path, window: Path) -> list[Path]:
    """The files written: the PNG into `window`, the others into `folder`. Raises `OSError` where Qt cannot."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    files = [window / "jobmatch-desktop.png", folder / "jobmatch.ico", folder / "jobmatch.icns"]
    for file in files:
        if not image.save(str(file)):
            raise OSError(f"{file} cannot be written")
    return files


if __name__ == "__main__":
    print(*draw(FOLDER / "jobmatch-desktop.svg", FOLDER, WINDOW), sep="\n")
    sys.exit(0)
