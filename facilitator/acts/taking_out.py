"""A panel that is taken out of the programme, with all that was planned for it."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.panels import find_panel
from facilitator.acts.programme import must_not_have_sat, rule_row
from facilitator.acts.registry import Work, act
from facilitator.domain.programme import Panel, PanelId
from facilitator.domain.refusals import PanelHasSat, PanelTold, UnknownReference
from facilitator.store.floor_rows import sitting
from facilitator.store.rows import from_panel, from_question, from_seat


@act("secretariat", UnknownReference, PanelHasSat, PanelTold)
def remove_panel(work: Work, panel: PanelId | int) -> None:
    """The panel is in the programme no more and those after it move up; refused once it is told of."""
    gone = find_panel(work.reading, panel)
    must_not_have_sat(work, gone)
    floor, reading = work.floor(gone.id), work.reading
    told = floor.queue.requests or reading.notes(gone.id) or reading.recommendations(gone.id)
    if told or floor.interventions:
        raise PanelTold(number=gone.number)
    _take_out_plans(work, gone)
    work.delete("panel", {**from_panel(gone), **sitting(floor)})
    for later in reading.panels():
        if later.number > gone.number:
            moved = from_panel(replace(later, number=later.number - 1))
            work.update("panel", later.id, from_panel(later), moved)
    work.subject = gone.title


def _take_out_plans(work: Work, gone: Panel) -> None:
    """Whatever was planned for the panel is no more: its questions, seats, rules, times and attendance."""
    for question in gone.questions:
        work.delete("question", from_question(question, gone.id))
    for seat in gone.seats:
        work.delete("seat", from_seat(seat, gone.id))
    for key, value in work.reading.settings(gone.id).items():
        work.delete("rule", rule_row(gone.id, key, value))
    for row in work.reading.attendance.rows_at(gone.id):
        work.delete("attendance", dict(row))
    work.keep(replace(work.floor(gone.id), plan=(), allotments={}, kinds={}, budgets={}))
    del work.floors[gone.id]
