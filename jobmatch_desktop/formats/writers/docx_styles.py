"""The look of a Word file, in Word's own styles."""

from collections.abc import Iterable
from typing import Any

from jobmatch_desktop.formats.writers.docx_sheet import DATES_MM, ParagraphLook, Sheet

_ADDED = {
    "Headline": "Normal",
    "Contact": "Normal",
    "Organisation": "Normal",
    "Details": "Normal",
    "Subject": "Heading 1",
}
_ALL_SIDES = ("top", "left", "bottom", "right")
# The schema's order of a paragraph's properties, as far as they are set here.
_ORDER = (
    "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing", "ind", "contextualSpacing", "jc",
    "outlineLvl",
)  # fmt: skip


def set_up(page: Any, name: str, language: str, sheet: Sheet) -> None:
    """Gives an empty python-docx document its page, styles and language, and from page 2 on a footer with the name."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    section = page.sections[0]
    margins = sheet.look.margin_mm
    section.page_width, section.page_height = Mm(sheet.paper[0]), Mm(sheet.paper[1])
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    for style_name, base in _ADDED.items():
        made = page.styles.add_style(style_name, WD_STYLE_TYPE.PARAGRAPH)
        # A letter's subject is a heading, of the same rank as the titles of a CV's sections.
        made.base_style, made.next_paragraph_style = page.styles[base], page.styles["Normal"]
    for style_name, look in sheet.styles.items():
        style = page.styles[style_name]
        _font(style, look, sheet.font)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
        style.paragraph_format.line_spacing = 1.08
        style.paragraph_format.keep_with_next = look.kept
        style.paragraph_format.widow_control = True
    characters = page.styles.add_style("Details Characters", WD_STYLE_TYPE.CHARACTER)
    details = sheet.styles["Details"]
    characters.font.size, characters.font.color.rgb = Pt(details.size), RGBColor.from_string(details.colour)
    characters.font.italic = False
    _head(page, sheet)
    _section_title(page.styles["Heading 1"], sheet)
    _borders(page.styles["Subject"])
    shade(page.styles["Subject"].element.get_or_add_pPr(), "auto")
    page.styles["Subject"].font.all_caps = page.styles["Subject"].font.small_caps = False
    _set(page.styles["Subject"].element.get_or_add_rPr(), "w:spacing", "0")
    _entries(page, sheet)
    _language(page, language)
    _footer(section, name, sheet)
    _without_thumbnail(page)


def lay_out_letter(page: Any, sides: dict[str, str], roles: Iterable[tuple[str, list[Any]]], sheet: Sheet) -> None:
    """Spaces a letter's paragraphs by its country's habit: who stands in the right half, the room for a signature."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    for name, before, after in (("Normal", 0, 10), ("Contact", 0, 28), ("Subject", 16, 14)):
        page.styles[name].paragraph_format.space_before = Pt(before)
        page.styles[name].paragraph_format.space_after = Pt(after)
    page.styles["Normal"].paragraph_format.line_spacing = 1.15
    if sides.get("sender") == "end" and not sheet.look.letterhead:
        for name in ("Title", "Headline", "Contact"):
            page.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before_name = None
    for role, paragraphs in roles:
        for paragraph in paragraphs:
            if sides.get(role) == "end" and role != "sender":
                paragraph.paragraph_format.left_indent = Mm(sheet.width * 0.55)
            if role == "name":
                paragraph.paragraph_format.space_before = Pt(30)
                if before_name is not None:
                    before_name.paragraph_format.keep_with_next = True
            before_name = paragraph


def shade(properties: Any, colour: str) -> None:
    """A ground of this colour, for a paragraph's or a cell's properties."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{key}"), value)
    _in_place(properties, shading)


def _head(page: Any, sheet: Sheet) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for name in ("Title", "Headline", "Contact"):
        style = page.styles[name]
        _borders(style)
        if sheet.look.name_align == "center":
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if sheet.look.head == "band":
            # Paragraphs of the same lines are one ground; the words begin where all others do.
            _borders(style, _ALL_SIDES, sheet.accent, space="8")
            shade(style.element.get_or_add_pPr(), sheet.accent)
            style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    if sheet.look.entry == "dates-left":
        headline = page.styles["Headline"]
        headline.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _borders(headline, ("top", "bottom"), sheet.accent, size="6", space="5")


def _section_title(style: Any, sheet: Sheet) -> None:
    look = sheet.look
    if look.section in ("rule", "ground"):
        style.font.all_caps = True
        _set(style.element.get_or_add_rPr(), "w:spacing", "10")
    if look.section == "caps" and not look.capitals:
        style.font.small_caps = True
    if look.section in ("rule", "caps"):
        _borders(style, ("bottom",), sheet.hairline)
    elif look.section == "bar":
        _borders(style, ("left",), sheet.accent, size="24", space="6")
    else:
        _borders(style)
    if look.section == "ground":
        shade(style.element.get_or_add_pPr(), sheet.soft)


def _entries(page: Any, sheet: Sheet) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    if sheet.look.entry == "dates-left":
        heading = page.styles["Heading 2"].paragraph_format
        heading.left_indent, heading.first_line_indent = Mm(DATES_MM), Mm(-DATES_MM)
        heading.tab_stops.add_tab_stop(Mm(DATES_MM), WD_TAB_ALIGNMENT.LEFT)
    else:
        for name in ("Heading 2", "Organisation"):
            page.styles[name].paragraph_format.tab_stops.add_tab_stop(Mm(sheet.width), WD_TAB_ALIGNMENT.RIGHT)


def _font(style: Any, look: ParagraphLook, family: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = family, Pt(look.size), look.bold
    style.font.cs_bold, style.font.italic = look.bold, look.italic
    style.font.color.rgb = RGBColor.from_string(look.colour)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    # Word draws scripts that run from right to left by these.
    fonts.set(qn("w:cs"), "Arial")
    _set(properties, "w:szCs", str(int(look.size * 2)))


def _borders(style: Any, sides: tuple[str, ...] = (), colour: str = "auto", size: str = "4", space: str = "2") -> None:
    """Lines at these sides of the style's paragraphs, and at no others."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    for side in _ALL_SIDES:
        line = OxmlElement(f"w:{side}")
        kind = "single" if side in sides else "nil"
        for key, value in (("val", kind), ("sz", size), ("space", space), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    _in_place(properties, borders)


def _in_place(properties: Any, child: Any) -> None:
    """Puts a paragraph's property where the schema has it."""
    from docx.oxml.ns import qn

    for old in properties.findall(child.tag):
        properties.remove(old)
    names = [qn(f"w:{name}") for name in _ORDER]
    followers = set(names[names.index(child.tag) + 1 :]) if child.tag in names else set()
    after = next((one for one in properties if one.tag in followers), None)
    if after is None:
        properties.append(child)
    else:
        after.addprevious(child)


def _language(page: Any, language: str) -> None:
    from docx.oxml.ns import qn

    for found in page.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
        if language in ("ja", "ko", "zh"):
            found.set(qn("w:eastAsia"), language)


def _footer(section: Any, name: str, sheet: Sheet) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section.different_first_page_header_footer = True
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if name:
        paragraph.add_run(f"{name} · ")
    _field(paragraph, "PAGE", sheet)
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES", sheet)
    for run in paragraph.runs:
        _small(run, sheet)


def _field(paragraph: Any, instruction: str, sheet: Sheet) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    _small(run, sheet)
    field.append(run._r)
    paragraph._p.append(field)


def _small(run: Any, sheet: Sheet) -> None:
    from docx.shared import Pt, RGBColor

    run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(sheet.grey)


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
