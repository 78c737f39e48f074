"""Taking lists into a workshop: all of a list or nothing, once and not twice."""

import time
from collections import Counter
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.domain.people import Category
from facilitator.domain.programme import PanelState
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.requests import Capacity
from facilitator.intake.faults import QuoteNotClosed, TableMissing
from facilitator.intake.legend import Legend
from tests.books import folded, tables_of

DATA = Path(__file__).parents[3] / "shared" / "data"
PEOPLE = DATA / "participants" / "cop25-participants.csv"
SPEECHES = DATA / "speeches" / "slovak-parliament-timed.csv"
needs_people = pytest.mark.skipif(not PEOPLE.is_file(), reason="the shared data is not on this machine")
needs_speeches = pytest.mark.skipif(not SPEECHES.is_file(), reason="the shared data is not on this machine")
TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
HOUR = 3_600_000
LIST = (
    "name,category,delegation,gender\n"
    "Ana,States,Peru,Ms.\n"
    "Bo,Media,Radio Togo,\n"
    "Ana,GOV,Peru,Ms.\n"
    "NA,GOV,Togo,Mr.\n"
)
RECORD = (
    "date,time,seconds,moderator,name,party,gender\n"
    "20191021,10:00:00 - 10:02:00,120,1,Chair,Greens,female\n"
    "20191021,10:01:00 - 10:05:00,240,0,Ana,Reds,female\n"
    "20191021,10:05:00 - 10:05:00,0,0,Guest,NA,\n"
    "20191021,10:05:00 - 10:05:00,0,0,Guest,NA,\n"
    "20191022,09:00:00 - 09:10:00,600,0,Ana,Reds,female\n"
)


