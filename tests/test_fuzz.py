"""Bytes that nobody meant, before every reader: each is read, or refused in a sentence, and no more happens.

Sound files are bent at random: bits flipped, parts cut out, doubled, put elsewhere or replaced by what is
known to hurt. The variable FUZZ says how many inputs each reader gets, shared among the kinds of file it
reads; with 100,000 the whole takes about half an hour.
"""

import json
import os
import random
import struct
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.own_templates import save_template
from facilitator.acts.wire import HeldClock, Wire
from facilitator.acts.workshops import new_workshop, put_template, read_template
from facilitator.domain.refusals import Explained
from facilitator.exchange.keys import own_seed, private_key
from facilitator.exchange.package import MAGIC, VERSION, read
from facilitator.exchange.packing import packed
from facilitator.intake.legend import Legend
from facilitator.intake.participants import read_participants
from facilitator.intake.programmes.reading import read_programme
from facilitator.intake.recommendations import read_recommendations
from facilitator.intake.tables import read_table
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.store.engine import SCHEMA_VERSION
from facilitator.store.workshop_file import create_workshop
from tests.conftest import TEN

INPUTS = int(os.environ.get("FUZZ", "1500"))
MOST_MEMORY = 300 << 20
STATUS = Path("/proc/self/status")
PARTED = b"\n\n\n\n"
KINDS_OF_PACKAGE = ("before", "after")
KINDS_OF_TABLE = ("table", "participants", "recommendations")
KINDS_OF_PROGRAMME = ("bent.ics", "bent.xml", "bent.csv", "bent.toml")
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
SMALL_TEMPLATE = b"""version = 1
[workshop]
slug = "w"
title = {ar = "\xd9\x88\xd8\xb1\xd8\xb4\xd8\xa9", en = "Workshop"}
timezone = "Europe/Zurich"
[rules]
counted = ["GOV"]
[[days]]
date = 2019-10-21
sittings = [["10:00", "13:00"], ["15:00", "18:00"]]
[[categories]]
key = "GOV"
label = {en = "Governments"}
allotment_s = 180
target_share = 0.4
[[panels]]
number = 1
day = 2019-10-21
starts = "10:00"
ends = "11:30"
hard_stop = "13:00"
title = {en = "Remedies"}
questions_are = "questions"
questions = [{text = {en = "Who?"}, short = "Who"}]
plan = [["opening", 10], ["discussion", 60]]
allotments = {GOV = 120}
budgets = {GOV = 600}
[[objectives]]
text = {en = "To hear all"}
"""
PEOPLE = 'Name;Category;Delegation;Region\nأمينة;GOV;Brazil;africa\n"B\nC";NGO;;\nD;GOV;=1+1;\n'.encode()
ASKED = 'Recommendation;Addressee;Panel\nأن تنشأ محاكم;States;1\n"Fund\nit";;2\n'.encode()
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


