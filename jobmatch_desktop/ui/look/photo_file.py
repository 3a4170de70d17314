"""A picture file as the photo of a person: turned as it was taken, cut to a passport photo's shape, no larger than print needs."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from jobmatch_desktop.domain.format_errors import PhotoTooLarge, PhotoUnusable
from jobmatch_desktop.services.file_bytes import bytes_of

PRINTED = QSize(630, 810)
"""Dots of 35 x 45 mm at 457 a inch: some 100 kB, which any employer's system takes."""
MOST_MEGABYTES = 40
"""Of a file, and of its dots at four bytes each, times four."""
_QUALITY = 88


def photo_of(path: Path) -> bytes:
    """A JPEG of the picture. Blocks: for a thread. Raises `FileUnreadable`, `PhotoTooLarge`, `PhotoUnusable`."""
    data = bytes_of(path, MOST_MEGABYTES * 1_000_000)
    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise PhotoTooLarge(megabytes=MOST_MEGABYTES)
    return photo_in(data)


def photo_in(data: bytes) -> bytes:
    """A JPEG of a picture's bytes. Raises `PhotoTooLarge`, `PhotoUnusable`."""
    held = QBuffer()
    held.setData(QByteArray(data))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_MEGABYTES * 4_000_000:
        raise PhotoTooLarge(megabytes=MOST_MEGABYTES)
    found = reader.read()
    if found.isNull():
        raise PhotoUnusable
    shape = PRINTED.scaled(found.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (found.width() - shape.width()) // 2, (found.height() - shape.height()) // 2
    cut = found.copy(QRect(left, top, shape.width(), shape.height()))
    if cut.width() > PRINTED.width():
        cut = cut.scaled(PRINTED, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return _jpeg(cut)


def _jpeg(picture: QImage) -> bytes:
    """What is transparent becomes white, as on paper."""
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    paper.save(written, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(written.data().data())
