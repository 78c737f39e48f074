"""Rows that came many at once stand in the journal together, and the tables are checked against them."""

import shutil

import pytest

from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.store.engine import connect
from facilitator.store.examining import Examination, Finding, Flaw, examine
from facilitator.store.opening import has_unwritten_pages
from tests.books import folded, tables_of

NAMES = [f"Delegate {number:03}" for number in range(120)]


@pytest.fixture
def list_(desk, tmp_path):
    """A list that came in, long enough to be told column by column."""
    path = tmp_path / "list.csv"
    path.write_text("name,category\n" + "".join(f"{name},GOV\n" for name in NAMES), encoding="utf-8")
    import_list(desk, Kind.PARTICIPANTS, Order(path))
    return {who.name: who.id for who in desk.reading.people().values()}


def test_the_journal_makes_the_tables_whatever_was_done_to_some_of_a_list(desk, list_):
    desk.do("edit_participants", participants=[list_["Delegate 003"]], language="fr")
    desk.do("remove_participants", participants=[list_["Delegate 007"]])

    assert folded(desk) == tables_of(desk)


@pytest.mark.parametrize("steps", [("undo",), ("undo", "redo"), ("undo", "redo", "undo")])
def test_the_journal_makes_the_tables_whether_a_list_was_taken_back_or_not(desk, list_, steps):
    for step in steps:
        desk.do(step)

    assert folded(desk) == tables_of(desk)
    assert len(tables_of(desk).get("participant", {})) == (len(NAMES) if steps[-1] == "redo" else 0)


@pytest.mark.parametrize(
    ("statement", "count"),
    [
        ("UPDATE participant SET name = 'Nobody' WHERE name = 'Delegate 003'", 1),
        ("DELETE FROM participant WHERE name < 'Delegate 005'", 5),
        ("UPDATE participant SET language = 'fr'", len(NAMES)),
        ("UPDATE participant SET id = 'other' WHERE name = 'Delegate 003'", 2),
        ("UPDATE participant SET name = CAST(name AS BLOB) WHERE name = 'Delegate 003'", 1),
        ("UPDATE participant SET name = name || char(0) WHERE name = 'Delegate 003'", 1),
    ],
)
def test_a_check_counts_the_rows_of_a_list_that_were_changed_past_the_journal(desk, list_, statement, count):
    copy = desk.path.with_name("copy.facilitator")
    desk.file.copy_to(copy)
    raw = connect(copy)
    raw.execute(statement)
    raw.close()

    found = examine(copy)

    assert found == Examination(
        found.events, found.rows, (Finding(Flaw.TABLE_DIFFERS, count, "participant"),)
    )


@pytest.mark.parametrize(
    "statement", ["UPDATE participant SET name = 'Nobody'", "UPDATE participant SET category = 'none'", ""]
)
def test_a_file_is_judged_alike_with_what_lies_beside_it_and_when_all_is_in_it(desk, list_, statement):
    alone, beside = (desk.path.with_name(f"{name}.facilitator") for name in ("alone", "beside"))
    desk.file.copy_to(alone)
    raw = connect(alone)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute(statement or "PRAGMA user_version")
    raw.execute("INSERT INTO meta (key, value) VALUES ('something', 'new')")  # so that there is something
    for ending in ("", "-wal"):
        shutil.copyfile(f"{alone}{ending}", f"{beside}{ending}")
    raw.close()

    assert (has_unwritten_pages(beside), has_unwritten_pages(alone)) == (True, False)
    assert examine(beside) == examine(alone)
    assert examine(alone).sound is (not statement)
