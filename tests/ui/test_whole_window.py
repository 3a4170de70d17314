"""The whole window, with real services and a server that streams: its thread never blocks, and what was cut can go on."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QPushButton

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import Ending, Status, Task
from jobmatch_desktop.program import open_program
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from tests.bridge.gate import Blocked, Gate
from tests.bridge.gate import gate as gate
from tests.bridge.gate import listener as listener
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, Layer, Script
from tests.patience import until
from tests.ui.driven import Driven, drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SLOW = Script(pieces=tuple(f" word{number}" for number in range(400)), tokens_per_second=100, held_after=200)
"""Never whole: it goes on for some seconds, and then nothing more comes until the program leaves."""
"""Some minutes for a document: nothing here waits for its end."""


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """The window's program sets how long Python's threads hold on to the interpreter."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@contextmanager
def closed(gate: Gate) -> Iterator[None]:
    gate.closed = True
    try:
        yield
    finally:
        gate.closed = False


async def generate(driven: Driven) -> None:
    """By the dialog: the model of the server, and the rest as it stands."""
    await driven.press("Generate")
    await until(lambda: driven.window.findChildren(GenerateDialog))
    dialog = driven.find(GenerateDialog)
    writer = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Writer")
    await until(lambda: writer.findData("ollama") >= 0)
    writer.setCurrentIndex(writer.findData("ollama"))
    write = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Write")
    await until(write.isEnabled)
    write.click()


def type_at_end(driven: Driven, kind: DocumentKind, words: str) -> None:
    editor = driven.editor(kind)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, words)


async def main_job(driven: Driven) -> None:
    """The sample, both documents, words typed meanwhile, one stopped, and the window closed while the other is written."""
    cv, letter = driven.editor(DocumentKind.CV), driven.editor(DocumentKind.LETTER)
    await driven.press("Try with a sample")
    await until(lambda: cv.isVisible() and "Nora Lindqvist" in cv.text())
    driven.workspace.head.segments.choose("cv")
    await generate(driven)
    await until(lambda: "word12" in cv.toPlainText())
    type_at_end(driven, DocumentKind.CV, "Typed while it streams")
    await until(lambda: "word40" in cv.toPlainText())
    driven.workspace.head.segments.choose("letter")
    await until(letter.isVisible)
    await generate(driven)
    type_at_end(driven, DocumentKind.LETTER, "And in the letter")
    driven.workspace.head.segments.choose("cv")
    await until(cv.isVisible)
    await driven.press("Stop")
    driven.workspace.head.segments.choose("letter")
    await until(lambda: "word12" in letter.toPlainText())
    QTest.keyClick(driven.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    await asyncio.sleep(0.1)
    await driven.close()


def kept(folder: Path) -> tuple[list[Task], dict[DocumentKind, str]]:
    async def look() -> tuple[list[Task], dict[DocumentKind, str]]:
        async with open_program(folder, lambda _event: None) as services:
            (application,) = await services.applications.list()
            documents = await services.documents.of(application.id)
            return await services.generation.tasks(), {kind: document.text for kind, document in documents.items()}

    return asyncio.run(look())


def test_the_main_job_never_blocks_the_window_and_is_left_in_the_midst(
    qapp: QApplication, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(driven: Driven) -> None:
        with closed(gate):
            await main_job(driven)

    with gate.lifted(), OllamaServer(SLOW) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        drive(qapp, tmp_path, act)
        assert server.wait_for(lambda: all(chat.closed_at is not None for chat in server.chats))
        assert not any(chat.ended for chat in server.chats), "the stream was over before the window closed"
        (letter, cv), texts = kept(tmp_path)
    assert (cv.status, letter.status, letter.ending) == (Status.CANCELLED, Status.INTERRUPTED, Ending.CUT)
    assert texts[DocumentKind.CV].endswith("Typed while it streams")
    assert texts[DocumentKind.LETTER].endswith("And in the letter")


PULLING = House(layers=(Layer("sha256:aa", 4_000_000, 2_000),), pull_seconds=0.05)
"""A download longer than the test."""


def test_leaving_while_a_model_is_downloaded_asks_once(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def question(driven: Driven) -> QMessageBox:
        await until(lambda: driven.window.findChildren(QMessageBox))
        (box,) = driven.window.findChildren(QMessageBox)
        return box

    async def act(driven: Driven) -> None:
        pulls = driven.services.models.pulls
        await driven.call(pulls.start, "big:8b")
        driven.window.close()
        driven.window.close()
        box = await question(driven)
        assert box.text() == "A model is still being downloaded."
        assert box.informativeText() == "The download goes on from where it is when you download the model again."
        box.buttons()[[button.text() for button in box.buttons()].index("Stay")].click()
        await until(lambda: not driven.window.findChildren(QMessageBox))
        assert driven.window.isVisible()
        assert await driven.call(pulls.under_way) == 1
        await driven.press("Try with a sample")
        await until(lambda: "Nora Lindqvist" in driven.editor(DocumentKind.CV).text())
        driven.workspace.head.segments.choose("cv")
        await generate(driven)
        await until(lambda: "word12" in driven.editor(DocumentKind.CV).toPlainText())
        driven.window.close()
        box = await question(driven)
        assert box.text() == "One document is still being written. A model is still being downloaded."
        box.buttons()[[button.text() for button in box.buttons()].index("Stay")].click()
        await driven.call(pulls.pause, "big:8b")
        await driven.close()

    with OllamaServer(SLOW, house=PULLING) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        drive(qapp, tmp_path, act)


def test_the_gate_sees_the_whole_window(qapp: QApplication, tmp_path: Path, gate: Gate) -> None:
    async def act(driven: Driven) -> None:
        with closed(gate), pytest.raises(Blocked):
            (tmp_path / "file").write_text("from the window's thread")
        await driven.close()

    with gate.lifted():
        drive(qapp, tmp_path, act)
    assert len(gate.caught) == 1
    gate.caught.clear()
