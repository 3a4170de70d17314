"""`pull MODEL`: downloads a model to Ollama with progress on stderr."""

import argparse
import time
from contextlib import aclosing

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import say
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.cli.verb import Run, check_provider
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.services.pull_meter import PullMeter


def prepare(arguments: argparse.Namespace) -> Run:
    """Downloads until whole. Ctrl+C stops it; what came stays, and the next pull goes on from there.

    Raises a domain error for an address that is none.
    """
    check_provider("ollama", arguments.base_url)

    async def run(services: Services, progress: Progress) -> int:
        async with aclosing(services.models.pull(arguments.model, base_url=arguments.base_url)) as steps:
            last = ""
            meter = PullMeter()
            async for step in steps:
                now = time.monotonic()
                meter.hear(now, step.done, step.total)
                line = f"{step.step} {100 * step.done // step.total} %" if step.total else step.step
                if line != last:
                    progress.note(line + _pace(meter, now))
                last = line
        say(f"{arguments.model} is here.")
        return DONE

    return run


def _pace(meter: PullMeter, now: float) -> str:
    """`, 12.3 MB/s, 4 min left`; empty while neither is known."""
    speed, left = meter.speed(now), meter.seconds_left(now)
    if not speed or not left:
        return ""
    return f", {speed / 1e6:.1f} MB/s, {f'{left:.0f} s' if left < 90 else f'{left / 60:.0f} min'} left"
