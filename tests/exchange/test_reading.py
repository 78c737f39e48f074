"""Packages read by a process beside this one: the same as read here, and nothing left of it."""

import socket
import sys
from itertools import pairwise
from secrets import token_hex

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import Waiting, pack, take_in_all, take_in_each
from facilitator.acts.importing.order import ImportStopped
from facilitator.acts.workshops import new_workshop
from facilitator.exchange import reading
from facilitator.exchange.faults import NotVouched, PackageClosed, PackageDamaged, PackageMissing
from facilitator.exchange.keys import opening_key
from facilitator.exchange.merging import Merged
from facilitator.exchange.packing import packed
from facilitator.exchange.reading import Reader, read_by_two
from facilitator.exchange.understanding import Understood, understood_with
from facilitator.store.steps import no_pause
from tests.books import tables_of
from tests.conftest import TEN
from tests.exchange.test_vouching import put_together, taken_apart


@pytest.fixture
def laptops(tmp_path, clock):
    """The laptop that made a workshop, and two that came of its package and wrote a note each."""
    new_workshop(tmp_path / "a.facilitator", language="en", at=TEN, template="durban-2019")
    desks = [open_desk(tmp_path / "a.facilitator", clock)]
    pack(desks[0], tmp_path / "all.package")
    for name in "bc":
        path = tmp_path / f"{name}.facilitator"
        take_in_all(path, [tmp_path / "all.package"], clock, None, f"Laptop {name}")
        desks.append(open_desk(path, clock))
        desks[-1].do("write_note", text=f"Said by {name}", panel=1)
        pack(desks[-1], tmp_path / f"{name}.package", for_secretariat=name == "c")
    yield desks
    for desk in desks:
        desk.close()


def all_of(told):
    """Return what was read of a package, its runs read to the end."""
    if not isinstance(told, Understood):
        return type(told), told.details
    runs = [run._replace(pieces=[event for piece in run.pieces for event in piece]) for run in told.runs]
    return told.header, [(run[:-1], run.pieces) for run in runs], told.digest, told.name


def read_here(key, path):
    try:
        return all_of(understood_with(key, path.read_bytes(), path.name))
    except PackageDamaged as fault:
        return all_of(fault)


def read_beside(paths, key):
    reader = Reader(key, no_pause)
    for path in paths:
        reader.ask(path)
    found = [all_of(reader.next_told()) for _ in paths]
    reader.close()
    return found


@pytest.mark.timeout(120)
def test_another_process_reads_what_this_one_would(laptops, tmp_path):
    key = laptops[0].file.look(opening_key)
    bent = tmp_path / "bent.package"
    bent.write_bytes((tmp_path / "b.package").read_bytes()[:-1])
    paths = [bent, tmp_path / "b.package", tmp_path / "c.package", tmp_path / "none.package"]
    found = read_beside(paths, key)

    assert found[:3] == [read_here(key, path) for path in paths[:3]]
    assert found[0] == (PackageDamaged, {"file": "bent.package"})
    assert found[3] == (PackageMissing, {"file": "none.package"})


@pytest.mark.timeout(120)
def test_what_is_closed_for_the_secretariat_is_closed_for_the_process_too(laptops, tmp_path):
    found = read_beside([tmp_path / "c.package"], None)

    assert found == [(PackageClosed, {"file": "c.package"})]


@pytest.mark.timeout(120)
def test_whoever_wants_no_more_ends_the_process_whatever_it_is_at(laptops, tmp_path):
    reader = Reader(None, no_pause)
    for _ in range(50):
        reader.ask(tmp_path / "b.package")
    reader.next_told()
    reader.close()

    assert reader._process.poll() is not None
    assert not reader._listens.is_alive()


_HELD = """
import socket
socket.create_connection(("127.0.0.1", {port})).recv(1)
from facilitator.cli.packages import run_packages
run_packages()
"""


@pytest.mark.timeout(120)
def test_while_the_process_is_held_up_what_it_has_not_begun_is_read_here(laptops, tmp_path, monkeypatch):
    paths = [tmp_path / f"{name}.package" for name in ["b", "all", "none", "b", "all", "b", "all"]]
    server = socket.create_server(("127.0.0.1", 0))
    held = _HELD.format(port=server.getsockname()[1])
    monkeypatch.setattr(reading, "own_program", lambda: (sys.executable, "-c", held))
    here = []

    def beside(work):
        here.append(work())
        if len(here) == 2:  # the process is let go on, which has told nothing so far
            server.accept()[0].close()
        return here[-1]

    told = [all_of(each) for each in read_by_two(paths, None, no_pause, beside)]
    server.close()

    assert told == [all_of(reading.outcome(path, None)) for path in paths]
    assert [each.name for each in here[:2]] == ["b.package", "b.package"]  # the first and the fourth


