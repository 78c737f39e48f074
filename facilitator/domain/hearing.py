"""Who was heard in a panel, in figures: turns, time, bodies, each category beside its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.balance import total_ms, without_chair
from facilitator.domain.choreography import sat_ms
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category, CategoryKey, Participant
from facilitator.domain.programme import PanelState, Phase
from facilitator.domain.requests import Capacity, Kind, Request, RequestState
from facilitator.domain.view import View

FAR_FROM_TARGET = 5
"""Points between share and target from which a document speaks of a difference."""
_FEW_PRESENT = 2


class Part(StrEnum):
    """What a taking of the floor was to the panel."""

    PRESENTATION = "presentation"
    FLOOR = "floor"
    REPLY = "reply"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Figures:
    """The panel in figures; `sitting_ms` is how long it sat, without its breaks."""

    presentations: int = 0
    from_floor: int = 0
    replies: int = 0
    speaking_ms: int = 0
    sitting_ms: int = 0
    bodies_heard: int = 0
    bodies: int = 0
    categories_heard: int = 0
    categories: int = 0
    received: int = 0
    unheard: int = 0

    @property
    def interventions(self) -> int:
        return self.presentations + self.from_floor + self.replies


@dataclass(frozen=True, slots=True)
class Heard:
    """One category's part; shares are fractions, of the speaking time and of the people in the room."""

    category: Category
    share: float
    room_share: float
    turns: int
    present: int

    @property
    def difference(self) -> int | None:
        """Whole points above the target, below it if negative; None without a target."""
        target = self.category.target_share
        return None if target is None else round(round((self.share - target) * 100, 6))

    @property
    def under(self) -> bool:
        """The category is far below its target, and more than one of it was in the room."""
        return self.present >= _FEW_PRESENT and (self.difference or 0) <= -FAR_FROM_TARGET

    @property
    def over(self) -> bool:
        return (self.difference or 0) >= FAR_FROM_TARGET

    @property
    def unheard(self) -> bool:
        return self.turns == 0 and self.present > 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A taking of the floor as it stands on the time line; instants in UTC milliseconds."""

    category: CategoryKey
    part: Part
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    phase: Phase
    begins: int
    ends: int


def phase_spans(entered: Iterable[tuple[int, Phase]], ends: int) -> tuple[PhaseSpan, ...]:
    """Return the phases as stretches of time, each up to the next; `entered` are instants in their order."""
    steps = list(entered)
    nexts = [*(at for at, _ in steps[1:]), ends]  # one too many for a panel that was never opened
    spans = (PhaseSpan(phase, at, after) for (at, phase), after in zip(steps, nexts, strict=False))
    return tuple(span for span in spans if span.ends > span.begins)


def part_of(intervention: Intervention) -> Part:
    """Return what an intervention was to the panel: a panellist who answers replies."""
    if intervention.capacity is Capacity.CHAIR:
        return Part.CHAIR
    if intervention.kind in (Kind.REPLY, Kind.RIGHT_OF_REPLY):
        return Part.REPLY
    return Part.PRESENTATION if intervention.capacity is Capacity.PANELLIST else Part.FLOOR


def heard(view: View, now: int) -> tuple[Heard, ...]:
    """Return each category that spoke, was in the room or has a target, in the order of the workshop."""
    shares = view.balance(now)
    room = sum(share.present for share in shares)
    rows = (
        Heard(
            view.category(CategoryKey(share.key)),
            share.share,
            share.present / room if room else 0.0,
            share.turns,
            share.present,
        )
        for share in shares
    )
    return tuple(row for row in rows if row.turns or row.present or row.category.target_share is not None)


def figures(view: View, floor: Floor, rows: Sequence[Heard], now: int) -> Figures:
    """Return the figures of a panel at `now`; the chair's own interventions are not counted."""
    spoken = without_chair(floor.interventions)
    parts = [part_of(intervention) for intervention in spoken]
    bodies_heard = {body_of(view, view.people[i.participant]) for i in spoken}
    in_the_room = {body_of(view, person) for person in view.people.values() if person.present}
    return Figures(
        presentations=parts.count(Part.PRESENTATION),
        from_floor=parts.count(Part.FLOOR),
        replies=parts.count(Part.REPLY),
        speaking_ms=total_ms(spoken, now),
        sitting_ms=sat_ms(floor, now),
        bodies_heard=len(bodies_heard),
        bodies=len(bodies_heard | in_the_room),
        categories_heard=sum(row.turns > 0 for row in rows),
        categories=sum(row.turns > 0 or row.present > 0 for row in rows),
        received=len(received(floor)),
        unheard=len(unheard(floor)),
    )


def received(floor: Floor) -> tuple[Request, ...]:
    """Return those whose statement was received in writing and not delivered."""
    return tuple(r for r in floor.queue.requests if r.state is RequestState.RECEIVED)


def unheard(floor: Floor) -> tuple[Request, ...]:
    """Return those who still waited when the panel was closed."""
    return floor.waiting if floor.state is PanelState.CLOSED else ()


def turns(floor: Floor, now: int) -> Iterator[Turn]:
    """Yield who spoke when, the chair left out."""
    for intervention in without_chair(floor.interventions):
        clock = intervention.clock
        ends = max(clock.began, now) if clock.ended is None else clock.ended
        yield Turn(intervention.category, part_of(intervention), clock.began, ends)


def body_of(view: View, person: Participant) -> str:
    """Return what tells bodies apart, also where none is told: whoever speaks for none counts as one."""
    first = view.bodies.get(person.id)
    return f"\0{first}" if first is not None else person.delegation or f"\0{person.id}"
