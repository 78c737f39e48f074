"""Bytes that nobody meant, before every reader: each is read, or refused in a sentence, and no more happens.

Sound files are bent at random: bits flipped, parts cut out, doubled, put elsewhere or replaced by what is
known to hurt. The variable FUZZ says how many inputs each reader gets.
"""

import json
import os
import random
import tracemalloc

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.wire import HeldClock, Wire
from facilitator.acts.workshops import new_workshop
from facilitator.domain.refusals import Explained
from facilitator.exchange.package import read
from facilitator.exchange.packing import packed
from facilitator.intake.legend import Legend
from facilitator.intake.participants import read_participants
from facilitator.intake.programmes.reading import read_programme
from facilitator.intake.recommendations import read_recommendations
from facilitator.intake.tables import read_table
from facilitator.language.places import resource
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.store.engine import SCHEMA_VERSION
from tests.conftest import TEN

INPUTS = int(os.environ.get("FUZZ", "1500"))
MOST_MEMORY = 300 << 20
HURTS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b'"', b"'", b",", b";", b"\t"),
    *(b"{", b"["),
    *(b"-1", b"99999999999999999999", b"1e999"),
    *(b"NaN", b"null", b"true", b"\\ud800", b"\xed\xa0\x80"),
    *(b"<!ENTITY", b"<![CDATA[", b"=cmd|' /C calc'!A0", b"../" * 20, "\u202e".encode(), "😀".encode() * 50),
    *(
        b"DTSTART:99999999T999999Z",
        b"RRULE:FREQ=SECONDLY",
        b"RRULE:FREQ=YEARLY;COUNT=999999999",
        b"T24:61:61Z",
    ),
)
CALENDAR = b"""BEGIN:VCALENDAR\r
BEGIN:VEVENT\r
UID:one\r
DTSTART;TZID=Europe/Zurich:20191021T100000\r
DTEND;TZID=Europe/Zurich:20191021T113000\r
RRULE:FREQ=DAILY;COUNT=2\r
SUMMARY:Remedies\r
LOCATION:Room XX\r
END:VEVENT\r
END:VCALENDAR\r
"""
SCHEDULE = b"""<?xml version="1.0"?><schedule><conference><title>C</title></conference>
<day index="1" date="2019-10-21"><room name="XX"><event id="1" guid="g">
<date>2019-10-21T10:00:00+02:00</date><start>10:00</start><duration>01:30</duration>
<title>Remedies</title><persons><person id="1">A</person></persons>
</event></room></day></schedule>"""
PEOPLE = 'Name;Category;Delegation;Region\nأمينة;GOV;Brazil;africa\n"B\nC";NGO;;\nD;GOV;=1+1;\n'.encode()
SPOKEN = [
    {"do": "open_panel", "panel": 1, "at": "2019-10-21T10:00:00+02:00"},
    {"do": "add_speaker", "name": "Observer", "category": "GOV", "as": "$one"},
    {"do": "give_floor", "request": "$one"},
    {"do": "write_note", "text": "Said", "kind": "r", "panel": 1, "as": "$note"},
    {"do": "set_allotments", "allotments": {"GOV": 120}},
    {"do": "undo"},
    {"ask": "floor"},
    {"ask": "balance", "by": "region"},
]


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz")
    new_workshop(folder / "w.facilitator", language="en", at=TEN, template="durban-2019")
    desk = open_desk(folder / "w.facilitator", lambda: TEN)
    desk.do("add_participant", name="Somebody", category="GOV")
    yield desk, folder
    desk.close()


def bent(chance, sound):
    """Return a file that was sound, and up to six times bent."""
    made = bytearray(chance.choice(sound))
    for _ in range(chance.randrange(1, 7)):
        at = chance.randrange(len(made) + 1)
        length = chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0 if made:
                place = chance.randrange(len(made))
                made[place] ^= 1 << chance.randrange(8)
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length] * chance.randrange(1, 40)
            case 3:
                made[at:at] = chance.choice(HURTS)
            case 4:
                made[at : at + length] = chance.randbytes(length)
            case _:
                del made[at:]
    return bytes(made)


def is_refused(take, content):
    """Whether somebody is told in a sentence that this could not be taken."""
    try:
        take(content)
    except Explained as told:
        return bool(sentence(Language("en"), told))
    return False


def all_are_read_or_refused(sound, take):
    """Feed as many bent files as are wanted; returns how many were read, and how many refused."""
    chance = random.Random(20_191_021)  # noqa: S311 - bytes to try, no secrets
    done = [0, 0]
    tracemalloc.start()
    try:
        for _ in range(INPUTS):
            content = bent(chance, sound)
            done[is_refused(take, content)] += 1
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    return done


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", ["table", "participants", "recommendations"])
def test_tables(workshop, kind):
    desk, folder = workshop
    for suffix in (".csv", ".xlsx", ".json"):
        export(desk, folder / f"people{suffix}", what="participants")
    rows = json.dumps([{"name": "A", "category": "GOV", "tags": ["x", None]}] * 3).encode()
    sound = [PEOPLE, rows, *((folder / f"people{suffix}").read_bytes() for suffix in (".csv", ".xlsx"))]
    path = folder / "bent.csv"

    def take(content):
        path.write_bytes(content)
        table = read_table(path)
        if kind == "participants":
            read_participants(table, Legend())
        elif kind == "recommendations":
            read_recommendations(table, Legend())

    assert sum(all_are_read_or_refused(sound, take)) == INPUTS


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", ["bent.ics", "bent.xml", "bent.csv", "bent.toml"])
def test_programmes(workshop, name):
    desk, folder = workshop
    export(desk, folder / "programme.csv", what="programme")
    template = resource("templates", "durban-2019.toml").read_bytes()
    sound = [CALENDAR, SCHEDULE, (folder / "programme.csv").read_bytes(), template]
    path = folder / name

    def take(content):
        path.write_bytes(content)
        read_programme(path, Legend(), "Europe/Zurich")

    assert sum(all_are_read_or_refused(sound, take)) == INPUTS


@pytest.mark.timeout(3600)
def test_packages(workshop):
    desk, _ = workshop
    sound = [packed(desk.file, TEN)]

    assert sum(all_are_read_or_refused(sound, lambda content: read(content, SCHEMA_VERSION, "x"))) == INPUTS


@pytest.mark.timeout(3600)
def test_templates(workshop):
    _, folder = workshop
    sound = [resource("templates", "durban-2019.toml").read_bytes()]
    template, made = folder / "bent.toml", folder / "made.facilitator"

    def take(content):
        template.write_bytes(content)
        made.unlink(missing_ok=True)
        new_workshop(made, language="ar", at=TEN, template=str(template))

    few = INPUTS // 20  # each that is read makes a workshop
    chance = random.Random(1)  # noqa: S311 - as above
    read_or_refused = 0
    for _ in range(few):
        read_or_refused += is_refused(take, bent(chance, sound)) in (True, False)
    assert read_or_refused == few


@pytest.mark.timeout(3600)
def test_lines_of_acts(workshop):
    desk, _ = workshop
    wire = Wire(desk, HeldClock(lambda: TEN), lambda told: sentence(Language("en"), told))
    sound = [json.dumps(line, ensure_ascii=False).encode() for line in SPOKEN]
    answers = []

    def take(content):
        answer = wire.answer(content.decode("utf-8", "replace"))
        assert answer["ok"] or answer["message"]
        answers.append(json.dumps(answer, allow_nan=False))

    assert all_are_read_or_refused(sound, take) == [INPUTS, 0]
    assert desk.file.breaches() == ()
