"""Keeping the people and categories of a workshop current: corrected, several at once, taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.acts.attendance import forget_attendance
from facilitator.acts.panels import put_before
from facilitator.acts.people import (
    allotment_given,
    must_be_category,
    must_be_free_number,
    must_be_share,
    must_be_short,
    must_show,
    name_given,
)
from facilitator.acts.registry import UNSAID, Seconds, Unsaid, Work, act
from facilitator.domain.floor import Floor
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.refusals import (
    AlreadyThere,
    BadTime,
    NotUnderstood,
    StillInUse,
    TextTooLong,
    UnknownReference,
)
from facilitator.store.rows import from_category, from_participant

Said = str | None


@act("secretariat", UnknownReference, TextTooLong, NotUnderstood, AlreadyThere)
def edit_participant(
    work: Work,
    participant: ParticipantId,
    name: Said = None,
    category: CategoryKey | None = None,
    delegation: Said = None,
    region: Said = None,
    gender: Said = None,
    language: Said = None,
    second_name: Said = None,
    pronounced: Said = None,
    number: int | Unsaid | None = UNSAID,
    registered: bool | None = None,
) -> None:
    """The participant is called, sent and counted as told; what is not told stays, a null number is none."""
    who = work.reading.participant(participant)
    told = {"delegation": delegation, "region": region, "gender": gender, "language": language}
    after = _with(work, who, category, {**told, "second_name": second_name, "pronounced": pronounced})
    if name is not None:
        after = replace(after, name=name_given(name))
    if number is not UNSAID and number != who.number:
        must_be_free_number(work, number)
        after = replace(after, number=number)
    if registered is not None:
        after = replace(after, registered=registered)
    _keep(work, who, after)
    work.subject = after.name


@act("secretariat", UnknownReference, TextTooLong, NotUnderstood)
def edit_participants(
    work: Work,
    participants: tuple[ParticipantId, ...],
    category: CategoryKey | None = None,
    delegation: Said = None,
    region: Said = None,
    gender: Said = None,
    language: Said = None,
    present: bool | None = None,
    registered: bool | None = None,
) -> None:
    """All of these have this in common from now on; what is not told stays as it is with each."""
    told = {"delegation": delegation, "region": region, "gender": gender, "language": language}
    for who in _each(work, participants):
        after = _with(work, who, category, told)
        _keep(
            work,
            who,
            replace(
                after,
                present=who.present if present is None else present,
                registered=who.registered if registered is None else registered,
            ),
        )


@act("secretariat", UnknownReference, NotUnderstood, StillInUse)
def remove_participants(work: Work, participants: tuple[ParticipantId, ...]) -> None:
    """These are in the workshop no more; refused for whoever asked for the floor, spoke or is noted."""
    touched = work.reading.touched_people()
    for who in _each(work, participants):
        if who.id in touched:
            raise StillInUse(name=who.name)
        forget_attendance(work, who)
        work.delete("participant", from_participant(who))


@act("secretariat", UnknownReference, TextTooLong, NotUnderstood, BadTime)
def edit_category(
    work: Work,
    category: CategoryKey,
    label: Said = None,
    short: Said = None,
    one: Said = None,
    allotment_s: Seconds | Unsaid | None = UNSAID,
    target_share: float | Unsaid | None = UNSAID,
) -> None:
    """The category has this label, allotment and target share; null is none, what is not told stays."""
    before = _category(work, category)
    after = before
    if label is not None:
        must_show("label", label)
        after = replace(after, label=label)
    for field, text in (("short", short), ("one", one)):
        must_be_short(field, text or "")
    after = replace(after, short=_or(short, after.short), one=_or(one, after.one))
    if not isinstance(allotment_s, Unsaid):
        after = replace(after, allotment_ms=allotment_given(allotment_s))
    if not isinstance(target_share, Unsaid):
        must_be_share(target_share)
        after = replace(after, target_share=target_share)
    work.update("category", before.key, from_category(before), from_category(after))
    work.subject = after.label


@act("secretariat", UnknownReference)
def move_category(work: Work, category: CategoryKey, before: CategoryKey | None = None) -> None:
    """The category stands before another, or last, wherever categories are listed."""
    moved = _category(work, category)
    every = {each.key: each for each in work.reading.categories()}
    for position, each in enumerate(put_before(every, category, before, "category"), 1):
        if each.position != position:
            after = replace(each, position=position)
            work.update("category", each.key, from_category(each), from_category(after))
    work.subject = moved.label


@act("secretariat", UnknownReference, StillInUse)
def remove_category(work: Work, category: CategoryKey) -> None:
    """The category is no more; refused while anybody belongs to it or spoke for it."""
    gone = _category(work, category)
    of_it = any(who.category == category for who in work.reading.people().values())
    floors = [work.floor(panel.id) for panel in work.reading.panels()]
    if of_it or any(_tells_of(floor, category) for floor in floors):
        raise StillInUse(name=gone.label)
    work.delete("category", from_category(gone))
    work.subject = gone.label


def _tells_of(floor: Floor, category: CategoryKey) -> bool:
    """Say whether a panel has a limit or budget for a category, or knows a hat or intervention of it."""
    hats = (request.category for request in floor.queue.requests)
    turns = (intervention.category for intervention in floor.interventions)
    return category in {*floor.allotments, *floor.budgets, *hats, *turns}


def _category(work: Work, key: CategoryKey) -> Category:
    must_be_category(work, key)
    return next(each for each in work.reading.categories() if each.key == key)


def _each(work: Work, ids: tuple[ParticipantId, ...]) -> list[Participant]:
    """Return the people meant, each once; refuses to do something to nobody."""
    if not ids:
        raise NotUnderstood(field="participants")
    people = [work.reading.participant(id_) for id_ in dict.fromkeys(ids)]
    work.subject = people[0].name
    return people


def _with(
    work: Work, who: Participant, category: CategoryKey | None, told: Mapping[str, Said]
) -> Participant:
    """Return somebody as told; raises a refusal for a category that is not there or a text too long."""
    must_be_category(work, category)
    for field, text in told.items():
        must_be_short(field, text or "")
    return replace(
        who,
        category=category or who.category,
        delegation=_or(told.get("delegation"), who.delegation),
        region=_or(told.get("region"), who.region),
        gender=_or(told.get("gender"), who.gender),
        language=_or(told.get("language"), who.language),
        second_name=_or(told.get("second_name"), who.second_name),
        pronounced=_or(told.get("pronounced"), who.pronounced),
    )


def _or(told: Said, known: str) -> str:
    """Return what is told, what is known if nothing is; told as empty, it is empty."""
    return known if told is None else told.strip()


def _keep(work: Work, before: Participant, after: Participant) -> None:
    work.update("participant", before.id, from_participant(before), from_participant(after))
