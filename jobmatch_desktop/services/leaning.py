"""Which facts a document is written from: those that its application shows, and for a letter those of a CV that it goes with."""

import asyncio

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.profile_editing import shown_version
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.writing.leaning import leaning_on


async def written_from(stored: Stored, application: Application, kind: DocumentKind, choice: Choice) -> int:
    """The version of the profile that a document is written from. Raises `RecordNotFound`."""
    shown = await shown_version(stored, application)
    if kind is DocumentKind.CV or choice.cv is None:
        return shown
    if choice.cv:
        cv = (await stored.documents.version(choice.cv)).text
    else:
        cv = (await stored.documents.of_application(application.id))[DocumentKind.CV].text
    source = (await stored.profiles.get(shown)).source
    return await stored.profiles.add(await asyncio.to_thread(leaning_on, source, cv))
