"""The command line takes lists in and counts, in words or in JSON; what is wrong is one sentence."""

import json

import pytest

from facilitator.acts.workshops import new_workshop
from facilitator.cli.commands import run_command

TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
LIST = "name,category,delegation\nAna,States,Peru\nBo,Media,Radio Togo\nCy,States,Togo\nNA,States,Togo\n"
RECORD = (
    "date,time,moderator,name,party\n"
    "20191021,10:00 - 10:05,1,Chair,Greens\n"
    "20191021,10:05 - 10:06,0,Ana,Reds\n"
    "20191022,10:05 - 10:08,0,Guest,NA\n"
)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, title="A workshop")
    return path


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (
            b"\x89PNG\r\n",
            [],
            "list.csv is not a list. Save it as CSV or as a workbook and import that. Nothing was imported.",
        ),
        (b"", [], "list.csv has no rows. Choose the list itself. Nothing was imported."),
        (
            b'name,body\nA,"B\n',
            [],
            "list.csv: a quotation mark of row 2 is never closed. Correct it there. Nothing was imported.",
        ),
        (
            b"a,b\n1,2\n",
            [],
            "No column is known to hold the name. Name it with --map name=COLUMN; there are: a, b.",
        ),
        (b"a,b\n1,2\n", ["--map", "name=c"], "The list has no column c. It has: a, b."),
        (
            b"a,b\n1,2\n",
            ["--map", "c"],
            "“c” is not of the form FIELD=COLUMN. Write for instance name=Person.",
        ),
    ],
)
def test_faulty_input_is_one_sentence_and_exit_code_1(file, source, capsys, content, options, said):
    source.write_bytes(content)

    code = run_command(["import", str(file), str(source), "--as", "participants", *options])

    assert (code, *capsys.readouterr()) == (1, "", f"{said}\n")


def test_the_faulty_rows_say_what_can_be_typed_and_have_nothing_that_is_drawn_as_boxes(
    file, source, tmp_path
):
    source.write_text("Name,Country\nParties,\nBo,Togo\nOthers,\nCy,Chad\n", encoding="utf-8")
    run_command(
        ["import", str(file), str(source), "--as", "participants", "--faulty", str(tmp_path / "f.csv")]
    )

    assert (tmp_path / "f.csv").read_text(encoding="utf-8-sig").splitlines()[1:] == [
        f"{head},,{row},a section (so taken) or a person? For a person type --map category:CELL=-"
        for head, row in (("Parties", 2), ("Others", 4))
    ]


def test_import_answers_in_words_and_in_json(file, source, capsys):
    words = ["import", str(file), str(source), "--as", "participants"]

    assert run_command([*words, "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "4 rows read: 3 added, 0 updated, 0 unchanged, 1 skipped.",
        "This was a trial: the workshop is as it was.",
        "Row 5: the name is missing",
    ]
    assert run_command([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "read": 4,
        "added": 3,
        "updated": 0,
        "unchanged": 0,
        "skipped": 1,
        "elsewhere": 0,
        "defects": [{"row": 5, "field": "name", "problem": "name_missing"}],
    }


def test_wrong_usage_is_exit_code_2(file, source, capsys):
    assert run_command(["import", str(file), str(source), "--as", "shoes"]) == 2
    assert run_command(["import", str(file), str(source), "--as", "participants", "--panel", "1"]) == 2


def test_figures_are_answered_in_words_and_in_json(file, source, capsys):
    source.write_text(RECORD, encoding="utf-8")
    assert run_command(["import", str(file), str(source), "--as", "speeches"]) == 0
    capsys.readouterr()

    assert run_command(["stats", str(file), "--without-chair"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Time   Share  Target  Turns  People  Group",
        "0:00   0.0 %              0       1  Greens",
        "1:00  25.0 %              1       1  Reds",
        "3:00  75.0 %              1       1  Not stated",
        "4:00                      2       3  Total",
        "Over the limit: 0; the longest took 3:00.",
    ]
    assert run_command(["stats", str(file), "--panel", "2", "--by", "delegation", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["by"], found["panel"]) == ("delegation", 2)
    assert {row["key"]: row["seconds"] for row in found["rows"]} == {"": 180.0, "Greens": 0.0, "Reds": 0.0}


def test_panel_that_is_not_there_is_refused(file, capsys):
    assert run_command(["stats", str(file), "--panel", "1"]) == 1
    assert capsys.readouterr().err == "There is no panel 1 in this workshop. Check the id.\n"
