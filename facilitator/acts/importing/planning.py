"""Events become panels: new ones, moved ones, and those that stay because they have sat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from facilitator.acts.importing.order import Changes
from facilitator.acts.importing.origins import Origin
from facilitator.domain.floor import Floor
from facilitator.domain.moving import overlap
from facilitator.domain.programme import (
    Panel,
    PanelId,
    PanelState,
    Phase,
    PlannedPhase,
    Question,
    QuestionId,
    QuestionKind,
)
from facilitator.domain.timing import MINUTE
from facilitator.intake.defects import Defect
from facilitator.intake.programmes.event import OVERLAPS, Event
from facilitator.store.floor_rows import from_plan
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.rows import from_panel, from_question
from facilitator.store.work import Work

HAS_SAT, IS_THERE, OVERLAPS_PANEL = "has_sat", "panel_is_there", "overlaps_panel"
_NOBODY: Mapping[str, PanelId] = {}


class Planning:
    """What becomes of each event; nothing is written before `write`.

    An event that is `there` is a panel of the programme already, which stays as it is worded and planned.
    """

    def __init__(
        self,
        reading: Reading,
        origin: Origin,
        events: Sequence[Event],
        there: Mapping[str, PanelId] = _NOBODY,
    ) -> None:
        self._reading, self._origin, self._there = reading, origin, there
        self._before = {panel.id: panel for panel in reading.panels()}
        self._states: Mapping[PanelId, PanelState] = reading.states()
        self._after = dict(self._before)
        self._plans: dict[PanelId, tuple[PlannedPhase, ...]] = {}
        self.done: Counter[str] = Counter()
        self.defects: list[Defect] = []
        self._told: dict[str, list[str]] = {"added": [], "updated": []}
        self._came: dict[PanelId, Event] = {}
        met: set[PanelId] = set()
        latest = 0
        for event in events:
            if event.starts < latest:
                self.defects.append(Defect(event.row, "starts", OVERLAPS))
            latest = max(latest, event.ends)
            self._take(event, met)
        gone = tuple(p.title for p in self._before.values() if p.origin == origin.id and p.id not in met)
        self.changes = Changes(tuple(self._told["added"]), tuple(self._told["updated"]), gone)
        self._numbered = self._in_order()
        self.defects += self._overlaps(met)

    @property
    def size(self) -> int:
        return self.done["added"] + self.done["updated"]

    def write(self, work: Work) -> None:
        """The panels are in the tables."""
        new = [panel for panel in self._numbered if panel.id not in self._before]
        work.insert_all("panel", [from_panel(panel) for panel in new])
        asked = [from_question(question, panel.id) for panel in new for question in panel.questions]
        work.insert_all("question", asked)
        for panel in new:
            work.insert_all(
                "planned_phase", list(from_plan(Floor(panel.id, plan=self._plans[panel.id])).values())
            )
        for panel in self._numbered:
            before = self._before.get(panel.id)
            if before is not None:
                was, now = from_panel(before), from_panel(panel)
                work.update("panel", panel.id, was, now)

    def _in_order(self) -> tuple[Panel, ...]:
        """Return the panels numbered as they begin; one that has been opened keeps its number.

        Of those at one time whoever is there goes first.
        """
        ordered = sorted(self._after.values(), key=self._place)
        opened = {id_: panel.number for id_, panel in self._before.items() if self._sat(id_)}
        free = (number for number in count(1) if number not in opened.values())
        return tuple(replace(panel, number=opened.get(panel.id) or next(free)) for panel in ordered)

    def _place(self, panel: Panel) -> tuple[int, int, bool, int]:
        return panel.starts, panel.ends, panel.id not in self._before, panel.number

    def _overlaps(self, met: set[PanelId]) -> Iterator[Defect]:
        """Yield how long what comes in or moves is at once with panels that are there and stay."""
        stay = [p for p in self._numbered if p.id not in self._came and (p.id not in met or self._sat(p.id))]
        for panel in self._numbered:
            if event := self._came.get(panel.id):
                for other in stay:
                    if minutes := overlap(panel, other):
                        yield Defect(event.row, str(other.number), OVERLAPS_PANEL, minutes)

    def _sat(self, panel: PanelId) -> bool:
        return self._states[panel] is not PanelState.PLANNED

    def _take(self, event: Event, met: set[PanelId]) -> None:
        if event.uid in self._there:
            number = self._before[self._there[event.uid]].number
            self.done["unchanged"] += 1
            self.defects.append(Defect(event.row, str(number), IS_THERE))
            return
        known = self._known(event, met)
        panel = _panel(event, self._origin.id, known)
        met.add(panel.id)
        if known == panel:
            self.done["unchanged"] += 1
            return
        if known is not None and self._sat(known.id):
            self.defects.append(Defect(event.row, "starts", HAS_SAT))
            return
        done = "added" if known is None else "updated"
        self.done[done] += 1
        self._told[done].append(event.title)
        self._after[panel.id], self._came[panel.id] = panel, event
        if known is None:
            self._plans[panel.id] = _plan(event)

    def _known(self, event: Event, met: set[PanelId]) -> Panel | None:
        """Return the panel of an event that came before, or one planned by hand at its time."""
        for panel in self._before.values():
            same = panel.origin == self._origin.id and panel.uid == event.uid
            by_hand = not panel.uid and (panel.title, panel.starts) == (event.title, event.starts)
            if (same or by_hand) and panel.id not in met:
                return panel
        return None


def _plan(event: Event) -> tuple[PlannedPhase, ...]:
    return tuple(PlannedPhase(Phase(phase), round(minutes * MINUTE)) for phase, minutes in event.plan)


def _panel(event: Event, origin: str, known: Panel | None) -> Panel:
    summary = event.summary or "\n".join(event.inside)
    if known is None:
        id_ = PanelId(new_id())
        fresh = Panel(id_, 0, event.title, event.starts, event.ends, event.hard_stop or event.ends)
        told = replace(
            fresh, short=event.short, summary=summary, origin=origin, uid=event.uid, room=event.room
        )
        asked = tuple(
            Question(QuestionId(new_id()), number, text) for number, text in enumerate(event.questions, 1)
        )
        return replace(told, questions=asked, questions_are=QuestionKind(event.questions_are))
    moved = (known.starts, known.ends) != (event.starts, event.ends)
    return replace(
        known,
        title=event.title,
        starts=event.starts,
        ends=event.ends,
        hard_stop=(event.hard_stop or event.ends) if moved else known.hard_stop,
        summary=summary or known.summary,
        origin=origin,
        uid=event.uid,
        room=event.room or known.room,
    )
