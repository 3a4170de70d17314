"""Colours: the template's, those that are offered, and one of the person's own, as dark as the pages make it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog
from shiboken6 import Shiboken

from jobmatch_desktop.formats.writers.colour import readable
from jobmatch_desktop.ui.look.swatches import Swatch, Swatches
from jobmatch_desktop.ui.shared.appearance import Appearance
from tests.ui.editor.working import click

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BLUE, GREEN, PALE = "#1f4e79", "#0f6b5c", "#ffee88"


@pytest.fixture
def swatches(appearance: Appearance) -> Iterator[Swatches]:
    made = Swatches(appearance)
    made.set_offered([(BLUE, "Blue"), (GREEN, "Green")])
    made.show_colour("", GREEN)
    made.show()
    yield made
    Shiboken.delete(made)


def shown(swatches: Swatches) -> list[tuple[str, str, bool]]:
    found = [one for one in swatches.findChildren(Swatch) if one.isVisible()]
    found.sort(key=lambda one: one.x())
    return [(one.accessibleName(), one.colour, one.isChecked()) for one in found]


def test_the_templates_own_colour_is_first_and_not_offered_twice(swatches: Swatches) -> None:
    assert shown(swatches) == [("As the template has it", GREEN, True), ("Blue", BLUE, False)]
    swatches.show_colour(BLUE, BLUE)  # chosen, which another template may not have
    assert [checked for _, _, checked in shown(swatches)] == [False, True, False]


def test_a_colour_is_chosen_by_mouse_and_keys(swatches: Swatches) -> None:
    chosen: list[str] = []
    swatches.chosen.connect(chosen.append)
    first, second = sorted((one for one in swatches.findChildren(Swatch) if one.isVisible()), key=lambda one: one.x())
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert chosen == [BLUE, ""]


def test_a_colour_of_ones_own_is_kept_as_dark_as_it_can_be_read(swatches: Swatches) -> None:
    chosen: list[str] = []
    swatches.chosen.connect(chosen.append)
    click(swatches, "Other…")
    (dialog,) = swatches.findChildren(QColorDialog)
    dialog.colorSelected.emit(QColor(PALE))
    dialog.reject()
    assert chosen == [readable(PALE)]
    swatches.show_colour(chosen[0], GREEN)
    assert shown(swatches)[-1] == ("A colour of your own", readable(PALE), True)
