"""Earlier recommendations go out with every field and cell of their lists, and come back without a loss."""

import json
from pathlib import Path

import openpyxl
import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.importing.looking import look_into
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.workshops import new_workshop
from facilitator.documents.office.earlier_book import earlier_key
from facilitator.language.speech import LANGUAGES
from tests.conftest import TEN

DATA = Path(__file__).parents[3] / "shared" / "data" / "recommendations"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not on this machine")
LISTS = ("upr-sessions-1-5.csv", "upr20-slovenia-recommendations.csv", "upr34-slovenia-recommendations.csv")
SMALL = (
    "Symbol,Para,Recommendation,Addressed to,Themes,SDGs,Response\n"
    "A/HRC/34/23,56,=Hold workshops.,OHCHR; States,A2,16; 10,Accepted\n"
    'A/HRC/34/23,57,"  Train\njudges",,,,"+ noted, لاحقا"\n'
)


def stored(desk, *, without=()):
    rows = desk.reading.ledger.rows("earlier")
    return [{k: v for k, v in row.items() if k not in ("owner", *without)} for row in rows]


def taken(desk, source, **more):
    report = import_list(desk, Kind.RECOMMENDATIONS, Order(source, **more))
    return report.added, report.updated, report.unchanged, report.skipped


def out(desk, folder, language="en"):
    path = folder / f"earlier-{language}.xlsx"
    export(desk, path, what="earlier", language=language)
    return path


def edit(path, row, **cells):
    """Write into a row of the list, counted from 1."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    places = {earlier_key(cell.value): cell.column for cell in sheet[1]}
    for key, value in cells.items():
        cell = sheet.cell(1 + row, places[key.replace("__", ":")])
        cell.value, cell.data_type = value, "s"
    book.save(path)
    return path


@pytest.fixture
def small(desk, tmp_path):
    source = tmp_path / "small.csv"
    source.write_text(SMALL, encoding="utf-8")
    taken(desk, source)
    return desk


@pytest.fixture
def another(tmp_path, clock):
    """An empty workshop."""
    new_workshop(tmp_path / "another.facilitator", language="en", at=TEN, title="Another")
    desk = open_desk(tmp_path / "another.facilitator", clock)
    yield desk
    desk.close()


@needs_data
@pytest.mark.parametrize("name", LISTS)
def test_every_row_of_a_real_list_is_unchanged_when_it_comes_back(desk, another, tmp_path, name):
    taken(desk, DATA / name)
    before = stored(desk)
    path = out(desk, tmp_path)
    again = taken(desk, path)
    elsewhere = (taken(another, path), taken(another, path))

    many = len(before)
    assert again == (0, 0, many, 0)
    assert stored(desk) == before
    assert elsewhere == ((many, 0, 0, 0), (0, 0, many, 0))
    of_ids = {"without": ("id",)}
    assert in_order(stored(another, **of_ids)) == in_order(stored(desk, **of_ids))


def in_order(rows):
    """Return the rows with their cells by name, in the order of the list they came from."""
    told = [{**row, "detail": json.loads(row["detail"])} for row in rows]
    return sorted(told, key=lambda row: row["number"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_touched_is_unchanged_in_any_language(small, tmp_path, language):
    before = stored(small)

    assert taken(small, out(small, tmp_path, language)) == (0, 0, 2, 0)
    assert stored(small) == before


def test_what_was_filled_in_is_taken_and_nothing_else_and_one_undo_takes_it_back(small, tmp_path):
    before = stored(small)
    cells = {"themes": "B3 Equality and non-discrimination; of our own", "goals": "", "paragraph": "58"}
    path = edit(out(small, tmp_path), 1, **cells, cell__Response="Noted", source="The workshop of 2016")
    told = (taken(small, path, dry_run=True), stored(small) == before, taken(small, path))
    first, second = in_order(stored(small))
    small.do("undo", desk="secretariat")

    assert told == ((0, 1, 1, 0), True, (0, 1, 1, 0))
    assert (json.loads(first["themes"]), first["goals"], first["paragraph"], first["source"]) == (
        ["B3", "of our own"],
        "[]",
        "58",
        "The workshop of 2016",
    )
    assert first["detail"] == {**in_order(before)[0]["detail"], "Response": "Noted"}
    assert (first["text"], second) == ("=Hold workshops.", in_order(before)[1])
    assert stored(small) == before


def test_a_row_copied_in_a_workbook_is_one_more_and_one_without_text_is_named(small, tmp_path):
    path = out(small, tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for cell in list(sheet[2]):
        copied = sheet.cell(4, cell.column)
        copied.value, copied.data_type = cell.value, "s"
    book.save(path)
    edit(path, 2, text="")

    assert taken(small, path) == (1, 0, 1, 1)
    assert len(stored(small)) == 3


def test_a_trial_of_it_asks_for_no_columns(small, tmp_path):
    look = look_into(small, Kind.RECOMMENDATIONS, Order(out(small, tmp_path)))

    assert (look.trouble, look.columns, look.report.unchanged) == (None, {}, 2)
