"""What templates are called in the window's language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from jobmatch_desktop.formats.writers.colour import Accent
    from jobmatch_desktop.formats.writers.template import Listed, Template


def named(template: "Template") -> tuple[str, str]:
    """A template's name and the line on whom it is for, in the window's language."""
    french = _french()
    return (french and template.name_fr) or template.name, (french and template.about_fr) or template.about


def names_of(listed: "Sequence[Listed]") -> dict[str, str]:
    """Folder's name to the name that people read."""
    return {one.name: named(one.template)[0] for one in listed if one.template is not None}


def accent_name(accent: "Accent") -> str:
    """What a colour is called."""
    return accent.name_fr if _french() else accent.name


def _french() -> bool:
    return QLocale().language() is QLocale.Language.French
