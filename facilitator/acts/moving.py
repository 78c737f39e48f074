"""What new times of a panel would do, looked at before they are true."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.acts.desk import Desk
from facilitator.acts.panels import find_panel
from facilitator.acts.registry import Instant
from facilitator.acts.workshops import local_instant
from facilitator.domain.moving import Effect, Sitting, effects
from facilitator.domain.programme import Panel, PanelId
from facilitator.domain.timing import SECOND
from facilitator.store.reading import Reading

Json = dict[str, Any]


def at_times(panel: Panel, starts: int | None, ends: int | None, hard_stop: int | None) -> Panel:
    """Return a panel at other times: a new beginning takes its end and its hard stop along."""
    by = 0 if starts is None else starts - panel.starts
    return replace(
        panel,
        starts=panel.starts + by,
        ends=panel.ends + by if ends is None else ends,
        hard_stop=panel.hard_stop + by if hard_stop is None else hard_stop,
    )


def effects_of(reading: Reading, moved: Panel) -> tuple[Effect, ...]:
    """Return what is so if a panel has the times it has here."""
    zone = ZoneInfo(reading.workshop().zone)
    panels = reading.panels()
    listed = {each.id: [request.participant for request in reading.floor(each.id).waiting] for each in panels}

    def same_day(one: int, other: int) -> bool:
        return _day(one, zone) == _day(other, zone)

    return effects(moved, panels, _sittings(reading, zone), listed, same_day)


def move_effect(
    desk: Desk,
    panel: PanelId | int,
    starts: Instant | None = None,
    ends: Instant | None = None,
    hard_stop: Instant | None = None,
) -> Json:
    """Return what the panel's new times would do; nothing is changed."""
    moved = at_times(find_panel(desk.reading, panel), starts, ends, hard_stop)
    found = effects_of(desk.reading, moved)
    return {
        "panel": moved.id,
        "effects": [
            {"harm": e.harm.value, "minutes": e.minutes, "panel": e.panel, "participant": e.who}
            for e in found
        ],
    }


def _sittings(reading: Reading, zone: ZoneInfo) -> list[Sitting]:
    return [
        (local_instant(day, begins, zone), local_instant(day, ends, zone))
        for row in reading.days()
        for day in (date.fromisoformat(row["date"]),)
        for begins, ends in json.loads(row["sittings"])
    ]


def _day(instant: int, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(instant / SECOND, zone).date()
