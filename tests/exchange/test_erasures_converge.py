"""Whatever laptops write, erase and tell one another in any order: in the end all have the same, and nobody
who was erased."""

from itertools import permutations
from random import Random

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in
from facilitator.acts.workshops import new_workshop
from facilitator.exchange.merging import new_replica
from facilitator.exchange.packing import packed
from tests.books import folded, tables_of
from tests.conftest import TEN
from tests.exchange.test_erased_elsewhere import erased

NAMES = ("Xanthippe Quillfeather", "Balthazar Ypsilon")
LAPTOPS, STEPS = 3, 14


class Room:
    """Three laptops with the same two people; what they do is drawn by lot."""

    def __init__(self, folder, clock, lot):
        self.folder, self.clock, self.lot = folder, clock, Random(lot)  # noqa: S311 - no secret
        new_workshop(folder / "0.facilitator", language="en", at=TEN, template="durban-2019")
        first = open_desk(folder / "0.facilitator", clock)
        key = first.view().categories[0].key
        self.people = {name: first.do("add_participant", name=name, category=key).id for name in NAMES}
        self.desks, self.gone, self.packages = [first], {}, []
        for number in range(1, LAPTOPS):
            path = folder / f"{number}.facilitator"
            new_replica(path, packed(first.file, TEN), TEN, name="first", laptop=f"Laptop {number}")
            self.desks.append(open_desk(path, clock))

    def step(self):
        self.clock.pass_s(self.lot.randint(1, 900))
        number = self.lot.randrange(LAPTOPS)
        what = self.lot.choice(
            (self.write, self.write, self.edit, self.pack, self.pack, self.take, self.erase)
        )
        what(number)

    def write(self, number):
        text = f"{self.lot.choice(NAMES)} asked for remedies, {self.lot.random()}"
        self.desks[number].do("write_note", text=text, panel=1)

    def edit(self, number):
        desk = self.desks[number]
        notes = sorted(tables_of(desk).get("note", {}).values(), key=lambda note: note["id"])
        if notes:
            note = self.lot.choice(notes)
            text = f"{self.lot.choice(NAMES)} was thanked, {self.lot.random()}"
            desk.do("revise_note", note=note["id"], text=text, base=note["revision"])

    def pack(self, number):
        self.packages.append(self.folder / f"{len(self.packages)}.package")
        pack(self.desks[number], self.packages[-1])

    def take(self, number):
        if self.packages:
            take_in(self.desks[number], self.lot.choice(self.packages))

    def erase(self, number):
        name = self.lot.choice(NAMES)
        if name not in self.gone:
            self.gone[name] = number
            self.desks[number] = erased(self.desks[number], self.people[name], self.clock)

    def tell_all(self):
        """Everybody tells everybody else what is known, twice."""
        for one, other in [*permutations(range(LAPTOPS), 2)] * 2:
            self.clock.pass_s(1)
            self.pack(one)
            take_in(self.desks[other], self.packages[-1])

    def close(self):
        for desk in self.desks:
            desk.close()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("lot", range(4))
def test_all_have_the_same_and_nobody_who_was_erased(tmp_path, clock, lot):
    room = Room(tmp_path, clock, lot)
    for _ in range(STEPS):
        room.step()
    if not room.gone:
        room.erase(1)
    room.tell_all()
    tables = [tables_of(desk) for desk in room.desks]
    left = [
        (number, name)
        for number, desk in enumerate(room.desks)
        for name in room.gone
        if name in str(tables[number]) or any(name in str(row) for row in desk.file.journal())
    ]

    assert left == []
    assert tables[1:] == tables[:-1]
    assert [folded(desk) for desk in room.desks] == tables
    assert [desk.file.breaches() for desk in room.desks] == [()] * LAPTOPS
    room.close()
