"""What Indico exports, in each of the shapes its manual shows: an event, its sessions, a timetable."""

import json
import re
from pathlib import Path

import pytest

from facilitator.intake.faults import NotAProgramme
from facilitator.intake.legend import Legend
from facilitator.intake.programmes.reading import read_programme

MANUAL = Path(__file__).parents[3] / "shared" / "data" / "programmes" / "indico"
shared = pytest.mark.skipif(not MANUAL.is_dir(), reason="the shared data is not on this machine")
TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
MINUTE = 60_000


def _at(clock):
    return {"date": "2019-10-21", "time": f"{clock}:00", "tz": "Europe/Zurich"}


def _thing(title, begins, ends, **more):
    return {"title": title, "startDate": _at(begins), "endDate": _at(ends), **more}


TALK = _thing("Who counts", "10:00", "10:20", id="7", _type="Contribution", _fossil="contributionMetadata")
SESSION = _thing(
    "Data",
    "10:00",
    "11:00",
    id="137346-2",
    room="XX",
    location="Palais",
    description="What is known",
    conveners=[{"fullName": "DIALLO, Amara", "affiliation": "Mali", "_type": "SlotChair"}],
    contributions=[TALK],
)
WHOLE = _thing("Workshop", "10:00", "18:00", _type="Conference", type="meeting", timezone="Europe/Zurich")
SLOT = _thing("Law", "11:30", "12:30", entryType="Session", room="XX", entries={"c1": TALK, "c2": TALK})
BREAK = _thing("Coffee", "11:00", "11:30", entryType="Break", _type="BreakTimeSchEntry")
TIMETABLE = {"137346": {"20191021": {"s1": SLOT, "b1": BREAK, "c0": {**TALK, "entryType": "Contribution"}}}}


def _read(tmp_path, results):
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"count": 1, "_type": "HTTPAPIResult", "results": results}), encoding="utf-8")
    return read_programme(path, Legend(), "Europe/Zurich")


@pytest.mark.parametrize(
    ("results", "events"),
    [
        ([WHOLE], [("Workshop", 0, 480, "", ())]),
        ([{**WHOLE, "contributions": [TALK]}], [("Who counts", 0, 20, "", ())]),
        ([{**WHOLE, "sessions": [SESSION]}], [("Data", 0, 60, "XX", ("Who counts",))]),
        (
            TIMETABLE,
            [("Who counts", 0, 20, "", ()), ("Law", 90, 150, "XX", ("Who counts", "Who counts"))],
        ),
    ],
    ids=["event", "contributions", "sessions", "timetable"],
)
def test_an_export_tells_its_events(tmp_path, results, events):
    programme = _read(tmp_path, results)

    told = [
        (e.title, (e.starts - TEN) // MINUTE, (e.ends - TEN) // MINUTE, e.room, e.inside)
        for e in programme.events
    ]
    assert (told, programme.defects) == (events, ())


def test_an_export_of_nothing_is_no_programme(tmp_path):
    with pytest.raises(NotAProgramme):
        _read(tmp_path, [])


@shared
def test_every_example_of_the_manual_is_read(tmp_path):
    figures = {}
    for path in sorted(MANUAL.glob("*.rst")):
        for number, example in enumerate(_examples(path.read_text(encoding="utf-8"))):
            told = _read(tmp_path, example)
            figures[f"{path.stem} {number}"] = len(told.events), [each.problem for each in told.defects]

    assert figures == {
        "categ 0": (2, []),
        "event 0": (1, []),
        "event 1": (4, []),
        "event 2": (3, ["end_missing"]),
        "eventsearch 0": (0, ["end_missing"] * 5),  # a search tells when events begin, and no more
    }


def _examples(text):
    """Return the results that the manual prints."""
    found = []
    for block in re.findall(r"::\n\n((?: {4}.*\n|\n)+)", text):
        try:
            told = json.loads(block)
        except ValueError:  # a line of a URL, or an export in another format
            continue
        if "startDate" in block:
            found.append(told["results"])
    return found
