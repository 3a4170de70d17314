"""What a page hides from the eye: such text is no part of an offer, and is told of."""

import re
from collections.abc import Iterator

import msgspec
from lxml.html import HtmlElement

_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SIMPLE = re.compile(r"^(?:([a-z][\w-]*)|\*)?(?:([.#])([\w-]+))?$", re.I)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.I)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+%?))?\s*\)", re.I)
_NAMED = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "black": (0, 0, 0),
    "whitesmoke": (245, 245, 245),
}
_ZERO = re.compile(r"^(?:0|0?\.0*[1-9])(?:px|pt|em|rem|%|vh|vw)?$|^1px$|^[0-2](?:\.\d+)?(?:px|pt)$")
_NEAR = 36
_WHITE = (255, 255, 255)

Styles = dict[str, str]


class Sheet(msgspec.Struct, frozen=True):
    """The rules of a page's own style sheets that have one simple selector: by tag, class or id."""

    by_tag: dict[str, Styles]
    by_class: dict[str, Styles]
    by_id: dict[str, Styles]

    def of(self, element: HtmlElement) -> Styles:
        """What is said of an element, its own `style` last."""
        found = dict(self.by_tag.get(element.tag, {}))
        for name in (element.get("class") or "").split():
            found |= self.by_class.get(name, {})
        found |= self.by_id.get(element.get("id") or "", {})
        return found | _declared(element.get("style") or "")


def sheet_of(root: HtmlElement) -> Sheet:
    """Reads the `style` elements of a page; rules within `@media` and with more than one part are left."""
    sheet = Sheet({}, {}, {})
    for style in root.iter("style"):
        for selectors, body in _RULE.findall(_COMMENT.sub("", style.text or "")):
            if "@" in selectors:
                continue
            for selector in selectors.split(","):
                if not (parts := _SIMPLE.match(selector.strip())):
                    continue
                table = {None: sheet.by_tag, ".": sheet.by_class, "#": sheet.by_id}[parts[2]]
                if name := parts[3] or parts[1]:
                    table[name] = table.get(name, {}) | _declared(body)
    return sheet


def hidden_in(root: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements under `root` that are not to be seen."""
    sheet = sheet_of(root)
    waiting = [(root, (0, 0, 0), _WHITE)]
    while waiting:
        element, colour, ground = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        styles = sheet.of(element)
        ground = _colour(styles.get("background-color") or styles.get("background") or "") or ground
        colour = _colour(styles.get("color") or element.get("color") or "") or colour
        if element is not root and (element.get("hidden") is not None or _unseen(styles) or _alike(colour, ground)):
            yield element
        else:
            waiting += [(child, colour, ground) for child in reversed(element)]


def _unseen(styles: Styles) -> bool:
    if styles.get("display") == "none" or styles.get("visibility") in ("hidden", "collapse"):
        return True
    if styles.get("opacity", "1").rstrip("%") in ("0", "0.0", "0.00", ".0"):
        return True
    if _ZERO.match(styles.get("font-size", "")):
        return True
    if (
        "rect(0" in styles.get("clip", "")
        or "inset(50%" in styles.get("clip-path", "")
        or "inset(100%" in styles.get("clip-path", "")
    ):
        return True
    small = [_ZERO.match(styles.get(name, "")) for name in ("width", "height", "max-height", "max-width")]
    if any(small) and styles.get("overflow") in ("hidden", "clip"):
        return True
    away = [styles.get(name, "") for name in ("left", "top", "right", "text-indent", "margin-left")]
    return any(re.match(r"-\d{3,}(?:px|em|rem|%|vw)?$", value) for value in away)


def _alike(colour: tuple[int, int, int], ground: tuple[int, int, int]) -> bool:
    return sum(abs(one - other) for one, other in zip(colour, ground, strict=True)) <= _NEAR


def _declared(text: str) -> Styles:
    found = {}
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().casefold()] = value.replace("!important", "").strip().casefold()
    return found


def _colour(text: str) -> tuple[int, int, int] | None:
    """Red, green and blue; None for none, for what is not known, and for a transparent one."""
    if found := _HEX.search(text):
        digits = found[1] if len(found[1]) > 4 else "".join(sign * 2 for sign in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _RGB.search(text):
        return None if found[4] in ("0", "0%", "0.0") else (int(found[1]), int(found[2]), int(found[3]))
    return next((_NAMED[word] for word in text.split() if word in _NAMED), None)
