"""The repositories of one data folder, handed on together."""

from dataclasses import dataclass

from jobmatch_desktop.domain.document import Cause
from jobmatch_desktop.domain.task import Task
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.placing import Place
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.documents import DocumentRepository, placing
from jobmatch_desktop.storage.kept_profiles import KeptProfileRepository
from jobmatch_desktop.storage.offers import OfferRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.skill_lists import SkillLists
from jobmatch_desktop.storage.speeds import SpeedRepository
from jobmatch_desktop.storage.targetings import TargetingRepository
from jobmatch_desktop.tasks.store import Save, TaskStore


@dataclass(frozen=True)
class Stored:
    """What services read and write. Any asyncio loop."""

    database: Database
    profiles: ProfileRepository
    kept_profiles: KeptProfileRepository
    targetings: TargetingRepository
    offers: OfferRepository
    applications: ApplicationRepository
    documents: DocumentRepository
    tasks: TaskStore
    speeds: SpeedRepository
    skills: SkillLists


def saving(task: Task, place: Place, country: str | None = None) -> Save:
    """What is saved of a task: its words, placed in its document; `country` frames a letter from then on (None: as it was)."""
    options = task.spec.options
    cause = Cause.GENERATED if task.spec.provider != COMPOSER else Cause.COMPOSED
    assert task.spec.document is not None, "a generation has a document"
    return placing(
        task.spec.document,
        place,
        cause=cause,
        task=task.id,
        language=options.language,
        template=options.template,
        country=country,
    )
