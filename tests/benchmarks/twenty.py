"""Twenty laptops that wrote apart for days, as packages: made without pressing a hundred thousand keys.

The shape of an event is taken from one that the program wrote; each laptop signs what it tells with its own
key, and says in a merge that it had all notes before it changed some of those of others.
"""

import json
from itertools import accumulate
from random import Random
from secrets import token_hex

from facilitator.acts.desk import open_desk
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
    """The laptop that all packages come to, and the packages: `notes` and `edits` from each of `many`."""

    def __init__(self, folder, many=20, notes=5_000, edits=500):
        self.chance = Random(2_019)  # noqa: S311 - no secret
        self.words = [self._word(LETTERS[number % 3 == 0]) for number in range(20_000)]
        often = (1 / (rank + 3) for rank in range(len(self.words)))  # as words of any language are
        self.often = list(accumulate(often))
        self.path = folder / "secretariat.facilitator"
        new_workshop(self.path, language="en", at=TEN, template="durban-2019")
        desk = open_desk(self.path, lambda: TEN)
        first = packed(desk.file, TEN)
        self.panel = desk.view().panels[0].id
        self.founder = {desk.file.replica: desk.file._end.seq}
        desk.close()
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

    def _add(self, laptop, act, subject, arguments, changes):
        laptop["at"] += 20_000
        told = Told(
            laptop["run"].events[-1].seq + 1,
            arguments.pop("event", "") or new_id(),
            laptop["at"],
            act,
            "notes",
            None,
            token_hex(16),
            "",
            subject,
            json.dumps(arguments, ensure_ascii=False),
            json.dumps(changes, ensure_ascii=False, separators=(",", ":")),
        )
        row = bound(laptop["id"], laptop["hash"], told)
        laptop["hash"] = row.hash
        laptop["run"].events.append(told._replace(sealed=row.sealed))

    def _note(self, laptop):
        note, event, text, at = new_id(), new_id(), self._text(), laptop["at"]
        whose = {"owner": laptop["id"]}
        row = {"id": note, "panel": self.panel, "intervention": None, "participant": None, "category": None}
        row |= {"question": None, "kind": "s", "text": text, "at": at, "offset_ms": None, "revision": event}
        row |= {"revisions": 1, "languages": "[]", "heard": "", "interpreted": 0, "about": "", "charge": ""}
        row |= {"due": "", "settled_at": None, "removed_at": None, **whose}
        made = {"id": event, "note": note, "number": 1, "at": at, "kind": "s", "text": text, "base": None}
        changes = [["note", note, None, row], ["revision", event, None, {**made, **whose}]]
        self._add(laptop, "write_note", text, {"event": event, "text": text, "panel": 1}, changes)
        return note, event, text

    def _edit(self, laptop, known):
        (note, base, old), event, text = known, new_id(), self._text()
        made = {"id": event, "note": note, "number": 2, "at": laptop["at"], "kind": "s", "text": text}
        before = {"text": old, "revision": base, "revisions": 1}
        after = {"text": text, "revision": event, "revisions": 2}
        changes = [["note", note, before, after]]
        changes.append(["revision", event, None, {**made, "base": base, "owner": laptop["id"]}])
        told = {"event": event, "note": note, "text": text, "base": base}
        self._add(laptop, "revise_note", text, told, changes)

    def _had(self, laptop, seen):
        laptop["at"] += HOUR
        self._add(laptop, "merge", "", {"packages": [], "seen": seen}, [])
