"""What was said and when, as interventions of a panel or of one panel for each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.floor import ANYONE, Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelId, PanelState, Phase
from facilitator.domain.requests import Capacity
from facilitator.domain.timing import Clock
from facilitator.intake.speeches import SpeechRow
from facilitator.language.speech import Language
from facilitator.store.floor_rows import from_intervention, sitting
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.rows import from_panel
from facilitator.store.work import Work

_AT_ONCE = 1_000
_Said = tuple[ParticipantId, int, int | None, bool]


class Record:
    """Speeches that are not in the workshop yet, by panel; nothing is written before `write`.

    Without a `target` a day's speeches go to the panel that has the day as its title, if need be a new one.
    """

    def __init__(self, reading: Reading, target: Panel | None, language: Language) -> None:
        self._reading = reading
        self._target = target
        self._language = language
        panels = reading.panels() if target is None else (target,)
        self._known = Counter(_said(i) for panel in panels for i in reading.floor(panel.id).interventions)
        self._titled = {panel.title: panel for panel in panels}
        self._added: dict[str, list[tuple[Participant, SpeechRow]]] = {}

    @property
    def size(self) -> int:
        return sum(map(len, self._added.values()))

    def knows(self, who: Participant, speech: SpeechRow) -> bool:
        """Return whether this taking of the floor is there already; two alike are there twice."""
        said = (who.id, speech.begin_ms, speech.end_ms, speech.chair)
        known = self._known[said] > 0
        self._known[said] -= known
        return known

    def add(self, who: Participant, speech: SpeechRow) -> None:
        title = self._language.date(speech.begin_ms) if self._target is None else self._target.title
        self._added.setdefault(title, []).append((who, speech))

    def write(self, work: Work, progress: Callable[[int, int], None]) -> None:
        """The panels are held, their interventions in the tables; `progress` hears how many of how many."""
        number = len(self._reading.panels())
        rows = []
        for title, said in sorted(self._added.items(), key=lambda item: min(s.begin_ms for _, s in item[1])):
            begin, end = min(s.begin_ms for _, s in said), max(s.end_ms for _, s in said)
            panel = self._titled.get(title)
            if panel is None:
                number += 1
                floor = _put_panel(work, number, title, begin, end)
            else:
                floor = _hold(work, panel, self._reading.floor(panel.id), begin, end)
            rows += [from_intervention(_intervention(floor, *each), floor.panel) for each in said]
        for start in range(0, len(rows), _AT_ONCE):
            work.insert_all("intervention", rows[start : start + _AT_ONCE])
            progress(min(start + _AT_ONCE, len(rows)), len(rows))


def _put_panel(work: Work, number: int, title: str, begin: int, end: int) -> Floor:
    """A panel that was held from the first to the last instant is in the programme."""
    ends = max(end, begin + 1)  # a panel takes time, even if all that was said in it took none
    panel = Panel(PanelId(new_id()), number, title, begin, ends, ends)
    floor = _held(Floor(panel.id, usual=_usual(work.reading)), begin, end)
    work.insert("panel", {**from_panel(panel), **sitting(floor)})
    return floor


def _hold(work: Work, panel: Panel, floor: Floor, begin: int, end: int) -> Floor:
    """A panel only planned has been held; one held longer than was known says so."""
    if floor.state not in (PanelState.PLANNED, PanelState.CLOSED):
        return floor
    opened = begin if floor.opened_at is None else min(floor.opened_at, begin)
    closed = end if floor.closed_at is None else max(floor.closed_at, end)
    held = _held(floor, opened, closed)
    work.update("panel", panel.id, sitting(floor), sitting(held))
    return held


def _held(floor: Floor, begin: int, end: int) -> Floor:
    return replace(
        floor,
        state=PanelState.CLOSED,
        phase=Phase.CLOSING,
        list_open=False,
        opened_at=begin,
        closed_at=end,
    )


def _usual(reading: Reading) -> dict[CategoryKey, int]:
    return {c.key: c.allotment_ms for c in reading.categories() if c.allotment_ms is not None}


def _intervention(floor: Floor, who: Participant, speech: SpeechRow) -> Intervention:
    """Return a speech as an ended intervention; where no limit is known it was given the time it took."""
    length_ms = speech.end_ms - speech.begin_ms
    limited = {who.category, ANYONE} & floor.allotments.keys() or who.category in floor.usual
    given_ms = floor.allotment_for(who.category) if limited else length_ms
    return Intervention(
        InterventionId(new_id()),
        who.id,
        who.category,
        Clock(speech.begin_ms, given_ms, ended=speech.end_ms),
        capacity=Capacity.CHAIR if speech.chair else Capacity.FLOOR,
    )


def _said(intervention: Intervention) -> _Said:
    clock = intervention.clock
    return intervention.participant, clock.began, clock.ended, intervention.capacity is Capacity.CHAIR
