"""A look at a panel as documents may have it: without what is kept back of anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.domain.attribution import Level
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import body_of
from facilitator.domain.notes import NoteId, speaker_of
from facilitator.domain.people import ParticipantId
from facilitator.domain.protection import Ceilings
from facilitator.domain.view import View


def guarded(view: View, ceilings: Ceilings) -> View:
    """Return the view without names, bodies and notes that no document may have, at whatever level."""
    if not ceilings.anybody:
        return view
    gone = _suppressed(view, ceilings)
    return replace(
        view,
        people={id_: ceilings.masked(who) for id_, who in view.people.items()},
        bodies=_bodies(view),
        floor=None if view.floor is None else _unspoken_for(view.floor, ceilings),
        notes=tuple(note for note in view.notes if note.id not in gone),
        recommendations=tuple(r for r in view.recommendations if not r.notes or not gone.issuperset(r.notes)),
        ceilings=replace(ceilings, notes={**ceilings.notes, **dict.fromkeys(gone, Level.SUPPRESSED)}),
    )


def unsaid(view: View) -> View:
    """Return the view of a document that tells who spoke: only of those who may be told of so."""
    return replace(view, people={id_: view.ceilings.unsaid(who) for id_, who in view.people.items()})


def _bodies(view: View) -> Mapping[ParticipantId, ParticipantId]:
    """Return who stands for whose body: bodies are counted rightly, and none of them is told."""
    first: dict[str, ParticipantId] = {}
    return {id_: first.setdefault(body_of(view, who), id_) for id_, who in view.people.items()}


def _suppressed(view: View, ceilings: Ceilings) -> frozenset[NoteId]:
    turns = {} if view.floor is None else {i.id: i for i in view.floor.interventions}
    return frozenset(
        note.id for note in view.notes if ceilings.of(speaker_of(note, turns), note.id) is Level.SUPPRESSED
    )


def _unspoken_for(floor: Floor, ceilings: Ceilings) -> Floor:
    """Return the floor without the bodies that those spoke for whose own body is kept back."""
    interventions = tuple(
        replace(i, on_behalf_of="") if ceilings.there(i.participant) > Level.BODY else i
        for i in floor.interventions
    )
    requests = tuple(
        replace(r, on_behalf_of="", organisations=0) if ceilings.there(r.participant) > Level.BODY else r
        for r in floor.queue.requests
    )
    queue = replace(floor.queue, requests=requests, known=None)  # those who wait are looked for anew
    return replace(floor, interventions=interventions, queue=queue)
