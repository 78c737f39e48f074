"""Who spoke when: one lane for each category, the phases above, the end of interpretation as the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from facilitator.documents.colours import BLUE, HAIR, INK, MID
from facilitator.documents.grid import NUMBER_AT_PT, UNIT_PT, WIDE_PT
from facilitator.documents.plot import (
    Chart,
    Key,
    draw_key,
    key_above,
    key_lines,
    lanes,
    parted,
    swatch,
    tick,
)
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface
from facilitator.documents.typeset import Block
from facilitator.domain.hearing import Heard, Part, PhaseSpan, Turn
from facilitator.domain.programme import Phase
from facilitator.domain.summary import PanelSummary
from facilitator.domain.timing import MINUTE
from facilitator.language.speech import Language, mark

PHASE_NAMES = {
    Phase.OPENING: mark("Opening"),
    Phase.PRESENTATIONS: mark("Presentations"),
    Phase.DISCUSSION: mark("Discussion"),
    Phase.REPLIES: mark("Replies"),
    Phase.CLOSING: mark("Closing"),
}
_STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720)
_USUAL_STEP = 30
_APART_PT = 11 * mm
_LANE_BELOW_HEAD_PT = 1.4
_BLOCK_DROP_PT, _BLOCK_PT = 3.0, 7.0
_NARROWEST_PT = 1.0
_BETWEEN_PHASES_PT = 1.2
_RISE_PT = 3.0
_AXIS_ABOVE_PT = 2.5


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of time on the axis; instants in UTC milliseconds."""

    begins: int
    ends: int
    hard_stop: int
    wide: float = WIDE_PT
    """How much of the page it takes."""

    @property
    def length_ms(self) -> int:
        return self.ends - self.begins

    def at(self, instant: int) -> float:
        """Return where an instant stands, in points from the type area's edge."""
        inside = min(max(instant, self.begins), self.ends)
        return NUMBER_AT_PT + self.wide * (inside - self.begins) / self.length_ms

    def instants(self) -> Iterator[int]:
        """Yield the beginning, each step of the clock after it, and the end."""
        step = self._step_ms
        yield self.begins
        at = -(-(self.begins + 1) // step) * step
        while at < self.ends:
            yield at
            at += step
        yield self.ends

    @property
    def _step_ms(self) -> int:
        steps = [s for s in _STEPS if s >= _USUAL_STEP or self.length_ms < 2 * _USUAL_STEP * MINUTE]
        fits = (s for s in steps if self.wide * s * MINUTE / self.length_ms >= _APART_PT)
        return next(fits, _STEPS[-1]) * MINUTE


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a panel: who spoke when, in which phases, on which axis."""

    turns: Sequence[Turn]
    span: Span
    phases: Sequence[PhaseSpan]


def span_of(turns: Sequence[Turn], begins: int, hard_stop: int, wide: float = WIDE_PT) -> Span:
    """Return the axis: from the opening to the end of interpretation, or to a later last word."""
    first = min([begins, *(turn.begins for turn in turns)])
    last = max([hard_stop, *(turn.ends for turn in turns)])
    five = 5 * MINUTE
    start = first // five * five
    end = max(last if last == hard_stop else -(-last // five) * five, start + five)
    return Span(start, end, hard_stop, wide)


def timelines(setter: Setter, language: Language, roles: Roles, summary: PanelSummary) -> list[Timeline]:
    """Return the time line, in parts if its lanes do not fit on one page, phases above the first."""
    span = span_of(summary.turns, summary.begins, summary.panel.hard_stop, setter.paper.wide)
    rows = summary.heard
    labels = [setter.margin(row.category.brief, roles.label).height_pt for row in rows]
    return [
        Timeline(
            setter,
            language,
            roles,
            [rows[n] for n in part],
            Course(summary.turns, span, () if part[0] else summary.phases),
        )
        for part in parted(labels)
    ]


class Timeline(Chart):
    """The lanes of some categories; `phases` stand above the first of them."""

    def __init__(
        self, setter: Setter, language: Language, roles: Roles, rows: Sequence[Heard], course: Course
    ) -> None:
        self._setter, self._language, self._roles = setter, language, roles
        self._rows, self._turns, self._span, self._phases = rows, course.turns, course.span, course.phases
        self._keys = list(self._key())
        small = roles.small.leading_pt
        super().__init__(
            lanes(setter, roles, [row.category.brief for row in rows]),
            head=(small if course.phases else UNIT_PT / 2) + _LANE_BELOW_HEAD_PT,
            foot=_AXIS_ABOVE_PT
            + small
            + key_above(roles.small)
            + small * key_lines(setter, roles.small, self._keys),
            space=2 * UNIT_PT,
        )

    @property
    def alt(self) -> str:
        """How often each category spoke, and from when to when."""
        return "; ".join(self._in_words(row) for row in self._rows)

    def _in_words(self, row: Heard) -> str:
        turns = [turn for turn in self._turns if turn.category == row.category.key]
        spoke = self._language.count("{n} intervention", "{n} interventions", len(turns))
        return self._language.say("{category}: {share}", category=row.category.brief, share=spoke)

    def plot(self, surface: Surface, top: float) -> None:
        lanes_top = top + self.head
        bottom = lanes_top + self.rows_height
        self._draw_phases(surface, top)
        self.draw_labels(surface, lanes_top)
        self._axis(surface, lanes_top, bottom)
        for number, at in self.tops(lanes_top):
            drop = _BLOCK_DROP_PT + (self.lanes[number].height - 13) / 2
            for turn in self._turns:
                if turn.category == self._rows[number].category.key:
                    self._block(surface, turn, at + drop)
        stop = self._span.at(self._span.hard_stop)
        surface.stem(stop, lanes_top - _RISE_PT, bottom + 1.5, thickness=1, colour=INK)
        key_top = bottom + _AXIS_ABOVE_PT + self._roles.small.leading_pt + key_above(self._roles.small)
        draw_key(surface, self._setter, self._roles.small, self._keys, key_top)

    def _draw_phases(self, surface: Surface, top: float) -> None:
        line = top + self.head - _LANE_BELOW_HEAD_PT + 0.4
        nexts = [*(self._span.at(phase.begins) for phase in self._phases[1:]), NUMBER_AT_PT + self._span.wide]
        for phase, next_at in zip(self._phases, nexts, strict=False):
            at, end = self._span.at(phase.begins), self._span.at(phase.ends)
            surface.rule(at, max(0.0, end - at - _BETWEEN_PHASES_PT), line, thickness=0.8, colour=INK)
            name = self._setter.line(self._language.say(PHASE_NAMES[phase.phase]), self._roles.small)
            if at + name.width_pt <= next_at - _BETWEEN_PHASES_PT:
                surface.block(name, at, top)

    def _axis(self, surface: Surface, top: float, bottom: float) -> None:
        free, end = NUMBER_AT_PT, NUMBER_AT_PT + self._span.wide
        instants = list(self._span.instants())
        last = self._clock(instants[-1])
        for instant in instants:
            at = self._span.at(instant)
            surface.stem(at, top, bottom + 1.5, thickness=0.4, colour=HAIR)
            text = self._clock(instant)
            start = at - text.width_pt / 2
            if instant == instants[0]:
                start = at
            elif instant == instants[-1]:
                start = at - text.width_pt
            if start >= free and (
                instant == instants[-1] or start + text.width_pt <= end - last.width_pt - 4
            ):
                surface.block(text, start, bottom + _AXIS_ABOVE_PT)
                free = start + text.width_pt + 4

    def _clock(self, instant: int) -> Block:
        return self._setter.line(self._language.time_of_day(instant), self._roles.grey_small)

    def _block(self, surface: Surface, turn: Turn, top: float) -> None:
        at = self._span.at(turn.begins)
        width = max(_NARROWEST_PT, self._span.at(turn.ends) - at)
        if turn.part is Part.REPLY:
            surface.outline(at, top, (width, _BLOCK_PT), line=0.7, colour=BLUE)
        else:
            surface.box(at, top, width, _BLOCK_PT, BLUE if turn.part is Part.PRESENTATION else MID)

    def _key(self) -> Iterator[Key]:
        say = self._language.say
        yield Key(9, swatch(BLUE), say("panellist"))
        yield Key(9, swatch(MID), say("from the floor"))
        yield Key(9, _open_swatch, say("reply"))
        yield Key(1, tick(1), say("interpretation ends"))


def _open_swatch(surface: Surface, at: float, baseline: float) -> None:
    surface.outline(at, baseline - 5.5, (9, 5.5), line=0.7, colour=BLUE)
