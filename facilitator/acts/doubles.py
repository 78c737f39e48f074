"""One person who is in the workshop twice, and two who only look like one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from facilitator.acts.registry import Work, act
from facilitator.acts.speakers import hand_over
from facilitator.domain.likeness import Pair, likely_same
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import AlreadySpoken, AlreadyWaiting, NotUnderstood, UnknownReference
from facilitator.store.reading import Reading
from facilitator.store.rows import from_participant


@act("secretariat", UnknownReference, NotUnderstood, AlreadyWaiting, AlreadySpoken)
def merge_participants(work: Work, keep: ParticipantId, other: ParticipantId) -> None:
    """Two are one person: what the other asked, said and was noted of is that of the one kept.

    The other spelling becomes a second name if there is none; what is not known of the one kept is filled.
    """
    kept, gone = work.reading.participant(keep), work.reading.participant(other)
    if kept.id == gone.id:
        raise NotUnderstood(field="other")
    hand_over(work, gone, kept)
    filled = replace(
        kept,
        second_name=kept.second_name or (gone.name if gone.name != kept.name else gone.second_name),
        delegation=kept.delegation or gone.delegation,
        region=kept.region or gone.region,
        gender=kept.gender or gone.gender,
        language=kept.language or gone.language,
        present=kept.present or gone.present,
        pronounced=kept.pronounced or gone.pronounced,
        registered=kept.registered or gone.registered,
    )
    work.update("participant", kept.id, from_participant(kept), from_participant(filled))
    work.subject = kept.name


@act("secretariat", UnknownReference, NotUnderstood)
def keep_apart(work: Work, one: ParticipantId, other: ParticipantId) -> None:
    """Two are not one person, however alike their names are, and are not proposed again."""
    pair = [work.reading.participant(each) for each in (one, other)]
    if one == other:
        raise NotUnderstood(field="other")
    if frozenset((one, other)) not in work.reading.apart():
        work.insert("apart", {"id": work.new_id(), "one": one, "other": other})
    work.subject = pair[0].name


def proposed(reading: Reading) -> tuple[Pair, ...]:
    """Return the pairs that may be one person, the surest first."""
    return proposal(reading)()


def proposal(reading: Reading) -> Callable[[], tuple[Pair, ...]]:
    """Return what finds the pairs of those who are there now; it needs the file no more."""
    return partial(likely_same, tuple(reading.people().values()), reading.apart())
