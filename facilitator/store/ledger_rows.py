"""How recommendations, their other texts, changes and steps stand in rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from facilitator.domain.attribution import Level
from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import NoteId, RecommendationId
from facilitator.domain.programme import PanelId
from facilitator.domain.protection import Consent, ConsentId
from facilitator.domain.recommendation import (
    Change,
    ChangeId,
    ChangeState,
    Recommendation,
    Sensitivity,
    Status,
    Step,
    Translation,
    Worded,
)
from facilitator.store.ledger_tables import TAGGED

Values = dict[str, Any]
Row = Mapping[str, Any]
_PLAIN = (
    "original",
    "verb",
    "voice",
    "question",
    "agreement",
    "agreement_note",
    "attribution",
    "indicator",
    "timeline",
    "responsible",
    "remarks",
    "reviewer",
    "revision",
    "merged_into",
    "split_from",
    "alternative_of",
    "alternative",
)


@lru_cache(maxsize=4_096)
def _codes(listed: str) -> tuple[str, ...]:
    """Return the codes that a column lists; most list none, or the same as many others."""
    return tuple(json.loads(listed))


def to_recommendation(
    row: Row, sources: Iterable[Row], support: Iterable[Row] = (), wordings: Iterable[Row] = ()
) -> Recommendation:
    plain: dict[str, Any] = {name: row[name] for name in _PLAIN}
    tagged: dict[str, Any] = {name: _codes(row[name]) for name in TAGGED}
    return Recommendation(
        RecommendationId(row["id"]),
        PanelId(row["panel"]),
        row["number"],
        row["text"],
        _codes(row["addressees"]),
        tuple(NoteId(s["note"]) for s in sources),
        tuple(InterventionId(s["intervention"]) for s in support),
        worded={
            w["language"]: Worded(w["text"], Translation(w["translation"]), w["revision"], w["of"])
            for w in wordings
        },
        status=Status(row["status"]),
        sensitivity=Sensitivity(row["sensitivity"]),
        **tagged,
        **plain,
    )


def from_recommendation(recommendation: Recommendation) -> Values:
    return {
        "id": recommendation.id,
        "panel": recommendation.panel,
        "number": recommendation.number,
        "text": recommendation.text,
        "addressees": _listed(recommendation.addressees),
        "status": recommendation.status.value,
        "sensitivity": recommendation.sensitivity.value,
        **{name: _listed(getattr(recommendation, name)) for name in TAGGED},
        **{name: getattr(recommendation, name) for name in _PLAIN},
    }


def from_sources(recommendation: Recommendation) -> dict[str, Values]:
    """Return a row for each note it rests on, by its id."""
    return _linked(recommendation.id, "note", recommendation.notes)


def from_support(recommendation: Recommendation) -> dict[str, Values]:
    """Return a row for each intervention that spoke for it, by its id."""
    return _linked(recommendation.id, "intervention", recommendation.interventions)


def from_wordings(recommendation: Recommendation) -> dict[str, Values]:
    """Return a row for each other language, by its id."""
    return {
        f"{recommendation.id}/{language}": {
            "id": f"{recommendation.id}/{language}",
            "recommendation": recommendation.id,
            "language": language,
            "text": worded.text,
            "translation": worded.translation.value,
            "revision": worded.revision,
            "of": worded.of,
        }
        for language, worded in recommendation.worded.items()
    }


def to_change(row: Row) -> Change:
    return Change(
        ChangeId(row["id"]),
        RecommendationId(row["recommendation"]),
        row["number"],
        row["language"],
        row["text"],
        row["base"],
        row["at"],
        ChangeState(row["state"]),
        row["proposer"],
        row["reason"],
    )


def from_change(change: Change) -> Values:
    return {
        "id": change.id,
        "recommendation": change.recommendation,
        "number": change.number,
        "language": change.language,
        "text": change.text,
        "base": change.base,
        "at": change.at,
        "state": change.state.value,
        "proposer": change.proposer,
        "reason": change.reason,
    }


def to_step(row: Row) -> Step:
    was, becomes = Status(row["was"]), Status(row["becomes"])
    return Step(RecommendationId(row["recommendation"]), row["at"], was, becomes, row["reason"], row["who"])


def from_step(step: Step, id_: str) -> Values:
    return {
        "id": id_,
        "recommendation": step.recommendation,
        "at": step.at,
        "was": step.was.value,
        "becomes": step.becomes.value,
        "reason": step.reason,
        "who": step.who,
    }


def to_consent(row: Row) -> Consent:
    return Consent(
        ConsentId(row["id"]),
        Level(row["level"]),
        row["how"],
        row["at"],
        row["participant"],
        row["note"],
        row["panel"],
    )


def _linked(recommendation: RecommendationId, kind: str, ids: Sequence[str]) -> dict[str, Values]:
    rows = [{"id": f"{recommendation}/{id_}", "recommendation": recommendation, kind: id_} for id_ in ids]
    return {row["id"]: row for row in rows}


def _listed(items: Sequence[str]) -> str:
    return json.dumps(items, ensure_ascii=False)
