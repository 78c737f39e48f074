"""Packages made to harm, some signed by a laptop that was let in: one sentence, and nothing is touched.

A package holds no names of files, so nothing in it can lead out of the workshop's folder.
"""

import json
import struct
import tracemalloc
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import take_in
from facilitator.acts.workshops import new_workshop
from facilitator.domain.refusals import Explained
from facilitator.domain.union import MERGE
from facilitator.exchange.faults import (
    LaptopUnknown,
    NotAPackage,
    PackageDamaged,
    PackageFault,
    PackageNewer,
    PackageTooLarge,
)
from facilitator.exchange.keys import own_seed, private_key
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.package import MAGIC, MOST_LINES, VERSION
from facilitator.exchange.packing import packed
from tests.books import tables_of
from tests.conftest import TEN, HeldClock


class Forger:
    """A laptop that was let in, and packs what it likes; the workshop it would harm beside it."""

    def __init__(self, folder):
        self.clock = HeldClock()
        new_workshop(folder / "a.facilitator", language="en", at=TEN, template="durban-2019")
        self.desk = open_desk(folder / "a.facilitator", self.clock)
        content = packed(self.desk.file, TEN)
        new_replica(folder / "b.facilitator", content, TEN, name="a", laptop="Laptop 7")
        self.own = open_desk(folder / "b.facilitator", self.clock)
        self.own.do("write_note", text="An honest note", panel=1)
        self.honest = packed(self.own.file, TEN)
        self.seed = self.own.file.look(lambda connection: own_seed(connection, self.own.file.replica))
        start = len(MAGIC) + 6
        (length,) = struct.unpack_from(">I", self.honest, len(MAGIC) + 2)
        self.header = json.loads(self.honest[start : start + length])
        self.body = zlib.decompress(self.honest[start + length + 4 : -64])
        self.lines = self.body.splitlines()

    def signed(self, body, *, header=None, version=VERSION, raw=None):
        """Return a package of any bytes with a signature that holds."""
        told = json.dumps(self.header if header is None else header).encode() if raw is None else raw
        packed_body = zlib.compress(body)
        whole = MAGIC + struct.pack(">HI", version, len(told)) + told
        whole += struct.pack(">I", len(packed_body)) + packed_body
        return whole + private_key(self.seed).sign(whole)

    def state(self):
        return tables_of(self.desk), [(row.id, row.hash) for row in self.desk.file.journal()]

    def close(self):
        self.desk.close()
        self.own.close()


@pytest.fixture(scope="module")
def forger(tmp_path_factory):
    made = Forger(tmp_path_factory.mktemp("forger"))
    yield made
    made.close()


def refused(forger, content, fault):
    before = forger.state()
    with pytest.raises(fault):
        merge(forger.desk.file, content, TEN, "evil.package")
    assert forger.state() == before


def test_a_package_that_the_forger_leaves_as_it_is_would_be_taken(forger, tmp_path):
    new_replica(tmp_path / "c.facilitator", forger.honest, TEN, name="b", laptop="Laptop 8")
    third = open_desk(tmp_path / "c.facilitator", forger.clock)
    assert [note.text for note in third.view(third.reading.panels()[0].id).notes] == ["An honest note"]
    third.close()


@pytest.mark.timeout(60)
def test_a_bomb_is_not_spread_out(forger):
    bomb = forger.signed(bytes(600 << 20))
    tracemalloc.start()
    refused(forger, bomb, PackageTooLarge)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(bomb) < 1 << 20
    assert peak < 300 << 20


@pytest.mark.timeout(60)
def test_ten_million_lines_are_not_read(forger):
    line = forger.lines[-1]
    refused(forger, forger.signed(b"\n".join([line] * 100) + b"[]\n" * 10_000_000), PackageFault)
    assert MOST_LINES < 10_000_000


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"shape": 99}, PackageNewer),
        ({"shape": "x"}, PackageDamaged),
        ({"workshop": None}, PackageDamaged),
        ({"laptop": "nobody"}, PackageFault),
        ({"laptops": []}, PackageFault),
        ({"laptops": 7}, PackageDamaged),
        ({"packed_at": -1}, PackageDamaged),
        ({"packed_at": 1 << 70}, PackageDamaged),
        ({"unheard_of": 1}, PackageDamaged),
    ],
)
def test_a_header_that_lies_is_refused(forger, change, fault):
    refused(forger, forger.signed(forger.body, header={**forger.header, **change}), fault)


def test_a_later_version_is_said_to_be_one(forger):
    refused(forger, forger.signed(forger.body, version=VERSION + 1), PackageNewer)


@pytest.mark.parametrize("raw", [b"[" * 200_000, b'{"a":' * 100_000, b"\xff\xfe", b"", b"null", b"[]", b"7"])
def test_a_header_nested_without_end_or_of_no_sense_is_refused(forger, raw):
    refused(forger, forger.signed(forger.body, raw=raw), PackageFault)


def test_lines_nested_without_end_are_refused(forger):
    refused(forger, forger.signed(forger.body + b"[" * 200_000 + b"\n"), PackageFault)


