"""Python's garbage collector, kept to the UI thread.

A cycle that holds a widget may be found by whichever thread allocates at that moment; a widget that is destroyed on another
thread than its own takes the process down (superqt and pyqtgraph keep to the same rule).
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK = 1000
"""Milliseconds between looks at whether anything is to be collected."""


class Collecting(QObject):
    """Collects on the thread that it lives on, while it lives; `stop` gives the work back to Python.

    What is there when it is made, and at the first look, when the window stands, is taken as there for good: looking through
    it again and again would cost frames.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        gc.freeze()
        self._settled = False
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collects the generations that Python would have collected by now."""
        if not self._settled:
            self._settled = True
            gc.freeze()
            return
        counts = gc.get_count()
        due = [
            number for number, (count, most) in enumerate(zip(counts, self._thresholds, strict=True)) if count > most
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Python collects again by itself."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
