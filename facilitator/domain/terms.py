"""The terms of a turn: its limit, extra time, interpretation, what is not charged, what is yielded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.inscription import MOST_ORGANISATIONS
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.refusals import BadTime, NotUnderstood
from facilitator.domain.requests import Capacity, Kind, Request, RequestId, Terms

_LONGEST_TEXT = 1_000_000


def kind_allotted(floor: Floor, kind: Kind, ms: int) -> Floor:
    """From the next intervention on a kind is given `ms`, whoever speaks."""
    _must_be_long(ms)
    return replace(floor, kinds={**floor.kinds, kind: ms})


def allotted(floor: Floor, allotments: Mapping[CategoryKey, int]) -> Floor:
    """From the next intervention on each of these categories is given its own time."""
    for ms in allotments.values():
        _must_be_long(ms)
    return replace(floor, allotments={**floor.allotments, **allotments})


def usual_again(floor: Floor, category: CategoryKey | None = None, kind: Kind | None = None) -> Floor:
    """What the panel had set for itself, for a kind, a category or all of them, is the usual again."""
    if kind is not None:
        return replace(floor, kinds={key: ms for key, ms in floor.kinds.items() if key is not kind})
    left = {key: ms for key, ms in floor.allotments.items() if category not in {None, key}}
    return replace(floor, allotments=left)


def limited(floor: Floor, id_: RequestId, ms: int | None) -> Floor:
    """One who waits is given `ms`, or the usual time again."""
    if ms is not None:
        _must_be_long(ms)
    return _agreed(floor, id_, lambda terms: replace(terms, allotment_ms=ms))


def handed_in(floor: Floor, id_: RequestId, words: int) -> Floor:
    """The text of one who waits has so many words."""
    if not 0 <= words <= _LONGEST_TEXT:
        raise BadTime(field="words")
    return _agreed(floor, id_, lambda terms: replace(terms, words=words))


def accommodated(floor: Floor, turn: Request | Intervention, ms: int, *, clock_off: bool | None) -> Floor:
    """The speaker has `ms` of extra time that nobody is charged for, and no clock if it is off."""
    if ms < 0:
        raise BadTime(field="seconds")
    off = turn.terms.clock_off if isinstance(turn, Request) else turn.clock_off
    off = off if clock_off is None else clock_off
    if isinstance(turn, Request):
        return _agreed(floor, turn.id, lambda terms: replace(terms, accommodation_ms=ms, clock_off=off))
    return floor.put(replace(turn, clock=replace(turn.clock, extra_ms=ms), clock_off=off))


def interpreted(floor: Floor, turn: Request | Intervention, *, on: bool) -> Floor:
    """Every sentence is spoken twice: the speaker has double time and is charged half of it."""
    if isinstance(turn, Request):
        return _agreed(floor, turn.id, lambda terms: replace(terms, interpreted=on))
    if turn.interpreted is on:
        return floor
    allotment = turn.clock.allotment_ms * 2 if on else turn.clock.allotment_ms // 2
    return floor.put(replace(turn, interpreted=on, clock=replace(turn.clock, allotment_ms=allotment)))


def left_out(floor: Floor, turn: Request | Intervention, *, on: bool) -> Floor:
    """It is charged to nobody: a keynote, a tribute, an answer to the chair."""
    if isinstance(turn, Request):
        return _agreed(floor, turn.id, lambda terms: replace(terms, counted=not on))
    return floor.put(replace(turn, counted=not on))


def spoken_as(
    floor: Floor,
    turn: Request | Intervention,
    capacity: Capacity,
    category: CategoryKey | None,
    body: str,
    organisations: int,
) -> Floor:
    """The turn is in this capacity, for this category and on this behalf; a turn taken has a category."""
    if not 1 <= organisations <= MOST_ORGANISATIONS:
        raise NotUnderstood(field="organisations")
    if isinstance(turn, Request):
        worn = replace(
            turn, capacity=capacity, category=category, on_behalf_of=body, organisations=organisations
        )
        return replace(floor, queue=floor.queue.put(worn))
    own = turn.category if category is None else category
    return floor.put(
        replace(turn, capacity=capacity, category=own, on_behalf_of=body, organisations=organisations)
    )


def yielded(
    floor: Floor,
    new: InterventionId,
    people: Mapping[ParticipantId, Participant],
    at: int,
    request: RequestId | None = None,
) -> Floor:
    """The speaker has ended, and the request, or the next one, has its own time and what was left.

    Extra time is the speaker's own and is not passed on.
    """
    rest = rest_of(floor, at)
    given = floor.end(at).ended(at).give(new, people, at, request=request)
    heir = given.intervention(new)
    return given.put(replace(heir, clock=replace(heir.clock, added_ms=rest)))


def rest_of(floor: Floor, now: int) -> int:
    """Return what the speaker has left and could yield; never below zero."""
    speaker = floor.speaking
    return 0 if speaker is None else max(0, speaker.clock.remaining(now) - speaker.clock.extra_ms)


def _agreed(floor: Floor, id_: RequestId, change: Callable[[Terms], Terms]) -> Floor:
    request = floor.queue.waiting_request(id_)
    return replace(floor, queue=floor.queue.put(replace(request, terms=change(request.terms))))


def _must_be_long(ms: int) -> None:
    if ms <= 0:
        raise BadTime(field="seconds")
