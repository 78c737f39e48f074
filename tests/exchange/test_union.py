"""Laptops that tell one another what they know: the same tables for all who know the same."""

import json

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in
from facilitator.acts.safety import check, restore_snapshot
from facilitator.acts.workshops import new_workshop
from facilitator.cli.commands import run_command
from facilitator.domain.notes import NoteKind
from facilitator.exchange.faults import (
    LaptopUnknown,
    NotAPackage,
    PackageClosed,
    PackageDamaged,
    PackageOfAnother,
)
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.packing import packed
from facilitator.store.examining import Finding, Flaw
from facilitator.store.snapshots import Why, snapshots
from tests.books import folded, tables_of
from tests.conftest import TEN


@pytest.fixture
def laptops(tmp_path, clock):
    """The laptop that made a workshop, and one that came of its package."""
    new_workshop(tmp_path / "a.facilitator", language="en", at=TEN, template="durban-2019")
    a = open_desk(tmp_path / "a.facilitator", clock)
    new_replica(tmp_path / "b.facilitator", packed(a.file, TEN), TEN, name="a.package", laptop="Laptop 7")
    b = open_desk(tmp_path / "b.facilitator", clock)
    yield a, b
    a.close()
    b.close()


def journal(desk):
    return [(row.id, row.moment, row.hash) for row in desk.file.journal()]


def test_new_laptop_has_the_workshop_and_what_it_writes_comes_back_once(laptops, clock):
    a, b = laptops
    assert tables_of(a) == tables_of(b)

    b.do("write_note", text="Written elsewhere", panel=1)
    content = packed(b.file, clock())
    first, again = merge(a.file, content, clock(), "b"), merge(a.file, content, clock(), "b")

    assert tables_of(a) == tables_of(b)
    assert (first.new, first.newcomers, first.conflicts, first.missing) == (2, ("Laptop 7",), 0, {})
    assert (again.new, [row.act for row in a.file.journal()].count("merge")) == (0, 2)
    assert (a.file.breaches(), b.file.breaches()) == ((), ())


def test_edits_nobody_had_seen_of_one_another_are_both_kept_and_read_the_same_everywhere(laptops, clock):
    a, b = laptops
    note = a.do("write_note", text="As it was", panel=1).id
    merge(b.file, packed(a.file, clock()), clock(), "a")
    base = a.reading.note(note).revision
    a.do("revise_note", note=note, text="As one has it", base=base)
    b.do("revise_note", note=note, text="As the other has it", base=base)
    of_a, of_b = packed(a.file, clock()), packed(b.file, clock())

    assert [merge(a.file, of_b, clock(), "b").conflicts, merge(b.file, of_a, clock(), "a").conflicts] == [
        1,
        1,
    ]
    assert tables_of(a) == tables_of(b)
    assert {row["text"] for row in a.reading.revisions(note)} == {
        "As it was",
        "As one has it",
        "As the other has it",
    }


def test_what_came_before_its_predecessors_waits_and_the_gap_is_told(laptops, clock):
    a, b = laptops
    for text in ("one", "two", "three"):
        b.do("write_note", text=text, panel=1)
    late = packed(b.file, clock(), known={b.file.replica: 2})
    whole = packed(b.file, clock())
    before = tables_of(a)

    waits = merge(a.file, late, clock(), "late")
    assert (waits.missing, tables_of(a)) == ({"Laptop 7": ((1, 2),)}, before)
    assert merge(a.file, whole, clock(), "whole").missing == {}
    assert tables_of(a) == tables_of(b)


