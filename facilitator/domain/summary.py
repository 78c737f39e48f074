"""What the summary of a panel says: derived from one look at the workshop, and nothing protected in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.attribution import (
    Attribution,
    Level,
    Voice,
    applied,
    attribute,
    audience,
    body,
    full_name,
)
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import (
    Figures,
    Heard,
    Part,
    PhaseSpan,
    Turn,
    figures,
    heard,
    part_of,
    received,
    turns,
    unheard,
)
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.ledger import ledger
from facilitator.domain.notes import Note, NoteId
from facilitator.domain.people import Category
from facilitator.domain.programme import Panel, PanelState, Question, QuestionId, Workshop
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.requests import Capacity, Request
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was said, and in which part; without a part if nobody had the floor."""

    at: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What was noted; `number` counts through the document. `attribution` None names nobody."""

    number: int
    text: str
    attribution: Attribution | None = None
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under their guiding question, or under none."""

    question: Question | None
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed recommendation and the paragraphs that led to it; `texts` are by language.

    In the languages `older` its text was made of an original that has been changed since.
    """

    number: str
    text: str
    addressees: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    older: frozenset[str] = frozenset()

    def text_in(self, language: str) -> str:
        """Return how it reads in a language, or in its own where nobody put it into that one."""
        return self.texts.get(language, self.text)


@dataclass(frozen=True, slots=True)
class PanelSummary:
    """The content of the document, nothing of which may not be printed.

    `begins` and `ends` are when the panel sat, or will; `now` is when it was looked at. `lowered` paragraphs
    stand below the level asked for, `held_back` recommendations rest on a protected note and are left out.
    """

    workshop: Workshop
    panel: Panel
    state: PanelState
    begins: int
    ends: int
    now: int
    level: Level = Level.BODY
    lowered: int = 0
    held_back: int = 0
    moderators: tuple[str, ...] = ()
    panellists: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    figures: Figures = field(default_factory=Figures)
    sections: tuple[Section, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    categories: tuple[Category, ...] = ()
    heard: tuple[Heard, ...] = ()
    turns: tuple[Turn, ...] = ()
    phases: tuple[PhaseSpan, ...] = ()


def panel_summary(
    view: View, now: int, *, level: Level = Level.BODY, phases: Sequence[PhaseSpan] = ()
) -> PanelSummary:
    """Return the summary of the panel in view as it stands at `now`; raises UnknownReference without one."""
    if view.panel is None or view.floor is None:
        raise UnknownReference(kind="panel", id="")
    floor = view.floor
    level = max(level, view.ceilings.panel)
    notes = _Notes(view, floor, level)
    rows = heard(view, now)
    return PanelSummary(
        workshop=view.workshop,
        panel=view.panel,
        state=floor.state,
        begins=view.panel.starts if floor.opened_at is None else floor.opened_at,
        ends=view.panel.ends if floor.closed_at is None else floor.closed_at,
        now=now,
        level=level,
        lowered=notes.lowered,
        held_back=ledger([view]).held_back,
        moderators=_bodies(view, floor, level, Capacity.CHAIR),
        panellists=_bodies(view, floor, level, Capacity.PANELLIST),
        received=_asking(view, received(floor), level),
        unheard=_asking(view, unheard(floor), level),
        figures=figures(view, floor, rows, now),
        sections=notes.sections,
        proposals=tuple(_proposals(view, level, notes)),
        categories=view.categories,
        heard=rows,
        turns=tuple(turns(floor, now)),
        phases=tuple(phases),
    )


def _bodies(view: View, floor: Floor, level: Level, capacity: Capacity) -> tuple[str, ...]:
    """Bodies that spoke in a capacity, in their order: the programme names them, so only A4 hides them."""
    if not level.names_anyone:
        return ()
    name = full_name if level is Level.NAME else body
    spoke = sorted((i for i in floor.interventions if i.capacity is capacity), key=lambda i: i.clock.began)
    names = (name(Voice(view.people[i.participant], i.on_behalf_of)) for i in spoke)
    return tuple(dict.fromkeys(filter(None, names)))


def _asking(view: View, requests: Sequence[Request], level: Level) -> tuple[str, ...]:
    """Return bodies that asked for the floor and did not have it; below A1 they are not named."""
    if level not in (Level.NAME, Level.BODY):
        return ()
    name = full_name if level is Level.NAME else body
    told = (r for r in requests if view.ceilings.of(r.participant) <= level)
    names = (name(Voice(view.people[r.participant], r.on_behalf_of)) for r in told)
    return tuple(dict.fromkeys(filter(None, names)))


def _proposals(view: View, level: Level, notes: _Notes) -> Iterator[Proposal]:
    if level is Level.SUPPRESSED:
        return
    for row in ledger([view]).rows:
        paragraphs = notes.numbers(() if row.held is None else row.held.notes)
        older = frozenset(filter(row.behind, row.texts))
        yield Proposal(row.number, row.text, row.addressees, paragraphs, row.texts, older)


@dataclass(frozen=True, slots=True)
class _Said:
    """A note with the voice it records and the moment that voice had the floor."""

    note: Note
    moment: Moment
    voice: Voice | None


class _Notes:
    """The notes of a panel as numbered paragraphs at one level of attribution."""

    def __init__(self, view: View, floor: Floor, level: Level) -> None:
        self._level = level
        self._audience = audience(floor.interventions, view.people)
        self._numbers: dict[NoteId, int] = {}
        self._last = 0
        self.lowered = 0
        said = _by_question(view, floor)
        self.sections: tuple[Section, ...] = ()
        if level is not Level.SUPPRESSED and view.panel is not None:
            asked = [self._section(q, said.pop(q.id, [])) for q in view.panel.questions]
            others = sorted((s for rest in said.values() for s in rest), key=_order)
            self.sections = (*asked, *([self._section(None, others)] if others else []))

    def numbers(self, notes: Sequence[NoteId]) -> tuple[int, ...]:
        """Return the paragraphs that hold these notes; protected ones are in none."""
        return tuple(sorted({self._numbers[id_] for id_ in notes if id_ in self._numbers}))

    def _section(self, question: Question | None, said: Sequence[_Said]) -> Section:
        same: dict[str, list[_Said]] = {}
        for one in said:  # the same words from several voices are one paragraph
            same.setdefault(" ".join(one.note.text.split()), []).append(one)
        return Section(question, tuple(self._paragraph(text, group) for text, group in same.items()))

    def _paragraph(self, text: str, group: Sequence[_Said]) -> Paragraph:
        self._last += 1
        self._numbers.update((one.note.id, self._last) for one in group)
        voices = [one.voice for one in group if one.voice is not None]
        level = applied(self._level, voices, self._audience)
        self.lowered += level is not self._level
        moments = tuple(dict.fromkeys(one.moment for one in group)) if level.tells_the_moment else ()
        return Paragraph(self._last, text, attribute(level, voices, self._audience), moments)


def _by_question(view: View, floor: Floor) -> dict[QuestionId | None, list[_Said]]:
    """What may leave the team, in the order in which it was said, under its question."""
    interventions = {intervention.id: intervention for intervention in floor.interventions}
    result: dict[QuestionId | None, list[_Said]] = {}
    for said in sorted(_said(view, interventions), key=_order):
        result.setdefault(said.note.question, []).append(said)
    return result


def _said(view: View, interventions: Mapping[InterventionId, Intervention]) -> Iterator[_Said]:
    for note in view.notes:
        if not note.kind.leaves_the_team or not note.text.strip():
            continue
        intervention = None if note.intervention is None else interventions.get(note.intervention)
        if intervention is not None:
            who = view.people.get(intervention.participant)
            ceiling = view.ceilings.of(intervention.participant, note.id)
            voice = None if who is None else Voice(who, intervention.on_behalf_of, ceiling)
            yield _Said(note, Moment(intervention.clock.began, part_of(intervention)), voice)
        else:
            who = None if note.participant is None else view.people.get(note.participant)
            ceiling = view.ceilings.of(note.participant, note.id)
            yield _Said(note, Moment(note.at), None if who is None else Voice(who, ceiling=ceiling))


def _order(said: _Said) -> tuple[int, int, NoteId]:
    return said.moment.at, said.note.at, said.note.id
