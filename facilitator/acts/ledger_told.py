"""The ledger as another program is told it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.instants import instant
from facilitator.acts.report import final_numbers
from facilitator.domain.ledger import Recommended, of_the_team
from facilitator.domain.programme import PanelId
from facilitator.domain.recommendation import (
    ChangeState,
    Recommendation,
    Step,
    Tagged,
    Told,
    backward,
    onward,
)
from facilitator.domain.same_wish import likely_same_wish

Json = dict[str, Any]


def ledger_now(desk: Desk, panel: PanelId | None = None) -> Json:
    """Return the recommendations of a panel or of all, what they rest on, and which may ask the same."""
    reading = desk.reading
    panels = [reading.panel(panel)] if panel is not None else reading.panels()
    rows = of_the_team([desk.view(each.id) for each in panels])
    held = [row.held for row in rows if row.held is not None]
    final = final_numbers(reading, rows, desk.now())
    return {
        "recommendations": [
            {**_told(row, row.held, desk), "paragraph": final.get(row.id)}
            for row in rows
            if row.held is not None
        ],
        "earlier": _earlier(desk),
        "conclusions": _conclusions(desk),
        "duplicates": [
            {"one": pair.one, "other": pair.other, "share": round(pair.share, 3)}
            for pair in likely_same_wish(held)
        ],
    }


def _earlier(desk: Desk) -> list[Json]:
    """Return what earlier workshops and others recommended, with what was found of each."""
    ledger = desk.reading.ledger
    found = _by(ledger.rows("assessment"), "earlier")
    follow = _by(ledger.rows("follows"), "earlier")
    return [
        {
            "earlier": row["id"],
            "source": row["source"],
            "symbol": row["symbol"],
            "paragraph": row["paragraph"],
            "text": row["text"],
            **{name: json.loads(row[name]) for name in _LISTS},
            "assessments": [
                {name: each[name] for name in ("kind", "text", "panel", "note")}
                for each in found.get(row["id"], ())
            ],
            "followed_by": [
                {"recommendation": each["recommendation"], "kind": each["kind"]}
                for each in follow.get(row["id"], ())
            ],
        }
        for row in sorted(ledger.rows("earlier"), key=lambda row: (row["source"], row["number"]))
    ]


def _conclusions(desk: Desk) -> list[Json]:
    used = _by(desk.reading.ledger.rows("input"), "conclusion")
    return [
        {
            "conclusion": row["id"],
            "consultation": row["consultation"],
            "number": row["number"],
            "text": row["text"],
            "inputs": [
                {"panel": each["panel"], "recommendation": each["recommendation"]}
                for each in used.get(row["id"], ())
            ],
        }
        for row in desk.reading.ledger.rows("conclusion")
    ]


def _by(rows: Iterable[Mapping[str, Any]], name: str) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found


_LISTS = ("addressees", "themes", "persons", "groups", "goals")


def _told(row: Recommended, held: Recommendation, desk: Desk) -> Json:
    steps = desk.reading.ledger.steps(held.id)
    return {
        "recommendation": held.id,
        "number": row.number,
        "panel": held.panel,
        "text": held.text,
        "language": held.original,
        "revision": held.revision,
        "texts": _texts(held),
        "tags": {name.value: list(getattr(held, name)) for name in Tagged},
        "fields": {name.value: str(getattr(held, name)) for name in Told},
        "question": held.question,
        "status": held.status.value,
        "next": list(onward(held.status)),
        "previous": list(backward(held.status, steps)),
        "steps": list(map(_step, steps)),
        "notes": list(held.notes),
        "interventions": list(held.interventions),
        "evidence": _evidence(row),
        "changes": _changes(desk, held),
        "merged_into": held.merged_into,
        "split_from": held.split_from,
        "alternative_of": held.alternative_of,
    }


def _texts(held: Recommendation) -> list[Json]:
    return [
        {
            "language": language,
            "text": worded.text,
            "translation": worded.translation.value,
            "revision": worded.revision,
            "stale": held.behind(language),
        }
        for language, worded in sorted(held.worded.items())
    ]


def _step(step: Step) -> Json:
    return {
        "at": instant(step.at),
        "was": step.was.value,
        "becomes": step.becomes.value,
        "reason": step.reason,
        "who": step.who,
    }


def _evidence(row: Recommended) -> Json:
    return {
        "voices": row.voices,
        "categories": list(row.categories),
        "regions": list(row.regions),
        "quantity": row.quantity.value if row.voices else None,
        "one_category": row.one_category,
        "one_region": row.one_region,
    }


def _changes(desk: Desk, held: Recommendation) -> list[Json]:
    return [
        {
            "change": change.id,
            "number": change.number,
            "language": change.language,
            "text": change.text,
            "proposer": change.proposer,
        }
        for change in desk.reading.ledger.changes(held.id)
        if change.state is ChangeState.PROPOSED
    ]
