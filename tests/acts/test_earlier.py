"""What others recommended before: taken in from real lists, and reported against."""

import json
from pathlib import Path

import pytest

from facilitator.acts.earlier import Finding, Follows
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.ledger_told import ledger_now
from facilitator.domain.refusals import NotUnderstood, UnknownReference

DATA = Path(__file__).parents[3] / "shared" / "data" / "recommendations"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not on this machine")


def taken(desk, source, **more):
    report = import_list(desk, Kind.RECOMMENDATIONS, Order(source, **more))
    return report.read, report.added, report.updated, report.unchanged, report.skipped


@needs_data
def test_a_list_of_old_letters_and_line_ends_comes_in_whole(desk):
    source = DATA / "upr-sessions-1-5.csv"
    raw = source.read_bytes()
    assert b"\n" not in raw
    assert taken(desk, source) == (6094, 6094, 0, 0, 0)
    rows = desk.reading.ledger.rows("earlier")
    first = json.loads(rows[0]["detail"])
    assert (first["To"], first["From"], first["Response"], first["Session"]) == (
        "Afghanistan",
        "Austria",
        "Accepted",
        "5",
    )
    assert json.loads(rows[0]["themes"]) == ["Rights of the Child", "Women's rights"]
    assert not any("\ufffd" in row["text"] for row in rows)
    assert taken(desk, source) == (6094, 0, 0, 6094, 0)


@needs_data
@pytest.mark.parametrize(("name", "many"), [("upr20", 163), ("upr34", 215)])
def test_themes_persons_and_goals_become_codes_where_there_are_any(desk, name, many):
    source = DATA / f"{name}-slovenia-recommendations.csv"
    assert taken(desk, source) == (many, many, 0, 0, 0)
    told = ledger_now(desk)["earlier"]
    assert all(each["symbol"].startswith("A/HRC/") and each["paragraph"] for each in told)
    persons = {person for each in told for person in each["persons"]}
    assert {"minorities", "women", "children"} <= persons
    goals = {goal for each in told for goal in each["goals"]}
    assert goals <= {str(n) for n in range(1, 18)}
    if name == "upr20":
        assert told[3]["themes"] == ["A1", "B3", "G1"]


def test_a_dry_run_reports_and_a_row_without_text_is_a_defect(desk, tmp_path):
    source = tmp_path / "earlier.csv"
    source.write_text(
        "Symbol,Para,Recommendation,Addressed to\n"
        "A/HRC/34/23,56,Hold workshops.,OHCHR; States\n"
        "A/HRC/34/23,57,,OHCHR\n",
        encoding="utf-8",
    )
    assert taken(desk, source, dry_run=True) == (2, 1, 0, 0, 1)
    assert ledger_now(desk)["earlier"] == []
    report = import_list(desk, Kind.RECOMMENDATIONS, Order(source))
    assert [(d.row, d.field, d.problem) for d in report.defects] == [(3, "text", "text_missing")]
    (told,) = ledger_now(desk)["earlier"]
    assert (told["symbol"], told["paragraph"], told["addressees"]) == (
        "A/HRC/34/23",
        "56",
        ["OHCHR", "States"],
    )
    desk.do("undo")
    assert ledger_now(desk)["earlier"] == []


def test_progress_gap_and_lesson_stand_beside_an_earlier_recommendation(desk, tmp_path):
    source = tmp_path / "earlier.csv"
    source.write_text("Symbol,Para,Text\nA/HRC/34/23,56,Hold workshops.\n", encoding="utf-8")
    taken(desk, source)
    earlier = ledger_now(desk)["earlier"][0]["earlier"]
    made = desk.do("make_recommendation", text="Hold more workshops.", panel=1).id
    for kind in Finding:
        desk.do("assess_earlier", earlier=earlier, kind=kind, text=f"A {kind}", panel=1)
    desk.do("follow_earlier", recommendation=made, earlier=earlier, kind=Follows.REPEATS)
    desk.do("follow_earlier", recommendation=made, earlier=earlier, kind=Follows.FOLLOWS_UP)
    told = ledger_now(desk)["earlier"][0]
    assert [each["kind"] for each in told["assessments"]] == ["progress", "gap", "lesson"]
    assert told["followed_by"] == [{"recommendation": made, "kind": "follows_up"}]
    with pytest.raises(UnknownReference):
        desk.do("assess_earlier", earlier="x", kind=Finding.GAP, text="A gap")


def test_what_a_region_concluded_is_an_input(desk):
    made = desk.do("make_recommendation", text="Share data.", panel=1).id
    first = desk.do("add_conclusion", consultation="Banjul", text="Share information.").id
    desk.do("add_conclusion", consultation="Banjul", text="Meet yearly.")
    with pytest.raises(NotUnderstood):
        desk.do("use_conclusion", conclusion=first)
    desk.do("use_conclusion", conclusion=first, panel=1, recommendation=made)
    told = ledger_now(desk)["conclusions"]
    assert [(each["number"], each["text"]) for each in told] == [
        (1, "Share information."),
        (2, "Meet yearly."),
    ]
    assert told[0]["inputs"] == [
        {"panel": desk.reading.panels()[0].id, "recommendation": made},
    ]


def test_a_conclusion_that_is_an_input_already_is_one_still(desk):
    made = desk.do("make_recommendation", text="Share data.", panel=1).id
    first = desk.do("add_conclusion", consultation="Banjul", text="Share information.").id
    once = desk.do("use_conclusion", conclusion=first, recommendation=made)
    twice = desk.do("use_conclusion", conclusion=first, recommendation=made)
    desk.do("use_conclusion", conclusion=first, panel=1, recommendation=made)

    assert (twice.event, twice.id) == ("", once.id)
    assert len(desk.reading.ledger.rows("input")) == 2
    assert [row.id for row in desk.dossier(made).inputs] == [first]
