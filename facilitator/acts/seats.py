"""Who sits at the table of a panel: its moderator, its rapporteurs, its panellists in their order."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.panels import find_panel, put_before
from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import Panel, PanelId, Seat, SeatId, SeatRole
from facilitator.domain.refusals import SitsAlready, TextTooLong, UnknownReference
from facilitator.store.rows import from_seat


@act("secretariat", UnknownReference, SitsAlready, TextTooLong)
def add_seat(
    work: Work,
    panel: PanelId | int,
    participant: ParticipantId,
    role: SeatRole = SeatRole.PANELLIST,
    capacity: str = "",
) -> str:
    """Somebody sits at the panel's table, after those who do; the capacity is the office held there."""
    table, who = find_panel(work.reading, panel), work.reading.participant(participant)
    must_be_short("capacity", capacity)
    if who.id in {seat.participant for seat in table.seats}:
        raise SitsAlready(name=who.name)
    new = Seat(SeatId(work.new_id()), who.id, len(table.seats) + 1, role, capacity.strip())
    work.insert("seat", from_seat(new, table.id))
    work.subject = who.name
    return new.id


@act("secretariat", UnknownReference, TextTooLong)
def edit_seat(work: Work, seat: SeatId, role: SeatRole | None = None, capacity: str | None = None) -> None:
    """Whoever sits there does so in this role and capacity; what is not told stays."""
    panel, before = _seat(work, seat)
    must_be_short("capacity", capacity or "")
    told = before.capacity if capacity is None else capacity.strip()
    _keep(work, panel, before, replace(before, role=role or before.role, capacity=told))
    work.subject = work.reading.participant(before.participant).name


@act("secretariat", UnknownReference)
def move_seat(work: Work, seat: SeatId, before: SeatId | None = None) -> None:
    """The seat stands before another of its panel, or last; the numbers follow."""
    panel, moved = _seat(work, seat)
    _number(work, panel, put_before({each.id: each for each in panel.seats}, seat, before, "seat"))
    work.subject = work.reading.participant(moved.participant).name


@act("secretariat", UnknownReference)
def remove_seat(work: Work, seat: SeatId) -> None:
    """Nobody sits there any more and those after it move up."""
    panel, gone = _seat(work, seat)
    work.delete("seat", from_seat(gone, panel.id))
    _number(work, panel, [each for each in panel.seats if each.id != seat])
    work.subject = work.reading.participant(gone.participant).name


def _seat(work: Work, id_: SeatId) -> tuple[Panel, Seat]:
    """Return a seat and its panel; raises UnknownReference."""
    for panel in work.reading.panels():
        for seat in panel.seats:
            if seat.id == id_:
                return panel, seat
    raise UnknownReference(kind="seat", id=id_)


def _number(work: Work, panel: Panel, seats: list[Seat]) -> None:
    for number, seat in enumerate(seats, 1):
        _keep(work, panel, seat, replace(seat, number=number))


def _keep(work: Work, panel: Panel, before: Seat, after: Seat) -> None:
    work.update("seat", before.id, from_seat(before, panel.id), from_seat(after, panel.id))
