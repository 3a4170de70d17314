"""The gallery: by keys and by mouse, with what cannot be used, drawn as it comes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from shiboken6 import Shiboken

from jobmatch_desktop.ui.look.gallery import Card, Cards, Gallery
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons

CARDS = (
    Card("classic", "Classic", "One column, quiet, for any trade"),
    Card("modern", "Modern", "A band of colour with the name, " * 4),
    Card("torn", "torn", trouble="The template “torn” cannot be used. It stops at line 2.", usable=False),
    Card("own", "A template of my own with a long name"),
)


@pytest.fixture
def gallery(appearance: Appearance, icons: Icons) -> Iterator[Gallery]:
    cards = Cards()
    made = Gallery(cards, appearance, icons)
    made.resize(700, 600)
    made.show()
    cards.set_cards(CARDS)
    cards.set_present("classic")
    yield made
    Shiboken.delete(made)


def chosen(gallery: Gallery) -> list[str]:
    names: list[str] = []
    gallery.chosen.connect(names.append)
    return names


def test_keys_go_from_card_to_card_and_enter_takes_one(gallery: Gallery) -> None:
    names = chosen(gallery)
    gallery.go_to("classic")
    QTest.keyClick(gallery, Qt.Key.Key_Return)  # it is in use
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    QTest.keyClick(gallery, Qt.Key.Key_Return)
    QTest.keyClick(gallery, Qt.Key.Key_End)
    QTest.keyClick(gallery, Qt.Key.Key_Space)
    assert names == ["modern", "own"]


def test_a_click_takes_one_and_a_broken_one_cannot_be_taken(gallery: Gallery) -> None:
    names = chosen(gallery)
    model = gallery.model()
    for row in (1, 2):
        QTest.mouseClick(
            gallery.viewport(), Qt.MouseButton.LeftButton, pos=gallery.visualRect(model.index(row, 0)).center()
        )
    assert names == ["modern"]


def test_screen_readers_hear_name_use_and_why(gallery: Gallery) -> None:
    model = gallery.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said[0] == "Classic. in use. One column, quiet, for any trade"
    assert "line 2" in said[2]
    assert gallery.accessibleName()


def test_pages_come_and_stay_until_newer_ones_do(gallery: Gallery) -> None:
    cards = gallery.model()
    assert isinstance(cards, Cards)
    ground = gallery.viewport().grab().toImage().pixelColor(gallery.visualRect(cards.index(0)).center())
    page = QImage(140, 198, QImage.Format.Format_RGB32)
    page.fill(QColor("#ff0000"))
    cards.set_image("classic", page)
    middle = gallery.visualRect(cards.index(0)).center() - QPoint(0, 30)
    assert gallery.viewport().grab().toImage().pixelColor(middle) == QColor("#ff0000") != ground
    cards.set_cards(CARDS)
    assert gallery.viewport().grab().toImage().pixelColor(middle) == QColor("#ff0000")
    cards.set_trouble("classic", "It cannot be used. It stops at line 3.", "It stops at line 3.")
    assert gallery.viewport().grab().toImage().pixelColor(middle) != QColor("#ff0000")
    cards.set_trouble("gone", "nobody", "")


def test_cards_fit_the_width(gallery: Gallery) -> None:
    widths = set()
    for width in (320, 700, 1400):
        gallery.resize(width, 600)
        widths.add(gallery.card_width())
        rects = [gallery.visualRect(gallery.model().index(row, 0)) for row in range(4)]
        assert all(rect.right() <= gallery.viewport().width() for rect in rects)
        assert gallery.horizontalScrollBar().maximum() == 0
    assert len(widths) > 1
