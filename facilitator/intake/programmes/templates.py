"""A programme from a template of our own: its panels with their questions and phases."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.domain.programme import Phase, QuestionKind
from facilitator.intake.faults import NotAProgramme, TemplateUnreadable
from facilitator.intake.programmes.event import UNREADABLE, Event, Gathering
from facilitator.language.texts import in_language

TEMPLATE = ".toml"
_PHASES = frozenset(phase.value for phase in Phase)
_STEP = ("", 0)
_ASKED = frozenset(kind.value for kind in QuestionKind)


def read_programme_template(text: str, path: Path, told: Gathering, language: str) -> None:
    """The panels are gathered with their texts in one language, or in English where they have none in it.

    What a template says of anything but its panels is for a new workshop only. Raises TemplateUnreadable, or
    NotAProgramme if it has no panels.
    """
    try:
        whole = in_language(tomllib.loads(text), language)
    except (ValueError, RecursionError) as error:
        raise TemplateUnreadable(name=path.name) from error
    panels = whole.get("panels")
    if not isinstance(panels, list) or not panels:
        raise NotAProgramme(path)
    workshop = whole.get("workshop")
    zone = _zone(workshop.get("timezone") if isinstance(workshop, Mapping) else None, told.zone)
    for panel in panels:
        _gather(panel, told, zone)


def _gather(panel: object, told: Gathering, zone: ZoneInfo) -> None:
    row = told.begin()
    if not isinstance(panel, Mapping):
        told.wrong(row, "starts", UNREADABLE)
        return
    text = {name: str(panel.get(name) or "") for name in ("title", "short", "summary", "room", "number")}
    day = panel.get("day")
    starts, ends, stop = (_moment(day, panel.get(name), zone) for name in ("starts", "ends", "hard_stop"))
    questions = tuple(filter(None, map(_question, _listed(panel.get("questions")))))
    asked = str(panel.get("questions_are"))
    event = Event(
        row,
        text["title"],
        0,
        0,
        text["room"],
        f"panel {text['number'] or row}",
        text["summary"],
        hard_stop=None if stop is None else told.instant(stop),
        short=text["short"],
        questions=questions,
        questions_are=asked if asked in _ASKED else QuestionKind.QUESTIONS.value,
        plan=tuple(step for each in _listed(panel.get("plan")) if (step := _step(each)) is not None),
    )
    told.add(event, starts, ends)


def _moment(day: object, clock: object, zone: ZoneInfo) -> datetime | None:
    try:
        on = day if isinstance(day, date) else date.fromisoformat(str(day))
        at = clock if isinstance(clock, time) else time.fromisoformat(str(clock))
    except ValueError:
        return None
    return datetime.combine(on, at.replace(tzinfo=None), zone)


def _question(told: object) -> str:
    return str(told.get("text") or "") if isinstance(told, Mapping) else ""


def _step(told: Any) -> tuple[str, float] | None:  # noqa: ANN401 - whatever stands in a list of the file
    """Return a phase with its minutes, None for what is none."""
    phase, minutes = told if isinstance(told, list) and len(told) == len(_STEP) else _STEP
    if phase not in _PHASES:
        return None
    there = isinstance(minutes, int | float) and not isinstance(minutes, bool) and 0 < minutes < 24 * 60
    return (str(phase), float(minutes)) if there else None


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _zone(named: object, usual: ZoneInfo) -> ZoneInfo:
    try:
        return ZoneInfo(str(named)) if named else usual
    except (LookupError, ValueError, OSError):
        return usual
