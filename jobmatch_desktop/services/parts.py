"""All that a person can do, in one value: what a page or a verb is handed."""

from dataclasses import dataclass

from jobmatch_desktop.services.added_skills import AddedSkills
from jobmatch_desktop.services.applications import Applications
from jobmatch_desktop.services.coach import Coach
from jobmatch_desktop.services.documents import Documents
from jobmatch_desktop.services.generation import Generation
from jobmatch_desktop.services.grounding_marks import GroundingMarks
from jobmatch_desktop.services.keys import Keys
from jobmatch_desktop.services.looks import Looks
from jobmatch_desktop.services.matching import Matching
from jobmatch_desktop.services.merging import Merging
from jobmatch_desktop.services.models import Models
from jobmatch_desktop.services.preferences import Preferences
from jobmatch_desktop.services.preflight import Preflights
from jobmatch_desktop.services.profile_editing import ProfileEditing
from jobmatch_desktop.services.profile_importing import ProfileImporting
from jobmatch_desktop.services.profiles import Profiles
from jobmatch_desktop.services.provider_settings import ProviderPlaces
from jobmatch_desktop.services.rewriting import Rewriting
from jobmatch_desktop.services.sending import Sending
from jobmatch_desktop.services.spelling import Spelling
from jobmatch_desktop.services.versions import Versions


@dataclass(frozen=True)
class Services:
    """The services over one data folder. Their coroutines run on the engine loop. `owner` marks this program's tasks."""

    owner: str

    profiles: Profiles
    applications: Applications
    documents: Documents
    generation: Generation
    preflights: Preflights
    models: Models
    preferences: Preferences
    keys: Keys
    provider_settings: ProviderPlaces
    sending: Sending
    coach: Coach
    matching: Matching
    profile_editing: ProfileEditing
    rewriting: Rewriting
    marks: GroundingMarks
    profile_importing: ProfileImporting
    versions: Versions
    spelling: Spelling
    looks: Looks
    added_skills: AddedSkills
    merging: Merging
