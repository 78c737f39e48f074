"""The ledger on the screen: found, sorted, grouped, edited in place, and led through its way by keys."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView

from facilitator.domain.recommendation import Sensitivity, Status, Told
from facilitator.domain.sifting import Column
from facilitator.language.direction import bare, first_strong_rtl
from facilitator.language.speech import Language

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NUMBER, TEXT, ADDRESSEES, THEMES = (list(Column).index(Column(name)) for name in tuple(Column)[:4])


@pytest.fixture
def made(desk):
    """Three recommendations, of which the first two may ask the same."""
    desk.do("open_panel", panel=1)
    texts = {
        "Set up national registers of complaints.": ("GOV",),
        "Set up national registers of all complaints.": ("GOV", "NHRI"),
        "Train judges in remedies.": (),
    }
    return [desk.do("make_recommendation", text=t, addressees=a).id for t, a in texts.items()]


@pytest.fixture
def ledger(make_console, made):
    console = make_console()
    console.open_page(4)
    return console._pages.ledger


def shown(ledger):
    entries = ledger.model.entries
    return [entry if isinstance(entry, str) else entry.number for entry in entries]


def held(desk, id_):
    return desk.reading.ledger.recommendation(id_)


def press(ledger, key, held_down=CTRL):
    QTest.keyClick(ledger.table, key, held_down)


def pick(ledger, fill, words):
    menu = QMenu()
    fill(menu)
    next(action for action in menu.actions() if action.text() == words).trigger()


def choose(ledger, *ids):
    ledger.choose(ids)
    ledger.table.setFocus()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["R-P1-01", "R-P1-02", "R-P1-03"]),
        ("REGISTERS all", ["R-P1-02"]),
        ("nothing of it", []),
    ],
)
def test_recommendations_are_found_as_one_types(ledger, words, expected):
    ledger.field.insert(words)

    assert shown(ledger) == expected
    assert ledger.empty.isVisible() is (not expected)


def test_where_what_was_chosen_is_left_out_the_first_that_is_shown_is_chosen(ledger, made):
    seen = []
    for words in ("remedies", "nothing of it", "", "all"):
        ledger.field.setText(words)
        seen.append([each.id for each in ledger.chosen()])

    assert seen == [[made[2]], [], [made[0]], [made[1]]]
    assert "Set up national registers of all complaints." in ledger.side.toPlainText()


@pytest.mark.parametrize("grouped", [False, True])
def test_the_ends_of_the_list_are_chosen_by_their_keys_and_the_frame_is_on_what_is_chosen(
    ledger, made, grouped
):
    if grouped:
        press(ledger, Qt.Key.Key_G)
    choose(ledger, made[1])
    seen = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_End, Qt.Key.Key_Home):
        press(ledger, key)
        current = ledger.table.currentIndex()
        seen.append(([each.id for each in ledger.chosen()], ledger.model.at(current.row()).id))

    assert seen == [([made[2]], made[2])] * 2 + [([made[0]], made[0])]
    assert ledger.table.currentIndex().column() == TEXT


@pytest.mark.parametrize(
    ("key", "shown_page"),
    [(Qt.Key.Key_E, lambda ledger: ledger.sheet), (Qt.Key.Key_B, lambda ledger: ledger.before)],
    ids=["read-back", "what came before"],
)
def test_the_keys_go_to_the_page_in_sight_when_somebody_comes_back_to_the_ledger(
    make_console, desk, made, key, shown_page
):
    console = make_console()
    console.open_page(4)
    ledger = console._pages.ledger
    ledger.table.setFocus()
    press(ledger, key, CTRL if key is Qt.Key.Key_E else CTRL | SHIFT)
    console.open_page(0)
    console.open_page(4)
    now = console.focusWidget()
    QTest.keyClicks(now, "not agreed")
    QTest.keyClick(now, Qt.Key.Key_Return)

    page = shown_page(ledger)
    assert (page.isVisible(), page is now or page.isAncestorOf(now)) == (True, True)
    assert [held(desk, id_).text for id_ in made][1:] == [
        "Set up national registers of all complaints.",
        "Train judges in remedies.",
    ]
    assert held(desk, made[0]).text == "Set up national registers of complaints."


def test_nothing_is_done_by_the_keys_to_the_ends_of_an_empty_list(ledger):
    ledger.field.setText("nothing of it")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        press(ledger, key)

    assert (ledger.chosen(), ledger.table.currentIndex().isValid()) == ((), False)


def test_the_first_is_chosen_and_seen_whole_when_the_ledger_opens(ledger, made):
    assert [each.id for each in ledger.chosen()] == [made[0]]
    assert "Set up national registers of complaints." in ledger.side.toPlainText()


def test_filters_narrow_by_what_rows_are(ledger):
    pick(ledger, ledger.flags, "no addressee")
    assert shown(ledger) == ["R-P1-03"]
    pick(ledger, ledger.flags, "All")
    pick(ledger, ledger.addressees, ledger.model.index(0, ADDRESSEES).data())
    assert shown(ledger) == ["R-P1-01", "R-P1-02"]
    pick(ledger, ledger.statuses, "withdrawn by the proposer")
    assert shown(ledger) == []


def test_lists_are_sorted_by_any_column_and_grouped_by_addressee(ledger):
    ledger.table.sortByColumn(TEXT, Qt.SortOrder.DescendingOrder)
    assert shown(ledger) == ["R-P1-03", "R-P1-01", "R-P1-02"]
    ledger.table.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
    press(ledger, Qt.Key.Key_G)

    assert shown(ledger) == ["GOV", "R-P1-01", "R-P1-02", "NHRI", "R-P1-02", "", "R-P1-03"]


def test_one_addressee_in_other_words_is_one_group_and_one_choice(ledger, desk, made):
    for words in ("national human rights institutions", "المؤسسات الوطنية لحقوق الإنسان", "nhri"):
        desk.do("make_recommendation", text=f"Train {words}.", addressees=(words, "NHRI"))
    press(ledger, Qt.Key.Key_G)

    others = ["R-P1-04", "R-P1-05", "R-P1-06"]
    assert shown(ledger) == ["NHRI", "R-P1-02", *others, "GOV", "R-P1-01", "R-P1-02", "", "R-P1-03"]
    menu = QMenu()
    ledger.addressees(menu)
    assert [action.text() for action in menu.actions()] == [
        "All",
        "national human rights institutions",
        "Member States, governments and parliaments",
        "Addressed to nobody yet",
    ]
    press(ledger, Qt.Key.Key_G)
    pick(ledger, ledger.addressees, "national human rights institutions")
    assert shown(ledger) == ["R-P1-02", *others]


@pytest.mark.parametrize("tongue", ["en", "ar"])
def test_one_key_sorts_by_the_column_the_keys_are_in_and_turns_the_order_round(make_console, made, tongue):
    console = make_console(Language(tongue))
    console.open_page(4)
    ledger = console._pages.ledger
    choose(ledger, made[2])
    ledger.table.setCurrentIndex(ledger.model.index(2, TEXT))
    on = Qt.Key.Key_Left if tongue == "ar" else Qt.Key.Key_Right
    QTest.keyClick(ledger.table, on)
    seen = []
    for _ in range(3):
        press(ledger, Qt.Key.Key_T)
        current = ledger.table.currentIndex()
        seen.append((shown(ledger), ledger.model.at(current.row()).id, current.column()))

    orders = [f"R-P1-0{n}" for n in (1, 2, 3)], [f"R-P1-0{n}" for n in (3, 2, 1)]
    assert seen == [(orders[turn], made[2], ADDRESSEES) for turn in (0, 1, 0)]
    assert [each.id for each in ledger.chosen()] == [made[2]]
    assert ledger.table.hasFocus() is True


def test_sorting_leaves_all_that_is_chosen_and_the_row_of_the_keys_in_sight(ledger, desk, made):
    for n in range(40):
        desk.do("make_recommendation", text=f"Another one, {n}.", addressees=("NHRI",))
    press(ledger, Qt.Key.Key_G)
    choose(ledger, made[0], made[2])
    QTest.keyClick(ledger.table, Qt.Key.Key_Left)
    how = QItemSelectionModel.SelectionFlag
    other = ledger.model.index(ledger.model.place(made[2]), NUMBER)
    ledger.table.selectionModel().select(other, how.Select | how.Rows)
    for _ in range(2):
        press(ledger, Qt.Key.Key_T)
    current = ledger.table.currentIndex()

    assert {each.id for each in ledger.chosen()} == {made[0], made[2]}
    assert (ledger.model.at(current.row()).id, current.column()) == (made[0], NUMBER)
    assert ledger.table.viewport().rect().contains(ledger.table.visualRect(current)) is True


def test_an_empty_ledger_can_be_sorted_too(make_console):
    console = make_console()
    console.open_page(4)
    ledger = console._pages.ledger
    for _ in range(2):
        QTest.keyClick(ledger.field, Qt.Key.Key_T, CTRL)

    assert (shown(ledger), ledger.chosen()) == ([], ())
    assert ledger.table.horizontalHeader().sortIndicatorSection() == NUMBER


def test_the_keys_stay_in_their_column_when_a_cell_was_edited(ledger, made):
    choose(ledger, made[1])
    ledger.table.setCurrentIndex(ledger.model.index(1, ADDRESSEES))
    ledger.model.setData(ledger.model.index(1, ADDRESSEES), "States")

    current = ledger.table.currentIndex()
    assert (current.row(), current.column()) == (1, ADDRESSEES)


def test_cells_are_edited_in_place_and_one_key_brings_back_what_was(ledger, desk, made):
    ledger.model.setData(ledger.model.index(2, TEXT), " Train all judges. ")
    ledger.model.setData(ledger.model.index(2, ADDRESSEES), "States; the host country")

    assert held(desk, made[2]).text == "Train all judges."
    assert held(desk, made[2]).addressees == ("GOV", "the host country")
    press(ledger, Qt.Key.Key_Z)
    press(ledger, Qt.Key.Key_Z)
    assert (held(desk, made[2]).text, held(desk, made[2]).addressees) == ("Train judges in remedies.", ())


def test_enter_opens_a_cell_with_the_words_it_has(ledger, desk, made, qtbot):
    choose(ledger, made[2])
    press(ledger, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    cell = ledger.table.viewport().findChild(QLineEdit)
    there = cell.text()
    QTest.keyClick(cell, Qt.Key.Key_End)
    QTest.keyClicks(cell, " Twice.")
    QTest.keyClick(cell, Qt.Key.Key_Return)

    assert there == "Train judges in remedies."
    qtbot.waitUntil(lambda: held(desk, made[2]).text == f"{there} Twice.")
    ledger.table.setCurrentIndex(ledger.model.index(2, 0))
    press(ledger, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert ledger.table.state() is QTableView.State.NoState


def test_those_it_is_addressed_to_stand_in_the_order_of_the_page_whatever_their_letters(make_console, desk):
    desk.do("make_recommendation", text="Meet.", addressees=("Regional mechanisms", "OHCHR"), panel=1)
    console = make_console(Language("ar"))
    console.open_page(4)
    model = console._pages.ledger.model
    cell = model.index(0, ADDRESSEES)
    shown_words, edited = cell.data(), cell.data(Qt.ItemDataRole.EditRole)

    assert edited == bare(shown_words) != shown_words
    assert (first_strong_rtl(shown_words, otherwise=True), first_strong_rtl(edited, otherwise=True)) == (
        True,
        False,
    )


def test_a_text_that_is_made_empty_stays_and_nobody_is_told_of_a_command_line(make_console, desk, made):
    console = make_console()
    console.open_page(4)
    model = console._pages.ledger.model
    taken = model.setData(model.index(0, TEXT), "  ")

    assert (taken, console.banner.isVisible()) == (False, False)
    assert held(desk, made[0]).text == "Set up national registers of complaints."


def test_an_unknown_theme_is_refused_and_nothing_changes(ledger, desk, made):
    ledger.model.setData(ledger.model.index(0, THEMES), "no such theme")

    assert held(desk, made[0]).themes == ()


def test_a_step_on_and_one_back_which_says_why(ledger, desk, made):
    choose(ledger, made[0])
    press(ledger, Qt.Key.Key_Return)
    press(ledger, Qt.Key.Key_Return)
    press(ledger, Qt.Key.Key_Backspace)
    ledger.prompt.answer("")
    asked = ledger.prompt.wrong()
    ledger.prompt.answer("the wording")
    ledger.prompt.answer("")

    assert asked == "Say why: the reason is kept with the step."
    steps = [(step.becomes.value, step.reason) for step in desk.reading.ledger.steps(made[0])]
    assert steps == [("drafted", ""), ("consolidated", ""), ("drafted", "the wording")]


def test_whoever_decides_is_asked_with_the_reason_and_stands_with_every_step_after(ledger, desk, made):
    choose(ledger, made[0])
    told = [ledger.side.toPlainText().split("Its way")[1]]
    QTest.keyClick(ledger.table, Qt.Key.Key_Return, CTRL | SHIFT)
    ledger.prompt.answer("heard twice")
    ledger.prompt.answer("Rapporteur of panel 1")
    press(ledger, Qt.Key.Key_Return)
    choose(ledger, made[1])
    press(ledger, Qt.Key.Key_Return)
    choose(ledger, made[0])
    told.append(ledger.side.toPlainText().split("Its way")[1])

    steps = [(step.becomes.value, step.reason, step.who) for id_ in made for step in desk.dossier(id_).steps]
    assert steps == [
        ("drafted", "heard twice", "Rapporteur of panel 1"),
        ("consolidated", "", "Rapporteur of panel 1"),
        ("drafted", "", "Rapporteur of panel 1"),
    ]
    assert [bare(words).strip().splitlines() for words in told] == [
        ["Who decides the next step is not told (Ctrl+Shift+W)"],
        [
            "The next step is decided by Rapporteur of panel 1 (Ctrl+Shift+W)",
            "21 October 2019, 10:00 · consolidated · Rapporteur of panel 1",
            "21 October 2019, 10:00 · drafted · Rapporteur of panel 1 · heard twice",
        ],
    ]


def test_another_decides_from_now_on_also_on_the_sheet_for_the_room(ledger, desk, made):
    choose(ledger, made[0])
    QTest.keyClick(ledger.table, Qt.Key.Key_W, CTRL | SHIFT)
    ledger.prompt.answer("The Chair")
    choose(ledger, made[0])
    press(ledger, Qt.Key.Key_E)
    QTest.keyClick(ledger.sheet, Qt.Key.Key_Return)

    assert {step.who for step in desk.dossier(made[0]).steps} == {"The Chair"}
    assert (held(desk, made[0]).reviewer, ledger.signer()) == ("The Chair", "The Chair")


def test_terms_that_documents_have_otherwise_are_told_with_the_better_ones(ledger, desk, made):
    desk.do("edit_recommendation", recommendation=made[0], text="Recall HRC/RES/34/17 in a program.")
    desk.do("edit_recommendation", recommendation=made[0], language="ar", text="تنفيذ إعلان وخطة عمل ديربان.")
    choose(ledger, made[0])
    told = next(line for line in ledger.side.toPlainText().splitlines() if "Terms" in line)

    assert " ".join(bare(told).split()) == (
        "Terms to look at HRC/RES/34/17, better A/HRC/RES/34/17; program, better programme; "
        "إعلان وخطة عمل ديربان, better إعلان وبرنامج عمل ديربان"
    )


def test_two_that_may_ask_the_same_are_shown_and_merged_by_a_key_each(ledger, desk, made):
    ledger.table.setFocus()
    press(ledger, Qt.Key.Key_J)
    pair = [each.id for each in ledger.chosen()]
    press(ledger, Qt.Key.Key_M)

    assert pair == made[:2]
    assert (held(desk, made[1]).status, held(desk, made[1]).merged_into) == (Status.MERGED, made[0])
    assert shown(ledger) == ["R-P1-01", "R-P1-03"]


def test_where_no_two_are_alike_the_key_tells_so(make_console, desk, made):
    desk.do("edit_recommendation", recommendation=made[1], text="Share early warnings.")
    console = make_console()
    console.open_page(4)
    press(console._pages.ledger, Qt.Key.Key_J)

    assert (console.banner.text(), len(console._pages.ledger.chosen())) == (
        "No two recommendations are alike.",
        1,
    )


def test_one_key_goes_to_the_words_that_narrow_either_list_and_not_behind_the_read_back(ledger):
    press(ledger, Qt.Key.Key_F)
    assert ledger.window().focusWidget() is ledger.field
    ledger.field.insert("remedies")
    ledger.table.setFocus()
    press(ledger, Qt.Key.Key_F)
    assert ledger.field.selectedText() == "remedies"
    ledger.show_before()
    QTest.keyClick(ledger.before.table, Qt.Key.Key_F, CTRL)
    assert ledger.window().focusWidget() is ledger.before.field
    ledger.show_before()
    ledger.read_back()
    QTest.keyClick(ledger.sheet, Qt.Key.Key_F, CTRL)
    assert ledger.window().focusWidget() is ledger.sheet


def test_what_is_chosen_goes_no_step_while_what_came_before_covers_it(ledger, desk, made):
    choose(ledger, made[0])
    ledger.show_before()
    QTest.keyClick(ledger.before.field, Qt.Key.Key_Return, CTRL)
    covered = held(desk, made[0]).status
    ledger.show_before()
    press(ledger, Qt.Key.Key_Return)

    assert (covered, held(desk, made[0]).status) == (Status.CAPTURED, Status.DRAFTED)


def test_one_alone_is_not_merged_and_why_is_told(make_console, desk, made):
    console = make_console()
    console.open_page(4)
    choose(console._pages.ledger, made[0])
    press(console._pages.ledger, Qt.Key.Key_M)

    told = "A recommendation cannot be merged into itself. Choose another one."
    assert (bare(console.banner.text()), held(desk, made[0]).status) == (told, Status.CAPTURED)


def test_what_is_struck_leaves_the_next_one_chosen_and_what_is_split_its_parts(ledger, desk, made):
    choose(ledger, made[1])
    press(ledger, Qt.Key.Key_Delete)
    ledger.prompt.answer("asked twice")
    ledger.prompt.answer("")
    after_strike = [each.id for each in ledger.chosen()]
    choose(ledger, made[2])
    press(ledger, Qt.Key.Key_D)
    ledger.prompt.answer("Train judges. // Name remedies.")

    assert (shown(ledger)[0], after_strike) == ("R-P1-01", [made[2]])
    assert [each.text for each in ledger.chosen()] == ["Train judges.", "Name remedies."]
    press(ledger, Qt.Key.Key_Z)
    assert len(ledger.chosen()) == 1


def test_every_earlier_text_is_told_beside_it_until_when(ledger, desk, made):
    desk.do("edit_recommendation", recommendation=made[2], text="Train all judges.")
    desk.do("edit_recommendation", recommendation=made[2], language="fr", text="Former les juges.")
    desk.do("edit_recommendation", recommendation=made[2], language="fr", text="Former tous les juges.")
    choose(ledger, made[2])

    told = [bare(line) for line in ledger.side.toPlainText().split("Earlier texts\n")[1].splitlines()]
    assert told[1::2] == ["Former les juges.", "Train judges in remedies."]
    assert [" · Français" in line for line in told[::2]] == [True, False]


def test_of_very_many_earlier_texts_the_last_are_told_and_how_many_more_there_are(ledger, desk, made):
    for number in range(20):
        desk.do("edit_recommendation", recommendation=made[2], text=f"Train judges, {number}.")
    choose(ledger, made[2])

    told = ledger.side.toPlainText().split("Earlier texts\n")[1].splitlines()
    assert told[1:24:2] == [f"Train judges, {number}." for number in range(18, 6, -1)]
    assert told[24:] == ["and 8 more"]


def test_one_is_split_and_another_wording_stands_beside_one(ledger, desk, made):
    choose(ledger, made[2])
    press(ledger, Qt.Key.Key_D)
    ledger.prompt.answer("Train judges. // Train the police.")
    choose(ledger, made[0])
    press(ledger, Qt.Key.Key_B)
    ledger.prompt.answer("Set up registers.")

    assert shown(ledger) == ["R-P1-01", "R-P1-01 bis", "R-P1-02", "R-P1-04", "R-P1-05"]
    assert ledger.model.index(0, TEXT).data() == "[Set up national registers of complaints.]"


def test_a_change_is_proposed_shown_and_accepted(ledger, desk, made):
    choose(ledger, made[2])
    press(ledger, Qt.Key.Key_P)
    ledger.prompt.answer("Train police in remedies.")
    told = ledger.side.toPlainText()
    press(ledger, Qt.Key.Key_I)

    assert "Train judgespolice in remedies." in told
    assert held(desk, made[2]).text == "Train police in remedies."


def test_a_change_is_rejected(ledger, desk, made):
    desk.do("propose_change", recommendation=made[2], text="Train nobody.")
    choose(ledger, made[2])
    press(ledger, Qt.Key.Key_R)

    assert (held(desk, made[2]).text, ledger.changes()) == ("Train judges in remedies.", ())


def test_what_is_chosen_stays_chosen_while_the_list_moves_under_it(ledger, desk, made):
    choose(ledger, made[2])
    desk.do("make_recommendation", text="Another one.")
    ledger.field.insert("remedies")

    assert [each.id for each in ledger.chosen()] == [made[2]]


def test_an_empty_ledger_says_how_one_begins(make_console, desk):
    console = make_console()
    console.open_page(4)
    ledger = console._pages.ledger

    assert ledger.empty.text() == "No recommendation yet. On the notes, Ctrl+6 writes one."
    assert ledger.empty.isVisible() is True


def test_the_sheet_for_the_room_retains_strikes_and_amends_by_keys(ledger, desk, made):
    desk.do("propose_change", recommendation=made[1], text="Set up registers.", proposer="Somebody Named")
    choose(ledger, made[0])
    press(ledger, Qt.Key.Key_E)
    sheet = ledger.sheet
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    QTest.keyClick(sheet, Qt.Key.Key_1)
    said = " ".join(label.text() for label in (sheet.number, sheet.text, sheet.under, sheet.state))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    QTest.keyClick(sheet, Qt.Key.Key_Delete)

    assert "Somebody" not in said
    assert [held(desk, id_).status.value for id_ in made] == ["retained", "captured", "not_retained"]
    assert held(desk, made[1]).text == "Set up registers."
    QTest.keyClick(sheet, Qt.Key.Key_Z, CTRL)
    assert held(desk, made[2]).status is Status.CAPTURED
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert ledger.table.isVisible() is True


def test_what_stays_with_the_team_is_not_read_to_the_room(ledger, desk, made):
    desk.do("edit_recommendation", recommendation=made[0], fields={Told.SENSITIVITY: Sensitivity.PROTECTION})
    ledger.read_back()

    assert [row.id for row in ledger.sheet.rows] == made[1:]


def test_the_menu_names_every_act_with_its_key(ledger, made):
    menu = QMenu()
    ledger.list_acts(menu)

    assert len(menu.actions()) == len(ledger.gesture_acts())


def test_turning_to_the_ledger_leaves_the_window_the_keys(make_console, made, qapp):
    console = make_console()
    console.open_page(4)
    qapp.processEvents()

    assert (console.isActiveWindow(), console._pages.ledger.table.hasFocus()) == (True, True)


def test_what_is_edited_is_sorted_and_found_by_its_new_words(ledger, desk, made):
    ledger.table.sortByColumn(TEXT, Qt.SortOrder.AscendingOrder)
    desk.do("edit_recommendation", recommendation=made[2], text="Appoint judges.")
    sorted_now = shown(ledger)
    ledger.field.insert("appoint")

    assert (sorted_now, shown(ledger)) == (["R-P1-03", "R-P1-02", "R-P1-01"], ["R-P1-03"])


@pytest.mark.parametrize("size", [(911, 512), (1366, 768)], ids=["narrow", "wide"])
def test_the_chosen_one_is_read_whole_in_every_window(make_console, made, size):
    console = make_console(size=size)
    console.open_page(4)
    ledger = console._pages.ledger
    choose(ledger, made[2])
    beside = size[0] > 911

    assert (ledger.table.isVisible(), ledger.side.isVisible()) == (True, beside)
    press(ledger, Qt.Key.Key_O)
    assert (ledger.table.isVisible(), ledger.side.isVisible(), ledger.side.hasFocus()) == (beside, True, True)
    assert "Train judges in remedies." in ledger.side.toPlainText().splitlines()
    QTest.keyClick(ledger.side, Qt.Key.Key_Return, CTRL)
    assert ledger.side.isVisible()  # what is done there is told there
    QTest.keyClick(ledger.side, Qt.Key.Key_Escape)
    assert (ledger.table.isVisible(), ledger.side.isVisible(), ledger.table.hasFocus()) == (
        True,
        beside,
        True,
    )
    assert [one.id for one in ledger.chosen()] == [made[2]]
    press(ledger, Qt.Key.Key_O)
    QTest.keyClick(ledger.side, Qt.Key.Key_O, CTRL)
    assert ledger.table.hasFocus()


def test_what_came_before_is_read_whole_in_a_narrow_window(make_console, desk):
    desk.do("open_panel", panel=1)
    desk.do("add_conclusions", consultation="Bodies of the regions", texts=["Registers were agreed upon."])
    console = make_console(size=(911, 512))
    console.open_page(4)
    ledger = console._pages.ledger
    ledger.show_before()
    page = ledger.before

    QTest.keyClick(page.table, Qt.Key.Key_O, CTRL)
    assert (page.table.isVisible(), page.side.hasFocus()) == (False, True)
    QTest.keyClick(page.side, Qt.Key.Key_Escape)
    assert (page.isVisible(), page.table.hasFocus()) == (True, True)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.isVisible() is False
