"""A programme from a calendar, a schedule or a table: panels, planned anew or moved."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.desk import Desk
from facilitator.acts.importing.concept_note import import_concept_note
from facilitator.acts.importing.order import Faulty, Kind, Order, Report, Unit, report_of
from facilitator.acts.importing.origins import remembered, same_source
from facilitator.acts.importing.planning import Planning
from facilitator.acts.importing.writing import language_of, write
from facilitator.domain.folding import folded
from facilitator.domain.refusals import Explained
from facilitator.intake.programmes.event import Event, Programme
from facilitator.intake.programmes.reading import programme_table, prose_of, read_programme
from facilitator.store.work import Work

HEADER = ("title", "starts", "ends", "room", "summary", "uid")
_ROOMS_SHOWN = 20


class RoomsParallel(Explained):
    """Several `rooms` of `file` are in use at the same time, and a workshop sits in one."""


class UnknownRoom(Explained):
    """There is no `room` in the programme; it has `rooms`."""


def import_programme(desk: Desk, order: Order) -> Report:
    """The events of a programme are panels in the order of their beginning; a dry run only reports.

    An event that came before moves its panel, unless that has sat. Raises a TableFault, a fault of the
    columns, RoomsParallel or UnknownRoom, and then nothing has come in.
    """
    prose = prose_of(order.source, order.encoding)
    if prose is not None:
        return import_concept_note(desk, order, prose)
    language = language_of(desk)
    table = programme_table(order.source, order.encoding, order.delimiter)
    header = HEADER if table is None else table.header
    legend = order.legend.over(remembered(desk.reading, order.source, header))
    programme = read_programme(
        order.source, legend, language.zone, order.encoding, order.delimiter, language.code
    )
    events = _of_room(programme, order)
    origin = same_source(desk.reading, Kind.PROGRAMME, order.source.name, header, legend, desk.now())
    planning = Planning(desk.reading, origin, events)

    def body(work: Work) -> None:
        origin.write(work)
        planning.write(work)

    if planning.size and not order.dry_run:
        write(desk, order, "import_programme", {"room": order.room}, body)
    defects = sorted((*programme.defects, *planning.defects), key=lambda defect: defect.row)
    wrong = {defect.row for defect in defects}
    faulty = Faulty(HEADER, {row: cells for row, cells in programme.cells.items() if row in wrong})
    report = report_of(programme.read, planning.done, defects, planning.changes, faulty)
    unit = Unit.EVENT if table is None else Unit.ROW
    return replace(report, unit=unit, elsewhere=len(programme.events) - len(events))


def _of_room(programme: Programme, order: Order) -> tuple[Event, ...]:
    """Return the events of one room; raises UnknownRoom, or RoomsParallel if one must be chosen."""
    wanted = order.room
    if not wanted:
        if programme.parallel:
            raise rooms_parallel(programme, order)
        return programme.events
    found = tuple(event for event in programme.events if folded(event.room) == folded(wanted))
    if not found:
        raise UnknownRoom(room=wanted, rooms=_listed(programme.rooms))
    return found


def rooms_parallel(programme: Programme, order: Order) -> RoomsParallel:
    """Return the refusal of a programme of which a room must be chosen."""
    return RoomsParallel(file=order.source.name, rooms=_listed(programme.parallel))


def _listed(rooms: tuple[str, ...]) -> str:
    between = "; " if any("," in room for room in rooms) else ", "
    return between.join(rooms[:_ROOMS_SHOWN]) + f"{between}…" * (len(rooms) > _ROOMS_SHOWN)
