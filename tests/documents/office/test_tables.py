"""Tables as workbooks, CSV and JSON: typed, in their direction, and nothing of people's text is reckoned."""

import csv
import datetime as dt
import hashlib
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.office.book import Book, Column, Holds, Sheet
from facilitator.documents.office.lists import write_csv, write_json
from facilitator.documents.office.safe_text import LONGEST_CELL, cell_text, starts_formula, xml_safe
from facilitator.documents.office.xlsx import write_xlsx
from facilitator.language.speech import language_for

MOMENT = 1_571_646_600_000  # 21 October 2019, 10:30 in Geneva
BLNS = Path(__file__).parents[4] / "shared" / "data" / "texts" / "blns.txt"
COLUMNS = (
    Column("text", "Text", width=40, choices=("=cmd", "plain")),
    Column("n", "Number", Holds.WHOLE),
    Column("share", "Share", Holds.SHARE),
    Column("length", "Length", Holds.LENGTH),
    Column("at", "At", Holds.INSTANT),
    Column("there", "There", Holds.FLAG),
)
ROW = ("=1+1", 1234, 0.125, 150_000, MOMENT, True)


def book(*rows, columns=COLUMNS, title="Table"):
    return Book("table", title, "A workshop", (Sheet("rows", "Rows", columns, rows),))


def texts(tmp_path, rows, code="en"):
    target = tmp_path / "t.xlsx"
    write_xlsx(book(*rows), language_for(code), target, moment=MOMENT)
    return openpyxl.load_workbook(target)


def test_a_workbook_has_typed_cells_a_header_that_stays_and_filters(tmp_path):
    page = texts(tmp_path, [ROW, ("two", None, None, None, None, None)])["Rows"]

    assert [cell.value for cell in page[2]] == [
        "=1+1",
        1234,
        0.125,
        dt.timedelta(seconds=150),
        dt.datetime(2019, 10, 21, 10, 30),  # noqa: DTZ001 - a workbook knows no zones
        True,
    ]
    assert [cell.data_type for cell in page[2]] == ["s", "n", "n", "d", "d", "b"]
    assert [cell.number_format for cell in page[2]][1:5] == [
        "#,##0",
        "0.0%",
        "[h]:mm:ss",
        "yyyy\\-mm\\-dd\\ hh:mm:ss",
    ]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:F3")
    assert (page["A2"].quotePrefix, page["A3"].quotePrefix) == (True, False)
    assert [cell.value for cell in page[3]] == ["two", None, None, None, None, None]


@pytest.mark.parametrize(("code", "rtl"), [("ar", True), ("en", False), ("zh", False)])
def test_a_sheet_runs_as_its_language_does(tmp_path, code, rtl):
    workbook = texts(tmp_path, [ROW], code)

    assert [bool(page.sheet_view.rightToLeft) for page in workbook.worksheets] == [rtl, rtl]


def test_words_to_choose_from_stand_on_a_hidden_sheet_and_start_no_formula(tmp_path):
    workbook = texts(tmp_path, [ROW])
    (offer,) = workbook["Rows"].data_validations.dataValidation

    assert (offer.type, offer.formula1, str(offer.sqref), offer.errorStyle) == (
        "list",
        "Lists!$A$1:$A$2",
        "A2:A202",
        "warning",
    )
    assert [(cell.value, cell.data_type) for (cell,) in workbook["Lists"]["A1:A2"]] == [
        ("=cmd", "s"),
        ("plain", "s"),
    ]
    assert workbook["Lists"].sheet_state == "hidden"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("=1", True), ("+1", True), ("-1", True), ("@SUM(A1)", True), ("\t=1", True), ("\r=1", True),
        ("  =1", True), ("\u200e=1", True), ("＝1", True), ("1=1", False), ("a@b", False), ("", False),
    ],
)  # fmt: skip
def test_a_text_that_programs_would_reckon_is_known(text, starts):
    assert starts_formula(text) is starts


@given(st.text())
def test_a_text_is_what_xml_can_hold(text):
    safe = xml_safe(text)

    safe.encode("utf-8")
    assert {c for c in safe if ord(c) < 32} <= {"\t", "\n"}
    assert xml_safe(safe) == safe


