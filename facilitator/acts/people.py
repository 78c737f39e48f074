"""People and the categories they belong to."""

from __future__ import annotations

from facilitator.acts.registry import Seconds, Work, act, ms
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.refusals import AlreadyThere, BadTime, NotUnderstood, UnknownReference
from facilitator.store.rows import from_category, from_participant


@act("secretariat", AlreadyThere, BadTime, NotUnderstood)
def add_category(
    work: Work,
    key: CategoryKey,
    label: str,
    allotment_s: Seconds | None = None,
    target_share: float | None = None,
) -> str:
    """There is a stakeholder category of this key."""
    known = work.reading.categories()
    if key in {c.key for c in known}:
        raise AlreadyThere(kind="category", key=key)
    if allotment_s is not None and allotment_s <= 0:
        raise BadTime(field="allotment_s")
    if target_share is not None and not 0 <= target_share <= 1:
        raise NotUnderstood(field="target_share")
    allotment = None if allotment_s is None else ms(allotment_s)
    work.insert("category", from_category(Category(key, label, len(known) + 1, "", allotment, target_share)))
    work.subject = label
    return key


@act("secretariat", UnknownReference)
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
) -> str:
    """There is a participant of this name."""
    if category not in {c.key for c in work.reading.categories()}:
        raise UnknownReference(kind="category", id=category)
    id_ = ParticipantId(work.new_id())
    who = Participant(id_, name, category, delegation, region, gender, language, present, second_name)
    work.insert("participant", from_participant(who))
    work.subject = name
    return id_


@act("secretariat", UnknownReference)
def set_present(work: Work, participant: ParticipantId, present: bool) -> None:
    """The participant is in the room, or is not."""
    who = work.reading.participant(participant)
    work.update("participant", who.id, {"present": int(who.present)}, {"present": int(present)})
    work.subject = who.name
