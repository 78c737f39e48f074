"""A workshop as a template: its programme, categories and rules, in a text that people read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import tomlkit

from facilitator.acts.output import written_whole
from facilitator.acts.workshops import BACKGROUND, floor_facts
from facilitator.domain.people import Category
from facilitator.domain.programme import Panel, Workshop
from facilitator.domain.rules import KEYS
from facilitator.domain.timing import SECOND
from facilitator.store.reading import Reading

Facts = dict[str, Any]


def save_template(reading: Reading, target: Path) -> None:
    """The target holds what makes a workshop like this one, and no person, note or intervention of it.

    Raises NotWritten.
    """
    text = tomlkit.dumps(template_of(reading))
    with written_whole(target) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def template_of(reading: Reading) -> Facts:
    """Return the template as `new_workshop` reads it, in the workshop's own language."""
    workshop = reading.workshop()
    lists = {
        kind: [_item(row, named) for row in reading.background(kind)] for kind, named in BACKGROUND.items()
    }
    facts: Facts = _without_nothing(
        {
            "version": 1,
            "workshop": _workshop(workshop),
            "rules": {key: told for key, told in reading.settings(None).items() if key in KEYS},
            "short_codes": [{"code": each, "phrase": told} for each, told in reading.short_codes().items()],
            "days": [_day(row) for row in reading.days()],
            "categories": [_category(category) for category in reading.categories()],
            "panels": [_panel(reading, panel, ZoneInfo(workshop.zone)) for panel in reading.panels()],
            **lists,
        }
    )
    return facts


def _workshop(workshop: Workshop) -> Facts:
    return {
        "slug": workshop.slug,
        "title": workshop.title,
        "short_title": workshop.short,
        "aim": workshop.aim,
        "place": workshop.place,
        "timezone": workshop.zone,
        "outcome": workshop.outcome,
    }


def _day(row: Mapping[str, Any]) -> Facts:
    return {"date": date.fromisoformat(row["date"]), "sittings": json.loads(row["sittings"])}


def _category(category: Category) -> Facts:
    return {
        "key": str(category.key),
        "label": category.label,
        "short": category.short,
        "one": category.one,
        "tiny": category.tiny,
        "allotment_s": _seconds(category.allotment_ms),
        "target_share": category.target_share,
        "warning_s": _seconds(category.warning_ms),
        "danger_s": _seconds(category.danger_ms),
    }


def _panel(reading: Reading, panel: Panel, zone: ZoneInfo) -> Facts:
    starts, ends, stop = (
        datetime.fromtimestamp(instant / SECOND, zone)
        for instant in (panel.starts, panel.ends, panel.hard_stop)
    )
    return {
        "number": panel.number,
        "title": panel.title,
        "short": panel.short,
        "summary": panel.summary,
        "room": panel.room,
        "day": starts.date(),
        "starts": starts.time().isoformat(),
        "ends": ends.time().isoformat(),
        "hard_stop": stop.time().isoformat(),
        "titles": [list(pair) for pair in panel.titles],
        "interpretation": list(panel.interpretation),
        "questions_are": panel.questions_are.value,
        **floor_facts(reading, panel.id),
        "questions": [{"text": each.text, "short": each.short} for each in panel.questions],
    }


def _item(row: Mapping[str, Any], named: str) -> Facts:
    """Return an item of a list as it stood in the template it came from, and named as templates name it."""
    item: Facts = json.loads(row["detail"])
    return {"key": row["key"], named: row["label"], **item}


def _seconds(ms: int | None) -> float | None:
    return None if ms is None else ms / SECOND


def _without_nothing(value: Any) -> Any:  # noqa: ANN401 - any data in, the same out
    """Return the data without what is empty, which a template leaves unsaid."""
    if isinstance(value, Mapping):
        kept = {key: _without_nothing(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    return [_without_nothing(item) for item in value] if isinstance(value, (list, tuple)) else value
