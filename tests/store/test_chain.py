"""The journal's chain: what is altered, taken out or cut off is noticed, what an erasure replaced is not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.store.chain import ERASURE, Breach, How, breaches, chained, seal, seal_of
from facilitator.store.engine import connect
from tests.kept import KEPT, put_kept

texts = st.text(max_size=20).filter(lambda text: text.encode("utf-8", "ignore").decode() == text)
payloads = st.fixed_dictionaries({"subject": texts, "arguments": st.just("{}"), "changes": texts})


def journal(replica, contents):
    """Return events of one laptop with these payloads."""
    rows, previous = [], ""
    for seq, payload in enumerate(contents, 1):
        place = {"replica": replica, "seq": seq, "id": f"{replica}{seq}", "at": seq, "act": "a", "desk": "d"}
        rows.append(chained({**place, "undoes": None, **payload}, previous))
        previous = rows[-1]["hash"]
    return rows


@given(st.lists(payloads, max_size=5), st.lists(payloads, max_size=5))
def test_a_journal_as_it_was_written_verifies(ours, theirs):
    assert list(breaches([*journal("a", ours), *journal("b", theirs)])) == []


@given(st.lists(payloads, min_size=1, max_size=6), st.data())
def test_any_altered_event_is_noticed_where_it_stands(contents, data):
    rows = journal("a", contents)
    n = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(["subject", "changes", "arguments", "act", "desk", "id"]))
    rows[n] = {**rows[n], column: rows[n][column] + "x"}

    assert list(breaches(rows)) == [Breach("a", n + 1, n + 1, How.ALTERED)]


@given(st.lists(payloads, min_size=3, max_size=6), st.data())
def test_any_missing_event_is_noticed_with_its_number(contents, data):
    rows = journal("a", contents)
    gone = data.draw(st.integers(0, len(rows) - 2))

    assert list(breaches(rows[:gone] + rows[gone + 1 :])) == [Breach("a", gone + 1, gone + 1, How.MISSING)]


def test_an_event_put_in_the_place_of_another_is_noticed_by_the_next():
    rows = journal("a", [{"subject": str(n), "arguments": "{}", "changes": ""} for n in range(3)])
    rows[1] = journal("a", [{"subject": "other", "arguments": "{}", "changes": ""}] * 3)[1]
    rows[1] = chained(rows[1], rows[0]["hash"])

    assert list(breaches(rows)) == [Breach("a", 3, 3, How.CUT_LOOSE)]


def test_a_payload_that_an_erasure_replaced_verifies_and_one_that_nobody_vouches_for_does_not():
    rows = journal("a", [{"subject": "Name", "arguments": "{}", "changes": "[]"}] * 2)
    new = {**rows[0], "subject": "", "salt": ""}
    erasure = {**rows[1], "seq": 3, "id": "a3", "act": ERASURE, "subject": ""}
    erasure["arguments"] = json.dumps({"replaced": {"a1": seal("", new)}})

    vouched = list(breaches([new, rows[1], chained(erasure, rows[1]["hash"])]))
    alone = list(breaches([new, rows[1]]))

    assert (vouched, alone) == ([], [Breach("a", 1, 1, How.ALTERED)])


@pytest.mark.parametrize("shape", KEPT)
def test_old_events_are_chained_when_their_file_is_brought_to_todays_shape(tmp_path, shape):
    path = tmp_path / "old.facilitator"
    put_kept(shape, path)
    desk = open_desk(path, lambda: 0)
    desk.do("undo")
    found = desk.file.breaches()
    desk.close()

    connection = connect(path)
    connection.execute("UPDATE event SET subject = subject || 'x' WHERE seq = 2")
    replica, seq = connection.execute("SELECT replica, seq FROM event WHERE seq = 2").fetchone()
    connection.close()
    desk = open_desk(path, lambda: 0)
    altered = desk.file.breaches()
    desk.close()

    assert (found, altered) == ((), (Breach(replica, seq, seq, How.ALTERED),))


@given(st.text('aب"\\\n\x00\x1f\x7f', min_size=1, max_size=40))
def test_a_long_payload_is_sealed_as_a_short_one(piece):
    long = piece * 20_000
    row = {"subject": piece, "arguments": "{}", "changes": long}

    assert seal("salt", row) == seal_of("salt", piece, "{}", long)