def test_private_memos_stay_where_they_were_written(laptops, clock):
    a, b = laptops
    memo = b.do("write_note", text="Between ourselves", kind=NoteKind.MEMO, panel=1).id
    b.do("revise_note", note=memo, text="Only between ourselves", base=b.reading.note(memo).revision)
    told = b.do("write_note", text="For all", panel=1).id
    content = packed(b.file, clock())
    merge(a.file, content, clock(), "b")

    raw = a.file._connection.connection.dbapi_connection
    assert [text for (text,) in raw.execute("SELECT changes FROM event") if "ourselves" in text] == []
    assert {note.id for note in a.view().notes} == {told}

    b.do(
        "revise_note", note=memo, text="For all, too", base=b.reading.note(memo).revision, kind=NoteKind.POINT
    )
    merge(a.file, packed(b.file, clock()), clock(), "b")
    assert tables_of(a) == tables_of(b)
    assert a.file.breaches() == ()


def test_package_for_the_secretariat_is_read_by_its_laptop_alone(laptops, clock, tmp_path):
    a, b = laptops
    b.do("write_note", text="For the secretariat", panel=1)
    pack(b, tmp_path / "b.package", for_secretariat=True)

    with pytest.raises(PackageClosed):
        take_in(b, tmp_path / "b.package")
    assert take_in(a, tmp_path / "b.package").new == 2


def test_whatever_is_wrong_with_a_package_leaves_the_workshop_untouched(laptops, clock, tmp_path):
    a, b = laptops
    b.do("write_note", text="Told", panel=1)
    good = packed(b.file, clock())
    new_workshop(tmp_path / "other.facilitator", language="en", at=TEN, title="Another")
    other = open_desk(tmp_path / "other.facilitator", clock)
    foreign = packed(other.file, clock())
    other.close()
    flipped = [bytes([*good[:at], good[at] ^ 1, *good[at + 1 :]]) for at in range(20, len(good), 397)]
    before = (tables_of(a), journal(a))
    faulty = [
        (b"", NotAPackage),
        (b"PK\x03\x04../../evil", NotAPackage),
        (foreign, PackageOfAnother),
        *((good[:end], PackageDamaged) for end in range(9, len(good), 401)),
        *((each, PackageDamaged) for each in flipped),
    ]

    for content, fault in faulty:
        with pytest.raises((fault, LaptopUnknown)):
            merge(a.file, content, clock(), "bad")
    assert (tables_of(a), journal(a)) == before


