"""What came before, on the ledger's desk: found, filtered, sorted, and reported against by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from facilitator.acts.importing.order import Order
from facilitator.acts.importing.recommendations import import_recommendations
from facilitator.domain.before import Before, Column, Finding, Follows, Look, Used
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.language.wording import panel_title
from facilitator.store.workshop_file import Entry
from facilitator.ui.buttons import Button
from facilitator.ui.floor.prompt import Question
from facilitator.ui.ledger import before_painting
from facilitator.ui.ledger.before import LOOKS
from facilitator.ui.ledger.before_side import BeforeSide
from facilitator.ui.type import Role
from facilitator.ui.wrapping import wrapped
from tests.ui.ledger.test_desk import pick

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
EARLIER = (
    ("2014", "A/HRC/28/31", "12", "Collect figures on discrimination."),
    ("2014", "A/HRC/28/31", "9", "Train judges in remedies."),
    ("2016", "A/HRC/34/23", "40", "Share early warnings."),
)


@pytest.fixture
def before(make_console, desk):
    desk.do("open_panel", panel=1)
    desk.do("make_recommendation", text="Set up registers.")

    def put(work):
        for number, (source, symbol, paragraph, text) in enumerate(EARLIER, 1):
            row = {"id": f"e{number}", "source": source, "number": number, "symbol": symbol}
            lists = dict.fromkeys(("addressees", "themes", "persons", "groups", "goals"), "[]")
            more = {"paragraph": paragraph, "text": text, "language": "en", "detail": '{"State": "Kenya"}'}
            work.insert("earlier", {**row, **more, **lists})

    desk.file.write(Entry("import_list", "secretariat", {}, desk.now()), put)
    desk.changed()
    desk.do("add_conclusion", consultation="Banjul", text="Hear those who were wronged.")
    console = make_console()
    console.open_page(4)
    ledger = console._pages.ledger
    ledger.table.setFocus()
    QTest.keyClick(ledger.table, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    return ledger.before


def texts(page):
    return [row.text for row in page.model.rows]


def choose(page, text):
    row = texts(page).index(text)
    page.table.setCurrentIndex(page.model.index(row, 0))
    page.table.setFocus()


def press(page, key):
    QTest.keyClick(page.table, key, ALT)


def kept(desk, text) -> Before:
    return next(row for row in desk.before() if row.text == text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("judges", ["Train judges in remedies."]),
        ("34/23", ["Share early warnings."]),
        ("BANJUL", ["Hear those who were wronged."]),
        ("nothing of it", []),
    ],
)
def test_what_came_before_is_found_by_its_words_its_source_and_its_symbol(before, words, expected):
    before.field.insert(words)

    assert texts(before) == expected
    assert before.empty.isVisible() is (not expected)


def test_it_is_narrowed_by_source_and_by_what_is_missing(before, desk):
    desk.do("assess_earlier", earlier="e1", kind=Finding.GAP, text="Nobody collects any.")
    pick(before, before.looks, LOOKS[Look.AWAITED])
    awaited = texts(before)
    pick(before, before.looks, LOOKS[Look.CONCLUSIONS])
    conclusions = texts(before)
    pick(before, before.looks, "All")
    pick(before, before.sources, "2014")

    assert awaited == ["Train judges in remedies.", "Share early warnings.", "Hear those who were wronged."]
    assert conclusions == ["Hear those who were wronged."]
    assert texts(before) == ["Collect figures on discrimination.", "Train judges in remedies."]


def test_paragraphs_are_sorted_as_numbers(before):
    before.table.sortByColumn(list(Column).index(Column.PLACE), Qt.SortOrder.AscendingOrder)

    assert [(row.symbol[-5:], row.paragraph) for row in before.model.rows] == [
        ("", "1"),
        ("28/31", "9"),
        ("28/31", "12"),
        ("34/23", "40"),
    ]
    assert bare(before.model.index(1, 1).data()) == "A/HRC/28/31, paragraph 9"


def test_what_went_into_a_recommendation_is_told_beside_it_in_its_words(before, desk):
    made = desk.do("make_recommendation", panel=1, text="Set up registers.").id
    desk.do("follow_earlier", recommendation=made, earlier="e3", kind=Follows.FOLLOWS_UP)
    desk.do("use_conclusion", conclusion=kept(desk, "Hear those who were wronged.").id, recommendation=made)
    ledger = before.parentWidget().parentWidget()
    ledger.choose([made])

    lines = [bare(line) for line in ledger.side.toPlainText().splitlines()]
    at = lines.index("Conclusions of consultations")
    assert lines[at : at + 6] == [
        "Conclusions of consultations",
        "Banjul · 1",
        "Hear those who were wronged.",
        "Earlier recommendations",
        "follows it up · 2016 · A/HRC/34/23, paragraph 40",
        "Share early warnings.",
    ]


def test_one_key_sorts_what_came_before_by_the_column_the_keys_are_in(before):
    choose(before, "Share early warnings.")
    before.table.setCurrentIndex(before.model.index(before.table.currentIndex().row(), 2))
    QTest.keyClick(before.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    risen = texts(before)
    QTest.keyClick(before.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    assert risen == sorted(risen)
    assert texts(before) == risen[::-1]
    assert (before.chosen().text, before.table.currentIndex().column()) == ("Share early warnings.", 2)
    assert before.table.hasFocus() is True


@pytest.mark.parametrize(
    ("key", "kind"),
    [(Qt.Key.Key_1, Finding.PROGRESS), (Qt.Key.Key_2, Finding.GAP), (Qt.Key.Key_3, Finding.LESSON)],
)
def test_one_key_records_what_became_of_it_in_the_panel_at_hand(before, desk, key, kind):
    choose(before, "Share early warnings.")
    press(before, key)
    before.prompt.answer("")
    wrong = before.prompt.wrong()
    before.prompt.answer("Two regions do.")
    found = kept(desk, "Share early warnings.").found
    told = before.side.toPlainText()
    QTest.keyClick(before.table, Qt.Key.Key_Z, CTRL)

    assert wrong == "Write what became of it."
    assert [(each.kind, each.text, each.panel) for each in found] == [(kind, "Two regions do.", 1)]
    assert "Two regions do." in told
    assert kept(desk, "Share early warnings.").found == ()


def test_a_conclusion_is_an_input_to_a_panel_and_to_a_recommendation(before, desk):
    choose(before, "Hear those who were wronged.")
    press(before, Qt.Key.Key_4)
    before.prompt.answer("9")
    wrong = before.prompt.wrong()
    before.prompt.answer("1")
    press(before, Qt.Key.Key_5)
    before.prompt.answer("r-p1-01")

    assert wrong == "There is no panel of that number."
    assert kept(desk, "Hear those who were wronged.").used == (Used(panel=1), Used("R-P1-01"))
    used = before.model.index(before.table.currentIndex().row(), list(Column).index(Column.USED))
    assert bare(used.data()) == "Panel 1; R-P1-01"


def test_a_recommendation_follows_an_earlier_one_in_one_of_three_ways(before, desk):
    choose(before, "Train judges in remedies.")
    press(before, Qt.Key.Key_5)
    before.prompt.answer("R-P1-77")
    missing = before.prompt.wrong()
    before.prompt.answer("R-P1-01")
    before.prompt.answer("often")
    unknown = before.prompt.wrong()
    before.prompt.answer("2")

    assert missing == "No recommendation has this number. Write it as in the ledger: R-P1-02."
    assert unknown == "Choose one of the three, or type 1, 2 or 3."
    assert kept(desk, "Train judges in remedies.").used == (Used("R-P1-01", how=Follows.REPEATS),)


def test_a_conclusion_is_added_by_keys(before, desk):
    press(before, Qt.Key.Key_6)
    before.prompt.answer("Washington")
    before.prompt.answer("Count what is not reported.")
    before.prompt.answer("")

    assert kept(desk, "Count what is not reported.").source == "Washington"
    assert kept(desk, "Count what is not reported.").used == ()


def test_a_pasted_list_of_conclusions_comes_in_line_by_line_as_inputs_to_a_panel(before, desk, qapp):
    qapp.clipboard().setText("1. Count what is not reported.\r\n\r\n• شكّلوا سجلات.\n(b) Meet yearly.\n")
    press(before, Qt.Key.Key_6)
    before.prompt.answer("Washington")
    QTest.keyClick(before.prompt.wording, Qt.Key.Key_V, CTRL)
    QTest.keyClick(before.prompt.wording, Qt.Key.Key_Return)
    asked = before.prompt.question()
    before.prompt.answer("7")
    wrong = before.prompt.wrong()
    before.prompt.answer("1")
    made = [row for row in desk.before() if row.source == "Washington"]

    assert (asked, wrong) == (
        "3 conclusions. The number of the panel, or nothing",
        "There is no panel of that number.",
    )
    assert [(row.number, row.text, row.used) for row in made] == [
        (1, "Count what is not reported.", (Used(panel=1),)),
        (2, "شكّلوا سجلات.", (Used(panel=1),)),
        (3, "Meet yearly.", (Used(panel=1),)),
    ]
    QTest.keyClick(before.table, Qt.Key.Key_Z, CTRL)
    assert [row for row in desk.before() if row.source == "Washington"] == []


def test_several_conclusions_are_linked_at_once(before, desk):
    desk.do("add_conclusions", consultation="Banjul", texts=("Share figures.", "Meet yearly."))
    before.field.insert("Banjul")
    before.table.selectAll()
    press(before, Qt.Key.Key_5)
    before.prompt.answer("R-P1-01")
    press(before, Qt.Key.Key_4)
    before.prompt.answer("1")

    assert [row.used for row in desk.before() if row.conclusion] == [(Used("R-P1-01"), Used(panel=1))] * 3


def test_esc_goes_back_to_the_ledger_and_the_menu_names_every_act(before, make_console):
    menu = QMenu()
    before.list_acts(menu)
    ledger = before.parent().parent()
    QTest.keyClick(before.table, Qt.Key.Key_Escape)

    assert len(menu.actions()) == len(before.gesture_acts()) == 6
    assert ledger.pages.currentIndex() == 0


def test_escape_leaves_the_question_and_not_the_list_behind_it(before, desk):
    choose(before, "Share early warnings.")
    press(before, Qt.Key.Key_1)
    asked = before.prompt.question()
    QTest.keyClick(before.prompt.wording, Qt.Key.Key_Escape)

    assert (asked, before.prompt.question(), before.isVisible()) == ("Progress", "", True)
    QTest.keyClick(before.table, Qt.Key.Key_Escape)
    assert not before.isVisible()


def test_the_answers_of_a_second_question_stand_below_its_field_at_once(before, desk):
    choose(before, "Share early warnings.")
    press(before, Qt.Key.Key_5)
    before.prompt.answer("R-P1-01")
    prompt = before.prompt
    buttons = prompt.findChildren(Button)

    assert prompt.question() == "How does the new one stand to it?"
    assert [button.text() for button in buttons] == ["follows it up", "repeats it", "takes its place"]
    assert all(prompt.field.geometry().bottom() < button.geometry().top() for button in buttons)
    assert all(button.geometry().bottom() < prompt.height() for button in buttons)


def test_a_text_that_is_worded_otherwise_is_seen_as_far_as_the_window_lets_it(before):
    short, long = (Question("Which?", lambda _: None, text="word " * many) for many in (1, 200))
    before.prompt.ask(short)
    narrow = before.prompt.width()
    before.prompt.ask(long)

    assert (narrow, before.prompt.width()) == (380, 840)


def test_what_is_worded_has_several_lines_and_enter_answers(before, desk):
    choose(before, "Share early warnings.")
    press(before, Qt.Key.Key_1)
    wording, seen = before.prompt.wording, before.prompt.field.isVisible()
    QTest.keyClicks(wording, "Two regions do.")
    QTest.keyClick(wording, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(wording, "A third will.")
    lines = wording.height() // wording.fontMetrics().lineSpacing()
    QTest.keyClick(wording, Qt.Key.Key_Return)

    assert (seen, wording.isVisible(), lines >= 5) == (False, False, True)
    assert [found.text for found in kept(desk, "Share early warnings.").found] == [
        "Two regions do.\nA third will."
    ]


def test_titles_of_the_panels_stand_whole_below_the_question(before, desk):
    desk.do("add_conclusions", consultation="Banjul", texts=("Share figures.",))
    choose(before, "Share figures.")
    press(before, Qt.Key.Key_4)
    titles = [panel_title(panel, Language("en")) for panel in desk.view().panels]

    assert before.prompt.about.text().splitlines() == titles
    assert before.prompt.about.height() >= before.prompt.about.sizeHint().height()


def test_what_was_carried_over_is_told_in_the_words_of_the_screen(make_context):
    side = BeforeSide(make_context(Language("ar")))
    detail = {"number": "R-P1-01", "status": "captured", "text_fr": "Ouvrir", "gap": "Rien", "State": "Kenya"}
    told = [side._told(name, value) for name, value in detail.items()]

    assert told == [
        ("الرقم", "R-P1-01"),
        ("الحالة", "مسجلة"),
        ("Français", "Ouvrir"),
        ("فجوة", "Rien"),
        ("State", "Kenya"),
    ]


def test_who_recommended_and_the_theme_stand_in_the_list_where_there_is_room_and_beside_it(
    make_console, desk, tmp_path
):
    rows = (
        "Recommendation,Paragraph,Recommending State,Theme\nShare figures.,12,Norway,Remedies of all kinds\n"
    )
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    import_recommendations(desk, Order(source=tmp_path / "list.csv"))
    by = list(Column).index(Column.BY)
    seen = {}
    for size in ((1366, 768), (1920, 1080)):
        console = make_console(size=size)
        console.open_page(4)
        console._pages.ledger.show_before()
        page = console._pages.ledger.before
        seen[size[0]] = (page.table.isColumnHidden(by), bare(page.model.index(0, by).data()))
        beside = bare(page.side.toPlainText()).splitlines()
        assert "Norway · Remedies of all kinds" in beside

    told = "Norway · Remedies of all kinds"
    assert seen == {1366: (True, told), 1920: (False, told)}
    assert [before.by for before in desk.before()] == ["Norway"]


def test_what_is_told_and_done_is_of_the_row_that_is_seen_as_chosen(before, desk):
    choose(before, "Share early warnings.")
    QTest.keyClick(before.table, Qt.Key.Key_PageUp, CTRL)  # goes on without choosing
    at, seen = before.table.currentIndex().row(), before.table.selectionModel().selectedRows()[0].row()
    press(before, Qt.Key.Key_1)
    before.prompt.answer("Two regions do.")

    assert (at, texts(before)[seen]) == (0, "Share early warnings.")
    assert "Share early warnings." in before.side.toPlainText()
    assert [found.text for found in kept(desk, "Share early warnings.").found] == ["Two regions do."]


def test_tab_goes_from_the_field_to_the_answers_that_are_offered(before, desk):
    choose(before, "Share early warnings.")
    press(before, Qt.Key.Key_5)
    before.prompt.answer("R-P1-01")
    QTest.keyClick(before.prompt.field, Qt.Key.Key_Tab)
    QTest.keyClick(before.window().focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(before.window().focusWidget(), Qt.Key.Key_Return)

    assert kept(desk, "Share early warnings.").used == (Used("R-P1-01", how=Follows.REPEATS),)


def test_the_number_of_a_recommendation_is_not_broken_between_two_lines(make_context):
    context = make_context(Language("ar"))
    face = context.font(Role.SMALL)
    words = "حلقة النقاش 2؛ R-P2-01"
    apart, together = (
        wrapped(each, face, 110, rtl=True)
        for each in (words, words.replace("-", before_painting._NEVER_APART))
    )

    assert [line for line in apart if "R-P2-01" in line] == []
    assert [line.replace("\u2060", "") for line in together][-1] == "R-P2-01"
