"""Limits that a process puts on itself before it reads what comes from outside: memory, time on the processor."""

import os
import sys
import threading
import time

TOO_MUCH_MEMORY = 71
"""The exit code of a process that was stopped for its memory where the system has no limit of its own for that."""

_WATCHED_EVERY = 0.05


def limit_this_process(memory: int, seconds: int) -> None:
    """Bytes of memory and seconds of the processor's time that this process may use from now on.

    Linux: RLIMIT_AS and RLIMIT_CPU (setrlimit(2)), so that more memory is refused and more time ends it. Windows: a Job Object.
    macOS has no limit of memory that holds: the largest size so far is watched and ends the process with `TOO_MUCH_MEMORY`.
    """
    if sys.platform == "win32":
        from jobmatch_desktop.services.job_object import into_job

        into_job(memory, seconds)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "darwin":
            threading.Thread(target=watch_size, args=(memory, 1), daemon=True, name="size").start()
        else:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def watch_size(memory: int, unit: int) -> None:
    """Ends the process once it was larger than `memory` bytes. `unit` is that of getrusage(2): 1 on macOS, 1024 on Linux. Never
    returns."""
    if sys.platform != "win32":
        import resource

        while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit <= memory:
            time.sleep(_WATCHED_EVERY)
        os._exit(TOO_MUCH_MEMORY)
