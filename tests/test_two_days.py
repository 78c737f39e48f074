"""Two days of a workshop on three laptops, against a record that the test keeps by itself.

Six panels, 400 interventions, 2,000 notes, 40 acts taken back, 3 kills of the writer, 6 merges, 12 exports:
in the end every laptop's notes and every second of the record stand in the file, and nothing else.
"""

import json
import random
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pypdf
import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in, take_in_all
from facilitator.acts.export import export
from facilitator.acts.safety import check
from facilitator.acts.workshops import new_workshop
from tests.conftest import TEN, HeldClock

INTERVENTIONS = (67, 67, 67, 67, 66, 66)
NOTES = 2_000
UNDONE = 40
EXPORTS = (
    ("panel-summary", ".pdf", "en"),
    ("panel-summary", ".pdf", "ar"),
    ("report", ".pdf", "ar"),
    ("report", ".docx", "en"),
    ("ledger", ".xlsx", "fr"),
    ("record", ".csv", "en"),
)
BODIES = [f"Body {n}" for n in range(40)]


@dataclass
class Record:
    """What was done, as somebody at the back of the room writes it down."""

    spoken: list = field(default_factory=list)  # (panel, body, milliseconds), in the order of their beginning
    notes: set = field(default_factory=set)  # texts
    undone: int = 0
    kills: int = 0
    merges: int = 0
    exports: int = 0


class Workshop:
    """The moderator's laptop and two rapporteurs', and the record beside them."""

    def __init__(self, folder):
        self.folder, self.clock, self.chance = folder, HeldClock(), random.Random(2_019)  # noqa: S311 - no secret
        self.record = Record()
        self.path = folder / "moderator.facilitator"
        new_workshop(self.path, language="en", at=TEN, template="durban-2019")
        self.desk = open_desk(self.path, self.clock)
        categories = [category.key for category in self.desk.view().categories]
        self.people = {
            name: self.desk.do("add_participant", name=name, category=categories[n % len(categories)]).id
            for n, name in enumerate(BODIES)
        }
        self.rapporteurs = [self._laptop(name) for name in ("one", "two")]

    def _laptop(self, name):
        package, path = self.folder / f"to-{name}.package", self.folder / f"{name}.facilitator"
        pack(self.desk, package)
        take_in_all(path, [package], self.clock, None, name)
        return open_desk(path, self.clock)

    def sit(self, panel):
        self.desk.do("open_panel", panel=panel)
        for number in range(INTERVENTIONS[panel - 1]):
            self._intervention(panel, number)
        self._kill(panel)
        self.desk.do("close_panel")
        self._bring_together(panel)
        for what, suffix, language in self.chance.sample(EXPORTS, 2):
            self._export(panel, what, suffix, language)
        self.clock.pass_s(5_400)

    def _intervention(self, panel, number):
        name = self.chance.choice(BODIES)
        self._perhaps_undo(number, "request_floor", participant=self.people[name])
        given = self.desk.do("give_floor").id
        began, stood = self.clock.now, 0
        self.clock.pass_s(self.chance.randrange(20, 90))
        if number % 9 == 0:
            self.desk.do("pause")
            before = self.clock.now
            self.clock.pass_s(self.chance.randrange(5, 40))
            stood = self.clock.now - before
            self.desk.do("resume")
        for writer in (self.desk, *self.rapporteurs):
            self._note(panel, writer)
        self.clock.pass_s(self.chance.randrange(20, 60))
        self._perhaps_undo(number + 5, "end_intervention", current=given)
        self.record.spoken.append((panel, name, self.clock.now - began - stood))
        self.clock.pass_s(4)

    def _perhaps_undo(self, number, act, **arguments):
        """The act is done; now and then it was taken back at once and done again."""
        if number % 19 == 0 and self.record.undone < UNDONE:
            self.desk.do(act, **arguments)
            self.desk.do("undo")
            self.record.undone += 1
        self.desk.do(act, **arguments)

    def _note(self, panel, writer):
        for _ in range(2):
            if len(self.record.notes) >= NOTES:
                return
            text = f"Note {len(self.record.notes)}: قال المندوب، et puis — {self.chance.random()}"
            writer.do("write_note", text=text, panel=panel, begun=self.clock.now)
            self.record.notes.add(text)

    def _kill(self, panel):
        """In every second panel the moderator's program is killed while it stores notes."""
        if panel % 2 or self.record.kills == 3:
            return
        self.desk.close()
        writer = subprocess.Popen(
            [sys.executable, "-m", "facilitator", "do", str(self.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        at = datetime.fromtimestamp(self.clock.now / 1000, UTC).isoformat(timespec="milliseconds")
        for n in range(10):
            text = f"Panel {panel}, before the kill: {n}"
            line = {"do": "write_note", "text": text, "panel": panel, "at": at}
            writer.stdin.write(json.dumps(line).encode() + b"\n")
            assert json.loads(writer.stdout.readline())["ok"]
            self.record.notes.add(text)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdin.close()
        writer.stdout.close()
        self.record.kills += 1
        self.desk = open_desk(self.path, self.clock)

    def _bring_together(self, panel):
        """After every second panel both rapporteurs bring what they wrote, on sticks."""
        if panel % 2:
            return
        for number, rapporteur in enumerate(self.rapporteurs):
            package = self.folder / f"{panel}-{number}.package"
            pack(rapporteur, package)
            merged = take_in(self.desk, package)
            assert (merged.conflicts, merged.missing) == (0, {})
            self.record.merges += 1

    def _export(self, panel, what, suffix, language):
        target = self.folder / f"{what}-{panel}-{language}{suffix}"
        export(self.desk, target, what=what, panel=panel, language=language)
        if suffix == ".pdf":
            assert len(pypdf.PdfReader(target).pages) > 0
        assert target.stat().st_size > 0
        self.record.exports += 1

    def close(self):
        for desk in (self.desk, *self.rapporteurs):
            desk.close()


@pytest.fixture
def workshop(tmp_path):
    made = Workshop(tmp_path)
    yield made
    made.close()


@pytest.mark.timeout(600)
def test_two_days_end_as_somebody_at_the_back_of_the_room_wrote_them_down(workshop):
    for panel in range(1, 7):
        workshop.sit(panel)
    record, desk = workshop.record, workshop.desk

    names = {id_: name for name, id_ in workshop.people.items()}
    views = [desk.view(panel.id) for panel in desk.reading.panels()]
    spoken = [
        (number, names[each.participant], each.clock.elapsed(each.clock.ended))
        for number, view in enumerate(views, 1)
        for each in view.floor.spoken
    ]
    assert spoken == record.spoken
    assert sorted(note.text for view in views for note in view.notes) == sorted(record.notes)
    done = (len(record.spoken), record.undone, record.kills, record.merges, record.exports)
    assert done == (sum(INTERVENTIONS), UNDONE, 3, 6, 12)
    assert len(record.notes) >= NOTES
    desk.close()
    checked = check(workshop.path)
    assert (checked.found.sound, checked.found.findings) == (True, ())
    workshop.desk = open_desk(workshop.path, workshop.clock)
