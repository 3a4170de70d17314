"""Characters of a page as words."""

from jobmatch_desktop.formats.cv_lines.line import Style
from jobmatch_desktop.formats.readers.pdf_layout.character import Character
from jobmatch_desktop.formats.readers.pdf_layout.weights import with_weights
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


def test_a_font_without_a_name_is_bold_where_its_letters_are_wider() -> None:
    def letters(text: str, font: str, width: float) -> list[Character]:
        style = Style(font=font)
        return [
            Character(sign, 10.0 * place, 10.0 * place + (width if sign != "i" else 0.5 * width), 0.0, style, 0)
            for place, sign in enumerate(text)
        ]

    found = with_weights([*letters("as it is set in the text", "?1", 5.0), *letters("titles are", "?2", 5.8)])
    assert {one.style.font for one in found if one.style.bold} == {"?2"}
    found = with_weights([*letters("as it is set in the text", "?1", 5.0), *letters("titles are", "?2", 5.1)])
    assert not any(one.style.bold for one in found)
