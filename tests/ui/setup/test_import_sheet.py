"""A list comes in at the setup desk: looked at, mapped, tried, taken and taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.acts.importing.looking import FIELDS, PLANNED, SPOKEN
from facilitator.acts.importing.order import Kind
from facilitator.language.direction import bare, isolate
from facilitator.language.list_fields import FIELD_NAMES, PROGRAMME_NAMES, SPOKEN_NAMES
from facilitator.language.speech import LANGUAGES, language_for
from facilitator.ui.live_keys import hear
from tests.books import folded, tables_of

PROGRAMME = (
    "Title,Start,End,Room\nA,2019-10-21 10:00,2019-10-21 11:00,One\nB,2019-10-21 10:00,2019-10-21 11:00,Two\n"
)
LIST = "Участник;Part;Title\nАнна Петрова;Delegates of States;Ms\nBo Li;Press;Mr\n;Press;Ms\nCy Ng;Press;Dr\n"


@pytest.fixture
def setup(make_console, desk, people):
    console = make_console()
    console.open_page(3)
    return console._pages.setup


@pytest.fixture
def look_at(setup, tmp_path):
    def look(text, name="list.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        setup.door.look_at(path)
        return setup.door.sheet

    return look


def told(sheet):
    report = sheet.done or sheet.look.report
    return (report.added, report.updated, report.unchanged, report.skipped)


def people_of(desk):
    return {who.name: (who.category, who.gender) for who in desk.view().people.values()}


def test_a_list_is_read_as_it_is_and_nothing_has_come_in(look_at, desk):
    before = people_of(desk)
    sheet = look_at(LIST, encoding="cp1251")

    assert (sheet.look.encoding, sheet.look.delimiter) == ("cp1251", ";")
    assert sheet.choosers["delimiter"].text() == "Semicolon"
    assert sheet.columns.choosers["name"].now == "Участник"
    assert sheet.columns.choosers["category"].now == ""
    assert sheet.rows.rows[0] == ["Анна Петрова", "Delegates of States", "Ms"]
    assert told(sheet) == (3, 0, 0, 1)
    assert sheet.report.model.rows == [("4", "Name", "the name is missing")]
    assert people_of(desk) == before


def test_columns_and_words_are_mapped_by_hand_and_remembered_for_the_next_list(look_at, desk):
    sheet = look_at(LIST)
    sheet.columns.choosers["category"].chosen.emit("Part")
    sheet.columns.choosers["gender"].chosen.emit("Title")

    assert sheet.words.model.rows == [
        ("Press", "3", "Press"),
        ("Delegates of States", "1", "Delegates of States"),
    ]
    sheet.words.menu(1).actions()[0].trigger()
    sheet.words.field.chosen.emit("gender")
    assert sheet.words.model.rows == [("Ms", "2", "Women"), ("Dr", "1", "Not stated"), ("Mr", "1", "Men")]
    sheet.words.menu(1).actions()[0].trigger()
    sheet.take_in.click()

    came = people_of(desk)
    assert came["Анна Петрова"] == ("GOV", "female")
    assert came["Cy Ng"] == ("Press", "female")
    assert sheet.take_in.isEnabled() is False
    again = look_at(LIST, name="next.csv")
    assert (again.columns.choosers["category"].now, told(again)) == ("Part", (0, 0, 3, 1))


def test_what_came_in_goes_with_one_press(look_at, desk):
    before = people_of(desk)
    sheet = look_at(LIST)
    sheet.take_in.click()
    assert len(people_of(desk)) == len(before) + 3

    sheet.take_back.click()

    assert people_of(desk) == before
    assert told(sheet) == (3, 0, 0, 1)
    assert sheet.take_in.isEnabled()


def test_of_a_list_that_changes_nothing_there_is_nothing_to_take_back(look_at, desk):
    text = "Name,Category\nAna Diaz,GOV\nAna Diaz,GOV\n"
    look_at(text).import_now()
    pair = [id_ for id_, who in desk.view().people.items() if who.name == "Ana Diaz"]
    desk.do("merge_participants", keep=pair[0], other=pair[1])

    sheet = look_at(text)
    sheet.import_now()

    assert (told(sheet), sheet.take_back.isHidden(), sheet.close_button.hasFocus()) == (
        (0, 0, 2, 0),
        True,
        True,
    )


def test_the_sheet_tells_how_far_a_long_list_has_come(look_at):
    sheet = look_at("Name\n" + "".join(f"Person {number}\n" for number in range(2_500)))
    told = []
    sheet.came.connect(lambda *_: told.append(sheet.about.text().rpartition(" · ")[2]))

    sheet.take_in.click()

    whole = "\u2068{}\u2069 of \u20682,500\u2069"
    assert told == [whole.format(done) for done in ("1,000", "2,000", "2,500")]
    assert sheet.about.text() == "\u2068list.csv\u2069"


def test_a_column_that_is_not_wanted_is_left_out(look_at):
    sheet = look_at("Name,Country\nAna,Peru\n")
    assert sheet.columns.choosers["delegation"].now == "Country"

    sheet.columns.choosers["delegation"].chosen.emit("")

    assert sheet.columns.choosers["delegation"].now == ""
    sheet.columns.choosers["name"].chosen.emit("")
    assert sheet.look.report is None
    assert sheet.trouble.text() == "No column is known to hold this: \u2068Name\u2069. Choose one below."
    assert not sheet.take_in.isEnabled()


def test_another_delimiter_and_encoding_read_the_file_anew(look_at):
    sheet = look_at("Name;Country\nAna;Peru\n")
    sheet.choosers["delimiter"].chosen.emit(",")
    assert sheet.rows.heads == ("Name;Country",)

    sheet.choosers["delimiter"].chosen.emit(";")
    sheet.choosers["encoding"].chosen.emit("utf-16")
    assert sheet.look.report is None
    assert sheet.choosers["encoding"].isVisible()
    sheet.choosers["encoding"].chosen.emit("utf-8")
    assert sheet.rows.heads == ("Name", "Country")


def test_doubles_are_proposed_and_nobody_is_put_together(look_at, desk):
    sheet = look_at(
        "Name,Category,Country\nالرئيس أحمد,NGO,Peru\nالرّئيس احمد,NGO,\nSantos Ana,NGO,\nAna Santos,NGO,\n"
    )
    sheet.take_in.click()

    assert told(sheet) == (4, 0, 0, 0)
    assert [row[2] for row in sheet.report.model.rows] == [
        "\u2068الرئيس أحمد\u2069 and \u2068الرّئيس احمد\u2069 may be one person",
        "\u2068Santos Ana\u2069 and \u2068Ana Santos\u2069 may be one person",
    ]


def test_whoever_speaks_in_a_record_may_be_somebody_who_is_there(look_at, desk):
    desk.do("add_participant", name="Ana Santos", category="NGO", delegation="Peru")
    sheet = look_at("Name,Category,Date,Begin,End\nAna Santos,NGO,2019-10-20,10:00:00,10:02:00\n")
    sheet.take_in.click()

    assert [bare(row[2]) for row in sheet.report.model.rows] == [
        "Ana Santos and Ana Santos may be one person"
    ]


def test_rows_that_head_a_section_are_given_a_category_by_hand(look_at, desk):
    sheet = look_at("Country,Name,Honorific\nParties,,\nX,Uma,Ms\nX,Wim,Mr\nPress,,\nX,Vera,Ms\n")
    assert sheet.words.model.rows == [("Parties", "2", "Parties"), ("Press", "1", "Press")]
    sheet.words.menu(0).actions()[0].trigger()
    first = desk.view().categories[0]
    assert sheet.words.model.rows[0] == ("Parties", "2", first.label)
    sheet.take_in.click()

    came = people_of(desk)
    assert [came[name][0] for name in ("Uma", "Wim")] == [first.key, first.key]
    assert came["Vera"][0] not in {"", first.key}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_asked_of_a_bare_name_is_read_whole(make_console, desk, people, tmp_path, code):
    console = make_console(language_for(code))
    console.open_page(3)
    door, path = console._pages.setup.door, tmp_path / "list.csv"
    path.write_text("Name,Country\nAna,\nBo,X\nPress,\nCy,X\n", encoding="utf-8")
    door.look_at(path)
    QApplication.processEvents()
    table = door.sheet.report.table

    assert door.sheet.report.model.rowCount() == 2
    assert table.sizeHintForColumn(2) <= table.columnWidth(2)


def test_a_bare_name_taken_for_the_head_of_a_section_is_told_and_called_a_person_by_hand(look_at, desk):
    sheet = look_at("Name,Country\nAna,\nBo,X\nPress,\nCy,X\n")
    assert [(row[0], row[1]) for row in sheet.report.model.rows] == [("2", "Name"), ("4", "Name")]
    person = sheet.words.menu(0).actions()[-1]
    assert person.text() == "No section: a person"
    person.trigger()
    sheet.words.menu(1).actions()[0].trigger()
    assert sheet.words.model.rows[0] == ("Ana", "1", "No section: a person")
    assert sheet.report.model.rows == []
    sheet.take_in.click()

    came = people_of(desk)
    assert (came["Ana"][0], came["Cy"][0]) == (came["Bo"][0], desk.view().categories[0].key)
    assert "Press" not in came


def test_the_columns_of_a_programme_share_the_whole_sheet(look_at):
    sheet = look_at(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:20191021T100000Z\n"
        "DTEND:20191021T110000Z\nEND:VEVENT\nEND:VCALENDAR\n",
        "programme.ics",
    )
    assert sheet.preview.horizontalHeader().length() == sheet.preview.viewport().width()


def test_an_event_that_repeats_is_shown_each_time(look_at):
    sheet = look_at(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:20301021T100000Z\n"
        "DTEND:20301021T110000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20301022T100000Z\nEND:VEVENT\nEND:VCALENDAR\n",
        "programme.ics",
    )
    assert [row[1] for row in sheet.rows.rows] == ["2030-10-21 10:00+00:00", "2030-10-23 10:00+00:00"]


def test_the_row_of_an_overlap_names_its_column(look_at, desk):
    panel = desk.view().panels[0]
    begins, ends = (
        datetime.fromtimestamp(at / 1000, UTC).strftime("%Y%m%dT%H%M%SZ") for at in (panel.starts, panel.ends)
    )
    sheet = look_at(
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:{begins}\nDTEND:{ends}\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        "programme.ics",
    )
    minutes = (panel.ends - panel.starts) // 60_000
    assert sheet.report.model.heads == ("Event", "Column", "What is wrong")
    assert [tuple(map(bare, row)) for row in sheet.report.model.rows] == [
        ("1", "Begins", f"it overlaps panel 1; minutes: {minutes}")
    ]


def test_many_columns_are_as_wide_as_is_read_well(look_at):
    sheet = look_at("Name,Category\nUma,GOV\n")
    assert sheet.preview.horizontalHeader().length() == sheet.preview.viewport().width()
    sheet = look_at("Name,Category,A,B,C,D,E,F\nUma,GOV,1,2,3,4,5,6\n", "wide.csv")
    head = sheet.preview.horizontalHeader()
    assert [head.sectionSize(column) for column in range(head.count())] == [150] * 8


def test_a_banner_leaves_the_whole_sheet_in_the_window(setup, look_at):
    sheet = look_at("Name,Category\nUma,GOV\n")
    page = sheet.parentWidget()
    page.resize(page.width(), page.height() - 40)
    assert page.rect().contains(sheet.geometry())


def test_a_dropped_file_is_looked_at(setup, tmp_path, qtbot):
    path = tmp_path / "list.csv"
    path.write_text("Name\nAna\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,  # so the system would move it, if whoever takes it said so
    )

    setup.door.eventFilter(setup, drop)

    assert (setup.door.sheet.isVisible(), told(setup.door.sheet)) == (True, (1, 0, 0, 0))
    assert drop.dropAction() is Qt.DropAction.CopyAction  # nobody takes it from where it lies


def test_the_faulty_rows_are_saved_to_be_mended(look_at, tmp_path):
    sheet = look_at(LIST)
    sheet.save(tmp_path / "rows.csv")

    assert sheet.report.told.text().splitlines()[1:] == ["The faulty rows are in \u2068rows.csv\u2069."]
    lines = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["Участник,Part,Title,Row in the file,What is wrong", ",Press,Ms,4,the name is missing"]


def test_a_file_that_is_no_list_is_refused_in_a_sentence_on_the_sheet(look_at):
    sheet = look_at("%PDF-1.4 nothing to read", name="list.pdf")

    assert (sheet.look.report, bool(sheet.trouble.text())) == (None, True)
    assert not sheet.take_in.isEnabled()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("schedule.json", '{"schedule": {"conference": {"days": []}}}'),
        ("export", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
    ],
)
def test_a_schedule_is_looked_at_as_a_programme_whatever_its_name(look_at, name, text):
    sheet = look_at(text, name=name)

    assert sheet.kind is Kind.PROGRAMME
    assert not sheet.words.field.isVisible()


def test_a_programme_with_parallel_rooms_waits_for_a_room(look_at, desk):
    sheet = look_at(PROGRAMME)
    assert (sheet.kind, sheet.look.report) == (Kind.PROGRAMME, None)
    assert sheet.trouble.text().endswith("Choose a room.")

    sheet.choosers["room"].chosen.emit("Two")
    sheet.take_in.click()

    assert bare(sheet.report.told.text()).splitlines()[1] == "1 of the skipped is of another room."
    assert "B" in [panel.title for panel in desk.view().panels]
    assert "A" not in [panel.title for panel in desk.view().panels]


def test_every_field_has_a_name():
    assert set(FIELD_NAMES) == set(FIELDS)
    assert set(PLANNED) <= set(PROGRAMME_NAMES)
    assert set(SPOKEN) == set(SPOKEN_NAMES) - {"name", "category", "delegation"}


def test_columns_of_a_programme_are_mapped_by_hand_and_remembered_for_such_a_table_only(look_at, desk):
    sheet = look_at("Sujet,Quand,Fin\nDroits,2019-10-21 10:00,2019-10-21 11:00\n")
    sheet.choosers["kind"].chosen.emit(Kind.PROGRAMME)
    assert sheet.look.report is None

    sheet.planned.choosers["title"].chosen.emit("Sujet")
    sheet.planned.choosers["starts"].chosen.emit("Quand")
    assert told(sheet) == (1, 0, 0, 0)
    sheet.take_in.click()
    assert "Droits" in [panel.title for panel in desk.view().panels]

    other = look_at("Title,Start,End\nOther,2019-10-22 10:00,2019-10-22 11:00\n", name="other.csv")
    assert (other.kind, told(other)) == (Kind.PROGRAMME, (1, 0, 0, 0))


NOTE = Path(__file__).parents[4] / "shared" / "concept-note.ar.txt"


@pytest.mark.skipif(not NOTE.is_file(), reason="the note lies beside the checkout, and it has none")
def test_a_concept_note_shows_its_panels_and_what_a_person_has_to_decide(setup, desk):
    setup.door.look_at(NOTE)
    sheet = setup.door.sheet

    assert (sheet.kind, len(sheet.rows.rows)) == (Kind.PROGRAMME, len(sheet.done or sheet.look.rows))
    assert sheet.rows.heads == ["Title", "Summary", "Questions"]
    assert all(sheet.look.rows[0].cells)
    assert "panel \u20683\u2069 has no title; give it one" in [row[2] for row in sheet.report.model.rows]
    before = len(desk.reading.panels())
    sheet.take_in.click()
    assert len(desk.reading.panels()) == before + len(sheet.look.rows)
    sheet.take_back.click()
    assert len(desk.reading.panels()) == before
    assert not sheet.decide.isVisible()


@pytest.mark.skipif(not NOTE.is_file(), reason="the note lies beside the checkout, and it has none")
def test_what_a_note_leaves_to_a_person_is_decided_by_keys_and_does_not_come_back(setup, desk):
    setup.door.look_at(NOTE)
    sheet = setup.door.sheet
    sheet.take_in.click()
    left = [row[2] for row in sheet.report.model.rows if "overlaps" not in row[2]]
    sheet.decide.click()
    lines = setup.door.programme.anomalies
    assert (sheet.isVisible(), lines.isVisible(), lines.window().focusWidget()) == (False, True, lines.table)

    seen = lines.remove.visibleRegion().boundingRect()
    assert seen == lines.remove.rect()

    told = [bare(row[1]) for row in lines.rows.rows]
    QTest.keyClick(lines.table, Qt.Key.Key_Return)
    QTest.keyClick(lines.table, Qt.Key.Key_Delete)
    lines.chosen.setText("2013")
    QTest.keyClick(lines.chosen, Qt.Key.Key_Return)

    assert [bare(row[2]) for row in lines.rows.rows] == [
        "Accepted",
        "Dismissed",
        "Accepted · 2013",
        *["Not decided yet"] * (len(told) - 3),
    ]
    assert lines.table.currentIndex().row() == 3
    setup.door.look_at(NOTE)
    assert [row[2] for row in sheet.report.model.rows if row[2] in left] == left[3:]
    setup.door.programme.look("anomalies")
    lines.table.selectRow(0)
    lines.again.click()
    assert bare(lines.rows.rows[0][2]) == "Not decided yet"
    assert not lines.again.isEnabled()
    setup.door.programme.leave()
    setup.door.panels.click()
    panels = setup.door.programme.panels
    assert (panels.hasFocus(), panels.visibleRegion().boundingRect()) == (True, panels.rect())


MANY = "Name\n" + "".join(f"Person {number}\n" for number in range(2_500))


@pytest.mark.parametrize("stopped_at", [1_000, 2_500])
@pytest.mark.parametrize("how", ["button", "key"])
def test_a_long_list_that_is_stopped_has_not_come_in_and_can_come_again(
    qtbot, look_at, desk, stopped_at, how
):
    sheet = look_at(MANY)
    before = tables_of(desk)

    def stop(done, _total):
        if done == stopped_at and how == "button":
            assert sheet.stop.isVisible()
            qtbot.mouseClick(sheet.stop, Qt.MouseButton.LeftButton)
        elif done == stopped_at:
            qtbot.keyClick(sheet.stop, Qt.Key.Key_Escape)

    sheet.came.connect(stop)
    sheet.take_in.click()

    assert sheet.trouble.text() == "The import was stopped. Nothing has come in."
    assert (tables_of(desk), folded(desk)) == (before, before)
    assert (sheet.isVisible(), sheet.stop.isVisible(), sheet.take_in.isEnabled()) == (True, False, True)
    assert sheet.window().focusWidget() is sheet.take_in
    sheet.came.disconnect(stop)
    sheet.take_in.click()
    assert told(sheet) == (2_500, 0, 0, 0)


def test_while_a_list_comes_in_only_its_stopping_is_heard_and_keys_are_done_after_it(
    qtbot, look_at, setup, desk
):
    sheet = look_at(MANY)
    pressed = []
    hear("F", setup, lambda: pressed.append(len(desk.reading.people())))

    def press(*_):
        qtbot.mouseClick(sheet.take_in, Qt.MouseButton.LeftButton)
        qtbot.keyClick(setup.table, "f")
        pressed.append("while")

    sheet.came.connect(press)
    people = len(desk.reading.people())
    sheet.take_in.click()

    assert told(sheet) == (2_500, 0, 0, 0)
    qtbot.waitUntil(lambda: len(pressed) > 3)
    assert pressed[:4] == ["while"] * 3 + [people + 2_500]


def test_a_cell_of_the_preview_runs_in_its_own_direction(look_at):
    """A full stop after a Latin word stands at its right, in a window that runs from the right, too."""
    sheet = look_at("Name,Category,No.\nAna Sow Jr.,Guests,1\n")

    shown = [sheet.rows.data(sheet.rows.index(0, column)) for column in range(3)]
    head = sheet.rows.headerData(2, Qt.Orientation.Horizontal)
    assert (shown, head) == ([isolate("Ana Sow Jr."), isolate("Guests"), isolate("1")], isolate("No."))


SPEECHES = (
    "Name,Part,Date,Time,Seconds\n"
    "Ana,GOV,2019-10-21,10:00:00 - 10:03:00,180\n"
    "Nobody Yet,NGO,2019-10-21,10:03:00 - 10:05:00,120\n"
)


def test_a_record_of_speeches_comes_into_the_panel_that_is_chosen(look_at, desk):
    sheet = look_at(SPEECHES)
    assert (sheet.kind, sheet.choosers["panel"].text()) == (Kind.SPEECHES, "A panel for each day")
    sheet.spoken.choosers["category"].chosen.emit("Part")
    sheet.choosers["panel"].chosen.emit(1)
    sheet.take_in.click()
    floor = desk.view(desk.view().panels[0].id).floor

    assert told(sheet) == (2, 0, 0, 0)
    assert [each.clock.ended - each.clock.began for each in floor.interventions] == [180_000, 120_000]
    assert len(desk.view().panels) == 1
    sheet.take_back.click()
    assert desk.view(desk.view().panels[0].id).floor.interventions == ()


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Name,Title,Date,Time,Seconds", Kind.SPEECHES),
        ("Speaker,Date,Begin,End", Kind.SPEECHES),
        ("Title,Date,Start,End,Speaker", Kind.PROGRAMME),
        ("Name,Title,Country", Kind.PARTICIPANTS),
    ],
)
def test_what_a_table_holds_is_guessed_by_its_columns(look_at, header, kind):
    assert look_at(f"{header}\n").kind is kind


def test_whom_a_corrected_list_leaves_out_goes_when_that_is_chosen_and_whoever_spoke_stays(look_at, desk):
    first = look_at("Name,Category\nUma,GOV\nVera,GOV\nWim,GOV\nXenia,GOV\n")
    assert not first.choosers["remove_gone"].isVisible()
    first.take_in.click()
    ids = {who.name: who.id for who in desk.view().people.values()}
    desk.do("request_floor", participant=ids["Wim"], panel=1)
    sheet = look_at("Name,Category\nUma,GOV\nVera,GOV\n", "corrected.csv")
    assert sheet.choosers["remove_gone"].text() == "Left out: they stay"
    sheet.choosers["remove_gone"].chosen.emit(True)
    sheet.take_in.click()

    assert ("Wim" in people_of(desk), "Xenia" in people_of(desk)) == (True, False)
    assert sheet.report.told.text().splitlines()[1:] == [
        f"2 are not on this list any more, among them {isolate(isolate('Wim') + ' and ' + isolate('Xenia'))}",
        f"1 of them stays, having asked, spoken or been noted: {isolate('Wim')}",
    ]
