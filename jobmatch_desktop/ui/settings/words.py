"""Words of the page of settings."""

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.services.connection_test import Tried
from jobmatch_desktop.ui.models.words import count_of_models
from jobmatch_desktop.ui.shared.words import trouble_text


def tested_words(tested: Tried, address: str) -> str:
    """What a test found: what is in the way and what to do, or what answered, what it has, and how fast."""
    if tested.trouble is not None:
        return trouble_text(tested.trouble)
    words = _tr("{address} answered in {milliseconds} ms. It has {models}.").format(
        address=address, milliseconds=tested.milliseconds, models=count_of_models(len(tested.models))
    )
    if tested.model:
        return f"{words} " + _tr("{model} is among them.").format(model=tested.model)
    return f"{words} " + _tr("Choose one above.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Settings", words)
