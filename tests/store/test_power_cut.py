"""The power fails: what the real writer wrote is played again, and what was not synced is dropped or torn.

The disk after a cut is what was synced, and of what was not a random part, the last piece of it torn. Every
act that was acknowledged before the cut must be there, and the file sound; of a merge all is, or nothing.
"""

import json
import random
import re
import shutil
import subprocess
import sys

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in_all
from facilitator.acts.workshops import new_workshop
from facilitator.store.engine import connect
from tests.conftest import TEN

CUTS, ACTS, SECTOR = 400, 120, 512
CALL = re.compile(r"\d+ +(\w+)\((?:(\d+)<([^>]*)>)?(.*)\) += (\d+)")
FOLDER = "."
TRACED = "pwrite64,write,ftruncate,fdatasync,fsync,unlink"

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what the writer does")


def plain(text):
    """Return the bytes of a string as strace writes it."""
    return re.sub(
        rb"\\x([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), text.encode("ascii", "replace")
    )


def recorded(path, arguments, lines=()):
    """Return what a writer did to the file and its companions, and what it answered when."""
    trace = path.parent / "trace"
    command = ["strace", "-f", "-y", "-xx", "-s", "70000", "-e", f"trace={TRACED}", "-o", str(trace)]
    done = subprocess.run(
        [*command, sys.executable, "-m", "facilitator", *arguments],
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
        target = plain(rest.strip('"') if name == "unlink" else where or "").decode()
        folder, _, target_name = target.rpartition("/")
        if name == "write" and descriptor == "1":
            if answer := plain(re.search(r'"(.*)"', rest)[1]).strip():  # the end of a line comes by itself
                yield "acknowledged", json.loads(answer), None
        elif target == str(path.parent) and name == "fsync":
            yield "sync", FOLDER, None
        elif folder == str(path.parent) and target_name.startswith(path.name):
            yield from touching(name, target_name, rest)


def touching(name, target, rest):
    if name == "unlink":
        yield "unlink", target, None
    elif name in ("fsync", "fdatasync"):
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
            gone = {each for what, each, _ in self.held if what == "unlink"}
            synced = gone if name == FOLDER else {name}
            for step in [step for step in self.held if step[1] in synced]:
                perform(self.synced, *step)
            self.held = [step for step in self.held if step[1] not in synced]
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
    lines = [{"do": "open_panel", "panel": 1}]
    lines += [
        {"do": "write_note", "text": f"Note {n} " + "x" * (n * 37 % 900), "kind": "s"} for n in range(ACTS)
    ]
    return before, recorded(path, ["do", str(path)], lines)


@pytest.fixture(scope="module")
def merge_record(tmp_path_factory):
    """A merge of what another laptop wrote: few enough bytes that no other process reads them."""
    folder = tmp_path_factory.mktemp("merged")
    path, there, sent = folder / "w.facilitator", folder / "there.facilitator", folder / "sent.package"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    desk = open_desk(path, lambda: TEN)
    pack(desk, sent)
    desk.close()
    take_in_all(there, [sent], lambda: TEN, None, "Another")
    other = open_desk(there, lambda: TEN)
    for n in range(ACTS):
        other.do("write_note", text=f"Note {n} " + "x" * (n * 37 % 900), panel=1)
    pack(other, sent)
    other.close()
    before = path.read_bytes()
    return before, recorded(path, ["merge", str(path), str(sent), "--json"])


def cuts(story, before, folder, share):
    """Yield for each cut what had been answered before it, the events that are there, and if all is sound."""
    chance = random.Random(20_191_021)  # noqa: S311 - moments of cuts, not secrets
    moments = sorted(chance.sample(range(len(story)), min(CUTS, len(story))))
    disk, answers = Disk({"w.facilitator": before}), []
    for now, (what, name, more) in enumerate(story):
        if now in moments:
            found, sound = after(disk.after_cut(chance, share), folder, opened=now % 20 == 0)
            yield tuple(answers), found, sound
        if what == "acknowledged":
            answers.append(name)
        else:
            disk.take(what, name, more)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("share", [0, 0.5])
def test_no_acknowledged_act_is_lost_by_a_power_cut_and_every_file_is_sound(record, tmp_path, share):
    before, story = record
    seen = list(cuts(story, before, tmp_path, share))
    lost = [each["event"] for answers, found, _ in seen for each in answers if each["event"] not in found]

    assert (lost, [sound for *_, sound in seen]) == ([], [True] * CUTS)
    assert sum(what == "acknowledged" for what, *_ in story) == ACTS + 1


@pytest.mark.timeout(300)
@pytest.mark.parametrize("share", [0, 0.5])
def test_of_a_merge_all_or_nothing_is_there_after_a_power_cut(merge_record, tmp_path, share):
    before, story = merge_record
    seen = list(cuts(story, before, tmp_path, share))
    counts = {(bool(answers), len(found)) for answers, found, _ in seen}
    most = max(len(found) for _, found, _ in seen)

    assert all(sound for *_, sound in seen)
    assert counts <= {(False, 1), (False, most), (True, most)}
    assert (False, 1) in counts
    assert most == 1 + ACTS + 2  # the birth, the notes, and each laptop's merge


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
