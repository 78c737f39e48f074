"""A new workshop: empty, or from a template that a person can read."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.acts.panels import put_panel
from facilitator.acts.registry import ms
from facilitator.domain.floor import Floor
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import (
    Panel,
    PanelId,
    Phase,
    PlannedPhase,
    Question,
    QuestionId,
    QuestionKind,
)
from facilitator.domain.refusals import Explained
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.language.places import resource
from facilitator.language.speech import LANGUAGES
from facilitator.store.floor_rows import from_plan
from facilitator.store.journal import BIRTH
from facilitator.store.keys import FileKey
from facilitator.store.rows import from_category
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry, WorkshopFile, create_workshop

Template = Mapping[str, Any]
_DEFAULT_ZONE = "Europe/Zurich"


class UnknownTemplate(Explained):
    """There is no template `name`; `known` lists those there are."""


class UnknownLanguage(Explained):
    """There is no language `language`; `known` lists those there are."""


def new_workshop(
    path: Path,
    *,
    language: str,
    at: int,
    template: str | None = None,
    title: str = "",
    key: FileKey | None = None,
) -> None:
    """The file is a workshop in one language, from the template or empty; raises a fault or Explained."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language=language, known=", ".join(LANGUAGES))
    text = {} if template is None else read_template(template, language)
    named = title if title or text else path.stem
    create_workshop(path, replica_name="console", at=at, fill=_filling(text, language, named, at), key=key)


def read_template(name: str, language: str) -> Template:
    """Return a template in one language, which is English where it has no text in that one."""
    known = sorted(file.stem for file in resource("templates").glob("*.toml"))
    if name not in known:
        raise UnknownTemplate(name=name, known=", ".join(known))
    read: Template = in_language(
        tomllib.loads(resource("templates", f"{name}.toml").read_text(encoding="utf-8")), language
    )
    return read


def in_language(value: Any, language: str) -> Any:  # noqa: ANN401 - any TOML in, the same with one text each out
    """Return a data file's content with each pair of texts reduced to the one in this language."""
    if isinstance(value, dict):
        if value.keys() <= set(LANGUAGES) and value:
            return value.get(language, value.get("en", ""))
        return {key: in_language(item, language) for key, item in value.items()}
    return [in_language(item, language) for item in value] if isinstance(value, list) else value


def local_instant(day: date, clock: str, zone: ZoneInfo) -> int:
    """Return the UTC milliseconds of a clock time on a day in a zone."""
    return round(datetime.combine(day, time.fromisoformat(clock), zone).timestamp() * SECOND)


def _filling(template: Template, language: str, title: str, at: int) -> Callable[[WorkshopFile], None]:
    def body(work: Work) -> None:
        _put_workshop(work, template.get("workshop", {}), language, title)
        zone = ZoneInfo(template.get("workshop", {}).get("timezone", _DEFAULT_ZONE))
        for number, day in enumerate(template.get("days", ()), 1):
            row = {"id": work.new_id(), "number": number, "date": day["date"].isoformat()}
            work.insert("day", {**row, "sittings": json.dumps(day["sittings"])})
        for number, category in enumerate(template.get("categories", ()), 1):
            work.insert("category", from_category(_category(category, number)))
        for panel in template.get("panels", ()):
            planned = _panel(work, panel, zone)
            put_panel(work, planned)
            _put_plan(work, planned.id, panel.get("plan", ()))
        for kind, label in _BACKGROUND.items():
            _put_background(work, kind, template.get(kind, ()), label)
        work.subject = title or template.get("workshop", {}).get("title", "")

    return lambda file: _write(file, Entry(BIRTH, "secretariat", {"language": language}, at), body)


def _write(file: WorkshopFile, entry: Entry, body: Callable[[Work], None]) -> None:
    file.write(entry, body)


def _put_plan(work: Work, panel: PanelId, phases: Sequence[Sequence[Any]]) -> None:
    plan = tuple(PlannedPhase(Phase(phase), round(minutes * MINUTE)) for phase, minutes in phases)
    work.insert_all("planned_phase", list(from_plan(Floor(panel, plan=plan)).values()))


def _put_workshop(work: Work, facts: Template, language: str, title: str) -> None:
    row = {
        "id": "workshop",
        "title": title or facts.get("title", ""),
        "short": "" if title else facts.get("report_title", facts.get("short_title", "")),
        "slug": facts.get("slug", "workshop"),
        "language": language,
        "zone": facts.get("timezone", _DEFAULT_ZONE),
        "aim": facts.get("aim", ""),
        "place": facts.get("place", ""),
        "outcome": facts.get("outcome", ""),
        "notice": "",
    }
    work.insert("workshop", row)


def _category(facts: Template, number: int) -> Category:
    return Category(
        CategoryKey(facts["key"]),
        facts["label"],
        number,
        facts.get("short", ""),
        ms(facts["allotment_s"]) if "allotment_s" in facts else None,
        facts.get("target_share"),
        facts.get("one", ""),
        facts.get("tiny", ""),
    )


def _panel(work: Work, facts: Template, zone: ZoneInfo) -> Panel:
    starts, ends, stop = (
        local_instant(facts["day"], facts[key], zone) for key in ("starts", "ends", "hard_stop")
    )
    questions = tuple(
        Question(QuestionId(work.new_id()), number, question["text"], question.get("short", ""))
        for number, question in enumerate(facts.get("questions", ()), 1)
    )
    return Panel(
        PanelId(work.new_id()),
        facts["number"],
        facts["title"],
        starts,
        ends,
        stop,
        facts.get("short", ""),
        facts.get("summary", ""),
        QuestionKind(facts["questions_are"]),
        questions,
    )


_BACKGROUND = {
    "objectives": "text",
    "groups": "label",
    "addressees": "label",
    "earlier_workshops": "theme",
    "consultations": "place",
    "resolutions": "symbol",
    "attention": "text",
}
"""The lists a template carries besides panels and categories, and the field that names their items."""


def _put_background(work: Work, kind: str, items: list[Template], label: str) -> None:
    rows = [
        {
            "id": f"{kind}/{number}",
            "kind": kind,
            "number": number,
            "key": str(item.get("key", number)),
            "label": item[label],
            "detail": json.dumps(item, ensure_ascii=False, default=str),
        }
        for number, item in enumerate(items, 1)
    ]
    work.insert_all("background", rows)
