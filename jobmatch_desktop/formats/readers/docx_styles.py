"""How a Word document's words look: what a run says itself, else its paragraph's style, else the document's defaults."""

from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Style

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_PARENTS = 12
_OFF = ("0", "false", "off", "none")


class ParagraphStyle(msgspec.Struct, frozen=True):
    """A paragraph's look: its words', whether it is an item of a list, the blank above (heights) and the indent (points)."""

    look: Style
    capitals: bool
    listed: bool
    gap: float
    indent: float


class DocxStyles:
    """The styles of one document. Any thread."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")}
        defaults = document.styles.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self._size = _number(_value(defaults, "sz"), 20.0) / 2
        self._standard = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(f"{_W}default") == "1" and style.get(f"{_W}type") == "paragraph"
            ),
            None,
        )

    def of_paragraph(self, paragraph: Any) -> ParagraphStyle:
        """The look of a paragraph by its style and its own settings."""
        properties = paragraph.find(f"{_W}pPr")
        name = _value(properties, "pStyle") or self._standard
        chain = self._chain(name)
        runs = [style.find(f"{_W}rPr") for style in chain]
        look = Style(
            size=self._first(runs, "sz", self._size * 2) / 2,
            bold=_on(runs, "b"),
            italic=_on(runs, "i"),
            colour=_colour(runs),
        )
        blocks = [properties, *(style.find(f"{_W}pPr") for style in chain)]
        listed = any(
            found is not None and found.find(f"{_W}numPr") is not None and not _unnumbered(found) for found in blocks
        )
        listed = listed or "list" in (name or "").lower()
        heading = (name or "").lower().startswith(("heading", "titre", "title", "überschrift"))
        spacing = next(
            (
                found.find(f"{_W}spacing")
                for found in blocks
                if found is not None and found.find(f"{_W}spacing") is not None
            ),
            None,
        )
        before = _number(spacing.get(f"{_W}before") if spacing is not None else None, 0.0) / 20
        indents = [
            found.find(f"{_W}ind") for found in blocks if found is not None and found.find(f"{_W}ind") is not None
        ]
        left = _number(indents[0].get(f"{_W}left") or indents[0].get(f"{_W}start"), 0.0) / 20 if indents else 0.0
        return ParagraphStyle(
            look, _on(runs, "caps"), listed and not heading, round(before / max(look.size, 1.0), 2), left
        )

    def of_run(self, run: Any, paragraph: ParagraphStyle) -> Style | None:
        """The look of a run; None for hidden text."""
        properties = run.find(f"{_W}rPr")
        if properties is None:
            return paragraph.look
        if _on([properties], "vanish"):
            return None
        chain = [properties, *(style.find(f"{_W}rPr") for style in self._chain(_value(properties, "rStyle")))]
        look = paragraph.look
        return Style(
            size=self._first(chain, "sz", look.size * 2) / 2,
            bold=_on(chain, "b", look.bold),
            italic=_on(chain, "i", look.italic),
            colour=_colour(chain, look.colour),
        )

    def in_capitals(self, run: Any, paragraph: ParagraphStyle) -> bool:
        """Whether small letters are shown as capitals."""
        properties = run.find(f"{_W}rPr")
        return paragraph.capitals if properties is None else _on([properties], "caps", paragraph.capitals)

    def _chain(self, name: str | None) -> list[Any]:
        """A style and those it is based on."""
        found: list[Any] = []
        while name and name in self._styles and len(found) < _MOST_PARENTS:
            style = self._styles[name]
            found.append(style)
            based = style.find(f"{_W}basedOn")
            name = based.get(f"{_W}val") if based is not None else None
        return found

    def _first(self, properties: list[Any], name: str, otherwise: float) -> float:
        for one in properties:
            if (value := _value(one, name)) is not None:
                return _number(value, otherwise)
        return otherwise


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(f"{_W}{name}") if properties is not None else None
    value = found.get(f"{_W}val") if found is not None else None
    return str(value) if value is not None else None


def _on(properties: list[Any], name: str, otherwise: bool = False) -> bool:
    for one in properties:
        found = one.find(f"{_W}{name}") if one is not None else None
        if found is not None:
            return found.get(f"{_W}val") not in _OFF
    return otherwise


def _colour(properties: list[Any], otherwise: int = 0) -> int:
    for one in properties:
        value = _value(one, "color")
        if value is not None:
            try:
                return int(value, 16)
            except ValueError:
                return otherwise
    return otherwise


def _unnumbered(properties: Any) -> bool:
    """Whether a paragraph takes itself out of the list that its style is in."""
    return _value(properties.find(f"{_W}numPr"), "numId") == "0"


def _number(value: str | None, otherwise: float) -> float:
    try:
        return float(value) if value is not None else otherwise
    except ValueError:
        return otherwise
