"""What a workshop recommended, carried to the next one: there panel 1 reports against each of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.report import final_numbers, views_of
from facilitator.acts.report_texts import report_symbol
from facilitator.domain.ledger import Recommended, ledger
from facilitator.domain.notes import RecommendationId
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry

_LISTS = ("addressees", "themes", "persons", "groups", "goals")


def carry_over(before: Desk, after: Desk) -> int:
    """What stands of one workshop is an earlier recommendation of the other; returns how many came.

    Each has the symbol of the report and its paragraph, or its working number as long as it has none. What
    was earlier there already comes too, with what was found of it. What stays with the team stays there, and
    what was carried already is not carried again.
    """
    rows = [*_rows(before.reading, before.now()), *_older(before.reading)]
    known = {_key(row) for row in after.reading.ledger.rows("earlier")}
    fresh = [row for row in rows if _key(row) not in known]

    def body(work: Work) -> None:
        work.insert_all("earlier", fresh)
        work.subject = before.reading.workshop().brief

    if fresh:
        after.file.write(Entry("carry_over", "secretariat", {"source": before.path.name}, after.now()), body)
        after.changed()
    return len(fresh)


def _rows(reading: Reading, now: int) -> list[dict[str, Any]]:
    told, symbol = ledger(views_of(reading)).rows, report_symbol(reading)
    final, source = final_numbers(reading, told, now), reading.workshop().brief
    return [_row(row, source, symbol, final, place) for place, row in enumerate(told, 1)]


def _older(reading: Reading) -> list[dict[str, Any]]:
    """Return what was recommended before the one workshop, each with progress, gap and lesson of it."""
    found: dict[str, dict[str, list[str]]] = {}
    for each in reading.ledger.rows("assessment"):
        found.setdefault(each["earlier"], {}).setdefault(each["kind"], []).append(each["text"])
    return [
        {
            **{name: value for name, value in row.items() if name != "owner"},
            "id": new_id(),
            "detail": json.dumps(
                json.loads(row["detail"])
                | {kind: "\n".join(texts) for kind, texts in found.get(row["id"], {}).items()},
                ensure_ascii=False,
            ),
        }
        for row in reading.ledger.rows("earlier")
    ]


def _row(
    row: Recommended, source: str, symbol: str, final: Mapping[RecommendationId, int], place: int
) -> dict[str, Any]:
    held = row.held
    lists = {name: () if held is None else getattr(held, name) for name in _LISTS}
    return {
        "id": new_id(),
        "source": source,
        "number": place,
        "symbol": symbol,
        "paragraph": str(final.get(row.id, row.number)),
        "text": row.text if held is None else held.text,
        "language": "" if held is None else held.original,
        **{name: json.dumps(codes, ensure_ascii=False) for name, codes in lists.items()},
        "detail": json.dumps(_detail(row), ensure_ascii=False),
    }


def _detail(row: Recommended) -> Mapping[str, str]:
    """Return what else is worth knowing in the next workshop, by name."""
    held = row.held
    if held is None:
        return {}
    texts = {f"text_{code}": worded.text for code, worded in sorted(held.worded.items())}
    return {"number": row.number, "status": held.status.value, "panel": row.panel.title, **texts}


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["source"], row["symbol"], row["paragraph"], row["text"]
