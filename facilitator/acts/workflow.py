"""The way of a recommendation: on, back, into another, into several, or beside another wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from facilitator.acts.earlier import pass_on
from facilitator.acts.note_links import short
from facilitator.acts.people import must_be_short
from facilitator.acts.recommendations import insert, next_number, update
from facilitator.acts.registry import Work, act
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import (
    Recommendation,
    Status,
    Step,
    Tagged,
    backward,
    family,
    onward,
)
from facilitator.domain.refusals import (
    AlreadyGone,
    IntoItself,
    NoSuchStep,
    NotUnderstood,
    ReasonMissing,
    TextTooLong,
    UnknownReference,
)
from facilitator.store.ledger_rows import from_step

_FEWEST_PARTS = 2
_WITH_REASON = frozenset({Status.NOT_RETAINED, Status.WITHDRAWN})


@act("secretariat", UnknownReference, NoSuchStep, ReasonMissing, TextTooLong)
def advance(
    work: Work,
    recommendation: RecommendationId,
    to: Status | None = None,
    reason: str = "",
    who: str = "",
) -> str:
    """The recommendation has come one step on: the usual one, unless it is struck or withdrawn."""
    before = work.reading.ledger.recommendation(recommendation)
    ahead = onward(before.status)
    becomes = next(iter(ahead), before.status) if to is None else to
    if becomes not in ahead:
        raise NoSuchStep(was=before.status.value, to=becomes.value, possible=_possible(ahead))
    if becomes in _WITH_REASON and not reason.strip():
        raise ReasonMissing
    return go(work, before, becomes, reason, who).id


@act("secretariat", UnknownReference, AlreadyGone, NoSuchStep, ReasonMissing, TextTooLong)
def settle_recommendation(
    work: Work, recommendation: RecommendationId, retained: bool, reason: str = "", who: str = ""
) -> str:
    """The recommendation was read to the room: it is retained or struck, and every step between is kept."""
    now = _standing(work, recommendation)
    if not retained and not reason.strip():
        raise ReasonMissing
    goal = Status.RETAINED if retained else Status.NOT_RETAINED
    while now.status is not goal:
        ahead = onward(now.status)
        becomes = goal if goal in ahead else next(iter(ahead), now.status)
        if goal not in ahead and Status.NOT_RETAINED not in ahead:
            raise NoSuchStep(was=now.status.value, to=goal.value, possible=_possible(ahead))
        now = go(work, now, becomes, reason, who)
    return now.id


@act("secretariat", UnknownReference, NoSuchStep, ReasonMissing, TextTooLong)
def send_back(
    work: Work, recommendation: RecommendationId, reason: str, to: Status | None = None, who: str = ""
) -> str:
    """The recommendation is one step or more back, and the reason is kept."""
    before = work.reading.ledger.recommendation(recommendation)
    behind = backward(before.status, work.reading.ledger.steps(recommendation))
    becomes = next(iter(behind), before.status) if to is None else to
    if becomes not in behind:
        raise NoSuchStep(was=before.status.value, to=becomes.value, possible=_possible(behind))
    if not reason.strip():
        raise ReasonMissing
    return go(work, before, becomes, reason, who).id


@act("secretariat", UnknownReference, IntoItself, AlreadyGone, NotUnderstood, TextTooLong)
def merge_recommendations(
    work: Work,
    recommendations: tuple[RecommendationId, ...],
    into: RecommendationId,
    reason: str = "",
    who: str = "",
) -> str:
    """The recommendations have gone into one of them or another, which rests on all their sources.

    It is addressed to all of their addressees, and has the themes, groups and other codes of them all.
    """
    target = _standing(work, into)
    if into in recommendations:
        raise IntoItself
    if not recommendations:
        raise NotUnderstood(field="recommendations")
    gone = [_standing(work, each) for each in dict.fromkeys(recommendations)]
    update(work, target, _with_all_of(target, gone))
    pass_on(work, recommendations, into)
    for each in gone:
        go(work, replace(each, merged_into=into), Status.MERGED, reason, who, before=each)
    work.subject = short(target.text)
    return into


@act("secretariat", UnknownReference, AlreadyGone, NotUnderstood, TextTooLong)
def split_recommendation(
    work: Work, recommendation: RecommendationId, texts: tuple[str, ...], reason: str = "", who: str = ""
) -> str:
    """The recommendation has become several, each of which rests on all its sources."""
    whole = _standing(work, recommendation)
    if len(texts) < _FEWEST_PARTS or not all(text.strip() for text in texts):
        raise NotUnderstood(field="texts")
    number = next_number(work, whole.panel)
    parts = [
        _made_of(work, whole, text, number=number + place, split_from=whole.id)
        for place, text in enumerate(texts)
    ]
    for part in parts:
        insert(work, part)
        pass_on(work, (whole.id,), part.id)
    go(work, whole, Status.SPLIT, reason, who)
    return parts[0].id


@act("secretariat", UnknownReference, AlreadyGone, NotUnderstood)
def add_alternative(work: Work, recommendation: RecommendationId, text: str) -> str:
    """The recommendation has another wording beside it, bis, ter and so on, until one is struck."""
    first = _standing(work, recommendation)
    if not text.strip():
        raise NotUnderstood(field="text")
    alike = family(first, work.reading.recommendations(first.panel))
    made = _made_of(
        work,
        first,
        text,
        number=first.number,
        alternative_of=first.alternative_of or first.id,
        alternative=1 + alike[-1].alternative,
    )
    insert(work, made)
    pass_on(work, (first.id,), made.id)
    work.subject = short(text)
    return made.id


def way_to(held: Recommendation, wanted: str, reason: str) -> bool:
    """Say whether one step leads there, with a reason where one must be told."""
    if wanted in onward(held.status):
        return wanted not in _WITH_REASON or bool(reason.strip())
    return wanted in backward(held.status, ()) and bool(reason.strip())


def go(
    work: Work,
    recommendation: Recommendation,
    becomes: Status,
    reason: str,
    who: str,
    *,
    before: Recommendation | None = None,
) -> Recommendation:
    """The recommendation has another status, and the step is kept; `before` is how its row stands."""
    must_be_short("who", who)
    must_be_short("reason", reason)
    stood = before or recommendation
    after = replace(recommendation, status=becomes)
    if becomes is Status.REVIEWED and not after.reviewer:
        after = replace(after, reviewer=who)
    update(work, stood, after)
    step = Step(after.id, work.now, stood.status, becomes, reason, who)
    work.insert("step", from_step(step, work.new_id()))
    work.subject = short(after.text)
    return after


def _standing(work: Work, id_: RecommendationId) -> Recommendation:
    found = work.reading.ledger.recommendation(id_)
    if not found.status.stands:
        raise AlreadyGone(status=found.status.value)
    return found


def _with_all_of(target: Recommendation, others: Sequence[Recommendation]) -> Recommendation:
    """Return it with its own sources and codes first, then those of the others that it had not."""
    lists = ("notes", "interventions", *(tag.value for tag in Tagged))
    all_: dict[str, Any] = {
        name: tuple(dict.fromkeys(item for each in (target, *others) for item in getattr(each, name)))
        for name in lists
    }
    return replace(target, **all_)


def _made_of(
    work: Work,
    whole: Recommendation,
    text: str,
    *,
    number: int,
    split_from: RecommendationId | None = None,
    alternative_of: RecommendationId | None = None,
    alternative: int = 0,
) -> Recommendation:
    """Return a recommendation with another text and all else that is known of one."""
    return replace(
        whole,
        id=RecommendationId(work.new_id()),
        text=text,
        worded={},
        number=number,
        revision=work.event,
        status=Status.DRAFTED,
        split_from=split_from,
        alternative_of=alternative_of,
        alternative=alternative,
    )


def _possible(statuses: tuple[Status, ...]) -> str:
    return ", ".join(statuses) or "–"
