"""Words of the window for values of the domain, in the window's language."""

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.errors import Trouble


def translated(template: str) -> str:
    """A template of a domain error in the window's language."""
    return QCoreApplication.translate("Trouble", template)


def trouble_text(trouble: Trouble) -> str:
    """What happened, why and what to do, in one line."""
    return trouble.text(translated)


def why_text(trouble: Trouble) -> str:
    """Why alone, where what happened is said by the place."""
    return translated(trouble.why).format_map(trouble.values)
