"""The ledger goes out with every field, is filled in elsewhere, and comes back without a loss."""

import openpyxl
import pytest

from facilitator.acts.export import export
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.documents.office.ledger_fields import key_of
from facilitator.domain.recommendation import Sensitivity, Status, Tagged, Told
from facilitator.language.speech import LANGUAGES

CHANGED = {
    "text_en": '=HYPERLINK("http://example.org")',
    "text_fr": "Créer des registres.",
    "translation_fr": "human",
    "addressees": "GOV; the host country",
    "themes": "A1; A2",
    "goals": "10.3; 16",
    "verb": "",
    "agreement_note": "+ one reservation",
    "indicator": "@registers",
    "timeline": "2021",
    "responsible": "- the State",
    "remarks": "two\nlines, «quoted»; أقواس",
    "question": "2",
    "status": "drafted",
}


@pytest.fixture
def made(desk):
    desk.do("open_panel", panel=1)
    note = desk.do("write_note", text="A register is needed").id
    made = desk.do("make_recommendation", text="Set up registers.", notes=(note,), addressees=("GOV",)).id
    desk.do("make_recommendation", text="Train judges.")
    return made


def held(desk, id_):
    return desk.reading.ledger.recommendation(id_)


def out(desk, folder, language="en"):
    path = folder / f"fields-{language}.xlsx"
    export(desk, path, what="ledger-fields", language=language)
    return path


def edit(path, **cells):
    """Write into the first row, and return the file."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    places = {key_of(cell.value): cell.column for cell in sheet[1]}
    for key, value in cells.items():
        cell = sheet.cell(2, places[key])
        cell.value, cell.data_type = value, "s"
    book.save(path)
    return path


def back(desk, path, *, dry_run=False):
    return import_list(desk, Kind.LEDGER, Order(path, dry_run=dry_run))


def figures(report):
    return report.updated, report.unchanged, [(d.row, d.field, d.problem) for d in report.defects]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_changed_changes_nothing_in_any_language(desk, made, tmp_path, language):
    before = held(desk, made)
    desk.do("edit_recommendation", recommendation=made, fields={Told.REMARKS: "=1+1\r\n"})
    before = held(desk, made)

    assert figures(back(desk, out(desk, tmp_path, language))) == (0, 2, [])
    assert held(desk, made) == before


def test_every_field_comes_back_as_it_was_filled_in_and_one_undo_takes_it_all_back(desk, made, tmp_path):
    before = held(desk, made)
    path = edit(out(desk, tmp_path), **CHANGED)

    assert figures(back(desk, path, dry_run=True)) == (1, 1, [])
    assert held(desk, made) == before
    assert figures(back(desk, path)) == (1, 1, [])
    again = openpyxl.load_workbook(out(desk, tmp_path / ".", "ar")).worksheets[0]
    told = {key_of(cell.value): again.cell(2, cell.column).value or "" for cell in again[1]}
    assert {key: told[key] for key in CHANGED} == CHANGED
    assert held(desk, made).status is Status.DRAFTED
    desk.do("undo", desk="secretariat")
    assert held(desk, made) == before


@pytest.mark.parametrize(
    ("cells", "defect"),
    [
        ({"themes": "no such theme"}, "themes"),
        ({"goals": "10.99"}, "goals"),
        ({"verb": "shout"}, "verb"),
        ({"question": "9"}, "question"),
        ({"panel": "9"}, "panel"),
        ({"notes": "no-such-note"}, "note"),
        ({"text_en": "  "}, "text"),
        ({"status": "retained"}, "status"),
        ({"status": "not_retained"}, "status"),
        ({"translation_fr": "perfect"}, "translation_fr"),
    ],
)
def test_a_row_with_a_cell_that_is_not_allowed_is_left_out_whole_and_named(
    desk, made, tmp_path, cells, defect
):
    before = held(desk, made)

    report = back(desk, edit(out(desk, tmp_path), **{"remarks": "lost?", **cells}))

    assert figures(report) == (0, 1, [(2, defect, "not_as_allowed")])
    assert held(desk, made) == before


def test_a_text_that_was_changed_here_meanwhile_is_not_written_over(desk, made, tmp_path):
    path = edit(out(desk, tmp_path), text_en="From elsewhere.")
    desk.do("edit_recommendation", recommendation=made, text="From here.")

    assert figures(back(desk, path)) == (0, 1, [(2, "text", "changed_since")])
    assert held(desk, made).text == "From here."


def test_an_id_that_is_not_known_is_named(desk, made, tmp_path):
    assert figures(back(desk, edit(out(desk, tmp_path), id="nobody"))) == (
        0,
        1,
        [(2, "id", "no_such_recommendation")],
    )


def test_what_stays_with_the_team_does_not_go_out(desk, made, tmp_path):
    desk.do("edit_recommendation", recommendation=made, fields={Told.SENSITIVITY: Sensitivity.PROTECTION})
    sheet = openpyxl.load_workbook(out(desk, tmp_path)).worksheets[0]

    assert (sheet.max_row, "Set up registers." in str(list(sheet.values))) == (2, False)


def test_every_field_of_a_recommendation_has_a_column(desk, made, tmp_path):
    sheet = openpyxl.load_workbook(out(desk, tmp_path)).worksheets[0]
    keys = {key_of(cell.value) for cell in sheet[1]}

    assert {*Tagged, *Told, *(f"text_{code}" for code in LANGUAGES)} <= keys
