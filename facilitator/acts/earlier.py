"""What came before: earlier recommendations with progress, gap and lesson, and what regions concluded."""

from __future__ import annotations

from collections.abc import Collection
from typing import NewType

from facilitator.acts.note_links import short
from facilitator.acts.panels import find_panel
from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain.before import Finding, Follows
from facilitator.domain.notes import NoteId, RecommendationId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NotUnderstood, TextTooLong, UnknownReference

EarlierId = NewType("EarlierId", str)
ConclusionId = NewType("ConclusionId", str)


@act("secretariat", UnknownReference, NotUnderstood)
def assess_earlier(
    work: Work,
    earlier: EarlierId,
    kind: Finding,
    text: str,
    note: NoteId | None = None,
    panel: PanelId | int | None = None,
) -> str:
    """Progress, a gap or a lesson is recorded against an earlier recommendation."""
    if not text.strip():
        raise NotUnderstood(field="text")
    row = {
        "id": work.new_id(),
        "earlier": _known(work, "earlier", earlier),
        "kind": kind.value,
        "text": text,
        "at": work.now,
        "panel": None if panel is None else find_panel(work.reading, panel).id,
        "note": None if note is None else work.reading.note(note).id,
    }
    work.insert("assessment", row)
    work.subject = short(text)
    return str(row["id"])


@act("secretariat", UnknownReference)
def follow_earlier(work: Work, recommendation: RecommendationId, earlier: EarlierId, kind: Follows) -> str:
    """The recommendation follows up, repeats or supersedes an earlier one."""
    of = work.reading.ledger.recommendation(recommendation)
    before = [r for r in work.reading.ledger.rows("follows") if r["recommendation"] == of.id]
    same = next((r for r in before if r["earlier"] == earlier), None)
    work.subject = short(of.text)
    if same is not None:
        work.update("follows", same["id"], same, {**same, "kind": kind.value})
        return str(same["id"])
    row = {
        "id": work.new_id(),
        "recommendation": of.id,
        "earlier": _known(work, "earlier", earlier),
        "kind": kind.value,
    }
    work.insert("follows", row)
    return str(row["id"])


@act("secretariat", NotUnderstood, TextTooLong)
def add_conclusion(work: Work, consultation: str, text: str, language: str = "") -> str:
    """A regional consultation came to this: it may be an input to panels and recommendations."""
    _must_be_held(consultation, language)
    work.subject = consultation
    return put_conclusion(work, consultation, text, language)


@act("secretariat", NotUnderstood, TextTooLong, UnknownReference)
def add_conclusions(
    work: Work,
    consultation: str,
    texts: tuple[str, ...],
    panel: PanelId | int | None = None,
    language: str = "",
) -> str:
    """A regional consultation came to all of these: inputs to a panel, if one is told; answers the first."""
    _must_be_held(consultation, language)
    if not texts:
        raise NotUnderstood(field="texts")
    where = None if panel is None else find_panel(work.reading, panel).id
    made = [put_conclusion(work, consultation, text, language) for text in texts]
    for id_ in made if where is not None else ():
        put_input(work, id_, where, None)
    work.subject = consultation
    return made[0]


@act("secretariat", UnknownReference, NotUnderstood)
def use_conclusion(
    work: Work,
    conclusion: ConclusionId,
    panel: PanelId | int | None = None,
    recommendation: RecommendationId | None = None,
) -> str:
    """The conclusion is an input to a panel, to a recommendation, or to both."""
    if panel is None and recommendation is None:
        raise NotUnderstood(field="panel")
    where = None if panel is None else find_panel(work.reading, panel).id
    of = None if recommendation is None else work.reading.ledger.recommendation(recommendation).id
    told = (_known(work, "conclusion", conclusion), where, of)
    inputs = (
        (row["id"], (row["conclusion"], row["panel"], row["recommendation"]))
        for row in work.reading.ledger.rows("input")
    )
    known = next((str(id_) for id_, there in inputs if there == told), None)
    return put_input(work, *told) if known is None else known


def put_conclusion(work: Work, consultation: str, text: str, language: str) -> str:
    """The consultation has one more conclusion, under the next number; returns its id."""
    if not text.strip():
        raise NotUnderstood(field="text")
    row = {
        "id": work.new_id(),
        "consultation": consultation,
        "number": 1 + work.reading.ledger.last_conclusion(consultation),
        "text": text,
        "language": language,
    }
    work.insert("conclusion", row)
    return str(row["id"])


def put_input(work: Work, conclusion: str, panel: str | None, recommendation: str | None) -> str:
    """What a consultation concluded goes into a panel or a recommendation that there is."""
    row = {
        "id": work.new_id(),
        "conclusion": conclusion,
        "panel": panel,
        "recommendation": recommendation,
    }
    work.insert("input", row)
    return str(row["id"])


def pass_on(work: Work, of: Collection[RecommendationId], to: RecommendationId) -> None:
    """What came before some recommendations comes before another, too; that it has already, it has once."""
    for table, name in (("input", "conclusion"), ("follows", "earlier")):
        rows = work.reading.ledger.rows(table)
        there = {row[name] for row in rows if row["recommendation"] == to}
        more = {row[name]: row for row in rows if row["recommendation"] in of and row[name] not in there}
        for row in more.values():
            work.insert(table, {**row, "id": work.new_id(), "recommendation": to})


def _must_be_held(consultation: str, language: str) -> None:
    if not consultation.strip():
        raise NotUnderstood(field="consultation")
    must_be_short("consultation", consultation)
    must_be_short("language", language)


def _known(work: Work, table: str, id_: str) -> str:
    if not any(row["id"] == id_ for row in work.reading.ledger.rows(table)):
        raise UnknownReference(kind=table, id=id_)
    return id_
