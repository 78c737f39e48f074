"""Who spoke for how long, by any grouping, as plain sums over the same facts."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from facilitator.acts.importing.order import Order
from facilitator.acts.intake import Kind, import_list
from facilitator.acts.statistics import Grouping, statistics
from facilitator.domain.refusals import UnknownReference

SPEECHES = Path(__file__).parents[3] / "shared" / "data" / "speeches" / "slovak-parliament-timed.csv"
needs_speeches = pytest.mark.skipif(not SPEECHES.is_file(), reason="the shared data is not on this machine")


def _statistics(desk, by=Grouping.CATEGORY, panel=None, *, chair=True):
    return statistics(desk, by=by, panel=panel, chair=chair)


COLUMNS = ("key", "label", "participants", "interventions", "seconds", "share", "target_share")


def _row(*values):
    return dict(zip(COLUMNS, values, strict=True))


@pytest.fixture
def heard(desk, sitting, clock):
    """Brazil has spoken for 150 seconds, half a minute over its time; the coalition speaks for 50.5."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(150)
    desk.do("give_floor", request=sitting["Coalition"])
    clock.pass_s(50.5)
    return desk


def test_categories_are_counted_in_the_order_of_the_workshop(heard):
    assert _statistics(heard) == {
        "by": "category",
        "panel": None,
        "rows": [
            _row("GOV", "States", 3, 1, 150.0, 150 / 200.5, 0.5),
            _row("NGO", "Civil society", 2, 1, 50.5, 50.5 / 200.5, 0.5),
        ],
        "total": {
            "participants": 5,
            "interventions": 2,
            "seconds": 200.5,
            "overruns": 1,
            "longest_s": 150.0,
        },
    }


def test_one_panel_is_counted_alone(heard):
    heard.do("add_panel", title="Other", starts=0, ends=1000)

    assert _statistics(heard, panel=1)["total"]["seconds"] == 200.5
    assert _statistics(heard, panel=2)["rows"] == [
        _row("GOV", "States", 3, 0, 0.0, 0.0, 0.5),
        _row("NGO", "Civil society", 2, 0, 0.0, 0.0, 0.5),
    ]


def test_panel_that_is_not_there_is_refused(desk):
    with pytest.raises(UnknownReference):
        _statistics(desk, panel=2)


def test_workshop_without_people_has_no_groups(desk):
    assert _statistics(desk, Grouping.REGION) == {
        "by": "region",
        "panel": None,
        "rows": [],
        "total": {"participants": 0, "interventions": 0, "seconds": 0.0, "overruns": 0, "longest_s": 0.0},
    }


def test_groups_have_names_and_who_is_in_none_comes_last(desk, people):
    desk.do("add_participant", name="Oslo", category="GOV", gender="female", region="africa", language="ar")

    assert [
        _statistics(desk, by)["rows"] for by in (Grouping.GENDER, Grouping.REGION, Grouping.LANGUAGE)
    ] == [
        [_row("female", "Women", 1, 0, 0.0, 0.0, None), _row("", "Not stated", 5, 0, 0.0, 0.0, None)],
        [_row("africa", "Africa", 1, 0, 0.0, 0.0, None), _row("", "Not stated", 5, 0, 0.0, 0.0, None)],
        [_row("ar", "العربية", 1, 0, 0.0, 0.0, None), _row("", "Not stated", 5, 0, 0.0, 0.0, None)],
    ]


@pytest.fixture
def recorded(desk):
    import_list(desk, Kind.SPEECHES, Order(SPEECHES))
    with SPEECHES.open(encoding="utf-8", newline="") as file:
        return desk, list(csv.DictReader(file))


@needs_speeches
@pytest.mark.parametrize("without_chair", [False, True])
@pytest.mark.parametrize(
    ("by", "column"),
    [(Grouping.CATEGORY, "Party"), (Grouping.DELEGATION, "Party"), (Grouping.GENDER, "Gender")],
)
def test_seconds_of_a_record_are_exactly_those_of_its_file(recorded, by, column, without_chair):
    desk, rows = recorded
    said = [row for row in rows if not (without_chair and row["Moderator"] == "1")]
    groups = {"" if row[column] == "NA" else row[column] for row in rows}
    seconds, turns = dict.fromkeys(groups, 0), dict.fromkeys(groups, 0)
    for row in said:
        key = "" if row[column] == "NA" else row[column]
        seconds[key] += int(row["Seconds"])
        turns[key] += 1

    found = _statistics(desk, by, chair=not without_chair)

    got = [row for row in found["rows"] if row["key"] not in ("GOV", "NGO")]
    assert {row["key"]: row["seconds"] for row in got} == seconds
    assert {row["key"]: row["interventions"] for row in got} == turns
    whole = sum(seconds.values())
    assert {row["key"]: row["share"] for row in got} == {key: s / whole for key, s in seconds.items()}
    assert found["total"]["seconds"] == whole == (76_637 if without_chair else 197_735)
    assert found["total"]["longest_s"] == max(int(row["Seconds"]) for row in said)


@needs_speeches
def test_panels_of_a_record_are_its_days(recorded):
    desk, rows = recorded
    by_day = Counter()
    for row in rows:
        by_day[row["Date"]] += int(row["Seconds"])

    found = [_statistics(desk, panel=number)["total"]["seconds"] for number in range(2, 11)]

    assert found == [by_day[day] for day in sorted(by_day)]
