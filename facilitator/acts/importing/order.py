"""What somebody wants taken in, and the report on what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from facilitator.domain.refusals import Explained
from facilitator.intake.defects import Defect
from facilitator.intake.legend import Legend
from facilitator.intake.tables import Table
from facilitator.store.steps import Pause, no_pause
from facilitator.store.write_ahead import Beside, directly

Progress = Callable[[int, int], None]


class ImportStopped(Explained):
    """Somebody stopped the import; nothing has come in."""


def quiet(_done: int, _total: int) -> None:
    pass


class Kind(StrEnum):
    """What a file holds."""

    PARTICIPANTS = "participants"
    PROGRAMME = "programme"
    SPEECHES = "speeches"
    RECOMMENDATIONS = "recommendations"
    LEDGER = "ledger"
    CONCLUSIONS = "conclusions"


@dataclass(frozen=True, slots=True)
class Order:
    """A file to take in, and how: the legend says where its columns are unusual.

    An `encoding` or `delimiter` is told where the one found is wrong; speeches and the conclusions of a
    `consultation` go to `panel`, a programme comes from one `room` of it. `remove_gone` takes out of whom a
    corrected list no longer tells, unless something was said by them. Between two steps `progress` and
    `pause` are called, and the snapshot before is made `beside` them: a window can be painted there, and
    whoever raises ImportStopped stops all of it. `after` is called when all is in, before anybody looks.
    """

    source: Path
    legend: Legend = field(default_factory=Legend)
    encoding: str = ""
    delimiter: str = ""
    panel: int | None = None
    room: str = ""
    remove_gone: bool = False
    dry_run: bool = False
    consultation: str = ""
    progress: Progress = quiet
    pause: Pause = no_pause
    after: Pause = no_pause
    beside: Beside = directly


@dataclass(frozen=True, slots=True)
class Faulty:
    """The rows with defects as they came, for mending: cells by the columns of `header`, by row."""

    header: Sequence[str] = ()
    rows: Mapping[int, Sequence[str]] = field(default_factory=dict)

    @staticmethod
    def of(table: Table, defects: Sequence[Defect]) -> Faulty:
        wrong = {defect.row for defect in defects}
        rows = {row.number: row.cells for row in table.rows if row.number in wrong} if wrong else {}
        return Faulty(table.header, rows)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a list changes, by name: what is new, changed, gone from it, and of the gone what was kept."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class Unit(StrEnum):
    """What a file consists of: rows of a table, events of a calendar, lines of a concept note."""

    ROW = "row"
    EVENT = "event"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Report:
    """How many rows a file had and what became of them; `defects` name what is wrong with any.

    `unit` is what the numbers of the defects count; `elsewhere` are those skipped as of other rooms.
    """

    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    defects: tuple[Defect, ...]
    changes: Changes = Changes()
    faulty: Faulty = field(default_factory=Faulty)
    unit: Unit = Unit.ROW
    elsewhere: int = 0

    def as_json(self) -> dict[str, Any]:
        names = ("read", "added", "updated", "unchanged", "skipped", "elsewhere")
        figures = {name: getattr(self, name) for name in names}
        return {**figures, "defects": [defect.as_json() for defect in self.defects]}


def report_of(
    read: int,
    done: Mapping[str, int],
    defects: Sequence[Defect],
    changes: Changes | None = None,
    faulty: Faulty | None = None,
) -> Report:
    """Return the report on rows of which some were "added", "updated" or "unchanged", the rest skipped."""
    added, updated, unchanged = (done.get(what, 0) for what in ("added", "updated", "unchanged"))
    left = read - added - updated - unchanged
    return Report(
        read, added, updated, unchanged, left, tuple(defects), changes or Changes(), faulty or Faulty()
    )
