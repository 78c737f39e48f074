"""Changes proposed to a recommendation's text: each stands beside it until it is accepted or rejected."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.note_links import short
from facilitator.acts.people import must_be_short
from facilitator.acts.recommendations import reworded, update
from facilitator.acts.registry import Work, act
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import (
    Change,
    ChangeId,
    ChangeState,
    LanguageCode,
    Recommendation,
)
from facilitator.domain.refusals import ChangeSettled, NotUnderstood, StaleText, TextTooLong, UnknownReference
from facilitator.language.speech import LANGUAGES
from facilitator.store.ledger_rows import from_change


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def propose_change(
    work: Work,
    recommendation: RecommendationId,
    text: str,
    language: LanguageCode | None = None,
    proposer: str = "",
) -> str:
    """The text stands beside the one of the recommendation as a proposal, which changes nothing yet."""
    if not text.strip():
        raise NotUnderstood(field="text")
    must_be_short("proposer", proposer)
    of = work.reading.ledger.recommendation(recommendation)
    code = language or of.original or work.reading.workshop().language
    if code not in LANGUAGES:
        raise UnknownReference(kind="language", id=code)
    number = 1 + max((c.number for c in work.reading.ledger.changes(of.id)), default=0)
    made = Change(
        ChangeId(work.new_id()),
        of.id,
        number,
        code,
        text,
        _revision(of, code),
        work.now,
        proposer=proposer,
    )
    work.insert("amendment", from_change(made))
    work.subject = short(text)
    return made.id


@act("secretariat", UnknownReference, ChangeSettled, StaleText, TextTooLong)
def accept_change(work: Work, change: ChangeId, reason: str = "", anyway: bool = False) -> str:
    """The recommendation reads as proposed, and its text until now is kept.

    A proposal made against a text that does not stand any more is accepted only `anyway`.
    """
    proposed = _open(work, change)
    before = work.reading.ledger.recommendation(proposed.recommendation)
    base = None if anyway else proposed.base
    after = reworded(work, before, proposed.text, language=LanguageCode(proposed.language), base=base)
    update(work, before, after)
    _settle(work, proposed, ChangeState.ACCEPTED, reason)
    return before.id


@act("secretariat", UnknownReference, ChangeSettled, TextTooLong)
def reject_change(work: Work, change: ChangeId, reason: str = "") -> str:
    """The recommendation stays as it is; the proposal and why it was rejected are kept."""
    proposed = _open(work, change)
    _settle(work, proposed, ChangeState.REJECTED, reason)
    return proposed.recommendation


def _open(work: Work, change: ChangeId) -> Change:
    found = work.reading.ledger.change(change)
    if found.state is not ChangeState.PROPOSED:
        raise ChangeSettled
    return found


def _settle(work: Work, change: Change, state: ChangeState, reason: str) -> None:
    must_be_short("reason", reason)
    after = replace(change, state=state, reason=reason)
    work.update("amendment", change.id, from_change(change), from_change(after))
    work.subject = short(change.text)


def _revision(recommendation: Recommendation, language: str) -> str:
    if language == recommendation.original or not recommendation.original:
        return recommendation.revision
    there = recommendation.worded.get(language)
    return there.revision if there else ""
