"""The balance by what is chosen: dimension, scope and side; what is hidden stays hidden."""

import pytest

from facilitator.language.direction import bare


@pytest.fixture
def heard(make_console, desk, clock):
    """Two women and a man of two regions have spoken for one, two and three minutes."""
    desk.do("open_panel", panel=1)
    for name, gender, region, minutes in (
        ("Ana", "female", "africa", 1),
        ("Bea", "female", "africa", 2),
        ("Carl", "male", "eastern_europe", 3),
    ):
        who = desk.do("add_participant", name=name, category="GOV", gender=gender, region=region).id
        desk.do("give_floor", request=desk.do("request_floor", participant=who).id)
        clock.pass_s(minutes * 60)
        desk.do("end_intervention")
    return make_console()


def choose(console, qtbot, *words):
    menu = console.floor.balance.outlook.choices()
    qtbot.addWidget(menu)
    actions = menu.actions()
    for word in words[:-1]:
        actions = next(a for a in actions if a.text() == word).menu().actions()
    next(a for a in actions if a.text() == words[-1]).trigger()


def shown(console):
    rows = console.floor.balance._rows
    return [(bare(rows.label(share)), share.ms // 60_000) for share in rows.shares if share.ms]


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("Category", [("States", 6)]),
        ("Region", [("Africa", 3), ("Eastern Europe", 3)]),
        ("Gender", [("Women", 3), ("Men", 3)]),
    ],
)
def test_balance_is_shown_by_the_dimension_chosen(heard, qtbot, dimension, expected):
    choose(heard, qtbot, dimension)

    assert shown(heard) == expected


def test_podium_is_looked_at_apart(heard, qtbot):
    choose(heard, qtbot, "Podium only")

    assert (shown(heard), heard.floor.balance.outlook.text()) == ([], "Category · Podium only")


def test_small_groups_are_not_made_much_of(heard, qtbot):
    choose(heard, qtbot, "Region")
    rows = heard.floor.balance._rows

    assert [(rows.distance(share), rows.short(share)) for share in rows.shares] == [("few", False)] * 2


def test_dimension_hidden_for_good_is_not_offered_again(heard, qtbot, desk):
    choose(heard, qtbot, "Gender")
    choose(heard, qtbot, "Hide for good", "Gender")
    menu = heard.floor.balance.outlook.choices()
    qtbot.addWidget(menu)

    assert desk.view().floor.rules.hidden == ("gender",)
    assert [a.text() for a in menu.actions()][:4] == ["Category", "Region", "Language", "Delegation"]
    assert heard.floor.balance.outlook.text() == "Category"


def test_all_figures_of_a_group_are_told_to_a_screen_reader(heard):
    told = heard.floor.balance._rows.accessibleDescription()

    assert (
        told.split("; ")[0] == "States: 6:00 · 3 turns · 3 speakers · 0 waiting · 3 in the room · 3 invited"
    )


def test_where_the_pane_is_low_the_last_line_says_how_many_more_were_not_heard(heard, desk, clock, qtbot):
    for n, key in enumerate("ABCDE"):
        desk.do("add_category", key=key, label=f"Group {key}", target_share=0.1)
        desk.do("add_participant", name=f"Guest {n}", category=key)
    rows, pane = heard.floor.balance._unheard, heard.floor.balance
    above = sum(part.height() for part in (pane._head, pane._rows, pane._unheard_head))

    pane.fit(above + 3 * rows.row)
    three = (rows.height(), [bare(rows.label(s)) for s in rows.shown()], bare(rows.more()))
    pane.fit(above + 9 * rows.row)

    assert three == (
        3 * rows.row,
        ["Civil society", "Group A"] if rows.shares[0].key == "NGO" else ["Group A", "Group B"],
        f"{len(rows.shares) - 2} more: Group C, Group D and Group E",
    )
    assert (len(rows.shown()), rows.more()) == (5, "")


def test_an_empty_room_is_not_told_to_have_been_heard(make_console, desk):
    console = make_console()
    empty = console.floor.balance._unheard.none()
    desk.do("open_panel", panel=1)
    who = desk.do("add_participant", name="Ana", category="GOV").id
    desk.do("give_floor", request=desk.do("request_floor", participant=who).id)

    assert empty == "Nobody is marked as present yet."
    assert console.floor.balance._unheard.none() == "Every category in the room has been heard."
