"""What can go wrong where a person has a document written as a file of theirs. An older file of the name is as it was."""

from jobmatch_desktop.domain.storage_errors import DiskFull, FolderReadOnly, StorageFault


class ExportFull(DiskFull):
    """No room for the file."""

    what = "{path} was not written: the disk is full."
    why = "The file needs more room than there is left."
    remedy = "Make room or choose another folder, and export again. A file that stood there is as it was."


class ExportRefused(FolderReadOnly):
    """The folder or the file may not be written."""

    what = "{path} was not written."
    why = "Its folder, or the file that stands there, is read-only or belongs to somebody else."
    remedy = "Choose another folder or name."


class FileInUse(FolderReadOnly):
    """Another program has the file open and lets nobody write it, as Word does on Windows."""

    what = "{path} was not written: another program has it open."
    why = "While it does, the system lets nobody write the file."
    remedy = "Close it there and export again, or choose another name."


class FolderGone(StorageFault):
    """The folder that the file was to be in is not there, or is none."""

    what = "{path} was not written."
    why = "There is no folder {folder}: it was moved or removed, or its drive is not connected."
    remedy = "Choose another folder."


class FolderInPlace(StorageFault):
    """A folder has the file's name."""

    what = "{path} was not written: a folder has this name."
    why = "A file cannot stand in its place."
    remedy = "Choose another name."


class NameRefused(StorageFault):
    """The file system takes no file of this name."""

    what = "“{name}” was not written: the folder takes no file of this name."
    why = "The system says: {reason}."
    remedy = "Choose a shorter or plainer name."


class DriveGone(StorageFault):
    """The drive or the network folder does not answer any more."""

    what = "{path} was not written: {folder} does not answer."
    why = "The system says: {reason}."
    remedy = "Connect the drive or the network again, or choose a folder on this computer."
