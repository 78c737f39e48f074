"""Recommendations: made, told more of, and linked to those who spoke for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from facilitator.acts.note_links import question_for, short
from facilitator.acts.panels import find_panel, panel_at_hand
from facilitator.acts.registry import UNSAID, Unsaid, Work, act
from facilitator.domain.attribution import Level
from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import NoteId, NoteKind, RecommendationId
from facilitator.domain.programme import PanelId, QuestionId
from facilitator.domain.recommendation import (
    LanguageCode,
    Recommendation,
    Sensitivity,
    Tagged,
    Told,
    Translation,
    Worded,
)
from facilitator.domain.refusals import NoPanelOpen, NotUnderstood, StaleText, UnknownReference
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.speech import LANGUAGES
from facilitator.language.vocabularies import has, vocabulary
from facilitator.store.ledger_rows import from_recommendation, from_sources, from_support, from_wordings

Codes = tuple[str, ...]
_CLOSED: Mapping[Told, Callable[[], Collection[str]]] = {
    Told.VERB: lambda: {"", *vocabulary(VocabularyKey.VERBS)},
    Told.VOICE: lambda: vocabulary(VocabularyKey.VOICES).keys(),
    Told.AGREEMENT: lambda: {"", *vocabulary(VocabularyKey.AGREEMENTS)},
    Told.ATTRIBUTION: lambda: {"", *Level},
    Told.SENSITIVITY: lambda: set(Sensitivity),
}


@act("notes", NoPanelOpen, NotUnderstood, UnknownReference)
def make_recommendation(
    work: Work,
    text: str,
    notes: tuple[NoteId, ...] = (),
    addressees: tuple[str, ...] = (),
    panel: PanelId | int | None = None,
) -> str:
    """The panel's list has the recommendation; one that a note of these had opened already is redrafted."""
    _must_say(text)
    sources = [work.reading.note(note) for note in notes]
    where = sources[0].panel if sources and panel is None else panel_at_hand(work, panel).id
    work.subject = short(text)
    opened = work.reading.ledger.opened_by(where, notes) if notes else None
    if opened is None:
        return put_recommendation(work, where, text, notes, addressees)
    redraft(work, opened, opened.original, text)
    more = tuple(note for note in notes if note not in opened.notes)
    update(
        work,
        opened,
        replace(
            opened,
            text=text,
            addressees=addressees,
            notes=(*opened.notes, *more),
            revision=work.event,
        ),
    )
    return opened.id


@act("secretariat", UnknownReference, NotUnderstood, StaleText)
def edit_recommendation(
    work: Work,
    recommendation: RecommendationId,
    text: str | None = None,
    language: LanguageCode | None = None,
    base: str | None = None,
    translation: Translation | None = None,
    tags: Mapping[Tagged, Codes] | None = None,
    fields: Mapping[Told, str] | None = None,
    panel: PanelId | int | None = None,
    question: QuestionId | int | Unsaid | None = UNSAID,
) -> str:
    """What is said here is so of the recommendation; what is not said stays, and every earlier text is kept.

    `base` is the revision that was seen of the text that changes. A text in another language than the
    original is a translation of it. `tags` are codes by vocabulary; addressees may be in own words.
    """
    before = work.reading.ledger.recommendation(recommendation)
    after = with_fields(with_codes(before, tags or {}), fields or {})
    if panel is not None:
        after = in_panel(work, after, find_panel(work.reading, panel).id)
    if not isinstance(question, Unsaid):
        after = replace(after, question=question_for(work.reading.panel(after.panel), question))
    if text is not None:
        after = reworded(work, after, text, language=language, base=base, translation=translation)
    elif base is not None:
        raise NotUnderstood(field="base")
    elif language is not None or translation is not None:
        after = _worth(after, _language(language), translation)
    update(work, before, after)
    work.subject = short(after.text)
    return recommendation


@act("secretariat", UnknownReference)
def source_recommendation(
    work: Work,
    recommendation: RecommendationId,
    notes: tuple[NoteId, ...] | Unsaid = UNSAID,
    interventions: tuple[InterventionId, ...] | Unsaid = UNSAID,
) -> str:
    """The recommendation rests on these notes, and these interventions spoke for it."""
    before = work.reading.ledger.recommendation(recommendation)
    after = before
    if not isinstance(notes, Unsaid):
        after = replace(after, notes=tuple(dict.fromkeys(work.reading.note(note).id for note in notes)))
    if not isinstance(interventions, Unsaid):
        must_have_spoken(work, interventions)
        after = replace(after, interventions=tuple(dict.fromkeys(interventions)))
    update(work, before, after)
    work.subject = short(after.text)
    return recommendation


def must_have_spoken(work: Work, interventions: tuple[InterventionId, ...]) -> None:
    """Raise UnknownReference for an intervention that there is not."""
    spoken = {i.id for each in work.reading.panels() for i in work.floor(each.id).interventions}
    for intervention in interventions:
        if intervention not in spoken:
            raise UnknownReference(kind="intervention", id=intervention)


