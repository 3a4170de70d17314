"""The look of a Word file: the classic template's, in Word's own styles."""

from collections.abc import Iterable
from typing import Any

TEXT_WIDTH_MM = 172
_MARGINS_MM = {"top_margin": 17, "bottom_margin": 17, "left_margin": 19, "right_margin": 19}
_FONT = "Calibri"
_INK, _GREY, _ACCENT, _HAIRLINE = "1B1D1F", "62676C", "0F6B5C", "D8DBD9"
# name: size, colour, bold, space before, space after (points), kept with the next
_STYLES = {
    "Normal": (10.5, _INK, False, 0, 6, False),
    "Title": (21, _INK, True, 0, 2, True),
    "Heading 1": (9.5, _ACCENT, True, 14, 5, True),
    "Heading 2": (10.5, _INK, False, 8, 2, True),
    "List Bullet": (10.5, _INK, False, 0, 1, False),
    "Contact": (9.5, _GREY, False, 0, 6, False),
    "Details": (9.5, _GREY, False, 0, 2, True),
    "Subject": (11.5, _ACCENT, True, 14, 10, True),
}


def set_up(page: Any, name: str, language: str) -> None:
    """Gives an empty python-docx document its page, styles and language, and from page 2 on a footer with the name."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for margin, width in _MARGINS_MM.items():
        setattr(section, margin, Mm(width))
    for style_name in ("Contact", "Details", "Subject"):
        made = page.styles.add_style(style_name, WD_STYLE_TYPE.PARAGRAPH)
        # A letter's subject is a heading, of the same rank as the titles of a CV's sections.
        made.base_style = page.styles["Heading 1" if style_name == "Subject" else "Normal"]
        made.next_paragraph_style = page.styles["Normal"]
    for style_name, (size, colour, bold, before, after, kept) in _STYLES.items():
        style = page.styles[style_name]
        _font(style, size, colour, bold)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.08
        style.paragraph_format.keep_with_next = kept
        style.paragraph_format.widow_control = True
    characters = page.styles.add_style("Details Characters", WD_STYLE_TYPE.CHARACTER)
    characters.font.size, characters.font.color.rgb = Pt(9.5), RGBColor.from_string(_GREY)
    _section_title(page.styles["Heading 1"])
    _no_rule(page.styles["Title"])
    _no_rule(page.styles["Subject"])
    page.styles["Subject"].font.all_caps = False
    _set(page.styles["Subject"].element.get_or_add_rPr(), "w:spacing", "0")
    _dates_at_the_edge(page.styles["Heading 2"])
    _language(page, language)
    _footer(section, name)
    _without_thumbnail(page)


def lay_out_letter(page: Any, preamble: Iterable[Any], language: str) -> None:
    """Spaces a letter's paragraphs: the head, the addressee (in the right half in French), the room for a signature."""
    from docx.shared import Mm, Pt

    for name, before, after in (("Normal", 0, 10), ("Contact", 0, 28), ("Subject", 16, 14)):
        page.styles[name].paragraph_format.space_before = Pt(before)
        page.styles[name].paragraph_format.space_after = Pt(after)
    page.styles["Normal"].paragraph_format.line_spacing = 1.15
    for paragraph in preamble:
        if language == "fr":
            paragraph.paragraph_format.left_indent = Mm(TEXT_WIDTH_MM * 0.55)
    last_two = page.paragraphs[-2:]
    if len(last_two) == 2 and all(paragraph.style.name == "Normal" for paragraph in last_two):
        last_two[0].paragraph_format.keep_with_next = True
        last_two[1].paragraph_format.space_before = Pt(30)


def _font(style: Any, size: float, colour: str, bold: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.cs_bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    # Word draws scripts that run from right to left by these.
    fonts.set(qn("w:cs"), "Arial")
    _set(properties, "w:szCs", str(int(size * 2)))


def _section_title(style: Any) -> None:
    style.font.all_caps = True
    properties = style.element.get_or_add_rPr()
    _set(properties, "w:spacing", "10")
    _bottom_border(style, "single", _HAIRLINE)


def _no_rule(style: Any) -> None:
    _bottom_border(style, "nil", "auto")


def _bottom_border(style: Any, kind: str, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", kind), ("sz", "4"), ("space", "2"), ("color", colour)):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    # The schema's order: the border stands before these.
    followers = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
    after = next((child for child in properties if child.tag in {qn(f"w:{name}") for name in followers}), None)
    if after is None:
        properties.append(borders)
    else:
        after.addprevious(borders)


def _dates_at_the_edge(style: Any) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    style.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)


def _language(page: Any, language: str) -> None:
    from docx.oxml.ns import qn

    for found in page.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
        if language in ("ja", "ko", "zh"):
            found.set(qn("w:eastAsia"), language)


def _footer(section: Any, name: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    section.different_first_page_header_footer = True
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if name:
        paragraph.add_run(f"{name} · ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(_GREY)


def _field(paragraph: Any, instruction: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(_GREY)
    field.append(run._r)
    paragraph._p.append(field)


def _without_thumbnail(page: Any) -> None:
    relations = page.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        relations.pop(key)


def _set(properties: Any, tag: str, value: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = properties.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        properties.append(found)
    found.set(qn("w:val"), value)
