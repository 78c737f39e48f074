"""The rapporteur's notes and the recommendations that come of them."""

from __future__ import annotations

import json
from dataclasses import replace

from facilitator.acts.panels import find_panel, panel_that_sits
from facilitator.acts.registry import UNSAID, Instant, Unsaid, Work, act
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, Recommendation, RecommendationId, RevisionId
from facilitator.domain.programme import Panel, PanelId, PanelState, QuestionId
from facilitator.domain.refusals import NoPanelOpen, NotUnderstood, StaleText, UnknownReference
from facilitator.store.note_rows import from_note, from_recommendation

_SUBJECT_LENGTH = 60


@act("notes", NoPanelOpen, NotUnderstood, UnknownReference)
def write_note(
    work: Work,
    text: str,
    kind: NoteKind = NoteKind.POINT,
    intervention: InterventionId | Unsaid | None = UNSAID,
    question: QuestionId | int | None = None,
    begun: Instant | None = None,
    panel: PanelId | int | None = None,
) -> str:
    """The note is linked to panel, speaker, category and clock; a proposed recommendation opens one.

    `begun` is the instant at which the writer began to type, `question` an id or a number in the panel.
    """
    if not text.strip():
        raise NotUnderstood(field="text")
    where = _panel(work, panel)
    at = work.now if begun is None else min(begun, work.now)
    plain = Note(NoteId(work.new_id()), where.id, kind, text, at, RevisionId(work.event))
    asked = replace(plain, question=_question(where, question))
    note = _linked(asked, _intervention(work, where, intervention))
    work.insert("note", from_note(note))
    _put_revision(work, note, None)
    if kind is NoteKind.RECOMMENDATION:
        _put_recommendation(work, where.id, text, (note.id,), ())
    work.subject = _short(text)
    return note.id


@act("notes", UnknownReference, StaleText, NotUnderstood)
def revise_note(
    work: Work,
    note: NoteId,
    text: str,
    base: RevisionId,
    kind: NoteKind | None = None,
    question: QuestionId | int | Unsaid | None = UNSAID,
) -> str:
    """The note reads otherwise and its earlier text is kept; `base` is the event that wrote what was seen."""
    if not text.strip():
        raise NotUnderstood(field="text")
    seen = work.reading.note(note)
    if base != seen.revision:
        raise StaleText(text=seen.text)
    changed = replace(
        seen,
        text=text,
        kind=seen.kind if kind is None else kind,
        revision=RevisionId(work.event),
        revisions=seen.revisions + 1,
    )
    if not isinstance(question, Unsaid):
        changed = replace(changed, question=_question(work.reading.panel(seen.panel), question))
    work.update("note", note, from_note(seen), from_note(changed))
    _put_revision(work, changed, base)
    work.subject = _short(text)
    return note


@act("notes", NoPanelOpen, NotUnderstood, UnknownReference)
def make_recommendation(
    work: Work,
    text: str,
    notes: tuple[NoteId, ...] = (),
    addressees: tuple[str, ...] = (),
    panel: PanelId | int | None = None,
) -> str:
    """The panel's list has the recommendation; one that a note of these had opened already is redrafted."""
    if not text.strip():
        raise NotUnderstood(field="text")
    sources = [work.reading.note(note) for note in notes]
    where = sources[0].panel if sources and panel is None else _panel(work, panel).id
    work.subject = _short(text)
    opened = next(
        (r for r in work.reading.recommendations(where) if len(r.notes) == 1 and r.notes[0] in notes), None
    )
    if opened is None:
        return _put_recommendation(work, where, text, notes, addressees)
    before = from_recommendation(opened)
    after = {**before, "text": text, "addressees": json.dumps(addressees, ensure_ascii=False)}
    work.update("recommendation", opened.id, before, after)
    _put_sources(work, opened.id, tuple(note for note in notes if note not in opened.notes))
    return opened.id


def _panel(work: Work, panel: PanelId | int | None) -> Panel:
    if panel is not None:
        return find_panel(work.reading, panel)
    sits = panel_that_sits(work.reading)
    if sits is not None:
        return work.reading.panel(sits)
    closed = [p for p in work.reading.panels() if work.reading.states()[p.id] is PanelState.CLOSED]
    if not closed:
        raise NoPanelOpen
    return max(closed, key=lambda p: work.floor(p.id).closed_at or 0)


def _intervention(work: Work, panel: Panel, wanted: InterventionId | Unsaid | None) -> Intervention | None:
    floor = work.floor(panel.id)
    if isinstance(wanted, Unsaid):
        return floor.speaking
    return None if wanted is None else floor.intervention(wanted)


def _question(panel: Panel, wanted: QuestionId | int | None) -> QuestionId | None:
    if wanted is None:
        return None
    for question in panel.questions:
        if wanted in (question.id, question.number):
            return question.id
    raise UnknownReference(kind="question", id=wanted)


def _linked(note: Note, spoken: Intervention | None) -> Note:
    """Return the note with the speaker whose words it holds, and how long that one had spoken."""
    if spoken is None:
        return note
    return replace(
        note,
        intervention=spoken.id,
        participant=spoken.participant,
        category=spoken.category,
        offset_ms=spoken.clock.spoken_by(note.at),
    )


def _put_revision(work: Work, note: Note, base: RevisionId | None) -> None:
    row = {
        "id": note.revision,
        "note": note.id,
        "number": note.revisions,
        "at": work.now,
        "kind": note.kind.value,
        "text": note.text,
        "base": base,
    }
    work.insert("revision", row)


def _put_recommendation(
    work: Work, panel: PanelId, text: str, notes: tuple[NoteId, ...], addressees: tuple[str, ...]
) -> str:
    number = 1 + max((r.number for r in work.reading.recommendations(panel)), default=0)
    id_ = RecommendationId(work.new_id())
    work.insert("recommendation", from_recommendation(Recommendation(id_, panel, number, text, addressees)))
    _put_sources(work, id_, notes)
    return id_


def _put_sources(work: Work, recommendation: RecommendationId, notes: tuple[NoteId, ...]) -> None:
    rows = [
        {"id": f"{recommendation}/{note}", "recommendation": recommendation, "note": note} for note in notes
    ]
    work.insert_all("source", rows)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SUBJECT_LENGTH else line[: _SUBJECT_LENGTH - 1] + "…"
