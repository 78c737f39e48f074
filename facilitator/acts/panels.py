"""The panels: planned, opened, taken through their phases, closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Instant, Minutes, Work, act
from facilitator.domain import choreography, inscription
from facilitator.domain.floor import Floor
from facilitator.domain.programme import (
    Panel,
    PanelId,
    PanelState,
    Phase,
    PlannedPhase,
    Question,
    QuestionId,
)
from facilitator.domain.refusals import (
    BadTime,
    NoPanelOpen,
    PanelAlreadyOpen,
    PanelHasNoTime,
    PanelNotOpen,
    TextTooLong,
    UnknownReference,
)
from facilitator.domain.timing import MINUTE
from facilitator.store.reading import Reading
from facilitator.store.rows import from_panel, from_question

_SITS = (PanelState.OPEN, PanelState.SUSPENDED)


Id = TypeVar("Id", bound=str)
OneOfMany = TypeVar("OneOfMany")


def put_before(every: Mapping[Id, OneOfMany], moved: Id, before: Id | None, kind: str) -> list[OneOfMany]:
    """Return what there is by ids with one of it before another, or last; raises UnknownReference."""
    if before == moved:
        return list(every.values())
    if before is not None and before not in every:
        raise UnknownReference(kind=kind, id=before)
    others = [id_ for id_ in every if id_ != moved]
    others.insert(len(others) if before is None else others.index(before), moved)
    return [every[id_] for id_ in others]


def panel_that_sits(reading: Reading) -> PanelId | None:
    """Return the panel that is open or in a break, of which there is one at most."""
    return next((id_ for id_, state in reading.states().items() if state in _SITS), None)


def panel_looked_at(reading: Reading) -> Panel | None:
    """Return the panel that sits, else the next one planned, else the last."""
    sits = panel_that_sits(reading)
    if sits is not None:
        return reading.panel(sits)
    in_order, states = reading.panels(), reading.states()
    planned = [panel for panel in in_order if states[panel.id] is PanelState.PLANNED]
    return next(iter(planned), in_order[-1] if in_order else None)


def sitting(work: Work) -> Floor:
    """Return the floor of the panel that sits; raises NoPanelOpen."""
    panel = panel_that_sits(work.reading)
    if panel is None:
        raise NoPanelOpen
    return work.floor(panel)


def panel_or_sitting(work: Work, panel: PanelId | int | None) -> Floor:
    """Return the floor of a panel, or of the one that sits if none is named."""
    return sitting(work) if panel is None else work.floor(find_panel(work.reading, panel).id)


def panel_at_hand(work: Work, panel: PanelId | int | None) -> Panel:
    """Return a panel, or if none is named the one that sits, else the last to be closed; or NoPanelOpen."""
    if panel is not None:
        return find_panel(work.reading, panel)
    sits = panel_that_sits(work.reading)
    if sits is not None:
        return work.reading.panel(sits)
    closed = [p for p in work.reading.panels() if work.reading.states()[p.id] is PanelState.CLOSED]
    if not closed:
        raise NoPanelOpen
    return max(closed, key=lambda p: work.floor(p.id).closed_at or 0)


def find_panel(reading: Reading, panel: PanelId | int) -> Panel:
    """Return a panel by its id, or by its place in the programme counted from 1."""
    if not isinstance(panel, int):
        return reading.panel(panel)
    panels = reading.panels()
    if not 1 <= panel <= len(panels):
        raise UnknownReference(kind="panel", id=panel)
    return panels[panel - 1]


@act("secretariat", PanelHasNoTime, BadTime, TextTooLong)
def add_panel(
    work: Work,
    title: str,
    starts: Instant,
    ends: Instant,
    hard_stop: Instant | None = None,
    questions: tuple[str, ...] = (),
) -> str:
    """A panel is in the programme; without a hard stop interpretation ends with it."""
    must_be_short("title", title)
    if ends <= starts:
        raise PanelHasNoTime
    stop = ends if hard_stop is None else hard_stop
    if stop <= starts:
        raise BadTime(field="hard_stop")
    asked = tuple(Question(QuestionId(work.new_id()), n, text) for n, text in enumerate(questions, 1))
    number = len(work.reading.panels()) + 1
    put_panel(work, Panel(PanelId(work.new_id()), number, title, starts, ends, stop, questions=asked))
    work.subject = title
    return work.changes[0].id


def put_panel(work: Work, panel: Panel) -> None:
    """The panel and its questions are in the tables."""
    work.insert("panel", from_panel(panel))
    work.insert_all("question", [from_question(question, panel.id) for question in panel.questions])


@act("floor", PanelAlreadyOpen, UnknownReference)
def open_panel(work: Work, panel: PanelId | int) -> None:
    """The panel sits, for the first time or again."""
    opened = find_panel(work.reading, panel)
    sits = panel_that_sits(work.reading)
    if sits not in (None, opened.id) or work.floor(opened.id).state is PanelState.OPEN:
        raise PanelAlreadyOpen(number=work.reading.panel(sits or opened.id).number)
    timed = inscription.list_timed(work.floor(opened.id), work.now)
    work.keep(choreography.opened(timed, work.now))
    work.subject = opened.title


@act("floor", NoPanelOpen, PanelNotOpen)
def enter_phase(work: Work, phase: Phase) -> None:
    """The panel is in this phase: in the next one of its plan that is called so, or else the first."""
    work.keep(choreography.entered(sitting(work), phase, work.now))
    work.subject = phase.value


@act("floor", BadTime, UnknownReference)
def set_plan(work: Work, panel: PanelId | int, phases: tuple[tuple[Phase, Minutes], ...]) -> None:
    """The panel's plan is these phases, each with its minutes; an empty list is no plan."""
    found = find_panel(work.reading, panel)
    plan = [PlannedPhase(phase, round(minutes * MINUTE)) for phase, minutes in phases]
    work.keep(choreography.planned(work.floor(found.id), plan))
    work.subject = found.title


@act("floor", NoPanelOpen, PanelNotOpen, BadTime)
def suspend_panel(work: Work, until: Instant | None = None) -> None:
    """The panel takes a break; the clock of whoever speaks stands still."""
    work.keep(choreography.suspended(sitting(work), work.now, until))


@act("floor", NoPanelOpen)
def close_panel(work: Work) -> None:
    """The panel is over; an intervention under way ends, those who wait stay unheard."""
    floor = sitting(work)
    work.keep(choreography.closed(floor, work.now))
    work.subject = work.reading.panel(floor.panel).title
