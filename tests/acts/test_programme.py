"""Programmes of many formats become panels; what comes again moves them, and what has sat stays."""

import json
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.importing.programme import RoomsParallel, UnknownRoom
from facilitator.acts.intake import import_list
from facilitator.acts.own_templates import save_template
from facilitator.acts.workshops import new_workshop
from facilitator.cli.tables import import_lines
from facilitator.domain.refusals import Explained
from facilitator.intake.faults import CalendarDamaged, NotAProgramme, ProgrammeDamaged, TemplateUnreadable
from facilitator.language.speech import language_for
from tests.books import folded, tables_of

PROGRAMMES = Path(__file__).parents[3] / "shared" / "data" / "programmes"
shared = pytest.mark.skipif(not PROGRAMMES.is_dir(), reason="the shared data is not on this machine")
TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
MINUTE = 60_000
DAY = 1440


def _calendar(*events):
    inside = "".join(
        f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n".replace("; ", "\r\n") for event in events
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{inside}END:VCALENDAR\r\n"


MORNING = "UID:1; SUMMARY:Data; DTSTART:20191021T080000Z; DTEND:20191021T090000Z"
NOON = "UID:2; SUMMARY:Law; DTSTART;TZID=Europe/Zurich:20191021T120000; DURATION:PT30M; LOCATION:XX"


@pytest.fixture
def take(desk, tmp_path):
    def taken(text, name="programme.ics", **how):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return import_list(desk, Kind.PROGRAMME, Order(path, **how))

    return taken


def _panels(desk):
    return [
        (p.title, (p.starts - TEN) // MINUTE, (p.ends - p.starts) // MINUTE)
        for p in desk.reading.panels()
        if p.uid
    ]


def _figures(report):
    return report.read, report.added, report.updated, report.unchanged, report.skipped


def test_events_of_a_calendar_are_panels_in_their_order(desk, take):
    assert _figures(take(_calendar(NOON, MORNING))) == (2, 2, 0, 0, 0)
    assert _panels(desk) == [("Data", 0, 60), ("Law", 120, 30)]
    assert [panel.number for panel in desk.reading.panels()] == [1, 2, 3]
    assert desk.reading.panels()[2].room == "XX"
    assert folded(desk) == tables_of(desk)


def test_floating_times_are_those_of_the_workshop(desk, take):
    take(_calendar("UID:1; SUMMARY:Data; DTSTART:20191021T100000; DTEND:20191021T110000"))

    assert _panels(desk) == [("Data", 0, 60)]


def test_second_import_changes_nothing_and_a_newer_one_moves_and_tells_what_is_gone(desk, take):
    take(_calendar(MORNING, NOON))
    before = tables_of(desk)
    again = take(_calendar(MORNING, NOON))
    assert (_figures(again), tables_of(desk)) == ((2, 0, 0, 2, 0), before)

    moved = take(_calendar(MORNING.replace("T08", "T07")))

    assert (_figures(moved), moved.changes.gone) == ((1, 0, 1, 0, 0), ("Law",))
    assert _panels(desk)[0] == ("Data", -60, 120)
    desk.do("undo")
    assert tables_of(desk) == before


def test_panel_that_has_sat_stays_as_it_is(desk, take):
    take(_calendar(MORNING))
    panel = next(p for p in desk.reading.panels() if p.uid)
    desk.do("open_panel", panel=panel.id)

    report = take(_calendar(MORNING.replace("T08", "T07")))

    assert [defect.problem for defect in report.defects] == ["has_sat"]
    assert _panels(desk) == [("Data", 0, 60)]


@pytest.mark.parametrize("ended", [False, True])
def test_a_panel_that_has_been_opened_keeps_its_number(desk, take, ended):
    [sits] = desk.reading.panels()
    desk.do("open_panel", panel=sits.id)
    if ended:
        desk.do("close_panel")

    take(_calendar("UID:9; SUMMARY:Tie; DTSTART:20191021T080000Z; DURATION:PT30M", MORNING, NOON))

    numbers = sorted((p.number, p.title) for p in desk.reading.panels())
    assert numbers == [(1, sits.title), (2, "Tie"), (3, "Data"), (4, "Law")]


def test_a_planned_panel_keeps_its_number_before_a_new_one_at_its_very_time(desk, take):
    [planned] = desk.reading.panels()
    take(_calendar(MORNING, NOON))
    at_its_time = "UID:{}; SUMMARY:{}; DTSTART:20191021T080000Z; DTEND:20191021T090000Z"

    take(_calendar(at_its_time.format(8, "Tie"), at_its_time.format(9, "Other tie")), name="another.ics")

    numbers = [(p.number, p.title) for p in desk.reading.panels()]
    assert numbers == [(1, planned.title), (2, "Data"), (3, "Tie"), (4, "Other tie"), (5, "Law")]


def test_what_is_at_once_with_a_panel_that_is_there_is_told_with_its_minutes(desk, take):
    early = "UID:3; SUMMARY:Before; DTSTART:20191021T073000Z; DTEND:20191021T081500Z"
    report = take(_calendar(early, NOON), dry_run=True)

    assert list(import_lines(report, language_for("en"), dry_run=False)) == [
        "2 items read: 2 added, 0 updated, 0 unchanged, 0 skipped.",
        "Event 1: it overlaps panel 2; minutes: 15",
    ]
    assert report.as_json()["defects"] == [
        {"row": 1, "field": "2", "problem": "overlaps_panel", "minutes": 15}
    ]
    take(_calendar(early, NOON))
    moved = early.replace("T0730", "T0600").replace("T0815", "T0700")
    assert take(_calendar(moved, NOON)).defects == ()


def test_repeated_event_is_there_each_time_but_for_exceptions(desk, take):
    take(
        _calendar(
            f"{MORNING}; RRULE:FREQ=DAILY\\;COUNT=4; EXDATE:20191022T080000Z".replace("\\;", ";"),
            "UID:1; SUMMARY:Data, late; RECURRENCE-ID:20191023T080000Z; DTSTART:20191023T100000Z; "
            "DTEND:20191023T110000Z",
        )
    )

    assert _panels(desk) == [
        ("Data", 0, 60),
        ("Data, late", 2 * DAY + 120, 60),
        ("Data", 3 * DAY, 60),
    ]


def test_what_is_no_panel_is_told_with_its_reason(desk, take):
    report = take(
        _calendar(
            f"{MORNING}; STATUS:CANCELLED",
            "UID:2; SUMMARY:Day; DTSTART;VALUE=DATE:20191021",
            "UID:3; SUMMARY:Back; DTSTART:20191021T080000Z; DTEND:20191021T070000Z",
            "UID:4; SUMMARY:Never; DTSTART:nonsense",
            "UID:5; DTSTART:20191021T080000Z; DTEND:20191021T090000Z",
        )
    )

    assert [(d.row, d.problem) for d in report.defects] == [
        (1, "cancelled"),
        (2, "all_day"),
        (3, "ends_before_it_begins"),
        (4, "unreadable"),
        (5, "title_missing"),
    ]
    assert (_figures(report), _panels(desk)) == ((5, 0, 0, 0, 5), [])
    assert list(report.faulty.rows) == [1, 2, 3, 4, 5]


def test_one_id_for_all_events_makes_no_one_panel_of_them(desk, take):
    events = (MORNING, NOON.replace("UID:2", "UID:1"))

    assert take(_calendar(*events)).added == 2
    assert _figures(take(_calendar(*events))) == (2, 0, 0, 2, 0)


def test_parallel_rooms_are_named_and_one_is_chosen(desk, take):
    both = _calendar(f"{MORNING}; LOCATION:Room A", f"{MORNING.replace('UID:1', 'UID:2')}; LOCATION:Room B")

    with pytest.raises(RoomsParallel) as told:
        take(both)
    assert told.value.details == {"file": "programme.ics", "rooms": "Room A, Room B"}
    with pytest.raises(UnknownRoom):
        take(both, room="C")
    report = take(both, room="room b")
    assert (report.added, report.skipped, report.elsewhere) == (1, 1, 1)
    assert list(import_lines(report, language_for("en"), dry_run=False)) == [
        "2 items read: 1 added, 0 updated, 0 unchanged, 1 skipped.",
        "1 of the skipped is of another room.",
        "Event 2: it overlaps panel 1; minutes: 60",
    ]
    assert [panel.room for panel in desk.reading.panels() if panel.uid] == ["Room B"]


def test_schedule_in_xml_and_in_json_and_a_table_give_the_same_panels(desk, take):
    event = {"title": "Data", "start": "10:00", "duration": "01:00", "guid": "1"}
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in event.items() if name != "guid")
    schedules = {
        "s.xml": f"<schedule><day date='2019-10-21'><event guid='1'>{fields}</event></day></schedule>",
        "s.json": json.dumps(
            {"schedule": {"conference": {"days": [{"date": "2019-10-21", "rooms": {"": [event]}}]}}}
        ),
        "s.csv": "title,date,start,end\nData,21.10.2019,10:00,11:00\n",
        "i.json": json.dumps(
            {
                "results": [
                    {
                        "title": "Whole",
                        "startDate": {"date": "2019-10-21", "time": "10:00:00", "tz": "Europe/Zurich"},
                        "contributions": [
                            {
                                "title": "Data",
                                "startDate": {
                                    "date": "2019-10-21",
                                    "time": "10:00:00",
                                    "tz": "Europe/Zurich",
                                },
                                "endDate": {"date": "2019-10-21", "time": "11:00:00", "tz": "Europe/Zurich"},
                            }
                        ],
                    }
                ]
            }
        ),
    }
    for name, text in schedules.items():
        assert take(text, name).added == 1
        assert _panels(desk) == [("Data", 0, 60)]
        desk.do("undo")


@pytest.mark.parametrize(
    ("text", "name", "fault"),
    [
        ("<schedule><day", "s.xml", ProgrammeDamaged),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><schedule>&a;</schedule>", "s.xml", ProgrammeDamaged),
        ("<html/>", "s.xml", NotAProgramme),
        ("{", "s.json", ProgrammeDamaged),
        ("{}", "s.json", NotAProgramme),
        ("BEGIN:VCALENDAR\nnonsense\n", "s.ics", CalendarDamaged),
        ("Dear all", "s.txt", NotAProgramme),
    ],
)
def test_what_is_no_programme_is_a_typed_fault_and_changes_nothing(desk, take, text, name, fault):
    before = tables_of(desk)

    with pytest.raises(fault):
        take(text, name)

    assert tables_of(desk) == before


@shared
def test_every_real_programme_is_read_or_refused_by_name(desk):
    ends = {}
    for path in sorted(PROGRAMMES.rglob("*.*")):
        try:
            report = import_list(desk, Kind.PROGRAMME, Order(path, dry_run=True))
        except Explained as told:
            ends[path.name] = told.code
        else:
            ends[path.name] = "read" if report.added else "nothing"

    assert set(ends.values()) == {"read", "nothing", "not_a_programme", "calendar_damaged", "rooms_parallel"}
    assert {
        name.partition("calendars__")[2] or name for name, end in ends.items() if end == "calendar_damaged"
    } == {
        "src__icalendar__fuzzing__corpus__Index_Error.ics",
        "src__icalendar__fuzzing__corpus__Type_Error.ics",
        "fuzz_testcase_invalid_month.ics",
        "fuzz_testcase_vtimezone_lone_cr.ics",
        "issue_104_broken_calendar.ics",
        "parsing_error_in_UTC_offset.ics",
    }
    assert ends["europython-schedule.xml"] == "rooms_parallel"


@shared
@pytest.mark.parametrize(
    ("name", "room", "panels"),
    [("europython-schedule.xml", "C01", 36), ("31C3-schedule.xml", "Saal 1", 41)],
)
def test_one_room_of_a_real_conference_comes_in(desk, name, room, panels):
    report = import_list(desk, Kind.PROGRAMME, Order(PROGRAMMES / name, room=room))

    assert (report.added, len(desk.reading.panels()) - 1) == (panels, panels)


TEMPLATE = """
[workshop]
timezone = "Asia/Tokyo"
[[panels]]
number = 1
title = { en = "Data", ar = "بيانات" }
short = "Data, in short"
day = 2019-10-21
starts = "17:00"
ends = "18:30"
hard_stop = "18:25"
plan = [["opening", 5], ["discussion", 80.5], ["lunch", 4], 3, ["replies", true]]
questions_are = "focus_areas"
questions = [{ text = "Who?" }, { text = { en = "Why?", ru = "Почему?" } }, 4]
[[panels]]
title = "Law"
day = "2019-10-21"
starts = 19:00:00
ends = "20:00"
[[panels]]
title = "Never"
"""


def test_a_template_of_our_own_brings_panels_with_questions_and_phases(desk, take):
    assert _figures(take(TEMPLATE, "own.toml")) == (3, 2, 0, 0, 1)
    assert _panels(desk) == [("Data", 0, 90), ("Law", 120, 60)]
    data, _, law = sorted(desk.reading.panels(), key=lambda panel: panel.title)
    assert (data.short, data.questions_are.value, data.hard_stop) == (
        "Data, in short", "focus_areas", TEN + 85 * MINUTE,
    )  # fmt: skip
    assert [question.text for question in data.questions] == ["Who?", "Why?"]
    plan = [(step.phase.value, step.ms) for step in desk.reading.floor(data.id).plan]
    assert plan == [("opening", 300_000), ("discussion", 4_830_000)]
    assert desk.reading.floor(law.id).plan == ()
    assert folded(desk) == tables_of(desk)
    assert _figures(take(TEMPLATE, "own.toml")) == (3, 0, 0, 2, 1)


def test_the_panels_of_a_workshop_saved_as_a_template_come_into_another(desk, take, tmp_path):
    take(TEMPLATE, "own.toml")
    save_template(desk.reading, tmp_path / "saved.toml")
    before = desk.reading.panels()
    new_workshop(tmp_path / "other.facilitator", language="en", at=TEN)
    other = open_desk(tmp_path / "other.facilitator", lambda: TEN)

    report = import_list(other, Kind.PROGRAMME, Order(tmp_path / "saved.toml"))

    assert _figures(report) == (3, 3, 0, 0, 0)
    told = [[(p.title, p.starts, p.ends, p.hard_stop, p.short) for p in known] for known in (
        before, other.reading.panels(),
    )]  # fmt: skip
    assert told[0] == told[1]
    other.close()


@pytest.mark.parametrize(
    ("text", "fault"),
    [("title = ", TemplateUnreadable), ("a = 1", NotAProgramme), ("panels = 3", NotAProgramme)],
)
def test_a_template_without_panels_is_refused(take, desk, text, fault):
    before = tables_of(desk)
    with pytest.raises(fault):
        take(text, "own.toml")
    assert tables_of(desk) == before


def test_a_broken_rule_is_told_as_such_and_the_event_is_there_once(desk, take):
    report = take(_calendar(f"{MORNING}; RRULE:FREQ=NEVERMORE"))

    problems = [(defect.row, defect.problem) for defect in report.defects]
    assert problems == [(1, "rule_unreadable"), (1, "overlaps_panel")]
    assert (_figures(report), _panels(desk)) == ((1, 1, 0, 0, 0), [("Data", 0, 60)])


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "Event 1: “Begins” cannot be read"),
        ("fr", "Événement 1\xa0: «\xa0Début\xa0» est illisible"),
    ],
)
def test_what_cannot_be_read_is_named_as_people_know_it(take, code, told):
    report = take(_calendar("UID:4; SUMMARY:Never; DTSTART:nonsense"))
    language = language_for(code, "UTC")

    figures, line = import_lines(report, language, dry_run=False)
    assert (line, figures.startswith("1 ")) == (told, True)
