"""A record of who spoke and when, each row one taking of the floor; or a list of speakers in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from facilitator.intake import words
from facilitator.intake.columns import SPEECHES, Columns, column_missing
from facilitator.intake.defects import Defect
from facilitator.intake.instants import (
    instant_ms,
    past_midnight,
    read_clock,
    read_date,
    read_length,
    read_range,
)
from facilitator.intake.legend import Legend
from facilitator.intake.people import NAME_MISSING, Person, person_columns, read_people, surplus
from facilitator.intake.tables import Row, Table

UNREADABLE = "unreadable"
END_MISSING = "end_missing"
ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
SECONDS_DIFFER = "seconds_differ"
_LONGEST_NUMBER = 7
_NEAR_MS = 1_000  # clock times in whole seconds, rounded on their own, may differ by one


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """One taking of the floor: its day where it was held, its instants in UTC milliseconds."""

    row: int
    person: Person
    chair: bool
    day: date
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A place in a list of speakers without times: its day if told, the words of its text if counted."""

    row: int
    person: Person
    day: date | None
    words: int | None


@dataclass(frozen=True, slots=True)
class SpeechList:
    """Rows that tell who and when are `speeches`, those that only tell an order are `turns`.

    `defects` name what is wrong with any row.
    """

    speeches: tuple[SpeechRow, ...]
    defects: tuple[Defect, ...]
    read: int
    turns: tuple[TurnRow, ...] = ()


def read_speeches(table: Table, legend: Legend, zone: str) -> SpeechList:
    """Return the speeches of a table whose times are those of clocks in `zone`.

    A speech lasts as long as its seconds say, else until its end. Without times it is a list of speakers if a
    column holds their order. Raises UnknownField, UnknownColumn, or ColumnMissing if no column holds names,
    or neither days and times nor an order.
    """
    columns, names = person_columns(table, SPEECHES, legend)
    people = read_people(table.rows, columns, names, legend)
    timed = "time" in columns or "begin" in columns
    if not timed and "order" in columns:
        return _read_order(table, columns, people)
    for needed in ("date", *(() if timed else ("time",))):
        if needed not in columns:
            raise column_missing(needed, table.header)
    held = ZoneInfo(zone)
    speeches: list[SpeechRow] = []
    defects: list[Defect] = []
    for row, person in zip(table.rows, people, strict=True):
        times, wrong = _read_times(row, columns)
        if not person.name:
            wrong.insert(0, Defect(row.number, "name", NAME_MISSING))
        elif times is not None:
            chair = words.yes(row.cell(columns.get("chair")))
            begin_ms = instant_ms(times.day, times.begin, held)
            speeches.append(
                SpeechRow(row.number, person, chair, times.day, begin_ms, begin_ms + times.length_ms)
            )
        defects += [*wrong, *surplus([row], len(table.header))]
    return SpeechList(tuple(speeches), tuple(defects), len(table.rows))


def _read_order(table: Table, columns: Columns, people: Sequence[Person]) -> SpeechList:
    """Return a list of speakers: by days if it tells them, and on each day by their numbers."""
    turns: list[tuple[date, int, TurnRow]] = []
    defects: list[Defect] = []
    for row, person in zip(table.rows, people, strict=True):
        place, day = _number(row, columns, "order"), read_date(row.cell(columns.get("date")) or "")
        wrong = [] if person.name else [Defect(row.number, "name", NAME_MISSING)]
        wrong += [Defect(row.number, "order", UNREADABLE)] if place is None else []
        wrong += [Defect(row.number, "date", UNREADABLE)] if "date" in columns and day is None else []
        if not wrong:
            turn = TurnRow(row.number, person, day, _number(row, columns, "words"))
            turns.append((day or date.min, 0 if day is None else place or 0, turn))
        defects += [*wrong, *surplus([row], len(table.header))]
    ordered = tuple(turn for _, _, turn in sorted(turns, key=lambda each: each[:2]))
    return SpeechList((), tuple(defects), len(table.rows), ordered)


def _number(row: Row, columns: Columns, field: str) -> int | None:
    text = words.clean(row.cell(columns.get(field)))
    return int(text) if text.isdecimal() and len(text) < _LONGEST_NUMBER else None


@dataclass(frozen=True, slots=True)
class _Times:
    day: date
    begin: timedelta
    length_ms: int


def _read_times(row: Row, columns: Columns) -> tuple[_Times | None, list[Defect]]:
    """Return when a speech was, or None and why that cannot be told; what is odd is told in any case."""
    begin_text, end_text = _ends(row, columns)
    seconds_text = words.clean(row.cell(columns.get("seconds")))
    day, begin = read_date(row.cell(columns["date"])), read_clock(begin_text)
    end, length = read_clock(end_text), read_length(seconds_text)
    wrong = [field for field, value in (("date", day), ("time", begin)) if value is None]
    wrong += ["end"] if end_text and end is None else []
    wrong += ["seconds"] if seconds_text and length is None else []
    if day is None or begin is None or wrong:
        return None, [Defect(row.number, field, UNREADABLE) for field in wrong]
    length_ms, problem = _length(begin, end, length)
    odd = [Defect(row.number, "end", problem)] if problem else []
    return None if length_ms is None else _Times(day, begin, length_ms), odd


def _ends(row: Row, columns: Columns) -> tuple[str, str]:
    """Return the texts of a speech's beginning and end, from two columns or one that holds both."""
    end = words.clean(row.cell(columns.get("end")))
    if "begin" in columns:
        return words.clean(row.cell(columns["begin"])), end
    begin, within = read_range(words.clean(row.cell(columns["time"])))
    return begin, within or end


def _length(begin: timedelta, end: timedelta | None, length_ms: int | None) -> tuple[int | None, str]:
    """Return the milliseconds a speech lasted, None if nothing tells, and what is odd, if anything."""
    if end is None:
        return length_ms, END_MISSING if length_ms is None else ""
    between_ms = (end - begin) // timedelta(milliseconds=1)
    if length_ms is None:
        return (between_ms, "") if between_ms >= 0 else (None, ENDS_BEFORE_IT_BEGINS)
    fits = abs(between_ms - length_ms) <= _NEAR_MS or past_midnight(begin, end, length_ms)
    return length_ms, "" if fits else SECONDS_DIFFER
