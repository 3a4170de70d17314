"""What can go wrong where work is kept. Nothing is overwritten or deleted by any of these."""

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.task import IllegalTransition, TaskId


class StorageFault(JobMatchError):
    """The place where work is kept refused, in a way that has no better name."""

    what = "{path} could not be read or written."
    why = "The system says: {reason}."
    remedy = "What was saved before is as it was. Check the disk, then try again."


class DiskFull(StorageFault):
    """No room for what was to be written: of the disk, or of this person's share of it."""

    what = "{path} was not saved: the disk is full."
    why = "Saving needs free space, and there is none left."
    remedy = "Make room, then try again; what was saved before is as it was."


class FolderReadOnly(StorageFault):
    """A folder or file may not be written."""

    what = "{path} cannot be written."
    why = "It is read-only, or belongs to somebody else."
    remedy = "Make it writable, or choose another folder with --data-dir."


class DatabaseBusy(StorageFault):
    """Another program kept the database locked for longer than is sensible to wait."""

    what = "{path} is in use."
    why = "Another program has kept it locked for {seconds} seconds."
    remedy = "Close what uses it (a backup, a database viewer, another JobMatch window), then try again."


class DatabaseInUse(DatabaseBusy):
    """A copy was to be restored while a program of ours works on the folder."""

    why = "Another JobMatch window or command works on it."
    remedy = "Close it, then try again."


class DatabaseGone(StorageFault):
    """The file that was opened is no longer in its place: moved, replaced or removed. Nothing was written."""

    what = "{path} is no longer where it was."
    why = "The file or its folder was moved, replaced or removed while JobMatch was open."
    remedy = "Put it back, or close JobMatch and open it again; copy what is in the editor first."


class DatabaseNewer(StorageFault):
    """The database was written by a later version of this program."""

    what = "{path} was written by a newer version of JobMatch."
    why = "It has format {found}; this version knows formats up to {known}."
    remedy = "Install the newer version, or choose another folder with --data-dir. The file was not touched."


class DatabaseForeign(StorageFault):
    """A database of another program stands where this program's would."""

    what = "{path} is not a JobMatch database."
    why = "Another program made it."
    remedy = "Choose another folder with --data-dir. The file was not touched."


class DatabaseDamaged(StorageFault):
    """The database cannot be trusted, and no good copy is there. The file is left as it is."""

    what = "{path} is damaged."
    why = "The disk or another program changed it."
    remedy = "The file was left as it is. No good copy was found in {copies}: restore one from your own backup."


class DatabaseDamagedWithCopy(DatabaseDamaged):
    """The database cannot be trusted; `copy` is its newest good copy (see `storage.database.restore_copy`)."""

    remedy = (
        "The file was left as it is. To go back to {date}, move the damaged files away and put {copy} in their place."
    )


class CopyUnusable(StorageFault):
    """A copy that was to be restored is damaged itself, is of a newer version, or is no copy of this program's."""

    what = "{path} cannot be restored."
    why = "It is not a sound database that this version of JobMatch can read."
    remedy = "Choose another copy; nothing was changed."


class RecordNotFound(JobMatchError):
    """A row that was asked for is not there, or no more. `thing` is `profile`, `offer`, `application`, ..."""

    what = "{thing} {id} was not found."
    why = "It may have been removed in another window."


class StaleRevision(JobMatchError):
    """A text was to be saved over a newer one than it was made from. Nothing was saved; the newer text stands."""

    what = "Document {document} was changed elsewhere."
    why = "It is at revision {stored}; the text is from revision {given}."
    remedy = "Look at the newer text and save again."


class AlreadyUnderWay(JobMatchError):
    """The document is already being written by `task`, in this program or another."""

    what = "This document is already being written."
    why = "Task {id} is at work on it."
    remedy = "Wait for it, or stop it."

    def __init__(self, task: TaskId) -> None:
        super().__init__(id=task)
        self.task = task


class TaskElsewhere(IllegalTransition):
    """A task that waits or runs belongs to another living program: only that one may move it."""

    what = "Task {id} belongs to another JobMatch program, so it cannot become {wanted} here."
    remedy = "Ask it to be cancelled, or wait for it to end."


class SettingsDamaged(StorageFault):
    """The settings file, or some of it, could not be understood: the usual settings stand in for what is missing."""

    what = "Some settings could not be read: {fields}."
    why = "{path} was changed outside the program, or damaged."
    remedy = "The usual ones are used instead; the file is kept as {kept}."
