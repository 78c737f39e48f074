"""The people of the workshop on the screen: found as one types, corrected in place, several at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem

from facilitator.domain.people import Attendance
from facilitator.language.speech import language_for

NUMBER, NAME, DELEGATION, CATEGORY, PRONOUNCED, REGISTERED, HEARD, PRESENT = 0, 1, 2, 3, 6, 7, 8, 9


@pytest.fixture
def setup(make_console, desk, people):
    desk.do("add_participant", name="ليلى التميمي", category="NGO", delegation="شبكة", number=41)
    console = make_console()
    console.open_page(3)
    return console._pages.setup


def names(setup):
    return [who.name for who in setup.model.rows]


def choose(setup, *rows):
    model = setup.table.selectionModel()
    for row in rows:
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model.select(setup.model.index(row, 0), how)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Brazil", "Coalition", "Kenya", "Network", "Norway", "ليلى التميمي"]),
        ("NOR", ["Norway"]),
        ("ليلي", ["ليلى التميمي"]),
        ("41", ["ليلى التميمي"]),
        ("nobody", []),
    ],
)
def test_people_are_found_as_one_types(setup, typed, expected):
    setup.field.insert(typed)

    assert names(setup) == expected


def test_a_cell_edited_in_place_is_in_the_file_and_undo_brings_it_back(setup, desk, people):
    setup.model.setData(setup.model.index(0, NAME), " Brasil ")

    assert desk.view().people[people["Brazil"]].name == "Brasil"
    QTest.keyClick(setup.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.view().people[people["Brazil"]].name == "Brazil"


def test_the_last_act_is_taken_back_from_the_empty_field_that_finds(setup, desk, people):
    """Ctrl+Z in a field with letters is the field's own; in an empty one it is the last act's."""
    setup.field.setFocus()
    window = setup.window().windowHandle()
    setup.model.setData(setup.model.index(0, NAME), "Brasil")
    told = []
    for typed, key in (("", Qt.Key.Key_Z), ("", Qt.Key.Key_Y), ("Bra", Qt.Key.Key_Z)):
        QTest.keyClicks(setup.field, typed)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        told.append(desk.view().people[people["Brazil"]].name)

    assert (told, setup.field.text()) == (["Brazil", "Brasil", "Brasil"], "")


def test_enter_opens_a_cell_with_the_words_it_has(setup, desk, people, qtbot):
    setup.table.setFocus()
    setup.table.setCurrentIndex(setup.model.index(0, NAME))
    QTest.keyClick(setup.table, Qt.Key.Key_Return)
    cell = setup.table.viewport().findChild(QLineEdit)
    there = cell.text()
    QTest.keyClick(cell, Qt.Key.Key_End)
    QTest.keyClicks(cell, " II")
    QTest.keyClick(cell, Qt.Key.Key_Return)

    assert there == "Brazil"
    qtbot.waitUntil(lambda: desk.view().people[people["Brazil"]].name == "Brazil II")


def test_what_is_refused_stays_as_it_was(setup):
    before = setup.model.index(0, NUMBER).data()

    setup.model.setData(setup.model.index(0, NUMBER), "41")

    assert setup.model.index(0, NUMBER).data() == before


def test_the_mark_says_who_is_in_the_room(setup, desk, people):
    index = setup.model.index(0, PRESENT)
    setup.model.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)

    assert not desk.view().people[people["Brazil"]].present
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_several_are_put_in_a_category_at_once_and_stay_chosen(setup, desk, people):
    choose(setup, 0, 2)
    setup.categories().actions()[1].trigger()

    assert [desk.view().people[people[name]].category for name in ("Brazil", "Kenya")] == ["NGO", "NGO"]
    assert setup.chosen() == (people["Brazil"], people["Kenya"])
    assert setup.model.index(0, CATEGORY).data() == "Civil society"


def test_buttons_stay_in_place_when_somebody_is_chosen(setup):
    def places():
        QApplication.processEvents()
        parts = (*setup.bar.buttons(), setup.bar.figures, setup.bar.told.parentWidget(), setup.table)
        return [part.geometry() for part in parts]

    before = places()
    choose(setup, *range(5))

    assert setup.bar.told.text().endswith("5 chosen")
    assert places() == before


def test_nothing_can_be_done_to_nobody(setup):
    assert not setup.remove.isEnabled()
    choose(setup, 5)
    assert setup.remove.isEnabled()


def test_whoever_is_removed_comes_back_with_undo(setup):
    setup.table.setFocus()
    choose(setup, 5)
    QTest.keyClick(setup.table, Qt.Key.Key_Delete)
    gone = names(setup)
    QTest.keyClick(setup.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (len(gone), len(names(setup))) == (5, 6)


def test_columns_sort_as_the_language_orders_and_what_is_empty_comes_last(setup, desk):
    for name in ("Zoë", "Ångström", "Álvarez"):
        desk.do("add_participant", name=name, category="NGO")
    setup.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert names(setup)[:2] == ["Álvarez", "Ångström"]

    setup.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    assert [who.number for who in setup.model.rows][:3] == [44, 43, 42]

    setup.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    told = [who.delegation for who in setup.model.rows]
    filled = [each for each in told if each]
    assert told == sorted(filled, reverse=True) + [""] * (len(told) - len(filled))


def test_whoever_is_chosen_stays_chosen_when_the_rows_are_sorted(setup, people):
    choose(setup, 0)
    setup.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)

    assert setup.chosen() == (people["Brazil"],)


def test_attendance_is_told_of_a_panel_by_one_key_and_for_several(setup, desk, people):
    panel = desk.view().panels[0].id
    setup.bar.panel.chosen.emit(panel)
    setup.table.setFocus()
    choose(setup, 0, 2)
    QTest.keyClick(setup.table, Qt.Key.Key_Space)

    told = desk.view(panel).attendance
    assert told == dict.fromkeys((people["Brazil"], people["Kenya"]), Attendance.REMOTE)
    assert setup.model.index(0, PRESENT).data() == "From afar"
    assert setup.bar.figures.text().endswith("From afar \u20682\u2069 · Heard \u20680\u2069")
    QTest.keyClick(setup.table, Qt.Key.Key_Space)
    assert set(desk.view(panel).attendance.values()) == {Attendance.ABSENT}
    index = setup.model.index(0, PRESENT)
    setup.model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert desk.view(panel).attendance[people["Brazil"]] is Attendance.PRESENT
    assert desk.view().invited[people["Kenya"]].present


def test_the_mark_says_who_has_registered_and_several_are_told_at_once(setup, desk, people):
    index = setup.model.index(0, REGISTERED)
    setup.model.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    figures = setup.bar.figures.text()

    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert figures == "Invited \u20686\u2069 · Registered \u20685\u2069 · Heard \u20680\u2069"
    choose(setup, 0, 2)
    setup.bar.registered.click()
    assert {who.name for who in desk.view().invited.values() if not who.registered} == set()
    setup.bar.registered.click()
    assert {who.name for who in desk.view().invited.values() if not who.registered} == {"Brazil", "Kenya"}
    assert {who.name for who in desk.view().invited.values() if not who.present} == set()


def test_without_a_panel_the_key_says_who_is_in_the_room(setup, desk, people):
    setup.table.setFocus()
    choose(setup, 0)
    for present in (False, True):
        QTest.keyClick(setup.table, Qt.Key.Key_Space)
        assert desk.view().people[people["Brazil"]].present is present
    assert not setup.bar.remote.isEnabled()


def test_whoever_was_heard_is_counted(setup, desk, people):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Kenya"])
    desk.do("give_floor")

    row = names(setup).index("Kenya")
    assert setup.model.index(row, HEARD).data() == "1"
    assert setup.bar.figures.text().endswith("Heard \u20681\u2069")


def test_a_name_that_is_typed_is_added_in_a_category(setup, desk):
    assert not setup.add.isEnabled()
    setup.field.insert("Noor Al-Sabah")
    setup.newcomers().actions()[1].trigger()

    assert [(who.name, who.category) for who in setup.model.rows] == [("Noor Al-Sabah", "NGO")]


@pytest.mark.parametrize(("at", "kept", "other"), [(0, 0, 2), (2, 2, 0), (4, 0, 2), (-1, 0, 2)])
def test_two_who_are_chosen_are_put_together_by_hand_and_undo_parts_them(setup, desk, at, kept, other):
    """The one pointed at is kept; where that is none of them, as one who is out of sight, the upper one."""
    choose(setup, 2)
    assert not setup.bar.one.isEnabled()
    choose(setup, 0)
    setup.table.selectionModel().setCurrentIndex(
        setup.model.index(at, NAME), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    kept, other = (setup.model.rows[place] for place in (kept, other))
    setup.bar.one.click()

    assert other.name not in names(setup)
    assert desk.view().people[kept.id].second_name == other.name
    desk.do("undo", desk="secretariat")
    assert other.name in names(setup)


def test_doubles_are_listed_put_together_or_kept_apart(setup, desk):
    for name in ("Ana Santos", "Santos Ana", "Li Wei", "LI Wei"):
        desk.do("add_participant", name=name, category="NGO")
    setup.door.look_for_doubles()
    sheet = setup.door.pairs
    assert len(sheet.pairs) == 2

    sheet.apart.click()
    sheet.second.click()

    assert sheet.pairs == ()
    assert {"Ana Santos", "Santos Ana", "Li Wei", "LI Wei"} - set(names(setup)) in (
        {"Ana Santos"},
        {"Li Wei"},
    )


def test_of_three_who_are_alike_two_pairs_go_with_one_of_them_and_a_refusal_changes_nothing(setup, desk):
    for name in ("Ana Santos", "Santos Ana", "Ana  Santos"):
        desk.do("add_participant", name=name, category="NGO")
    setup.door.look_for_doubles()
    sheet = setup.door.pairs
    assert len(sheet.pairs) == 3
    desk.do("open_panel", panel=1)
    for who in {sheet.pairs[0].one.id, sheet.pairs[0].other.id}:
        desk.do("request_floor", participant=who)

    sheet.first.click()
    assert len(sheet.pairs) == 3  # both of the first pair wait: two who ask are not put together

    sheet.table.selectRow(1)
    pair = sheet.pairs[1]
    sheet.first.click()
    assert [pair.other.id in (each.one.id, each.other.id) for each in sheet.pairs] == [False]


def test_how_a_name_is_pronounced_is_typed_in_its_column(setup, desk, people):
    setup.model.setData(setup.model.index(0, PRONOUNCED), "bra-ZIL")

    assert desk.view().people[people["Brazil"]].pronounced == "bra-ZIL"


def test_the_tree_of_categories_and_delegations_narrows_the_people(setup, desk):
    setup.grouped.click()
    tree = setup.tree
    assert [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())] == [
        "6 · Everybody",
        "3 · States",
        "3 · Civil society",
    ]

    society = tree.topLevelItem(2)
    tree.setCurrentItem(society)
    assert names(setup) == ["Coalition", "Network", "ليلى التميمي"]
    society.setExpanded(True)
    network = [society.child(n) for n in range(society.childCount())][-1]
    tree.setCurrentItem(network)
    assert names(setup) == ["ليلى التميمي"]

    desk.do("add_participant", name="Zain", category="NGO", delegation="شبكة")
    assert names(setup) == ["Zain", "ليلى التميمي"]
    assert tree.currentItem().text(0) == "2 · شبكة"
    setup.grouped.click()
    assert len(names(setup)) == 7


@pytest.mark.parametrize("name", ["Aland", "Zanzibar"])
def test_whoever_is_renamed_by_keys_stays_pointed_at_wherever_the_row_goes(setup, desk, people, name, qtbot):
    setup.window().activateWindow()
    setup.table.setFocus()
    setup.table.setCurrentIndex(setup.model.index(names(setup).index("Kenya"), NAME))
    QTest.keyClick(setup.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in names(setup))

    index = setup.table.currentIndex()
    assert (names(setup)[index.row()], index.column()) == (name, NAME)
    assert QApplication.focusWidget() is setup.table
    QTest.keyClick(setup.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.view().invited[people["Kenya"]].name == "Kenya"


def test_what_is_typed_for_one_of_several_who_are_chosen_is_true_of_all_but_the_name(setup, desk, people):
    choose(setup, 0, 2)
    setup.model.setData(setup.model.index(2, DELEGATION), "Observers")
    setup.model.setData(setup.model.index(1, DELEGATION), "Alone")
    setup.model.setData(setup.model.index(0, NAME), "Brasil")

    who = {person.name: person.delegation for person in desk.view().invited.values()}
    assert (who["Brasil"], who["Kenya"], who["Coalition"], who["Norway"]) == ("Observers",) * 2 + (
        "Alone",
        "",
    )
    for _ in range(3):
        QTest.keyClick(setup.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {person.delegation for person in desk.view().invited.values()} == {"", "شبكة"}


def test_a_mark_is_pressed_where_it_is_drawn(setup, desk):
    """The delegate draws the square where the style hears the press, whichever way the window runs."""
    table, column = setup.table, 7  # registered
    index = setup.model.index(0, column)
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.rect = table.visualRect(index)
    square = table.itemDelegate()._square(option, index).translated(option.rect.topLeft())
    who = setup.model.rows[0]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=square.center())

    assert desk.view().invited[who.id].registered is not who.registered


def test_cells_are_drawn_with_what_they_hold_and_nothing_of_the_row_before(setup, qtbot):
    """A page is drawn twice: what somebody else's row holds leaves no trace of the first."""
    first = setup.table.viewport().grab().toImage()
    setup.model.narrow("nobody is called so")
    setup.table.viewport().grab()
    setup.model.narrow("")

    assert setup.table.viewport().grab().toImage() == first


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", ""), ("nobody of that name", "Nothing passes. Clear the words and the filters.")],
)
def test_where_no_row_is_it_is_said_why(setup, typed, told):
    setup.field.setText(typed)

    assert setup.table.accessibleDescription() == told


def test_table_of_a_workshop_without_anybody_says_what_to_do(make_console, desk):
    """The words are painted: the pane is of more than one colour, and of one without them."""
    console = make_console()
    console.open_page(3)
    table = console._pages.setup.table
    told, seen = table.accessibleDescription(), []
    for words in (told, ""):
        table.setAccessibleDescription(words)
        picture = table.viewport().grab().toImage()
        dots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        seen.append(len({picture.pixel(x, y) for x, y in dots}) > 1)

    assert told == "Nobody is listed yet. Import a list, or type a name above and add it."
    assert seen == [True, False]


@pytest.mark.parametrize(("code", "rtl"), [("ar", True), ("en", False)])
def test_the_empty_field_that_finds_begins_at_the_leading_side(make_console, desk, people, code, rtl):
    console = make_console(language_for(code))
    console.open_page(3)
    field = console._pages.setup.field
    field.grab()  # it finds its place when it is drawn

    assert (field.cursorRect().center().x() > field.width() / 2) is rtl
