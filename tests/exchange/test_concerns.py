"""Protection concerns: in no open package, all in one closed for the secretariat, and marked everywhere."""

import json
import struct
import zlib
from contextlib import suppress
from functools import partial
from random import Random

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.safety import check
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Sensitivity, Told
from facilitator.domain.refusals import (
    AlreadyGone,
    AlreadyThere,
    NoteHasOneHalf,
    NothingToRedo,
    NothingToUndo,
    NotUnderstood,
    UndoBesideOthers,
    UndoConflict,
)
from facilitator.exchange.faults import NotVouched
from facilitator.exchange.keys import own_seed, private_key
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.package import MAGIC, VERSION
from facilitator.exchange.packing import packed
from facilitator.store.conflicts import standing
from facilitator.store.sending import Telling
from facilitator.store.tables import STATE
from tests.books import folded, tables_made_by, tables_of
from tests.exchange.test_union import laptops  # noqa: F401 - a fixture

REFUSED = (
    AlreadyGone,
    AlreadyThere,
    NotUnderstood,
    NothingToUndo,
    NothingToRedo,
    NoteHasOneHalf,
    UndoBesideOthers,
    UndoConflict,
)
CONCERN, POINT = NoteKind.PROTECTION, NoteKind.POINT
MARK = "Zanzibar-Quince"


@pytest.fixture
def third(laptops, tmp_path, clock):  # noqa: F811 - the fixture above
    a, _ = laptops
    new_replica(tmp_path / "c.facilitator", packed(a.file, clock()), clock(), name="a", laptop="Laptop 8")
    c = open_desk(tmp_path / "c.facilitator", clock)
    yield c
    c.close()


def taken_apart(content):
    start = len(MAGIC) + 6
    (length,) = struct.unpack_from(">I", content, len(MAGIC) + 2)
    header = content[start : start + length]
    return json.loads(header), zlib.decompress(content[start + length + 4 : -64])


def put_together(desk, header, body):
    told = json.dumps(header).encode()
    packed_body = zlib.compress(body)
    seed = desk.file.look(lambda connection: own_seed(connection, desk.file.replica))
    whole = MAGIC + struct.pack(">HI", VERSION, len(told)) + told
    whole += struct.pack(">I", len(packed_body)) + packed_body
    return whole + private_key(seed).sign(whole)


def spread(content):
    """Return all that stands in an open package, as it is before it is compressed."""
    header, body = taken_apart(content)
    return json.dumps(header, ensure_ascii=False) + body.decode()


def tell(one, other, clock, *, closed=False):
    clock.pass_s(1)
    return merge(other.file, packed(one.file, clock(), for_secretariat=closed), clock(), "p")


def revise(desk, note, text=None, **fields):
    seen = desk.reading.note(note)
    return desk.do("revise_note", note=note, text=text or seen.text, base=seen.revision, **fields)


def with_all_that_hangs_on_it(desk):
    """Write a concern, and do with it whatever can be done with a note; return it and what rests on it."""
    note = desk.do(
        "write_note", text=f"{MARK} was threatened. {MARK} asks for help.", kind=CONCERN, panel=1
    ).id
    open_ = desk.do("write_note", text="For all", panel=1).id
    base = desk.reading.note(note).revision
    desk.do("code_note", note=note, code="groups:AFR", begin=0, end=len(MARK), base=base)
    desk.do("relate_notes", note=open_, other=note)
    revise(desk, note, f"{MARK} was threatened, and {MARK} asks for help.")
    desk.do("undo")
    desk.do("redo")
    made = desk.do("make_recommendation", text=f"Protect {MARK}.", notes=(note,)).id
    desk.do("edit_recommendation", recommendation=made, text=f"Protect {MARK} at once.")
    desk.do("propose_change", recommendation=made, text=f"Protect {MARK} at home.")
    desk.do("add_alternative", recommendation=made, text=f"Help {MARK}.")
    desk.do("split_recommendation", recommendation=made, texts=(f"See {MARK}.", f"Hear {MARK}."))
    seen = desk.reading.note(note)
    other = desk.do(
        "split_note", note=note, place=len(seen.text) - len(f"{MARK} asks for help."), base=seen.revision
    ).id
    desk.do("merge_notes", notes=(note, other))
    gone = desk.do("write_note", text=f"{MARK}, again", kind=CONCERN, panel=1).id
    desk.do("remove_note", note=gone)
    desk.do("write_note", text=f"{MARK}, taken back", kind=CONCERN, panel=1)
    desk.do("undo")
    return note, open_


