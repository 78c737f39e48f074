"""What one laptop brings on for another is the other's own word, or nothing of the package is taken."""

import json
import struct
import zlib

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.safety import restore_snapshot
from facilitator.acts.workshops import new_workshop
from facilitator.domain.notes import NoteKind
from facilitator.exchange.faults import NotVouched, PackageDamaged
from facilitator.exchange.keys import own_seed, private_key
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.package import MAGIC, VERSION
from facilitator.exchange.packing import packed
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.store.snapshots import Why, snapshots
from tests.books import tables_of
from tests.conftest import TEN
from tests.exchange.test_union import laptops  # noqa: F401 - a fixture


@pytest.fixture
def third(laptops, tmp_path, clock):  # noqa: F811 - the fixture above
    """A third laptop, that has not heard of what the first one wrote since and the second one relays."""
    a, b = laptops
    new_replica(tmp_path / "c.facilitator", packed(a.file, clock()), clock(), name="a", laptop="Laptop 8")
    c = open_desk(tmp_path / "c.facilitator", clock)
    for text in ("One", "Two", "Three"):
        a.do("write_note", text=text, panel=1)
    merge(b.file, packed(a.file, clock()), clock(), "a")
    yield c
    c.close()


def taken_apart(desk, clock):
    """Return the header and the lines of a package of a desk."""
    content = packed(desk.file, clock())
    start = len(MAGIC) + 6
    (length,) = struct.unpack_from(">I", content, len(MAGIC) + 2)
    lines = zlib.decompress(content[start + length + 4 : -64]).splitlines()
    return json.loads(content[start : start + length]), [json.loads(line) for line in lines]


def as_json(line):
    return json.dumps(line, ensure_ascii=False)


def put_together(desk, header, lines, written=as_json):
    """Return a package that a desk signs."""
    told = json.dumps(header).encode()
    body = zlib.compress(b"".join(written(line).encode() + b"\n" for line in lines))
    seed = desk.file.look(lambda connection: own_seed(connection, desk.file.replica))
    whole = MAGIC + struct.pack(">HI", VERSION, len(told)) + told + struct.pack(">I", len(body)) + body
    return whole + private_key(seed).sign(whole)


def refused(desk, content, clock, fault=NotVouched):
    before = tables_of(desk), [row.hash for row in desk.file.journal()]
    with pytest.raises(fault) as told:
        merge(desk.file, content, clock(), "evil.package")
    assert (tables_of(desk), [row.hash for row in desk.file.journal()]) == before
    return told.value


def last_of(lines, laptop):
    """Return where the last event of a laptop stands."""
    whose, found = "", 0
    for number, line in enumerate(lines):
        if isinstance(line, dict):
            whose = line["laptop"]
        elif whose == laptop:
            found = number
    return found


def test_an_honest_relay_is_taken_by_laptops_one_after_the_other(laptops, third, clock, tmp_path):  # noqa: F811 - the fixture above
    a, b = laptops
    merge(third.file, packed(b.file, clock()), clock(), "b")
    new_replica(tmp_path / "d", packed(third.file, clock()), clock(), name="c", laptop="Laptop 9")
    last = open_desk(tmp_path / "d", clock)
    assert tables_of(a) == tables_of(b) == tables_of(third) == tables_of(last)
    last.close()


def test_a_relay_that_alters_what_another_wrote_is_refused_by_that_laptops_name(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    header, lines = taken_apart(b, clock)
    number = last_of(lines, a.file.replica)
    assert "Three" in lines[number][-1]
    lines[number][-1] = lines[number][-1].replace("Three", "Never said")
    told = refused(third, put_together(b, header, lines), clock)
    assert sentence(Language("en"), told) == (
        "\u2068evil.package\u2069 brings acts of \u2068console\u2069 that \u2068console\u2069 did not sign. "
        "Ask for a package of that laptop itself. Nothing was taken from it."
    )


def test_a_relay_that_invents_what_another_wrote_is_refused_there_and_everywhere(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    header, lines = taken_apart(b, clock)
    number = last_of(lines, a.file.replica)
    invented = [*lines[number]]
    invented[0], invented[1] = invented[0] + 1, "0" * 36
    evil = put_together(b, header, [*lines[: number + 1], invented, *lines[number + 1 :]])
    refused(third, evil, clock)
    refused(a, evil, clock)


def test_a_signature_of_somebody_else_or_of_another_place_is_none(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    header, lines = taken_apart(b, clock)
    mine = next(each for each in header["vouchers"] if each[0] == a.file.replica)
    for bent in (
        [*mine[:3], b.file.replica, mine[4]],
        [mine[0], mine[1] - 1, *mine[2:]],
        [*mine[:4], "00" * 64],
        [*mine[:4], "no signature"],
    ):
        others = [each for each in header["vouchers"] if each[0] != a.file.replica]
        refused(third, put_together(b, {**header, "vouchers": [*others, bent]}, lines), clock)


@pytest.mark.parametrize(("salt", "fault"), [("withheld", NotVouched), ("", PackageDamaged)])
def test_words_are_not_put_in_the_place_of_what_is_withheld_or_erased(laptops, third, clock, salt, fault):  # noqa: F811 - the fixture above
    a, b = laptops
    header, lines = taken_apart(b, clock)
    number = last_of(lines, a.file.replica)
    sealed = next(row.sealed for row in a.file.journal() if row.id == lines[number][1])
    lines[number][6:8] = [salt, sealed]
    lines[number][-1] = lines[number][-1].replace("Three", "Never said")
    refused(third, put_together(b, header, lines), clock, fault)


def test_a_memo_stays_where_it_was_written_also_by_way_of_others(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    a.do("write_note", text="Between ourselves", kind=NoteKind.MEMO, panel=1)
    a.do("write_note", text="For all", panel=1)
    merge(b.file, packed(a.file, clock()), clock(), "a")
    merge(third.file, packed(b.file, clock()), clock(), "b")
    assert tables_of(third) == tables_of(b)
    assert third.file.breaches() == ()


def test_a_laptop_that_goes_on_from_a_snapshot_vouches_for_what_it_was(laptops, third, clock, tmp_path):  # noqa: F811 - the fixture above
    a, b = laptops
    path = a.path
    a.keep_snapshot(Why.ASKED)
    a.close()
    restore_snapshot(snapshots(path)[0].path, path, clock(), None)
    again = open_desk(path, clock)
    again.do("write_note", text="Four", panel=1)
    merge(b.file, packed(again.file, clock()), clock(), "again")
    merge(third.file, packed(b.file, clock()), clock(), "b")
    assert tables_of(third) == tables_of(again)
    again.close()


def test_the_secretariat_whose_file_was_restored_before_it_ever_packed_opens_what_is_closed_for_it(
    tmp_path, clock
):
    """It goes on as another laptop, which others know by the keys that were made with the workshop."""
    path = tmp_path / "a.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    a = open_desk(path, clock)
    a.do("write_note", text="Before", panel=1)
    a.keep_snapshot(Why.ASKED)
    a.close()
    restore_snapshot(snapshots(path)[0].path, path, clock(), None)
    a = open_desk(path, clock)
    new_replica(tmp_path / "b.facilitator", packed(a.file, clock()), clock(), name="a", laptop="Laptop 7")
    b = open_desk(tmp_path / "b.facilitator", clock)
    b.do("write_note", text="Threatened", kind=NoteKind.PROTECTION, panel=1)
    merge(a.file, packed(b.file, clock(), for_secretariat=True), clock(), "b")

    assert [each["text"] for each in tables_of(a)["note"].values()] == ["Before", "Threatened"]
    a.close()
    b.close()
