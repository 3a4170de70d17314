"""Getting about in the workspace by keys: to the offer and each document, and from pane to pane."""

import functools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.ui.shared.commands import command
from jobmatch_desktop.ui.shared.panes import add_pane_commands
from jobmatch_desktop.ui.shared.segments import Segments


class GettingAround(QObject):
    """UI thread. `panes` gives those of what is in view, that which is worked in first."""

    def __init__(
        self,
        segments: Segments,
        choices: Sequence[tuple[str, str]],
        panes: Callable[[], Sequence[QWidget]],
        window: QWidget,
    ) -> None:
        """`choices` are the keys and words of the segments, in order."""
        super().__init__(window)
        self._segments = segments
        self._panes = panes
        for number, (key, words) in enumerate(choices, start=1):
            keys = f"Alt+{number}"
            show = functools.partial(self._show, key)
            command(window, self.tr("Show: {name}").format(name=words), keys, show)
            segments.hint(key, keys)
        add_pane_commands(window, panes)

    def _show(self, key: str) -> None:
        self._segments.choose(key)
        self._panes()[0].setFocus()
