"""The guards of conftest.py and pyproject.toml do fail a test. Without these, every other test could pass by luck."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

pytest_plugins = "pytester"

PROJECT = Path(__file__).parent.parent

FAULTY = """
import asyncio
import pytest
import threading
import warnings


def test_slot(qtbot):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)


def test_worker(qtbot):
    from PySide6.QtCore import QThreadPool
    pool = QThreadPool()
    pool.start(lambda: 1 / 0)
    pool.waitForDone()


def test_qt_warning(qtbot):
    from PySide6.QtCore import QObject
    QObject().killTimer(7)


@pytest.fixture
def late():
    yield
    from PySide6.QtCore import qWarning
    qWarning("late")

def test_late_qt_warning(late):
    pass


def test_python_warning():
    warnings.warn("old", DeprecationWarning)


def test_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


class Odd:
    def __del__(self):
        raise ValueError("odd")

def test_unraisable():
    Odd()


def test_open_file():
    open(__file__)


async def fail():
    raise ValueError("unseen")

async def leave_it():
    asyncio.create_task(fail())
    await asyncio.sleep(0.01)

def test_asyncio_task():
    asyncio.run(leave_it())


def test_thread_left():
    from tests import patience
    patience.SECONDS = 0.1  # the last test of its process
    threading.Thread(target=threading.Event().wait, daemon=True).start()
"""

WHY_THEY_FAIL = {
    "test_slot": "ZeroDivisionError",
    "test_worker": "ZeroDivisionError",
    "test_qt_warning": "killTimer",
    "test_late_qt_warning": "said while the test was torn down",
    "test_python_warning": "DeprecationWarning",
    "test_thread": "PytestUnhandledThreadExceptionWarning",
    "test_unraisable": "PytestUnraisableExceptionWarning",
    "test_open_file": "ResourceWarning",
    "test_asyncio_task": "asyncio logged",
    "test_thread_left": "threads still running",
}


def run(pytester: pytest.Pytester, test: str) -> pytest.RunResult:
    pytester.makeconftest((PROJECT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    path = pytester.makepyfile(test)
    settings = ["-c", str(PROJECT / "pyproject.toml"), "--rootdir", ".", "--junitxml", "report.xml"]
    return pytester.runpytest_subprocess(*settings, str(path))


def test_each_fault_fails_its_test_and_says_why(pytester: pytest.Pytester) -> None:
    run(pytester, FAULTY)
    cases = ElementTree.parse(pytester.path / "report.xml").iter("testcase")
    reasons = {case.get("name"): "".join(f"{bad.get('message')} {bad.text}" for bad in case) for case in cases}
    unseen = {name: why for name, why in WHY_THEY_FAIL.items() if why not in reasons[name]}
    assert not unseen


def test_a_marker_nobody_declared_is_an_error(pytester: pytest.Pytester) -> None:
    assert run(pytester, "import pytest\n\n@pytest.mark.lvie\ndef test():\n    pass").ret == pytest.ExitCode.INTERRUPTED


def test_a_test_without_fault_passes_and_sees_nothing_of_the_persons_own(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    clean = """
        import os

        def test_core(tmp_path):
            assert os.environ["JOBMATCH_DATA_DIR"] == str(tmp_path / "data")
            assert os.environ["OLLAMA_HOST"] == "127.0.0.1:9"
            assert "OPENAI_API_KEY" not in os.environ

        def test_window(qtbot):
            from PySide6.QtWidgets import QWidget
            widget = QWidget()
            qtbot.addWidget(widget)
            widget.show()
    """
    run(pytester, clean).assert_outcomes(passed=2)
