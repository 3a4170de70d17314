"""Which fonts without a name are bold: TeX's fonts as pictures have none, and tell their weight by the width of their letters alone."""

import statistics

import msgspec

from jobmatch_desktop.formats.readers.pdf_layout.character import UNNAMED, Character

# How much wider than the text's the letters of a bold font are, by letter. Small ones are cut wider too.
_WIDER = 1.09
_SMALL = 0.95
_FEWEST_LETTERS = 4


def with_weights(characters: list[Character]) -> list[Character]:
    """The characters, those of fonts without a name bold where their letters are wider than the same letters of the text."""
    widths: dict[str, dict[str, list[float]]] = {}
    sizes: dict[str, float] = {}
    for one in characters:
        if one.style.font.startswith(UNNAMED) and one.sign.isalpha() and one.sign.islower():
            width = (one.right - one.left) / max(one.style.size, 1.0)
            widths.setdefault(one.style.font, {}).setdefault(one.sign, []).append(width)
            sizes[one.style.font] = max(one.style.size, sizes.get(one.style.font, 0.0))
    if len(widths) < 2:
        return characters
    text = max(widths, key=lambda font: sum(map(len, widths[font].values())))
    bold = {
        font
        for font, letters in widths.items()
        if font != text and sizes[font] >= _SMALL * sizes[text] and _is_wider(letters, widths[text])
    }
    for one in characters:
        if one.style.font in bold:
            one.style = msgspec.structs.replace(one.style, bold=True)
    return characters


def _is_wider(letters: dict[str, list[float]], text: dict[str, list[float]]) -> bool:
    shared = [letter for letter in letters if letter in text]
    found = [statistics.median(letters[letter]) for letter in shared]
    if len(shared) < _FEWEST_LETTERS or max(found) - min(found) < 0.02:
        # As wide as each other: a typewriter's.
        return False
    usual = [statistics.median(text[letter]) for letter in shared]
    return sum(found) >= _WIDER * sum(usual)
