"""The ledger as it is handed over: where each recommendation stands, what it is about, what came before."""

import json
import re

import openpyxl
import pypdf
import pytest

from facilitator.acts.export import export
from facilitator.acts.importing.order import Order
from facilitator.acts.intake import Kind, import_list
from facilitator.domain.before import Follows
from facilitator.domain.recommendation import Status, Tagged

STEPS = {"Publish.": 7, "Train.": 5, "Fund.": 2, "Meet.": 0}
STATUS = {"Publish.": "in the report", "Train.": "read back", "Fund.": "consolidated", "Meet.": "captured"}


@pytest.fixture
def held(desk, tmp_path):
    """Four recommendations on their way, the first with a theme, a group and an earlier one."""
    desk.do("open_panel", panel=1)
    made = {text: desk.do("make_recommendation", text=text, addressees=("States",)).id for text in STEPS}
    tags = {Tagged.THEMES: ("A2",), Tagged.GROUPS: ("IND", "MIG")}
    desk.do("edit_recommendation", recommendation=made["Publish."], tags=tags)
    for text, steps in STEPS.items():
        for _ in range(steps):
            desk.do("advance", recommendation=made[text])
    earlier = tmp_path / "earlier.csv"
    earlier.write_text("symbol,paragraph,recommendation\nA/HRC/34/23,12,Publish it\n", encoding="utf-8")
    import_list(desk, Kind.RECOMMENDATIONS, Order(earlier))
    (row,) = desk.reading.ledger.rows("earlier")
    desk.do("follow_earlier", recommendation=made["Publish."], earlier=row["id"], kind=Follows.REPEATS)
    return desk


def rows(desk, tmp_path, code="en"):
    export(desk, tmp_path / "t.json", what="ledger", language=code)
    return json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["recommendations"]


def test_each_says_how_far_it_has_come_and_where_it_is_in_the_report(held, tmp_path):
    found = rows(held, tmp_path)
    export(held, tmp_path / "r.json", what="report")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["paragraphs"]
    (number,) = (each["number"] for each in report if each["text"] == "Publish.")

    assert {row["text"]: row["status"] for row in found} == STATUS
    assert [row["source"] for row in found] == [f"Panel 1, paragraph {number}", *["Panel 1"] * 3]


def test_themes_groups_and_what_came_before_stand_in_words(held, tmp_path):
    first, *others = rows(held, tmp_path)

    assert (first["themes"], first["groups"], first["earlier"]) == (
        "Cooperation with human rights mechanisms and institutions",
        "Indigenous peoples; Migrants",
        "repeats A/HRC/34/23",
    )
    assert {(row["themes"], row["groups"], row["earlier"]) for row in others} == {("", "", "")}


def test_codes_are_in_the_words_of_the_language(held, tmp_path):
    first = rows(held, tmp_path, "ar")[0]

    assert (first["status"], first["groups"]) == ("في التقرير", "الشعوب الأصلية; المهاجرون".replace(";", "؛"))


def test_the_workbook_offers_the_statuses_there_are(held, tmp_path):
    export(held, tmp_path / "t.xlsx", what="ledger")
    workbook = openpyxl.load_workbook(tmp_path / "t.xlsx")
    head = [cell.value for cell in workbook["Recommendations"][1]]
    offered = [
        [cell.value for cell in column if cell.value is not None] for column in workbook["Lists"].columns
    ]

    assert "Status" in head
    on_the_way = ["captured", "drafted", "consolidated", "reviewed", "validated", "read back", "retained"]
    reported = ["in the report", "submitted", "issued", "corrected"]
    assert [each for each in offered if "captured" in each] == [[*on_the_way, *reported, "not retained"]]


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_sign_is_drawn_before_each_status_and_is_no_text(held, tmp_path, code):
    export(held, tmp_path / "t.pdf", what="ledger", language=code)
    (page,) = pypdf.PdfReader(tmp_path / "t.pdf").pages
    drawn = page.get_contents().get_data()

    circles = [len(re.findall(rb" c\s", drawn)), page.extract_text().count("●")]
    in_key = 1 + 2 + 1
    assert circles == [4 * (5 + in_key), 0]  # a disc, a ring and its dot, two rings: four curves each


def test_what_was_not_retained_stands_there_with_a_dash_and_the_key_says_so(held, tmp_path):
    (made,) = [row["id"] for row in held.reading.ledger.rows("recommendation") if row["text"] == "Meet."]
    held.do("advance", recommendation=made, to=Status.NOT_RETAINED, reason="No agreement")
    export(held, tmp_path / "t.pdf", what="ledger")
    (page,) = pypdf.PdfReader(tmp_path / "t.pdf").pages
    said = page.extract_text()

    assert [row["status"] for row in rows(held, tmp_path)] == [
        "in the report",
        "read back",
        "consolidated",
        "not retained",
    ]
    key = ("in the report: adopted", "read back to the room", "consolidated or earlier", "not retained: no")
    assert [meaning for meaning in key if meaning not in said] == []
