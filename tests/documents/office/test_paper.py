"""Tables on paper: a heading for each, columns that hold something, in the width of the page."""

from dataclasses import replace

import pypdf
import pytest

from facilitator.documents.blocks import Heading, Table
from facilitator.documents.office.book import Book, Column, Holds, Sheet
from facilitator.documents.office.book_blocks import book_document
from facilitator.documents.printing import print_document
from facilitator.language.direction import bare
from facilitator.language.speech import language_for

MOMENT = 1_571_646_600_000  # 21 October 2019, 10:30 in Geneva
COLUMNS = (
    Column("panel", "Panel", Holds.WHOLE),
    Column("at", "At", Holds.INSTANT),
    Column("share", "Share", Holds.SHARE),
    Column("empty", "Empty"),
    Column("hidden", "Hidden", printed=False),
    Column("text", "Text", width=60),
)
LENGTHS_MM = [3.6 + 5 * 1.6, 3.6 + 22 * 1.8, 3.6 + 6 * 1.8, 3.6 + 5 * 1.8]
"""The longest cell or head of each column, and the white beside it."""
ROWS = (
    (1, MOMENT, 0.5, "", "x", "One"),
    (1, MOMENT, 0.25, None, "x", "Two"),
    (2, MOMENT, 0.25, "", "x", "Three"),
)


def document(*, grouped, rows=ROWS, code="en", columns=COLUMNS):
    sheet = Sheet("rows", "Rows", columns, rows, grouped=grouped)
    return book_document(Book("b", "Balance sheet", "W", (sheet,)), language_for(code), moment=MOMENT)


def test_a_table_of_texts_has_the_width_of_the_page_and_any_other_what_it_needs():
    texts = (*COLUMNS[:-1], replace(COLUMNS[-1], said=True))
    wide, narrow = (
        [column.width_mm for block in made.blocks if isinstance(block, Table) for column in block.columns]
        for made in (document(grouped=False, columns=texts), document(grouped=False))
    )

    assert sum(wide) == pytest.approx(267)
    assert narrow == pytest.approx(LENGTHS_MM)


def test_a_day_is_told_once_in_a_row_and_again_where_another_one_begins():
    columns = tuple(Column(key, key, Holds.INSTANT) for key in ("begin", "end", "next"))
    rows = ((MOMENT, MOMENT + 3_600_000, MOMENT + 86_400_000), (None, MOMENT, MOMENT))
    (table,) = [b for b in document(grouped=False, rows=rows, columns=columns).blocks if isinstance(b, Table)]

    assert [[said(cell) for cell in row] for row in table.rows] == [
        ["21 October 2019, 10:30", "11:30", "22 October 2019, 10:30"],
        ["", "21 October 2019, 10:30", "10:30"],
    ]


def said(words):
    return bare("".join(run.text for run in words))


def test_a_table_has_the_columns_that_hold_something_in_the_width_of_the_page():
    (table,) = [block for block in document(grouped=False).blocks if isinstance(block, Table)]

    assert [column.head for column in table.columns] == ["Panel", "At", "Share", "Text"]
    assert [column.figures for column in table.columns] == [True, True, True, False]
    assert [said(cell) for cell in table.rows[0]] == ["1", "21 October 2019, 10:30", "50.0 %", "One"]


def test_a_grouped_table_is_one_for_each_panel_with_its_day():
    blocks = document(grouped=True).blocks

    assert [said(block.text) for block in blocks if isinstance(block, Heading)] == [
        "Panel 1, 21 October 2019",
        "Panel 2, 21 October 2019",
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [[said(row[0]) for row in table.rows] for table in tables] == [
        ["10:30:00", "10:30:00"],
        ["10:30:00"],
    ]


def test_a_table_without_rows_says_so():
    blocks = document(grouped=False, rows=()).blocks

    assert [block for block in blocks if isinstance(block, Table)] == []
    assert said(blocks[-1].text) == "Nothing noted."


@pytest.mark.parametrize("code", ["en", "ar"])
def test_it_is_printed_on_a_landscape_page_and_read_back(tmp_path, code):
    target = tmp_path / "t.pdf"
    pages = print_document(document(grouped=True, code=code), language_for(code), target, moment=MOMENT)
    read = pypdf.PdfReader(target)

    assert (pages, len(read.pages)) == (1, 1)
    box = read.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)
    text = read.pages[0].extract_text()
    assert [word for word in ("One", "Two", "Three", "10:30:00") if word not in text] == []


@pytest.mark.parametrize(("code", "least"), [("en", 1.8), ("ar", 2.0)])
def test_a_column_of_figures_holds_each_on_one_line(code, least):
    rows = [(n, MOMENT, 0.5 + n / 100, None, None, "A text") for n in range(9)]
    table = document(grouped=False, rows=tuple(rows), code=code).blocks[2]
    share = table.columns[2]

    assert share.width_mm >= len(said(table.rows[0][2])) * least
