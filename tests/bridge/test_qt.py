"""What this program needs of the Qt binding that is installed."""

import subprocess
import sys


def test_calls_into_qt_leave_pythons_own_objects_whole() -> None:
    """PySide6 6.12.0 gave None back once too often per call before Python 3.12: after some thousand calls the process died."""
    code = "from PySide6.QtCore import QObject; it = QObject(); [it.setObjectName('x') for _ in range(100_000)]"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
