"""The tables of the report: its paragraphs, and how each reads in every language."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index

from facilitator.store.columns import link as _link
from facilitator.store.columns import state as _state
from facilitator.store.columns import text as _text

paragraph = _state(
    "paragraph",
    _text("section"),
    Column("place", Float, nullable=False),
    _text("progress", usual="draft"),
    _text("original", usual=""),
    _text("statement", usual=""),
    _text("kind", usual=""),
    _text("notes", usual="[]"),
    _text("recommendation", null=True),
)
rendering = _state(
    "rendering",
    _link("paragraph", "paragraph"),
    _text("language"),
    _text("text"),
    _text("revision"),
    _text("of", usual=""),
    Index("ix_rendering_paragraph", "paragraph"),
)
