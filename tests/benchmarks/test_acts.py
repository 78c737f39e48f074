"""An act from call to commit against a bare transaction of as many rows: at most three times as long."""

import sqlite3
import statistics
import time

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build

ROUNDS = 200
MOST = 3.0


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "w.facilitator"
    moment = build(path, "en")
    now = [moment]
    desk = open_desk(path, lambda: now[0])
    yield desk, now
    desk.close()


def _bare(path):
    """Return a function that commits the rows of one act with the plain driver: WAL, FULL."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "locking_mode=EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE request (id TEXT PRIMARY KEY, state TEXT, settled_at INTEGER)")
    connection.execute(
        "CREATE TABLE intervention"
        " (id TEXT PRIMARY KEY, request TEXT, participant TEXT, began INTEGER, ended INTEGER)"
    )
    connection.execute("CREATE TABLE event (id TEXT PRIMARY KEY, seq INTEGER, act TEXT, changes TEXT)")
    connection.execute("INSERT INTO request VALUES ('0', 'waiting', NULL)")
    connection.execute("INSERT INTO intervention VALUES ('0', 'r', 'p', 0, NULL)")

    def write(n):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE request SET state = 'called', settled_at = ? WHERE id = '0'", (n,))
        connection.execute("UPDATE intervention SET ended = ? WHERE id = '0'", (n,))
        connection.execute("INSERT INTO intervention VALUES (?, 'r', 'p', ?, NULL)", (f"i{n}", n))
        connection.execute("INSERT INTO event VALUES (?, ?, 'give_floor', ?)", (f"e{n}", n, "x" * 900))
        connection.execute("COMMIT")

    return write


def test_giving_the_floor_costs_at_most_three_bare_transactions(sample, tmp_path, record_property):
    desk, now = sample
    bare = _bare(tmp_path / "bare.db")
    ours, theirs, looks = [], [], []
    people = [who.id for who in desk.view().people.values() if who.present]
    for n in range(ROUNDS):
        now[0] += 1_000
        waiting = {r.participant for r in desk.view().floor.waiting}
        desk.do("request_floor", participant=next(who for who in people if who not in waiting))
        ours.append(_timed(lambda: desk.do("give_floor")))
        theirs.append(_timed(lambda n=n: bare(n)))
        looks.append(_timed(desk.view))
    act, raw = statistics.median(ours), statistics.median(theirs)

    record_property("ratio", act / raw)
    look = statistics.median(looks)
    print(f"\ngive_floor {act * 1e3:.2f} ms, bare {raw * 1e3:.2f} ms, ratio {act / raw:.2f}")
    print(f"a look at all of it {look * 1e3:.2f} ms")
    assert act / raw <= MOST


def _timed(act):
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
