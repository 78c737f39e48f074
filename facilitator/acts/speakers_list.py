"""A list of speakers that tells no times: requests that wait in the order of the list."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from facilitator.domain.floor import Floor
from facilitator.domain.people import Participant
from facilitator.domain.programme import Panel, PanelId, PanelState
from facilitator.domain.refusals import PanelNotOpen
from facilitator.domain.requests import Request, RequestId, Terms
from facilitator.domain.timing import MINUTE
from facilitator.intake.speeches import TurnRow
from facilitator.language.speech import Language
from facilitator.store.floor_rows import from_request, sitting
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.rows import from_panel
from facilitator.store.work import Work

_BEGINS = time(10)  # a meeting of a morning, if the list does not say
_LASTS_MS = 180 * MINUTE


class SpeakersList:
    """Who is not on the list of a panel yet, by panel; nothing is written before `write`.

    Without a `target` a day has a panel with the day as its title, and a list without days one with `title`.
    """

    def __init__(
        self, reading: Reading, target: Panel | None, language: Language, title: str, now: int
    ) -> None:
        if target is not None and reading.states()[target.id] is PanelState.CLOSED:
            raise PanelNotOpen
        self._reading, self._target, self._language = reading, target, language
        self._title, self._now = title, now
        self._titled = {panel.title: panel for panel in ([target] if target else reading.panels())}
        self._known: dict[str, Counter[str]] = {
            title: Counter(str(r.participant) for r in reading.floor(panel.id).queue.requests)
            for title, panel in self._titled.items()
        }
        self._added: dict[str, list[tuple[Participant, TurnRow]]] = {}

    @property
    def size(self) -> int:
        return sum(map(len, self._added.values()))

    def take(self, who: Participant, turn: TurnRow) -> bool:
        """The turn will be on its list; returns False if it is there already. Twice listed is there twice."""
        title = self._title_of(turn)
        known = self._known.setdefault(title, Counter())
        if known[who.id] > 0:
            known[who.id] -= 1
            return False
        self._added.setdefault(title, []).append((who, turn))
        return True

    def write(self, work: Work) -> None:
        """The requests are in the tables, behind those who wait already."""
        number = len(self._reading.panels())
        for title, turns in self._added.items():
            panel, last = self._titled.get(title), 0.0
            if panel is None:
                number += 1
                panel = self._put_panel(work, number, title, turns[0][1].day)
            elif queued := self._reading.floor(panel.id).waiting:
                last = queued[-1].place
            rows = [
                from_request(self._request(who, turn, last + n), panel.id)
                for n, (who, turn) in enumerate(turns, 1)
            ]
            work.insert_all("request", rows)

    def _request(self, who: Participant, turn: TurnRow, place: float) -> Request:
        return Request(RequestId(new_id()), who.id, self._now, place, terms=Terms(words=turn.words))

    def _put_panel(self, work: Work, number: int, title: str, day: date | None) -> Panel:
        starts = self._now if day is None else self._morning(day)
        panel = Panel(PanelId(new_id()), number, title, starts, starts + _LASTS_MS, starts + _LASTS_MS)
        work.insert("panel", {**from_panel(panel), **sitting(Floor(panel.id))})
        return panel

    def _title_of(self, turn: TurnRow) -> str:
        if self._target is not None:
            return self._target.title
        return self._title if turn.day is None else self._language.date(self._morning(turn.day))

    def _morning(self, day: date) -> int:
        return round(datetime.combine(day, _BEGINS, ZoneInfo(self._language.zone)).timestamp() * 1000)