def sound(*desks):
    for desk in desks:
        assert folded(desk) == tables_of(desk)
        assert desk.file.breaches() == ()


def test_an_open_package_holds_no_word_of_a_concern_and_a_closed_one_all(laptops, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    _, open_ = with_all_that_hangs_on_it(b)
    content = packed(b.file, clock())
    assert (MARK in spread(content), "For all" in spread(content)) == (False, True)

    merge(a.file, content, clock(), "b")
    assert [note.id for note in a.view().notes] == [open_]
    assert MARK not in str(tables_of(a))
    sound(a, b)

    assert tell(b, a, clock, closed=True).fuller > 0
    assert tell(b, a, clock, closed=True).fuller == 0
    assert tell(b, a, clock).fuller == 0
    assert tables_of(a) == tables_of(b)
    sound(a)
    for desk in (a, b):
        desk.close()
        assert check(desk.path).found.sound


def test_the_secretariat_that_has_them_relays_them_to_nobody(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    note, _ = with_all_that_hangs_on_it(b)
    tell(b, a, clock, closed=True)
    a.do("code_note", note=note, code="groups:MIG")
    a.do("write_note", text="Of the secretariat", panel=1)
    content = packed(a.file, clock())
    assert MARK not in spread(content)

    merge(third.file, content, clock(), "a")
    tell(third, b, clock)
    assert {each.text for each in third.view().notes} == {"For all", "Of the secretariat"}
    assert MARK not in str(tables_of(third))
    sound(a, b, third)

    tell(b, a, clock, closed=True)
    tell(a, b, clock)
    assert {each.code for each in a.reading.noted.codings()[note]} > {
        each.code for each in b.reading.noted.codings()[note]
    }


def test_what_waits_for_its_predecessors_is_not_relayed_either(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    b.do("write_note", text="First", panel=1)
    seq = b.file._end.seq
    note = b.do("write_note", text=f"{MARK} was threatened", kind=CONCERN, panel=1).id
    revise(b, note, f"{MARK} was threatened twice")
    late = packed(b.file, clock(), known={b.file.replica: seq}, for_secretariat=True)
    merge(a.file, late, clock(), "late")
    assert MARK not in spread(packed(a.file, clock()))


@pytest.mark.parametrize("hub", [False, True])
def test_a_note_that_had_travelled_is_restricted_wherever_it_is(laptops, third, clock, hub):  # noqa: F811 - the fixture above
    """Also if the laptop that made it a concern tells only the secretariat: what that relays is signed."""
    a, b = laptops
    note = b.do("write_note", text="Somebody spoke", panel=1).id
    made = b.do("make_recommendation", text="Do something", notes=(note,)).id
    other = b.do("make_recommendation", text="Do more", panel=1).id
    for desk in (a, third):
        tell(b, desk, clock)
    revise(b, note, f"{MARK} was threatened", kind=CONCERN)
    b.do("edit_recommendation", recommendation=made, text=f"Protect {MARK}")
    b.do("edit_recommendation", recommendation=other, fields={Told.SENSITIVITY: Sensitivity.PROTECTION})
    b.do("edit_recommendation", recommendation=other, text=f"Hide {MARK}")
    if hub:
        tell(b, a, clock, closed=True)
    content = packed(a.file if hub else b.file, clock())
    assert MARK not in spread(content)
    merge(third.file, content, clock(), "p")

    assert (third.reading.note(note).kind, third.reading.note(note).text) == (CONCERN, "Somebody spoke")
    held = {each.id: each for each in third.view(third.reading.panels()[0].id).recommendations}
    assert (held[other].sensitivity, held[other].text) == (Sensitivity.PROTECTION, "Do more")
    assert held[made].text == "Do something"
    assert MARK not in spread(packed(third.file, clock()))
    sound(a, b, third)

    tell(b, a, clock, closed=True)
    assert tables_of(a)["note"] == tables_of(b)["note"]
    assert tables_of(a)["recommendation"] == tables_of(b)["recommendation"]


def test_a_mark_of_a_note_that_never_came_makes_none(laptops, third, clock):  # noqa: F811 - the fixture above
    _, b = laptops
    note = b.do("write_note", text=f"{MARK} spoke", panel=1).id
    revise(b, note, kind=CONCERN)
    tell(b, third, clock)
    assert (third.view(third.reading.panels()[0].id).notes, standing_at(third)) == ((), ())
    sound(third)


def standing_at(desk):
    return desk.file.look(standing)


def test_a_concern_that_is_lifted_is_told_whole(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    note = b.do("write_note", text=f"{MARK} was threatened", kind=CONCERN, panel=1).id
    b.do("make_recommendation", text=f"Protect {MARK}", notes=(note,))
    tell(b, third, clock)
    tell(b, a, clock, closed=True)
    tell(a, third, clock)
    assert MARK not in str(tables_of(third))
    revise(b, note, kind=POINT)
    tell(b, third, clock)
    assert tables_of(third)["note"] == tables_of(b)["note"]
    assert tables_of(third)["recommendation"] == tables_of(b)["recommendation"]
    b.do("undo")
    assert MARK not in spread(packed(b.file, clock()))
    tell(b, third, clock)
    assert third.reading.note(note).kind is CONCERN
    b.do("redo")
    tell(b, third, clock)
    assert third.reading.note(note).kind is POINT
    sound(b, third)


def test_who_did_not_know_that_it_was_made_a_concern_meets_a_conflict_and_nobody_tells_more(
    laptops,  # noqa: F811 - the fixture above
    third,
    clock,
):
    a, b = laptops
    note = b.do("write_note", text="Somebody spoke", panel=1).id
    for desk in (a, third):
        tell(b, desk, clock)
    revise(b, note, f"{MARK} was threatened", kind=CONCERN)
    clock.pass_s(60)
    revise(third, note, "Somebody spoke well", kind=NoteKind.GAP)
    tell(third, b, clock)
    assert b.reading.note(note).kind is NoteKind.GAP
    assert MARK not in spread(packed(b.file, clock()))
    tell(b, a, clock, closed=True)
    assert MARK not in spread(packed(a.file, clock()))
    sound(a, b)


def test_the_part_that_is_told_of_an_event_is_its_writers_word_or_nothing_comes(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    note = b.do("write_note", text="Somebody spoke", panel=1).id
    for desk in (a, third):
        tell(b, desk, clock)
    revise(b, note, f"{MARK} was threatened", kind=CONCERN)
    tell(b, a, clock, closed=True)
    header, body = taken_apart(packed(a.file, clock()))
    lines = body.splitlines()
    place = next(number for number, line in enumerate(lines) if b'\\"kind\\":\\"!\\"' in line)
    told = json.loads(lines[place])
    changes = json.loads(told[-1])
    assert [each[3] for each in changes] == [{"kind": "!"}]
    before = tables_of(third)

    def bent(instead, head=header, at=-1):
        line = [*told]
        line[at] = instead
        body = b"\n".join([*lines[:place], json.dumps(line).encode(), *lines[place + 1 :]]) + b"\n"
        return put_together(a, head, body)

    mine = [each for each in header["parts"] if each[0] == b.file.replica]
    others = [each for each in header["parts"] if each[0] != b.file.replica]
    forged = [[*each[:3], a.file.replica, each[4]] for each in mine]
    unsigned = [[*each[:4], "00" * 64] for each in mine]
    for content in (
        bent(json.dumps([[*changes[0][:3], {"kind": "m"}]])),
        bent(json.dumps([[*changes[0][:2], {"kind": "s"}, {"kind": "!", "text": "Never said"}]])),
        bent("Never said", at=8),
        bent('{"text":"Never said"}', at=9),
        bent(told[-1], {**header, "parts": others}),
        bent(told[-1], {**header, "parts": [*others, *forged]}),
        bent(told[-1], {**header, "parts": [*others, *unsigned]}),
    ):
        with pytest.raises(NotVouched):
            merge(third.file, content, clock(), "evil")
        assert tables_of(third) == before
    merge(third.file, bent(told[-1]), clock(), "a")
    assert third.reading.note(note).kind is CONCERN


def test_a_concern_that_a_merge_brought_back_is_in_no_open_package(laptops, third, clock):  # noqa: F811 - the fixture above
    """The merge tells who had seen what, and so others must have it; its words they must not."""
    a, b = laptops
    note = b.do("write_note", text=f"{MARK} was threatened", kind=CONCERN, panel=1).id
    tell(b, a, clock, closed=True)
    a.do("code_note", note=note, code="groups:AFR")
    b.do("undo")
    tell(b, a, clock, closed=True)
    assert a.reading.note(note).text == f"{MARK} was threatened"
    assert MARK not in spread(packed(a.file, clock()))
    tell(a, b, clock)
    tell(b, third, clock)
    tell(third, a, clock)
    tell(a, third, clock)
    assert MARK not in str(tables_of(third))
    assert third.reading.noted.codings() == {}
    a.do("write_note", text="Afterwards", panel=1)
    tell(a, b, clock)
    tell(b, third, clock)
    assert [each.text for each in third.view(third.reading.panels()[0].id).notes] == ["Afterwards"]
    sound(a, b, third)


def test_a_merge_that_brought_back_what_others_made_a_concern_waits_for_its_writer(laptops, third, clock):  # noqa: F811 - the fixture above
    """What it tells of the note nobody else may tell, nor leave out: all after it waits."""
    a, b = laptops
    note = b.do("write_note", text=f"{MARK} spoke", panel=1).id
    tell(b, a, clock)
    a.do("code_note", note=note, code="groups:AFR")
    b.do("undo")
    tell(b, a, clock)
    a.do("write_note", text="Afterwards", panel=1)
    tell(a, b, clock)
    revise(b, note, kind=CONCERN)
    b.do("write_note", text="For all", panel=1)
    content = packed(b.file, clock())
    assert MARK not in spread(content)
    merge(third.file, content, clock(), "b")
    assert "note" not in tables_of(third)

    tell(b, a, clock, closed=True)
    assert MARK not in spread(packed(a.file, clock()))
    tell(a, third, clock)
    assert {each["text"] for each in tables_of(third)["note"].values()} == {"Afterwards", "For all"}
    sound(a, b, third)


def test_what_came_whole_beside_something_that_stays_is_not_lost_when_it_stays_itself(laptops, third, clock):  # noqa: F811 - the fixture above
    """An act wrote two notes: one stays, and later the other one, of which only the mark is told then."""
    _, b = laptops
    note = b.do("write_note", text="Somebody spoke", panel=1).id
    tell(b, third, clock)
    apart = b.do("write_note", text="Nobody heard it", kind=CONCERN, panel=1).id
    b.do("merge_notes", notes=(note, apart))
    revise(b, note, kind=POINT)
    tell(b, third, clock)
    told = "Somebody spoke\nNobody heard it"
    assert (third.reading.note(note).kind, third.reading.note(note).text) == (POINT, told)
    assert list(tables_of(third)["note"]) == [note]

    revise(b, note, kind=CONCERN)
    tell(b, third, clock)
    assert (third.reading.note(note).kind, third.reading.note(note).text) == (CONCERN, told)
    sound(b, third)


def linked_itself(b, made, note, concern):
    b.do("source_recommendation", recommendation=made, notes=(note, concern))


def in_one_with_another(b, made, note, concern):
    other = b.do("make_recommendation", text=f"Hide {MARK}", notes=(concern,)).id
    b.do("merge_recommendations", recommendations=(other,), into=made)


def in_one_with_its_note(b, made, note, concern):
    b.do("merge_notes", notes=(concern, note))


@pytest.mark.parametrize("linked", [linked_itself, in_one_with_another, in_one_with_its_note])
def test_a_recommendation_that_had_travelled_and_comes_to_rest_on_a_concern_is_marked_wherever_it_is(
    laptops,  # noqa: F811 - the fixture above
    third,
    clock,
    linked,
):
    """The link is told to nobody: without the mark another laptop's documents would go on to have it."""
    a, b = laptops
    note = b.do("write_note", text="Somebody spoke", panel=1).id
    made = b.do("make_recommendation", text="Do something", notes=(note,)).id
    for desk in (a, third):
        tell(b, desk, clock)
    concern = b.do("write_note", text=f"{MARK} was threatened", kind=CONCERN, panel=1).id
    linked(b, made, note, concern)
    b.do("edit_recommendation", recommendation=made, text=f"Protect {MARK}")
    tell(b, third, clock)
    assert MARK not in spread(packed(b.file, clock()))

    assert marks_and_texts(third)[made] == (Sensitivity.PROTECTION, "Do something")
    assert MARK not in str(tables_of(third))
    tell(b, a, clock, closed=True)
    assert marks_and_texts(a)[made] == (Sensitivity.PROTECTION, f"Protect {MARK}")
    assert MARK not in spread(packed(a.file, clock()))
    sound(a, b, third)


def test_what_was_made_of_a_memo_is_marked_wherever_it_is_once_that_is_a_concern(laptops, third, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    memo = b.do("write_note", text=f"{MARK} calls tonight", kind=NoteKind.MEMO, panel=1).id
    made = b.do("make_recommendation", text="Do something", notes=(memo,)).id
    for desk in (a, third):
        tell(b, desk, clock)
    revise(b, memo, kind=CONCERN)
    tell(b, third, clock)

    assert marks_and_texts(third) == {made: (Sensitivity.PROTECTION, "Do something")}
    tell(b, a, clock, closed=True)
    assert tables_of(a)["recommendation"] == tables_of(b)["recommendation"]
    b.do("undo")
    tell(b, third, clock)
    assert marks_and_texts(third) == {made: (Sensitivity.NONE, "Do something")}
    sound(a, b, third)


def marks_and_texts(desk):
    held = tables_of(desk)["recommendation"].values()
    return {each["id"]: (each["sensitivity"], each["text"]) for each in held}


def test_what_hangs_on_a_row_that_only_its_writer_may_tell_waits_for_that_one(laptops, third, clock):  # noqa: F811 - the fixture above
    """One of two rows that an act of another laptop made stays: that laptop alone can tell of the other."""
    a, b = laptops
    note = b.do("write_note", text="Build courts", kind=NoteKind.RECOMMENDATION, panel=1).id
    tell(b, a, clock)
    (made,) = tables_of(a)["recommendation"]
    a.do("edit_recommendation", recommendation=made, fields={Told.SENSITIVITY: Sensitivity.PROTECTION})
    a.do("code_note", note=note, code="groups:AFR")
    a.do("write_note", text="For all", panel=1)
    tell(a, third, clock)
    assert [each["text"] for each in tables_of(third)["note"].values()] == ["For all"]
    assert third.reading.noted.codings() == {}
    sound(a, third)

    for one, other in ((a, b), (b, a), (a, third)):
        tell(one, other, clock)
    assert {each["text"] for each in tables_of(third)["note"].values()} == {"Build courts", "For all"}
    assert [each.code for each in third.reading.noted.codings()[note]] == ["groups:AFR"]
    assert "recommendation" not in tables_of(third)
    sound(a, b, third)


class Room:
    """Three laptops of which the first is the secretariat's; each concern has a word of its own."""

    def __init__(self, desks, clock, lot):
        self.desks, self.clock, self.lot = desks, clock, Random(lot)  # noqa: S311 - no secret
        self.words, self.leaks, self.packages = [], [], [[] for _ in desks]

    def step(self):
        self.clock.pass_s(self.lot.randint(1, 900))
        desk = self.lot.choice(self.desks)
        what = self.lot.choice(
            (
                self.write,
                self.concern,
                self.revise,
                self.turn,
                self.rest,
                self.cut,
                self.code,
                self.relate,
                self.back,
                self.tell,
                self.tell,
                self.tell,
                self.again,
            )
        )
        with suppress(*REFUSED):
            what(desk)

    def notes(self, desk, *kinds):
        found = sorted(tables_of(desk).get("note", {}).values(), key=lambda note: note["id"])
        return [note for note in found if not note["removed_at"] and (not kinds or note["kind"] in kinds)]

    def one(self, desk, *kinds):
        found = self.notes(desk, *kinds)
        return self.lot.choice(found) if found else None

    def write(self, desk):
        desk.do("write_note", text=f"For all. {self.lot.random()}", panel=1)

    def concern(self, desk):
        word = f"Quince{len(self.words)}x"
        self.words.append(word)
        desk.do("write_note", text=f"{word} spoke. {word} asks.", kind=CONCERN, panel=1)

    def word_of(self, note):
        return next((word for word in self.words if word in note["text"]), "All")

    def revise(self, desk):
        if note := self.one(desk):
            revise(desk, note["id"], f"{self.word_of(note)} spoke. {self.lot.random()}")

    def turn(self, desk):
        if note := self.one(desk):
            revise(desk, note["id"], kind=CONCERN if note["kind"] != "!" else POINT)

    def rest(self, desk):
        if note := self.one(desk):
            text = f"Hear {self.word_of(note)}. {self.lot.random()}"
            made = desk.do("make_recommendation", text=text, notes=(note["id"],)).id
            if self.lot.random() < 0.3:
                desk.do("split_recommendation", recommendation=made, texts=(text, text))

    def cut(self, desk):
        if note := self.one(desk):
            desk.do("split_note", note=note["id"], place=note["text"].find(".") + 1, base=note["revision"])

    def code(self, desk):
        if note := self.one(desk):
            desk.do("code_note", note=note["id"], code="groups:AFR", begin=0, end=4, base=note["revision"])

    def relate(self, desk):
        one, other = self.one(desk), self.one(desk)
        if one and other and one["id"] != other["id"]:
            desk.do("relate_notes", note=one["id"], other=other["id"])

    def back(self, desk):
        desk.do(self.lot.choice(("undo", "redo")))

    def tell(self, desk, *, closed=None):
        closed = self.lot.random() < 0.4 if closed is None else closed
        content = packed(desk.file, self.clock(), for_secretariat=closed)
        if not closed:
            kept = [note["text"] for note in tables_of(desk).get("note", {}).values() if note["kind"] == "!"]
            told = spread(content)
            self.leaks += [word for word in self.words if word in told and any(word in text for text in kept)]
        others = self.desks[:1] if closed else self.desks
        for number, other in enumerate(others):
            if other is not desk and (closed or self.lot.random() < 0.6):
                self.packages[number].append(content)
                merge(other.file, content, self.clock(), "p")

    def again(self, desk):
        number = self.desks.index(desk)
        if self.packages[number]:
            merge(desk.file, self.lot.choice(self.packages[number]), self.clock(), "p")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("lot", range(6))
def test_in_whatever_workshop_no_open_package_holds_a_word_of_a_concern(laptops, third, clock, lot):  # noqa: F811 - the fixture above
    room = Room([*laptops, third], clock, lot)
    for _ in range(60):
        room.step()
    for _ in range(2):
        for desk in room.desks[1:]:
            room.tell(desk, closed=True)
            for other in room.desks:
                if other is not desk:
                    tell(desk, other, clock)
        for other in room.desks[1:]:
            tell(room.desks[0], other, clock)
    assert room.leaks == []
    sound(*room.desks)
    assert tables_of(room.desks[0]) == written_by_all(room.desks)
    stays = frozenset().union(
        *(desk.file.look(partial(that_stay, me=desk.file.replica)) for desk in room.desks)
    )
    assert [differing(room.desks[0], desk, stays) for desk in room.desks] == [{}] * len(room.desks)


def written_by_all(desks):
    """Return the tables that all events make that the first desk has heard of, as they were written."""
    by = {
        desk.file.replica: {row.seq: row for row in desk.file.journal() if row.replica == desk.file.replica}
        for desk in desks
    }
    rows = [by[row.replica][row.seq]._mapping for row in desks[0].file.journal()]
    assert {"withheld"}.isdisjoint(row["salt"] for row in rows)
    return tables_made_by(rows)


def that_stay(connection, me):
    return Telling(connection, me)._ids


def differing(one, other, stays):
    """Return what is not the same at two laptops, but for the rows that stay."""
    pairs = [(tables_of(one).get(name, {}), tables_of(other).get(name, {})) for name in STATE]
    return {
        id_: (here.get(id_), there.get(id_))
        for here, there in pairs
        for id_ in here.keys() | there.keys()
        if id_ not in stays and here.get(id_) != there.get(id_)
    }
