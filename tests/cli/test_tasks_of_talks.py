"""`tasks` and the coach's answers: shown, settled, gone on with and started over like any other."""

import asyncio

import pytest

from jobmatch_desktop.domain.conversation import TalkKind
from tests.cli.conftest import Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import chosen, opened

CUT = Script(text="What did you", done_reason="length")


def a_cut_answer(terminal: Terminal, server: OllamaServer) -> str:
    """An answer that has come to its limit, of a window that is closed by now."""

    async def run() -> str:
        async with opened(terminal.data) as house:
            application = await house.sample()
            talk = await house.services.coach.start(application.id, TalkKind.SUCCESS)
            task = await house.services.coach.send(talk.id, "I led it.", chosen(server))
            await house.ended(task)
            return task

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("action", "code", "status", "text"),
    [
        ("show", 0, "interrupted", "What did you"),
        ("cancel", 0, "cancelled", "What did you"),
        ("continue", 0, "completed", "What did you do there?"),
        ("retry", 0, "completed", "you do there?"),
    ],
)
def test_an_answer_that_was_cut(terminal: Terminal, action: str, code: int, status: str, text: str) -> None:
    with OllamaServer(CUT, Script(text="you do there?")) as server:
        task = a_cut_answer(terminal, server)
        said = terminal.run("tasks", action, task, "--json")
        assert (said.code, said.json()["status"]) == (code, status)
    [listed] = terminal.tasks()
    assert (listed["kind"], listed["conversation"], listed["status"]) == ("coach", 1, status)

    async def shown() -> str:
        async with opened(terminal.data) as house:
            return (await house.services.coach.turns(1))[-1].text

    assert asyncio.run(shown()) == text
    assert "coach" in terminal.run("tasks").out
