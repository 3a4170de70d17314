"""Where parts that are being written stand in a text that the person goes on with. No widgets."""

from jobmatch_desktop.domain.events import PartStarted
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.ui.editor.ports import Editor
from jobmatch_desktop.ui.shared.live import Live
from jobmatch_desktop.writing.parts import followed

MOST = 8
"""Runs whose texts are known: more are not under way."""


class PartPlaces:
    """Of one workspace. UI thread."""

    def __init__(self) -> None:
        self._begun: dict[TaskId, str] = {}

    def of(self, event: PartStarted, text: str) -> str:
        """The part's key in `text`, the document as the person has it now; empty where it is gone. A paragraph or a job that they put in
        or took out since the run began is told by what stands around it."""
        place = event.place or event.key
        before = self._begun.setdefault(event.task, text)
        if len(self._begun) > MOST:
            del self._begun[next(iter(self._begun))]
        return place if before == text else followed(before, text).get(place, "")


def show_written(editor: Editor, live: Live) -> None:
    """Puts what a task has written so far into the text that it set out from."""
    for key, body in live.accepted.items():
        if key not in live.beside:
            editor.begin_part(key, at=live.places.get(key))
            editor.end_part(key, body)
    if live.key and live.key not in live.beside:
        editor.begin_part(live.key, at=live.places.get(live.key))
        editor.append(live.key, live.text)
