"""The forecast in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from facilitator.domain.planning import Forecast
from facilitator.domain.programme import PanelState
from facilitator.domain.timing import MINUTE
from facilitator.language.wording import speaker_name
from facilitator.ui.context import Context
from facilitator.ui.floor.cuts import rounded_up
from facilitator.ui.floor.painted import Painted
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_MOST = 12


def in_hand(rest: Forecast) -> int:
    """Return whole minutes in hand, rounded down; below zero, rounded away from it, when behind."""
    return -rest.behind_ms // MINUTE


class Verdict(Painted):
    """The forecast in words."""

    def __init__(self, context: Context, *, compact: bool = False) -> None:
        super().__init__(context)
        self._compact = compact
        if not compact:
            self.setFixedWidth(232 if not context.large else 280)

    def words(self) -> tuple[str, str]:
        """Return the verdict and what it means for those who wait."""
        language, rest, view = self.context.language, self.rest(), self.view
        if rest is None or view is None or view.floor is None:
            return self._before()
        end, waiting = language.time_of_day(rounded_up(rest.ends)), len(rest.slots)
        minutes = in_hand(rest)
        lost = len(rest.unheard)
        if lost:
            return language.count("{n} will not be heard", "{n} will not be heard", lost), self._remedy(end)
        if minutes < 0:
            verdict = language.count("{n} min too long", "{n} min too long", -minutes)
            return verdict, language.say("until {time}", time=end)
        verdict = language.count("{n} min in hand", "{n} min in hand", minutes)
        if waiting == 0:
            return verdict, language.say("Nobody is waiting")
        return verdict, language.count(
            "{n} waiting, heard by {time}", "All {n} heard by {time}", waiting, time=end
        )

    def _remedy(self, end: str) -> str:
        """Return the limit at which all would be heard, or when the list ends if there is none."""
        language, found = self.context.language, self.found
        if found is None or found.all_heard_at_ms is None:
            return language.say("at these limits the list ends {time}", time=end)
        return language.say("at {limit} each, all are", limit=language.duration(found.all_heard_at_ms))

    def unheard(self) -> str:
        """Return by name who will not be heard."""
        rest, view, language = self.rest(), self.view, self.context.language
        late = set() if rest is None else set(rest.unheard)
        if view is None or view.floor is None or not late:
            return ""
        lost = [request for request in view.floor.waiting if request.id in late]
        names = [speaker_name(view, request.participant, language) for request in lost[:_MOST]]
        more = len(lost) - len(names)
        words = language.say("Not heard at these limits: {names}", names=language.names(names))
        others = language.count("and {n} more", "and {n} more", more) if more else ""
        return plain(" ".join(filter(None, (words, others))))

    def _before(self) -> tuple[str, str]:
        language, panel = self.context.language, None if self.view is None else self.view.panel
        if panel is None:
            return language.say("No panel yet"), ""
        if self.view is not None and self.view.states.get(panel.id) is PanelState.CLOSED:
            return language.say("The panel is closed"), ""
        minutes = (panel.hard_stop - panel.starts) // MINUTE
        planned = language.count("{n} min planned", "{n} min planned", minutes)
        return language.say("Not started"), planned

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        verdict, told = self.words()
        rest, tokens = self.rest(), self.context.tokens
        ink = tokens.danger if rest is not None and rest.behind_ms > 0 else tokens.text
        font, small = self.context.font(Role.VERDICT), self.context.font(Role.SMALL)
        width, middle = pencil.width - 20, pencil.bounds.height() / 2
        if self._compact:
            used = min(width, width_of(verdict, font) + 2)
            pencil.text(pencil.box(16, 0, used, 2 * middle), verdict, font, ink)
            box = pencil.box(16 + used + 12, 2, max(0, width - used - 12), 2 * middle)
        else:
            pencil.text(pencil.box(16, middle - 30, width, 32), verdict, font, ink)
            box = pencil.box(16, middle + 2, width, 24)
        fits = pencil.text(box, told, small, tokens.text2)
        self.setToolTip(self.unheard() or ("" if fits else plain(told)))
        painter.end()
