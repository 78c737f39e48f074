"""The suggestion: taken, or passed over for a reason."""

from __future__ import annotations

from enum import StrEnum

from facilitator.acts.floor import floor_of, suggested
from facilitator.acts.panels import sitting
from facilitator.acts.queue import name_of_request
from facilitator.acts.registry import Work, act
from facilitator.domain.intervention import InterventionId
from facilitator.domain.overrides import explained
from facilitator.domain.refusals import NoOverride, NoPanelOpen, NotSuggested, UnknownReference
from facilitator.domain.requests import RequestId
from facilitator.domain.suggestion import taken


class Motive(StrEnum):
    """Why the floor was given to another."""

    ANSWER = "answer"
    PROTOCOL = "protocol"
    TIME = "time"
    AGREEMENT = "agreement"
    HEALTH = "health"
    UNHEARD = "unheard"
    OTHER = "other"


@act("floor", NoPanelOpen, NotSuggested)
def take_suggestion(work: Work, request: RequestId) -> None:
    """The request that is suggested waits one place further up."""
    floor = sitting(work)
    work.keep(taken(floor, request, suggested(work, floor)))
    work.subject = name_of_request(work, floor, request)


@act("floor", NoPanelOpen, NoOverride, UnknownReference)
def state_motive(work: Work, motive: Motive, intervention: InterventionId | None = None) -> None:
    """There is a reason why the floor was given to another, the last time or for this intervention."""
    floor = sitting(work) if intervention is None else floor_of(work, intervention)
    work.keep(explained(floor, str(motive), intervention))
    work.subject = str(motive)
