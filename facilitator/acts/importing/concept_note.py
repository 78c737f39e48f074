"""What a concept note tells: panels with their questions, categories, and the lists of the background."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Changes, Kind, Order, Report, Unit, report_of
from facilitator.acts.importing.origins import same_source
from facilitator.acts.importing.planning import Planning
from facilitator.acts.importing.subjects import met_panels
from facilitator.acts.importing.writing import language_of, write
from facilitator.domain.folding import folded
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Decision
from facilitator.domain.timing import MINUTE
from facilitator.intake.faults import NotAProgramme
from facilitator.intake.legend import Legend
from facilitator.intake.programmes.concept_note import ConceptNote, NotedPanel, read_concept_note
from facilitator.intake.programmes.event import Event
from facilitator.language.problems import PROBLEMS
from facilitator.language.speech import Language
from facilitator.store.reading import Reading
from facilitator.store.rows import from_category
from facilitator.store.work import Work

_MORNING, _AFTERNOON, _SITTING_MS = time(10), time(15), 180 * MINUTE


def import_concept_note(desk: Desk, order: Order, text: str) -> Report:
    """A note's panels are planned on its days, its categories and lists are there; a dry run only reports.

    What in it a person has to decide is kept with the workshop, and among the defects until it is decided.
    A panel that the programme has already, worded otherwise, stays as it is. Raises NotAProgramme for a text
    without panels.
    """
    note = read_concept_note(text)
    if not note.panels:
        raise NotAProgramme(order.source)
    language = language_of(desk)
    origin = same_source(desk.reading, Kind.PROGRAMME, order.source.name, (), Legend(), desk.now())
    events = _events(note, language, desk.now())
    planning = Planning(desk.reading, origin, events, met_panels(desk.reading.panels(), events))
    background = _Background(desk.reading, note, language)

    def body(work: Work) -> None:
        origin.write(work)
        planning.write(work)
        background.write(work)

    if (planning.size or background.size) and not order.dry_run:
        write(desk, order, "import_concept_note", {}, body)
    done = planning.done + background.done
    new = (*planning.changes.new, *background.new)
    changes = Changes(new, planning.changes.changed, planning.changes.gone)
    read, defects = len(note.panels) + background.read, (*background.open, *planning.defects)
    return replace(report_of(read, done, defects, changes), unit=Unit.LINE)


def _events(note: ConceptNote, language: Language, now: int) -> list[Event]:
    """Return the panels on the note's days: of each day's, half share the morning and half the afternoon."""
    zone = ZoneInfo(language.zone)
    coming = (datetime.fromtimestamp(now / 1000, UTC).astimezone(zone) + timedelta(days=1)).date()
    days = note.days or [coming]
    each, more = divmod(len(note.panels), len(days))
    events, at = [], 0
    for place, day in enumerate(days):
        todays = note.panels[at : at + each + (place < more)]
        at += len(todays)
        half = (len(todays) + 1) // 2
        events += _sitting(todays[:half], day, _MORNING, zone) + _sitting(
            todays[half:], day, _AFTERNOON, zone
        )
    return events


def _sitting(panels: Sequence[NotedPanel], day: date, opens: time, zone: ZoneInfo) -> list[Event]:
    begins = round(datetime.combine(day, opens, zone).timestamp() * 1000)
    return [
        Event(
            panel.row,
            panel.title,
            begins + _SITTING_MS * place // len(panels),
            begins + _SITTING_MS * (place + 1) // len(panels),
            uid=f"panel/{panel.number}",
            summary=panel.summary,
            questions=panel.questions or panel.focus,
            questions_are="questions" if panel.questions or not panel.focus else "focus_areas",
        )
        for place, panel in enumerate(panels)
    ]


class _Background:
    """Categories and lists of the note that the workshop does not have yet."""

    def __init__(self, reading: Reading, note: ConceptNote, language: Language) -> None:
        self._reading, self._note = reading, note
        self.done: Counter[str] = Counter()
        self.new: list[str] = []
        there = {folded(name) for c in reading.categories() for name in (c.key, c.label)}
        side = 1 if language.code == "ar" else 2
        self._categories = [
            Category(CategoryKey(kind[0]), kind[side], len(reading.categories()) + number)
            for number, kind in enumerate(note.categories, 1)
            if not {folded(kind[0]), folded(kind[side])} & there
        ]
        decide = [language.say(PROBLEMS[d.problem], field=d.field) for d in note.defects]
        left = {folded(each.text) for each in reading.anomalies() if each.decision is not Decision.OPEN}
        self.open = [d for d, text in zip(note.defects, decide, strict=True) if folded(text) not in left]
        self._lists = {
            "objectives": [(str(n), text) for n, text in enumerate(note.objectives, 1)],
            "groups": [(kind[0], kind[side]) for kind in note.groups],
            "resolutions": note.resolutions and [(symbol, symbol) for symbol, _ in note.resolutions],
            "earlier_workshops": [(year, theme) for theme, year in note.earlier],
            "attention": [(str(n), text) for n, text in enumerate(decide, 1)],
        }
        told = {kind: items for kind, items in self._lists.items() if kind != "attention"}
        self._rows = [row for kind, items in self._lists.items() for row in self._missing(kind, items)]
        self.read = len(note.categories) + sum(map(len, told.values()))
        self.done["added"] = len(self._categories) + sum(row["kind"] in told for row in self._rows)
        self.done["unchanged"] = self.read - self.done["added"]
        self.new = [category.label for category in self._categories]
        self._workshop = reading.workshop()

    @property
    def size(self) -> int:
        return len(self._categories) + len(self._rows)

    def write(self, work: Work) -> None:
        work.insert_all("category", [from_category(category) for category in self._categories])
        work.insert_all("background", self._rows)
        before = {"aim": self._workshop.aim, "place": self._workshop.place}
        told = {"aim": self._note.aim, "place": self._note.place}
        work.update("workshop", "workshop", before, {name: before[name] or told[name] for name in before})

    def _missing(self, kind: str, items: Sequence[tuple[str, str]]) -> list[dict[str, object]]:
        known = self._reading.background(kind)
        labels = {folded(row["label"]) for row in known}
        fresh = [(key, label) for key, label in items if folded(label) not in labels]
        return [
            {
                "id": f"{kind}/{len(known) + number}",
                "kind": kind,
                "number": len(known) + number,
                "key": key,
                "label": label,
                "detail": json.dumps({"label": label, "text": label}, ensure_ascii=False),
            }
            for number, (key, label) in enumerate(fresh, 1)
        ]
