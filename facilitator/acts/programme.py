"""Keeping the programme current: a panel corrected or moved, its questions, the rules of one for others."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from facilitator.acts.panels import find_panel, put_before
from facilitator.acts.people import must_be_short, must_show
from facilitator.acts.registry import Instant, Work, act
from facilitator.acts.rules import HIDDEN, set_rule
from facilitator.domain.budget import Budget
from facilitator.domain.floor import Floor
from facilitator.domain.programme import Panel, PanelId, PanelState, Question, QuestionId, QuestionKind
from facilitator.domain.refusals import (
    BadTime,
    NotUnderstood,
    PanelHasNoTime,
    PanelHasSat,
    StillInUse,
    TextTooLong,
    TimeIsOver,
    UnknownReference,
)
from facilitator.domain.rules import RuleKey, rules_from
from facilitator.language.speech import LANGUAGES
from facilitator.store.rows import Values, from_panel, from_question

_TEXTS = ("title", "short", "summary", "room")


@act(
    "secretariat",
    *(UnknownReference, NotUnderstood, TextTooLong, PanelHasNoTime, PanelHasSat, BadTime, TimeIsOver),
)
def edit_panel(
    work: Work,
    panel: PanelId | int,
    title: str | None = None,
    short: str | None = None,
    room: str | None = None,
    starts: Instant | None = None,
    ends: Instant | None = None,
    hard_stop: Instant | None = None,
    summary: str | None = None,
    questions_are: QuestionKind | None = None,
    interpretation: tuple[str, ...] | None = None,
) -> None:
    """The panel is called, placed and timed as told; the beginning of one that has sat stays."""
    before = find_panel(work.reading, panel)
    texts = dict(zip(_TEXTS, (title, short, summary, room), strict=True))
    for field, text in texts.items():
        must_be_short(field, text or "")
    if title is not None:
        must_show("title", title)
    for language in interpretation or ():
        _must_be_language("interpretation", language)
    told: dict[str, Any] = {
        "starts": starts,
        "ends": ends,
        "hard_stop": hard_stop,
        "questions_are": questions_are,
    }
    told |= {name: None if text is None else text.strip() for name, text in texts.items()}
    if interpretation is not None:
        told["interpretation"] = tuple(code for code in LANGUAGES if code in interpretation)
    said = {name: value for name, value in told.items() if value is not None}
    _keep(work, before, replace(before, **said))


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def set_title(work: Work, panel: PanelId | int, language: str, title: str) -> None:
    """The panel is called so in one of the six languages; an empty title is none of its own."""
    before = find_panel(work.reading, panel)
    _must_be_language("language", language)
    must_be_short("title", title)
    titles = {**dict(before.titles), language: title.strip()}
    kept = tuple(sorted((code, text) for code, text in titles.items() if text))
    _keep(work, before, replace(before, titles=kept))


@act("secretariat", UnknownReference, PanelHasSat)
def move_panel(work: Work, panel: PanelId | int, starts: Instant) -> None:
    """The panel starts then and is as long as before; its end and its hard stop move with it."""
    before = find_panel(work.reading, panel)
    by = starts - before.starts
    after = replace(before, starts=starts, ends=before.ends + by, hard_stop=before.hard_stop + by)
    _keep(work, before, after)


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def add_question(work: Work, panel: PanelId | int, text: str, short: str = "") -> str:
    """The panel has one more guiding question or focus area, after those it has."""
    asked = find_panel(work.reading, panel)
    _must_say(text, short)
    new = Question(QuestionId(work.new_id()), len(asked.questions) + 1, text.strip(), short.strip())
    work.insert("question", from_question(new, asked.id))
    work.subject = new.text
    return new.id


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def edit_question(
    work: Work, question: QuestionId, text: str | None = None, short: str | None = None
) -> None:
    """The question reads as told; what is not told stays, and so do the notes that are linked to it."""
    panel, before = _question(work, question)
    told = before.text if text is None else text.strip()
    after = replace(before, text=told, short=before.short if short is None else short.strip())
    _must_say(after.text, after.short)
    work.update("question", before.id, from_question(before, panel.id), from_question(after, panel.id))
    work.subject = after.text


@act("secretariat", UnknownReference)
def move_question(work: Work, question: QuestionId, before: QuestionId | None = None) -> None:
    """The question stands before another of its panel, or last; the numbers follow."""
    panel, moved = _question(work, question)
    every = {each.id: each for each in panel.questions}
    _number(work, panel, put_before(every, question, before, "question"))
    work.subject = moved.text


@act("secretariat", UnknownReference, StillInUse)
def remove_question(work: Work, question: QuestionId) -> None:
    """The question is no more and those after it move up; refused while a note or recommendation is on it."""
    panel, gone = _question(work, question)
    noted = {note.question for note in work.reading.notes(panel.id)}
    recommended = {each.question for each in work.reading.recommendations(panel.id)}
    if question in noted | recommended:
        raise StillInUse(name=gone.brief)
    work.delete("question", from_question(gone, panel.id))
    _number(work, panel, [each for each in panel.questions if each.id != question])
    work.subject = gone.text


@act("secretariat", UnknownReference, NotUnderstood, PanelHasSat)
def copy_rules(work: Work, panel: PanelId | int, to: tuple[PanelId, ...]) -> None:
    """The other panels have the rules, plan, limits and budgets of this one; refused for one that has sat."""
    source = find_panel(work.reading, panel)
    others = [each for each in dict.fromkeys(to) if each != source.id]
    if not others:
        raise NotUnderstood(field="to")
    give_rules(work, work.floor(source.id), work.reading.settings(source.id), others)
    work.subject = source.title


def give_rules(work: Work, model: Floor, mine: Mapping[str, Any], to: Sequence[PanelId]) -> None:
    """These panels have the plan, limits and budgets of a floor and just these rules of their own.

    What is hidden anywhere stays hidden. Raises UnknownReference, or PanelHasSat.
    """
    for each in to:
        other = work.reading.panel(each)
        must_not_have_sat(work, other)
        budgets = {key: Budget(budget.granted_ms) for key, budget in model.budgets.items()}
        floor = replace(work.floor(each), plan=model.plan, allotments=model.allotments)
        theirs = work.reading.settings(each)
        hidden = {HIDDEN: [*dict.fromkeys([*theirs.get(HIDDEN, ()), *mine.get(HIDDEN, ())])]}
        rules = rules_from(work.reading.settings(None), {**mine, **hidden})
        work.keep(replace(floor, kinds=model.kinds, budgets=budgets, rules=rules))
        for key, value in theirs.items():
            if key not in mine and key != HIDDEN:
                work.delete("rule", rule_row(each, key, value))
        for key, value in mine.items():
            set_rule(work, RuleKey(key), tuple(value) if isinstance(value, list) else value, each)


def _keep(work: Work, before: Panel, after: Panel) -> None:
    """The panel is as told; raises a refusal for times that cannot be, or that are over."""
    if after.ends <= after.starts:
        raise PanelHasNoTime
    if after.hard_stop <= after.starts:
        raise BadTime(field="hard_stop")
    if after.starts != before.starts:
        must_not_have_sat(work, before)
    sits = work.floor(before.id).state in (PanelState.OPEN, PanelState.SUSPENDED)
    changed = {after.ends} - {before.ends} | {after.hard_stop} - {before.hard_stop}
    if sits and any(instant <= work.now for instant in changed):
        raise TimeIsOver(number=before.number)
    work.update("panel", before.id, from_panel(before), from_panel(after))
    work.subject = after.title


def must_not_have_sat(work: Work, panel: Panel) -> None:
    """Refuse to change what was true of a panel that was opened."""
    if work.floor(panel.id).state is not PanelState.PLANNED:
        raise PanelHasSat(number=panel.number)


def _must_be_language(field: str, code: str) -> None:
    if code not in LANGUAGES:
        raise NotUnderstood(field=field)


def _must_say(text: str, short: str) -> None:
    must_be_short("text", text)
    must_be_short("short", short)
    must_show("text", text)


def _question(work: Work, id_: QuestionId) -> tuple[Panel, Question]:
    """Return a question and its panel; raises UnknownReference."""
    for panel in work.reading.panels():
        for question in panel.questions:
            if question.id == id_:
                return panel, question
    raise UnknownReference(kind="question", id=id_)


def _number(work: Work, panel: Panel, questions: list[Question]) -> None:
    """The questions count from 1 in this order."""
    for number, question in enumerate(questions, 1):
        after = replace(question, number=number)
        work.update(
            "question", question.id, from_question(question, panel.id), from_question(after, panel.id)
        )


def rule_row(panel: PanelId, key: str, value: object) -> Values:
    """Return the row of a rule that a panel has set for itself."""
    return {"id": f"{panel}/{key}", "panel": panel, "key": key, "value": json.dumps(value)}
