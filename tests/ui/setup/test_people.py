"""The people of the workshop on the screen: found as one types, corrected in place, several at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

NUMBER, NAME, CATEGORY, PRESENT = 0, 1, 3, 6


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
