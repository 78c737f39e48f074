"""The tables of the notes: how each reads now and read before, what is coded in it, and their relations."""

from __future__ import annotations

from sqlalchemy import Index

from facilitator.store.columns import link as _link
from facilitator.store.columns import number as _number
from facilitator.store.columns import state as _state
from facilitator.store.columns import text as _text

note = _state(
    "note",
    _link("panel", "panel"),
    _link("intervention", "intervention", null=True),
    _link("participant", "participant", null=True),
    _link("category", "category", null=True),
    _link("question", "question", null=True),
    _text("kind"),
    _text("text"),
    _number("at"),
    _number("offset_ms", null=True),
    _text("revision"),
    _number("revisions"),
    _text("languages", usual="[]"),
    _text("heard", usual=""),
    _number("interpreted", usual=0),
    _text("about", usual=""),
    _text("charge", usual=""),
    _text("due", usual=""),
    _number("settled_at", null=True),
    _number("removed_at", null=True),
    _text("attribution", usual=""),
    Index("ix_note_panel", "panel"),
)
revision = _state(
    "revision",
    _link("note", "note"),
    _number("number"),
    _number("at"),
    _text("kind"),
    _text("text"),
    _text("base", null=True),
    Index("ix_revision_note", "note"),
)
coding = _state(
    "coding",
    _link("note", "note"),
    _text("code"),
    _number("begin", null=True),
    _number("end", null=True),
    _text("quote", usual=""),
    _number("orphaned", usual=0),
    Index("ix_coding_note", "note"),
)
relation = _state(
    "relation",
    _link("note", "note"),
    _link("other", "note"),
    _text("kind"),
    Index("ix_relation_note", "note"),
    Index("ix_relation_other", "other"),
)
