"""The tables of the ledger: recommendations with all that is known of them, and what they answer to."""

from __future__ import annotations

from sqlalchemy import Index

from facilitator.store.columns import link as _link
from facilitator.store.columns import number as _number
from facilitator.store.columns import state as _state
from facilitator.store.columns import text as _text

TAGGED = (
    "levels",
    "themes",
    "ddpa",
    "groups",
    "persons",
    "areas",
    "instruments",
    "goals",
    "modalities",
    "objectives",
)
"""Columns of a recommendation that hold a list of codes, called as the vocabulary they are from."""

recommendation = _state(
    "recommendation",
    _link("panel", "panel"),
    _number("number"),
    _text("text"),
    _text("addressees"),
    _text("original", usual=""),
    _text("verb", usual=""),
    _text("voice", usual="participants"),
    *(_text(name, usual="[]") for name in TAGGED),
    _text("question", null=True),
    _text("agreement", usual=""),
    _text("agreement_note", usual=""),
    _text("status", usual="captured"),
    _text("attribution", usual=""),
    _text("sensitivity", usual="none"),
    _text("indicator", usual=""),
    _text("timeline", usual=""),
    _text("responsible", usual=""),
    _text("remarks", usual=""),
    _text("reviewer", usual=""),
    _text("revision", usual=""),
    _text("merged_into", null=True),
    _text("split_from", null=True),
    _text("alternative_of", null=True),
    _number("alternative", usual=0),
    Index("ix_recommendation_panel", "panel"),
)
source = _state("source", _link("recommendation", "recommendation"), _link("note", "note"))
support = _state("support", _link("recommendation", "recommendation"), _link("intervention", "intervention"))
wording = _state(
    "wording",
    _link("recommendation", "recommendation"),
    _text("language"),
    _text("text"),
    _text("translation"),
    _text("revision"),
    _text("of", usual=""),
    Index("ix_wording_recommendation", "recommendation"),
)
redraft = _state(
    "redraft",
    _link("recommendation", "recommendation"),
    _text("language"),
    _text("text"),
    _text("revision"),
    _number("at"),
    Index("ix_redraft_recommendation", "recommendation"),
)
amendment = _state(
    "amendment",
    _link("recommendation", "recommendation"),
    _number("number"),
    _text("language"),
    _text("text"),
    _text("base"),
    _number("at"),
    _text("state", usual="proposed"),
    _text("proposer", usual=""),
    _text("reason", usual=""),
    Index("ix_amendment_recommendation", "recommendation"),
)
step = _state(
    "step",
    _link("recommendation", "recommendation"),
    _number("at"),
    _text("was"),
    _text("becomes"),
    _text("reason", usual=""),
    _text("who", usual=""),
    Index("ix_step_recommendation", "recommendation"),
)
earlier = _state(
    "earlier",
    _text("source"),
    _number("number"),
    _text("symbol", usual=""),
    _text("paragraph", usual=""),
    _text("text"),
    _text("language", usual=""),
    _text("addressees", usual="[]"),
    _text("themes", usual="[]"),
    _text("persons", usual="[]"),
    _text("groups", usual="[]"),
    _text("goals", usual="[]"),
    _text("detail", usual="{}"),
)
assessment = _state(
    "assessment",
    _link("earlier", "earlier"),
    _text("kind"),
    _text("text"),
    _number("at"),
    _text("panel", null=True),
    _text("note", null=True),
    Index("ix_assessment_earlier", "earlier"),
)
follows = _state(
    "follows",
    _link("recommendation", "recommendation"),
    _link("earlier", "earlier"),
    _text("kind"),
    Index("ix_follows_recommendation", "recommendation"),
)
conclusion = _state(
    "conclusion", _text("consultation"), _number("number"), _text("text"), _text("language", usual="")
)
input_ = _state(
    "input",
    _link("conclusion", "conclusion"),
    _text("panel", null=True),
    _text("recommendation", null=True),
    Index("ix_input_conclusion", "conclusion"),
)
consent = _state(
    "consent",
    _text("participant", null=True),
    _text("note", null=True),
    _text("panel", null=True),
    _text("level"),
    _text("how"),
    _number("at"),
)
LEDGER = (
    recommendation,
    source,
    support,
    wording,
    redraft,
    amendment,
    step,
    earlier,
    assessment,
    follows,
    conclusion,
    input_,
    consent,
)