def put_recommendation(
    work: Work, panel: PanelId, text: str, notes: tuple[NoteId, ...], addressees: Codes = ()
) -> str:
    """The panel has one more recommendation, under the next number; returns its id."""
    made = Recommendation(
        RecommendationId(work.new_id()),
        panel,
        next_number(work, panel),
        text,
        addressees,
        tuple(dict.fromkeys(notes)),
        original=work.reading.workshop().language,
        revision=work.event,
    )
    insert(work, made)
    return made.id


def insert(work: Work, made: Recommendation) -> None:
    work.insert("recommendation", from_recommendation(made))
    for name, rows in _hanging(made).items():
        work.insert_all(name, list(rows.values()))


def update(work: Work, before: Recommendation, after: Recommendation) -> None:
    """The rows say what `after` says; only what differs is written.

    One that comes to rest on a protection concern is marked so: whoever had it hears of the mark, as the link
    to a concern is told to nobody.
    """
    if after.notes != before.notes and _rests_on_concern(work, after) and not _rests_on_concern(work, before):
        after = marked(after)
    work.update("recommendation", before.id, from_recommendation(before), from_recommendation(after))
    then = _hanging(after)
    for name, rows in _hanging(before).items():
        work.keep_rows(name, rows, then[name])


def marked(recommendation: Recommendation) -> Recommendation:
    """Return a recommendation that stays with the team."""
    if recommendation.sensitivity is not Sensitivity.NONE:
        return recommendation
    return replace(recommendation, sensitivity=Sensitivity.PROTECTION)


def _rests_on_concern(work: Work, recommendation: Recommendation) -> bool:
    return any(work.reading.note(note).kind is NoteKind.PROTECTION for note in recommendation.notes)


def next_number(work: Work, panel: PanelId) -> int:
    return 1 + work.reading.ledger.last_number(panel)


def reworded(
    work: Work,
    before: Recommendation,
    text: str,
    *,
    language: LanguageCode | None = None,
    base: str | None = None,
    translation: Translation | None = None,
) -> Recommendation:
    """Return it with another text, the one before kept; raises StaleText if `base` is not what stands."""
    _must_say(text)
    original = before.original or work.reading.workshop().language
    code = original if language is None else _language(language)
    there = before.worded.get(code)
    if code == original:
        stands, revision = before.text, before.revision
    else:
        stands, revision = (there.text, there.revision) if there else ("", "")
    if base is not None and base != revision:
        raise StaleText(text=stands)
    if stands:
        redraft(work, before, code, stands, revision)
    if code == original:
        return replace(before, text=text, original=code, revision=work.event)
    worth = translation or (there.translation if there else Translation.UNOFFICIAL)
    worded = Worded(text, worth, work.event, before.revision)
    return replace(before, worded={**before.worded, code: worded})


def redraft(work: Work, of: Recommendation, language: str, text: str, revision: str | None = None) -> None:
    """The text that stands until now is kept under its revision."""
    work.insert(
        "redraft",
        {
            "id": work.new_id(),
            "recommendation": of.id,
            "language": language,
            "text": text,
            "revision": of.revision if revision is None else revision,
            "at": work.now,
        },
    )


def _hanging(recommendation: Recommendation) -> Mapping[str, Mapping[str, dict[str, Any]]]:
    return {
        "source": from_sources(recommendation),
        "support": from_support(recommendation),
        "wording": from_wordings(recommendation),
    }


def _must_say(text: str) -> None:
    if not text.strip():
        raise NotUnderstood(field="text")


def with_codes(recommendation: Recommendation, tags: Mapping[Tagged, Codes]) -> Recommendation:
    """Return it with these codes; raises UnknownReference for one that its vocabulary does not have."""
    for name, codes in tags.items():
        for code in codes:
            if name is not Tagged.ADDRESSEES and not has(VocabularyKey(name), code):
                raise UnknownReference(kind=name.value, id=code)
    plain: dict[str, Any] = {name.value: tuple(dict.fromkeys(codes)) for name, codes in tags.items()}
    return replace(recommendation, **plain)


def with_fields(recommendation: Recommendation, fields: Mapping[Told, str]) -> Recommendation:
    """Return it with these fields; raises UnknownReference for a value that a closed list does not have."""
    values: dict[str, Any] = {}
    for name, value in fields.items():
        closed = _CLOSED.get(name)
        if closed is not None and value not in closed():
            raise UnknownReference(kind=name.value, id=value)
        values[name.value] = Sensitivity(value) if name is Told.SENSITIVITY else value
    return replace(recommendation, **values)


def in_panel(work: Work, recommendation: Recommendation, panel: PanelId) -> Recommendation:
    """Return it as one of another panel, under the next number there and without its question."""
    if panel == recommendation.panel:
        return recommendation
    return replace(recommendation, panel=panel, number=next_number(work, panel), question=None)


def _language(language: str | None) -> LanguageCode:
    if language not in LANGUAGES:
        raise UnknownReference(kind="language", id=language)
    return LanguageCode(str(language))


def _worth(
    recommendation: Recommendation, language: LanguageCode, translation: Translation | None
) -> Recommendation:
    there = recommendation.worded.get(language)
    if there is None or translation is None:
        raise UnknownReference(kind="translation", id=language)
    worded = replace(there, translation=translation)
    return replace(recommendation, worded={**recommendation.worded, language: worded})
