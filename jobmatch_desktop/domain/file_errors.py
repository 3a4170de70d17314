"""Files of a person's that cannot be read or written."""

from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput


class FileUnreadable(UnreadableInput):
    """A file that was named cannot be opened."""

    what = "Cannot read {path}."
    why = "{reason}."
    remedy = "Check the name and that you may read it."


class FileUnwritable(JobMatchError):
    """A file could not be written; one that was there before is as it was."""

    what = "{path} was not written."
    why = "{reason}."
    remedy = "Choose another folder, or make room, and export again."


class FileStands(JobMatchError):
    """A file of a set was not written, for another stands there that the person did not agree to replace."""

    what = "{path} was not written: a file of this name stands there already."
    why = "It was not there when you were asked what to replace."
    remedy = "Export again to replace it, or choose another folder or name."


class FormatUnknown(UnreadableInput):
    """A file's ending names no format that is read or written here."""

    what = "{path}: no known format."
    remedy = "Use one of these endings: {endings}."


class PatternUnknown(UnreadableInput):
    """A pattern of file names has a part that stands for nothing."""

    what = "“{part}” stands for nothing in a file's name."
    why = "A name is made of words and of these parts: {parts}."
    remedy = "Change the pattern of the file names."
