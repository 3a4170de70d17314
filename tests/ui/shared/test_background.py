"""A page's coroutines: begun, waited for, ended."""

import asyncio

import qasync

from jobmatch_desktop.ui.shared.background import Background


def test_what_was_started_ends_before_settle_returns(loop: qasync.QEventLoop) -> None:
    done: list[str] = []

    async def work() -> None:
        await asyncio.sleep(0)
        done.append("work")

    background = Background(lambda trouble: None)
    background.start(work())
    loop.run_until_complete(background.settle())
    assert done == ["work"]


def test_after_the_end_nothing_is_begun(loop: qasync.QEventLoop) -> None:
    done: list[str] = []

    async def work() -> None:
        done.append("work")

    background = Background(lambda trouble: None)
    background.cancel()
    background.start(work())
    loop.run_until_complete(asyncio.sleep(0.01))
    assert done == []
