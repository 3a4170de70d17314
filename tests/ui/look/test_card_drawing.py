"""A card of the gallery: what a template says of itself is read whole."""

import tomllib

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.resources import resource
from jobmatch_desktop.ui.look.card_drawing import LINES, wrapped
from jobmatch_desktop.ui.shared.appearance import Appearance

NARROW = 137
"""Pixels of a card's words in a window of 1280, four of them abreast."""


@pytest.mark.parametrize("name", ["academic", "classic", "compact", "french", "modern", "two-column"])
def test_what_a_template_says_of_itself_has_room(qapp: QApplication, appearance: Appearance, name: str) -> None:
    told = tomllib.loads(resource(f"templates/{name}/template.toml").read_text(encoding="utf-8"))
    font = QFont()
    font.setPixelSize(appearance.look.px(appearance.look.size.small))
    for key in ("about", "about-fr"):
        assert len(wrapped(told[key], font, NARROW)) <= LINES, told[key]