def test_a_cell_too_long_for_a_workbook_ends_in_three_dots():
    assert cell_text("a" * LONGEST_CELL) == "a" * LONGEST_CELL
    cut = cell_text("a" * (LONGEST_CELL + 1))
    assert (cut[-1], len(cut) <= LONGEST_CELL) == ("…", True)


def test_csv_says_its_encoding_and_is_read_back(tmp_path):
    target = tmp_path / "t.csv"
    write_csv(book(ROW, ('two, "quoted"\nlines', None, None, None, None, False)), language_for("en"), target)

    assert target.read_bytes()[:3] == b"\xef\xbb\xbf"
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Text", "Number", "Share", "Length", "At", "There"],
            ["'=1+1", "1234", "0.125", "0:02:30", "2019-10-21 10:30:00", "yes"],
            ['two, "quoted"\nlines', "", "", "", "", "no"],
        ]


def test_json_holds_what_the_columns_hold(tmp_path):
    target = tmp_path / "t.json"
    write_json(book(ROW), language_for("en"), target, moment=MOMENT)

    assert json.loads(target.read_text(encoding="utf-8")) == {
        "what": "table",
        "workshop": "A workshop",
        "language": "en",
        "at": "2019-10-21T08:30:00.000+00:00",
        "rows": [
            {
                "text": "=1+1",
                "n": 1234,
                "share": 0.125,
                "length": 150.0,
                "at": "2019-10-21T08:30:00.000+00:00",
                "there": True,
            }
        ],
    }


def test_the_same_content_at_the_same_moment_gives_the_same_bytes(tmp_path):
    made = set()
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx(book(ROW), language_for("ar"), tmp_path / name, moment=MOMENT)
        made.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())

    assert len(made) == 1


@pytest.mark.skipif(not BLNS.is_file(), reason="the shared data is not on this machine")
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_strings_that_break_programs_come_back_as_they_are(tmp_path, suffix):
    lines = BLNS.read_text(encoding="utf-8").split("\n")
    strings = [line for line in lines if line and not line.startswith("#")]
    target = tmp_path / f"t.{suffix}"
    made = book(*((s,) for s in strings), columns=(Column("text", "Text"),))
    writers = {
        "xlsx": lambda: write_xlsx(made, language_for("en"), target, moment=MOMENT),
        "csv": lambda: write_csv(made, language_for("en"), target),
        "json": lambda: write_json(made, language_for("en"), target, moment=MOMENT),
    }
    writers[suffix]()

    assert [_plain(text) for text in read(target)] == [_plain(text) for text in strings]


def read(target):
    if target.suffix == ".xlsx":
        workbook = openpyxl.load_workbook(target)
        cells = [cell for (cell,) in workbook["Rows"].iter_rows(min_row=2)]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        return [cell.value or "" for cell in cells]
    if target.suffix == ".csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            return [row[0] for row in csv.reader(file)][1:]
    return [row["text"] for row in json.loads(target.read_text(encoding="utf-8"))["rows"]]


def _plain(text):
    isolates = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    return xml_safe(text).translate(isolates).lstrip("'")


def test_titles_of_sheets_are_short_of_allowed_characters_and_not_twice(tmp_path):
    sheets = tuple(Sheet(f"s{n}", "History of [all]: 1/2? " * 3, COLUMNS) for n in range(3))
    target = tmp_path / "t.xlsx"
    write_xlsx(Book("b", "B", "W", sheets), language_for("en"), target, moment=MOMENT)

    names = openpyxl.load_workbook(target).sheetnames
    assert names == [
        "History of  all   1 2  History",
        "History of  all   1 2  Hist 2",
        "History of  all   1 2  Hist 3",
        "Lists",
    ]


def test_a_workbook_tells_no_moment_but_its_own(tmp_path):
    target = tmp_path / "t.xlsx"
    write_xlsx(book(ROW), language_for("en"), target, moment=MOMENT)

    with zipfile.ZipFile(target) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2019, 10, 21, 8, 30, 0)}
        about = package.read("docProps/core.xml").decode()
    assert about.count("2019-10-21T08:30:00Z") == 2
