"""A programme from a calendar, a schedule or a table: panels, planned anew or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Changes, Faulty, Kind, Order, Report, report_of
from facilitator.acts.importing.origins import Origin, remembered, same_source
from facilitator.acts.importing.writing import language_of, write
from facilitator.domain.folding import folded
from facilitator.domain.programme import Panel, PanelId, PanelState
from facilitator.domain.refusals import Explained
from facilitator.intake.defects import Defect
from facilitator.intake.programmes.event import OVERLAPS, Event, Programme
from facilitator.intake.programmes.reading import read_programme
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.rows import from_panel
from facilitator.store.work import Work

HAS_SAT = "has_sat"
HEADER = ("title", "starts", "ends", "room", "summary", "uid")
_ROOMS_SHOWN = 20


class RoomsParallel(Explained):
    """Several `rooms` are in use at the same time, and a workshop sits in one."""


class UnknownRoom(Explained):
    """There is no `room` in the programme; it has `rooms`."""


def import_programme(desk: Desk, order: Order) -> Report:
    """The events of a programme are panels in the order of their beginning; a dry run only reports.

    An event that came before moves its panel, unless that has sat. Raises a TableFault, a fault of the
    columns, RoomsParallel or UnknownRoom, and then nothing has come in.
    """
    language = language_of(desk)
    legend = order.legend.over(remembered(desk.reading, order.source, HEADER))
    programme = read_programme(order.source, legend, language.zone, order.encoding, order.delimiter)
    events = _of_room(programme, order.room)
    origin = same_source(desk.reading, Kind.PROGRAMME, order.source.name, HEADER, legend, desk.now())
    planning = _Planning(desk.reading, origin, events)

    def body(work: Work) -> None:
        origin.write(work)
        planning.write(work)
        work.subject = order.source.name

    if planning.size and not order.dry_run:
        write(desk, "import_programme", {"source": order.source.name, "room": order.room}, body)
    defects = sorted((*programme.defects, *planning.defects), key=lambda defect: defect.row)
    wrong = {defect.row for defect in defects}
    faulty = Faulty(HEADER, {row: cells for row, cells in programme.cells.items() if row in wrong})
    return report_of(programme.read, planning.done, defects, planning.changes, faulty)


def _of_room(programme: Programme, wanted: str) -> tuple[Event, ...]:
    """Return the events of one room; raises UnknownRoom, or RoomsParallel if one must be chosen."""
    if not wanted:
        if programme.parallel:
            raise RoomsParallel(rooms=_listed(programme.parallel))
        return programme.events
    found = tuple(event for event in programme.events if folded(event.room) == folded(wanted))
    if not found:
        raise UnknownRoom(room=wanted, rooms=_listed(programme.rooms))
    return found


def _listed(rooms: tuple[str, ...]) -> str:
    return ", ".join(rooms[:_ROOMS_SHOWN]) + ", …" * (len(rooms) > _ROOMS_SHOWN)


class _Planning:
    """What becomes of each event; nothing is written before `write`."""

    def __init__(self, reading: Reading, origin: Origin, events: tuple[Event, ...]) -> None:
        self._reading, self._origin = reading, origin
        self._before = {panel.id: panel for panel in reading.panels()}
        self._states: Mapping[PanelId, PanelState] = reading.states()
        self._after = dict(self._before)
        self.done: Counter[str] = Counter()
        self.defects: list[Defect] = []
        new, changed = [], []
        met: set[PanelId] = set()
        latest = 0
        for event in events:
            known = self._known(event, met)
            panel = _panel(event, origin.id, known)
            met.add(panel.id)
            if event.starts < latest:
                self.defects.append(Defect(event.row, "starts", OVERLAPS))
            latest = max(latest, event.ends)
            if known is None:
                self.done["added"] += 1
                new.append(event.title)
            elif known == panel:
                self.done["unchanged"] += 1
                continue
            elif self._states[known.id] is not PanelState.PLANNED:
                self.defects.append(Defect(event.row, "starts", HAS_SAT))
                continue
            else:
                self.done["updated"] += 1
                changed.append(event.title)
            self._after[panel.id] = panel
        gone = tuple(p.title for p in self._before.values() if p.origin == origin.id and p.id not in met)
        self.changes = Changes(tuple(new), tuple(changed), gone)

    @property
    def size(self) -> int:
        return self.done["added"] + self.done["updated"]

    def write(self, work: Work) -> None:
        """The panels are in the tables, numbered in the order of their beginning."""
        ordered = sorted(self._after.values(), key=lambda panel: (panel.starts, panel.ends, panel.number))
        numbered = [replace(panel, number=number) for number, panel in enumerate(ordered, 1)]
        work.insert_all("panel", [from_panel(panel) for panel in numbered if panel.id not in self._before])
        for panel in numbered:
            before = self._before.get(panel.id)
            if before is not None:
                was, now = from_panel(before), from_panel(panel)
                work.update("panel", panel.id, was, now)

    def _known(self, event: Event, met: set[PanelId]) -> Panel | None:
        """Return the panel of an event that came before, or one planned by hand at its time."""
        for panel in self._before.values():
            same = panel.origin == self._origin.id and panel.uid == event.uid
            by_hand = not panel.uid and (panel.title, panel.starts) == (event.title, event.starts)
            if (same or by_hand) and panel.id not in met:
                return panel
        return None


def _panel(event: Event, origin: str, known: Panel | None) -> Panel:
    summary = event.summary or "\n".join(event.inside)
    if known is None:
        id_ = PanelId(new_id())
        fresh = Panel(id_, 0, event.title, event.starts, event.ends, event.hard_stop or event.ends)
        return replace(fresh, summary=summary, origin=origin, uid=event.uid, room=event.room)
    moved = (known.starts, known.ends) != (event.starts, event.ends)
    return replace(
        known,
        title=event.title,
        starts=event.starts,
        ends=event.ends,
        hard_stop=(event.hard_stop or event.ends) if moved else known.hard_stop,
        summary=summary or known.summary,
        origin=origin,
        uid=event.uid,
        room=event.room or known.room,
    )
