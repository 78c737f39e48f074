"""A new file has exactly the tables the program speaks of, and says so in its header."""

import struct

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.notes import NoteKind
from facilitator.domain.rules import Rules
from facilitator.domain.timing import Clock, Pause
from facilitator.store.engine import SCHEMA_VERSION, as_integer, connect, make_engine
from facilitator.store.header import APPLICATION_ID
from facilitator.store.tables import metadata
from tests.books import folded, tables_of
from tests.kept import KEPT, put_kept


@pytest.fixture
def path(tmp_path):
    return tmp_path / "old.facilitator"


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


def test_a_file_of_the_first_shape_is_brought_to_todays_with_its_content_and_a_copy_beside_it(path):
    put_kept(1, path)
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
    assert sorted(p.suffix for p in path.parent.glob("*.facilitator")) == [".facilitator"] * 2
    desk.close()
    assert as_integer(connect(path.parent / "old.shape-1.facilitator"), "user_version") == 1


def test_a_file_that_is_opened_again_is_not_copied_again(path):
    put_kept(1, path)
    open_desk(path, lambda: 0).close()
    (path.parent / "old.shape-1.facilitator").unlink()
    open_desk(path, lambda: 0).close()

    assert [p.name for p in path.parent.iterdir()] == ["old.facilitator"]


def test_a_file_of_the_second_shape_is_brought_to_todays_with_its_content(path):
    put_kept(2, path)
    desk = open_desk(path, lambda: 0)
    view = desk.view()

    assert [who.name for who in view.people.values()] == ["A delegate"]
    assert [(panel.title, panel.origin, panel.uid, panel.room) for panel in view.panels] == [
        ("Remedies", "", "", "")
    ]
    assert view.floor.speaking is not None
    assert folded(desk) == tables_of(desk)
    desk.close()


def test_a_file_of_every_shape_before_todays_is_kept():
    assert set(KEPT) >= set(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize("shape", [shape for shape in KEPT if shape > 2])
def test_a_file_of_any_later_shape_is_brought_to_todays_with_its_content(path, shape):
    put_kept(shape, path)
    desk = open_desk(path, lambda: 0)
    view = desk.view()

    assert [(who.name, who.category) for who in view.people.values()] == [("A delegate", "GOV")]
    assert [(note.text, note.kind) for note in view.notes] == [
        ("A note of this shape", NoteKind.RECOMMENDATION)
    ]
    assert [each.text for each in view.recommendations] == ["Publish the register."]
    assert [each.clock.elapsed(0) for each in view.floor.spoken] == [150_000]
    assert (folded(desk), desk.file.breaches()) == (tables_of(desk), ())
    desk.close()
    copies = sorted(each.name for each in path.parent.glob("*.facilitator"))
    assert copies == [
        "old.facilitator",
        *(f"old.shape-{shape}.facilitator" for _ in range(shape < SCHEMA_VERSION)),
    ]