@pytest.mark.parametrize("table", ["event", "replica", "meta", "sqlite_master", 'note" WHERE 1 --', "", "x"])
def test_what_no_act_changes_is_changed_by_no_event(forger, table):
    told = json.loads(forger.lines[-1])
    told[-1] = json.dumps([[table, told[1], {"id": told[1]}, {"id": told[1]}]])
    refused(
        forger, forger.signed(b"\n".join([*forger.lines[:-1], json.dumps(told).encode()])), PackageDamaged
    )


def test_a_stranger_who_signs_himself_in_is_refused_by_name(forger, tmp_path):
    new_workshop(tmp_path / "s.facilitator", language="en", at=TEN, title="Stranger")
    stranger = open_desk(tmp_path / "s.facilitator", forger.clock)
    stranger.do("add_category", key="GOV", label="States")
    content = packed(stranger.file, TEN)
    (length,) = struct.unpack_from(">I", content, len(MAGIC) + 2)
    header = json.loads(content[len(MAGIC) + 6 : len(MAGIC) + 6 + length])
    seed = stranger.file.look(lambda connection: own_seed(connection, stranger.file.replica))
    stranger.close()
    header["workshop"], header["founder"] = forger.header["workshop"], forger.header["founder"]
    header["laptops"] += forger.header["laptops"]
    told = json.dumps(header).encode()
    body = zlib.compress(forger.body)
    whole = MAGIC + struct.pack(">HI", VERSION, len(told)) + told + struct.pack(">I", len(body)) + body
    refused(forger, whole + private_key(seed).sign(whole), LaptopUnknown)


def test_an_archive_and_a_link_are_no_packages(forger, tmp_path):
    archive = tmp_path / "a.package"
    archive.write_bytes(b"PK\x03\x04" + b"../../../etc/passwd" * 10)
    link = tmp_path / "l.package"
    link.symlink_to("/dev/zero")
    before = forger.state()
    for path in (archive, link, tmp_path):
        with pytest.raises(PackageFault):
            take_in(forger.desk, path)
    assert forger.state() == before


def test_what_refers_to_nothing_is_refused_at_the_end_and_the_next_act_begins_anew(forger):
    """That an event undoes no event is seen when all is to be written: what was begun is gone then, too."""
    told = json.loads(forger.lines[-1])
    told[5] = ""
    content = forger.signed(b"\n".join((*forger.lines[:-1], json.dumps(told).encode())) + b"\n")
    before = forger.state()
    with pytest.raises(PackageDamaged):
        merge(forger.desk.file, content, TEN, "evil.package")

    assert forger.state() == before
    assert merge(forger.desk.file, forger.honest, TEN, "honest.package").new > 0
    restart(forger)


@pytest.mark.parametrize("number", [False, 0, -1, 1.5, "1", None])
def test_a_merge_that_had_no_event_of_somebody_is_refused(forger, number):
    """It would be looked up when an event that is not there had come."""
    place, told = next(
        (place, told)
        for place, told in enumerate(map(json.loads, forger.lines))
        if isinstance(told, list) and told[3] == MERGE
    )
    seen = json.loads(told[9])
    told[9] = json.dumps({**seen, "seen": dict.fromkeys(seen["seen"], number)})
    lines = [*forger.lines]
    lines[place] = json.dumps(told).encode()
    before = forger.state()
    with pytest.raises(PackageDamaged):
        merge(forger.desk.file, forger.signed(b"\n".join(lines) + b"\n"), TEN, "evil.package")

    assert forger.state() == before


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda kids: st.one_of(
        st.lists(kids, max_size=3), st.dictionaries(st.text(max_size=5), kids, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_laptop_that_was_let_in_signs_is_taken_whole_or_refused(forger, data):
    """A field of an event, of a change within it, or a whole line is something else."""
    number = data.draw(st.integers(0, len(forger.lines) - 1))
    told = json.loads(forger.lines[number])
    if isinstance(told, list):
        place = data.draw(st.integers(0, len(told) - 1))
        if isinstance(told[place], str) and told[place][:1] in "[{" and told[place]:
            inner = json.loads(told[place])
            told[place] = json.dumps(altered(inner, data))
        else:
            told[place] = data.draw(values)
    else:
        told = altered(told, data)
    lines = [*forger.lines]
    lines[number] = json.dumps(told, allow_nan=True).encode()
    content = forger.signed(b"\n".join(lines) + b"\n")
    before = forger.state()
    try:
        merge(forger.desk.file, content, TEN, "evil.package")
    except Explained:
        assert forger.state() == before
    else:
        assert forger.desk.file.breaches() == ()
        restart(forger)


def altered(told, data):
    """Return JSON with one of its values, at any depth, drawn anew."""
    if isinstance(told, dict) and told:
        key = data.draw(st.sampled_from(sorted(told)))
        return {**told, key: altered(told[key], data)}
    if isinstance(told, list) and told:
        place = data.draw(st.integers(0, len(told) - 1))
        return [*told[:place], altered(told[place], data), *told[place + 1 :]]
    return data.draw(values)


def restart(forger):
    """What was taken in stays in no other example's way."""
    folder = forger.desk.path.parent / "again"
    folder.mkdir()
    forger.close()
    forger.__init__(folder)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda rest: MAGIC + rest)))
def test_no_bytes_whatever_are_more_than_refused(forger, content):
    with pytest.raises((NotAPackage, PackageFault)):
        merge(forger.desk.file, content, TEN, "x.package")
