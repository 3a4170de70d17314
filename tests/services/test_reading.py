"""Files from outside are read in a process of their own, which may hang, burst or die."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jobmatch_desktop.domain.child_environment import READ_IN_CHILD
from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.reading_errors import FileTooLarge, PdfLocked, ReaderStopped, ReaderTooSlow
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.readers.registry import MOST_BYTES
from jobmatch_desktop.services import reading
from jobmatch_desktop.services.child_limits import TOO_MUCH_MEMORY
from jobmatch_desktop.services.reading import child_command, read_apart, read_cv_file
from tests.formats.readers.cv_layouts import set_by, title_first
from tests.formats.readers.people import ENGINEER
from tests.formats.readers.raw_pdf import bursting_page, endless_page

CV = set_by(title_first, ENGINEER, "en")


def read(name: str, data: bytes, seconds: float = 30.0) -> Imported:
    return asyncio.run(read_cv_file(name, data, seconds))


def test_a_pdf_comes_back_with_its_places() -> None:
    imported = read("cv.pdf", CV)
    assert imported.profile["basics"]["name"] == "Ifeoma Castellanos"
    assert imported.places["basics/name"].boxes[0].page == 0


def test_what_the_other_process_says_of_the_file_is_said_here() -> None:
    with pytest.raises(UnreadableInput, match=r"^The file is damaged\. It begins as a PDF does") as told:
        read("cv.pdf", CV[:500])
    assert told.value.trouble.kind == "FileDamaged"
    assert PdfLocked.__name__ != told.value.trouble.kind


def test_a_file_that_never_ends_is_given_up_and_its_process_is_gone() -> None:
    with pytest.raises(ReaderTooSlow, match="1 s"):
        read("cv.pdf", endless_page(), seconds=1.0)
    assert not _children()


def test_a_file_that_bursts_takes_only_its_own_process() -> None:
    with pytest.raises(UnreadableInput) as told:
        read("cv.pdf", bursting_page())
    assert told.value.trouble.kind in ("ReaderStopped", "ReaderTooMuch", "NoWordsInPdf", "FileDamaged")
    assert read("cv.pdf", CV).profile["work"]


def test_a_text_is_read_in_a_process_of_its_own_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read("cv.md", b"# Ada Byron\n\nada@example.org\n").profile["basics"]["name"] == "Ada Byron"
    for name, data in (("cv.md", b"\x89PNG\r\n\x1a\n"), ("cv.txt", b"  \n")):
        with pytest.raises(UnreadableInput):
            read(name, data)
    sleeping = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reading, "child_command", lambda: sleeping)
    with pytest.raises(ReaderTooSlow):
        read("cv.txt", b"Ada Byron", seconds=0.2)
    assert not _children()


def test_a_process_that_dies_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    dying = [sys.executable, "-c", "import os, sys; sys.stdin.buffer.read(10); os.abort()"]
    monkeypatch.setattr(reading, "child_command", lambda: dying)
    with pytest.raises(ReaderStopped) as told:
        read("cv.pdf", CV * 20)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "says", ["print('{')", "print('[]')", 'print(\'{"fault": "KeyError"}\')', "sys.stdout.buffer.write(b'\\xff')"]
)
def test_a_process_that_says_no_answer(monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    script = f"import sys; sys.stdin.buffer.read(); {says}"
    monkeypatch.setattr(reading, "child_command", lambda: [sys.executable, "-c", script])
    with pytest.raises(ReaderStopped):
        read("cv.pdf", CV)


def test_being_cancelled_ends_the_process() -> None:
    async def main() -> None:
        task = asyncio.create_task(read_cv_file("cv.pdf", endless_page()))
        while not _children():  # noqa: ASYNC110 - the system tells of a process by no event
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not _children()

    asyncio.run(main())


def test_the_process_has_no_key_and_opens_no_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")
    monkeypatch.setenv("JOBMATCH_DATA_DIR", str(tmp_path / "data"))
    seen = tmp_path / "environment"
    script = f"import os, pathlib; pathlib.Path({str(seen)!r}).write_text(repr(dict(os.environ)))"
    with monkeypatch.context() as patched:
        patched.setattr(reading, "child_command", lambda: [sys.executable, "-c", script])
        with pytest.raises(ReaderStopped):
            read("cv.pdf", CV)
    assert "JOBMATCH_DATA_DIR" in seen.read_text(encoding="utf-8")
    assert "planted" not in seen.read_text(encoding="utf-8")
    read("cv.pdf", CV)
    assert not (tmp_path / "data").exists()


def test_a_file_larger_than_any_cv_starts_nothing() -> None:
    with pytest.raises(FileTooLarge):
        read("cv.pdf", b"%PDF-" + bytes(MOST_BYTES))


def test_an_unknown_reader_is_a_fault_of_the_program() -> None:
    with pytest.raises(ReaderStopped):
        asyncio.run(read_apart("horoscope", "cv.pdf", CV, Imported, 30.0))


def test_nothing_but_the_answer_is_on_stdout() -> None:
    done = subprocess.run([*child_command(), "cv", "cv.pdf"], input=CV, capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(b'{"found":{"profile"')
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a Job Object there")
def test_a_watched_size_ends_a_process() -> None:
    script = (
        "import threading, time\nfrom jobmatch_desktop.services.child_limits import watch_size\n"
        "threading.Thread(target=watch_size, args=(200_000_000, 1024), daemon=True).start()\n"
        "kept = bytearray(300_000_000)\nkept[::4096] = bytes(len(kept[::4096]))\ntime.sleep(30)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == TOO_MUCH_MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS holds on Linux alone")
def test_memory_is_refused_beyond_the_limit() -> None:
    script = (
        "from jobmatch_desktop.services.child_limits import limit_this_process\nlimit_this_process(500_000_000, 10)\n"
        "try:\n    bytearray(600_000_000)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, timeout=60, capture_output=True, text=True)
    assert done.stdout.strip() == "refused"


def _children() -> list[str]:
    """Readers that this process has started and that still run."""
    found = subprocess.run(
        ["ps", "-o", "args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    return [line for line in found.stdout.splitlines() if READ_IN_CHILD in line]