@pytest.fixture
def written(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def _people(desk, source, *, dry_run=False, **mapping):
    return _taken(desk, Kind.PARTICIPANTS, Order(source, Legend(mapping), dry_run=dry_run))


def _speeches(desk, source, *, panel=None, dry_run=False):
    return _taken(desk, Kind.SPEECHES, Order(source, panel=panel, dry_run=dry_run))


def _taken(desk, kind, order):
    return import_list(desk, kind, order).as_json()


def _counts(report):
    return tuple(report[name] for name in ("read", "added", "updated", "unchanged", "skipped"))


def _tables(desk):
    """Return all that is the case, and the journal that tells of it."""
    journal = [(row.act, row.changes) for row in desk.file.journal()]
    return desk.reading.people(), desk.reading.categories(), desk.reading.panels(), journal


def test_list_is_reported_row_by_row(desk, written):
    assert _people(desk, written(LIST)) == {
        "read": 4,
        "added": 3,
        "updated": 0,
        "unchanged": 0,
        "skipped": 1,
        "elsewhere": 0,
        "defects": [{"row": 5, "field": "name", "problem": "name_missing"}],
    }


def test_known_category_is_found_by_key_or_label_and_a_new_one_made(desk, written):
    _people(desk, written(LIST))

    assert [(p.name, p.category, p.delegation, p.gender) for p in desk.reading.people().values()] == [
        ("Ana", "GOV", "Peru", "female"),
        ("Bo", "Media", "Radio Togo", ""),
        ("Ana", "GOV", "Peru", "female"),
    ]
    assert desk.reading.categories()[2:] == (Category("Media", "Media", 3),)


def test_second_import_of_a_list_changes_nothing(desk, written):
    source = written(LIST)
    _people(desk, source)
    before = _tables(desk)

    assert _counts(_people(desk, source)) == (4, 0, 0, 3, 1)
    assert _tables(desk) == before


def test_what_a_newer_list_says_is_taken_and_what_it_leaves_out_is_kept(desk, written):
    _people(desk, written(LIST))

    newer = written(
        "name,category,delegation,gender,region\nBo,Media,Radio Togo,Mr.,\nAna,GOV,Peru,,GRULAC\n"
    )

    assert _counts(_people(desk, newer)) == (2, 0, 2, 0, 0)
    assert sorted((p.name, p.gender, p.region) for p in desk.reading.people().values()) == [
        ("Ana", "female", ""),
        ("Ana", "female", "latin_america_caribbean"),
        ("Bo", "male", ""),
    ]


def test_import_is_one_event_and_undo_takes_all_of_it_back(desk, written):
    before = _tables(desk)
    _people(desk, written(LIST))
    _speeches(desk, written(RECORD, "record.csv"))

    acts = [row.act for row in desk.file.journal()]
    desk.do("undo")
    desk.do("undo")

    assert acts == [act for act, _ in before[3]] + ["import_participants", "import_speeches"]
    assert _tables(desk)[:3] == before[:3]


def test_redo_brings_an_import_back(desk, written):
    _people(desk, written(LIST))
    before = _tables(desk)[:3]
    desk.do("undo")
    desk.do("redo")

    assert _tables(desk)[:3] == before


def test_journal_folds_to_what_came_in(desk, written):
    _speeches(desk, written(RECORD))

    tables = folded(desk)

    assert len(tables["intervention"]) == 5
    assert {row["name"] for row in tables["participant"].values()} == {"Chair", "Ana", "Guest"}


def test_dry_run_reports_the_same_and_changes_nothing(desk, written):
    before = _tables(desk)
    people, record = written(LIST), written(RECORD, "record.csv")

    trial = _people(desk, people, dry_run=True), _speeches(desk, record, dry_run=True)

    assert _tables(desk) == before
    assert trial == (_people(desk, people), _speeches(desk, record))


def test_listeners_hear_of_an_import(desk, written):
    heard = []
    desk.listen(heard.append)
    _people(desk, written(LIST))

    assert [len(view.people) for view in heard] == [3]


def test_record_is_a_closed_panel_for_each_day(desk, written):
    _speeches(desk, written(RECORD))

    panels = desk.reading.panels()[1:]
    nine = TEN + 23 * HOUR
    assert [(p.number, p.title, p.starts - TEN, p.ends - TEN) for p in panels] == [
        (2, "21 October 2019", 0, 300_000),
        (3, "22 October 2019", 23 * HOUR, 23 * HOUR + 600_000),
    ]
    floors = [desk.reading.floor(panel.id) for panel in panels]
    assert [(f.state, f.list_open, f.opened_at, f.closed_at) for f in floors] == [
        (PanelState.CLOSED, False, TEN, TEN + 300_000),
        (PanelState.CLOSED, False, nine, nine + 600_000),
    ]


def test_overlapping_and_empty_speeches_are_kept_and_the_chair_is_the_chair(desk, written):
    _speeches(desk, written(RECORD))

    people = desk.reading.people()
    first = desk.reading.floor(desk.reading.panels()[1].id)
    said = [
        (people[i.participant].name, i.clock.began - TEN, i.clock.ended - TEN, i.capacity)
        for i in first.spoken
    ]
    assert said == [
        ("Chair", 0, 120_000, Capacity.CHAIR),
        ("Ana", 60_000, 300_000, Capacity.FLOOR),
        ("Guest", 300_000, 300_000, Capacity.FLOOR),
        ("Guest", 300_000, 300_000, Capacity.FLOOR),
    ]


def test_second_import_of_a_record_changes_nothing_and_a_longer_one_adds_the_rest(desk, written):
    _speeches(desk, written(RECORD))
    before = _tables(desk)
    again = _speeches(desk, written(RECORD))

    assert _counts(again) == (5, 0, 0, 5, 0)
    assert _tables(desk) == before

    longer = written(RECORD + "20191022,09:10:00 - 09:11:00,60,0,Bo,Reds,male\n")
    assert _counts(_speeches(desk, longer)) == (6, 1, 0, 5, 0)
    assert [p.title for p in desk.reading.panels()] == ["Remedies", "21 October 2019", "22 October 2019"]


def test_record_goes_to_the_panel_that_is_named(desk, written):
    source = written(RECORD)

    assert _counts(_speeches(desk, source, panel=1)) == (5, 5, 0, 0, 0)
    assert _counts(_speeches(desk, source, panel=1)) == (5, 0, 0, 5, 0)
    assert [p.title for p in desk.reading.panels()] == ["Remedies"]
    floor = desk.reading.floor(desk.reading.panels()[0].id)
    assert (floor.state, len(floor.spoken)) == (PanelState.CLOSED, 5)


def test_speech_without_a_known_limit_is_no_overrun_and_one_with_is(desk, written):
    source = written(RECORD.replace(",Reds,", ",GOV,"))
    _speeches(desk, source)

    floor = desk.reading.floor(desk.reading.panels()[1].id)

    assert [i.clock.limit_ms for i in floor.spoken] == [120_000, 120_000, 0, 0]


def test_panel_that_is_not_there_is_refused(desk, written):
    with pytest.raises(UnknownReference):
        _speeches(desk, written(RECORD), panel=9)


def test_fault_leaves_the_workshop_as_it_was(desk, written, tmp_path):
    before = _tables(desk)

    with pytest.raises(QuoteNotClosed):
        _people(desk, written(LIST + 'X,"Y,Z\n'))
    with pytest.raises(TableMissing):
        _speeches(desk, tmp_path / "none.csv")

    assert _tables(desk) == before


@needs_people
def test_conference_list_comes_in_whole_and_fast(desk):
    told = []
    began = time.monotonic()
    order = Order(PEOPLE, Legend({"name": "Name"}), progress=lambda done, total: told.append((done, total)))
    report = _taken(desk, Kind.PARTICIPANTS, order)
    took = time.monotonic() - began

    assert _counts(report) == (17_553, 17_553, 0, 0, 0)
    assert Counter(p.category for p in desk.reading.people().values()) == {
        "Parties": 8_154,
        "Non-governmental organizations": 7_904,
        "Intergovernmental organizations": 790,
        "Specialized agencies and related organizations": 381,
        "United Nations Secretariat units and bodies": 317,
        "Observer States": 7,
    }
    assert told[-1] == (17_553, 17_553)
    assert _counts(_people(desk, PEOPLE)) == (17_553, 0, 0, 17_553, 0)
    assert took < 10


@needs_speeches
def test_timed_record_comes_in_whole(desk):
    assert _counts(_speeches(desk, SPEECHES)) == (883, 883, 0, 0, 0)
    assert _counts(_speeches(desk, SPEECHES)) == (883, 0, 0, 883, 0)
    assert len(desk.reading.panels()) == 1 + 9


def test_what_came_in_is_there_after_reopening(desk, written, clock):
    _speeches(desk, written(RECORD))
    before = _tables(desk)
    desk.close()

    again = open_desk(desk.path, clock)
    after = _tables(again)
    again.close()

    assert after == before


def test_a_list_tells_who_has_registered_and_a_corrected_one_who_has_by_now(desk, written):
    head = "name,category,registered\n"
    _people(desk, written(f"{head}Ana,GOV,yes\nBo,GOV,no\nCy,GOV,\n"))
    first = {who.name: (who.registered, who.present) for who in desk.view().people.values()}

    report = _people(desk, written(f"{head}Ana,GOV,\nBo,GOV,registered\nCy,GOV,pending\n"))

    assert first == {"Ana": (True, True), "Bo": (False, False), "Cy": (True, True)}
    assert {who.name: who.registered for who in desk.view().people.values()} == {
        "Ana": True,
        "Bo": True,
        "Cy": False,
    }
    assert (report["updated"], report["unchanged"]) == (2, 1)
    assert folded(desk) == tables_of(desk)