def test_commands_pack_and_merge(laptops, capsys, tmp_path):
    a, b = laptops
    b.do("write_note", text="On a stick", panel=1)
    a.close()
    b.close()
    package, late = tmp_path / "b.package", tmp_path / "laptop-9.facilitator"

    assert run_command(["pack", str(b.path), "-o", str(package)]) == 0
    assert run_command(["merge", str(a.path), str(package), str(package), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["packages"]
    assert [each["events"] for each in told] == [{"Laptop 7": 2}, {}]
    assert run_command(["merge", str(late), str(package)]) == 0
    assert run_command(["merge", str(late), str(tmp_path / "none.package")]) == 1


def merge_both(a, b, clock):
    of_a, of_b = packed(a.file, clock()), packed(b.file, clock())
    return merge(a.file, of_b, clock(), "b"), merge(b.file, of_a, clock(), "a")


def test_the_journal_makes_the_tables_after_a_merge_and_the_check_finds_nothing(laptops, clock):
    a, b = laptops
    note, gone = (a.do("write_note", text=text, panel=1).id for text in ("Kept", "Taken back"))
    a.do("undo")
    merge_both(a, b, clock)
    base = a.reading.note(note).revision
    for desk, text in ((a, "As one has it"), (b, "As the other has it")):
        clock.pass_s(60)
        desk.do("revise_note", note=note, text=text, base=base)
    b.do("remove_note", note=note)
    a.do("undo")
    a.do("redo")
    merge_both(a, b, clock)

    assert folded(a) == tables_of(a) == tables_of(b) == folded(b)
    assert gone not in folded(a)["note"]
    for desk in (a, b):
        desk.close()
        assert check(desk.path).found.sound


def test_a_row_altered_after_a_merge_is_found(laptops, clock):
    a, b = laptops
    b.do("write_note", text="Told", panel=1)
    merge_both(a, b, clock)
    raw = a.file._connection.connection.dbapi_connection
    raw.execute("UPDATE note SET text = 'Forged'")
    a.close()

    assert check(a.path).found.findings == (Finding(Flaw.TABLE_DIFFERS, 1, "note"),)


def test_a_laptop_that_went_back_to_a_snapshot_writes_on_and_nothing_stands_against_it(laptops, clock):
    a, b = laptops
    note = b.do("write_note", text="As it was", panel=1).id
    b.keep_snapshot(Why.ASKED)
    old = b.file.replica
    b.close()
    restore_snapshot(snapshots(b.path)[0].path, b.path, clock())
    back = open_desk(b.path, clock)
    back.do("revise_note", note=note, text="As it is now", base=back.reading.note(note).revision)
    merged, _ = merge_both(a, back, clock)
    own = [(row.act, row.seq) for row in back.file.events(own=True)]

    assert (merged.conflicts, a.reading.note(note).text) == (0, "As it is now")
    assert tables_of(a) == tables_of(back) == folded(back)
    assert (back.file.replica != old, own[-2:]) == (True, [("revise_note", 2), ("merge", 1)])
    assert (a.file.breaches(), back.file.breaches()) == ((), ())
    back.close()


def test_ra_two_rapporteurs_files_merged_twice_change_nothing_the_second_time(laptops, clock, tmp_path):
    a, b = laptops
    new_replica(tmp_path / "c.facilitator", packed(a.file, clock()), clock(), name="a", laptop="Laptop 9")
    c = open_desk(tmp_path / "c.facilitator", clock)
    for desk in (b, c):
        for number in range(3):
            desk.do("write_note", text=f"Note {number}", panel=1)
    packages = [packed(each.file, clock()) for each in (b, c)]
    c.close()

    first = [merge(a.file, each, clock(), "p") for each in packages]
    then = tables_of(a), journal(a)
    again = [merge(a.file, each, clock(), "p") for each in reversed(packages)]
    assert ([each.new for each in first], [each.new for each in again]) == ([4, 4], [0, 0])
    assert (tables_of(a), journal(a)) == then
    assert sorted(note.text for note in a.view().notes) == sorted(f"Note {n}" for n in (0, 1, 2) * 2)


def test_rb_two_notes_on_one_span_both_survive_a_merge(laptops, clock):
    a, b = laptops
    note = a.do("write_note", text="Remedies must be prompt", panel=1).id
    merge_both(a, b, clock)
    begin, end = 0, len("Remedies")
    base = a.reading.note(note).revision
    for desk, code in ((b, "groups:AFR"), (b, "groups:MIG"), (a, "groups:AFR")):
        desk.do("code_note", note=note, code=code, begin=begin, end=end, base=base)
    merge_both(a, b, clock)

    found = sorted((each.code, each.begin, each.end) for each in b.reading.noted.codings()[note])
    assert found == [("groups:AFR", 0, 8)] * 2 + [("groups:MIG", 0, 8)]
    assert tables_of(a) == tables_of(b) == folded(a)


@pytest.mark.parametrize("order", ["ab", "ba", "aabb"])
def test_a_note_that_others_built_on_is_back_when_its_writing_was_taken_back(laptops, clock, order):
    a, b = laptops
    note = a.do("write_note", text="Taken back", panel=1).id
    merge(b.file, packed(a.file, clock()), clock(), "a")
    b.do("code_note", note=note, code="groups:AFR", begin=0, end=5, base=b.reading.note(note).revision)
    a.do("undo")
    packages = {"a": packed(a.file, clock()), "b": packed(b.file, clock())}
    for name in order:
        merge({"a": b, "b": a}[name].file, packages[name], clock(), name)
    merge(a.file, packed(b.file, clock()), clock(), "b")
    merge(b.file, packed(a.file, clock()), clock(), "a")

    assert tables_of(a) == tables_of(b) == folded(a)
    assert [a.reading.note(note).text, len(tables_of(a)["coding"])] == ["Taken back", 1]
