"""`generate cv|letter`: one document for one offer, through the same service and tasks as the window."""

import argparse

from jobmatch_desktop.cli.files import read, writable
from jobmatch_desktop.cli.following import follow
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.exporting import check_endings, text_of
from jobmatch_desktop.services.parts import Services


async def run(arguments: argparse.Namespace, services: Services, progress: Progress) -> int:
    """Writes the document and its files. Wrong files and endings are refused before anything is written."""
    check_endings(arguments.out)
    outs = writable(arguments.out)
    profile, offer = read(arguments.profile), text_of(read(arguments.offer))
    kind = DocumentKind(arguments.kind)
    choice = Choice(
        provider=arguments.provider,
        model=arguments.model,
        language=arguments.language,
        strength=arguments.strength,
        template=arguments.template,
        base_url=arguments.base_url,
        outs=tuple(map(str, outs)),
    )

    async def start() -> TaskId:
        imported = await services.profiles.import_data(arguments.profile.name, profile)
        application = await services.applications.untouched(imported.id, offer, kind)
        return await services.generation.start(application.id, kind, choice)

    return await follow(services, progress, start)
