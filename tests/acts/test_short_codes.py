"""Short codes of a workshop: kept in its file, taken back, and on every laptop it goes to."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.domain.refusals import Refusal
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.packing import packed
from tests.books import folded, tables_of


def codes(desk):
    return dict(desk.view().short_codes)


def test_a_code_is_set_and_changed_and_taken_away_and_each_step_taken_back(desk):
    steps = [("GP", " good practice "), ("gp", "best practice"), (";gp", "")]
    told = []
    for code, phrase in steps:
        desk.do("set_short_code", code=code, phrase=phrase)
        told.append(codes(desk))
    for _ in steps:
        desk.do("undo", desk="secretariat")
        told.append(codes(desk))

    good, best = {"gp": "good practice"}, {"gp": "best practice"}
    assert told == [good, best, {}, best, good, {}]
    assert folded(desk) == tables_of(desk)


def test_what_is_there_already_is_not_told_again(desk):
    desk.do("set_short_code", code="gp", phrase="good practice")
    before = desk.newest_event()
    desk.do("set_short_code", code="GP", phrase="good practice")
    desk.do("set_short_code", code="none", phrase=" ")

    assert desk.newest_event() == before


@pytest.mark.parametrize(
    ("code", "phrase", "refusal"),
    [
        ("", "x", "not_understood"),
        ("two words", "x", "not_understood"),
        ("a=b", "x", "not_understood"),
        ("ـ", "x", "not_understood"),
        ("a" * 25, "x", "not_understood"),
        ("gp", "two\nlines", "not_understood"),
        ("gp", "two\u2028lines", "not_understood"),
        ("gp", "x" * 501, "text_too_long"),
    ],
)
def test_what_can_be_no_code_or_no_phrase_is_refused(desk, code, phrase, refusal):
    with pytest.raises(Refusal) as told:
        desk.do("set_short_code", code=code, phrase=phrase)

    assert (told.value.code, codes(desk)) == (refusal, {})


def test_a_rule_of_the_floor_is_none_the_worse_for_a_code_of_its_name(desk):
    desk.do("set_short_code", code="once", phrase="once only")
    desk.do("set_rule", rule="once", value=True)
    desk.do("set_short_code", code="once", phrase="")

    assert (desk.reading.rules().once, codes(desk)) == (True, {})


def test_codes_go_with_a_package_and_those_of_two_laptops_come_together(desk, clock, tmp_path):
    desk.do("set_short_code", code="gp", phrase="good practice")
    new_replica(tmp_path / "b.facilitator", packed(desk.file, clock()), clock(), name="a", laptop="Laptop 7")
    other = open_desk(tmp_path / "b.facilitator", clock)
    came = codes(other)
    other.do("set_short_code", code="rec", phrase="recommendation")
    desk.do("set_short_code", code="ch", phrase="challenge")
    of_one, of_other = packed(desk.file, clock()), packed(other.file, clock())
    merge(desk.file, of_other, clock(), "b")
    merge(other.file, of_one, clock(), "a")
    desk.changed()

    assert came == {"gp": "good practice"}
    assert codes(desk) == {"ch": "challenge", "gp": "good practice", "rec": "recommendation"}
    assert tables_of(desk) == tables_of(other)
    other.close()
