"""A new file has exactly the tables the program speaks of, and says so in its header."""

import struct

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from facilitator.acts.workshops import new_workshop
from facilitator.store.engine import APPLICATION_ID, SCHEMA_VERSION, connect, make_engine
from facilitator.store.tables import metadata


def test_the_migrations_make_the_tables_of_the_program(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    engine = make_engine(path)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()

    assert differences == []


def test_the_header_says_whose_file_it_is_before_it_is_opened(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    header = path.read_bytes()[:100]

    assert struct.unpack_from(">I", header, 68)[0] == APPLICATION_ID
    assert struct.unpack_from(">I", header, 60)[0] == SCHEMA_VERSION
    assert [p.name for p in tmp_path.iterdir()] == ["w.facilitator"]


def test_an_open_file_is_durable_checked_and_held_alone(tmp_path):
    connection = connect(tmp_path / "x.db")
    answers = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "locking_mode")
    }

    assert answers == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "locking_mode": "exclusive",
    }
    connection.close()
