"""Lists as they come from many programs: right rows, or a typed fault."""

import codecs
import json
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake.delimited import split_rows
from facilitator.intake.faults import (
    NotATable,
    QuoteNotClosed,
    TableEmpty,
    TableFault,
    TableIsFolder,
    TableMissing,
    TableProtected,
    WorkbookDamaged,
)
from facilitator.intake.tables import read_table

FILES = Path(__file__).parents[1] / "files"
HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile"
CASES = sorted((HOSTILE / "csv-spectrum" / "csvs").glob("*.csv"))
WORKBOOKS = sorted((HOSTILE / "workbooks").glob("*.*"))
SHARED = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the shared data is not on this machine")
TEXT = "name,body\nAna Ñandú,Perú\nÉmile,Côte d’Ivoire\n"
RECORDS = [{"name": "Ana Ñandú", "body": "Perú"}, {"name": "Émile", "body": "Côte d’Ivoire"}]


def _table(tmp_path, data: bytes, name="list.csv"):
    path = tmp_path / name
    path.write_bytes(data)
    return read_table(path)


@SHARED
def test_every_case_of_the_spectrum_is_there():
    assert len(CASES) == 11


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_of_the_spectrum_gives_its_json(path):
    told = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))

    assert read_table(path).records() == told


@SHARED
def test_every_odd_workbook_is_a_table_or_a_typed_fault():
    wrong = []
    for path in WORKBOOKS:
        try:
            read_table(path)
        except TableFault as fault:
            wrong.append(type(fault))

    assert len(WORKBOOKS) >= 120
    assert Counter(wrong) == {TableEmpty: 19, TableProtected: 1, WorkbookDamaged: 2}


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "cp1252"),
    ],
)
def test_encoding_is_recognised(tmp_path, mark, encoding):
    assert _table(tmp_path, mark + TEXT.encode(encoding)).records() == RECORDS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("姓名,单位\n张伟,中国代表团\n", "gb18030"),
        ("姓名,性别\n李娜,女\n", "gb18030"),
        ("имя,страна\nИван Петров,Россия\n", "cp1251"),
        ("الاسم,البلد\nمحمد علي,مصر\n", "cp1256"),
        ("nom,pays\nÉmile Zoë,Côte d’Ivoire\nÀâ,Éé\n", "cp1252"),
    ],
)
def test_a_list_of_two_lines_is_read_in_its_alphabet(tmp_path, text, encoding):
    table = _table(tmp_path, text.encode(encoding))

    header, *rows = ([*line.split(",")] for line in text.splitlines())
    assert (table.encoding, [*table.header], [row.cells for row in table.rows]) == (encoding, header, rows)


@pytest.mark.parametrize(
    ("names", "encoding"),
    [
        ("Мария\nАнна\nИван\n", "koi8_r"),
        ("Мария\nАнна\nИван\n", "cp1251"),
        ("Мария\nАнна\nИван\n", "cp866"),
        ("Eloïse Noël\nCédric Lefèvre\nHélène Châtel\n", "cp1252"),
        ("Eloïse Noël\nCédric Lefèvre\nHélène Châtel\n", "mac_roman"),
        ("José Núñez\nMaría Ibáñez\nJesús Rincón\n", "cp850"),
        ("若汐\n张鑫\n刘婷\n", "gb18030"),
        ("王 若汐\n张 鑫\n刘 婷\n蔡 徐坤\n", "gb18030"),
        ("ابتسام\nعلي\nسلوى\nمريم\n", "cp1256"),
        ("سخاء\nقادربوه\n", "iso8859_6"),
        ("امل\nسلمة\n", "cp1256"),
        ("Łukasz Żółtowski\nMałgorzata Wiśniewska\n", "cp1250"),
        ("Łukasz Żółtowski\nMałgorzata Wiśniewska\n", "iso8859_2"),
        ("Łukasz Żółciński\n", "cp852"),
        ("Łukasz Żółciński\n", "cp1250"),
        ("Jiří Dvořák\n", "cp852"),
        ("محمد أحمد\n", "cp720"),
        ("Szymon\nJulia Kamińska\n", "cp1250"),
        ("Jiří Šťastný\nŽaneta Kučerová\n", "cp1250"),
        ("Jiří Šťastný\nŽaneta Kučerová\n", "iso8859_2"),
        ("Erzsébet Győrffy\nTünde Kővári\n", "cp1250"),
        ("Ana Jurić\nIvan Perković\n", "cp1250"),
        ("Ayşe Yıldız\nGülşen Çağlar\n", "cp1254"),
        ("Jörg Müller\nJürgen Weiß\n", "cp1252"),
        ("Jörg Müller\nJürgen Weiß\n", "mac_roman"),
        ("Søren Ågård\nMette Kjær\n", "cp1252"),
        ("João Simões\nConceição Araújo\n", "cp1252"),
    ],
)
def test_a_list_of_a_few_names_and_nothing_else_is_read_in_its_alphabet(tmp_path, names, encoding):
    table = _table(tmp_path, f"Name\n{names}".encode(encoding))

    assert (table.encoding, [row.cells[0] for row in table.rows]) == (encoding, names.split("\n")[:-1])


