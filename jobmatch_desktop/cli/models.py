"""`models`: what a provider has, and its state where it has nothing."""

import argparse
import json
import sys

import msgspec

from jobmatch_desktop.cli.exit_codes import DONE, FAILED
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.providers.protocol import Model, State
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.parts import Services


async def run(arguments: argparse.Namespace, services: Services, progress: Progress) -> int:
    """Prints the models, a line each or as JSON. A provider that is not there: one line on stderr, exit code 1."""
    if arguments.provider == COMPOSER:
        print("[]" if arguments.json else "The composer needs no model.")
        return DONE
    found = await services.models.availability(arguments.provider, arguments.base_url)
    if arguments.json:
        json.dump(msgspec.to_builtins(found.models), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        for model in found.models:
            print(_line(model))
    if found.state is State.READY:
        return DONE
    print(found.trouble, file=sys.stderr)
    return FAILED


def _line(model: Model) -> str:
    details = [
        f"{model.size / 1e9:.1f} GB" if model.size else "",
        model.parameters,
        model.quantisation,
        f"context {model.context_tokens}" if model.context_tokens else "",
        "loaded" if model.loaded else "",
    ]
    return "  ".join([model.name, *filter(None, details)])
