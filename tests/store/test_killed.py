"""A writer killed at any moment: what it acknowledged is there, nothing is half done, the clock is right."""

import json
import random
import signal
import subprocess
import sys
from datetime import UTC, datetime
from threading import Timer

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.store.engine import connect
from tests.store.test_journal import folded, tables_of

KILLS, MANY = 50, 200
STALLED_S = 120
"""A round that takes longer has come to a standstill, however busy the machine is."""
TEN = 1_571_644_800_000


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(KILLS, marks=pytest.mark.timeout(KILLS * STALLED_S)),
        pytest.param(MANY, marks=[pytest.mark.long, pytest.mark.timeout(MANY * STALLED_S)]),
    ],
)
def test_every_acknowledged_act_survives_a_kill(tmp_path, kills):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    chance = random.Random(20_191_021)  # noqa: S311 - moments to kill at, not secrets
    people = _people(path)
    acknowledged = []
    for round_ in range(kills):
        acknowledged += _write_until_killed(path, people, round_, chance)
        _must_stand(path, acknowledged)
    assert len(acknowledged) > kills


def _people(path):
    desk = open_desk(path, lambda: TEN)
    ids = [desk.do("add_participant", name=f"Body {n}", category="GOV").id for n in range(4)]
    desk.do("open_panel", panel=1)
    desk.close()
    return ids


def _write_until_killed(path, people, round_, chance):
    """Return the events that were acknowledged before the writer was killed at a random moment."""
    command = [sys.executable, "-m", "facilitator", "do", str(path)]
    writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    watchdog = Timer(STALLED_S, writer.kill)  # then the answer is empty, which is no JSON
    watchdog.start()
    events = []
    deadly = chance.randrange(1, 24)
    moment = TEN + round_ * 600_000
    for n, line in enumerate(_lines(people, moment)):
        writer.stdin.write(json.dumps(line).encode() + b"\n")
        if n == deadly:
            if chance.random() < 0.5:  # the kill meets the commit itself, not only the pause after it
                _spin(chance.randrange(40_000))
            writer.send_signal(signal.SIGKILL)
            break
        answer = json.loads(writer.stdout.readline())
        if answer["ok"]:
            events.append((answer["event"], line))
    writer.wait()
    watchdog.cancel()
    events += [(a["event"], None) for a in map(_read, writer.stdout) if a and a["ok"]]
    writer.stdin.close()
    writer.stdout.close()
    return events


def _spin(turns):
    for _ in range(turns):
        pass


def _read(line):
    return json.loads(line) if line.endswith(b"\n") else None


def _lines(people, moment):
    for n in range(60):
        at = f"{_iso(moment + n * 1500)}"
        who = people[n % len(people)]
        yield {"do": "request_floor", "participant": who, "at": at}
        yield {"do": "give_floor"}
        yield {"do": "write_note", "text": f"said at {at}"}
        yield {"do": "pause"}
        yield {"do": "resume"}


def _iso(ms):
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")


def _must_stand(path, acknowledged):
    desk = open_desk(path, lambda: TEN + MANY * 600_000)
    events = {event.id: event for event in desk.file.journal()}
    assert [id_ for id_, _ in acknowledged if id_ not in events] == []
    assert folded(desk) == tables_of(desk)
    floor = desk.view().floor
    speaking = [i for i in floor.interventions if i.under_way]
    given = [e for e in events.values() if e.act == "give_floor"]
    assert len(speaking) == min(1, len(given))
    for speaker in speaking:
        last = max(given, key=lambda e: e.seq)
        assert speaker.clock.began == last.at
        assert speaker.clock.elapsed(last.at + 90_000) <= 90_000
    desk.close()
    connection = connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
