"""The executor over Qt's worker threads."""

import asyncio
import gc
import subprocess
import sys
import threading
import weakref

import pytest

from jobmatch_desktop.bridge.pool import PoolExecutor
from tests.patience import SECONDS


def test_results_and_faults_come_back() -> None:
    with PoolExecutor(2) as pool:
        assert list(pool.map(abs, [-1, -2, -3])) == [1, 2, 3]
        assert pool.submit(threading.get_ident).result() != threading.get_ident()
        with pytest.raises(ZeroDivisionError):
            pool.submit(lambda: 1 / 0).result()


def test_one_thread_runs_one_call_at_a_time() -> None:
    inside = threading.Lock()

    def alone(_number: int) -> bool:
        if not inside.acquire(blocking=False):
            return False
        with_others = threading.Event().wait(0.001)
        inside.release()
        return not with_others

    with PoolExecutor(1) as pool:
        assert all(pool.map(alone, range(50)))


def test_it_serves_as_the_default_executor_of_a_loop() -> None:
    async def main() -> int:
        asyncio.get_running_loop().set_default_executor(pool)
        return await asyncio.to_thread(threading.get_ident)

    pool = PoolExecutor(2)
    assert asyncio.run(main()) != threading.get_ident()
    pool.shutdown()


def test_shutdown_cancels_what_waits_and_refuses_more() -> None:
    pool = PoolExecutor(1)
    running, let_go = threading.Event(), threading.Event()

    def hold() -> str:
        running.set()
        let_go.wait(SECONDS)
        return "done"

    first, second = pool.submit(hold), pool.submit(hold)
    assert running.wait(SECONDS)
    # What runs ends only after shutdown has cancelled what waits.
    second.add_done_callback(lambda _second: let_go.set())
    pool.shutdown()
    assert second.cancelled()
    assert first.result(SECONDS) == "done"
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(hold)


def test_a_call_is_let_go_of_once_it_ran() -> None:
    class Held:
        pass

    held = Held()
    gone = weakref.ref(held)
    with PoolExecutor(2, patience=SECONDS) as pool:
        assert pool.submit(lambda kept: kept is not None, held).result()
        del held
        pool.submit(int).result()
        gc.collect()
    gc.collect()
    assert gone() is None


def test_a_call_that_never_ends_does_not_keep_the_program() -> None:
    code = """
import gc
import threading
from jobmatch_desktop.bridge.pool import PoolExecutor
started = threading.Event()
def stuck():
    started.set()
    threading.Event().wait()
def main():
    pool = PoolExecutor(1, patience=0.05)
    first, second = pool.submit(stuck), pool.submit(int)
    started.wait()
    pool.shutdown()
    return first, second
first, second = main()
gc.collect()
print(second.cancelled(), first.running())
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.stdout, ended.stderr, ended.returncode) == ("True True\n", "", 0)
