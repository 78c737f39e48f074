"""The tables of the programme: panels, and what is planned for each."""

from __future__ import annotations

from sqlalchemy import CheckConstraint

from facilitator.store.columns import link, number, state, text

panel = state(
    "panel",
    number("number"),
    text("title"),
    text("short"),
    text("summary"),
    number("starts"),
    number("ends"),
    number("hard_stop"),
    text("questions_are"),
    text("state"),
    text("phase"),
    number("list_open"),
    number("opened_at", null=True),
    number("closed_at", null=True),
    number("suspended_at", null=True),
    number("resumes_at", null=True),
    number("rested_ms", usual=0),
    number("step", null=True),
    number("phase_since", null=True),
    number("list_closes_at", null=True),
    number("side_set_ms", null=True),
    number("side_shown_ms", null=True),
    number("side_since", null=True),
    number("side_up", null=True),
    text("origin", usual=""),
    text("uid", usual=""),
    text("room", usual=""),
    text("titles", usual="{}"),
    text("interpretation", usual=""),
    CheckConstraint("starts < ends", name="time"),
)
question = state("question", link("panel", "panel"), number("number"), text("text"), text("short"))
seat = state(
    "seat",
    link("panel", "panel"),
    link("participant", "participant"),
    number("number"),
    text("role"),
    text("capacity"),
)
allotment = state("allotment", link("panel", "panel"), text("category"), number("ms"), text("kind", usual=""))
budget = state(
    "budget", link("panel", "panel"), text("category"), number("granted_ms"), number("charged_before_ms")
)
planned_phase = state("planned_phase", link("panel", "panel"), number("number"), text("phase"), number("ms"))
