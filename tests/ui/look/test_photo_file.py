"""A picture file as a photo: turned, cut to shape, small; what is none is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from jobmatch_desktop.domain.file_errors import FileUnreadable
from jobmatch_desktop.domain.format_errors import PhotoTooLarge, PhotoUnusable
from jobmatch_desktop.formats.writers.photo import photo_kind
from jobmatch_desktop.ui.look import photo_file
from jobmatch_desktop.ui.look.photo_file import PRINTED, photo_in, photo_of


def encoded(image: QImage, kind: str) -> bytes:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(held, kind)  # type: ignore[call-overload]
    return bytes(held.data().data())


def plain(width: int, height: int, colour: str = "#204080") -> QImage:
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(QColor(colour))
    return made


def test_a_large_picture_is_cut_to_shape_and_made_small(qapp: QCoreApplication) -> None:
    wide = plain(2400, 1200, "#ff0000")
    painter = QPainter(wide)
    painter.fillRect(900, 0, 600, 1200, QColor("#0000ff"))
    painter.end()
    data = photo_in(encoded(wide, "PNG"))
    assert photo_kind(data) == "jpeg"
    assert len(data) < 200_000
    found = QImage.fromData(data)
    assert abs(found.width() / found.height() - PRINTED.width() / PRINTED.height()) < 0.01
    assert found.height() <= PRINTED.height()
    # Its middle is kept.
    assert found.pixelColor(found.width() // 2, found.height() // 2).blue() > 200


def test_a_small_picture_stays_small_and_what_is_seen_through_is_white(qapp: QCoreApplication) -> None:
    found = QImage.fromData(photo_in(encoded(plain(70, 90, "#00000000"), "PNG")))
    assert (found.width(), found.height()) == (70, 90)
    assert found.pixelColor(10, 10).lightness() > 250


def test_a_picture_is_turned_as_it_was_taken(qapp: QCoreApplication) -> None:
    lying = encoded(plain(400, 200), "JPEG")
    # EXIF with the orientation 6: a camera held upright.
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    turned = lying[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + lying[2:]
    before, after = (QImage.fromData(photo_in(data)) for data in (lying, turned))
    assert (before.height(), after.width()) == (200, 200)
    assert after.height() > 200


def test_what_is_no_picture_is_said(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cv.jpg"
    file.write_bytes(b"%PDF-1.7")
    with pytest.raises(PhotoUnusable):
        photo_of(file)
    with pytest.raises(PhotoUnusable):
        photo_in(encoded(plain(400, 400), "PNG")[:60])
    with pytest.raises(FileUnreadable):
        photo_of(tmp_path / "gone.jpg")
    monkeypatch.setattr(photo_file, "MOST_MEGABYTES", 0)
    with pytest.raises(PhotoTooLarge):
        photo_of(file)
