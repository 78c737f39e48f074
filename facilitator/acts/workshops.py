"""A new workshop: empty, or from a template that a person can read."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.acts.panels import put_panel
from facilitator.acts.registry import ms
from facilitator.acts.rules import set_rule
from facilitator.acts.short_codes import put_short_codes
from facilitator.domain.budget import Budget
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
from facilitator.domain.requests import Kind
from facilitator.domain.rules import RuleKey
from facilitator.domain.timing import DAY, MINUTE, SECOND
from facilitator.intake.faults import TemplateUnreadable
from facilitator.intake.programmes.templates import TEMPLATE
from facilitator.language.places import resource
from facilitator.language.speech import LANGUAGES
from facilitator.language.texts import in_language
from facilitator.store.floor_rows import from_allotments, from_budgets, from_plan
from facilitator.store.journal import BIRTH
from facilitator.store.keys import FileKey
from facilitator.store.reading import Reading
from facilitator.store.rows import from_category
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry, WorkshopFile, create_workshop

Template = Mapping[str, Any]
_DEFAULT_ZONE = "Europe/Zurich"
_LARGEST = 4_000_000  # bytes: a template is a text that people read


class UnknownTemplate(Explained):
    """There is no template `name`; `known` lists those there are."""


class TemplateWrong(Explained):
    """Something in the template `name` is not as it must be; `what` says where."""


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
    begins: date | None = None,
) -> None:
    """The file is a workshop in one language, from the template or empty; raises a fault or Explained.

    A template is one that comes with the program, by its name, or a file that ends in `.toml`. Where `begins`
    is said, the first day is that one, and all others as far from it as in the template.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language=language, known=", ".join(LANGUAGES))
    text = {} if template is None else read_template(template, language)
    named = title if title or text else path.stem
    with _said_as_of(template):
        moved = text if begins is None else _moved(text, begins)

    def fill(file: WorkshopFile) -> None:
        put_template(file, moved, name=template, language=language, title=named, at=at)
        from facilitator.exchange.keys import make_founders_keys  # noqa: PLC0415 - what encrypts loads slowly

        file.look(lambda connection: make_founders_keys(connection, file.replica))

    create_workshop(path, replica_name="console", at=at, fill=fill, key=key)


def put_template(
    file: WorkshopFile, template: Template, *, name: str | None, language: str, title: str, at: int
) -> None:
    """A file in which nothing is yet is what the template `name` says; raises TemplateWrong."""
    with _said_as_of(name):
        file.write(Entry(BIRTH, "secretariat", {"language": language}, at), _body(template, language, title))


@contextmanager
def _said_as_of(name: str | None) -> Iterator[None]:
    """What is not as it must be is told of the template."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise TemplateWrong(name=name, what=_where(error)) from error


def read_template(name: str, language: str) -> Template:
    """Return a template in one language, which is English where it has no text in that one."""
    if name.lower().endswith(TEMPLATE):
        return _own_template(Path(name), language)
    known = sorted(file.stem for file in resource("templates").glob("*.toml"))
    if name not in known:
        raise UnknownTemplate(name=name, known=", ".join(known))
    read: Template = in_language(
        tomllib.loads(resource("templates", f"{name}.toml").read_text(encoding="utf-8")), language
    )
    return read


def _own_template(path: Path, language: str) -> Template:
    """Return the template that somebody's file is; raises TemplateUnreadable."""
    try:
        if path.stat().st_size > _LARGEST:
            raise TemplateUnreadable(name=path.name)
        read: Template = in_language(tomllib.loads(path.read_text(encoding="utf-8")), language)
    except (OSError, ValueError, RecursionError) as error:  # not TOML, not Unicode, or nested without end
        raise TemplateUnreadable(name=path.name) from error
    return read


def _moved(template: Template, begins: date) -> Template:
    """Return the template with its days and panels moved, so that the earliest of them is on this day."""
    days, panels = template.get("days", ()), template.get("panels", ())
    first = min((*(day["date"] for day in days), *(panel["day"] for panel in panels)), default=begins)
    return {
        **template,
        "days": [{**day, "date": begins + (day["date"] - first)} for day in days],
        "panels": [{**panel, "day": begins + (panel["day"] - first)} for panel in panels],
    }


