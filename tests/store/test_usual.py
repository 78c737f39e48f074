"""What is usual in a row is not told by the event that made it, and stands there for whoever reads it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Float, Integer

from facilitator.store.coming import written_in
from facilitator.store.journal import Change, from_json, to_json, usual
from facilitator.store.replaying import Replayed
from facilitator.store.tables import STATE

MANY = 60


def cell(column):
    """Values of a column, of which what is usual in it is one."""
    kinds = {Float: st.floats(-9, 9), Integer: st.integers(-2, 2)}
    others = kinds.get(type(column.type), st.sampled_from(["", "[]", "{}", "0", "ن", "text"]))
    return st.one_of(st.just(usual(column.table.name)[column.name]), others)


@st.composite
def rows(draw, table, most):
    """So many rows of a table, or that many of which only some cells differ."""
    cells = {column.name: cell(column) for column in STATE[table].columns}
    first = draw(st.fixed_dictionaries(cells))
    different = draw(st.sampled_from(sorted(cells)))
    count = draw(st.sampled_from([1, 2, most]))
    return [{**first, different: draw(cells[different]), "id": f"row {number}"} for number in range(count)]


def event(changes):
    """The row of an event that tells of these changes, in its journal."""
    place = {"id": "event", "replica": "laptop", "seq": 1, "moment": 1, "at": 1}
    return {**place, "act": "act", "undoes": None, "arguments": "{}", "changes": changes}


@pytest.mark.parametrize("table", sorted(STATE))
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_a_row_is_the_same_to_all_who_read_of_it(table, data):
    made = data.draw(rows(table, MANY))
    names = tuple(column.name for column in STATE[table].columns)
    cells = {row["id"]: tuple(row[name] for name in names) for row in made}
    changes = tuple(Change(table, row["id"], None, row) for row in made)
    whole = json.dumps([list(change) for change in changes])  # as programs told it that left nothing out

    for told in (to_json(changes), whole):
        assert from_json(told) == changes
        assert {id_: row for _, id_, row in written_in(told)} == cells
        assert Replayed([event(told)]).table(table, names) == cells
    assert json.loads(to_json(from_json(whole))) == json.loads(to_json(changes))


@pytest.mark.parametrize("table", sorted(STATE))
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_no_event_tells_what_is_usual(table, data):
    made = data.draw(rows(table, 2))
    told = json.loads(to_json(Change(table, row["id"], None, row) for row in made))

    assert [after for _, _, _, after in told] == [
        {name: value for name, value in row.items() if value != usual(table)[name]} for row in made
    ]


def test_what_was_is_told_whole_of_a_row_that_is_no_more():
    row = {**usual("note"), "id": "note", "text": "Words"}

    assert json.loads(to_json([Change("note", "note", row, None)])) == [["note", "note", row, None]]
