"""`pull MODEL`: downloads a model to Ollama with progress on stderr."""

import argparse
from contextlib import aclosing

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import say
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.cli.verb import Run, check_provider
from jobmatch_desktop.providers.protocol import PullProgress
from jobmatch_desktop.services.parts import Services


def prepare(arguments: argparse.Namespace) -> Run:
    """Downloads until whole. Ctrl+C stops it; what came stays, and the next pull goes on from there.

    Raises a domain error for an address that is none.
    """
    check_provider("ollama", arguments.base_url)

    async def run(services: Services, progress: Progress) -> int:
        async with aclosing(services.models.pull(arguments.model, base_url=arguments.base_url)) as steps:
            last = ""
            async for step in steps:
                if (line := _line(step)) != last:
                    progress.note(line)
                last = line
        say(f"{arguments.model} is here.")
        return DONE

    return run


def _line(step: PullProgress) -> str:
    return f"{step.step} {100 * step.done // step.total} %" if step.total else step.step
