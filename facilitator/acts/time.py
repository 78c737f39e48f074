"""Time: what speakers are given, by category, kind and turn, and what is agreed for one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from facilitator.acts.floor import floor_of, speaker_name
from facilitator.acts.panels import panel_or_sitting, panel_that_sits, sitting
from facilitator.acts.people import called, must_be_category, must_be_short
from facilitator.acts.registry import UNSAID, Seconds, Unsaid, Work, act, ms
from facilitator.domain import terms
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    BadTime,
    NobodySpeaking,
    NobodyWaiting,
    NoPanelOpen,
    NotUnderstood,
    NotWaiting,
    PanelNotOpen,
    TextTooLong,
    UnknownReference,
)
from facilitator.domain.requests import Capacity, Kind, Request, RequestId
from facilitator.store.rows import from_category


@act("floor", NoPanelOpen, BadTime, UnknownReference)
def set_allotment(
    work: Work,
    seconds: Seconds | None,
    category: CategoryKey | None = None,
    kind: Kind | None = None,
    panel: PanelId | int | None = None,
) -> None:
    """From the next intervention on a category, a kind, or everybody, is given so much; null is the usual."""
    floor = panel_or_sitting(work, panel)
    if kind is not None and category is not None:
        raise NotUnderstood(field="kind")
    key = None if category is None else known_category(work, category).key
    if seconds is None:
        work.keep(terms.usual_again(floor, key, kind))
    elif kind is not None:
        work.keep(terms.kind_allotted(floor, kind, ms(seconds)))
    elif key is not None:
        work.keep(terms.allotted(floor, {key: ms(seconds)}))
    else:
        work.keep(floor.set_allotment(ms(seconds)))
    work.subject = kind or category or ""


@act("floor", NoPanelOpen, BadTime, UnknownReference)
def set_allotments(
    work: Work, allotments: Mapping[CategoryKey, Seconds], panel: PanelId | int | None = None
) -> None:
    """From the next intervention on each of these categories is given its own time in the panel."""
    given = {known_category(work, key).key: ms(seconds) for key, seconds in allotments.items()}
    work.keep(terms.allotted(panel_or_sitting(work, panel), given))


@act("floor", BadTime, UnknownReference)
def set_thresholds(
    work: Work, category: CategoryKey, warning_s: Seconds | None = None, danger_s: Seconds | None = None
) -> None:
    """From the next intervention on a category is warned with so much left; null is the usual part."""
    before = known_category(work, category)
    for field, seconds in (("warning_s", warning_s), ("danger_s", danger_s)):
        if seconds is not None and seconds < 0:
            raise BadTime(field=field)
    if warning_s is not None and danger_s is not None and danger_s > warning_s:
        raise BadTime(field="danger_s")
    after = replace(
        before,
        warning_ms=None if warning_s is None else ms(warning_s),
        danger_ms=None if danger_s is None else ms(danger_s),
    )
    work.update("category", category, from_category(before), from_category(after))
    work.subject = before.label


@act("floor", NoPanelOpen, BadTime, NotWaiting, UnknownReference)
def set_limit(work: Work, request: RequestId, seconds: Seconds | None = None) -> None:
    """One who waits is given so much, or the usual time again."""
    floor = floor_of_request(work, request)
    work.keep(terms.limited(floor, request, None if seconds is None else ms(seconds)))
    work.subject = _name(work, floor.queue.request(request))


@act("floor", NoPanelOpen, BadTime, NotWaiting, UnknownReference)
def hand_in(work: Work, request: RequestId, words: int) -> None:
    """The text of one who waits has so many words."""
    floor = floor_of_request(work, request)
    work.keep(terms.handed_in(floor, request, words))
    work.subject = _name(work, floor.queue.request(request))


@act("floor", NoPanelOpen, BadTime, NobodySpeaking, NotWaiting, UnknownReference)
def accommodate(
    work: Work,
    seconds: Seconds,
    request: RequestId | None = None,
    intervention: InterventionId | None = None,
    clock_off: bool | None = None,
) -> None:
    """The speaker has so much extra time, charged to nobody and told to nobody, and no clock if it is off."""
    _agree(work, request, intervention, partial(terms.accommodated, ms=ms(seconds), clock_off=clock_off))


@act("floor", NoPanelOpen, NobodySpeaking, NotWaiting, UnknownReference)
def interpret(
    work: Work,
    on: bool,
    request: RequestId | None = None,
    intervention: InterventionId | None = None,
) -> None:
    """Every sentence is spoken twice: the limit is doubled, and half is charged."""
    _agree(work, request, intervention, partial(terms.interpreted, on=on))


@act("floor", NoPanelOpen, NobodySpeaking, NotWaiting, UnknownReference)
def leave_out(
    work: Work,
    on: bool,
    request: RequestId | None = None,
    intervention: InterventionId | None = None,
) -> None:
    """The intervention is charged to nobody and not counted, or is again."""
    _agree(work, request, intervention, partial(terms.left_out, on=on))


@act("floor", NoPanelOpen, NobodySpeaking, NotWaiting, NotUnderstood, TextTooLong, UnknownReference)
def speak_as(
    work: Work,
    request: RequestId | None = None,
    intervention: InterventionId | None = None,
    capacity: Capacity | None = None,
    category: CategoryKey | Unsaid | None = UNSAID,
    on_behalf_of: str | None = None,
    organisations: int | None = None,
) -> None:
    """Whoever waits or speaks does so this once in this capacity and on this behalf; the unsaid stays."""
    floor, turn = _turn(work, request, intervention)
    worn = turn.category if isinstance(category, Unsaid) else category
    must_be_category(work, worn)
    body = turn.on_behalf_of if on_behalf_of is None else on_behalf_of
    must_be_short("on_behalf_of", body)
    n = turn.organisations if organisations is None else organisations
    if worn is None and isinstance(turn, Intervention):
        worn = work.reading.participant(turn.participant).category
    work.keep(terms.spoken_as(floor, turn, capacity or turn.capacity, worn, body, n))
    work.subject = _name(work, turn)


@act("floor", NoPanelOpen, PanelNotOpen, NobodySpeaking, NobodyWaiting, NotWaiting, UnknownReference)
def yield_rest(work: Work, request: RequestId | None = None) -> str:
    """The speaker has ended, and the request, or the next one, has its own time and what was left."""
    new = InterventionId(work.new_id())
    given = terms.yielded(sitting(work), new, work.reading.people(), work.now, request)
    work.keep(given)
    work.subject = speaker_name(work, given)
    return new


def known_category(work: Work, key: CategoryKey) -> Category:
    for category in work.reading.categories():
        if category.key == key:
            return category
    raise UnknownReference(kind="category", id=key)


def floor_of_request(work: Work, request: RequestId) -> Floor:
    """Return the floor of the panel that a request was made for, the one that sits before all others."""
    sits = panel_that_sits(work.reading)
    first = [] if sits is None else [sits]
    for panel in (*first, *(p.id for p in work.reading.panels())):
        if any(r.id == request for r in work.floor(panel).queue.requests):
            return work.floor(panel)
    raise UnknownReference(kind="request", id=request)


def _agree(
    work: Work,
    request: RequestId | None,
    intervention: InterventionId | None,
    agreed: Callable[[Floor, Request | Intervention], Floor],
) -> None:
    """What is agreed for a turn stands."""
    floor, turn = _turn(work, request, intervention)
    work.keep(agreed(floor, turn))
    work.subject = _name(work, turn)


def _turn(
    work: Work, request: RequestId | None, intervention: InterventionId | None
) -> tuple[Floor, Request | Intervention]:
    """Return the turn that is named, of which one at most may be, or that of the speaker."""
    if request is not None and intervention is not None:
        raise NotUnderstood(field="intervention")
    if request is not None:
        floor = floor_of_request(work, request)
        return floor, floor.queue.waiting_request(request)
    if intervention is not None:
        floor = floor_of(work, intervention)
        return floor, floor.intervention(intervention)
    floor = sitting(work)
    if floor.speaking is None:
        raise NobodySpeaking
    return floor, floor.speaking


def _name(work: Work, turn: Request | Intervention) -> str:
    return called(work, turn.participant)
