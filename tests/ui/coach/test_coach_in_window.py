"""The coach in the whole window, whose thread never blocks: opened from an application and from a task, left while it answers."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from jobmatch_desktop.domain.conversation import TalkKind
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.program import open_program
from jobmatch_desktop.ui.coach.page import CoachPage
from tests.bridge.gate import Gate
from tests.bridge.gate import gate as gate
from tests.bridge.gate import listener as listener
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.patience import until
from tests.ui.driven import Driven, drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SLOW = Script(pieces=("**word** ", "and\n\n- so on\n\n"), repeat=300, tokens_per_second=100, held_after=400)
"""Never whole: it goes on for some seconds, and then nothing more comes until the program leaves."""


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """The window's program sets how long Python's threads hold on to the interpreter."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


async def main_job(driven: Driven) -> None:
    await driven.call(driven.services.applications.add_sample)
    driven.window.show_page("applications")
    await driven.press("Coach")
    await until(lambda: driven.window.page() == "coach")
    page = driven.find(CoachPage)
    await until(lambda: page.talk.choice.model)
    await driven.press("A success")
    await until(lambda: page.pane.conversation is not None)
    field = page.pane.input.field
    QTest.keyClicks(field, "At Meridian Pay every release took a day.")
    await until(page.pane.input.send.isEnabled)  # the models are still looked for until then
    QTest.keyClick(field, Qt.Key.Key_Return)
    await until(lambda: (last := page.pane.view.last()) and last.body.toPlainText().count("word") > 5)
    page.show_panel()
    await until(lambda: page.panel.fields)
    page.talks.begin(TalkKind.PITCH_30)
    await until(lambda: page.pane._talk is not None and page.pane._talk.conversation.kind is TalkKind.PITCH_30)
    driven.window.show_page("tasks")
    await driven.press("Open")
    await until(lambda: page.pane._talk is not None and page.pane._talk.conversation.kind is TalkKind.SUCCESS)
    assert driven.window.page() == "coach"
    driven.window.close()
    await until(lambda: any(box.isVisible() for box in driven.window.findChildren(QMessageBox)))
    box = next(box for box in driven.window.findChildren(QMessageBox) if box.isVisible())
    assert box.text() == "The coach is still answering."
    next(made for made in box.buttons() if made.text() == "Stay").click()
    await until(lambda: not driven.window.findChildren(QMessageBox))
    await driven.close()


def test_the_coach_never_blocks_the_window_and_is_left_in_the_midst(
    qapp: QApplication, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(driven: Driven) -> None:
        gate.closed = True
        try:
            await main_job(driven)
        finally:
            gate.closed = False

    async def kept() -> tuple[Status, str]:
        async with open_program(tmp_path, lambda event: None) as services:
            (task,) = await services.generation.tasks()
            assert task.spec.conversation is not None
            return task.status, (await services.coach.turns(task.spec.conversation))[-1].text

    with gate.lifted(), OllamaServer(SLOW) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        drive(qapp, tmp_path, act)
        assert not any(chat.ended for chat in server.chats), "the answer was over before the window closed"
        status, text = asyncio.run(kept())
    assert status is Status.INTERRUPTED
    assert text.count("word") > 5
