"""A new file has exactly the tables the program speaks of, and says so in its header."""

import shutil
import struct
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.rules import Rules
from facilitator.domain.timing import Clock, Pause
from facilitator.store.engine import APPLICATION_ID, SCHEMA_VERSION, as_integer, connect, make_engine
from facilitator.store.tables import metadata
from tests.books import folded, tables_of

KEPT = Path(__file__).parents[1] / "files"


def test_the_migrations_make_the_tables_of_the_program(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    engine = make_engine(path)
    with engine.connect() as connection:
        told = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("search")}
        differences = compare_metadata(MigrationContext.configure(connection, opts=told), metadata)
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


def test_a_file_of_the_first_shape_is_brought_to_todays_with_its_content_and_a_copy_beside_it(tmp_path):
    path = tmp_path / "old.facilitator"
    shutil.copyfile(KEPT / "schema-1.facilitator", path)
    desk = open_desk(path, lambda: 0)
    view = desk.view()

    assert [r.state.value for r in view.floor.queue.requests] == ["called"]
    assert view.floor.speaking.clock == Clock(
        1571645100000,
        180000,
        15000,
        pauses=(Pause(1571645120000, 1571645130000),),
    )
    assert [note.text for note in view.notes] == ["A note of the first shape"]
    assert view.floor.rules == Rules()
    assert folded(desk) == tables_of(desk)
    assert sorted(p.suffix for p in tmp_path.glob("*.facilitator")) == [".facilitator"] * 2
    desk.close()
    assert as_integer(connect(tmp_path / "old.shape-1.facilitator"), "user_version") == 1


def test_a_file_that_is_opened_again_is_not_copied_again(tmp_path):
    path = tmp_path / "old.facilitator"
    shutil.copyfile(KEPT / "schema-1.facilitator", path)
    open_desk(path, lambda: 0).close()
    (tmp_path / "old.shape-1.facilitator").unlink()
    open_desk(path, lambda: 0).close()

    assert [p.name for p in tmp_path.iterdir()] == ["old.facilitator"]


def test_a_file_of_the_second_shape_is_brought_to_todays_with_its_content(tmp_path):
    path = tmp_path / "old.facilitator"
    shutil.copyfile(KEPT / "schema-2.facilitator", path)
    desk = open_desk(path, lambda: 0)
    view = desk.view()

    assert [who.name for who in view.people.values()] == ["A delegate"]
    assert [(panel.title, panel.origin, panel.uid, panel.room) for panel in view.panels] == [
        ("Remedies", "", "", "")
    ]
    assert view.floor.speaking is not None
    assert folded(desk) == tables_of(desk)
    desk.close()
