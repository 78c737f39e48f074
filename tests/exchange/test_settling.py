"""What reads differently on two laptops: settled by one act, the same everywhere, and no text is lost."""

import json

import pytest

from facilitator.acts.settling import conflicts_now
from facilitator.acts.wire import HeldClock, Wire
from facilitator.domain.refusals import NotUnderstood, UndoBesideOthers, UnknownReference
from facilitator.exchange.merging import merge
from facilitator.exchange.packing import packed
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from tests.books import folded, tables_of
from tests.exchange.test_union import laptops, merge_both  # noqa: F401 - a fixture

WAS, MINE, THEIRS = "As it was", "As one has it", "As the other has it"


@pytest.fixture
def torn(laptops, clock):  # noqa: F811 - the fixture above
    """Two laptops that made different things of one note and have merged; with the note's id."""
    a, b = laptops
    note = a.do("write_note", text=WAS, panel=1).id
    merge_both(a, b, clock)
    base = a.reading.note(note).revision
    for desk, text in ((a, MINE), (b, THEIRS)):
        clock.pass_s(60)
        desk.do("revise_note", note=note, text=text, base=base)
    merge_both(a, b, clock)
    return a, b, note


def conflict(desk):
    (found,) = conflicts_now(desk)["conflicts"]
    return found


def settle(desk, laptop, **more):
    found = conflict(desk)
    keep = next(side["side"] for side in found["sides"] if side["laptop"] == laptop)
    desk.do("settle_conflict", conflict=found["conflict"], keep=keep, **more)


def test_both_sides_are_told_with_who_and_when(torn):
    a, b, note = torn
    found = conflict(a)

    assert found == conflict(b)
    assert found["conflict"] == f"note:{note}"
    assert found["place"] == {"panel": 1, "number": "", "words": a.reading.note(note).text}
    assert [(side["laptop"], side["values"]["text"]) for side in found["sides"]] == [
        ("console", MINE),
        ("Laptop 7", THEIRS),
    ]


@pytest.mark.parametrize(
    ("laptop", "more", "text"),
    [("console", {}, MINE), ("Laptop 7", {}, THEIRS), ("console", {"text": "A third"}, "A third")],
)
def test_what_is_kept_stands_on_both_laptops_and_no_text_is_lost(torn, clock, laptop, more, text):
    a, b, note = torn
    settle(a, laptop, **more)
    merge(b.file, packed(a.file, clock()), clock(), "a")
    b.changed()

    assert [desk.reading.note(note).text for desk in (a, b)] == [text, text]
    assert [conflicts_now(desk) for desk in (a, b)] == [{"conflicts": []}] * 2
    assert {row["text"] for row in b.reading.revisions(note)} == {WAS, MINE, THEIRS, text}
    assert tables_of(a) == tables_of(b) == folded(a) == folded(b)


def test_undo_brings_the_conflict_back_and_redo_settles_it_again(torn, clock):
    a, b, _ = torn
    before, was = conflict(a), tables_of(a)
    settle(a, "console")
    settled = tables_of(a)
    a.do("undo")
    assert (conflict(a), tables_of(a)) == (before, was)
    a.do("redo")
    assert (conflicts_now(a), tables_of(a)) == ({"conflicts": []}, settled)
    merge(b.file, packed(a.file, clock()), clock(), "a")
    assert (conflicts_now(b), tables_of(b)) == ({"conflicts": []}, settled)


def test_two_who_settle_it_otherwise_have_a_conflict_again(torn, clock):
    a, b, _ = torn
    settle(a, "console")
    settle(b, "Laptop 7")
    merge_both(a, b, clock)
    assert conflict(a) == conflict(b)
    settle(a, "Laptop 7")
    merge_both(a, b, clock)
    assert conflicts_now(a) == conflicts_now(b) == {"conflicts": []}


def test_what_is_no_conflict_or_no_side_is_refused(torn):
    a, _, note = torn
    with pytest.raises(UnknownReference):
        a.do("settle_conflict", conflict="note:nobody", keep="x")
    with pytest.raises(UnknownReference):
        a.do("settle_conflict", conflict=f"note:{note}", keep="x")


def test_a_third_text_needs_texts_that_differ(laptops, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    note = a.do("write_note", text=WAS, panel=1).id
    merge_both(a, b, clock)
    a.do("charge_note", note=note, settled=True, due="2019-11-01")
    clock.pass_s(60)
    b.do("charge_note", note=note, settled=True, due="2019-11-02")
    merge_both(a, b, clock)
    found = conflict(a)

    with pytest.raises(NotUnderstood):
        settle(a, "console", text="A third")
    settle(a, "console")
    assert (len(found["sides"]), conflicts_now(a)) == (2, {"conflicts": []})


def test_scripts_ask_for_conflicts_and_settle_them(torn, clock):
    a, _, _ = torn
    wire = Wire(a, HeldClock(clock), lambda told: sentence(Language("en"), told))
    found = wire.answer(json.dumps({"ask": "conflicts"}))["conflicts"][0]
    line = {"do": "settle_conflict", "conflict": found["conflict"], "keep": found["sides"][1]["side"]}

    assert wire.answer(json.dumps(line))["ok"]
    assert wire.answer(json.dumps({"ask": "conflicts"}))["conflicts"] == []


def test_an_undo_beside_what_others_wrote_unseen_is_refused_and_one_of_other_columns_is_not(torn, clock):
    a, b, note = torn
    before = [tables_of(a), tables_of(b)]
    for desk, name in ((a, "Laptop 7"), (b, "console")):
        with pytest.raises(UndoBesideOthers) as refused:
            desk.do("undo")
        assert refused.value.details == {"name": name}
    assert [tables_of(a), tables_of(b)] == before

    a.do("charge_note", note=note, charge="The Office")
    b.do("describe_note", note=note, languages=("fr",))
    merge_both(a, b, clock)
    a.do("undo")
    merge_both(a, b, clock)
    assert tables_of(a) == tables_of(b) == folded(a) == folded(b)
