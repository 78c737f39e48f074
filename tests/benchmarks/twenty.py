"""Twenty laptops that wrote apart for days, as packages: made without pressing a hundred thousand keys.

The program writes one note and one revision of it, and all others are these two events with other words, ids
and instants in them: none tells more or less than the program does. Each laptop signs what it tells with its
own key, and says in a merge that it had all notes before it changed some of those of others.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from secrets import token_hex

from facilitator.acts.desk import open_desk
from facilitator.acts.note_links import short
from facilitator.acts.workshops import new_workshop
from facilitator.exchange.keys import own_seed
from facilitator.exchange.merging import new_replica
from facilitator.exchange.package import Package, read, written
from facilitator.exchange.packing import packed
from facilitator.store.coming import Told, bound
from facilitator.store.engine import SCHEMA_VERSION
from facilitator.store.ids import new_id
from tests.conftest import TEN

LETTERS = ("abcdefghilmnoprstu", "ابتجحدرسشصعفقكلمنهوي")
HOUR = 3_600_000


class Laptops:
    """The laptop that all packages come to, and the packages: `notes` and `edits` from each of `many`.

    If somebody has `spoken`, all notes are about that; `early` is a package of before, and `first` of after.
    """

    def __init__(self, folder, many=20, notes=5_000, edits=500, *, spoken=False):
        self.chance = Random(2_019)  # noqa: S311 - no secret
        self.words = [self._word(LETTERS[number % 3 == 0]) for number in range(20_000)]
        often = (1 / (rank + 3) for rank in range(len(self.words)))  # as words of any language are
        self.often = list(accumulate(often))
        self.path = folder / "secretariat.facilitator"
        new_workshop(self.path, language="en", at=TEN, template="durban-2019")
        desk = open_desk(self.path, lambda: TEN)
        self.early = packed(desk.file, TEN)
        if spoken:
            desk.do("open_panel", panel=1)
            who = desk.do("add_participant", name="A speaker", category="GOV").id
            desk.do("give_floor", request=desk.do("request_floor", participant=who).id)
        self.first = first = packed(desk.file, TEN)
        self.founder = {desk.file.replica: desk.file._end.seq}
        desk.close()
        self.shapes = self._shapes(folder, first)
        self.laptops = [self._joined(folder, first, number) for number in range(many)]
        for laptop in self.laptops:
            laptop["notes"] = [self._note(laptop) for _ in range(notes)]
        seen = {laptop["id"]: laptop["run"].events[-1].seq for laptop in self.laptops}
        for laptop in self.laptops:
            self._had(laptop, {id_: seq for id_, seq in seen.items() if id_ != laptop["id"]})
            others = [each for each in self.laptops if each is not laptop]
            for _ in range(edits):
                self._edit(laptop, self.chance.choice(self.chance.choice(others)["notes"]))
        self.packages = [
            written(Package(each["header"], [each["run"]]), each["seed"]) for each in self.laptops
        ]

    def _shapes(self, folder, first):
        path = folder / "shapes.facilitator"
        new_replica(path, first, TEN, name="first", laptop="Shapes")
        found = shapes(path)
        path.unlink()
        return found

    def _joined(self, folder, first, number):
        path = folder / f"{number}.facilitator"
        new_replica(path, first, TEN, name="first", laptop=f"Laptop {number}")
        desk = open_desk(path, lambda: TEN)
        content = packed(desk.file, TEN, known=self.founder)
        package = read(content, SCHEMA_VERSION, "")
        (run,) = package.runs
        seed = desk.file.look(lambda connection: own_seed(connection, desk.file.replica))
        hash_ = desk.file._end.hash
        desk.close()
        path.unlink()
        return {
            "id": run.laptop,
            "run": run,
            "hash": hash_,
            "header": package.header,
            "seed": seed,
            "at": TEN,
        }

    def _word(self, letters):
        return "".join(self.chance.choices(letters, k=self.chance.randint(2, 9)))

    def _text(self):
        return " ".join(
            self.chance.choices(self.words, cum_weights=self.often, k=self.chance.randint(20, 44))
        )

    def _add(self, laptop, id_, act, desk, payload):
        """The laptop tells one event more; `payload` is its subject, arguments and changes."""
        place = laptop["run"].events[-1].seq + 1, id_, laptop["at"]
        told = Told(*place, act, desk, None, token_hex(16), "", *payload)
        row = bound(laptop["id"], laptop["hash"], told)
        laptop["hash"] = row.hash
        laptop["run"].events.append(told._replace(sealed=row.sealed))

    def _like(self, shape, laptop, event, text, **others):
        """The laptop tells an event like one that was written, in which this stands instead."""
        laptop["at"] += 20_000
        new = {"laptop": laptop["id"], "event": event, "text": text, "subject": short(text)}
        new |= {"at": laptop["at"], **others}
        instead = {was: new[name] for name, was in shape.told.items()}
        arguments = json.dumps(said_instead(shape.arguments, instead), ensure_ascii=False)
        changes = json.dumps(said_instead(shape.changes, instead), ensure_ascii=False, separators=(",", ":"))
        self._add(laptop, event, shape.act, shape.desk, (new["subject"], arguments, changes))

    def _note(self, laptop):
        note, event, text = new_id(), new_id(), self._text()
        self._like(self.shapes["write_note"], laptop, event, text, note=note)
        return note, event, text

    def _edit(self, laptop, known):
        note, base, old = known
        self._like(
            self.shapes["revise_note"], laptop, new_id(), self._text(), note=note, base=base, before=old
        )

    def _had(self, laptop, seen):
        laptop["at"] += HOUR
        arguments = json.dumps({"packages": [], "seen": seen})
        self._add(laptop, new_id(), "merge", "secretariat", ("", arguments, "[]"))


@dataclass(frozen=True, slots=True)
class Shape:
    """An event that the program wrote; `told` is what stands in it, by what it is of."""

    act: str
    desk: str
    arguments: object
    changes: object
    told: Mapping[str, object]


def shapes(path):
    """Return the event of a note and of its revision as the program writes them at a new laptop."""
    desk = open_desk(path, lambda: TEN)
    texts = ("What is written first, and longer than what an act is listed by.", "What it reads afterwards.")
    made = desk.do("write_note", text=texts[0], panel=1)
    changed = desk.do("revise_note", note=made.id, text=texts[1], base=made.event)
    told = {"laptop": desk.file.replica, "at": TEN, "note": made.id}
    of = {
        "write_note": {**told, "event": made.event, "text": texts[0]},
        "revise_note": {**told, "event": changed.event, "text": texts[1], "base": made.event},
    }
    of["revise_note"]["before"] = texts[0]
    found = {}
    for row in desk.file.journal():
        if row.act in of:
            arguments, changes = json.loads(row.arguments), json.loads(row.changes)
            assert row.subject == short(of[row.act]["text"])
            found[row.act] = Shape(row.act, row.desk, arguments, changes, of[row.act])
    desk.close()
    return found


def said_instead(told, instead):
    """Return JSON in which each value that has another one instead is that one."""
    if isinstance(told, dict):
        return {name: said_instead(value, instead) for name, value in told.items()}
    if isinstance(told, list):
        return [said_instead(value, instead) for value in told]
    return instead.get(told, told)
