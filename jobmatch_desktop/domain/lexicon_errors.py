"""What can be wrong with a list of skills that a person adds."""

from jobmatch_desktop.domain.errors import UnreadableInput


class NoListOfSkills(UnreadableInput):
    """A file is no CSV of ESCO's skills, or one without a row that can be used."""

    what = "This is no list of skills of ESCO."
    why = "It must be text in UTF-8 with the columns conceptUri, preferredLabel and altLabels, and skills in its rows."
    remedy = "Download the skills from ESCO as CSV, in your language, and choose the file named skills."


class ListTooLarge(UnreadableInput):
    """A file is far larger than any list of ESCO's skills."""

    what = "This is no list of skills of ESCO."
    why = "It has more than {megabytes} MB."
    remedy = "Download the skills from ESCO as CSV, in your language, and choose the file named skills."
