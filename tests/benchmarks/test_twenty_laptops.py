"""Twenty laptops of 5,000 notes and 500 changes of others' notes, taken in at once.

Beside it, the same rows written by one bare `executemany` a table into a file of the same shape, and the
words of the notes into its index. The words of what came are put in order after it, as the window does in
its pauses; what that takes counts as well.
"""

import time

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import take_in_each
from facilitator.exchange.merging import Merged
from facilitator.store.engine import connect
from facilitator.store.workshop_file import create_workshop
from tests.benchmarks.twenty import Laptops
from tests.conftest import TEN

TABLES = ("event", "touched", "note", "revision", "found")
WANTED_S = 8.0


@pytest.fixture(scope="module")
def laptops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("twenty")
    made = Laptops(folder)
    paths = []
    for number, content in enumerate(made.packages):
        paths.append(folder / f"{number}.package")
        paths[-1].write_bytes(content)
    return made.path, paths


def bare(path, target):
    """Return the seconds in which all rows of a file are written into another one."""
    create_workshop(target, replica_name="bare", at=TEN, fill=lambda _: None)
    source, bare = connect(path), connect(target)
    rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608 - ours
    words = source.execute("SELECT f.number, n.text FROM found f JOIN note n ON n.id = f.row").fetchall()
    source.close()
    bare.execute("PRAGMA foreign_keys=OFF")
    began = time.perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    for name, each in rows.items():
        bare.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(each[0]))})", each)  # noqa: S608 - ours
    bare.executemany("INSERT INTO search (rowid, words, bare, marks) VALUES (?, ?, '', '')", words)
    bare.execute("COMMIT")
    taken = time.perf_counter() - began
    bare.close()
    return taken


@pytest.mark.timeout(600)
def test_twenty_laptops_come_in_within_eight_seconds(laptops, tmp_path):
    path, packages = laptops
    desk = open_desk(path, lambda: TEN)
    began = time.perf_counter()
    found = take_in_each(desk, packages)
    there = time.perf_counter() - began
    desk.file.index_more(-1)
    taken = time.perf_counter() - began
    desk.close()
    events = sum(each.new for each in found if isinstance(each, Merged))
    least = bare(path, tmp_path / "bare.facilitator")
    print(
        f"{events} events there after {there:.1f} s, their words found after {taken:.1f} s, "
        f"{taken / least:.1f} times the bare rows' {least:.1f} s"
    )

    assert events == 20 * 5_502
    assert taken <= WANTED_S
