"""The tables of a workshop file: state that is read, and the journal it can be rebuilt from."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from facilitator.store.columns import link as _link
from facilitator.store.columns import metadata
from facilitator.store.columns import number as _number
from facilitator.store.columns import state as _state
from facilitator.store.columns import text as _text
from facilitator.store.ledger_tables import LEDGER
from facilitator.store.note_tables import coding, note, relation, revision
from facilitator.store.programme_tables import allotment, budget, panel, planned_phase, question, seat
from facilitator.store.report_tables import paragraph, rendering

_HAS_THE_FLOOR = text("ended IS NULL AND interrupts IS NULL")
_INTERRUPTS = text("ended IS NULL AND interrupts IS NOT NULL")

replica = Table(
    "replica",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    _number("created"),
    _text("succeeds", null=True),
    _text("public_key", usual=""),
    _text("certificate", usual=""),
)
meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value"))

workshop = _state(
    "workshop",
    _text("title"),
    _text("short"),
    _text("slug"),
    _text("language"),
    _text("zone"),
    _text("aim"),
    _text("place"),
    _text("outcome"),
    _text("notice"),
)
day = _state("day", _number("number"), _text("date"), _text("sittings"))
background = _state(
    "background", _text("kind"), _number("number"), _text("key"), _text("label"), _text("detail")
)
category = _state(
    "category",
    _number("number"),
    _text("label"),
    _text("short"),
    _text("one"),
    _text("tiny"),
    _number("allotment_ms", null=True),
    Column("target_share", Float, nullable=True),
    _number("warning_ms", null=True),
    _number("danger_ms", null=True),
)
participant = _state(
    "participant",
    _text("name"),
    _text("second_name"),
    _link("category", "category"),
    _text("delegation"),
    _text("region"),
    _text("gender"),
    _text("language"),
    _number("present"),
    _number("number", null=True),
    _text("origin", usual=""),
    _text("attribution", usual=""),
    _text("pronounced", usual=""),
    _number("registered", usual=1),
)
rule = _state("rule", _link("panel", "panel", null=True), _text("key"), _text("value"))
request = _state(
    "request",
    _link("panel", "panel"),
    _link("participant", "participant"),
    _text("kind"),
    _text("capacity"),
    _text("state"),
    Column("place", Float, nullable=False),
    _number("asked_at"),
    _text("on_behalf_of"),
    _text("note"),
    _number("settled_at", null=True),
    _text("category", null=True),
    _number("organisations", usual=1),
    _number("rank", usual=0),
    _text("answers", null=True),
    _number("calls", usual=0),
    _number("overtaken", usual=0),
    _text("instead_of", null=True),
    _number("terms_allotment_ms", null=True),
    _number("accommodation_ms", usual=0),
    _number("clock_off", usual=0),
    _number("interpreted", usual=0),
    _number("counted", usual=1),
    _number("words", null=True),
    Index("ix_request_panel", "panel"),
)
intervention = _state(
    "intervention",
    _link("panel", "panel"),
    _link("request", "request", null=True),
    _link("participant", "participant"),
    _link("category", "category"),
    _text("kind"),
    _text("capacity"),
    _text("on_behalf_of"),
    _number("began"),
    _number("ended", null=True),
    _number("allotment_ms"),
    _number("added_ms"),
    _text("interrupts", null=True),
    _number("extra_ms", usual=0),
    _number("warning_ms", null=True),
    _number("danger_ms", null=True),
    _number("grace_ms", usual=30_000),
    _number("clock_off", usual=0),
    _number("interpreted", usual=0),
    _number("counted", usual=1),
    _number("organisations", usual=1),
    _number("words", null=True),
    _text("suggested", null=True),
    _text("motive", usual=""),
    CheckConstraint("ended IS NULL OR began <= ended", name="time"),
    Index("ix_intervention_panel", "panel"),
    Index("uq_intervention_one_speaker", "panel", unique=True, sqlite_where=_HAS_THE_FLOOR),
    Index("uq_intervention_one_interruption", "interrupts", unique=True, sqlite_where=_INTERRUPTS),
)
pause = _state(
    "pause",
    _link("intervention", "intervention"),
    _number("number"),
    _number("began"),
    _number("ended", null=True),
    _text("interruption", null=True),
)
origin = _state("origin", _text("kind"), _text("name"), _text("header"), _text("terms"), _number("at"))
apart = _state("apart", _text("one"), _text("other"))
attendance = _state("attendance", _text("panel"), _text("participant"), _text("state"))
duty = _state("duty", _text("holder"))
event = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    _link("replica", "replica"),
    _number("seq"),
    _number("at"),
    _text("act"),
    _text("desk"),
    _text("subject"),
    _text("arguments"),
    _text("changes"),
    Column("undoes", Text, ForeignKey("event.id"), nullable=True),
    _text("salt", usual=""),
    _text("sealed", usual=""),
    _text("previous", usual=""),
    _text("hash", usual=""),
    _number("moment", usual=0),
    UniqueConstraint("replica", "seq"),
)
touched = Table(
    "touched",
    metadata,
    Column("row", Text, primary_key=True),
    Column("event", Text, ForeignKey("event.id"), primary_key=True),
    sqlite_with_rowid=False,
)
waiting = Table(
    "waiting",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("line"),
)
conflict = Table(
    "conflict",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("row", Text, primary_key=True),
    _text("sides"),
)
draft = Table(
    "draft",
    metadata,
    Column("replica", Text, ForeignKey("replica.id"), primary_key=True),
    _text("text"),
    _number("at"),
)
found = Table(
    "found",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("of"),
    _text("row"),
    UniqueConstraint("of", "row"),
)

STATE = {
    table.name: table
    for table in (
        workshop,
        day,
        background,
        category,
        participant,
        panel,
        question,
        allotment,
        budget,
        planned_phase,
        rule,
        request,
        intervention,
        pause,
        note,
        revision,
        coding,
        relation,
        *LEDGER,
        paragraph,
        rendering,
        origin,
        apart,
        attendance,
        duty,
        seat,
    )
}
"""The tables that the journal tells of, parents before children."""

__all__ = [
    "STATE",
    "conflict",
    "draft",
    "event",
    "found",
    "meta",
    "metadata",
    "replica",
    "touched",
    "waiting",
]
