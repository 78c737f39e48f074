"""The report drafted from the workshop: what every report says, panel by panel, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitator.domain.attribution import Level
from facilitator.domain.counting import counted
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import figures, heard
from facilitator.domain.in_hand import InHand
from facilitator.domain.ledger import Recommended, ledger
from facilitator.domain.notes import NoteKind
from facilitator.domain.paragraphs import (
    CONCLUSIONS,
    INTRODUCTION,
    ORGANIZATION,
    SUMMARY,
    Paragraph,
    SectionKey,
    addressee_of,
    section_of_addressee,
    section_of_other_points,
    section_of_panel,
)
from facilitator.domain.people import Participant
from facilitator.domain.points import LISTED, Said
from facilitator.domain.programme import Panel, Question, Workshop
from facilitator.domain.renderings import InLanguages
from facilitator.domain.report import (
    Background,
    Head,
    Held,
    Point,
    Report,
    Section,
    Stated,
    Statement,
    Title,
    of_recommendation,
    paragraphs,
)
from facilitator.domain.symbols import gathered
from facilitator.domain.view import View


def draft(
    views: Sequence[View],
    background: Background,
    written: Mapping[str, InLanguages],
    level: Level,
    now: int,
    paragraphs: Sequence[Paragraph] = (),
) -> Report:
    """Return the report on the panels in view as it stands at `now`; nothing protected is in it.

    A section with paragraphs in hand says what they say, any other what the workshop gives for it.
    """
    workshop = views[0].workshop if views else Workshop("", "en", "UTC")
    panels = tuple(view.panel for view in views if view.panel is not None)
    found = ledger(views)
    in_hand = InHand(paragraphs, views, found.rows, level)
    sections = tuple(_Drafting(views, background, written, level, now, in_hand).sections(found.rows))
    items, numbered = counted(sections)
    return Report(
        workshop,
        level,
        written,
        min((panel.starts for panel in panels), default=0),
        max((panel.ends for panel in panels), default=0),
        items,
        panels,
        views[0].categories if views else (),
        _people(views),
        gathered([*background.resolutions, *(symbol for _, symbol in background.earlier)], *_words(sections)),
        found.held_back + in_hand.held_back,
        numbered,
        _left_out(found.rows, items),
    )


def _left_out(rows: Iterable[Recommended], items: Iterable[Head | Stated]) -> tuple[Recommended, ...]:
    """Return the recommendations that stand in no paragraph."""
    there = {item.recommendation.id for item in items if isinstance(item, Stated) and item.recommendation}
    return tuple(row for row in rows if row.id not in there)


def _words(sections: Iterable[Section]) -> Iterator[str]:
    """Yield all that paragraphs say in their own words, in every language."""
    for item in (item for section in sections for item in section.stated):
        yield from (item.text, *item.texts.values())
        for point in (*item.parts, *([] if item.point is None else [item.point])):
            yield point.text


def _people(views: Sequence[View]) -> tuple[Participant, ...]:
    """Return whom the report may tell of: nobody where it may not be told who was at one of the panels."""
    if not views or any(view.ceilings.panel > Level.CATEGORY for view in views):
        return ()
    return tuple(views[0].people.values())


def _lines(text: InLanguages) -> Iterator[Stated]:
    """Yield the lines of a text as paragraphs: line by line they are the same in all languages."""
    lines = {code: paragraphs(rendering.text) for code, rendering in text.texts.items()}
    first, older = lines.get(text.original, []), text.all_behind()
    for number in range(max(map(len, lines.values()), default=0)):
        texts = {code: said[number] for code, said in lines.items() if number < len(said)}
        told = first[number] if number < len(first) else next(iter(texts.values()))
        original = text.original if text.original in texts else next(iter(texts))
        yield Stated(0, Statement.WRITTEN, told, texts=texts, original=original, older=older)


class _Drafting:
    """What the workshop gives for each section, unless the section is in hand."""

    def __init__(
        self,
        views: Sequence[View],
        background: Background,
        written: Mapping[str, InLanguages],
        level: Level,
        now: int,
        in_hand: InHand,
    ) -> None:
        self._now = now
        self._views = views
        self._background = background
        self._written = written
        self._level = level
        self._in_hand = in_hand

    def sections(self, recommended: Sequence[Recommended]) -> Iterator[Section]:
        yield self._section(SUMMARY, Title.SUMMARY, self._summary())
        yield self._section(INTRODUCTION, Title.INTRODUCTION, self._introduction())
        yield self._section(ORGANIZATION, Title.ORGANIZATION, self._organization())
        for view in self._views:
            if view.panel is not None:
                yield from self._chapter(view, view.panel)
        yield Section(SectionKey("outcome"), Title.OUTCOME, 1)
        yield self._section(CONCLUSIONS, Title.CONCLUSIONS, self._texts("conclusions"), 2)
        yield from self._recommendations(recommended)

    def _section(
        self,
        key: SectionKey,
        title: Title | Panel | Question | str,
        made: Iterable[Stated],
        level: int = 1,
    ) -> Section:
        given = tuple(made)
        if self._in_hand.has(key):
            given = self._in_hand.stated(key, {item.statement.value: item for item in given})
        return Section(key, title, level, given)

    def _texts(self, name: str) -> list[Stated]:
        return list(_lines(self._written.get(name, InLanguages())))

    def _summary(self) -> Iterator[Stated]:
        yield from self._texts("summary") or [Stated(0, Statement.ACCOUNT)]

    def _introduction(self) -> Iterator[Stated]:
        known = self._background
        yield Stated(0, Statement.ACCOUNT)
        if known.resolutions:
            yield Stated(0, Statement.MANDATE, names=known.resolutions)
        if known.earlier:
            years, reports = zip(*known.earlier, strict=True)
            yield Stated(0, Statement.EARLIER, names=years, sources=reports)
        if self._views and self._views[0].workshop.aim:
            yield Stated(0, Statement.AIM, self._views[0].workshop.aim)
        if known.objectives:
            yield Stated(0, Statement.OBJECTIVES, parts=tuple(map(Point, known.objectives)))
        yield from self._texts("introduction")

    def _organization(self) -> Iterator[Stated]:
        yield Stated(0, Statement.PANELS)
        if self._level is not Level.SUPPRESSED and any(who.registered for who in _people(self._views)):
            yield Stated(0, Statement.PARTICIPANTS)
        if self._background.consultations:
            yield Stated(0, Statement.CONSULTATIONS, names=self._background.consultations)
        yield Stated(0, Statement.ATTRIBUTION)
        yield from self._texts("organization")

    def _chapter(self, view: View, panel: Panel) -> Iterator[Section]:
        opening = Stated(0, Statement.PANEL, panel.summary, held=_held(view, panel, self._now))
        yield self._section(section_of_panel(panel.id), panel, [opening])
        said = Said(view, self._level, self._in_hand.notes)
        titles: list[Question | Title] = [*panel.questions, Title.OTHER_POINTS]
        for title in titles:
            key = (
                section_of_panel(panel.id, title.id)
                if isinstance(title, Question)
                else section_of_other_points(panel.id)
            )
            told = () if self._level is Level.SUPPRESSED else _points(said.under(title))
            yield self._section(key, title, told, 2)

    def _recommendations(self, rows: Sequence[Recommended]) -> Iterator[Section]:
        """One addressee has one section, in whatever words: those of the paragraphs in hand, or the first."""
        meaning = self._background.meaning
        held = [addressee_of(key) or "" for key in self._in_hand.sections(section_of_addressee(""))]
        named = {meaning(name): name for name in reversed(held)}
        groups: dict[str, list[Recommended]] = {
            named.setdefault(meaning(name), name): [] for name in self._background.addressees
        }
        for row in rows:
            if row.id not in self._in_hand.recommendations or not row.id:
                asked = row.addressees[0] if row.addressees else ""
                groups.setdefault(named.setdefault(meaning(asked), asked), []).append(row)
        for name in held:
            groups.setdefault(name, [])
        for name, of_it in groups.items():
            yield self._section(section_of_addressee(name), name, map(of_recommendation, of_it), 3)


def _points(found: Mapping[NoteKind, Sequence[Point]]) -> Iterator[Stated]:
    """Yield what is of one kind in one paragraph where the kind is of things that are listed."""
    for kind, points in found.items():
        if kind in LISTED and len(points) > 1:
            yield Stated(0, Statement.POINTS, parts=tuple(points), kind=kind)
            continue
        for point in points:
            yield Stated(0, Statement.POINT, point=point, kind=kind)


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
