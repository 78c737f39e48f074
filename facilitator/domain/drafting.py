"""The report drafted from the workshop: what every report says, panel by panel, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from facilitator.domain.attribution import Level, Voice, applied, attribute, audience
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import figures, heard
from facilitator.domain.ledger import Recommended, ledger
from facilitator.domain.notes import Note, NoteKind, speaker_of
from facilitator.domain.programme import Panel, Question, Workshop
from facilitator.domain.report import (
    Background,
    Head,
    Held,
    Point,
    Report,
    Stated,
    Statement,
    Title,
    paragraphs,
)
from facilitator.domain.view import View


def draft(
    views: Sequence[View], background: Background, written: Mapping[str, str], level: Level, now: int
) -> Report:
    """Return the report on the panels in view as it stands at `now`; nothing protected is in it."""
    workshop = views[0].workshop if views else Workshop("", "en", "UTC")
    panels = tuple(view.panel for view in views if view.panel is not None)
    people = tuple(views[0].people.values()) if views else ()
    found = ledger(views)
    items = tuple(_Drafting(views, background, written, level, now).items(found.rows))
    return Report(
        workshop,
        level,
        written,
        min((panel.starts for panel in panels), default=0),
        max((panel.ends for panel in panels), default=0),
        items,
        panels,
        views[0].categories if views else (),
        people,
        tuple(dict.fromkeys([*background.resolutions, *(symbol for _, symbol in background.earlier)])),
        found.held_back,
    )


class _Drafting:
    """Counts headings and paragraphs as it goes."""

    def __init__(
        self,
        views: Sequence[View],
        background: Background,
        written: Mapping[str, str],
        level: Level,
        now: int,
    ) -> None:
        self._now = now
        self._views = views
        self._background = background
        self._written = written
        self._level = level
        self._number = 0
        self._heads = [0, 0, 0]

    def items(self, recommended: Sequence[Recommended]) -> Iterator[Head | Stated]:
        yield self._head(1, Title.INTRODUCTION)
        yield from self._introduction()
        yield self._head(1, Title.ORGANIZATION)
        yield from self._organization()
        for view in self._views:
            if view.panel is not None:
                yield from self._chapter(view, view.panel)
        yield self._head(1, Title.OUTCOME)
        conclusions = self._texts("conclusions")
        if conclusions:
            yield self._head(2, Title.CONCLUSIONS)
            yield from conclusions
        if recommended:
            yield from self._recommendations(recommended, alone=not conclusions)

    def _head(self, level: int, title: Title | Panel | Question | str) -> Head:
        self._heads[level - 1 :] = [self._heads[level - 1] + 1, *[0] * (3 - level)]
        return Head(level, self._heads[level - 1], title)

    def _state(
        self,
        statement: Statement,
        text: str = "",
        *,
        names: tuple[str, ...] = (),
        sources: tuple[str, ...] = (),
        parts: Iterable[str] = (),
    ) -> Stated:
        self._number += 1
        return Stated(self._number, statement, text, names, sources, tuple(map(Point, parts)))

    def _texts(self, name: str) -> list[Stated]:
        return [self._state(Statement.WRITTEN, text) for text in paragraphs(self._written.get(name, ""))]

    def _introduction(self) -> Iterator[Stated]:
        known = self._background
        yield self._state(Statement.ACCOUNT)
        if known.resolutions:
            yield self._state(Statement.MANDATE, names=known.resolutions)
        if known.earlier:
            years, reports = zip(*known.earlier, strict=True)
            yield self._state(Statement.EARLIER, names=years, sources=reports)
        if self._views and self._views[0].workshop.aim:
            yield self._state(Statement.AIM, self._views[0].workshop.aim)
        if known.objectives:
            yield self._state(Statement.OBJECTIVES, parts=known.objectives)
        yield from self._texts("introduction")

    def _organization(self) -> Iterator[Stated]:
        yield self._state(Statement.PANELS)
        if self._level is not Level.SUPPRESSED:
            yield self._state(Statement.PARTICIPANTS)
        if self._background.consultations:
            yield self._state(Statement.CONSULTATIONS, names=self._background.consultations)
        yield self._state(Statement.ATTRIBUTION)
        yield from self._texts("organization")

    def _chapter(self, view: View, panel: Panel) -> Iterator[Head | Stated]:
        yield self._head(1, panel)
        stated = self._state(Statement.PANEL, panel.summary)
        yield replace(stated, held=_held(view, panel, self._now))
        if self._level is Level.SUPPRESSED:
            return
        said = _Said(view, self._level)
        titles: list[Question | Title] = [*panel.questions, Title.OTHER_POINTS]
        told = [(title, found) for title in titles if (found := said.under(title))]
        for title, found in told:
            if len(told) > 1:  # an A needs a B
                yield self._head(2, title)
            yield from self._points(found)

    def _points(self, found: Mapping[NoteKind, Sequence[Point]]) -> Iterator[Stated]:
        """Yield what is of one kind in one paragraph where the kind is of things that are listed."""
        for kind, points in found.items():
            if kind in LISTED and len(points) > 1:
                self._number += 1
                yield Stated(self._number, Statement.POINTS, parts=tuple(points), kind=kind)
                continue
            for point in points:
                self._number += 1
                yield Stated(self._number, Statement.POINT, point=point, kind=kind)

    def _recommendations(self, rows: Sequence[Recommended], *, alone: bool) -> Iterator[Head | Stated]:
        groups: dict[str, list[Recommended]] = {name: [] for name in self._background.addressees}
        for row in rows:
            groups.setdefault(row.addressees[0] if row.addressees else "", []).append(row)
        if not alone:
            yield self._head(2, Title.RECOMMENDATIONS)
        level = 2 if alone else 3
        filled = {name: of_it for name, of_it in groups.items() if of_it}
        for name, of_it in filled.items():
            if len(filled) > 1:
                yield self._head(level, name)
            for row in of_it:
                self._number += 1
                yield Stated(self._number, Statement.RECOMMENDATION, row.text, recommendation=row)


def _held(view: View, panel: Panel, now: int) -> Held:
    floor = view.floor or Floor(panel.id)
    rows = heard(view, now)
    return Held(
        panel,
        floor.state,
        panel.starts if floor.opened_at is None else floor.opened_at,
        panel.ends if floor.closed_at is None else floor.closed_at,
        figures(view, floor, rows, now),
        tuple(row.category for row in rows if row.turns),
    )


LISTED = frozenset(
    {
        NoteKind.GOOD_PRACTICE,
        NoteKind.CHALLENGE,
        NoteKind.GAP,
        NoteKind.LESSON,
        NoteKind.JOINT_ACTIVITY,
        NoteKind.NEW_FORM,
        NoteKind.PROGRESS,
        NoteKind.COOPERATION,
        NoteKind.REMEDY,
        NoteKind.COMMITMENT,
    }
)
_NOT_REPORTED = frozenset({NoteKind.RECOMMENDATION, NoteKind.QUESTION, NoteKind.DOCUMENT})
"""Kinds that leave the team and yet are no paragraph: a recommendation has its own place."""


class _Said:
    """The notes of a panel as points, by question and kind; the same words are one point."""

    def __init__(self, view: View, level: Level) -> None:
        self._view = view
        self._level = level
        self._turns = {} if view.floor is None else {i.id: i for i in view.floor.interventions}
        self._audience = audience(self._turns.values(), view.people)

    def under(self, title: Question | Title) -> dict[NoteKind, list[Point]]:
        same: dict[tuple[NoteKind, str], list[Note]] = {}
        question = title.id if isinstance(title, Question) else None
        for note in sorted(self._view.notes, key=lambda n: (n.at, n.id)):
            reported = note.kind.leaves_the_team and note.kind not in _NOT_REPORTED and note.text.strip()
            if reported and note.question == question:
                same.setdefault((note.kind, " ".join(note.text.split())), []).append(note)
        found: dict[NoteKind, list[Point]] = {}
        for (kind, text), notes in same.items():
            found.setdefault(kind, []).append(self._point(text, notes))
        return found

    def _point(self, text: str, notes: Sequence[Note]) -> Point:
        voices = [voice for note in notes if (voice := self._voice(note)) is not None]
        level = applied(self._level, voices, self._audience)
        speakers = {voice.participant.id for voice in voices}
        return Point(text, attribute(level, voices, self._audience), len(speakers))

    def _voice(self, note: Note) -> Voice | None:
        speaker = speaker_of(note, self._turns)
        who = None if speaker is None else self._view.people.get(speaker)
        turn = None if note.intervention is None else self._turns.get(note.intervention)
        return None if who is None else Voice(who, "" if turn is None else turn.on_behalf_of)
