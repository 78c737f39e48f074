"""Records and lists that others keep of their meetings, taken in whole and counted as plain sums."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from facilitator.acts.importing.order import Order
from facilitator.acts.intake import Kind, import_list

DATA = Path(__file__).parents[3] / "shared" / "data" / "speeches"
TIMED, ORDER, DEBATE = (
    DATA / f"{name}.csv"
    for name in ("slovak-parliament-timed", "unscon-speaker-list", "un-general-debate-speakers")
)
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not on this machine")


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def plain(name):
    """Return a name as people are told apart by: whatever its capitals and spaces."""
    return " ".join(name.casefold().split())


def in_order(name):
    """Return "Family, Given" as people are called: the given name first."""
    return " ".join(part.strip() for part in reversed(name.split(", ")))


def replay(desk, source, panel=None):
    """Import a list twice; return what the first and the second told, without the defects."""
    told = [import_list(desk, Kind.SPEECHES, Order(source, panel=panel)).as_json() for _ in range(2)]
    return [tuple(each[key] for key in ("read", "added", "unchanged", "skipped")) for each in told]


def test_one_day_of_a_parliament_is_spoken_again_second_for_second(desk, tmp_path):
    rows = [row for row in rows_of(TIMED) if row["Date"] == "20200320"]
    day = tmp_path / "day.csv"
    with day.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    told = replay(desk, day)
    view = desk.view(desk.view().panels[-1].id)
    seconds = Counter()
    for turn in view.floor.interventions:
        seconds[view.people[turn.participant].name] += turn.clock.elapsed(desk.now()) // 1000

    plain = Counter()
    for row in rows:
        plain[in_order(row["Name"])] += int(row["Seconds"])
    assert told == [(len(rows), len(rows), 0, 0), (len(rows), 0, len(rows), 0)]
    assert seconds == plain


def test_a_list_of_a_council_waits_in_its_order_day_by_day(desk):
    rows = rows_of(ORDER)
    told = replay(desk, ORDER)
    views = [desk.view(panel.id) for panel in desk.view().panels[1:]]
    waiting = [[view.people[r.participant].name for r in view.floor.waiting] for view in views]

    days = {}
    for row in rows:
        days.setdefault(row["Date"], []).append((int(row["Order"]), row["Speaker"]))
    assert told == [(len(rows), len(rows), 0, 0), (len(rows), 0, len(rows), 0)]
    assert sorted(waiting) == sorted([name for _, name in sorted(day)] for day in days.values())
    assert sum(r.terms.words for view in views for r in view.floor.waiting) == sum(
        int(row["Words"]) for row in rows
    )


def test_a_list_of_a_council_is_called_through(desk, clock):
    replay(desk, ORDER)
    panel = desk.view().panels[1]
    desk.do("open_panel", panel=panel.id)
    listed = [r.participant for r in desk.view().floor.waiting]
    for _ in listed:
        desk.do("give_floor")
        clock.pass_s(90)
    desk.do("end_intervention")

    floor = desk.view().floor
    assert [i.participant for i in floor.spoken] == listed
    assert [i.clock.elapsed(clock.now) for i in floor.spoken] == [90_000] * len(listed)


def test_decades_of_a_debate_wait_in_one_list(desk):
    rows = rows_of(DEBATE)
    named = [row for row in rows if row["Speaker"].strip() and row["Speaker"].strip() != "NA"]
    told = replay(desk, DEBATE, panel=1)
    view = desk.view()

    left_out = len(rows) - len(named)
    assert told[0] == (len(rows), len(named), 0, left_out)
    assert told[1][1:] == (0, len(named), left_out)
    assert Counter(plain(view.people[r.participant].delegation) for r in view.floor.waiting) == Counter(
        plain(row["Country"]) for row in named
    )
