"""What came before, as the desk that reports against it sees it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from facilitator.domain.before import Assessed, Before, BeforeId, Finding, Follows, Used
from facilitator.domain.ledger import working_number
from facilitator.domain.notes import RecommendationId
from facilitator.intake.recommendations import RECOMMENDATIONS
from facilitator.store.reading import Reading

Row = Mapping[str, Any]


def before(reading: Reading) -> tuple[Before, ...]:
    """Return earlier recommendations and conclusions, each with what became of it."""
    return (*_earlier(reading), *_conclusions(reading))


def _earlier(reading: Reading) -> Iterable[Before]:
    rows, places = reading.ledger.rows("earlier"), _panels(reading)
    found = _by("earlier", reading.ledger.rows("assessment"))
    follows = _by("earlier", reading.ledger.rows("follows"))
    numbers = _numbers(reading) if follows else {}
    for row in sorted(rows, key=lambda row: (row["source"], row["number"])):
        assessed = (
            Assessed(Finding(each["kind"]), each["text"], places.get(each["panel"]))
            for each in found.get(row["id"], ())
        )
        used = (
            Used(numbers.get(each["recommendation"], ""), how=Follows(each["kind"]))
            for each in follows.get(row["id"], ())
        )
        yield replace(_of_list(row), found=tuple(assessed), used=tuple(used))


def earlier_of(reading: Reading, id_: RecommendationId) -> tuple[Before, ...]:
    """Return the earlier recommendations one stands to, each with how it does."""
    follows = [row for row in reading.ledger.rows("follows") if row["recommendation"] == id_]
    rows = {row["id"]: row for row in reading.ledger.named("earlier", [each["earlier"] for each in follows])}
    found = ((rows[each["earlier"]], Used(how=Follows(each["kind"]))) for each in follows)
    return tuple(replace(_of_list(row), used=(used,)) for row, used in found)


def conclusions_of(reading: Reading, id_: RecommendationId) -> tuple[Before, ...]:
    """Return the conclusions of consultations that went into a recommendation."""
    inputs = [row["conclusion"] for row in reading.ledger.rows("input") if row["recommendation"] == id_]
    return tuple(map(_concluded, reading.ledger.named("conclusion", inputs)))


def _of_list(row: Row) -> Before:
    return Before(
        BeforeId(row["id"]),
        row["source"],
        row["number"],
        row["text"],
        symbol=row["symbol"],
        paragraph=row["paragraph"],
        detail=(detail := json.loads(row["detail"])),
        by=detail.get(_who(tuple(detail)), ""),
        themes=tuple(json.loads(row["themes"])),
    )


def _concluded(row: Row) -> Before:
    return Before(
        BeforeId(row["id"]),
        row["consultation"],
        row["number"],
        row["text"],
        conclusion=True,
        paragraph=str(row["number"]),
    )


@lru_cache(maxsize=32)
def _who(columns: tuple[str, ...]) -> str:
    """Return the column of a list that tells who recommended, the empty text if none does."""
    return next((name for name in columns if name.casefold() in RECOMMENDATIONS["by"]), "")


def _conclusions(reading: Reading) -> Iterable[Before]:
    rows, places = reading.ledger.rows("conclusion"), _panels(reading)
    inputs = _by("conclusion", reading.ledger.rows("input"))
    numbers = _numbers(reading) if inputs else {}
    for row in sorted(rows, key=lambda row: (row["consultation"], row["number"])):
        used = (
            Used(numbers.get(each["recommendation"], ""), places.get(each["panel"]))
            for each in inputs.get(row["id"], ())
        )
        yield replace(_concluded(row), used=tuple(dict.fromkeys(used)))


def _panels(reading: Reading) -> Mapping[str, int]:
    return {str(panel.id): panel.number for panel in reading.panels()}


def _numbers(reading: Reading) -> Mapping[str, str]:
    return {
        str(held.id): working_number(panel, held)
        for panel in reading.panels()
        for held in reading.recommendations(panel.id)
    }


def _by(name: str, rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found
