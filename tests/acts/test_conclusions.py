"""What consultations concluded comes in from lists of any kind, linked to panels and recommendations."""

import json

import pytest

from facilitator.acts.importing.looking import look_into, usual_list
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.domain.before import Used, lines_of
from facilitator.domain.refusals import NotUnderstood, UnknownReference

TABLE = """Conclusion,Consultation,Panel,Taken up in
Share early warnings.,Washington,1,R-P1-01
Meet yearly.,,"1; 2",
Count cases.,,9,
Train judges.,,,R-P9-01
,,1,
"""


@pytest.fixture
def two(desk):
    """Two panels, the first with a recommendation."""
    desk.do("open_panel", panel=1)
    desk.do("make_recommendation", text="Warn early.")
    hours = {"starts": "2019-10-21T15:00:00+02:00", "ends": "2019-10-21T18:00:00+02:00"}
    desk.do("add_panel", title="Early warning", **hours)
    return desk


def concluded(desk):
    return [(row.source, row.text, row.used) for row in desk.before() if row.conclusion]


def figures(report):
    told = [(each.row, each.field, each.problem) for each in report.defects]
    return report.read, report.added, report.updated, report.unchanged, report.skipped, told


def test_a_table_names_consultation_panels_and_recommendations_of_each(two, tmp_path):
    source = tmp_path / "list.csv"
    source.write_text(TABLE, encoding="utf-8")
    order = Order(source, consultation="Banjul")
    wrong = [
        (4, "panel", "no_such_panel"),
        (5, "recommendations", "no_such_number"),
        (6, "text", "text_missing"),
    ]

    assert figures(import_list(two, Kind.CONCLUSIONS, Order(source, dry_run=True))) == (5, 2, 0, 0, 3, wrong)
    assert concluded(two) == []
    assert figures(import_list(two, Kind.CONCLUSIONS, order)) == (5, 2, 0, 0, 3, wrong)
    assert concluded(two) == [
        ("Banjul", "Meet yearly.", (Used(panel=1), Used(panel=2))),
        ("Washington", "Share early warnings.", (Used(panel=1), Used("R-P1-01"))),
    ]
    again = Order(source, consultation="Banjul", dry_run=True)
    assert figures(import_list(two, Kind.CONCLUSIONS, again)) == (5, 0, 0, 2, 3, wrong)
    assert figures(import_list(two, Kind.CONCLUSIONS, order)) == (5, 0, 0, 2, 3, wrong)
    two.do("undo", desk="secretariat")
    two.do("undo", desk="secretariat")
    assert concluded(two) == []


def test_a_text_is_a_conclusion_a_line_of_the_consultation_its_file_is_named_by(two, tmp_path):
    source = tmp_path / "Banjul.txt"
    source.write_text("- Share figures.\n\n2) Meet yearly.\n", encoding="utf-8")
    look = look_into(two, Kind.CONCLUSIONS, Order(source))
    import_list(two, Kind.CONCLUSIONS, Order(source))
    import_list(two, Kind.CONCLUSIONS, Order(source, panel=2))

    assert usual_list(source) is Kind.CONCLUSIONS
    assert [row.cells for row in look.rows] == [("Share figures.",), ("Meet yearly.",)]
    assert concluded(two) == [
        ("Banjul", "Share figures.", (Used(panel=2),)),
        ("Banjul", "Meet yearly.", (Used(panel=2),)),
    ]


def test_a_panel_that_there_is_not_is_refused_and_nothing_comes_in(two, tmp_path):
    source = tmp_path / "Banjul.txt"
    source.write_text("Share figures.", encoding="utf-8")

    with pytest.raises(UnknownReference):
        import_list(two, Kind.CONCLUSIONS, Order(source, panel=7))
    with pytest.raises(NotUnderstood):
        two.do("add_conclusions", consultation="Banjul", texts=("Share figures.", " "))
    assert concluded(two) == []


def test_lines_lose_their_bullets_and_numbers_and_nothing_else():
    said = "1. One\n(2) Two\n٣) ثلاثة\n– four\n• five\n(iv) six\n2019 was seven\n-8 eight\nA. B. nine\n \n"

    assert lines_of(said) == (
        "One",
        "Two",
        "ثلاثة",
        "four",
        "five",
        "six",
        "2019 was seven",
        "-8 eight",
        "A. B. nine",
    )


def test_the_list_is_one_event_of_the_journal(two, tmp_path):
    source = tmp_path / "list.json"
    source.write_text(json.dumps([{"text": "Share figures."}, {"text": "Meet yearly."}]), encoding="utf-8")
    before = two.newest_event()
    import_list(two, Kind.CONCLUSIONS, Order(source))
    after = two.newest_event()
    two.do("undo", desk="secretariat")

    assert (before != after, concluded(two)) == (True, [])
