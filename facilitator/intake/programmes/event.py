"""An event of a programme that somebody sends, and how events are gathered from whatever format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.intake.defects import Defect
from facilitator.intake.words import clean

UNREADABLE = "unreadable"
START_MISSING = "start_missing"
TITLE_MISSING = "title_missing"
END_MISSING = "end_missing"
ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
ALL_DAY = "all_day"
CANCELLED = "cancelled"
OVERLAPS = "overlaps"
_YEARS = range(1900, 2201)
_LONGEST_TITLE, _LONGEST_SUMMARY = 500, 4_000


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a title that begins and ends at instants in UTC milliseconds; `row` counts from 1.

    `inside` are the titles of events within it; a programme of our own also tells the questions and the plan.
    """

    row: int
    title: str
    starts: int
    ends: int
    room: str = ""
    uid: str = ""
    summary: str = ""
    inside: tuple[str, ...] = ()
    hard_stop: int | None = None
    short: str = ""
    questions: tuple[str, ...] = ()
    questions_are: str = "questions"
    plan: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """Events in the order of their beginning, what is wrong with the others, and all as cells for mending."""

    events: tuple[Event, ...]
    defects: tuple[Defect, ...]
    read: int
    cells: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rooms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(event.room for event in self.events if event.room))

    @property
    def parallel(self) -> tuple[str, ...]:
        """Return the rooms in which something happens at the same time as in another one."""
        found: dict[str, None] = {}
        latest: list[Event] = []
        for event in self.events:
            latest = [other for other in latest if other.ends > event.starts]
            for other in latest:
                if other.room != event.room:
                    found[other.room] = found[event.room] = None
            latest = [other for other in latest if other.room != event.room] + [event]
        return tuple(room for room in self.rooms if room in found)


class Gathering:
    """Events as a reader finds them, one after the other; times without a zone are those of `zone`."""

    def __init__(self, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self._events: list[Event] = []
        self._open: list[Event] = []
        self._defects: list[Defect] = []
        self._cells: dict[int, tuple[str, ...]] = {}
        self.read = 0

    def begin(self) -> int:
        """Return the row of the next event."""
        self.read += 1
        return self.read

    def show(self, row: int, *cells: str) -> None:
        """The row can be written out for mending, even if it is no event."""
        self._cells.setdefault(row, cells)

    def wrong(self, row: int, field_: str, problem: str) -> None:
        self._defects.append(Defect(row, field_, problem))

    def add(self, event: Event, starts: datetime | None, ends: datetime | None) -> None:
        """The event is at these times, or what is wrong is told; with no end it lasts to the next."""
        event = replace(event, title=clean(event.title), room=clean(event.room))
        event = replace(event, title=event.title[:_LONGEST_TITLE], summary=event.summary[:_LONGEST_SUMMARY])
        shown = [when.isoformat(" ", "minutes") if when else "" for when in (starts, ends)]
        self._cells[event.row] = (event.title, *shown, event.room, event.summary, event.uid)
        if starts is None or starts.year not in _YEARS:
            self.wrong(event.row, "starts", UNREADABLE)
        elif not event.title:
            self.wrong(event.row, "title", TITLE_MISSING)
        elif ends is None:
            self._open.append(replace(event, starts=self.instant(starts), ends=0))
        elif ends.year not in _YEARS or self.instant(ends) <= self.instant(starts):
            self.wrong(event.row, "ends", ENDS_BEFORE_IT_BEGINS)
        else:
            self._events.append(replace(event, starts=self.instant(starts), ends=self.instant(ends)))

    def instant(self, when: datetime) -> int:
        known = when if when.tzinfo is not None else when.replace(tzinfo=self.zone)
        return round(known.timestamp() * 1000)

    def programme(self) -> Programme:
        """Return all of them, each named by an id of its own."""
        for event in self._open:
            later = [
                other.starts
                for other in (*self._open, *self._events)
                if other.room == event.room and event.starts < other.starts and self._one_day(event, other)
            ]
            if later:
                self._events.append(replace(event, ends=min(later)))
            else:
                self.wrong(event.row, "ends", END_MISSING)
        ordered = sorted(self._events, key=lambda event: (event.starts, event.ends, event.row))
        defects = sorted(self._defects, key=lambda defect: defect.row)
        return Programme(tuple(_named(ordered)), tuple(defects), self.read, self._cells)

    def _one_day(self, one: Event, other: Event) -> bool:
        return self.day(one.starts) == self.day(other.starts)

    def day(self, instant: int) -> date:
        return (
            (datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC")) + timedelta(milliseconds=instant))
            .astimezone(self.zone)
            .date()
        )


def _named(events: Sequence[Event]) -> list[Event]:
    """Return the events with ids that tell them apart: some calendars give one id to all."""
    often = Counter(event.uid for event in events)
    seen: Counter[str] = Counter()
    named = []
    for event in events:
        uid = event.uid
        if not uid or often[uid] > 1:
            uid = f"{uid}/{event.title}/{event.room}/{event.starts}"
        seen[uid] += 1
        named.append(replace(event, uid=uid if seen[uid] == 1 else f"{uid}/{seen[uid]}"))
    return named
