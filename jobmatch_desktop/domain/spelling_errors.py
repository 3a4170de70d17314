"""What can happen to the process that looks words up."""

from jobmatch_desktop.domain.errors import JobMatchError


class SpellingStopped(JobMatchError):
    """The process that looks words up does not answer, also when it was started anew."""

    what = "The spelling cannot be checked."
    why = "The dictionary of this language ({language}) could not be used."
    remedy = "Go on writing. Start the program again to try it once more."


class NoDictionary(JobMatchError):
    """There is no dictionary of a language."""

    what = "There is no dictionary for this language ({language})."
    why = "The program brings English and French; others are taken from the system's Hunspell folders."
    remedy = "Install the Hunspell dictionary of the language, then start the program again."
