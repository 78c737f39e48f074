"""Lists of people and records of speeches: each row one person or one taking of the floor."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from facilitator.acts.importing.order import Unit
from facilitator.acts.importing.telling import defect_line
from facilitator.intake.defects import Defect
from facilitator.intake.faults import ColumnMissing
from facilitator.intake.legend import Legend, parse_map
from facilitator.intake.participants import read_participants, sections
from facilitator.intake.people import Person
from facilitator.intake.speeches import read_speeches
from facilitator.intake.tables import read_table
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, language_for

DATA = Path(__file__).parents[3] / "shared" / "data"
ROUND = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
ANA = Person("Ana", "State", "Peru", gender="female")


def _table(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_table(path)


def test_row_is_a_person_and_a_row_without_name_a_defect(tmp_path):
    table = _table(
        tmp_path,
        "Name,Section,Country,Honorific\nAna,State,Peru,Sra.\nNA,State,Peru,Mr.\nAna,State,Peru,Ms.\n",
    )

    told = read_participants(table, Legend())

    assert told.people == [ANA, ANA]
    assert told.defects == (Defect(3, "name", "name_missing"),)
    assert told.read == 3


def test_row_with_more_cells_than_columns_is_taken_and_told(tmp_path):
    told = read_participants(
        _table(tmp_path, "name,body,region\nAna,Peru,GRULAC\nBo,Togo,,x\n"), Legend({"delegation": "body"})
    )

    assert [p.name for p in told.people] == ["Ana", "Bo"]
    assert told.defects == (Defect(3, "", "more_cells"),)


def test_row_that_heads_a_section_is_no_row_of_the_list(tmp_path):
    table = _table(
        tmp_path, "No.,Name,Country\nParties,,\n1,Ana,Peru\n2,Bo,Togo\nObservers,,\n3,Cy,Chad\n4,,Mali\n"
    )

    told = read_participants(table, Legend())

    assert [(who.name, who.category) for who in told.people] == [
        ("Ana", "Parties"),
        ("Bo", "Parties"),
        ("Cy", "Observers"),
    ]
    assert (told.read, told.defects) == (4, (Defect(7, "name", "name_missing"),))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            ["Parties,", "Ana,Peru", "Bo,Togo", "Observers,", "Cy,Chad"],
            [("Ana", "Parties"), ("Bo", "Parties"), ("Cy", "Observers")],
        ),
        (["Ana,Peru", "Bo,", "Cy,Chad"], [("Ana", ""), ("Bo", ""), ("Cy", "")]),
        (["Ana,", "Bo,Togo", "Cy,Chad"], [("Ana", ""), ("Bo", ""), ("Cy", "")]),
        (
            ["Ana,", "Bo,", "Cy,Chad", "Di,", "Ed,Mali"],
            [(name, "") for name in ("Ana", "Bo", "Cy", "Di", "Ed")],
        ),
        (["Ana,", "Bo,Togo", "Cy,"], [("Ana", ""), ("Bo", ""), ("Cy", "")]),
    ],
    ids=[
        "sections",
        "one without a country",
        "the first without",
        "two without in a row",
        "the last without",
    ],
)
def test_heads_that_stand_where_names_do_are_those_that_fuller_rows_follow(tmp_path, rows, told):
    table = _table(tmp_path, "\n".join(["Name,Country", *rows]))

    found = read_participants(table, Legend())

    assert [(who.name, who.category) for who in found.people] == told
    headed = tuple(Defect(row, "name", "heads_section") for row in (2, 5)) if told[0][1] else ()
    assert (found.read, found.defects, len(found.rows)) == (len(told), headed, len(told))
    heads = {"Parties": 2, "Observers": 1} if told[0][1] else {}
    assert sections(table, Legend()) == heads


@pytest.mark.parametrize("code", LANGUAGES)
def test_at_the_command_line_a_bare_name_is_asked_about_by_what_can_be_typed(code):
    language = language_for(code)
    told = bare(defect_line(Defect(2, "name", "heads_section"), Unit.ROW, language))

    assert (told.count("--map category:CELL=-"), language.say("Means") in told) == (1, False)


def test_a_person_says_whether_a_bare_name_heads_a_section(tmp_path):
    table = _table(tmp_path, "Name,Country\nAna,\nBo,Togo\nParties,\nCy,Chad\n")
    legend = parse_map(["category:Ana=-", "category:Parties=GOV"])

    found = read_participants(table, legend)

    assert [(who.name, who.category) for who in found.people] == [("Ana", ""), ("Bo", ""), ("Cy", "GOV")]
    assert (found.read, found.defects) == (3, ())
    assert list(sections(table, legend)) == ["Ana", "Parties"]


def test_who_is_addressed_as_people_are_heads_no_section(tmp_path):
    table = _table(tmp_path, "Name,Country\nMs Ana Diaz,\nBo,Togo\nالسيدة هدى,\nCy,Chad\n")

    found = read_participants(table, Legend())

    assert [who.name for who in found.people] == ["Ms Ana Diaz", "Bo", "السيدة هدى", "Cy"]
    assert (found.defects, sections(table, Legend())) == ((), {})


def test_list_without_names_is_refused(tmp_path):
    with pytest.raises(ColumnMissing):
        read_participants(_table(tmp_path, "a,b\n1,2\n"), Legend())


def test_conference_list_is_read_whole():
    path = DATA / "participants" / "cop25-participants.csv"
    if not path.is_file():
        pytest.skip("the shared data is not on this machine")

    told = read_participants(read_table(path), Legend())

    assert (told.read, len(told.people), told.defects) == (17_553, 17_553, ())
    assert Counter(row.gender for row in told.people) == {"male": 10_118, "female": 7_433, "": 2}


def _speech(tmp_path, row, header="date,time,seconds,name,chair"):
    told = read_speeches(_table(tmp_path, f"{header}\n{row}\n"), Legend(), "Europe/Zurich")
    spans = [(s.begin_ms - ROUND, s.end_ms - s.begin_ms, s.chair) for s in told.speeches]
    return spans, [(d.field, d.problem) for d in told.defects]


@pytest.mark.parametrize(
    ("row", "spans", "defects"),
    [
        ("20191021,10:00:00 - 10:00:17,17,Ana,0", [(0, 17_000, False)], []),
        ("20191021,10:00:00 - 10:00:00,0,Ana,1", [(0, 0, True)], []),
        ("20191021,10:00:00 - 10:00:18,17,Ana,0", [(0, 17_000, False)], []),
        ("20191021,10:00:00 - 10:05:00,17,Ana,0", [(0, 17_000, False)], [("end", "seconds_differ")]),
        ("20191021,10:00:00 - 10:05:00,,Ana,0", [(0, 300_000, False)], []),
        ("20191021,10:00:00,17.5,Ana,0", [(0, 17_500, False)], []),
        ("20191021,23:50:00 - 00:10:00,1200,Ana,0", [(49_800_000, 1_200_000, False)], []),
        ("20191021,10:00:00 - 09:00:00,,Ana,0", [], [("end", "ends_before_it_begins")]),
        ("20191021,10:00:00,,Ana,0", [], [("end", "end_missing")]),
        (
            "yesterday,noon - later,long,Ana,0",
            [],
            [(f, "unreadable") for f in ("date", "time", "end", "seconds")],
        ),
        ("20191021,10:00:00 - 10:00:17,17,NA,0", [], [("name", "name_missing")]),
    ],
)
def test_speech_is_when_and_as_long_as_its_row_says(tmp_path, row, spans, defects):
    assert _speech(tmp_path, row) == (spans, defects)


def test_beginning_and_end_may_have_columns_of_their_own(tmp_path):
    told = _speech(tmp_path, "21.10.2019,10:00,10:02,Ana", header="day,start,end,speaker")

    assert told == ([(0, 120_000, False)], [])


def test_record_without_times_is_refused(tmp_path):
    with pytest.raises(ColumnMissing) as missing:
        read_speeches(_table(tmp_path, "date,name\n20191021,Ana\n"), Legend(), "UTC")

    assert missing.value.details == {"field": "time", "columns": "date, name"}


def test_timed_record_is_read_whole():
    path = DATA / "speeches" / "slovak-parliament-timed.csv"
    if not path.is_file():
        pytest.skip("the shared data is not on this machine")

    told = read_speeches(read_table(path), Legend(), "Europe/Bratislava")

    assert (told.read, len(told.speeches), told.defects) == (883, 883, ())
    assert sum(s.end_ms - s.begin_ms for s in told.speeches) == 197_735_000
    assert Counter(s.chair for s in told.speeches) == {True: 485, False: 398}
    assert (told.speeches[0].day, told.speeches[-1].day) == (date(2010, 7, 8), date(2023, 9, 20))
