"""Characters of a page as words."""

from jobmatch_desktop.formats.cv_lines.line import Style
from jobmatch_desktop.formats.readers.pdf_layout.characters import Character
from jobmatch_desktop.formats.readers.pdf_layout.words import words_on

ICONS = Style(10, False, False, 0, "FontAwesome6Free-Solid")


def drawn(text: str, style: Style) -> list[Character]:
    return [Character(sign, 10.0 + 6 * place, 16.0 + 6 * place, 50, style, 1) for place, sign in enumerate(text)]


def test_a_sign_or_its_name_in_a_font_of_icons_is_no_text() -> None:
    for text in ("\uf0e0", "\u260e", "location_on"):
        assert [word.icon for word in words_on(drawn(text, ICONS), 0)] == [True], text


def test_what_an_icon_stands_for_is_text() -> None:
    for text in ("mailto:ada@example.com", "312-555-0123", "/in/ada", "@ada"):
        assert [(word.text, word.icon) for word in words_on(drawn(text, ICONS), 0)] == [(text, False)]