def _where(error: Exception) -> str:
    return str(error.args[0]) if isinstance(error, KeyError) else str(error)


def local_instant(day: date, clock: str, zone: ZoneInfo) -> int:
    """Return the UTC milliseconds of a clock time on a day in a zone."""
    return round(datetime.combine(day, time.fromisoformat(clock), zone).timestamp() * SECOND)


def _body(template: Template, language: str, title: str) -> Callable[[Work], None]:
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
            _put_floor(work, planned.id, panel)
            for rule, value in panel.get("rules", {}).items():
                set_rule(work, RuleKey(rule), value, planned.id)
        for rule, value in template.get("rules", {}).items():
            set_rule(work, RuleKey(rule), value)
        put_short_codes(work, template.get("short_codes", ()))
        for kind, label in BACKGROUND.items():
            _put_background(work, kind, template.get(kind, ()), label)
        work.subject = title or template.get("workshop", {}).get("title", "")

    return body


def _put_floor(work: Work, panel: PanelId, facts: Template) -> None:
    """The panel has its phases with their minutes, and times of its own for categories."""
    floor = floor_of(panel, facts)
    work.insert_all("planned_phase", list(from_plan(floor).values()))
    work.insert_all("allotment", list(from_allotments(floor).values()))
    work.insert_all("budget", list(from_budgets(floor).values()))


def floor_of(panel: PanelId, facts: Template) -> Floor:
    """Return a floor that has the plan, limits and budgets of a template."""
    plan = tuple(
        PlannedPhase(Phase(phase), round(minutes * MINUTE)) for phase, minutes in facts.get("plan", ())
    )
    own = {CategoryKey(key): ms(seconds) for key, seconds in facts.get("allotments", {}).items()}
    kinds = {Kind(kind): ms(seconds) for kind, seconds in facts.get("kinds", {}).items()}
    granted = {CategoryKey(key): Budget(ms(seconds)) for key, seconds in facts.get("budgets", {}).items()}
    return Floor(panel, plan=plan, allotments=own, kinds=kinds, budgets=granted)


def floor_facts(reading: Reading, panel: PanelId) -> Template:
    """Return the plan, limits, budgets and own rules of a panel as a template tells them."""
    floor = reading.floor(panel)
    budgets = {str(key): budget.granted_ms / SECOND for key, budget in floor.budgets.items()}
    return {
        "plan": [[step.phase.value, step.ms / MINUTE] for step in floor.plan],
        "allotments": {str(key): ms / SECOND for key, ms in floor.allotments.items()},
        "kinds": {kind.value: ms / SECOND for kind, ms in floor.kinds.items()},
        "budgets": budgets,
        "rules": dict(reading.settings(panel)),
    }


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
        ms(facts["warning_s"]) if "warning_s" in facts else None,
        ms(facts["danger_s"]) if "danger_s" in facts else None,
    )


def _panel(work: Work, facts: Template, zone: ZoneInfo) -> Panel:
    starts = local_instant(facts["day"], facts["starts"], zone)
    ends, stop = (
        _after(starts, local_instant(facts["day"], facts[key], zone)) for key in ("ends", "hard_stop")
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
        room=facts.get("room", ""),
        titles=tuple(sorted((str(code), str(title)) for code, title in facts.get("titles", ()))),
        interpretation=tuple(str(code) for code in facts.get("interpretation", ())),
    )


def _after(starts: int, instant: int) -> int:
    """Return the instant, or the one a day later for a panel that sits beyond midnight."""
    return instant if instant > starts else instant + DAY


BACKGROUND = {
    "objectives": "text",
    "groups": "label",
    "addressees": "label",
    "earlier_workshops": "theme",
    "consultations": "place",
    "resolutions": "symbol",
    "attention": "text",
    "profiles": "name",
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
