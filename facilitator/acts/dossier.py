"""All that is kept of the ledger, and of one recommendation, for the desk that works on it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.acts.before import conclusions_of, earlier_of
from facilitator.acts.report import paragraphs_of
from facilitator.domain.before import Before
from facilitator.domain.ledger import Recommended, again, of_the_team
from facilitator.domain.notes import Note, RecommendationId
from facilitator.domain.programme import PanelId
from facilitator.domain.recommendation import (
    Change,
    ChangeState,
    Recommendation,
    Redraft,
    Status,
    Step,
    backward,
)
from facilitator.domain.view import View
from facilitator.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Dossier:
    """A recommendation with its sources, its way, the changes that wait, and where it may be sent back to."""

    held: Recommendation
    notes: tuple[Note, ...]
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    back: tuple[Status, ...]
    turns: int
    inputs: tuple[Before, ...]
    """The conclusions of consultations that went into it."""
    earlier: tuple[Before, ...]
    """The earlier recommendations it stands to, each with how."""
    redrafts: tuple[Redraft, ...]
    """The texts it has had before, the oldest first."""
    paragraph: int | None
    """Its number in the report, once it stands there."""
    signer: str
    """Who was named last for a step on this laptop."""


def dossier(reading: Reading, id_: RecommendationId, now: int, laptop: str) -> Dossier:
    """Return what is kept of one recommendation."""
    ledger = reading.ledger
    held, steps = ledger.recommendation(id_), ledger.signed_steps(id_)
    return Dossier(
        held,
        tuple(reading.note(note) for note in held.notes),
        steps,
        tuple(each for each in ledger.changes(id_) if each.state is ChangeState.PROPOSED),
        backward(held.status, steps),
        len(held.interventions),
        conclusions_of(reading, id_),
        earlier_of(reading, id_),
        ledger.redrafts(id_),
        paragraphs_of(reading, [held], now).get(held.id),
        ledger.last_signer(laptop),
    )


class Recommendations:
    """The rows of the whole ledger; a panel in which nothing changed is not counted again."""

    def __init__(self) -> None:
        self._known: dict[PanelId, tuple[tuple[object, ...], tuple[Recommended, ...]]] = {}

    def of(self, view: View) -> tuple[Recommended, ...]:
        """Return the rows of a panel; the same as long as all they are made of is the same."""
        if view.panel is None:
            return ()
        made_of = (view.recommendations, view.panel, view.notes, view.floor, view.people)
        known = self._known.get(view.panel.id)
        same = [] if known is None else [one is other for one, other in zip(known[0], made_of, strict=True)]
        if known is not None and all(same):
            return known[1]
        rows = again(view, known[1]) if known is not None and all(same[1:]) else of_the_team([view])
        self._known[view.panel.id] = (made_of, rows)
        return rows
