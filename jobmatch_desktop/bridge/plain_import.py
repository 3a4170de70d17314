"""Python's own import beside PySide6.

PySide6 puts an import of its own in place of Python's, for switches that a module may turn on (`from __feature__ import snake_case`). It
reads the source of every module that is imported from then on, to see whether it names PySide6, and Python's `linecache` keeps it
all: 12 MB for the program's modules. None of them turns a switch on.
"""

import builtins

from PySide6 import QtCore  # noqa: F401 - it is its first import that does so


def import_plainly() -> None:
    """Has modules imported by Python alone again. To be called before the rest is imported; any thread."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
