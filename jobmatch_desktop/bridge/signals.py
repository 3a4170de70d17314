"""The system's requests to end, heard by a Qt program."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

ENDINGS = (signal.SIGINT, signal.SIGTERM)


class EndRequests(QObject):
    """Calls `end` on the UI thread when Ctrl+C or the system asks the process to end, until `stop`.

    Qt waits outside of Python, which would run its handlers only after the next event: a byte on a socket is one.
    """

    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._end = end
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._woken_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before = {ending: signal.signal(ending, _note) for ending in ENDINGS}

    @Slot()
    def _heard(self) -> None:
        if any(number in ENDINGS for number in self._read.recv(64)):
            self._end()

    def stop(self) -> None:
        """Hears no more; signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken_before)
        for ending, handler in self._before.items():
            signal.signal(ending, handler)
        self._read.close()
        self._write.close()


def _note(_number: int, _frame: object) -> None:
    """Does nothing itself: that the signal has a handler writes its number to the wakeup socket."""
