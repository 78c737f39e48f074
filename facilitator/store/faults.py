"""What the world does to a file; each fault carries data, its sentence is in the catalogues."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from facilitator.domain.refusals import Explained


class Fault(Explained):
    """The file cannot be used as asked; it is as it was. `file` and `folder` are in the details."""

    def __init__(self, path: Path, **details: object) -> None:
        self.path = path
        super().__init__(file=path.name, folder=str(path.absolute().parent), **details)


class FileMissing(Fault):
    pass


class FileGone(Fault):
    """The file in use was deleted, moved or replaced; what it held is still known."""


class FileExists(Fault):
    """A new workshop would replace a file that is there."""


class FileEmpty(Fault):
    pass


class NotAWorkshop(Fault):
    """The file is no database, or the database of another program."""


class FileCutShort(Fault):
    """The file is shorter than its own header says."""


class FileDamaged(Fault):
    pass


class FileNewer(Fault):
    """A later version of Facilitator wrote the file."""


class CopiedWhileOpen(Fault):
    """What lay beside the file when it was in use is not there: what was done last is missing."""


class ActsLost(Fault):
    """The last `n` acts are missing: what lay beside the file was cut, or the file is an older one."""


class FileEncrypted(Fault):
    """The file opens with a passphrase, and none was given."""


class WrongPassphrase(Fault):
    """Neither a passphrase nor a recovery code of the file."""


class FileLocked(Fault):
    """Another Facilitator has the file open."""


class FolderReadOnly(Fault):
    """Nothing can be written beside the file, or into it."""


class DiskFull(Fault):
    """The act was not saved; all earlier ones are."""


class WriteFailed(Fault):
    """The disk refused to write; the act was not saved."""


class SnapshotUnsound(Fault):
    """A snapshot that was just made cannot be read as it should; the earlier ones are kept."""


class SnapshotDamaged(Fault):
    """The file that was to be restored is damaged itself; nothing was changed."""


class NothingToRescue(Fault):
    """Not even a part of the file can be read."""


def fault_of(path: Path, error: DBAPIError) -> Fault:
    """Return what the driver means in words of its own."""
    words = str(error.orig)
    if "full" in words:
        return DiskFull(path)
    return FolderReadOnly(path) if "readonly" in words else WriteFailed(path)
