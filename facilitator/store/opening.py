"""Opening a file that somebody points at: it is a sound workshop of ours, or it is left as it was."""

from __future__ import annotations

import os
import shutil
import struct
import tempfile
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine

from facilitator.store.engine import SCHEMA_VERSION, connect_to_check, make_engine
from facilitator.store.faults import (
    ActsLost,
    CopiedWhileOpen,
    FileCutShort,
    FileDamaged,
    FileEmpty,
    FileEncrypted,
    FileExists,
    FileGone,
    FileLocked,
    FileMissing,
    FileNewer,
    FolderReadOnly,
    NotAWorkshop,
    WrongPassphrase,
)
from facilitator.store.header import APPLICATION_AT, APPLICATION_ID
from facilitator.store.keys import FileKey, block_of
from facilitator.store.standing import must_be_whole, tail_of

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_PAGE, _SOME_PAGES = 4_096, 8
# A damaged database can make the driver fail outside its own errors, while it decodes what it finds.
UNREADABLE = (driver.Error, UnicodeError, OverflowError, ValueError)


# Closing any descriptor of a file drops every lock this process has on it (POSIX), so a file that is in use
# here must not be opened a second time, not even to read its header.
_in_use: dict[Path, tuple[int, int]] = {}


def open_engine(path: Path, key: FileKey | None = None) -> Engine:
    """Return the engine of a sound workshop file; raises a fault and leaves any other file untouched."""
    try:
        if not path.is_file():
            raise FileMissing(path)
        if is_in_use(path):
            raise FileLocked(path)
        check_header(path)
    except PermissionError as error:
        raise FolderReadOnly(path) from error
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise FolderReadOnly(path)
    key = must_open(path, key)
    if has_unwritten_pages(path) or tail_of(path).exists():
        _check_copy(path, key)
    _check_in_place(path, key, companion=bool(written_beside(path)))
    return make_engine(path, key)


def must_open(path: Path, key: FileKey | None) -> FileKey | None:
    """Return the key of a file, None for one that is not encrypted; raises FileEncrypted, WrongPassphrase."""
    block = block_of(path)
    if block is None:
        return None
    if key is None:
        raise FileEncrypted(path)
    if not opens(path, key):
        raise WrongPassphrase(path)
    return FileKey(key.secret, block)


def opens(path: Path, key: FileKey) -> bool:
    """Say whether the key is that of the file: at least one of its first pages was written with it."""
    with tempfile.TemporaryDirectory() as folder, path.open("rb") as file:
        some = Path(folder) / "some"
        some.write_bytes(file.read(_SOME_PAGES * _PAGE))
        connection = connect_to_check(some, key)
        try:
            wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        except driver.Error:
            return False
        finally:
            connection.close()
        return len(wrong) < some.stat().st_size // _PAGE


def is_in_use(path: Path) -> bool:
    """Say whether this very process has the file open."""
    return _identity(path) in _in_use.values()


def take(path: Path) -> None:
    """The file is in use by this process."""
    _in_use[path] = _identity(path)


def let_go(path: Path) -> None:
    """The file is not in use by this process any more."""
    _in_use.pop(path, None)


def must_be_there(path: Path) -> None:
    """Raise FileGone if something else, or nothing, is where a file in use was: an act would be lost."""
    try:
        there = _identity(path)
    except OSError:
        there = None
    if there != _in_use.get(path):
        raise FileGone(path)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def create_engine_for(path: Path, key: FileKey | None = None) -> Engine:
    """Return the engine of a new, empty file; raises a fault if one is there or none can be."""
    if path.exists():
        raise FileExists(path)
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise FolderReadOnly(path)
    return make_engine(path, key)


def check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    size = path.stat().st_size
    if size == 0:
        raise FileEmpty(path)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise NotAWorkshop(path)
    if struct.unpack_from(">I", header, APPLICATION_AT)[0] != APPLICATION_ID:
        raise NotAWorkshop(path)
    if struct.unpack_from(">I", header, 60)[0] > SCHEMA_VERSION:
        raise FileNewer(path)
    page_size = struct.unpack_from(">H", header, 16)[0]
    pages = struct.unpack_from(">I", header, 28)[0]
    whole = (65_536 if page_size == 1 else page_size) * pages
    if size < whole and not has_unwritten_pages(path):  # a power cut may have met what writes them
        raise FileCutShort(path)


def written_beside(path: Path) -> list[Path]:
    """Return what lies beside a file of its pages: new ones, or old ones while a merge writes into it."""
    parts = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    return [part for part in parts if part.exists()]


def has_unwritten_pages(path: Path) -> bool:
    """Say whether something lies beside a file that is not in it, or not yet."""
    return any(part.stat().st_size > 0 for part in written_beside(path))


def _check_copy(path: Path, key: FileKey | None) -> None:
    """Check a file left by a crash on a copy: opening and closing the damaged one would write into it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for part in (path, *written_beside(path), tail_of(path)):
            if part.exists():
                shutil.copyfile(part, copy.with_name(part.name))
        sound = is_sound(copy, key)
        lost = lacking(copy, key, companion=True) if sound else None
    if not sound:
        raise FileLocked(path) if is_held(path) else FileDamaged(path)
    if lost:
        raise FileLocked(path) if is_held(path) else ActsLost(path, n=lost)


def is_sound(path: Path, key: FileKey | None = None) -> bool:
    """Say whether every page of a file can be read."""
    try:
        connection = connect_to_check(path, key)
    except UNREADABLE:
        return False
    try:
        return _quick_check(connection)
    except UNREADABLE:
        return False
    finally:
        connection.close()


def is_held(path: Path) -> bool:
    """Say whether another process holds the file; a read-only look changes nothing in it or beside it."""
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm")]
    new = [part for part in beside if not part.exists()]
    connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except driver.Error as error:
        return "locked" in str(error)
    finally:
        connection.close()
        for part in filter(Path.exists, new):  # what is not there a read-only medium refuses to remove, too
            part.unlink()
    return False


def lacking(path: Path, key: FileKey | None, *, companion: bool) -> int | None:
    """Return how many of the last acts a sound file lacks, 0 if nobody knows; None if it lacks none."""
    connection = connect_to_check(path, key)
    try:
        must_be_whole(path, connection, companion=companion)
    except ActsLost as told:
        return int(str(told.details["n"]))
    except CopiedWhileOpen:
        return 0
    finally:
        connection.close()
    return None


def _check_in_place(path: Path, key: FileKey | None, *, companion: bool) -> None:
    try:
        connection = connect_to_check(path, key)
    except UNREADABLE as error:
        raise _fault(path, error) from error
    try:
        connection.execute("BEGIN IMMEDIATE")
        sound = _quick_check(connection)
        if sound:
            connection.text_factory = str
            must_be_whole(path, connection, companion=companion)
        connection.execute("COMMIT")
    except UNREADABLE as error:
        raise _fault(path, error) from error
    finally:
        connection.close()
    if not sound:
        raise FileDamaged(path)


def _fault(path: Path, error: Exception) -> FileLocked | FolderReadOnly | FileDamaged:
    words = str(error)
    if "locked" in words:
        return FileLocked(path)
    if "readonly" in words or "unable to open" in words:
        return FolderReadOnly(path)
    return FileDamaged(path)


def _quick_check(connection: driver.Connection) -> bool:
    connection.text_factory = bytes  # a damaged text need not be UTF-8
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    return bool(answer) and answer[0] == b"ok"
