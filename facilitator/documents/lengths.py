"""How long interventions were: a tick for each in the lane of its category, a line where its time ended."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.documents.colours import BLUE, HAIR, INK, RUST
from facilitator.documents.grid import NUMBER_AT_PT, UNIT_PT
from facilitator.documents.plot import AXIS_ABOVE_PT, Chart, lanes, parted
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface
from facilitator.domain.people import Category
from facilitator.domain.speaking_time import Length
from facilitator.domain.timing import MINUTE
from facilitator.language.speech import Language

_TICK_PT = (2.0, 8.0)
_LINE_PT = 1.5
_STEPS = (1, 2, 5, 10, 15, 30, 60)
_MOST_STEPS = 8
_LEADING = 9.75  # that of small Latin letters, for which the axis is made


class LengthChart(Chart):
    """The lanes of some categories on an axis from nothing to `top_ms`."""

    def __init__(
        self,
        setter: Setter,
        language: Language,
        roles: Roles,
        categories: Sequence[Category],
        lengths: Sequence[Length],
        top_ms: int,
    ) -> None:
        self._setter, self._language, self._roles = setter, language, roles
        self._categories, self._top = categories, top_ms
        self._lengths = [[each for each in lengths if each.category == one.key] for one in categories]
        self._limits = sorted({each.limit_ms for each in lengths})
        super().__init__(
            lanes(setter, roles, [category.brief for category in categories]),
            head=0.0,
            foot=AXIS_ABOVE_PT + roles.small.leading_pt,
            space=UNIT_PT / 2,
        )

    @property
    def alt(self) -> str:
        """Each category with its lengths, the shortest first."""
        return self._language.say("; ").join(
            self._in_words(category, lengths)
            for category, lengths in zip(self._categories, self._lengths, strict=True)
            if lengths
        )

    def _in_words(self, category: Category, lengths: Sequence[Length]) -> str:
        told = [self._language.duration(ms, down=False) for ms in sorted(each.ms for each in lengths)]
        listed = self._language.say(", ").join(told)
        return self._language.say("{category}: {share}", category=category.brief, share=listed)

    def plot(self, surface: Surface, top: float) -> None:
        bottom = top + self.rows_height
        self.draw_labels(surface, top)
        self._grid(surface, top, bottom)
        for number, at in self.tops(top):
            self._ticks(surface, self._lengths[number], at, self.lanes[number].height)
            self._ends(surface, self._lengths[number], at, self.lanes[number].height)
        surface.stem(NUMBER_AT_PT, top, bottom, thickness=0.8, colour=INK)

    def _ticks(self, surface: Surface, lengths: Sequence[Length], top: float, height: float) -> None:
        wide, tall = _TICK_PT
        for each in lengths:
            at = self._at(each.ms) - wide / 2
            surface.box(at, top + (height - tall) / 2, wide, tall, RUST if each.over else BLUE)

    def _ends(self, surface: Surface, lengths: Sequence[Length], top: float, height: float) -> None:
        """A line where the time ends: through all lanes if all had the same, else through their own."""
        own = sorted({each.limit_ms for each in lengths})
        for limit in self._limits if len(self._limits) == 1 else own:
            surface.stem(self._at(limit), top, top + height, thickness=_LINE_PT, colour=INK)

    def _at(self, ms: int) -> float:
        return NUMBER_AT_PT + self._setter.paper.wide * min(ms, self._top) / self._top

    def _grid(self, surface: Surface, top: float, bottom: float) -> None:
        step = step_ms(self._top)
        for ms in range(0, self._top + 1, step):
            if ms:
                surface.stem(self._at(ms), top, bottom, thickness=0.4, colour=HAIR)
            text = self._setter.line(
                self._language.duration(ms, down=False) if ms else "0", self._roles.grey_small
            )
            free = text.width_pt if ms + step > self._top else text.width_pt / 2
            surface.block(text, self._at(ms) - (free if ms else 0), bottom + AXIS_ABOVE_PT)


def step_ms(top_ms: int) -> int:
    """Return what lies between two marks of the axis."""
    return next((s for s in _STEPS if top_ms <= s * MINUTE * _MOST_STEPS), _STEPS[-1]) * MINUTE


def length_charts(
    setter: Setter,
    language: Language,
    roles: Roles,
    categories: Sequence[Category],
    lengths: Sequence[Length],
) -> list[LengthChart]:
    """Return the chart, in parts if its lanes do not fit on one page; all parts have one scale."""
    longest = max((max(each.ms, each.limit_ms) for each in lengths), default=0)
    step = step_ms(max(longest, MINUTE))
    top = max(step, -(-longest // step) * step)
    heights = [setter.margin(category.brief, roles.label).height_pt for category in categories]
    return [
        LengthChart(setter, language, roles, [categories[n] for n in part], lengths, top)
        for part in parted(heights)
    ]
