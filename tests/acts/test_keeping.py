"""People and categories kept current: corrected one by one and several at once, taken out, and taken back."""

from dataclasses import replace

import pytest

from facilitator.domain.refusals import AlreadyThere, StillInUse, UnknownReference
from tests.books import folded, tables_of


def _brazil(desk, people):
    return desk.view().people[people["Brazil"]]


def test_only_what_is_told_of_somebody_changes_and_undo_brings_it_back(desk, people):
    before = _brazil(desk, people)

    desk.do("edit_participant", participant=before.id, name=" Brasil ", language="es", number=77)

    assert _brazil(desk, people) == replace(before, name="Brasil", language="es", number=77)
    desk.do("undo")
    assert _brazil(desk, people) == before


def test_a_short_number_is_one_persons_and_can_be_given_up(desk, people):
    taken = desk.view().people[people["Norway"]].number

    with pytest.raises(AlreadyThere):
        desk.do("edit_participant", participant=people["Brazil"], number=taken)
    desk.do("edit_participant", participant=people["Norway"], number=None)
    desk.do("edit_participant", participant=people["Brazil"], number=taken)

    assert _brazil(desk, people).number == taken


def test_several_are_changed_in_one_act_and_keep_what_differs(desk, people):
    before = desk.view().people
    both = (people["Brazil"], people["Norway"])

    desk.do("edit_participants", participants=both, delegation="Observers", present=False)

    assert desk.view().people == {
        id_: replace(who, delegation="Observers", present=False) if id_ in both else who
        for id_, who in before.items()
    }
    desk.do("undo")
    assert desk.view().people == before


def test_nobody_is_changed_if_one_of_several_is_unknown(desk, people):
    before = desk.view().people

    with pytest.raises(UnknownReference):
        desk.do("edit_participants", participants=(people["Brazil"], "nobody"), region="africa")

    assert desk.view().people == before


def test_whoever_asked_or_spoke_stays(desk, people, sitting):
    late = desk.do("add_participant", name="Late", category="NGO").id
    before = desk.view().people

    with pytest.raises(StillInUse):
        desk.do("remove_participants", participants=(late, people["Brazil"]))
    assert desk.view().people == before
    desk.do("remove_participants", participants=(late,))

    assert desk.view().people == {id_: who for id_, who in before.items() if id_ != late}
    assert folded(desk) == tables_of(desk)


def test_a_category_is_called_and_timed_as_told_and_null_takes_a_limit_away(desk):
    before = desk.view().category("GOV")

    desk.do("edit_category", category="GOV", label="Member States", allotment_s=None)

    assert desk.view().category("GOV") == replace(before, label="Member States", allotment_ms=None)


def test_a_category_goes_only_when_nobody_is_in_it(desk, people):
    desk.do("add_category", key="IGO", label="Agencies")
    desk.do("remove_category", category="IGO")

    with pytest.raises(StillInUse):
        desk.do("remove_category", category="NGO")
    assert [c.key for c in desk.view().categories] == ["GOV", "NGO"]


def test_a_category_stands_where_it_is_put_and_undo_puts_it_back(desk):
    desk.do("add_category", key="IGO", label="Agencies", short="UN", one="Agency")
    desk.do("move_category", category="IGO", before="GOV")
    places = [(each.key, each.position) for each in desk.view().categories]
    assert places == [("IGO", 1), ("GOV", 2), ("NGO", 3)]
    desk.do("move_category", category="GOV", before="GOV")
    assert [(each.key, each.position) for each in desk.view().categories] == places
    desk.do("move_category", category="GOV")
    assert [each.key for each in desk.view().categories] == ["IGO", "NGO", "GOV"]
    desk.do("undo")
    desk.do("undo")

    assert [each.key for each in desk.view().categories] == ["GOV", "NGO", "IGO"]
    assert (desk.view().category("IGO").brief, desk.view().category("IGO").singular) == ("UN", "Agency")
