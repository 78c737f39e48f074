"""One connection to one file: durable, checked by foreign keys, and held alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from facilitator.store.keys import PLAIN_HEADER, FileKey

SCHEMA_VERSION = 13  # in the header too (user_version): a newer file is recognised before it is opened

CIPHER = (
    "PRAGMA cipher_log_level=NONE",  # what does not open is told in a sentence
    f"PRAGMA cipher_default_plaintext_header_size={PLAIN_HEADER}",
)
WRITE_BACK = "PRAGMA wal_autocheckpoint=4000"
"""An act that finds so many pages waiting writes them into the file; before, that is done between acts."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # an acknowledged act survives a power cut; NORMAL would lose up to 100
    "PRAGMA fullfsync=ON",  # macOS only: elsewhere without effect
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    WRITE_BACK,
)


def connect(path: Path, key: FileKey | None = None, *, busy_ms: int = 5_000) -> driver.Connection:
    """Return a connection for work: it holds the file alone from its first transaction on."""
    connection = connect_to_check(path, key, busy_ms=busy_ms)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def connect_to_check(path: Path, key: FileKey | None = None, *, busy_ms: int = 0) -> driver.Connection:
    """Return a connection that will hold the file alone and changes nothing in it by itself."""
    connection = _unlocked(str(path), key)
    connection.execute(f"PRAGMA busy_timeout={busy_ms}")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")  # one process a file; no shared memory beside it
    return connection


def connect_beside(path: Path, key: FileKey | None = None) -> driver.Connection:
    """Return one more that reads, while another of this process holds the file and nothing lies beside it."""
    return _unlocked(f"{path.absolute().as_uri()}?immutable=1", key, uri=True)


def _unlocked(source: str, key: FileKey | None, *, uri: bool = False) -> driver.Connection:
    connection = driver.connect(source, isolation_level=None, check_same_thread=False, uri=uri)
    if key is not None:
        for pragma in (*CIPHER, key.pragma):
            connection.execute(pragma)
    connection.execute("PRAGMA cell_size_check=ON")
    return connection


def make_engine(path: Path, key: FileKey | None = None) -> Engine:
    """Return the engine of a file; each transaction takes the write lock at its beginning."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, key),
        module=driver,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    # The driver's own BEGIN comes too late for DDL and lets a read turn into a lost update.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def versions() -> tuple[str, str]:
    """Return the versions of SQLite and of SQLCipher, which encrypts."""
    connection = driver.connect(":memory:")
    try:
        (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
        return driver.sqlite_version, str(cipher).split()[0]
    finally:
        connection.close()


def as_integer(connection: Any, pragma: str) -> int:  # noqa: ANN401 - SQLAlchemy's or the driver's connection
    """Return the number a pragma answers with."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
