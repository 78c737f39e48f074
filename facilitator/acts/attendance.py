"""Who is at a panel: in the room, from afar, or not."""

from __future__ import annotations

from facilitator.acts.panels import find_panel, panel_that_sits
from facilitator.acts.registry import Work, act
from facilitator.domain.people import Attendance, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NoPanelOpen, NotUnderstood, UnknownReference


@act("secretariat", UnknownReference, NotUnderstood, NoPanelOpen)
def set_attendance(
    work: Work,
    participants: tuple[ParticipantId, ...],
    attendance: Attendance,
    panel: PanelId | int | None = None,
) -> None:
    """These people are at the panel, follow it from afar, or are not there; unsaid, at the one open."""
    if not participants:
        raise NotUnderstood(field="participants")
    there = _panel(work, panel)
    told = work.reading.attendance.of(there)
    people = [work.reading.participant(id_) for id_ in dict.fromkeys(participants)]
    for who in people:
        row = {"id": f"{there}/{who.id}", "panel": there, "participant": who.id, "state": attendance.value}
        if who.id in told:
            work.update("attendance", row["id"], {**row, "state": told[who.id].value}, row)
    new = [who for who in people if who.id not in told]
    work.insert_all(
        "attendance",
        [
            {"id": f"{there}/{who.id}", "panel": there, "participant": who.id, "state": attendance.value}
            for who in new
        ],
    )
    work.subject = people[0].name


def _panel(work: Work, panel: PanelId | int | None) -> PanelId:
    if panel is not None:
        return find_panel(work.reading, panel).id
    sits = panel_that_sits(work.reading)
    if sits is None:
        raise NoPanelOpen
    return sits


def as_there(work: Work, panel: PanelId, who: Participant) -> Participant:
    """Return somebody in the room or not as it is at a panel."""
    return work.reading.attendance.participant(who.id, panel) or who


def hand_over_attendance(work: Work, who: Participant, known: Participant) -> None:
    """Where one was, the other has been; what is told of the other already stands."""
    panels = {row["panel"] for row in work.reading.attendance.rows_of(known.id)}
    for row in work.reading.attendance.rows_of(who.id):
        work.delete("attendance", dict(row))
        if row["panel"] not in panels:
            work.insert("attendance", {**row, "id": f"{row['panel']}/{known.id}", "participant": known.id})


def forget_attendance(work: Work, who: Participant) -> None:
    """Nothing is told of somebody who is in the workshop no more."""
    for row in work.reading.attendance.rows_of(who.id):
        work.delete("attendance", dict(row))