@pytest.mark.parametrize("name", ["people.xls", "people.ods", "people.xlsx"])
def test_people_of_every_kind_of_workbook_are_read_alike(name):
    table = read_table(FILES / name)

    assert table.header == ("Name", "Country", "Category", "Number")
    assert [row.cells for row in table.rows] == [
        ["Amara Diallo", "Mali", "States", "7"],
        ["ليلى منصور", "تونس", "المجتمع المدني", "12"],
        ["Нина Орлова", "", "N/A", "30"],
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_recognised(tmp_path, delimiter, end):
    text = TEXT.replace(",", delimiter).replace("\n", end)

    assert _table(tmp_path, text.encode()).records() == RECORDS


def test_delimiter_is_the_one_the_first_line_names(tmp_path):
    table = _table(tmp_path, b"sep=;\r\nname;body\r\nA, B;C\r\n")

    assert table.records() == [{"name": "A, B", "body": "C"}]
    assert table.rows[0].number == 3


def test_title_above_the_header_and_blank_rows_do_no_harm(tmp_path):
    table = _table(tmp_path, b"Participants\n\nname,body,region\nA,B,C\n,,\nD,E,F\n")

    assert table.header == ("name", "body", "region")
    assert [(row.number, row.cells[0]) for row in table.rows] == [(4, "A"), (6, "D")]


def test_short_row_has_empty_cells(tmp_path):
    assert _table(tmp_path, b"a,b\n1\n").records() == [{"a": "1", "b": ""}]


def test_workbook_gives_what_its_csv_gives():
    people = HOSTILE.parent / "participants"
    if not people.is_dir():
        pytest.skip("the shared data is not on this machine")

    from_csv, from_workbook = (
        read_table(people / f"cop25-participants.{ending}") for ending in ("csv", "xlsx")
    )

    assert from_workbook.header == from_csv.header
    assert len(from_workbook.rows) == len(from_csv.rows) == 17_553


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", TableEmpty),
        (b" \n,,\n\t\n", TableEmpty),
        (codecs.BOM_UTF8, TableEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), NotATable),
        (b"%PDF-1.7 some,text\n", NotATable),
        (bytes(range(256)) * 20, NotATable),
        (b"PK\x03\x04 cut short", NotATable),
        (b"<?xml version='1.0'?>\n<schedule/>", NotATable),
        (b'name,body\nA,"B\nC,D\n', QuoteNotClosed),
    ],
)
def test_what_is_no_list_is_a_typed_fault(tmp_path, data, fault):
    with pytest.raises(fault):
        _table(tmp_path, data)


def test_unclosed_quote_names_its_row(tmp_path):
    with pytest.raises(QuoteNotClosed) as told:
        _table(tmp_path, b'name,body\nA,B\nC,"D\nE,F\n')

    assert told.value.details == {"file": "list.csv", "folder": str(tmp_path), "row": 3}


def test_folder_missing_file_and_device_are_typed_faults(tmp_path):
    with pytest.raises(TableIsFolder):
        read_table(tmp_path)
    with pytest.raises(TableMissing):
        read_table(tmp_path / "none.csv")
    with pytest.raises(NotATable):
        read_table(Path(os.devnull))


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1)))
def test_any_text_is_cut_into_rows_or_refused(rows):
    text = "\n".join(",".join(row) for row in rows)
    try:
        cut, _ = split_rows(text, Path("list.csv"))
    except TableFault:
        return

    assert all(isinstance(cell, str) for row in cut for cell in row)


@pytest.mark.parametrize("rows", [3_999, 4_000, 4_001, 8_000])
def test_a_list_cut_in_several_steps_loses_no_row_and_ends(rows):
    steps = []
    text = "n\n" + "".join(f"{number}\n" for number in range(rows - 1))
    cut, _ = split_rows(text, Path("list.csv"), ",", lambda: steps.append(1))

    assert cut == [["n"], *([str(number)] for number in range(rows - 1))]
    assert len(steps) > rows // 4_000
