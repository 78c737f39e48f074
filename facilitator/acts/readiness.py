"""Looking at everything a panel needs before it is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.panels import find_panel
from facilitator.acts.roster import UNKNOWN_CATEGORY
from facilitator.acts.safety import check
from facilitator.domain.programme import Panel
from facilitator.domain.readiness import Point, State, counted, panel_points, room_left
from facilitator.domain.refusals import Explained, UnknownReference
from facilitator.language.places import font_file, free_bytes
from facilitator.store.keys import FileKey


class PanelNotReady(Explained):
    """Something that panel `number` cannot do without is not there."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """How each point stands; a warning keeps no panel from beginning."""

    panel: Panel
    points: tuple[Point, ...]

    @property
    def ready(self) -> bool:
        return all(point.state is not State.FAIL for point in self.points)

    def as_json(self) -> Mapping[str, Any]:
        points = [{"point": each.name, "state": each.state.value, "n": each.n} for each in self.points]
        return {"panel": self.panel.number, "ready": self.ready, "points": points}


def readiness(
    path: Path, number: int | None, clock: Callable[[], int], key: FileKey | None = None
) -> Readiness:
    """Return how a panel, or the next one, stands; nobody may have the file open.

    Which screens there are, only the window sees: that they are to be looked at there is a point of its own.
    """
    findings = len(check(path, key).found.findings)
    with closing(open_desk(path, clock, key)) as desk:
        panel = desk.view().panel if number is None else find_panel(desk.reading, number)
        if panel is None:
            raise UnknownReference(kind="panel", id=1)
        screens = Point("screen_unseen", State.WARN)
        return Readiness(panel, (*_machine(path, findings), screens, *_of(desk, panel)))


def readiness_here(desk: Desk, panel: Panel, screens: int) -> Readiness:
    """Return how a panel of the open workshop stands, on a computer with so many screens.

    Of the file its chain of events is looked at: the rest can be checked when nobody has it open.
    """
    room = Point("screen", State.OK if screens > 1 else State.WARN, screens)
    machine = _machine(desk.path, len(desk.file.breaches()))
    return Readiness(panel, (*machine, room, *_of(desk, panel)))


def lacks_nothing(desk: Desk, panel: Panel) -> bool:
    """Say whether a panel can begin as far as is seen at once: its people and times, room on the disk."""
    points = (room_left(free_bytes(desk.path)), *_of(desk, panel))
    return all(point.state is not State.FAIL for point in points)


def _machine(path: Path, faults: int) -> tuple[Point, ...]:
    return (
        counted("file", faults, State.FAIL),
        room_left(free_bytes(path)),
        counted("fonts", len(_fonts_missing()), State.FAIL),
    )


def _fonts_missing() -> set[str]:
    """Return the font files that documents are set in and that are not on this machine."""
    from facilitator.documents.typeset.faces import FACES  # noqa: PLC0415 - what prints loads when needed

    missing = set()
    for cut in FACES.values():
        try:
            font_file(cut.package, cut.file)
        except FileNotFoundError:
            missing.add(cut.file)
    return missing


def _of(desk: Desk, panel: Panel) -> tuple[Point, ...]:
    reading = desk.reading
    people = [reading.attendance.participant(id_, panel.id) or who for id_, who in reading.people().items()]
    stated = [category.key for category in reading.categories() if category.key != UNKNOWN_CATEGORY]
    there = [who for who in people if who.present]
    return tuple(panel_points(panel, reading.floor(panel.id), there, stated, desk.now()))
