"""Templates: folders with a template.toml and Typst files, the program's own and those a person adds."""

import re
import tomllib
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.format_errors import (
    TemplateEntryGone,
    TemplateLacks,
    TemplateMisfit,
    TemplateMissing,
    TemplateTorn,
    TemplateUnreadable,
)

_LINE = re.compile(r"\(at line (\d+)")


class Margins(msgspec.Struct, frozen=True):
    """The page's margins in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


class Look(msgspec.Struct, frozen=True, rename="kebab"):
    """Sizes in points, colours as `#rrggbb`; the rest is what Word and HTML files need to look like the pages.

    `name_align`: `left` or `center`. `section`: how the titles of sections look, `rule` (a line below), `bar` (a bar beside), `caps`
    (small capitals above a line), `ground` (a coloured ground) or `plain`. `entry`: `beside` (dates at the edge of the heading's
    line), `below` (organisation and place on a line of their own), `stacked` (dates on a line of their own) or `dates-left`.
    `head`: `plain` or `band` (white on the accent's colour). `name_colour` is `ink` or `accent`. `headline`: whether the person's
    headline stands on a line of its own. `organisation`: how that word looks in an entry, `plain`, `accent` or `italic`. `sidebar`:
    roles of sections that stand in a narrow column. `word_font` is a font that Word has, `word_scale` how much larger it is set
    to look as large, `word_space` what its spaces are multiplied by; `web_font` a CSS list of families.
    """

    margin_mm: Margins
    text_pt: float
    name_pt: float
    small_pt: float
    letter_pt: float
    leading_em: float
    ink: str
    grey: str
    hairline: str
    accent: str
    name_align: str = "left"
    section: str = "rule"
    section_pt: float = 8.6
    capitals: bool = True
    entry: str = "beside"
    head: str = "plain"
    name_colour: str = "ink"
    headline: bool = True
    organisation: str = "plain"
    word_font: str = "Calibri"
    word_scale: float = 1.1
    word_space: float = 1.0
    web_font: str = "sans-serif"
    sidebar: tuple[str, ...] = ()

    @property
    def letterhead(self) -> bool:
        """Whether the head of a letter is one that stands the same in every country."""
        return self.head == "band" or self.name_align == "center"


class Bounds(msgspec.Struct, frozen=True):
    """How far a page may be tightened, as shares of its usual size, to make the text fit."""

    text: float = 0.9
    space: float = 0.55
    margin: float = 0.75


class Template(msgspec.Struct, frozen=True, rename="kebab"):
    """A template's template.toml: the names people see, the Typst file to start from, its font families in order, the options that
    it honours (`accent`, `font`, `density`, `paper`, `photo`, `pages`), its look and how far that may be tightened. `about` is a
    line on whom it is for. `pages` is how many pages it fits a CV into by itself, 0 for as many as it takes."""

    name: str
    entry: str
    fonts: tuple[str, ...]
    look: Look
    name_fr: str = ""
    about: str = ""
    about_fr: str = ""
    options: tuple[str, ...] = ("accent", "font", "density", "paper", "pages")
    pages: int = 0
    fit: Bounds = Bounds()


class Found(msgspec.Struct, frozen=True):
    """A template, and the folder that it stands in."""

    folder: Path
    template: Template


def find_template(folders: tuple[Path, ...], name: str) -> Found:
    """The template of this name in the first of the folders that has it. Raises `TemplateMissing`."""
    folder = next((folder for folder in folders if (folder / name / "template.toml").is_file()), None)
    if folder is None or name != Path(name).name:
        raise TemplateMissing(template=name)
    return Found(folder, read_template(folder, name))


def read_template(templates: Path, name: str) -> Template:
    """What the template of this name says of itself. Raises `TemplateMissing`, with the line that cannot be read."""
    if name != Path(name).name or not (templates / name / "template.toml").is_file():
        raise TemplateMissing(template=name)
    try:
        text = (templates / name / "template.toml").read_text(encoding="utf-8")
        template = msgspec.convert(tomllib.loads(text), Template)
    except tomllib.TOMLDecodeError as fault:
        raise TemplateTorn(template=name, line=_line_of(fault) or len(text.splitlines())) from fault
    except msgspec.ValidationError as fault:
        raise _fault_of(fault, name) from fault
    except (OSError, ValueError) as fault:
        raise TemplateUnreadable(template=name) from fault
    if not (templates / name / template.entry).is_file() or template.entry != Path(template.entry).name:
        raise TemplateEntryGone(template=name, entry=template.entry)
    return template


def template_names(*folders: Path, language: str = "en") -> dict[str, str]:
    """Folder name to the name people see, of every template in the folders, in order; of two of one name the first counts.

    Raises `TemplateMissing` for one that cannot be read.
    """
    names: dict[str, str] = {}
    for folder in folders:
        for name in sorted(path.parent.name for path in folder.glob("*/template.toml")):
            if name not in names:
                template = read_template(folder, name)
                names[name] = (template.name_fr if language == "fr" else "") or template.name
    return names


class Listed(msgspec.Struct, frozen=True):
    """A template by the name of its folder; `template` is None where it cannot be read, and `trouble` then says why."""

    name: str
    template: Template | None = None
    trouble: Trouble | None = None


def listed_templates(*folders: Path) -> list[Listed]:
    """Every template of the folders in order, those that cannot be read too; of two of one name the first counts. For a gallery."""
    found: dict[str, Listed] = {}
    for folder in folders:
        for name in sorted(path.parent.name for path in folder.glob("*/template.toml")):
            if name not in found:
                try:
                    found[name] = Listed(name, read_template(folder, name))
                except TemplateMissing as fault:
                    found[name] = Listed(name, trouble=fault.trouble)
    return list(found.values())


def offered_fonts(templates: Path) -> tuple[str, ...]:
    """The families that a person may choose: those of the program's own templates, which the frozen program brings."""
    families = [family for name in template_names(templates) for family in read_template(templates, name).fonts]
    return tuple(sorted(dict.fromkeys(families)))


def _line_of(fault: tomllib.TOMLDecodeError) -> str:
    """The line that the reader of TOML names at the end of its message: `… (at line 3, column 8)`, or `(at end of document)`."""
    found = _LINE.search(str(fault))
    return found[1] if found else ""


def _fault_of(fault: msgspec.ValidationError, template: str) -> TemplateMissing:
    """Which key, out of the checker's message: `Object missing required field `look``, `… - at `$.look.text-pt``."""
    message = str(fault)
    if "missing required field" in message:
        return TemplateLacks(
            template=template, key=message.partition("missing required field ")[2].partition(" - ")[0].strip("`")
        )
    return TemplateMisfit(template=template, key=message.rpartition("`$.")[2].rstrip("`"))