def share(kinds):
    """Return how many of the inputs of a reader each kind of its files gets."""
    return -(-INPUTS // len(kinds))


def is_refused(take, content):
    """Whether somebody is told in a sentence that this could not be taken."""
    try:
        take(content)
    except Explained as told:
        return bool(sentence(Language("en"), told))
    return False


def all_are_read_or_refused(sound, take, inputs):
    """Feed as many bent files as are wanted; returns how many were read, and how many refused."""
    chance = random.Random(20_191_021)  # noqa: S311 - bytes to try, no secrets
    done, before, slowest, began = [0, 0], peak(), 0.0, time.process_time()
    for _ in range(inputs):
        content, at = bent(chance, sound), time.process_time()
        done[is_refused(take, content)] += 1
        slowest = max(slowest, time.process_time() - at)
    taken = time.process_time() - began
    print(  # noqa: T201 - figures are for a person
        f"{inputs} inputs: {done[0]} read, {done[1]} refused; {taken:.0f} s of the processor, "
        f"{slowest * 1_000:.0f} ms at most for one, {(peak() - before) >> 20} MB more at the peak"
    )
    assert peak() - before < MOST_MEMORY
    return done


def peak():
    """Return the most memory this process ever had, where the system tells it."""
    if not STATUS.exists():
        return 0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) << 10


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS_OF_TABLE)
def test_tables(workshop, kind):
    desk, folder = workshop
    for suffix in (".csv", ".xlsx", ".json"):
        export(desk, folder / f"people{suffix}", what="participants")
    rows = json.dumps([{"name": "A", "category": "GOV", "tags": ["x", None]}] * 3).encode()
    sound = [
        PEOPLE,
        ASKED,
        rows,
        *((folder / f"people{suffix}").read_bytes() for suffix in (".csv", ".xlsx")),
    ]
    path = folder / "bent.csv"

    def take(content):
        path.write_bytes(content)
        table = read_table(path)
        if kind == "participants":
            read_participants(table, Legend())
        elif kind == "recommendations":
            read_recommendations(table, Legend())

    inputs = share(KINDS_OF_TABLE)
    assert sum(all_are_read_or_refused(sound, take, inputs)) == inputs


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", KINDS_OF_PROGRAMME)
def test_programmes(workshop, name):
    desk, folder = workshop
    export(desk, folder / "programme.csv", what="programme")
    save_template(desk.reading, folder / "template.toml")
    template = (folder / "template.toml").read_bytes()
    sound = [CALENDAR, SCHEDULE, (folder / "programme.csv").read_bytes(), template]
    path = folder / name

    def take(content):
        path.write_bytes(content)
        read_programme(path, Legend(), "Europe/Zurich")

    inputs = share(KINDS_OF_PROGRAMME)
    assert sum(all_are_read_or_refused(sound, take, inputs)) == inputs


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("signed", KINDS_OF_PACKAGE)
def test_packages(workshop, signed):
    """Bent on the way; or bent before it was signed, so that all of it is read."""
    desk, _ = workshop
    content = packed(desk.file, TEN)
    seed = desk.file.look(lambda connection: own_seed(connection, desk.file.replica))
    sound = [content if signed == "before" else PARTED.join(parts_of(content))]

    def take(content):
        if signed == "after":
            header, _, lines = content.partition(PARTED)
            content = put_together(header, zlib.compress(lines, 1), seed)
        read(content, SCHEMA_VERSION, "x")

    inputs = share(KINDS_OF_PACKAGE)
    assert sum(all_are_read_or_refused(sound, take, inputs)) == inputs


def parts_of(content):
    """Return the header of a package, and its lines spread out."""
    begin = len(MAGIC) + 6
    (length,) = struct.unpack_from(">I", content, begin - 4)
    body = content[begin + length + 4 : -64]
    return content[begin : begin + length], zlib.decompress(body)


def put_together(header, body, seed):
    told = MAGIC + struct.pack(">HI", VERSION, len(header)) + header + struct.pack(">I", len(body)) + body
    return told + private_key(seed).sign(told)


class TakenBack(Exception):
    """What a template filled a file with is not kept: to make a file for each would take a day."""


def filled(file, template):
    """The file is what the template says, for a moment."""
    put_template(file, template, name="bent.toml", language="ar", title="", at=TEN)
    raise TakenBack


@pytest.mark.timeout(3600)
def test_templates(workshop, tmp_path):
    """Each that can be read fills a file, as a new workshop is filled, and is taken back."""
    path = tmp_path / "bent.toml"
    told = []

    def fill(file):
        def take(content):
            path.write_bytes(content)
            template = read_template(str(path), "ar")
            with suppress(TakenBack):
                file.look(lambda _: filled(file, template))

        file.settle()  # it says that it is in use, which it cannot say within what is taken back
        told.append(all_are_read_or_refused([SMALL_TEMPLATE], take, INPUTS))

    create_workshop(tmp_path / "made.facilitator", replica_name="console", at=TEN, fill=fill)
    assert sum(told[0]) == INPUTS


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

    assert all_are_read_or_refused(sound, take, INPUTS) == [INPUTS, 0]
    assert desk.file.breaches() == ()
