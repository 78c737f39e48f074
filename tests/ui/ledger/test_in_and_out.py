"""Lists come in at the ledger's desk, and the ledger goes out by way of the desk that tells whom it names."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.importing.looking import RECOMMENDED
from facilitator.acts.importing.order import Kind
from facilitator.acts.products import PRODUCTS
from facilitator.acts.workshops import new_workshop
from facilitator.intake.tables import read_table
from facilitator.language.direction import bare
from facilitator.language.list_fields import RECOMMENDED_NAMES
from facilitator.ui.ledger.words import HANDED_ON
from facilitator.ui.setup.consultation import consultation_told
from tests.conftest import TEN

LISTS = Path(__file__).parents[4] / "shared" / "data" / "recommendations"
LIST = "What was asked,Symbol,Themes\nTrain the police.,A/HRC/34/23,B31\n,A/HRC/34/23,\n"


@pytest.fixture
def console(make_console, desk):
    desk.do("open_panel", panel=1)
    desk.do("make_recommendation", text="Set up registers.", addressees=("GOV",))
    console = make_console()
    console.open_page(4)
    return console


@pytest.fixture
def ledger(console):
    return console._pages.ledger


def test_every_field_of_a_list_has_a_name():
    assert tuple(RECOMMENDED_NAMES) == RECOMMENDED


def test_a_list_is_looked_at_mapped_taken_and_taken_back(ledger, desk, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    ledger.door.look_at(path)
    sheet = ledger.door.sheet
    asked = (sheet.kind, sheet.look.trouble is not None, sheet.take_in.isEnabled())
    sheet.recommended.chosen.emit("text", "What was asked")
    tried = (sheet.look.report.added, sheet.look.report.skipped, sheet.report.model.rows, len(desk.before()))
    sheet.take_in.click()
    came = [(row.text, row.symbol) for row in desk.before()]
    sheet.take_back.click()

    assert asked == (Kind.RECOMMENDATIONS, True, False)
    assert tried == (1, 1, [("3", "Text", "the text is missing")], 0)
    assert came == [("Train the police.", "A/HRC/34/23")]
    assert desk.before() == ()


def test_the_ledger_filled_in_elsewhere_is_known_by_its_columns(ledger, desk, tmp_path):
    path = tmp_path / "ledger.csv"
    book = tmp_path / "ledger.xlsx"
    export(desk, book, what="ledger-fields")
    table = read_table(book)
    cells = [cell.replace("Set up registers.", "Set up public registers.") for cell in table.rows[0].cells]
    lines = (",".join(f'"{cell}"' for cell in row) for row in (table.header, cells))
    path.write_text("\n".join(lines), encoding="utf-8")
    ledger.door.look_at(path)
    sheet = ledger.door.sheet
    told = (sheet.kind, sheet.look.report.updated, desk.ledger()[0].text)
    sheet.take_in.click()

    assert told == (Kind.LEDGER, 1, "Set up registers.")
    assert desk.ledger()[0].text == "Set up public registers."


@pytest.mark.skipif(not LISTS.is_dir(), reason="the lists of real recommendations lie outside the project")
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("upr-sessions-1-5.csv", 6094),
        ("upr20-slovenia-recommendations.csv", 163),
        ("upr34-slovenia-recommendations.csv", 215),
    ],
)
def test_real_lists_need_no_mapping(ledger, name, rows):
    ledger.door.look_at(LISTS / name)
    report = ledger.door.sheet.look.report

    assert (report.read, report.added, report.skipped) == (rows, rows, 0)


def test_what_is_handed_on_can_be_made(ledger):
    made = {what: set(endings) <= set(PRODUCTS[what].formats) for what, endings in HANDED_ON.items()}

    assert made == dict.fromkeys(HANDED_ON, True)


def test_the_desk_of_documents_shows_what_is_to_go_out_and_writes_nothing_yet(console, ledger, tmp_path):
    menu = QMenu()
    ledger.products(menu)
    next(action for action in menu.actions() if "UHRI" in action.text()).trigger()
    report = console.report

    assert (console.page(), report.wish.what, report.target.name) == (
        2,
        "ledger",
        "w_ledger_en_20191021.uhri.json",
    )
    assert (report.target.exists(), report.foot.export.hasFocus()) == (False, True)


def test_a_workshop_before_is_carried_over_by_its_file_and_taken_back(console, ledger, desk, tmp_path):
    earlier = tmp_path / "before.facilitator"
    new_workshop(earlier, language="en", at=TEN, title="The workshop before")
    before = open_desk(earlier, lambda: TEN)
    before.do("add_panel", title="One", starts=TEN, ends=TEN + 3_600_000)
    before.do("open_panel", panel=1)
    before.do("make_recommendation", text="Name focal points.")
    before.close()
    ledger.door.look_at(earlier)
    came = [row.text for row in desk.before()]
    said = bare(console.banner.text())
    QTest.keyClick(ledger.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (came, said) == (["Name focal points."], "1 earlier recommendation came from before.facilitator.")
    assert desk.before() == ()


def test_a_file_that_is_no_workshop_is_refused_and_nothing_came(console, ledger, desk, tmp_path):
    path = tmp_path / "no.facilitator"
    path.write_text("nothing of a workshop", encoding="utf-8")
    ledger.door.look_at(path)

    assert (console.banner.isVisible(), desk.before()) == (True, ())


def test_the_consultation_of_a_list_is_told_by_its_file_and_by_who_takes_it_in(ledger, desk, tmp_path):
    path = tmp_path / "Consultation_of-Banjul_2019-05-12.txt"
    path.write_text("Share information.\nMeet yearly.\n", encoding="utf-8")
    ledger.door.look_at(path)
    sheet = ledger.door.sheet
    line = sheet.held
    told = (sheet.kind, line.isVisible(), line.name.text(), line.place.text(), line.date.text())
    line.name.setText("Regional consultation")
    line.place.setText("Banjul")
    line.date.editingFinished.emit()
    sheet.take_in.click()
    came = [(row.source, row.text) for row in desk.before()]
    taken = line.isEnabled()
    sheet.take_back.click()

    assert told == (Kind.CONCLUSIONS, True, "Consultation of Banjul", "", "2019-05-12")
    held = "Regional consultation, Banjul, 2019-05-12"
    assert came == [(held, "Share information."), (held, "Meet yearly.")]
    assert (taken, line.isEnabled(), desk.before()) == (False, True, ())


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("banjul 2019", ("African Commission", "Banjul", "2019")),
        ("Conclusions-Washington_2019_6_3", ("Inter-American Commission", "Washington, D.C.", "2019-6-3")),
        ("conclusions 12345", ("conclusions 12345", "", "")),
        ("واشنطن", ("واشنطن", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_place_that_the_workshop_knows_tells_who_held_the_consultation(stem, told):
    known = [("Washington, D.C.", "Inter-American Commission"), ("Banjul", "African Commission")]

    assert consultation_told(stem, known) == told
