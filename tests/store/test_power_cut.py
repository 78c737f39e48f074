"""The power fails: what the real writer wrote is played again, and what was not synced is dropped or torn.

The disk after a cut is what was synced, and of what was not a random part, the last piece of it torn. Every
act that was acknowledged before the cut must be there, and the file sound.
"""

import json
import random
import re
import shutil
import subprocess
import sys

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.store.engine import connect
from tests.conftest import TEN

CUTS, ACTS, SECTOR = 400, 120, 512
CALL = re.compile(r"\d+ +(\w+)\((?:(\d+)<([^>]*)>)?(.*)\) += (\d+)")
TRACED = "pwrite64,write,ftruncate,fdatasync,fsync,unlink"

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what the writer does")


def plain(text):
    """Return the bytes of a string as strace writes it."""
    return re.sub(
        rb"\\x([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), text.encode("ascii", "replace")
    )


def recorded(path):
    """Return what a writer did to the file and its companions, and when it acknowledged which act."""
    trace = path.parent / "trace"
    command = ["strace", "-f", "-y", "-xx", "-s", "70000", "-e", f"trace={TRACED}", "-o", str(trace)]
    lines = [{"do": "open_panel", "panel": 1}]
    lines += [
        {"do": "write_note", "text": f"Note {n} " + "x" * (n * 37 % 900), "kind": "s"} for n in range(ACTS)
    ]
    done = subprocess.run(
        [*command, sys.executable, "-m", "facilitator", "do", str(path)],
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("nobody may trace a process here")
    assert done.returncode == 0, done.stderr
    return list(steps(trace.read_text(encoding="ascii"), path))


def steps(trace, path):
    for line in trace.splitlines():
        call = CALL.fullmatch(line)
        if call is None:
            continue
        name, descriptor, where, rest, _ = call.groups()
        if name == "unlink":
            target = plain(rest.strip('"')).decode().rpartition("/")[2]
            if target.startswith(path.name):
                yield "unlink", target, None
        elif name == "write" and descriptor == "1":
            answer = json.loads(plain(re.search(r'"(.*)"', rest)[1]))
            yield "acknowledged", answer["event"], None
        elif (target := plain(where or "").decode().rpartition("/")[2]).startswith(path.name):
            yield from touching(name, target, rest)


def touching(name, target, rest):
    if name in ("fsync", "fdatasync"):
        yield "sync", target, None
    elif name == "ftruncate":
        yield "truncate", target, int(rest.rpartition(",")[2])
    elif name == "pwrite64":
        data, at = re.search(r'"(.*)", \d+, (\d+)$', rest).groups()
        yield "write", target, (int(at), plain(data))


class Disk:
    """What is on the disk for good, and what the system still holds of it."""

    def __init__(self, files):
        self.synced = {name: bytearray(data) for name, data in files.items()}
        self.held = []

    def take(self, what, name, more):
        if what == "sync":
            for step in [step for step in self.held if step[1] == name]:
                perform(self.synced, *step)
            self.held = [step for step in self.held if step[1] != name]
        else:
            self.held.append((what, name, more))

    def after_cut(self, chance, share):
        """Return the files that are found when the power is back."""
        files = {name: bytearray(data) for name, data in self.synced.items()}
        for step in self.held:
            if chance.random() < share:
                perform(files, *torn(step, chance))
        return files


def torn(step, chance):
    what, name, more = step
    if what == "write" and chance.random() < 0.3:
        at, data = more
        more = at, data[: chance.randrange(len(data) // SECTOR + 1) * SECTOR]
    return what, name, more


def perform(files, what, name, more):
    if what == "unlink":
        files.pop(name, None)
        return
    data = files.setdefault(name, bytearray())
    if what == "truncate":
        del data[more:]
        data.extend(bytes(more - len(data)))
    else:
        at, written = more
        data.extend(bytes(max(0, at - len(data))))
        data[at : at + len(written)] = written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("recorded") / "w.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    before = path.read_bytes()
    return before, recorded(path)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("share", [0, 0.5])
def test_no_acknowledged_act_is_lost_by_a_power_cut_and_every_file_is_sound(record, tmp_path, share):
    before, story = record
    chance = random.Random(20_191_021)  # noqa: S311 - moments of cuts, not secrets
    moments = sorted(chance.sample(range(len(story)), min(CUTS, len(story))))
    disk, acknowledged, lost, spoilt = Disk({"w.facilitator": before}), [], [], []
    for now, (what, name, more) in enumerate(story):
        if now in moments:
            found, sound = after(disk.after_cut(chance, share), tmp_path, opened=now % 20 == 0)
            lost += [(now, event) for event in acknowledged if event not in found]
            spoilt += [] if sound else [now]
        if what == "acknowledged":
            acknowledged.append(name)
        else:
            disk.take(what, name, more)

    assert (lost, spoilt) == ([], [])
    assert len(acknowledged) == ACTS + 1
    assert len(moments) == CUTS


def after(files, folder, *, opened):
    """Return the events in what was left of a file, and whether it is sound; some are opened as a whole."""
    for old in folder.iterdir():
        old.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    path = folder / "w.facilitator"
    if opened:
        desk = open_desk(path, lambda: TEN)
        assert desk.file.breaches() == ()
        desk.close()
    connection = connect(path)
    sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    events = {id_ for (id_,) in connection.execute("SELECT id FROM event")}
    connection.close()
    return events, sound
