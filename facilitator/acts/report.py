"""The report as the workshop stands now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from facilitator.acts.protection import ceilings_of
from facilitator.acts.report_texts import document_titles, written
from facilitator.domain.attribution import Level
from facilitator.domain.drafting import draft
from facilitator.domain.guarding import guarded
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import NoteId, RecommendationId
from facilitator.domain.protection import unagreed
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.report import Background, Report
from facilitator.domain.view import View
from facilitator.language.vocabularies import meaning_of
from facilitator.store.reading import Reading


def drafted(reading: Reading, views: Sequence[View], level: Level, now: int) -> Report:
    """Return the report on the panels in view."""
    made = draft(
        views,
        _background(reading),
        written(reading),
        level,
        now,
        reading.paragraphs(),
    )
    return replace(made, titles=document_titles(reading), unagreed=_unagreed(reading))


def views_of(reading: Reading) -> tuple[View, ...]:
    """Return a look at each panel, with all that a report is made of."""
    return tuple(
        guarded(
            View(
                workshop=reading.workshop(),
                categories=reading.categories(),
                people=reading.people(),
                panels=reading.panels(),
                states=reading.states(),
                panel=panel,
                floor=reading.floor(panel.id),
                notes=reading.notes(panel.id),
                recommendations=reading.recommendations(panel.id),
            ),
            ceilings_of(reading, panel.id),
        )
        for panel in reading.panels()
    )


def _unagreed(reading: Reading) -> frozenset[NoteId]:
    consents = reading.ledger.consents()
    return frozenset[NoteId]().union(
        *(
            unagreed(
                reading.notes(panel.id),
                {turn.id: turn for turn in reading.floor(panel.id).interventions},
                consents,
            )
            for panel in reading.panels()
        )
    )


def final_numbers(reading: Reading, rows: Sequence[Recommended], now: int) -> Mapping[RecommendationId, int]:
    """Return the paragraph of each that is in the report by its status; others have their working numbers."""
    return paragraphs_of(reading, [row.held for row in rows if row.held is not None], now)


def paragraphs_of(
    reading: Reading, held: Iterable[Recommendation], now: int
) -> Mapping[RecommendationId, int]:
    """As above, of recommendations as they are kept."""
    reported = {each.id for each in held if each.status.reported}
    if not reported:
        return {}
    report = drafted(reading, views_of(reading), Level.QUANTITY, now)
    return {
        stated.recommendation.id: stated.number
        for section in report.sections
        for stated in section.stated
        if stated.recommendation is not None and stated.number and stated.recommendation.id in reported
    }


def _background(reading: Reading) -> Background:
    def labels(kind: str) -> tuple[str, ...]:
        return tuple(row["label"] for row in reading.background(kind))

    earlier = [json.loads(row["detail"]) for row in reading.background("earlier_workshops")]
    return Background(
        labels("objectives"),
        labels("addressees"),
        labels("consultations"),
        labels("resolutions"),
        tuple((str(each["year"]), each["report"]) for each in earlier if "report" in each),
        meaning_of,
    )
