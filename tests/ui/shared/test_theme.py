"""The theme file is whole, readable in both schemes, and the only place of colours."""

import itertools
import re
from pathlib import Path

import pytest

import jobmatch_desktop.ui
from jobmatch_desktop.ui.shared.theme import Colours, load_theme, look_of, stylesheet

GROUNDS = ("canvas", "surface", "sunken", "accent_soft", "warn_soft")
TEXTS = ("text", "muted", "accent", "good", "warn", "bad")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("text", "ground"), [*itertools.product(TEXTS, GROUNDS), ("on_accent", "accent"), ("surface", "text")]
)
def test_every_text_is_readable_on_every_ground(text: str, ground: str, dark: bool) -> None:
    theme = load_theme()
    colours: Colours = theme.dark if dark else theme.light
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_has_a_value_for_every_name(dark: bool) -> None:
    sheet = stylesheet(look_of(load_theme(), dark, 1.0, True))
    assert "$" not in sheet
    assert load_theme().light.accent in sheet or dark


def test_sizes_grow_with_the_scale() -> None:
    look = look_of(load_theme(), False, 1.5, True)
    assert look.px(10) == 15
    assert look.steps(2) == 12
    assert "font-size: 20px" in stylesheet(look)


def test_nothing_moves_where_the_system_asks_for_less() -> None:
    assert look_of(load_theme(), False, 1.0, False).motion == 0
    assert look_of(load_theme(), False, 1.0, True).motion == 120


def test_no_widget_names_a_colour() -> None:
    for path in Path(next(iter(jobmatch_desktop.ui.__path__))).rglob("*.py"):
        assert not COLOUR.findall(path.read_text(encoding="utf-8")), path
