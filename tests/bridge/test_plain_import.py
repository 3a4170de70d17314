import subprocess
import sys

READ = """
import linecache
from jobmatch_desktop.bridge.plain_import import import_plainly
{call}
import colorsys
print([name for name in linecache.cache if "colorsys" in name] != [])
"""


def read(call: str) -> bool:
    """Whether the source of a module that is imported beside PySide6 is read, and kept."""
    words = [sys.executable, "-c", READ.format(call=call)]
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=True).stdout.strip() == "True"


def test_no_source_of_what_is_imported_beside_the_window_is_kept() -> None:
    assert not read("import_plainly()")


def test_pyside_keeps_it_else() -> None:
    """Where this fails, PySide6 has learnt better, and the module can go."""
    assert read("")
