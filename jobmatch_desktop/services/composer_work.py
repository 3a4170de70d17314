"""One document composed anew without a model. Fits `tasks.work.Work`."""

from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.tasks.work import Ground

WHOLE = ""
"""The key under which a document's whole text is told."""


class ComposerWork:
    """Tells the composed text, and saves it around a person's edits."""

    def __init__(self, text: str, save: Save) -> None:
        self._text = text
        self._save = save

    async def run(self, ground: Ground) -> Ending:
        """Tells the text at once."""
        ground.text(WHOLE, 1, self._text)
        return Ending.STOP

    def save(self, ending: Ending | None) -> Save | None:
        """The document, where the task was not stopped before."""
        return self._save if ending is Ending.STOP else None
