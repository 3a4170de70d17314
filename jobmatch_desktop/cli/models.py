"""`models`: what a provider has, and its state where it has nothing."""

import argparse
import json

import msgspec

from jobmatch_desktop.cli.exit_codes import DONE, FAILED
from jobmatch_desktop.cli.files import say
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.cli.verb import Run, check_provider
from jobmatch_desktop.providers.protocol import Model, State
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.parts import Services


def prepare(arguments: argparse.Namespace) -> Run:
    """Prints the models, a line each or as JSON. A provider that is not there: one line on stderr, exit code 1.

    Raises domain errors for a provider or an address that is none.
    """
    if arguments.provider != COMPOSER:
        check_provider(arguments.provider, arguments.base_url)

    async def run(services: Services, progress: Progress) -> int:
        if arguments.provider == COMPOSER:
            say("[]" if arguments.json else "The composer needs no model.")
            return DONE
        found = await services.models.availability(arguments.provider, arguments.base_url)
        if arguments.json:
            say(json.dumps(msgspec.to_builtins(found.models), ensure_ascii=False, indent=2))
        else:
            for model in found.models:
                say(_line(model))
        if found.state is State.READY:
            return DONE
        progress.note(str(found.trouble))
        return FAILED

    return run


def _line(model: Model) -> str:
    details = [
        f"{model.size / 1e9:.1f} GB" if model.size else "",
        model.parameters,
        model.quantisation,
        f"context {model.context_tokens}" if model.context_tokens else "",
        _loaded(model),
    ]
    return "  ".join([model.name, *filter(None, details)])


def _loaded(model: Model) -> str:
    if not model.loaded or model.graphics_share is None:
        return "loaded" if model.loaded else ""
    if model.graphics_share in (0.0, 1.0):
        return f"loaded, {'graphics card' if model.graphics_share else 'processor'}"
    return f"loaded, {model.graphics_share:.0%} on the graphics card"
