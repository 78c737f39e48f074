"""Twenty laptops of 5,000 notes and 500 changes of others' notes, taken in at once.

Beside it, the same rows written by one bare `executemany` a table into a file of the same shape, with as much
memory, and brought into the file itself: 110,000 events and their notes are 580 MB. Two ratios are told,
because two processes share the work: by the clock, and of the processor, which counts what both took. The
words of what came are put in order afterwards, as the window does in its pauses; what that takes is told,
and not in the bound.
"""

import resource
import time

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import take_in_each
from facilitator.exchange.merging import Merged
from facilitator.store.engine import connect
from facilitator.store.workshop_file import create_workshop
from tests.benchmarks.twenty import Laptops
from tests.conftest import TEN

TABLES = ("event", "touched", "note", "revision")
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
    """Return the seconds in which all rows of a file are written into another one, and of the processor."""
    create_workshop(target, replica_name="bare", at=TEN, fill=lambda _: None)
    source, bare = connect(path), connect(target)
    rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608 - ours
    source.close()
    for pragma in ("foreign_keys=OFF", "cache_size=-98304", "wal_autocheckpoint=0"):
        bare.execute(f"PRAGMA {pragma}")
    began, at_work = time.perf_counter(), time.process_time()
    bare.execute("BEGIN IMMEDIATE")
    for name, each in rows.items():
        bare.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(each[0]))})", each)  # noqa: S608 - ours
    bare.execute("COMMIT")
    bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    taken = time.perf_counter() - began, time.process_time() - at_work
    bare.close()
    return taken


def at_work():
    """Return the seconds of the processor that this process took, and those that others took for it."""
    found = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return tuple(each.ru_utime + each.ru_stime for each in found)


@pytest.mark.timeout(600)
def test_twenty_laptops_come_in_within_eight_seconds(laptops, tmp_path):
    path, packages = laptops
    desk = open_desk(path, lambda: TEN)
    began, before = time.perf_counter(), at_work()
    found = take_in_each(desk, packages)
    there, after = time.perf_counter() - began, at_work()
    desk.file.index_more(-1)
    words = time.perf_counter() - began - there
    desk.close()
    events = sum(each.new for each in found if isinstance(each, Merged))
    here, beside = (late - early for early, late in zip(before, after, strict=True))
    least, of_processor = bare(path, tmp_path / "bare.facilitator")
    print(
        f"{events} events there after {there:.1f} s, {there / least:.1f} times the bare rows' {least:.1f} s; "
        f"of the processor {here:.1f} s here and {beside:.1f} s where they are read, "
        f"{(here + beside) / of_processor:.1f} times the bare rows' {of_processor:.1f} s; "
        f"their words found {words:.1f} s later"
    )

    assert events == 20 * 5_502
    assert there <= WANTED_S