@pytest.fixture
def one_does_not_fit(laptops, tmp_path, clock):
    """Three packages, the second of which invents what another laptop wrote."""
    _, b, c = laptops
    pack(c, tmp_path / "c.package")
    take_in_each(b, [tmp_path / "c.package"])
    header, lines = taken_apart(b, clock)
    told = [
        line for line in lines if isinstance(line, list) and line[3] == "write_note" and "by c" in line[8]
    ]
    told[0][8] = "Never said"
    (tmp_path / "forged.package").write_bytes(put_together(b, header, lines))
    return [tmp_path / f"{name}.package" for name in ("b", "forged", "c")]


def test_each_comes_in_by_itself_where_one_does_not_fit_and_how_far_it_is_told(laptops, one_does_not_fit):
    a, told = laptops[0], []
    found = take_in_each(a, one_does_not_fit, Waiting(lambda done, total: told.append((done, total))))

    assert [type(each) for each in found] == [Merged, NotVouched, Merged]
    assert {note.text for note in a.reading.notes(a.view().panels[0].id)} == {"Said by b", "Said by c"}
    alone = [done for done, _ in told[next(n for n, each in enumerate(told) if n and each < told[n - 1]) :]]
    assert alone == sorted(alone)
    assert {total for _, total in told} == {100}
    assert max(alone) > 66


def test_stopped_there_what_is_in_stays_and_the_others_are_told_of_as_stopped(laptops, one_does_not_fit):
    a, told = laptops[0], []

    def stop():
        begun_anew = any(later < earlier for earlier, later in pairwise(told))
        if begun_anew and told[-1] > 33:
            raise ImportStopped

    before = tables_of(a)
    found = take_in_each(a, one_does_not_fit, Waiting(lambda done, _: told.append(done), stop))

    assert [type(each) for each in found] == [Merged, ImportStopped, ImportStopped]
    assert {note.text for note in a.reading.notes(a.view().panels[0].id)} == {"Said by b"}
    assert tables_of(a) != before


def test_what_takes_long_at_the_end_is_done_beside_and_nothing_else_meanwhile(laptops, tmp_path, clock):
    a, b, _ = laptops
    a.do("write_note", text="Something to keep", panel=1)
    (tmp_path / "b.package").write_bytes(packed(b.file, clock()))
    busy = []

    def beside(work):
        busy.append(a.file.at_work)
        a.keep_alive()
        return work()

    take_in_each(a, [tmp_path / "b.package"], Waiting(beside=beside))

    assert busy == [True] * len(busy)
    assert len(busy) >= 3  # the snapshot, the end of the transaction, and what was written into the file
    assert not a.file.at_work
    wal = a.path.with_name(a.path.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0


def test_the_notes_of_the_panel_are_read_beside_before_anybody_looks_again(laptops, tmp_path):
    """Of a hundred thousand of them a window would stand for seconds."""
    a, heard, asked, at_work = laptops[0], [], [], []
    a.listen(heard.append)

    def beside(work):
        at_work.append(work)
        found = work()
        at_work.remove(work)
        return found

    raw = a.file._connection.connection.dbapi_connection
    raw.set_trace_callback(lambda sql: asked.append(bool(at_work)) if "note.panel = " in sql else None)
    take_in_each(a, [tmp_path / "b.package"], Waiting(beside=beside))
    raw.set_trace_callback(None)

    assert asked == [True]
    assert [note.text for note in heard[-1].notes] == ["Said by b"]


@pytest.mark.parametrize(
    "ends", ["", "import os; os.write(1, b'\\0\\0\\1\\0cut')"], ids=["at once", "half way"]
)
def test_a_process_that_is_ended_from_outside_costs_nothing_but_time(laptops, tmp_path, monkeypatch, ends):
    first, second, _ = laptops
    second.do("write_note", text=token_hex(300_000), panel=1)  # words that cannot be packed small
    pack(second, tmp_path / "long.package")
    monkeypatch.setattr(reading, "own_program", lambda: (sys.executable, "-c", ends))

    (found,) = take_in_each(first, [tmp_path / "long.package"])

    assert (tmp_path / "long.package").stat().st_size > 200_000
    assert (found.events, tables_of(first)["note"]) == ({"Laptop b": 3}, tables_of(second)["note"])


def test_some_are_read_here_and_others_beside_and_each_is_told_of_in_its_place(laptops, tmp_path):
    first, second, _ = laptops
    second.do("write_note", text=token_hex(300_000), panel=1)  # words that cannot be packed small
    pack(second, tmp_path / "long.package")
    (tmp_path / "bent.package").write_bytes((tmp_path / "b.package").read_bytes()[:-1])
    names = ["bent", "b", "none", "long", "c", "b", "bent", "none", "c"]

    found = take_in_each(first, [tmp_path / f"{name}.package" for name in names])

    assert [type(each) for each in found] == [
        {"bent": PackageDamaged, "none": PackageMissing}.get(name, Merged) for name in names
    ]
    told = [each.details["file"] for each in found if not isinstance(each, Merged)]
    assert told == ["bent.package", "none.package", "bent.package", "none.package"]
    assert [each.new for each in found if isinstance(each, Merged)] == [2, 1, 2, 0, 0]
    texts = {note.text for note in first.reading.notes(first.view().panels[0].id)}
    assert {text for text in texts if len(text) < 20} == {"Said by b", "Said by c"}
