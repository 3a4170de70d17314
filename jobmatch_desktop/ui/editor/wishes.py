"""What a person can want of a passage, in words."""

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.rewrite import Wish


def wish_words(wish: Wish, language: str) -> str:
    """A wish as a menu says it; `language` is that of the document."""
    return {
        Wish.SHORTER: _tr("Shorter"),
        Wish.STRONGER: _tr("Stronger verbs"),
        Wish.OFFER: _tr("For this offer"),
        Wish.TRANSLATE: _tr("Into English") if language == "fr" else _tr("Into French"),
        Wish.ANEW: _tr("Another draft"),
        Wish.OWN: _tr("As I say…"),
    }[wish]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Drafts", words)
