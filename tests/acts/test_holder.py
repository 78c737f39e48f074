"""One laptop holds the floor: it is handed over, taken over, taken back, and told on every laptop."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.handing_floor import laptops_now
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.settling import conflicts_now
from facilitator.domain.refusals import FloorElsewhere, UnknownReference
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.packing import packed
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from tests.books import folded, tables_of
from tests.exchange.test_union import laptops, merge_both  # noqa: F401 - a fixture


def tell(one, other, clock):
    clock.pass_s(1)
    merge(other.file, packed(one.file, clock()), clock(), "one")
    other.changed()


def elsewhere(*desks):
    return [desk.view().floor_elsewhere for desk in desks]


@pytest.fixture
def known(laptops, clock):  # noqa: F811 - the fixture above
    """Two laptops that know of one another."""
    a, b = laptops
    b.do("write_note", text="Here I am", panel=1)
    tell(b, a, clock)
    return a, b


def test_the_laptop_that_made_the_workshop_holds_the_floor(known):
    a, b = known
    assert elsewhere(a, b) == ["", "console"]
    before = tables_of(b)
    with pytest.raises(FloorElsewhere) as refused:
        b.do("open_panel", panel=1)
    assert sentence(Language("en"), refused.value) == (
        "The laptop \u2068console\u2069 holds the floor. Have it handed over, or take it over under "
        "“Between laptops”."
    )
    assert tables_of(b) == before
    a.do("open_panel", panel=1)


def test_speeches_of_a_record_come_in_where_the_floor_is(known, tmp_path):
    a, b = known
    path = tmp_path / "record.csv"
    row = "Ann,GOV,2019-10-21,10:00:00,10:02:00\n"
    path.write_text(f"name,category,date,begin,end\n{row}", encoding="utf-8")
    before = tables_of(b)
    with pytest.raises(FloorElsewhere):
        import_list(b, Kind.SPEECHES, Order(path, panel=1))

    assert tables_of(b) == before
    assert import_list(a, Kind.SPEECHES, Order(path, panel=1)).added == 1


@pytest.mark.parametrize("by", ["name", "id"])
def test_it_is_handed_over_and_the_other_laptop_learns_it_from_a_package(known, clock, by):
    a, b = known
    a.do("open_panel", panel=1)
    a.do("hand_over_floor", laptop="Laptop 7" if by == "name" else b.file.replica)
    assert elsewhere(a, b) == ["Laptop 7", "console"]
    with pytest.raises(FloorElsewhere):
        a.do("close_list")
    tell(a, b, clock)
    assert elsewhere(a, b) == ["Laptop 7", ""]
    b.do("close_list")
    tell(b, a, clock)

    assert tables_of(a) == tables_of(b) == folded(a) == folded(b)
    assert [each["holds_floor"] for each in laptops_now(a)["laptops"]] == [
        each["name"] == "Laptop 7" for each in laptops_now(a)["laptops"]
    ]


def test_a_hand_over_is_taken_back_and_brought_back_and_nothing_else_is(known):
    a, _ = known
    a.do("open_panel", panel=1)
    before = tables_of(a)
    a.do("hand_over_floor", laptop="Laptop 7")
    after = tables_of(a)
    a.do("undo", desk="floor")
    assert (tables_of(a), elsewhere(a)) == (before, [""])
    a.do("redo", desk="floor")
    assert (tables_of(a), elsewhere(a)) == (after, ["Laptop 7"])


def test_what_was_done_before_is_not_taken_back_where_the_floor_is_no_more(known, clock):
    a, b = known
    a.do("open_panel", panel=1)
    tell(a, b, clock)
    b.do("take_over_floor")
    tell(b, a, clock)
    with pytest.raises(FloorElsewhere):
        a.do("undo", desk="floor")


def test_nobody_hands_over_what_he_does_not_hold_or_to_a_laptop_nobody_knows(known):
    a, b = known
    with pytest.raises(FloorElsewhere):
        b.do("hand_over_floor", laptop="console")
    with pytest.raises(UnknownReference):
        a.do("hand_over_floor", laptop="Laptop 99")
    assert a.do("hand_over_floor", laptop="console").event == ""
    assert a.do("take_over_floor").event == ""


def test_a_laptop_that_is_lost_gives_way_and_the_journal_says_who_took_over(known):
    _, b = known
    b.do("take_over_floor")
    b.do("open_panel", panel=1)
    assert elsewhere(b) == [""]
    row = next(row for row in b.file.journal() if row.act == "take_over_floor")
    assert (row.desk, row.subject) == ("floor", "Laptop 7")


def test_two_that_led_the_floor_unseen_have_a_conflict_and_one_key_settles_it(known, clock, tmp_path):
    a, b = known
    path = tmp_path / "c.facilitator"
    new_replica(path, packed(a.file, clock()), clock(), name="a", laptop="Laptop 8")
    c = open_desk(path, clock)
    clock.pass_s(1)
    b.do("take_over_floor")
    b.do("open_panel", panel=1)
    clock.pass_s(1)
    c.do("take_over_floor")
    c.do("open_panel", panel=2)
    for one, other in ((b, a), (c, a), (a, b), (a, c)):
        tell(one, other, clock)

    assert elsewhere(a, b, c) == ["Laptop 8", "Laptop 8", ""]
    found = next(each for each in conflicts_now(a)["conflicts"] if each["kind"] == "duty")
    assert [(side["laptop"], side["values"]) for side in found["sides"]] == [
        ("Laptop 7", {"holder": "Laptop 7"}),
        ("Laptop 8", {"holder": "Laptop 8"}),
    ]
    a.do("settle_conflict", conflict=found["conflict"], keep=found["sides"][0]["side"])
    for one, other in ((a, b), (a, c)):
        tell(one, other, clock)
    assert elsewhere(a, b, c) == ["Laptop 7", "", "Laptop 7"]
    assert [each["kind"] for each in conflicts_now(c)["conflicts"] if each["kind"] == "duty"] == []
    assert [row.act for row in b.file.journal()].count("open_panel") == 2
    assert tables_of(a) == tables_of(b) == tables_of(c)
    c.close()


def test_a_workshop_that_nobody_shared_is_led_by_its_one_laptop(desk):
    assert desk.view().floor_elsewhere == ""
    assert [each["here"] and each["holds_floor"] for each in laptops_now(desk)["laptops"]] == [True]
