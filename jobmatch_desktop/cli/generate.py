"""`generate cv|letter`: one document for one offer, through the same service and tasks as the window."""

import argparse
import contextlib
import os

from jobmatch_desktop.cli.files import as_text, profile_name, read, writable
from jobmatch_desktop.cli.following import follow
from jobmatch_desktop.cli.offer import offer_of
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.cli.verb import Run, check_provider
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.letter_manner import Length, LetterManner, Tone
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.exporting import check_endings, check_template
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.storage.folders import data_folder


def prepare(arguments: argparse.Namespace) -> Run:
    """Writes the document and its files. Wrong files, endings, templates and addresses are refused before any work."""
    if arguments.provider != COMPOSER:
        check_provider(arguments.provider, arguments.base_url)
    check_endings(arguments.out)
    if arguments.template is not None:
        check_template(arguments.template, data_folder(arguments.data_dir, os.environ))
    outs = as_text(writable(arguments.out))
    profile, offer = read(arguments.profile), offer_of(arguments.offer)
    name = profile_name(arguments.profile, profile)
    kind = DocumentKind(arguments.kind)
    choice = Choice(
        provider=arguments.provider,
        model="" if arguments.provider == COMPOSER else arguments.model,
        language=arguments.language,
        strength=arguments.strength,
        template=arguments.template,
        base_url=arguments.base_url,
        outs=outs,
        letter=LetterManner(arguments.country, Length(arguments.length), Tone(arguments.tone)),
    )

    async def run(services: Services, progress: Progress) -> int:
        async def start() -> TaskId:
            imported = await services.profiles.import_data(name, profile)
            while True:
                application = await services.applications.untouched(imported.id, offer, kind)
                found = await services.preflights.of(application.id, kind, choice)
                # Another verb may take the same application in between: then this one takes another.
                with contextlib.suppress(AlreadyUnderWay):
                    return await services.generation.start(application.id, kind, found.agreed, join=False)

        return await follow(services, progress, start)

    return run
