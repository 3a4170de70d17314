"""A display of its own for a window that is tried: Xvfb, what it shows, and the close button that no window manager draws."""

import contextlib
import ctypes
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1400, 900


class Display:
    """An X server without a screen. `name` goes into DISPLAY."""

    def __init__(self, name: str, frame: Path) -> None:
        self.name = name
        self._frame = frame

    def picture(self) -> QImage:
        """What is shown now. Reads the X server's own memory, an image in the format of xwd (XWDFile.h): a header of big-endian
        words of 32 bits, of which the first is its length, the 13th the bytes a line and the 20th the number of colours."""
        data = self._frame.read_bytes()
        words = [int.from_bytes(data[place : place + 4], "big") for place in range(0, 100, 4)]
        start = words[0] + words[19] * 12
        image = QImage(data[start:], WIDTH, HEIGHT, words[12], QImage.Format.Format_RGB32)
        return image.copy()

    def xdotool(self, *words: str) -> str:
        """What xdotool says, or `""` if it could not do it."""
        done = subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": self.name}, capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def ask_to_close(self, window: int) -> None:
        """What a window manager sends when its close button is pressed (ICCCM 4.2.8.1)."""
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        display = ctypes.c_void_p(x.XOpenDisplay(self.name.encode()))
        protocols, delete = (x.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
        # XClientMessageEvent, padded to the size of XEvent: 24 longs.
        event = (ctypes.c_long * 24)(33, 0, 1, 0, window, protocols, 32, delete)
        x.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
        x.XCloseDisplay(display)


@contextlib.contextmanager
def display() -> Iterator[Display]:
    """A display that is gone with the context. Raises `FileNotFoundError` without Xvfb."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        server = subprocess.Popen(
            [*words, "-fbdir", folder], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(write)
        try:
            with os.fdopen(read) as number:
                name = f":{number.readline().strip()}"
            yield Display(name, Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
