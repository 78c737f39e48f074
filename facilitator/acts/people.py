"""People and the categories they belong to."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.registry import Seconds, Work, act, ms
from facilitator.domain.finding import free_number
from facilitator.domain.folding import folded
from facilitator.domain.people import (
    HIGHEST_NUMBER,
    Category,
    CategoryKey,
    Participant,
    ParticipantId,
)
from facilitator.domain.refusals import AlreadyThere, BadTime, NotUnderstood, TextTooLong, UnknownReference
from facilitator.store.rows import from_category, from_participant

_LONGEST = 500


@act("secretariat", AlreadyThere, BadTime, NotUnderstood, TextTooLong)
def add_category(
    work: Work,
    key: CategoryKey,
    label: str,
    allotment_s: Seconds | None = None,
    target_share: float | None = None,
    short: str = "",
    one: str = "",
) -> str:
    """There is a stakeholder category of this key; `one` names a single member, `short` heads its people."""
    must_show("key", key)
    must_show("label", label)
    for field, text in (("short", short), ("one", one)):
        must_be_short(field, text)
    known = work.reading.categories()
    if key in {c.key for c in known}:
        raise AlreadyThere(kind="category", key=key)
    must_be_share(target_share)
    allotment = allotment_given(allotment_s)
    category = Category(key, label, len(known) + 1, short, allotment, target_share, one)
    work.insert("category", from_category(category))
    work.subject = label
    return key


@act("secretariat", UnknownReference, TextTooLong, AlreadyThere)
def add_participant(
    work: Work,
    name: str,
    category: CategoryKey,
    delegation: str = "",
    region: str = "",
    gender: str = "",
    language: str = "",
    present: bool = True,
    second_name: str = "",
    number: int | None = None,
    pronounced: str = "",
    registered: bool = True,
) -> str:
    """There is a participant of this name, and of a short number, the next free one if unsaid."""
    who = newcomer(work, name_given(name), category, delegation, number)
    who = replace(who, region=region, gender=gender, language=language, second_name=second_name)
    who = replace(who, pronounced=pronounced, registered=registered)
    for field in ("region", "gender", "language", "second_name", "pronounced"):
        must_be_short(field, getattr(who, field))
    put_participant(work, replace(who, present=present))
    return who.id


def newcomer(
    work: Work, name: str, category: CategoryKey, delegation: str = "", number: int | None = None
) -> Participant:
    """Return somebody new who is in the room; raises a refusal for a category or number that cannot be."""
    must_be_category(work, category)
    must_be_short("delegation", delegation)
    must_be_free_number(work, number)
    own = free_number(work.reading.people().values()) if number is None else number
    return Participant(ParticipantId(work.new_id()), name, category, delegation, number=own)


def put_participant(work: Work, who: Participant) -> None:
    """The participant is in the tables."""
    work.insert("participant", from_participant(who))
    work.subject = who.name


def must_be_free_number(work: Work, number: int | None) -> None:
    """Refuse a short number that somebody has or no badge could bear."""
    if number is None:
        return
    if not 0 < number <= HIGHEST_NUMBER:
        raise NotUnderstood(field="number")
    if number in {who.number for who in work.reading.people().values()}:
        raise AlreadyThere(kind="participant", key=number)


def must_be_share(share: float | None) -> None:
    """Refuse a target share that is no part of the whole."""
    if share is not None and not 0 <= share <= 1:
        raise NotUnderstood(field="target_share")


def allotment_given(seconds: Seconds | None) -> int | None:
    """Return an allotment in milliseconds; refuses one that lets nobody speak."""
    if seconds is not None and seconds <= 0:
        raise BadTime(field="allotment_s")
    return None if seconds is None else ms(seconds)


def must_be_category(work: Work, category: CategoryKey | None) -> None:
    """Refuse a category that the workshop does not have."""
    if category is not None and category not in {c.key for c in work.reading.categories()}:
        raise UnknownReference(kind="category", id=category)


def called(work: Work, participant: ParticipantId) -> str:
    """Return what the journal calls somebody: one to be named later by delegation or category."""
    who = work.reading.participant(participant)
    if not who.unnamed:
        return who.name
    return who.delegation or next(c.singular for c in work.reading.categories() if c.key == who.category)


def must_be_short(field: str, text: str) -> None:
    """Refuse a text that no screen could show and no badge could bear."""
    if len(text) > _LONGEST:
        raise TextTooLong(field=field, most=_LONGEST)


def name_given(name: str) -> str:
    """Return a name without the space around it; refuses one that is overlong or shows nothing."""
    bare = name.strip()
    must_show("name", bare)
    return bare


def must_show(field: str, text: str) -> None:
    """Refuse a text that shows nothing; as a category's key the empty one would mean everybody."""
    if not folded(text):
        raise NotUnderstood(field=field)
    must_be_short(field, text)


@act("secretariat", UnknownReference)
def set_present(work: Work, participant: ParticipantId, present: bool) -> None:
    """The participant is in the room, or is not."""
    who = work.reading.participant(participant)
    work.update("participant", who.id, {"present": int(who.present)}, {"present": int(present)})
    work.subject = who.name
