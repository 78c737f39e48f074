"""Days with their sittings, objectives, and profiles of rules: kept, taken back, and carried by templates."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.own_templates import save_template
from facilitator.acts.workshops import new_workshop
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import Phase, PlannedPhase
from facilitator.domain.refusals import BadTime, NotUnderstood, PanelHasSat, UnknownReference
from facilitator.domain.requests import Kind

MINUTE = 60_000


def days(desk):
    return [(day.date, day.sittings) for day in desk.view().days]


def objectives(desk):
    return [each.text for each in desk.view().objectives]


def test_days_stand_in_their_order_with_their_sittings(desk):
    for day in days(desk):
        desk.do("remove_day", day=day[0])
    desk.do("set_day", day="2019-10-22", sittings=(("10:00", "13:00"),))
    desk.do("set_day", day="2019-10-21", sittings=(("15:00", "18:00"),))
    desk.do("set_day", day="2019-10-21", sittings=(("09:30", "13:00"), ("15:00", "18:00")))

    assert days(desk) == [
        ("2019-10-21", (("09:30", "13:00"), ("15:00", "18:00"))),
        ("2019-10-22", (("10:00", "13:00"),)),
    ]
    desk.do("undo")
    assert days(desk)[0] == ("2019-10-21", (("15:00", "18:00"),))
    desk.do("remove_day", day="2019-10-21")
    assert [row["number"] for row in desk.reading.days()] == [1]


@pytest.mark.parametrize(
    ("day", "sittings", "refusal"),
    [
        ("21 October", (("10:00", "13:00"),), NotUnderstood),
        ("2019-10-21", (("ten", "13:00"),), NotUnderstood),
        ("2019-10-21", (("10:00+02:00", "13:00+02:00"),), NotUnderstood),
        ("2019-10-21", (("13:00", "10:00"),), BadTime),
        ("2019-10-21", (("10:00", "13:00"), ("12:00", "14:00")), BadTime),
    ],
)
def test_sittings_that_cannot_be_are_refused(desk, day, sittings, refusal):
    before = days(desk)
    with pytest.raises(refusal):
        desk.do("set_day", day=day, sittings=sittings)

    assert days(desk) == before


def test_a_day_that_is_not_there_cannot_go(desk):
    with pytest.raises(UnknownReference):
        desk.do("remove_day", day="1999-01-01")


def test_objectives_are_added_reworded_moved_and_taken_out(desk):
    for each in desk.view().objectives:
        desk.do("remove_objective", objective=each.id)
    first, second, third = (desk.do("add_objective", text=text).id for text in ("One", " Two ", "Three"))
    desk.do("edit_objective", objective=second, text="Second")
    desk.do("move_objective", objective=third, before=first)
    desk.do("move_objective", objective=first, before=first)  # which leaves it where it is

    assert objectives(desk) == ["Three", "One", "Second"]
    desk.do("remove_objective", objective=first)
    assert objectives(desk) == ["Three", "Second"]
    assert [row["number"] for row in desk.reading.background("objectives")] == [1, 2]
    desk.do("undo")
    assert objectives(desk) == ["Three", "One", "Second"]
    with pytest.raises(NotUnderstood):
        desk.do("add_objective", text=" \u200b ")


@pytest.fixture
def ruled(desk):
    """The first panel, with rules of its own, and another that has none."""
    first = desk.view().panels[0]
    category = desk.view().categories[0].key
    desk.do("set_rule", rule="most_waiting", value=5, panel=first.id)
    desk.do("set_rule", rule="hidden", value=("gender",), panel=first.id)
    desk.do("set_plan", panel=first.id, phases=((Phase.OPENING, 5), (Phase.DISCUSSION, 40)))
    desk.do("set_allotment", panel=first.id, seconds=90, category=category)
    desk.do("set_allotment", panel=first.id, seconds=30, kind=Kind.REPLY)
    desk.do("set_budget", panel=first.id, seconds=600, category=category)
    times = {"starts": first.ends, "ends": first.ends + 60 * MINUTE}
    return first.id, desk.do("add_panel", title="Another", **times).id


def rules_of(desk, panel):
    floor = desk.view().floors[panel]
    budgets = {key: budget.granted_ms for key, budget in floor.budgets.items()}
    return floor.rules, floor.plan, floor.allotments, floor.kinds, budgets


def test_a_profile_has_all_that_was_set_of_a_panel_and_is_applied_to_others(desk, ruled):
    first, other = ruled
    before = rules_of(desk, other)
    saved = desk.do("save_profile", panel=first, name="Two minutes each").id
    desk.do("apply_profile", profile=saved, to=(other,))

    assert rules_of(desk, other) == rules_of(desk, first)
    assert rules_of(desk, other)[1] == (
        PlannedPhase(Phase.OPENING, 5 * MINUTE),
        PlannedPhase(Phase.DISCUSSION, 40 * MINUTE),
    )
    desk.do("undo")
    assert rules_of(desk, other) == before


def test_a_profile_saved_again_is_the_same_one(desk, ruled):
    first, other = ruled
    saved = desk.do("save_profile", panel=other, name="Usual").id
    again = desk.do("save_profile", panel=first, name=" usual ").id
    desk.do("apply_profile", profile=saved, to=(other,))

    assert (again, [each.text for each in desk.view().profiles]) == (saved, ["usual"])
    assert rules_of(desk, other) == rules_of(desk, first)
    desk.do("remove_profile", profile=saved)
    assert desk.view().profiles == ()
    assert rules_of(desk, other) == rules_of(desk, first)


def test_a_panel_that_has_sat_keeps_its_rules(desk, ruled):
    first, other = ruled
    saved = desk.do("save_profile", panel=first, name="Usual").id
    desk.do("open_panel", panel=other)
    with pytest.raises(PanelHasSat):
        desk.do("apply_profile", profile=saved, to=(other,))


def test_a_category_that_is_gone_is_no_harm(desk, ruled):
    first, other = ruled
    key = desk.do("add_category", key="TMP", label="Guests").id
    desk.do("set_allotment", panel=first, seconds=45, category=CategoryKey(key))
    saved = desk.do("save_profile", panel=first, name="Usual").id
    desk.do("set_allotment", panel=first, seconds=None, category=CategoryKey(key))
    desk.do("remove_category", category=CategoryKey(key))
    desk.do("apply_profile", profile=saved, to=(other,))

    assert rules_of(desk, other)[2] == rules_of(desk, first)[2]


def test_a_template_carries_days_objectives_and_profiles(desk, ruled, tmp_path):
    first, _ = ruled
    desk.do("set_day", day="2019-10-21", sittings=(("09:30", "13:00"),))
    desk.do("add_objective", text="Hear everybody")
    desk.do("save_profile", panel=first, name="Usual")
    save_template(desk.reading, tmp_path / "t.toml")
    new_workshop(
        tmp_path / "made.facilitator", language="en", at=desk.now(), template=str(tmp_path / "t.toml")
    )
    other = open_desk(tmp_path / "made.facilitator", desk.now)
    try:
        assert [each.text for each in other.view().profiles] == ["Usual"]
        assert objectives(other) == objectives(desk)
        assert days(other) == days(desk)
        panel = other.view().panels[-1]
        other.do("apply_profile", profile=other.view().profiles[0].id, to=(panel.id,))
        assert rules_of(other, panel.id) == rules_of(desk, first)
    finally:
        other.close()
