"""The programme is kept at the setup desk: panels corrected and moved, questions ordered, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.budget import Budget
from facilitator.domain.programme import Phase, QuestionKind, SeatRole
from facilitator.domain.rules import Rules
from facilitator.language.direction import bare, isolate
from facilitator.language.speech import Language
from facilitator.ui.setup.floor_rules import RULES

HOUR = 3_600_000


@pytest.fixture
def setup(make_console, desk, people):
    console = make_console()
    console.open_page(3)
    return console._pages.setup


@pytest.fixture
def sheet(setup):
    setup.door.panels.click()
    return setup.door.programme


def _typed(sheet, name, text):
    sheet.fields[name].setText(text)
    sheet.fields[name].textEdited.emit(text)
    sheet.fields[name].returnPressed.emit()
    sheet.fields[name].editingFinished.emit()


def _asked(desk):
    return [(question.number, question.text) for question in desk.view().panels[0].questions]


def test_the_fields_say_what_the_panel_is(sheet, desk):
    shown = {name: field.text() for name, field in sheet.fields.items()}

    assert shown == {
        "title": "Remedies",
        "room": "",
        "day": "2019-10-21",
        "starts": "10:00",
        "ends": "11:00",
        "hard_stop": "11:00",
    }
    assert [bare(row[1]) for row in sheet.asking.rows.rows] == ["First?", "Second?"]


def test_a_new_beginning_moves_the_whole_panel_and_undo_shows_it_where_it_was(sheet, setup, desk):
    before = desk.view().panels[0]

    _typed(sheet, "starts", "11.30")
    moved = desk.view().panels[0]
    shown = [sheet.fields[name].text() for name in ("starts", "ends", "hard_stop")]
    setup.act_wanted.emit("undo", {"desk": "secretariat"})

    assert moved.starts - before.starts == moved.hard_stop - before.hard_stop == 3 * HOUR // 2
    assert shown == ["11:30", "12:30", "12:30"]
    assert sheet.fields["starts"].text() == "10:00"


@pytest.mark.parametrize("typed", ["2019-10-22", "22.10.", "+1"])
def test_a_panel_moves_to_another_day_at_the_same_time_and_its_effect_is_told_before(sheet, desk, typed):
    before = desk.view().panels[0]
    sheet.fields["day"].setText(typed)
    sheet.fields["day"].textEdited.emit(typed)
    told = bare(sheet.effect.text())
    sheet.fields["day"].returnPressed.emit()

    moved = desk.view().panels[0]
    assert told == "Nothing else is touched. Press Enter to do it."
    assert (moved.starts - before.starts, moved.ends - before.ends) == (24 * HOUR, 24 * HOUR)
    assert (sheet.fields["day"].text(), sheet.fields["starts"].text()) == ("2019-10-22", "10:00")


def test_a_time_that_is_none_or_is_refused_is_put_back(sheet, desk):
    before = desk.view().panels

    _typed(sheet, "ends", "soon")
    _typed(sheet, "ends", "9:00")

    assert (sheet.fields["ends"].text(), desk.view().panels) == ("11:00", before)


def test_questions_are_added_ordered_reworded_and_removed(sheet, desk):
    sheet.asking.asked.setText("Third?")
    sheet.asking.add.click()
    sheet.asking.table.selectRow(2)
    sheet.asking.up.click()
    sheet.asking.asked.setText("Now second?")
    sheet.asking.change.click()
    assert _asked(desk) == [(1, "First?"), (2, "Now second?"), (3, "Second?")]

    sheet.asking.table.selectRow(0)
    sheet.asking.remove.click()

    assert _asked(desk) == [(1, "Now second?"), (2, "Second?")]


def test_lines_are_typed_one_after_the_other_and_what_stands_there_is_typed_over(sheet, desk):
    typed = sheet.asking.asked
    QTest.mouseClick(typed, Qt.MouseButton.LeftButton)
    for question in ("Third?", "Fourth?"):
        QTest.keyClicks(typed, question)
        QTest.keyClick(typed, Qt.Key.Key_Return)

    assert [text for _, text in _asked(desk)] == ["First?", "Second?", "Third?", "Fourth?"]


def test_a_second_click_corrects_what_a_line_says(sheet, desk):
    typed = sheet.asking.asked
    QTest.mouseClick(typed, Qt.MouseButton.LeftButton)
    assert typed.selectedText() == "First?"

    QTest.mouseClick(typed, Qt.MouseButton.LeftButton)
    QTest.keyClick(typed, Qt.Key.Key_End)
    QTest.keyClicks(typed, " And why?")
    sheet.asking.change.click()

    assert _asked(desk)[0] == (1, "First? And why?")


def test_the_first_row_is_chosen_where_the_page_runs_from_the_right_too(make_console, desk, people):
    console = make_console(Language("ar"))
    console.open_page(3)
    door = console._pages.setup.door

    door.panels.click()

    chosen = [index.row() for index in door.programme.asking.table.selectionModel().selectedRows()]
    assert (chosen, door.programme.asking.asked.text()) == ([0], "First?")


def test_what_a_new_time_does_is_told_before_it_is_done_and_nothing_is_done_by_leaving(sheet, desk):
    first = desk.view().panels[0]
    desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR)
    field = sheet.fields["starts"]

    field.setText("10:30")
    field.textEdited.emit("10:30")
    told = bare(sheet.effect.text())
    field.editingFinished.emit()

    assert told == "It overlaps panel 2; minutes: 30. Press Enter to do it."
    assert (field.text(), sheet.effect.text()) == ("10:00", "")
    assert desk.view().panels[0] == first


def test_a_panel_is_added_after_the_last_and_taken_out_again(sheet, desk):
    first = desk.view().panels[0]

    sheet.add.click()
    added = desk.view().panels[1]
    chosen = sheet.panel()
    sheet.remove.click()

    assert (added.starts, added.ends) == (first.ends, first.ends + HOUR)
    assert chosen == added
    assert desk.view().panels == (first,)


def test_phases_are_planned_with_their_minutes_against_the_panels_length(sheet, desk):
    sheet.phases.choose_phase(Phase.OPENING)
    sheet.phases.minutes.setText("10")
    sheet.phases.add.click()
    sheet.phases.choose_phase(Phase.DISCUSSION)
    sheet.phases.minutes.setText("40")
    sheet.phases.add.click()
    assert bare(sheet.phases.sum.text()) == "50:00 of 1:00:00, 10:00 left"
    sheet.phases.table.selectRow(1)
    sheet.phases.up.click()
    sheet.phases.minutes.setText("55")
    sheet.phases.change.click()

    plan = desk.view().floors[sheet.panel().id].plan
    assert [(each.phase, each.ms) for each in plan] == [
        (Phase.DISCUSSION, 55 * HOUR // 60),
        (Phase.OPENING, HOUR // 6),
    ]
    assert bare(sheet.phases.sum.text()) == "1:05:00 of 1:00:00, 5:00 too many"
    sheet.phases.table.selectRow(0)
    sheet.phases.remove.click()
    assert [each.phase for each in desk.view().floors[sheet.panel().id].plan] == [Phase.OPENING]


def test_whoever_is_meant_sits_at_the_table_in_a_role_and_capacity(sheet, desk, people):
    sheet.seats.who.setText("norw")
    sheet.seats.office.setText("Chair")
    sheet.seats.kind.click()
    sheet.seats.add.click()
    sheet.seats.choose_role(SeatRole.PANELLIST)
    sheet.seats.office.setText("")
    sheet.seats.who.setText("kenya")
    sheet.seats.who.returnPressed.emit()
    sheet.seats.table.selectRow(1)
    sheet.seats.up.click()

    assert [(each.participant, each.role, each.capacity) for each in desk.view().panels[0].seats] == [
        (people["Kenya"], SeatRole.PANELLIST, ""),
        (people["Norway"], SeatRole.MODERATOR, "Chair"),
    ]
    sheet.seats.table.selectRow(0)
    sheet.seats.remove.click()
    assert [each.participant for each in desk.view().panels[0].seats] == [people["Norway"]]


def test_whoever_is_typed_next_does_not_get_the_capacity_of_the_one_before(sheet, desk):
    for typed, office in (("norw", "Chair"), ("kenya", ""), ("braz", "Judge")):
        QTest.keyClicks(sheet.seats.who, typed)
        if office:
            sheet.seats.office.setText(office)
        QTest.keyClick(sheet.seats.who, Qt.Key.Key_Return)
        sheet.seats.table.selectRow(0)

    assert [each.capacity for each in desk.view().panels[0].seats] == ["Chair", "", "Judge"]


def test_enter_after_a_capacity_seats_whoever_is_typed_or_changes_the_chosen_line(sheet, desk, people):
    QTest.keyClicks(sheet.seats.who, "norw")
    QTest.keyClicks(sheet.seats.office, "Chair")
    QTest.keyClick(sheet.seats.office, Qt.Key.Key_Return)
    sheet.seats.office.setText("Judge")
    QTest.keyClick(sheet.seats.office, Qt.Key.Key_Return)

    assert [(each.participant, each.capacity) for each in desk.view().panels[0].seats] == [
        (people["Norway"], "Judge")
    ]


def test_titles_objective_and_languages_are_kept_as_they_are_typed(sheet, desk):
    sheet.words.titles["fr"].setText("Recours")
    sheet.words.titles["fr"].editingFinished.emit()
    sheet.words.summary.setText("What helps.")
    sheet.words.summary.editingFinished.emit()
    sheet.words.spoken["ar"].click()
    sheet.words.areas.click()

    panel = desk.view().panels[0]
    assert (panel.titles, panel.summary) == ((("fr", "Recours"),), "What helps.")
    assert (panel.interpretation, panel.questions_are) == (("ar",), QuestionKind.FOCUS_AREAS)


def test_limits_budgets_shares_and_warnings_are_set_and_taken_from_another_panel(sheet, desk):
    first = desk.view().panels[0]
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id
    sheet.rules.table.selectRow(0)
    for name, typed in (
        ("limit", "1:30"),
        ("budget", "20:00"),
        ("share", "40"),
        ("warning", "0:40"),
        ("danger", "15"),
    ):
        sheet.rules.fields[name].setText(typed)
    QTest.keyClick(sheet.rules.fields["danger"], Qt.Key.Key_Return)
    sheet.panels.selectRow(1)
    sheet.rules.others(desk.view().panels[1]).actions()[0].trigger()

    floor, category = desk.view().floors[other], desk.view().categories[0]
    assert (floor.allotments, floor.budgets) == ({"GOV": 90_000}, {"GOV": Budget(1_200_000)})
    assert (category.target_share, category.warning_ms, category.danger_ms) == (0.4, 40_000, 15_000)


@pytest.mark.parametrize(
    ("limit", "typed", "kept"), [("4", "60", None), ("4", "0:30", 30_000), ("1", "1", 60_000)]
)
def test_a_warning_longer_than_the_limit_is_not_taken_for_one(sheet, desk, limit, typed, kept):
    sheet.rules.table.selectRow(0)
    sheet.rules.fields["limit"].setText(limit)
    sheet.rules.fields["warning"].setText(typed)
    QTest.keyClick(sheet.rules.fields["warning"], Qt.Key.Key_Return)

    told = "" if kept else "This warning is longer than the limit. Type seconds like 0:30."
    assert (sheet.rules.trouble.text(), desk.view().categories[0].warning_ms) == (told, kept)


def _turned(sheet, key):
    row = next(n for n, rule in enumerate(RULES) if rule.key == key)
    sheet.floor.table.selectRow(row)
    return sheet.floor


def test_rules_of_the_floor_are_changed_here_or_for_all_and_taken_from_another_panel(sheet, desk):
    first = desk.view().panels[0]
    other = desk.do("add_panel", title="Next", starts=first.ends, ends=first.ends + HOUR).id
    _turned(sheet, "once").change.click()
    for key, typed in (("most_waiting", "12"), ("changeover_ms", "0:20"), ("equal_part", "30%")):
        _turned(sheet, key).value.setText(typed)
        sheet.floor.value.returnPressed.emit()
    _turned(sheet, "changeover_ms").everywhere.click()
    alone = desk.view().floors[other].rules
    sheet.panels.selectRow(1)
    sheet.floor.others(desk.view().panels[1]).actions()[0].trigger()

    assert alone == Rules(changeover_ms=20_000)
    assert (desk.view().floors[first.id].rules, desk.view().floors[other].rules) == (
        Rules(once=True, most_waiting=12, changeover_ms=20_000, equal_part=0.3),
    ) * 2


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("most_waiting", "many", "Type a number."),
        ("batch", "", "Type a number."),
        ("grace_ms", "soon", "This is no time. Type minutes, such as 2 or 1:30."),
        ("equal_part", "130", "Type a number from 0 to 100."),
    ],
)
def test_what_is_no_value_of_a_rule_is_told_and_changes_nothing(sheet, desk, key, typed, told):
    _turned(sheet, key).value.setText(typed)
    sheet.floor.change.click()

    assert sheet.floor.trouble.text() == told
    assert desk.view().floor.rules == Rules()


def test_a_rule_that_may_be_none_is_none_where_nothing_is_typed(sheet, desk):
    desk.do("set_rule", rule="most_waiting", value=3, panel=1)
    _turned(sheet, "most_waiting").value.setText("")
    sheet.floor.change.click()

    assert desk.view().floor.rules == Rules()


@pytest.mark.parametrize(("name", "typed"), [("limit", "soon"), ("budget", "x"), ("share", "140")])
def test_what_is_no_limit_is_told_and_takes_nothing_away(sheet, desk, name, typed):
    desk.do("set_budget", panel=1, category="GOV", seconds=600)
    before = desk.view().floors, desk.view().categories
    sheet.rules.table.selectRow(0)
    sheet.rules.fields[name].setText(typed)
    sheet.rules.change.click()

    assert sheet.rules.trouble.text() != ""
    assert (desk.view().floors, desk.view().categories) == before


def test_plan_limits_and_rules_changed_here_are_taken_back_here_and_not_at_the_floor(sheet, setup, desk):
    before = desk.view().floor
    sheet.phases.minutes.setText("15")
    sheet.phases.add.click()
    sheet.rules.table.selectRow(0)
    sheet.rules.fields["limit"].setText("1:30")
    sheet.rules.change.click()
    _turned(sheet, "once").change.click()

    assert (desk.view().undo, desk.view().floor == before) == (None, False)
    for _ in range(3):
        QTest.keyClick(sheet.panels, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.view().floor == before
    assert (sheet.phases.rows.rows, sheet.rules.fields["limit"].text()) == ([], "2:00")
    QTest.keyClick(sheet.panels, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(sheet.phases.rows.rows) == 1


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_tab_goes_round_on_the_sheet_and_not_through_the_page_under_it(make_console, people, code, held):
    console = make_console(Language(code))
    console.open_page(3)
    console.activateWindow()
    door = console._pages.setup.door
    door.panels.click()
    met = [QApplication.focusWidget()]
    while met.count(met[-1]) == 1:
        QTest.keyClick(met[-1], Qt.Key.Key_Tab, held)
        met.append(QApplication.focusWidget())

    assert {door.programme.isAncestorOf(each) for each in met} == {True}
    assert (met[-1], door.programme.close_button in met) == (door.programme.panels, True)


def test_a_limit_that_is_emptied_is_the_usual_again(sheet, desk):
    before, rows = desk.view().floor, sheet.rules.rows.rows
    for row in (0, len(rows) - 1):
        sheet.rules.table.selectRow(row)
        for typed in ("1:30", ""):
            sheet.rules.fields["limit"].setText(typed)
            sheet.rules.change.click()

    assert (desk.view().floor, sheet.rules.rows.rows) == (before, rows)


def test_what_is_chosen_of_a_rule_is_on_in_its_menu_and_what_is_hidden_stays_so(sheet, desk):
    panel = desk.view().panels[0]
    keys = [rule.key for rule in RULES]
    line = {key: RULES[keys.index(key)] for key in ("dimensions", "hidden", "counted")}
    menu = sheet.floor.choices(panel, line["dimensions"])
    assert [(each.text(), each.isChecked()) for each in menu.actions()][-2:] == [
        (isolate("Language"), True),
        (isolate("Delegation"), False),
    ]
    menu.actions()[0].trigger()
    sheet.floor.choices(panel, line["hidden"]).actions()[2].trigger()
    sheet.floor.choices(panel, line["counted"]).actions()[0].trigger()

    rules, category = desk.view().floors[panel.id].rules, desk.view().categories[0]
    assert (rules.dimensions, rules.hidden, rules.counted) == (
        ("region", "gender", "language"),
        ("gender",),
        (category.key,),
    )
    shown = [bare(row[1]) for row in sheet.floor.rows.rows]
    assert shown[keys.index("hidden")] == "Gender"
    assert shown[keys.index("counted")] == bare(category.label)
    hidden = sheet.floor.choices(panel, line["hidden"]).actions()
    assert [each.isEnabled() for each in hidden] == [True, True, False, True, True]


def test_the_rules_of_a_panel_are_saved_under_a_name_and_applied_to_those_to_come(sheet, desk):
    first = desk.view().panels[0]
    other = desk.do("add_panel", title="Another", starts=first.ends, ends=first.ends + HOUR).id
    desk.do("set_rule", rule="most_waiting", value=3, panel=first.id)
    sheet.show_now()
    sheet.rules.profile.setText("Short")
    sheet.rules.profile.returnPressed.emit()
    assert ([each.text for each in desk.view().profiles], sheet.rules.profile.text()) == (["Short"], "")

    (short,) = sheet.floor.known(first).actions()
    _here, everywhere, remove = short.menu().actions()
    everywhere.trigger()
    assert desk.view().floors[other].rules == Rules(most_waiting=3)
    remove.trigger()
    assert desk.view().profiles == ()
    assert not sheet.floor.profiles.isEnabled()


def test_objectives_are_kept_whatever_panel_is_chosen(sheet, setup, desk):
    lines = sheet.objectives
    for text in ("Hear everybody", "End on time"):
        lines.said.setText(text)
        lines.said.returnPressed.emit()
    lines.table.selectRow(1)
    lines.up.click()
    assert [bare(row[1]) for row in lines.rows.rows] == ["End on time", "Hear everybody"]

    lines.said.setText("End before time")
    lines.change.click()
    assert [each.text for each in desk.view().objectives] == ["End before time", "Hear everybody"]
    lines.table.selectRow(1)
    lines.remove.click()
    assert [each.text for each in desk.view().objectives] == ["End before time"]
    setup.act_wanted.emit("undo", {"desk": "secretariat"})
    assert [bare(row[1]) for row in lines.rows.rows] == ["End before time", "Hear everybody"]


def test_categories_are_added_renamed_moved_and_taken_out(sheet, setup, desk):
    lines = sheet.categories
    fields = (lines.code, lines.label, lines.short, lines.one)
    for place, text in zip(fields, ("ACA", "Academics", "Academia", "Academic"), strict=True):
        place.setText(text)
    lines.one.returnPressed.emit()
    made = desk.view().category("ACA")
    assert (made.label, made.brief, made.singular) == ("Academics", "Academia", "Academic")

    lines.table.selectRow(2)
    lines.up.click()
    assert [bare(row[0]) for row in lines.rows.rows] == ["GOV", "ACA", "NGO"]
    lines.label.setText("Universities")
    lines.change.click()
    assert desk.view().category("ACA").label == "Universities"
    lines.remove.click()
    assert [each.key for each in desk.view().categories] == ["GOV", "NGO"]
    setup.act_wanted.emit("undo", {"desk": "secretariat"})
    assert [bare(row[1]) for row in lines.rows.rows] == ["States", "Universities", "Civil society"]


@pytest.mark.parametrize(
    ("code", "name", "told"),
    [
        ("GOV", "States again", "Another category has this code. Type a new one."),
        ("", "Nameless", "Type a code of some letters, and a name."),
        ("NEW", " ", "Type a code of some letters, and a name."),
    ],
)
def test_what_cannot_be_a_category_is_told_beside_it(sheet, desk, code, name, told):
    lines, before = sheet.categories, desk.view().categories
    lines.code.setText(code)
    lines.label.setText(name)
    lines.add.click()

    assert (lines.trouble.text(), desk.view().categories) == (told, before)


def test_days_have_the_sittings_that_are_typed(sheet, desk):
    lines = sheet.days
    for day, sittings in (("22.10.2019", "9-12.30; 15:00–18:00"), ("2019-10-21", "10:00 – 13:00")):
        lines.day.setText(day)
        lines.sittings.setText(sittings)
        lines.sittings.returnPressed.emit()

    assert [tuple(bare(cell) for cell in row) for row in lines.rows.rows] == [
        ("1", "21 October 2019", "10:00–13:00"),
        ("2", "22 October 2019", "09:00–12:30, 15:00–18:00"),
    ]
    lines.table.selectRow(0)
    lines.remove.click()
    assert [day.date for day in desk.view().days] == ["2019-10-22"]


@pytest.mark.parametrize(
    ("day", "sittings"),
    [("22/10", "10-13"), ("31.02.2019", "10-13"), ("2019-10-21", "13-10"), ("2019-10-21", "10-13, 12-14")],
)
def test_a_day_or_sittings_that_cannot_be_are_told_and_change_nothing(sheet, desk, day, sittings):
    before = desk.view().days
    sheet.days.day.setText(day)
    sheet.days.sittings.setText(sittings)
    sheet.days.add.click()

    assert sheet.days.trouble.text() != ""
    assert desk.view().days == before
