"""The floor goes from one laptop to another: handed over, or taken over when its holder cannot."""

from __future__ import annotations

from typing import Any, NewType

from facilitator.acts.registry import Work, act
from facilitator.acts.settling import Laptop as Asked
from facilitator.domain.refusals import FloorElsewhere, UnknownReference
from facilitator.store.duties import DUTY, FLOOR, holder
from facilitator.store.journal import Change
from facilitator.store.laptops import Laptop, birth, laptops
from facilitator.store.tables import STATE

LaptopName = NewType("LaptopName", str)


@act("floor", FloorElsewhere, UnknownReference)
def hand_over_floor(work: Work, laptop: LaptopName) -> None:
    """The laptop, by its name or id, leads the panels from now on; it learns so from a package."""
    _give(work, _named(work, laptop))


@act("floor", anywhere=True)
def take_over_floor(work: Work) -> None:
    """The panels are led by this laptop, without having been asked to: the other one is lost or broken.

    What was done there since its last package is not here. Should it go on, both take part in a conflict.
    """
    _give(work, laptops(work.connection)[work.laptop])


def _named(work: Work, laptop: str) -> Laptop:
    known = laptops(work.connection)
    called = [each for each in known.values() if laptop in (each.id, each.name)]
    if len(called) != 1:
        raise UnknownReference(kind="laptop", id=laptop)
    return called[0]


def _give(work: Work, to: Laptop) -> None:
    now, born = holder(work.connection), birth(work.connection)
    if now is None or born is None or now.id == to.id:
        return
    work.subject = to.name
    table = STATE[DUTY]
    if work.connection.execute(table.select().where(table.c.id == FLOOR)).first() is not None:
        work.update(DUTY, FLOOR, {"holder": now.id}, {"holder": to.id})
        return
    row = {"id": FLOOR, "holder": to.id, "owner": born[1]}  # whoever writes it first writes the same
    work.apply([Change(DUTY, FLOOR, None, row)])


def laptops_now(desk: Asked) -> dict[str, Any]:
    """Return the laptops that are known here, and which of them holds the floor."""
    known, held = desk.file.look(laptops), desk.file.look(holder)
    return {
        "laptops": [
            {
                "id": each.id,
                "name": each.name,
                "here": each.id == desk.file.replica,
                "holds_floor": held is not None and each.id == held.id,
            }
            for each in known.values()
        ]
    }
