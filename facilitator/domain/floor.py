"""The floor of one panel: who waits, who speaks, who has spoken, and what may happen next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.domain import interruption
from facilitator.domain.budget import Budget
from facilitator.domain.intervention import Intervention, InterventionId, taken
from facilitator.domain.ordering import Queue
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId, PanelState, Phase, PlannedPhase
from facilitator.domain.refusals import (
    AlreadyPaused,
    BadTime,
    FloorTaken,
    NobodySpeaking,
    NobodyWaiting,
    NotPaused,
    PanelNotOpen,
    StalePress,
    UnknownReference,
)
from facilitator.domain.requests import Kind, Request, RequestId, RequestState
from facilitator.domain.rules import Rules
from facilitator.domain.side_clock import SideClock
from facilitator.domain.timing import MINUTE, Clock, Thresholds

DEFAULT_ALLOTMENT_MS = 3 * MINUTE
ANYONE = CategoryKey("")


@dataclass(frozen=True, slots=True)
class Believed:
    """What the caller believes to be under way: an intervention, or None for an empty floor."""

    intervention: InterventionId | None


@dataclass(frozen=True, slots=True)
class Floor:
    """A panel while it sits. Every act returns the floor as it becomes, or raises a refusal.

    `allotments` are milliseconds by category for this panel, the key ANYONE for all; `usual` those of the
    workshop, which hold where the panel has none; `kinds` those of a kind, before any category's.
    `thresholds` are by category. `plan` are the planned phases, `step` the one the panel is in (None before
    any was entered or if it is not in the plan), since `phase_since`. `rested_ms` is what the breaks that are
    over took since it opened.
    """

    panel: PanelId
    state: PanelState = PanelState.PLANNED
    phase: Phase = Phase.OPENING
    list_open: bool = True
    opened_at: int | None = None
    closed_at: int | None = None
    suspended_at: int | None = None
    resumes_at: int | None = None
    rested_ms: int = 0
    queue: Queue = field(default_factory=Queue)
    interventions: tuple[Intervention, ...] = ()
    allotments: Mapping[CategoryKey, int] = field(default_factory=dict)
    usual: Mapping[CategoryKey, int] = field(default_factory=dict)
    kinds: Mapping[Kind, int] = field(default_factory=dict)
    thresholds: Mapping[CategoryKey, Thresholds] = field(default_factory=dict)
    rules: Rules = field(default_factory=Rules)
    plan: tuple[PlannedPhase, ...] = ()
    step: int | None = None
    phase_since: int | None = None
    list_closes_at: int | None = None
    budgets: Mapping[CategoryKey, Budget] = field(default_factory=dict)
    side_clock: SideClock | None = None

    @property
    def waiting(self) -> tuple[Request, ...]:
        return self.queue.waiting

    @property
    def under_way(self) -> tuple[Intervention, ...]:
        """Who has the floor and who interrupts, each interrupting the one before it."""
        return interruption.under_way(self.interventions)

    @property
    def speaking(self) -> Intervention | None:
        """Who speaks: the innermost of those under way, unless the clock of another one runs."""
        return interruption.speaking(self.interventions)

    @property
    def interrupted(self) -> tuple[Intervention, ...]:
        """Those under way who do not speak."""
        speaker = self.speaking
        return tuple(i for i in self.under_way if speaker is not None and i.id != speaker.id)

    @property
    def spoken(self) -> tuple[Intervention, ...]:
        """Interventions that have ended, in the order of their beginning."""
        return interruption.spoken(self.interventions)

    def intervention(self, id_: InterventionId) -> Intervention:
        for intervention in self.interventions:
            if intervention.id == id_:
                return intervention
        raise UnknownReference(kind="intervention", id=id_)

    def allotment_for(self, category: CategoryKey) -> int:
        """Return the milliseconds the next speaker of a category is given."""
        for allotments, key in (
            (self.allotments, category),
            (self.allotments, ANYONE),
            (self.usual, category),
        ):
            if key in allotments:
                return allotments[key]
        return DEFAULT_ALLOTMENT_MS

    def allotment_of(self, request: Request, category: CategoryKey) -> int:
        """Return a request's milliseconds: its own, its kind's or its category's; twice if interpreted."""
        own = request.terms.allotment_ms
        usual = self.kinds[request.kind] if request.kind in self.kinds else self.allotment_for(category)
        return (usual if own is None else own) * (2 if request.terms.interpreted else 1)

    # the floor

    def give(
        self,
        new: InterventionId,
        people: Mapping[ParticipantId, Participant],
        at: int,
        *,
        request: RequestId | None = None,
        believed: Believed | None = None,
    ) -> Floor:
        """The request, or the next one, has the floor from `at`; whoever had it has ended at that instant.

        A procedural one interrupts: whoever speaks stands still meanwhile and has the floor again after it.
        """
        self.must_be_open()
        self._must_be_current(believed)
        at = self._not_before(at)
        if request is None and not self.waiting:
            raise NobodyWaiting
        called = self.waiting[0] if request is None else self.queue.waiting_request(request)
        taking = self._taking(new, called, people, at)
        queue = self.queue.settle(called.id, RequestState.CALLED, at)
        if called.kind.procedural and self.under_way:
            taking = replace(taking, interrupts=self.under_way[-1].id)
            others = interruption.stilled(self.interventions, at, new)
        else:
            others = self.ended(at).interventions
        return replace(self, queue=queue, interventions=(*others, taking))

    def _taking(
        self, new: InterventionId, called: Request, people: Mapping[ParticipantId, Participant], at: int
    ) -> Intervention:
        """Return the intervention of a request that has the floor from `at`, on its own terms."""
        category = called.category or people[called.participant].category
        clock = Clock(
            at,
            self.allotment_of(called, category),
            extra_ms=called.terms.accommodation_ms,
            thresholds=self.thresholds.get(category, Thresholds(grace_ms=self.rules.grace_ms)),
        )
        return taken(new, called, category, clock)

    def end(self, at: int, believed: Believed | None = None) -> Floor:
        """Who speaks, or the one believed in, has ended with all that interrupt; the floor goes back."""
        one = self._addressed(believed).id
        returns = self.state is PanelState.OPEN
        return replace(
            self,
            interventions=interruption.ended(self.interventions, one, self._not_before(at), returns=returns),
        )

    def pause(self, at: int, believed: Believed | None = None) -> Floor:
        speaker = self._addressed(believed)
        if speaker.clock.paused:
            raise AlreadyPaused
        return self.put(replace(speaker, clock=speaker.clock.pause(self._not_before(at))))

    def resume(self, at: int, believed: Believed | None = None) -> Floor:
        """The clock runs again, and no other: one that interrupts stands still if it does."""
        self.must_be_open()
        speaker = self._addressed(believed)
        if not speaker.clock.paused:
            raise NotPaused
        return replace(
            self, interventions=interruption.resumed(self.interventions, speaker.id, self._not_before(at))
        )

    def add_time(self, ms: int, believed: Believed | None = None) -> Floor:
        """Time is added for the speaker, or taken if `ms` is below zero; the time spoken is untouched."""
        speaker = self._addressed(believed)
        added = max(speaker.clock.added_ms + ms, -speaker.clock.allotment_ms)
        return self.put(replace(speaker, clock=replace(speaker.clock, added_ms=added)))

    def set_allotment(self, ms: int, category: CategoryKey | None = None) -> Floor:
        """From the next intervention on a category, or everybody, is given `ms`."""
        if ms <= 0:
            raise BadTime(field="seconds")
        allotments = {ANYONE: ms} if category is None else {**self.allotments, category: ms}
        return replace(self, allotments=allotments)

    # inside

    def must_be_open(self) -> None:
        """Raise PanelNotOpen unless the panel sits."""
        if self.state is not PanelState.OPEN:
            raise PanelNotOpen

    def _must_be_current(self, believed: Believed | None) -> None:
        if believed is None:
            return
        current = None if self.speaking is None else self.speaking.id
        if believed.intervention != current:
            raise FloorTaken if believed.intervention is None else StalePress

    def _addressed(self, believed: Believed | None) -> Intervention:
        """Return who speaks, or the one believed in if it is under way."""
        named = [i for i in self.under_way if believed is not None and i.id == believed.intervention]
        if named:
            return named[0]
        self._must_be_current(believed)
        if self.speaking is None:
            raise NobodySpeaking
        return self.speaking

    def _not_before(self, at: int) -> int:
        """Return the instant of an act: a computer's clock that was put back makes no time negative."""
        return max((at, *(i.clock.latest for i in self.under_way)))

    def ended(self, at: int) -> Floor:
        """Nobody has the floor any more, whoever had it and whoever interrupted."""
        if not self.under_way:
            return self
        first = self.under_way[0].id
        return replace(self, interventions=interruption.ended(self.interventions, first, at))

    def put(self, new: Intervention) -> Floor:
        """The intervention of this id is as `new` says."""
        return replace(self, interventions=tuple(new if i.id == new.id else i for i in self.interventions))
