"""`pull MODEL`: downloads a model to Ollama with progress on stderr."""

import argparse
import sys
from contextlib import aclosing

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.providers.protocol import PullProgress
from jobmatch_desktop.services.parts import Services


async def run(arguments: argparse.Namespace, services: Services, progress: Progress) -> int:
    """Downloads until whole. Ctrl+C stops it; what came stays, and the next pull goes on from there."""
    async with aclosing(services.models.pull(arguments.model, base_url=arguments.base_url)) as steps:
        last = ""
        async for step in steps:
            line = _line(step)
            if line != last:
                print(line, file=sys.stderr, end="\n", flush=True)
            last = line
    print(f"{arguments.model} is here.")
    return DONE


def _line(step: PullProgress) -> str:
    return f"{step.step} {100 * step.done // step.total} %" if step.total else step.step
